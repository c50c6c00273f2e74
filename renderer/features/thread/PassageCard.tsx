import type { KeyboardEvent } from 'react';
import type { ThreadPassage } from '../../../shared/contract/threads.ts';
import { classNames } from '../../ui/class-names.ts';
import { ownLabel, placeWords, standingWords } from './thread-words.ts';

/** One passage of the thread, to be taken in hand and linked. */
export function PassageCard({
  passage,
  isInHand,
  isAlong,
  isStop,
  onTake,
  onFocus,
  onKeyDown,
}: {
  passage: ThreadPassage;
  isInHand: boolean;
  /** On the thread of the passage in hand, straight or further along. */
  isAlong: boolean;
  /** The card of its column that Tab goes to. */
  isStop: boolean;
  onTake: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { section, label, text } = passage;
  const standing = standingWords(passage);
  const own = ownLabel(section, label);
  return (
    <button
      type="button"
      className={classNames(
        'passage',
        passage.isCounted && `passage--${passage.standing}`,
        isInHand && 'passage--in-hand',
        isAlong && 'passage--along',
      )}
      aria-pressed={isInHand}
      data-passage={passage.id}
      tabIndex={isStop ? 0 : -1}
      onClick={onTake}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className="visually-hidden">
        {placeWords(passage)}, {standing}
        {isAlong && !isInHand ? ', on the thread in hand' : ''}:{' '}
      </span>
      <span className="passage__head" aria-hidden="true">
        <span className="passage__section">
          {section === '' ? '–' : section}
          {own === null ? '' : ` · ${own}`}
        </span>
        <span className="passage__standing">{standing}</span>
      </span>
      <span className="passage__text">{text}</span>
    </button>
  );
}
