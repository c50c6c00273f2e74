import type { PlanPlace } from '../../../shared/contract/threads.ts';
import type { PlanReference } from '../hints/sentence-index.ts';

/** A sentence of a round's plans that other plans have too. */
export interface CopiedSentence {
  /** By plan, where it stands; of several versions in the latest. */
  places: ReadonlyMap<string, PlanPlace>;
  elsewhere: readonly PlanReference[];
}

/** Letters between two sentences of one paragraph: a space or two, a quotation mark. */
const BETWEEN_SENTENCES = 3;

/** Sentences that follow each other in the same plans, paragraph by paragraph, are one copied passage. */
export function joinNeighbours(sentences: readonly CopiedSentence[]): CopiedSentence[] {
  const inOrder = sentences.toSorted((one, other) => compare(firstOf(one), firstOf(other)));
  const joined: CopiedSentence[] = [];
  for (const sentence of inOrder) {
    const last = joined.at(-1);
    if (last !== undefined && follows(last, sentence)) joined.splice(-1, 1, join(last, sentence));
    else joined.push(sentence);
  }
  return joined;
}

function firstOf({ places }: CopiedSentence): PlanPlace | undefined {
  return places.values().next().value;
}

function compare(one: PlanPlace | undefined, other: PlanPlace | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const key = ({ documentId, at }: PlanPlace): string => `${documentId} ${at.block}`;
  return key(one).localeCompare(key(other)) || one.at.start - other.at.start;
}

function follows(one: CopiedSentence, other: CopiedSentence): boolean {
  const sameElsewhere =
    one.elsewhere.length === other.elsewhere.length &&
    one.elsewhere.every(({ planId }) => other.elsewhere.some((plan) => plan.planId === planId));
  return (
    sameElsewhere &&
    one.places.size === other.places.size &&
    [...one.places].every(([planId, { documentId, at }]) => {
      const next = other.places.get(planId);
      if (next === undefined || next.documentId !== documentId || next.at.block !== at.block) return false;
      return next.at.start >= at.end && next.at.start - at.end <= BETWEEN_SENTENCES;
    })
  );
}

function join(one: CopiedSentence, other: CopiedSentence): CopiedSentence {
  const places = [...one.places].map(([planId, place]): [string, PlanPlace] => {
    const next = other.places.get(planId);
    if (next === undefined) return [planId, place];
    return [planId, { ...place, words: `${place.words} ${next.words}`, at: { ...place.at, end: next.at.end } }];
  });
  return { places: new Map(places), elsewhere: one.elsewhere };
}
