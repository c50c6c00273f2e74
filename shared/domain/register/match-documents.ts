import { straightApostrophes, withoutAccents } from '../names.ts';

/** A document that waits to be filed, with what it says of itself and what its name says. */
export interface WaitingDocument {
  id: string;
  fileName: string;
  reference: string | null;
  name: string | null;
  dateOfBirth: string | null;
  stage: string | null;
  issuedOn: string | null;
  hasText: boolean;
}

export interface PlanToMatch {
  id: string;
  reference: string;
  initials: string;
  name: string | null;
  dateOfBirth: string | null;
}

/** Why a plan may be a document's own; a smaller rank is likelier. Ranks up to `SURE` can be taken as they are. */
export interface PlanMatch {
  planId: string;
  rank: number;
  reason: string;
}

/** Up to this rank one plan alone fits, as far as a document can say. */
export const SURE = 2;

/**
 * The plans that a document may belong to, likeliest first: by reference in its text or its file's name, by name and
 * date of birth, by one of the two, by initials and date of birth. Nothing is matched by initials alone.
 */
export function matchPlans(document: WaitingDocument, index: PlanIndex): PlanMatch[] {
  const matches = new Map<string, PlanMatch>();
  const put = (plans: readonly PlanToMatch[] | undefined, rank: number, reason: string) => {
    for (const { id } of plans ?? []) {
      if ((matches.get(id)?.rank ?? Infinity) > rank) matches.set(id, { planId: id, rank, reason });
    }
  };
  if (document.reference !== null) put(index.byReference.get(plain(document.reference)), 0, 'Same reference');
  for (const word of referencesIn(document.fileName))
    put(index.byReference.get(word), 1, 'Reference in the file’s name');
  const named = document.name === null ? [] : (index.byName.get(plain(document.name)) ?? []);
  const born = document.dateOfBirth === null ? [] : (index.byBirth.get(document.dateOfBirth) ?? []);
  const both = named.filter(({ dateOfBirth }) => dateOfBirth !== null && dateOfBirth === document.dateOfBirth);
  put(both, 2, 'Same name and date of birth');
  const initials = initialsIn(document);
  put(
    born.filter((plan) => plan.initials !== '' && initials.has(plan.initials.toUpperCase())),
    3,
    'Same initials and date of birth',
  );
  // A name with another date of birth is somebody else.
  put(
    named.filter(({ dateOfBirth }) => dateOfBirth === null || document.dateOfBirth === null),
    4,
    'Same name',
  );
  put(born, 5, 'Same date of birth');
  return [...matches.values()].sort((one, other) => one.rank - other.rank);
}

export interface PlanIndex {
  byReference: ReadonlyMap<string, PlanToMatch[]>;
  byName: ReadonlyMap<string, PlanToMatch[]>;
  byBirth: ReadonlyMap<string, PlanToMatch[]>;
}

/** Plans by what they are found by: one walk through the register for any number of documents. */
export function indexPlans(plans: readonly PlanToMatch[]): PlanIndex {
  const by = (key: (plan: PlanToMatch) => string | null): Map<string, PlanToMatch[]> => {
    const found = new Map<string, PlanToMatch[]>();
    for (const plan of plans) {
      const value = key(plan);
      if (value === null || value === '') continue;
      const there = found.get(value);
      if (there) there.push(plan);
      else found.set(value, [plan]);
    }
    return found;
  };
  return {
    byReference: by(({ reference }) => plain(reference)),
    byName: by(({ name }) => (name === null ? null : plain(name))),
    byBirth: by(({ dateOfBirth }) => dateOfBirth),
  };
}

