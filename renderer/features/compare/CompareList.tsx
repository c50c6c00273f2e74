import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type CompareStore } from './compare-store.ts';
import { DifferenceCard } from './DifferenceCard.tsx';
import { countsOf, countWords, type Group } from './entries.ts';
import { sectionName } from './entry-words.ts';
import { KindFilter } from './KindFilter.tsx';
import { SectionRail } from './SectionRail.tsx';
import { VersionNames } from './VersionNames.tsx';

export interface CompareListProps {
  earlier: OpenDocument;
  later: OpenDocument;
  names: { earlier: string; later: string };
  store: CompareStore;
  labels: ReadonlyMap<string, string>;
  order: readonly string[];
  /** All differences, and those that the filters let through. */
  groups: readonly Group[];
  shown: readonly Group[];
}

/** The differences, section by section, with what the earlier version says beside what the later one says. */
export function CompareList({ earlier, later, names, store, labels, order, groups, shown }: CompareListProps) {
  const { currentId, arrivals, kind, section } = useStore(store);
  const first = shown[0]?.entries[0]?.id;
  const isCurrentShown = shown.some((group) => group.entries.some(({ id }) => id === currentId));
  const onChoose = useCallback(
    (id: string) => {
      if (store.getState().currentId !== id) store.setState({ currentId: id, arrivals: 0 });
    },
    [store],
  );
  const onShow = useCallback(
    (id: string) => {
      store.setState((state) => ({ currentId: id, view: 'documents', arrivals: state.arrivals + 1 }));
    },
    [store],
  );
  const toDocuments = (
    <Button
      size="small"
      onClick={() => {
        store.setState((state) => ({
          currentId: isCurrentShown ? state.currentId : (first ?? null),
          view: 'documents',
          arrivals: state.arrivals + 1,
        }));
      }}
    >
      Side by side
    </Button>
  );
  if (groups.length === 0) {
    const isReadable = earlier.document.hasText && later.document.hasText;
    return (
      <div className="page">
        <EmptyState
          title={isReadable ? 'The two versions say the same.' : 'Nothing to compare by words'}
          action={toDocuments}
        >
          <p>
            {isReadable
              ? 'Every section has the same words in both. New numbers, a new layout and the front page do not count.'
              : 'Read the two documents side by side instead.'}
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="full-screen__panes compare__body">
      <SectionRail store={store} order={order} groups={groups} labels={labels} />
      <div className="full-screen__pane">
        <div className="compare__tools">
          <KindFilter store={store} groups={groups} />
          {toDocuments}
        </div>
        <section className="full-screen__scroll compare__scroll" aria-label="Differences">
          <VersionNames earlier={earlier.document} later={later.document} names={names} />
          {shown.length === 0 ? (
            <EmptyState
              title="No difference of this kind here"
              action={
                <Button
                  onClick={() => {
                    store.setState({ kind: null, section: null, arrivals: 0 });
                  }}
                >
                  Show all differences
                </Button>
              }
            >
              <p>
                Nothing was {kind ?? 'changed'} in {section === null ? 'any section' : sectionName(section)}.
              </p>
            </EmptyState>
          ) : null}
          {shown.map((group) => (
            <section key={group.section} className="compare__group" aria-labelledby={`group-${group.section}`}>
              <div className="compare__group-head">
                <h2 id={`group-${group.section}`}>
                  {sectionName(group.section)} <span className="compare__label">{labels.get(group.section) ?? ''}</span>
                </h2>
                <span className="soft small">{countWords(countsOf(group.entries))}</span>
              </div>
              <ol className="list-plain">
                {group.entries.map((entry) => {
                  const isCurrent = entry.id === currentId;
                  return (
                    <li key={entry.id}>
                      <DifferenceCard
                        entry={entry}
                        names={names}
                        isCurrent={isCurrent}
                        isTabStop={isCurrent || (!isCurrentShown && entry.id === first)}
                        arrival={isCurrent ? arrivals : 0}
                        onChoose={onChoose}
                        onShow={onShow}
                      />
                    </li>
                  );
                })}
              </ol>
            </section>
          ))}
        </section>
      </div>
    </div>
  );
}
