import type { Thread } from '../../../shared/contract/threads.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { partName, partnersWords, THREAD_PARTS, type ThreadPart } from '../../../shared/domain/golden-thread.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { ThreadChoice, ThreadPair } from './hand.ts';
import { LinkItem } from './LinkItem.tsx';
import { tiesOf } from './ties.ts';
import { placeWords, shortWords } from './thread-words.ts';
import type { Verdict } from './use-thread-deeds.ts';

/** What is in hand, what it is linked with, and what to do next. */
export function HandStrip({
  thread,
  hand,
  unplaced,
  told,
  mayDraw,
  isBusy,
  onPart,
  onLetGo,
  onShow,
  onSettle,
}: {
  thread: Thread;
  hand: ThreadChoice | null;
  /** Words chosen in the plan that stand in no section of the thread: a person says what they are. */
  unplaced: Anchor | null;
  /** What was said of the last choice. */
  told: string;
  mayDraw: boolean;
  isBusy: boolean;
  onPart: (part: ThreadPart) => void;
  onLetGo: () => void;
  onShow: (anchor: Anchor) => void;
  onSettle: (pair: ThreadPair, verdict: Verdict) => void;
}) {
  const passage = hand === null ? undefined : thread.passages.find(({ id }) => id === hand.id);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <section className="thread__hand" aria-label="In hand" tabIndex={0}>
      {unplaced !== null ? (
        <div className="row">
          <p>What are the words “{shortWords(unplaced.quote)}”?</p>
          {THREAD_PARTS.map((part) => (
            <Button
              key={part}
              size="small"
              onClick={() => {
                onPart(part);
              }}
            >
              {partChoice(part)}
            </Button>
          ))}
        </div>
      ) : hand === null ? (
        <p className="soft">
          {mayDraw ? (
            <>
              Choose a passage, then the one it is linked with. <Kbd>Enter</Kbd> takes a passage in hand and links it,{' '}
              <Kbd>Esc</Kbd> lets it go, arrows go from one to the next.
            </>
          ) : (
            'Choose a passage to see what it is linked with.'
          )}
        </p>
      ) : (
        <>
          <div className="row row--apart">
            <p className="thread__held">
              <strong>{passage === undefined ? `Chosen words, ${partName(hand.part)}` : placeWords(passage)}</strong>{' '}
              {hand.text}
            </p>
            <div className="row">
              <Button
                size="small"
                look="quiet"
                onClick={() => {
                  onShow(hand.anchor);
                }}
              >
                Show in the plan
              </Button>
              <Button size="small" look="quiet" onClick={onLetGo}>
                Let go
              </Button>
            </div>
          </div>
          <ul className="list-plain thread__ties" aria-label="Its links">
            {tiesOf(thread, hand.id).map((tie) => (
              <LinkItem
                key={tie.key}
                tie={tie}
                besides={hand.id}
                mayDraw={mayDraw}
                isBusy={isBusy}
                onSettle={onSettle}
                onShow={onShow}
              />
            ))}
          </ul>
          {mayDraw ? <p className="soft small">{partnersWords(hand.part)}</p> : null}
        </>
      )}
      <p className="thread__told" aria-live="polite">
        {told}
      </p>
    </section>
  );
}

function partChoice(part: ThreadPart): string {
  const name = partName(part);
  return `${/^[aeiou]/u.test(name) ? 'An' : 'A'} ${name}`;
}