/** Letters and figures only, without accents: 'MD-26/0412' and 'md 26 0412' are one, and so are 'Zoë' and 'Zoe'. */
export function plain(text: string): string {
  return withoutAccents(straightApostrophes(text)).replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** References are at most so many words of a file's name, as in 'MD T 26 0017'. */
const MOST_WORDS = 5;
/** Shorter ones could be a page or a year. */
const SHORTEST_REFERENCE = 4;

/** Whatever may be a reference in a file's name: its words, and those that follow each other, put together. */
function referencesIn(fileName: string): string[] {
  const words = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.flatMap((_, at) =>
    Array.from({ length: MOST_WORDS }, (_unused, more) => plain(words.slice(at, at + more + 1).join(''))).filter(
      (word) => word.length >= SHORTEST_REFERENCE && /\d/.test(word),
    ),
  );
}

function initialsIn({ name, fileName }: WaitingDocument): Set<string> {
  const found = new Set(fileName.match(/(?<![\p{L}\p{N}])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu));
  const words = (name ?? '').split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first] = words;
  const last = words.at(-1);
  if (first !== undefined && last !== undefined) found.add(`${first.slice(0, 1)}${last.slice(0, 1)}`.toUpperCase());
  return found;
}

export interface ProposedFiling {
  documentId: string;
  /** Where it fits; null where nothing speaks for any plan, or more than one fits as well. */
  match: PlanMatch | null;
  /** Every plan that something speaks for. */
  others: PlanMatch[];
  stage: string | null;
  issuedOn: string | null;
  /** What a person should look at before it is filed. */
  remarks: string[];
  /** The document that this one seems to be the later version of, among those dropped with it. */
  versionOf: string | null;
}

/**
 * What documents dropped together would be filed as: each with its plan, drafts paired with their finals, and whatever
 * does not look right. `filed` are the stages that each plan has already.
 */
export function proposeFilings(
  documents: readonly WaitingDocument[],
  index: PlanIndex,
  filed: ReadonlyMap<string, readonly (string | null)[]>,
): ProposedFiling[] {
  const proposals = documents.map((document): ProposedFiling => {
    const others = matchPlans(document, index);
    const [first, second] = others;
    const isAlone = first !== undefined && first.rank !== second?.rank;
    return {
      documentId: document.id,
      match: first !== undefined && isAlone ? first : null,
      others,
      stage: document.stage ?? stageInName(document.fileName),
      issuedOn: document.issuedOn,
      remarks: remarksOn(document, others, isAlone),
      versionOf: null,
    };
  });
  const byPlan = Map.groupBy(
    proposals.filter(({ match }) => match !== null),
    ({ match }) => match?.planId,
  );
  for (const [planId, versions] of byPlan) {
    for (const version of versions) {
      const wanted = version.stage === 'final' ? 'draft' : version.stage === 'amended_final' ? 'amended_draft' : null;
      version.versionOf = wanted === null ? null : (versions.find(({ stage }) => stage === wanted)?.documentId ?? null);
      const isTwice = versions.some((other) => other !== version && other.stage === version.stage);
      const isThere = planId !== undefined && (filed.get(planId) ?? []).includes(version.stage);
      const stage = (version.stage ?? '').replaceAll('_', ' ');
      if (version.stage !== null && isTwice) version.remarks.push(`Two files are this plan’s ${stage}.`);
      if (version.stage !== null && isThere) version.remarks.push(`The plan has a ${stage} already.`);
    }
  }
  return proposals;
}

function remarksOn(document: WaitingDocument, others: readonly PlanMatch[], isAlone: boolean): string[] {
  const remarks: string[] = [];
  if (!document.hasText) remarks.push('A scan without text: it is audited by eye.');
  if (others.length > 1 && !isAlone) remarks.push('More than one plan fits as well.');
  const [first] = others;
  if (isAlone && first !== undefined && first.rank > SURE)
    remarks.push(`Only by ${first.reason.toLowerCase()}: look twice.`);
  return remarks;
}

/** What the file's name says it is, where the document itself does not. */
export function stageInName(fileName: string): string | null {
  const words = fileName.toLowerCase().replaceAll(/[^a-z]+/g, ' ');
  const isAmended = /\bamend/.test(words);
  if (/\bdraft\b/.test(words)) return isAmended ? 'amended_draft' : 'draft';
  if (/\bfinal\b/.test(words)) return isAmended ? 'amended_final' : 'final';
  return null;
}
