import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import type { PlanComparison } from '../../../shared/domain/plan-comparison.ts';
import { CompareHead } from './CompareHead.tsx';
import type { CompareKey } from './compare-keys.ts';
import { createCompareStore, filteredGroups, goTo, stepFrom } from './compare-store.ts';
import { CompareList } from './CompareList.tsx';
import { groupsOf, sectionOrder } from './entries.ts';
import { sideNames } from './entry-words.ts';
import { PANES, STRIP } from './panes.ts';
import { SideBySide } from './SideBySide.tsx';
import { useCompareKeys } from './use-compare-keys.ts';
import './compare.css';

export interface CompareScreenProps {
  earlier: OpenDocument;
  later: OpenDocument;
  comparison: PlanComparison;
  /** The sections that the standards name. */
  sections: readonly { id: string; label: string }[];
  urlOf: (documentId: string) => string;
}

/** Two versions: their differences in a list, or their places in both documents side by side. */
export function CompareScreen({ earlier, later, comparison, sections, urlOf }: CompareScreenProps) {
  const [store] = useState(createCompareStore);
  const { view, kind, section } = useStore(store);
  const groups = useMemo(
    () => groupsOf(comparison, earlier.model, later.model),
    [comparison, earlier.model, later.model],
  );
  const order = useMemo(() => sectionOrder(earlier.model, later.model), [earlier.model, later.model]);
  const shown = useMemo(() => filteredGroups(groups, { kind, section }), [groups, kind, section]);
  const names = sideNames(earlier.document, later.document);
  const labels = useMemo(() => new Map(sections.map(({ id, label }) => [id, label])), [sections]);
  const entries = useMemo(() => shown.flatMap((group) => group.entries), [shown]);
  const onKey = useCallback(
    (key: CompareKey): boolean => {
      const { currentId } = store.getState();
      switch (key) {
        case 'next':
        case 'previous':
        case 'first':
        case 'last': {
          const target = stepFrom(entries, currentId, key);
          if (target !== null) goTo(store, target.id);
          return target !== null;
        }
        case 'show':
          if (currentId === null) return false;
          store.setState(({ arrivals }) => ({ view: 'documents', arrivals: arrivals + 1 }));
          return true;
        case 'back':
          store.setState(({ arrivals }) => ({ view: 'list', arrivals: arrivals + 1 }));
          return true;
        case 'other_pane':
          focusNext([STRIP, PANES.earlier, PANES.later]);
          return true;
        default:
          return key satisfies never;
      }
    },
    [store, entries],
  );
  useCompareKeys(view, onKey);
  const shared = { earlier, later, names, store, labels, order, groups };
  return (
    <div className="full-screen">
      <CompareHead
        earlier={earlier.document}
        later={later.document}
        summary={view === 'list' && groups.length > 0 ? comparison.summary : null}
      />
      {view === 'list' ? (
        <CompareList {...shared} shown={shown} />
      ) : (
        <SideBySide {...shared} entries={entries} onKey={onKey} urlOf={urlOf} />
      )}
    </div>
  );
}

/** Takes the focus from one part of the screen to the next, by their ids. */
function focusNext(ids: readonly string[]): void {
  const at = ids.findIndex((id) => document.activeElement?.closest(`#${id}`) !== null);
  document.querySelector<HTMLElement>(`#${ids[(at + 1) % ids.length]}`)?.focus();
}
