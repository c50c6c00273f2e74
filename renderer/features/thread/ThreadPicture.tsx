import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import {
  countWords,
  partHeading,
  THREAD_PARTS,
  type ThreadPart,
  threadThrough,
} from '../../../shared/domain/golden-thread.ts';
import { classNames } from '../../ui/class-names.ts';
import type { ThreadChoice } from './hand.ts';
import { PassageCard } from './PassageCard.tsx';
import { type ThreadLine, ThreadLines } from './ThreadLines.tsx';

/** The four columns with the links between them. Arrows go from card to card, Enter takes one in hand. */
export function ThreadPicture({
  thread,
  hand,
  areOthersShown,
  areSuggestionsShown,
  onTake,
}: {
  thread: Thread;
  hand: ThreadChoice | null;
  /** The paragraphs of A to D that were taken for nothing. */
  areOthersShown: boolean;
  areSuggestionsShown: boolean;
  onTake: (passage: ThreadPassage) => void;
}) {
  const picture = useRef<HTMLDivElement>(null);
  const columns = useMemo(
    () =>
      THREAD_PARTS.map((part) => ({
        part,
        passages: thread.passages.filter((each) => each.part === part && (areOthersShown || isShown(each))),
      })),
    [thread.passages, areOthersShown],
  );
  /** The card of each column that the keyboard was on last. */
  const [stops, setStops] = useState<Partial<Record<ThreadPart, string>>>({});
  const inHand = hand?.id ?? null;
  const ties = [
    ...thread.links.map((link) => ({ ...link, isSuggested: false })),
    ...(areSuggestionsShown ? thread.suggestions.map((suggestion) => ({ ...suggestion, isSuggested: true })) : []),
  ];
  const { before, after } = inHand === null ? NOTHING_HELD : threadThrough(inHand, ties);
  const lines: ThreadLine[] = [
    ...new Map(
      // A firm link is drawn over a suggestion of the same.
      ties.toReversed().map(({ fromId, toId, isSuggested }) => {
        const isLit = [before, after].some((side) => side.has(fromId) && side.has(toId));
        return [`${fromId}/${toId}`, { fromId, toId, isSuggested, isLit }];
      }),
    ).values(),
  ];
  const stopOf = (part: ThreadPart, passages: readonly ThreadPassage[]): string | undefined =>
    passages.find(({ id }) => id === stops[part])?.id ?? passages[0]?.id;
  function move(event: KeyboardEvent<HTMLElement>, column: number, row: number): void {
    const target = nextCard(event.key, columns, column, row);
    if (target === undefined) return;
    event.preventDefault();
    picture.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(target.id)}"]`)?.focus();
  }
  return (
    <div className={classNames('thread__picture', inHand !== null && 'thread__picture--held')} ref={picture}>
      <ThreadLines lines={lines} key={columns.flatMap(({ passages }) => passages.map(({ id }) => id)).join()} />
      {columns.map(({ part, passages }, column) => {
        const count = thread.counts.find((each) => each.part === part);
        const words = count === undefined ? null : countWords(count);
        return (
          <section className="thread__column" key={part} data-part={part} aria-labelledby={`thread-${part}`}>
            <h2 id={`thread-${part}`}>
              {partHeading(part)} <span className="thread__how-many">{count?.all ?? 0}</span>
            </h2>
            <p className="thread__count">{words ?? 'None found in the plan.'}</p>
            <ul className="list-plain thread__cards">
              {passages.map((passage, row) => (
                <li key={passage.id}>
                  <PassageCard
                    passage={passage}
                    isInHand={passage.id === inHand}
                    isAlong={before.has(passage.id) || after.has(passage.id)}
                    isStop={passage.id === stopOf(part, passages)}
                    onTake={() => {
                      onTake(passage);
                    }}
                    onFocus={() => {
                      setStops((before) => ({ ...before, [part]: passage.id }));
                    }}
                    onKeyDown={(event) => {
                      move(event, column, row);
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const NOTHING_HELD = { before: new Set<string>(), after: new Set<string>() };

function isShown({ kind, isCounted }: ThreadPassage): boolean {
  return kind !== 'other' || isCounted;
}

type Columns = readonly { passages: readonly ThreadPassage[] }[];

/** The card that an arrow goes to: up and down in the column, left and right at about the same height. */
function nextCard(key: string, columns: Columns, column: number, row: number): ThreadPassage | undefined {
  const own = columns[column]?.passages ?? [];
  switch (key) {
    case 'ArrowDown':
      return own[row + 1];
    case 'ArrowUp':
      return own[row - 1];
    case 'Home':
      return own[0];
    case 'End':
      return own.at(-1);
    case 'ArrowRight':
    case 'ArrowLeft': {
      const beyond = key === 'ArrowRight' ? columns.slice(column + 1) : columns.slice(0, column).toReversed();
      const next = beyond.find(({ passages }) => passages.length > 0)?.passages ?? [];
      return next[Math.min(row, next.length - 1)];
    }
    default:
      return undefined;
  }
}
