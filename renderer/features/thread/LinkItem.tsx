import type { KeyboardEvent } from 'react';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { Button } from '../../ui/Button.tsx';
import { choiceOf, type ThreadPair } from './hand.ts';
import { placeWords, shortWords } from './thread-words.ts';
import { type Tie, tieWords } from './ties.ts';
import type { Verdict } from './use-thread-deeds.ts';

/** One link in words, with what can be done to it. Delete takes one's own away. */
export function LinkItem({
  tie,
  besides,
  mayDraw,
  isBusy,
  onSettle,
  onShow,
}: {
  tie: Tie;
  /** The end that is told elsewhere; null or absent where both are told. */
  besides?: string | null;
  mayDraw: boolean;
  isBusy: boolean;
  onSettle: (pair: ThreadPair, verdict: Verdict) => void;
  onShow: (anchor: Anchor) => void;
}) {
  const { from, to, kind, by } = tie;
  const pair = { from: choiceOf(from), to: choiceOf(to) };
  const shown = [from, to].filter(({ id }) => id !== besides);
  const name = shown.map(({ text }) => shortWords(text)).join(' → ');
  const isMine = by?.isOwn === true;
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Delete' || !mayDraw || isBusy) return;
    event.preventDefault();
    if (kind === 'suggested') onSettle(pair, 'refused');
    else if (isMine) onSettle(pair, 'none');
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the buttons inside
    <li className={`link-item link-item--${kind}`} onKeyDown={onKeyDown}>
      <div className="link-item__ends">
        {shown.map((passage) => (
          <p key={passage.id}>
            <span className="link-item__place">{placeWords(passage)}</span> {shortWords(passage.text)}
          </p>
        ))}
        <p className="link-item__how">{tieWords(tie)}</p>
      </div>
      <div className="row link-item__deeds">
        {shown.map((passage) => {
          const deed = shown.length > 1 ? `Show ${passage.part}` : 'Show';
          return (
            <Button
              key={passage.id}
              size="small"
              look="quiet"
              aria-label={`${deed}: ${shortWords(passage.text)}`}
              onClick={() => {
                onShow(passage.anchor);
              }}
            >
              {deed}
            </Button>
          );
        })}
        {kind === 'suggested' && mayDraw ? (
          <>
            <Button
              size="small"
              isBusy={isBusy}
              aria-label={`Confirm: ${name}`}
              onClick={() => {
                onSettle(pair, 'confirmed');
              }}
            >
              Confirm
            </Button>
            <Button
              size="small"
              look="quiet"
              isBusy={isBusy}
              aria-label={`Refuse: ${name}`}
              onClick={() => {
                onSettle(pair, 'refused');
              }}
            >
              Refuse
            </Button>
          </>
        ) : null}
        {kind !== 'suggested' && isMine && mayDraw ? (
          <Button
            size="small"
            look="quiet"
            isBusy={isBusy}
            aria-keyshortcuts="Delete"
            aria-label={`Take back: ${name}`}
            onClick={() => {
              onSettle(pair, 'none');
            }}
          >
            Take back
          </Button>
        ) : null}
      </div>
    </li>
  );
}
