import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { seededChance, shuffle } from './sampling.ts';

/** Who audits what: an even load, auditors of different agencies, and nobody on a plan that they had a hand in. */

/** An auditor who can be given plans. */
export interface AvailableAuditor {
  id: string;
  agency: string;
}

/** A document that wants auditors. */
export interface WantingDocument {
  id: string;
  /** People who wrote, supervised, advised on or signed off the plan. */
  conflicted: readonly string[];
  /** Those who have it already: they keep it, and count. */
  given: readonly string[];
}

/**
 * How many auditors a document gets, and from where.
 *
 * `different_agencies`: so many auditors, no two of one agency. `one_per_agency`: one of each named agency, for the
 * standards that it leads. `share_doubled`: one auditor, and a second of another agency for a share of the documents,
 * so that agreement can be measured.
 */
export type AssignmentRule =
  | { kind: 'different_agencies'; auditors: number }
  | { kind: 'one_per_agency'; agencies: readonly string[] }
  | { kind: 'share_doubled'; percent: number };

export interface Assigned {
  documentId: string;
  auditorId: string;
}

/** A place that nobody could take, and why. */
export interface Unfilled {
  documentId: string;
  /** For `one_per_agency`, the agency that is missing; otherwise null. */
  agency: string | null;
  reason: 'no_auditor' | 'all_conflicted' | 'no_other_agency';
}

export interface Assignments {
  assigned: Assigned[];
  unfilled: Unfilled[];
}

/** One auditor wanted for a document; `agency` where it must be of one. */
interface Place {
  document: WantingDocument;
  agency: string | null;
  holder: AvailableAuditor | null;
}

/**
 * Gives documents to auditors. Places with the fewest who could take them go first, each to whoever has least; then the
 * load is evened out along chains of hand-overs (N. Harvey et al., Semi-matchings, Journal of Algorithms 59 (2006)),
 * until no chain makes it more even. Ties are broken by the seed, so that the same round gives the same result.
 */
export function assignAuditors(
  documents: readonly WantingDocument[],
  auditors: readonly AvailableAuditor[],
  rule: AssignmentRule,
  seed: number,
): Assignments {
  const random = seededChance(seed);
  const pool = shuffle(auditors, random);
  const board = createBoard(documents, pool, rule, random);
  const scarcestFirst = board.places
    .map((place) => ({ place, choice: board.candidates(place).length }))
    .toSorted((a, b) => a.choice - b.choice);
  for (const { place } of scarcestFirst) {
    const holder = board.leastLoaded(board.candidates(place));
    if (holder !== null) board.give(place, holder);
  }
  while (evenOutOnce(board));
  return {
    assigned: board.places.flatMap(({ document, holder }) =>
      holder === null ? [] : [{ documentId: document.id, auditorId: holder.id }],
    ),
    unfilled: board.places.flatMap((place) =>
      place.holder === null
        ? [{ documentId: place.document.id, agency: place.agency, reason: whyUnfilled(place, pool) }]
        : [],
    ),
  };
}

type Board = ReturnType<typeof createBoard>;

