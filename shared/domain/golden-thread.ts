/**
 * The golden thread of a plan: what the child hopes for, what they need, what should come of it, what is done. Links are
 * drawn by people between passages of the plan; what is merely suggested counts as that until somebody confirms it.
 */

/** The four parts of the thread, in the order in which they are read. */
export const THREAD_PARTS = ['aspiration', 'need', 'outcome', 'provision'] as const;
export type ThreadPart = (typeof THREAD_PARTS)[number];

/** Which parts a part may lead to: A→E, B, C and D→F, G, H1 and H2 or through E, E→F, G, H1 and H2. */
const LEADS_TO: Record<ThreadPart, readonly ThreadPart[]> = {
  aspiration: ['outcome'],
  need: ['outcome', 'provision'],
  outcome: ['provision'],
  provision: [],
};

const PART_OF_SECTION: ReadonlyMap<string, ThreadPart> = new Map<string, ThreadPart>([
  ['A', 'aspiration'],
  ['B', 'need'],
  ['C', 'need'],
  ['D', 'need'],
  ['E', 'outcome'],
  ['F', 'provision'],
  ['G', 'provision'],
  ['H', 'provision'],
  ['H1', 'provision'],
  ['H2', 'provision'],
]);

/** The part of the thread that a section holds; null for sections that are no part of it. */
export function threadPartOf(section: string): ThreadPart | null {
  return PART_OF_SECTION.get(section) ?? null;
}

/** Whether a link may be drawn from one part to the other. */
export function leadsTo(from: ThreadPart, to: ThreadPart): boolean {
  return LEADS_TO[from].includes(to);
}

/** Two ends put into the order in which the thread runs; null where no link is drawn between their parts. */
export function inThreadOrder<End extends { part: ThreadPart }>(one: End, other: End): { from: End; to: End } | null {
  if (leadsTo(one.part, other.part)) return { from: one, to: other };
  return leadsTo(other.part, one.part) ? { from: other, to: one } : null;
}

/** What may be linked with a part, in words: for whoever chose two passages between which no link is drawn. */
export function partnersWords(part: ThreadPart): string {
  const partners = THREAD_PARTS.filter((other) => leadsTo(part, other) || leadsTo(other, part));
  const named = partners.map((other) => `${ARTICLE[other]} ${PART_WORDS[other].one}`);
  const words = named.length > 1 ? `${named.slice(0, -1).join(', ')} or ${named.at(-1)}` : named.join('');
  return `${capital(ARTICLE[part])} ${PART_WORDS[part].one} is linked with ${words}.`;
}

/** A link as it counts: drawn or confirmed by a person, or no more than suggested. Ids are those of passages. */
export interface ThreadTie {
  fromId: string;
  toId: string;
  isSuggested: boolean;
}

export interface ThreadEnd {
  id: string;
  part: ThreadPart;
}

/** How a passage stands in the thread. */
export const THREAD_STANDINGS = ['linked', 'suggested', 'nothing'] as const;
export type ThreadStanding = (typeof THREAD_STANDINGS)[number];

/**
 * How each passage stands, by id. An aspiration looks for an outcome that answers it; a need for provision, straight or
 * through an outcome that has some (Code of Practice 9.69: provision for each and every need); an outcome for provision;
 * provision for an outcome that it serves. What hangs on a suggestion anywhere is suggested.
 */
export function threadStandings(
  passages: readonly ThreadEnd[],
  ties: readonly ThreadTie[],
): ReadonlyMap<string, ThreadStanding> {
  const parts = new Map(passages.map(({ id, part }) => [id, part]));
  const between = (from: ThreadPart, to: ThreadPart): ThreadTie[] =>
    ties.filter((tie) => parts.get(tie.fromId) === from && parts.get(tie.toId) === to);
  const toProvision = strongest(between('outcome', 'provision'), ({ fromId }) => fromId, strengthOf);
  const throughOutcome = strongest(
    between('need', 'outcome'),
    ({ fromId }) => fromId,
    (tie) => Math.min(strengthOf(tie), toProvision.get(tie.toId) ?? NOTHING),
  );
  const met = strongest(between('need', 'provision'), ({ fromId }) => fromId, strengthOf);
  const serving = strongest(between('outcome', 'provision'), ({ toId }) => toId, strengthOf);
  const answered = strongest(between('aspiration', 'outcome'), ({ fromId }) => fromId, strengthOf);
  const strength = ({ id, part }: ThreadEnd): number => {
    if (part === 'aspiration') return answered.get(id) ?? NOTHING;
    if (part === 'need') return Math.max(met.get(id) ?? NOTHING, throughOutcome.get(id) ?? NOTHING);
    return (part === 'outcome' ? toProvision : serving).get(id) ?? NOTHING;
  };
  return new Map(passages.map((passage) => [passage.id, standingOf(strength(passage))]));
}

