import type { Kysely } from 'kysely';
import type { Sheet } from '../../../shared/contract/supervision.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import { countShares } from '../../../shared/domain/supervision/supervision-causes.ts';
import {
  choosePoints,
  chooseStrengths,
  type Finding,
  shareOfPlans,
} from '../../../shared/domain/supervision/supervision-findings.ts';
import { createTellCheck } from '../audits/open-answers.ts';
import type { Caller } from '../caller.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import { toHalfTerm } from '../partnership/partnership-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { findingsOf } from './findings-of.ts';
import { createSettled, type GradedVersion, selectGradedVersions, type SettledResult } from './settled-results.ts';
import { selectNotes, selectReplies, tellable } from './supervision-queries.ts';
import { auditedVersion } from './version-words.ts';

/** A sheet tells of so many plans, the latest ones. */
const LAST_FEW = 5;
/** Views of a single caseworker go no further back (field brief, retention). */
const YEARS_BACK = 2;

export interface SheetContent {
  content: Omit<Sheet, 'openingId' | 'openedAt'>;
  told: SettledResult[];
}

/** What the last few audited plans of a caseworker show, with what was agreed and replied. Gives which results it tells. */
export async function sheetOf(
  db: Kysely<WorkspaceTables>,
  rubrics: RubricService,
  masking: Pick<MaskingService, 'maskerOf'>,
  caller: Caller,
  { caseworker, isOwn, today }: { caseworker: Row<'person'>; isOwn: boolean; today: string },
): Promise<SheetContent> {
  const settled = await settledBy(db, rubrics, caller, { writerId: caseworker.id, today });
  const { resultOf } = createSettled(db, rubrics, caller.id);
  const plans: SettledResult[] = [];
  for (const version of settled.slice(0, LAST_FEW)) {
    const result = await resultOf(version);
    if (result !== undefined) plans.push(result);
  }
  const halfTerms = (await db.selectFrom('half_term').selectAll().execute()).map(toHalfTerm);
  const labels = new Map(halfTerms.map((halfTerm) => [halfTerm.id, shortHalfTermName(halfTerm)]));
  const findings: Finding[][] = [];
  for (const each of plans) findings.push(await findingsOf(db, each, await masking.maskerOf(each.planId)));
  const points = choosePoints(findings);
  const all = findings.flat();
  const met = all.filter(({ response }) => response === 'met').length;
  return {
    told: plans,
    content: {
      today,
      caseworker: {
        id: caseworker.id,
        name: caseworker.name,
        team: caseworker.team,
        signsIn: caseworker.signs_in === 1 && caseworker.is_active === 1,
      },
      isOwn,
      plans: plans.map((each) => auditedVersion(each, labels.get(each.halfTermId) ?? '')),
      earlier: settled.length - plans.length,
      criteriaMet: shareOfPlans(met, all.length, plans.length),
      strengths: chooseStrengths(findings, points).map((strength) => ({
        ...strength,
        excerpts: strength.excerpts.map((excerpt) => ({ ...excerpt, absentIn: [...excerpt.absentIn] })),
      })),
      points: points.map((point) => ({
        ...point,
        excerpts: point.excerpts.map((excerpt) => ({ ...excerpt, absentIn: [...excerpt.absentIn] })),
      })),
      shares: countShares(all.filter(({ response }) => response !== 'met').map(({ causes }) => causes)),
      notes: await selectNotes(db, caller, { caseworkerId: caseworker.id }),
      replies: await tellable(await selectReplies(db, { caseworkerId: caseworker.id }), createTellCheck(db, caller.id)),
    },
  };
}

/** What a person wrote that is settled, of the last two years, latest first. */
export async function settledBy(
  db: Kysely<WorkspaceTables>,
  rubrics: RubricService,
  caller: Caller,
  { writerId, today }: { writerId: string; today: string },
): Promise<GradedVersion[]> {
  const { isSettled } = createSettled(db, rubrics, caller.id);
  const found: GradedVersion[] = [];
  for (const version of await selectGradedVersions(db, { writerId, since: yearsBefore(today, YEARS_BACK) })) {
    if (await isSettled(version)) found.push(version);
  }
  return found;
}

/** As text: 29 February is before 1 March in any year. */
function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}
