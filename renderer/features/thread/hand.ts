import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { inThreadOrder, partName, partnersWords, type ThreadPart } from '../../../shared/domain/golden-thread.ts';

/** One end of a link, chosen among the passages or from the words of the plan. */
export interface ThreadChoice {
  /** Null for words that are no passage yet. */
  id: string | null;
  part: ThreadPart;
  text: string;
  anchor: Anchor;
}

export interface ThreadPair {
  from: ThreadChoice;
  to: ThreadChoice;
}

/** What a second choice does to the passage in hand. */
export type Taken =
  | { kind: 'hold'; choice: ThreadChoice }
  | { kind: 'let_go' }
  | { kind: 'link'; pair: ThreadPair }
  | { kind: 'told'; words: string };

export function choiceOf({ id, part, text, anchor }: ThreadPassage): ThreadChoice {
  return { id, part, text, anchor };
}

/**
 * The first choice is taken in hand; the same again lets it go, another of its part takes its place, and one of a part
 * that it leads to, or that leads to it, is linked with it.
 */
export function take(hand: ThreadChoice | null, choice: ThreadChoice, thread: Pick<Thread, 'links'>): Taken {
  if (hand === null) return { kind: 'hold', choice };
  if (hand.id !== null && hand.id === choice.id) return { kind: 'let_go' };
  if (hand.part === choice.part) return { kind: 'hold', choice };
  const pair = inThreadOrder(hand, choice);
  if (pair === null) {
    return { kind: 'told', words: `${partnersWords(hand.part)} The ${partName(hand.part)} is still in hand.` };
  }
  const { from, to } = pair;
  const isLinked = thread.links.some(({ isOwn, fromId, toId }) => isOwn && fromId === from.id && toId === to.id);
  return isLinked ? { kind: 'told', words: 'You have linked these two already.' } : { kind: 'link', pair };
}