/** The places with who holds them, and each auditor's load. */
function createBoard(
  documents: readonly WantingDocument[],
  pool: readonly AvailableAuditor[],
  rule: AssignmentRule,
  random: RandomGenerator,
) {
  const agencyOf = new Map(pool.map(({ id, agency }) => [id, agency]));
  const loads = new Map(pool.map(({ id }) => [id, 0]));
  for (const { given } of documents) for (const id of given) addLoad(id, 1);
  const doubled =
    rule.kind === 'share_doubled'
      ? new Set(doubledFirst(shuffle(documents, random)).slice(0, Math.round((documents.length * rule.percent) / 100)))
      : new Set<WantingDocument>();
  const byDocument = new Map(documents.map((document) => [document, placesOf(document)]));

  function placesOf(document: WantingDocument): Place[] {
    if (rule.kind === 'one_per_agency') {
      const has = new Set(document.given.map((id) => agencyOf.get(id)));
      return rule.agencies.filter((agency) => !has.has(agency)).map((agency) => ({ document, agency, holder: null }));
    }
    const wanted = rule.kind === 'different_agencies' ? rule.auditors : doubled.has(document) ? 2 : 1;
    const open = Math.max(0, wanted - document.given.length);
    return Array.from({ length: open }, () => ({ document, agency: null, holder: null }));
  }

  function addLoad(id: string, by: number): void {
    loads.set(id, (loads.get(id) ?? 0) + by);
  }

  /** No conflict, not there already, of the agency asked for, or else of another than the document's other auditors. */
  function isAllowed(place: Place, auditor: AvailableAuditor): boolean {
    const { document, agency } = place;
    if (document.conflicted.includes(auditor.id) || document.given.includes(auditor.id)) return false;
    if (agency !== null) return auditor.agency === agency;
    const others = (byDocument.get(document) ?? []).filter((other) => other !== place && other.holder !== null);
    return (
      others.every(({ holder }) => holder?.agency !== auditor.agency) &&
      document.given.every((id) => agencyOf.get(id) !== auditor.agency)
    );
  }

  return {
    pool,
    places: [...byDocument.values()].flat(),
    isAllowed,
    candidates: (place: Place): AvailableAuditor[] => pool.filter((auditor) => isAllowed(place, auditor)),
    load: (auditor: AvailableAuditor): number => loads.get(auditor.id) ?? 0,

    leastLoaded(candidates: readonly AvailableAuditor[]): AvailableAuditor | null {
      let least: AvailableAuditor | null = null;
      for (const auditor of candidates) {
        if (least === null || (loads.get(auditor.id) ?? 0) < (loads.get(least.id) ?? 0)) least = auditor;
      }
      return least;
    },

    give(place: Place, auditor: AvailableAuditor): void {
      if (place.holder !== null) addLoad(place.holder.id, -1);
      place.holder = auditor;
      addLoad(auditor.id, 1);
    },
  };
}

/** Documents that two have already make up the share first: proposing once more for what came later adds no more to it. */
function doubledFirst(documents: readonly WantingDocument[]): WantingDocument[] {
  const isDoubled = ({ given }: WantingDocument): boolean => given.length > 1;
  return [...documents.filter(isDoubled), ...documents.filter((document) => !isDoubled(document))];
}

/** Hands places on along a shortest chain from a heavier auditor to one with at least two fewer; false where there is none. */
function evenOutOnce(board: Board): boolean {
  const heaviestFirst = board.pool.toSorted((a, b) => board.load(b) - board.load(a));
  for (const from of heaviestFirst) {
    const chain = findChain(board, from);
    if (chain === null) continue;
    for (const { place, to } of chain.toReversed()) board.give(place, to);
    return true;
  }
  return false;
}

interface HandOver {
  place: Place;
  to: AvailableAuditor;
}

/** Breadth first over who could take a place from whom. The load falls at the start of the chain and rises at its end. */
function findChain(board: Board, from: AvailableAuditor): HandOver[] | null {
  const chains = new Map<AvailableAuditor, HandOver[]>([[from, []]]);
  for (const [auditor, chain] of chains) {
    if (board.load(auditor) <= board.load(from) - 2) return isStillAllowed(board, chain) ? chain : null;
    for (const place of board.places) {
      if (place.holder !== auditor) continue;
      for (const to of board.pool) {
        if (!chains.has(to) && board.isAllowed(place, to)) chains.set(to, [...chain, { place, to }]);
      }
    }
  }
  return null;
}

/** Two hand-overs of one document may be allowed one by one and not together: both to the same agency. */
function isStillAllowed(board: Board, chain: readonly HandOver[]): boolean {
  const before = chain.map(({ place }) => place.holder);
  for (const { place, to } of chain) place.holder = to;
  const isAllowed = chain.every(({ place, to }) => board.isAllowed(place, to));
  for (const [index, { place }] of chain.entries()) place.holder = before[index] ?? null;
  return isAllowed;
}

function whyUnfilled({ document, agency }: Place, pool: readonly AvailableAuditor[]): Unfilled['reason'] {
  const ofAgency = pool.filter((auditor) => agency === null || auditor.agency === agency);
  if (ofAgency.length === 0) return 'no_auditor';
  const free = ofAgency.filter(
    (auditor) => !document.conflicted.includes(auditor.id) && !document.given.includes(auditor.id),
  );
  return free.length === 0 ? 'all_conflicted' : 'no_other_agency';
}
