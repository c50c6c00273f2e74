import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { elided } from './changed-words.ts';
import type { CompareKey } from './compare-keys.ts';
import type { CompareStore } from './compare-store.ts';
import type { Entry } from './entries.ts';
import { movedWords, sectionName } from './entry-words.ts';
import { EntryTitle } from './EntryTitle.tsx';
import { MarkedText } from './MarkedText.tsx';
import { STRIP } from './panes.ts';

/** The difference in hand above the two documents, and the way to the next one and to a section. */
export function DifferenceStrip({
  store,
  current,
  entries,
  labels,
  order,
  onKey,
  onSection,
}: {
  store: CompareStore;
  current: Entry | null;
  entries: readonly Entry[];
  labels: ReadonlyMap<string, string>;
  order: readonly string[];
  onKey: (key: CompareKey) => boolean;
  onSection: (section: string) => void;
}) {
  const isInStep = useStore(store, (state) => state.isInStep);
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    strip.current?.focus();
  }, []);
  const at = entries.findIndex(({ id }) => id === current?.id);
  return (
    <section ref={strip} id={STRIP} className="strip" tabIndex={-1} aria-label="The difference in hand">
      <div className="strip__tools">
        <Button
          size="small"
          aria-keyshortcuts="K"
          title="Difference before (K)"
          disabled={at <= 0}
          onClick={() => {
            onKey('previous');
          }}
        >
          Previous
        </Button>
        <span className="strip__count">
          {at === -1 ? `${entries.length} differences` : `${at + 1} of ${entries.length}`}
        </span>
        <Button
          size="small"
          aria-keyshortcuts="J"
          title="Next difference (J)"
          disabled={at === entries.length - 1}
          onClick={() => {
            onKey('next');
          }}
        >
          Next
        </Button>
        <nav className="strip__sections" aria-label="Show a section in both">
          {order.map((id) => (
            <button
              key={id}
              type="button"
              className="strip__section"
              title={`${sectionName(id)}: ${labels.get(id) ?? ''}`}
              aria-current={id === current?.section ? 'location' : undefined}
              onClick={() => {
                onSection(id);
              }}
            >
              {id === 'cover' ? 'Front' : id}
            </button>
          ))}
        </nav>
        <label className="choice strip__step">
          <input
            type="checkbox"
            checked={isInStep}
            onChange={() => {
              store.setState({ isInStep: !isInStep });
            }}
          />
          <span>Scroll together</span>
        </label>
        <Button
          size="small"
          title="Back to the list (Esc)"
          onClick={() => {
            onKey('back');
          }}
        >
          Back to the list
        </Button>
      </div>
      <div className="strip__words" aria-live="polite">
        {current === null ? null : (
          <>
            <EntryTitle entry={current} level={2} />
            <p>
              <span className="soft">
                {sectionName(current.section)}
                {current.kind === 'moved' ? `, ${movedWords(current).toLowerCase()}` : ''}:{' '}
              </span>
              <MarkedText
                pieces={elided(current.words)}
                isWhole={current.kind === 'added' || current.kind === 'removed'}
              />
            </p>
          </>
        )}
      </div>
    </section>
  );
}
