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

/** What a passage looks for in the thread and how far it has it: on a firm link, a suggestion alone, or not at all. */
export interface ThreadWant {
  part: ThreadPart;
  standing: ThreadStanding;
}

/**
 * What each part looks for. An aspiration: an outcome that answers it. A need: provision, straight or through an outcome
 * that has some (Code of Practice 9.69: provision for each and every need). An outcome: provision. Provision: a need that
 * it meets, straight or through an outcome, and an outcome by which to tell whether it works.
 */
const LOOKS_FOR: Record<ThreadPart, readonly ThreadPart[]> = {
  aspiration: ['outcome'],
  need: ['provision'],
  outcome: ['provision'],
  provision: ['need', 'outcome'],
};

/** What each passage looks for, by id. What hangs on a suggestion anywhere is suggested. */
export function threadWants(
  passages: readonly ThreadEnd[],
  ties: readonly ThreadTie[],
): ReadonlyMap<string, readonly ThreadWant[]> {
  const parts = new Map(passages.map(({ id, part }) => [id, part]));
  const between = (from: ThreadPart, to: ThreadPart): ThreadTie[] =>
    ties.filter((tie) => parts.get(tie.fromId) === from && parts.get(tie.toId) === to);
  const [needToOutcome, needToProvision] = [between('need', 'outcome'), between('need', 'provision')];
  const outcomeToProvision = between('outcome', 'provision');
  const answered = strongest(between('aspiration', 'outcome'), fromOf, strengthOf);
  const reached = strongest(outcomeToProvision, fromOf, strengthOf);
  const serving = strongest(outcomeToProvision, toOf, strengthOf);
  const wanted = strongest(needToOutcome, toOf, strengthOf);
  const metStraight = strongest(needToProvision, fromOf, strengthOf);
  const metThrough = strongest(needToOutcome, fromOf, (tie) =>
    Math.min(strengthOf(tie), reached.get(tie.toId) ?? NOTHING),
  );
  const meetsStraight = strongest(needToProvision, toOf, strengthOf);
  const meetsThrough = strongest(outcomeToProvision, toOf, (tie) =>
    Math.min(strengthOf(tie), wanted.get(tie.fromId) ?? NOTHING),
  );
  const found: Record<ThreadPart, Partial<Record<ThreadPart, readonly ReadonlyMap<string, number>[]>>> = {
    aspiration: { outcome: [answered] },
    need: { provision: [metStraight, metThrough] },
    outcome: { provision: [reached] },
    provision: { need: [meetsStraight, meetsThrough], outcome: [serving] },
  };
  return new Map(
    passages.map(({ id, part }) => [
      id,
      LOOKS_FOR[part].map((wantedPart) => ({
        part: wantedPart,
        standing: standingOf(
          Math.max(...(found[part][wantedPart] ?? []).map((best) => best.get(id) ?? NOTHING), NOTHING),
        ),
      })),
    ]),
  );
}

/** The weakest standing among what a passage looks for. */
export function weakestOf(wants: readonly ThreadWant[]): ThreadStanding {
  return THREAD_STANDINGS.findLast((standing) => wants.some((want) => want.standing === standing)) ?? 'nothing';
}

/**
 * The whole thread through one passage: the ids of what leads to it and of what it leads to, however far, itself among
 * both. A tie lies on that thread when both its ends are among the one or the other.
 */
export function threadThrough(
  id: string,
  ties: readonly Pick<ThreadTie, 'fromId' | 'toId'>[],
): { before: ReadonlySet<string>; after: ReadonlySet<string> } {
  const follow = (step: (tie: Pick<ThreadTie, 'fromId' | 'toId'>) => readonly [at: string, next: string]) => {
    const reached = new Set([id]);
    // Whatever is added while the set is gone through is gone through too.
    for (const here of reached) {
      for (const tie of ties) {
        const [at, next] = step(tie);
        if (at === here) reached.add(next);
      }
    }
    return reached;
  };
  return {
    before: follow(({ fromId, toId }) => [toId, fromId]),
    after: follow(({ fromId, toId }) => [fromId, toId]),
  };
}

/** How a passage stands, in few words: "linked", "provision suggested", "no need, no outcome". */
export function wantWords(wants: readonly ThreadWant[]): string {
  const lacking = wants.filter(({ standing }) => standing === 'nothing');
  if (lacking.length > 0) return lacking.map(({ part }) => `no ${PART_WORDS[part].one}`).join(', ');
  const guessed = wants.filter(({ standing }) => standing === 'suggested');
  if (guessed.length === 0) return 'linked';
  return `${guessed.map(({ part }) => PART_WORDS[part].one).join(' and ')} suggested`;
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

function fromOf({ fromId }: ThreadTie): string {
  return fromId;
}

function toOf({ toId }: ThreadTie): string {
  return toId;
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

/** How many passages of each part stand how, each as the weakest of what it looks for. */
export function countThread(
  passages: readonly ThreadEnd[],
  wants: ReadonlyMap<string, readonly ThreadWant[]>,
): ThreadCount[] {
  return THREAD_PARTS.map((part) => {
    const own = passages.filter((passage) => passage.part === part);
    const of = (standing: ThreadStanding): number =>
      own.filter(({ id }) => weakestOf(wants.get(id) ?? []) === standing).length;
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

/** "7 linked, 3 only suggested, 2 orphans": how the passages of a part stand; null where there are none. */
export function countWords({ all, linked, suggested, nothing }: ThreadCount): string | null {
  if (all === 0) return null;
  return `${linked} linked, ${suggested} only suggested, ${nothing} ${nothing === 1 ? 'orphan' : 'orphans'}`;
}

/** A way to stand alone: a passage of a part for which a passage of another is wanting. */
export interface OrphanKind {
  part: ThreadPart;
  lacks: ThreadPart;
  title: string;
  /** What it means for the plan. */
  meaning: string;
}

/** All ways to stand alone, in the order of the thread. */
export const ORPHAN_KINDS: readonly OrphanKind[] = [
  {
    part: 'aspiration',
    lacks: 'outcome',
    title: 'Aspirations that no outcome answers',
    meaning: 'What the child or family hopes for should be seen in the outcomes.',
  },
  {
    part: 'need',
    lacks: 'provision',
    title: 'Needs with no provision',
    meaning: 'Provision must be specified for each and every need (Code of Practice 9.69).',
  },
  {
    part: 'outcome',
    lacks: 'provision',
    title: 'Outcomes with no provision',
    meaning: 'Nothing in the plan says how the outcome will be reached.',
  },
  {
    part: 'provision',
    lacks: 'need',
    title: 'Provision that meets no need',
    meaning: 'The plan does not say what it is for: no need leads to it, straight or through an outcome.',
  },
  {
    part: 'provision',
    lacks: 'outcome',
    title: 'Provision that serves no outcome',
    meaning: 'Nobody can tell by what to judge whether it works.',
  },
];

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
