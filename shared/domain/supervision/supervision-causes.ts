import { count } from '../calendar-date.ts';
import { ROOT_CAUSE_WORDS, ROOT_CAUSES, type RootCause } from '../grading/root-causes.ts';

/**
 * Whose a shortfall is. A writer answers for their writing, and for advice that they were given and left out or weakened.
 * Advice that was missing or vague is the advisers'; a template, a process and a family that nobody reached are the
 * service's (field brief, root causes and fairness in supervision). What nobody knows is nobody's.
 */
export const CAUSE_SHARES = ['writer', 'advice', 'service', 'unknown'] as const;
export type CauseShare = (typeof CAUSE_SHARES)[number];

const SHARE_OF_CAUSE: Readonly<Record<RootCause, CauseShare>> = {
  writing: 'writer',
  advice_weakened: 'writer',
  advice_missing: 'advice',
  advice_vague: 'advice',
  template: 'service',
  process: 'service',
  family_not_reached: 'service',
  not_known: 'unknown',
};

/** Each share as a manager and a caseworker read it. */
export const SHARE_WORDS: Readonly<Record<CauseShare, string>> = {
  writer: 'The writer’s own',
  advice: 'Weak or missing advice, not the writer’s',
  service: 'Template, process or family not reached, not the writer’s',
  unknown: 'Cause not known, or seen differently',
};

export function shareOfCause(cause: RootCause): CauseShare {
  return SHARE_OF_CAUSE[cause];
}

/**
 * Whose one shortfall is, as its auditors saw it. Who does not know gives way to who does; where those who know see it
 * differently it is kept apart, as unknown, rather than laid on the writer.
 */
export function shareOfCauses(causes: readonly (RootCause | null)[]): CauseShare {
  const known = new Set(
    causes.flatMap((cause) => (cause === null || cause === 'not_known' ? [] : [shareOfCause(cause)])),
  );
  const [only] = known;
  return known.size === 1 && only !== undefined ? only : 'unknown';
}

export interface ShareCount {
  share: CauseShare;
  n: number;
  /** The causes named, most often first; none for what is not known. */
  causes: { cause: RootCause; words: string; n: number }[];
}

/** Shortfalls by whose they are: every share in its order, none twice, none lost. */
export function countShares(shortfalls: readonly (readonly (RootCause | null)[])[]): ShareCount[] {
  const byShare = Map.groupBy(shortfalls, shareOfCauses);
  return CAUSE_SHARES.map((share) => {
    const own = byShare.get(share) ?? [];
    const causes = ROOT_CAUSES.filter((cause) => shareOfCause(cause) === share && share !== 'unknown').map((cause) => ({
      cause,
      words: ROOT_CAUSE_WORDS[cause],
      n: own.filter((causesOfOne) => causesOfOne.includes(cause)).length,
    }));
    return { share, n: own.length, causes: causes.filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n) };
  });
}

/** 'Of 9 shortfalls, 3 are the writer’s own; 4 come from weak or missing advice …': each share in words, zeros left out. */
export function sharesInWords(shares: readonly ShareCount[]): string {
  const total = shares.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return 'No criterion was found wanting.';
  const parts = shares
    .filter(({ n }) => n > 0)
    .map(({ share, n, causes }) => {
      const named = causes.map(({ words }) => words.toLowerCase()).join(', ');
      return `${n}: ${lowerFirst(SHARE_WORDS[share])}${named === '' ? '' : ` (${named})`}`;
    });
  return `Of ${count(total, 'shortfall')} – ${parts.join('; ')}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
