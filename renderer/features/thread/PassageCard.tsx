import type { KeyboardEvent } from 'react';
import type { ThreadPassage } from '../../../shared/contract/threads.ts';
import { classNames } from '../../ui/class-names.ts';
import { placeWords, standingWords } from './thread-words.ts';

/** One passage of the thread, to be taken in hand and linked. */
export function PassageCard({
  passage,
  isInHand,
  isPartner,
  isStop,
  onTake,
  onFocus,
  onKeyDown,
}: {
  passage: ThreadPassage;
  isInHand: boolean;
  /** Linked with the passage in hand, or suggested to be. */
  isPartner: boolean;
  /** The card of its column that Tab goes to. */
  isStop: boolean;
  onTake: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { section, label, text } = passage;
  const standing = standingWords(passage);
  return (
    <button
      type="button"
      className={classNames(
        'passage',
        passage.isCounted && `passage--${passage.standing}`,
        isInHand && 'passage--in-hand',
        isPartner && 'passage--partner',
      )}
      aria-pressed={isInHand}
      data-passage={passage.id}
      tabIndex={isStop ? 0 : -1}
      onClick={onTake}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className="visually-hidden">
        {placeWords(passage)}, {standing}:{' '}
      </span>
      <span className="passage__head" aria-hidden="true">
        <span className="passage__section">
          {section === '' ? '–' : section}
          {label === null ? '' : ` · ${label}`}
        </span>
        <span className="passage__standing">{standing}</span>
      </span>
      <span className="passage__text">{text}</span>
    </button>
  );
}
