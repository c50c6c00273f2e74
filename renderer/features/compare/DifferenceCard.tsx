import { memo, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { Entry } from './entries.ts';
import { movedWords } from './entry-words.ts';
import { EntryTitle } from './EntryTitle.tsx';
import { MarkedText } from './MarkedText.tsx';

/** One difference: what it is, what the earlier version says and what the later one says. */
export const DifferenceCard = memo(function DifferenceCard({
  entry,
  names,
  isCurrent,
  isTabStop,
  arrival,
  onChoose,
  onShow,
}: {
  entry: Entry;
  names: { earlier: string; later: string };
  isCurrent: boolean;
  /** One card at a time is a stop for Tab; J, K and the arrows go from card to card. */
  isTabStop: boolean;
  /** Over 0 and another than before: one came here by key, and the focus follows. */
  arrival: number;
  onChoose: (id: string) => void;
  onShow: (id: string) => void;
}) {
  const card = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (arrival > 0) card.current?.focus();
  }, [arrival]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Enter is the key, for the whole screen
    <article
      ref={card}
      className={classNames('difference', `difference--${entry.kind}`, isCurrent && 'difference--current')}
      aria-labelledby={titleId}
      aria-current={isCurrent ? 'true' : undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the cursor of a list that is read by keys
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => {
        onChoose(entry.id);
      }}
    >
      <div className="difference__head">
        <EntryTitle id={titleId} entry={entry} level={3} />
        <Button
          look="quiet"
          size="small"
          tabIndex={isTabStop ? 0 : -1}
          onClick={() => {
            onShow(entry.id);
          }}
        >
          Show in both
        </Button>
      </div>
      {entry.of === null ? null : (
        <p className="difference__of small">
          Of: <q>{entry.of}</q>
        </p>
      )}
      {entry.kind === 'moved' ? (
        <div className="difference__one">
          <p className="soft small">{movedWords(entry)}; the words are the same.</p>
          <p className="difference__words">
            <MarkedText pieces={entry.words} />
          </p>
        </div>
      ) : (
        <div className="difference__sides">
          <Side name={names.earlier} pieces={entry.before} isWhole={entry.after === null} />
          <Side name={names.later} pieces={entry.after} isWhole={entry.before === null} />
        </div>
      )}
    </article>
  );
});

function Side({ name, pieces, isWhole }: { name: string; pieces: Entry['before']; isWhole: boolean }) {
  return (
    <div className={classNames('difference__side', isWhole && pieces !== null && 'difference__side--whole')}>
      <span className="visually-hidden">{name}: </span>
      {pieces === null ? (
        <p className="soft small">Not in the {name.toLowerCase()}.</p>
      ) : (
        <p className="difference__words">
          <MarkedText pieces={pieces} isWhole={isWhole} />
        </p>
      )}
    </div>
  );
}
