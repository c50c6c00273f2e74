import { ageOn, dateFrom, schoolYearStart } from './calendar-date.ts';
import type { PlanFacts, Rubric } from './rubric/rubric.ts';
import { TRANSFER_YEARS } from './timeline/timeline.ts';

/** What is known of a plan and its document when it is graded. */
export type PlanFactSource = {
  dateOfBirth?: string | null;
  /** The year actually followed, as the plan says: it beats what age suggests, and is never worked out from it. */
  ncYear?: number | null;
  /** 'draft', 'final', 'amended_draft', 'amended_final'; anything else is no status of a plan, and stays unknown. */
  stage?: string | null;
  planType?: string | null;
  /** The register's flags; null or left out where it does not say. */
  isLookedAfter?: boolean | null;
  isKnownToSocialCare?: boolean | null;
  /** The round's panel date, or the day of opening where there is no round. */
  auditDate: string;
  /** Yes-or-no facts by id, as the register or the auditor has them. */
  booleans?: Readonly<Record<string, boolean | null>>;
};

/** The facts that the engine knows by name, whether or not a rubric lists them. */
export const ENGINE_FACTS: Readonly<Record<string, 'integer' | 'enum'>> = {
  ageYears: 'integer',
  ageOn31Aug: 'integer',
  ncYear: 'integer',
  planStatus: 'enum',
  planType: 'enum',
};

/**
 * The engine's own facts and all that the rubric lists, each unknown one null. Ages are whole years: on the audit date,
 * and on the 31 August before the school year of that date. A value outside a fact's list of values counts as unknown.
 */
export function derivePlanFacts(rubric: Pick<Rubric, 'planFacts'>, source: PlanFactSource): PlanFacts {
  const { auditDate } = source;
  const born = source.dateOfBirth ?? undefined;
  const ncYear = source.ncYear ?? null;
  const known: PlanFacts = {
    hasSocialWorker: hasSocialWorker(source),
    isPhaseTransferYear: ncYear === null ? null : isPhaseTransferYear(ncYear),
    ...Object.fromEntries(Object.entries(source.booleans ?? {}).filter(([, value]) => value !== null)),
    ageYears: born === undefined ? null : (ageOn(born, auditDate) ?? null),
    ageOn31Aug: born === undefined ? null : (ageOn(born, augustBefore(auditDate)) ?? null),
    ncYear,
    planStatus: source.stage ?? null,
    planType: source.planType ?? null,
  };
  const ids = new Set([...Object.keys(ENGINE_FACTS), ...rubric.planFacts.map((fact) => fact.id)]);
  return Object.fromEntries(
    [...ids].map((id) => {
      const value = Object.hasOwn(known, id) ? (known[id] ?? null) : null;
      const values = rubric.planFacts.find((fact) => fact.id === id)?.values;
      const isForeign = typeof value === 'string' && values !== undefined && !values.includes(value);
      return [id, isForeign ? null : value];
    }),
  );
}

/**
 * Looked after, in need, or on a child protection plan. Who is looked after has a social worker; whom social care does not
 * know has none. Known to social care may be less than in need (early help, or years ago): that is for the auditor to say.
 */
function hasSocialWorker({ isLookedAfter, isKnownToSocialCare }: PlanFactSource): boolean | null {
  if (isLookedAfter === true) return true;
  return isKnownToSocialCare === false ? false : null;
}

/** Years at whose end no school in England ends: with infant, first and middle schools, colleges at 14 and post-16 in mind. */
const NOBODY_MOVES: ReadonlySet<number> = new Set([-2, 0, 1, 3, 5, 10]);

/**
 * Whether everyone of a year group moves to another phase at the end of it (domain: nursery to school, Year 6 to 7, Year
 * 11 to post-16); null in the years at whose end some do, by area or by choice.
 */
function isPhaseTransferYear(ncYear: number): boolean | null {
  if (TRANSFER_YEARS.has(ncYear)) return true;
  return NOBODY_MOVES.has(ncYear) ? false : null;
}

/** The 31 August before the school year in which a date lies. */
export function augustBefore(date: string): string {
  return dateFrom(schoolYearStart(date), 8, 31);
}

/** The year group that an age on 31 August usually means (13 → Year 9; 4 → Reception = 0): a suggestion, no fact. */
export function usualNcYear(ageOn31Aug: number): number {
  return ageOn31Aug - 4;
}