const NOTHING = 0;
const SUGGESTED = 1;
const LINKED = 2;

function strengthOf({ isSuggested }: ThreadTie): number {
  return isSuggested ? SUGGESTED : LINKED;
}

function standingOf(strength: number): ThreadStanding {
  if (strength >= LINKED) return 'linked';
  return strength >= SUGGESTED ? 'suggested' : 'nothing';
}

function strongest(
  ties: readonly ThreadTie[],
  keyOf: (tie: ThreadTie) => string,
  valueOf: (tie: ThreadTie) => number,
): Map<string, number> {
  const best = new Map<string, number>();
  for (const tie of ties) best.set(keyOf(tie), Math.max(best.get(keyOf(tie)) ?? NOTHING, valueOf(tie)));
  return best;
}

export interface ThreadCount extends Record<ThreadStanding, number> {
  part: ThreadPart;
  all: number;
}

/** How many passages of each part stand how. */
export function countThread(
  passages: readonly ThreadEnd[],
  standings: ReadonlyMap<string, ThreadStanding>,
): ThreadCount[] {
  return THREAD_PARTS.map((part) => {
    const own = passages.filter((passage) => passage.part === part);
    const of = (standing: ThreadStanding): number =>
      own.filter(({ id }) => (standings.get(id) ?? 'nothing') === standing).length;
    return { part, all: own.length, linked: of('linked'), suggested: of('suggested'), nothing: of('nothing') };
  });
}

const PART_WORDS: Record<ThreadPart, { one: string; many: string }> = {
  aspiration: { one: 'aspiration', many: 'aspirations' },
  need: { one: 'need', many: 'needs' },
  outcome: { one: 'outcome', many: 'outcomes' },
  provision: { one: 'provision', many: 'provisions' },
};
const ARTICLE: Record<ThreadPart, string> = { aspiration: 'an', need: 'a', outcome: 'an', provision: 'a' };

/** "Needs": what a column of the thread is called. */
export function partHeading(part: ThreadPart): string {
  return capital(PART_WORDS[part].many);
}

/** "need": one passage of a part. */
export function partName(part: ThreadPart): string {
  return PART_WORDS[part].one;
}

/** "12 needs: 7 linked, 3 suggested, 2 with nothing". */
export function countWords({ part, all, linked, suggested, nothing }: ThreadCount): string {
  const { one, many } = PART_WORDS[part];
  if (all === 0) return `No ${many} found`;
  return `${all} ${all === 1 ? one : many}: ${linked} linked, ${suggested} suggested, ${nothing} with nothing`;
}

/** What it is called when a passage of a part stands with nothing, and what that means. */
export function orphanWords(part: ThreadPart): { title: string; meaning: string } {
  return ORPHAN_WORDS[part];
}

const ORPHAN_WORDS: Record<ThreadPart, { title: string; meaning: string }> = {
  aspiration: {
    title: 'Aspirations that no outcome answers',
    meaning: 'What the child or family hopes for should be seen in the outcomes.',
  },
  need: {
    title: 'Needs with no provision',
    meaning: 'Provision must be specified for each and every need (Code of Practice 9.69).',
  },
  outcome: {
    title: 'Outcomes with no provision',
    meaning: 'Nothing in the plan says how the outcome will be reached.',
  },
  provision: {
    title: 'Provision that serves no outcome',
    meaning: 'Nobody can tell by what to judge whether it works.',
  },
};

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
