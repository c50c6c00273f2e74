import type { Kysely } from 'kysely';
import type { Grading } from '../../../shared/domain/grading/grading.ts';
import { type Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import { shareTeam } from '../../../shared/domain/teams.ts';
import { selectLiveAudits } from '../assignments/assignments-queries.ts';
import { frozenGrading } from '../audits/audit-standing.ts';
import { type AuditRow, selectAudits } from '../audits/audits-queries.ts';
import { createTellCheck } from '../audits/open-answers.ts';
import { selectModeration } from '../moderation/moderation-queries.ts';
import { frozenModerationSchema } from '../moderation/panel-documents.ts';
import { toHalfTerm } from '../partnership/partnership-service.ts';
import { howChosen } from '../results/how-chosen.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** A plan version that somebody was asked to audit in a round, with what a paper says of it. */
export interface GradedVersion {
  roundId: string;
  documentId: string;
  cycleId: string;
  planId: string;
  reference: string;
  planTeam: string;
  planType: string;
  stage: string | null;
  roundKind: string;
  panelDate: string;
  halfTermId: string;
}

/** What stands of it: agreed by the panel, or graded by one auditor alone. */
export interface SettledResult extends GradedVersion {
  isModerated: boolean;
  rubricId: string;
  rubric: Rubric;
  grading: Grading;
  /** The grade that stands; the chair may have moved it by one step. */
  grade: string | null;
  /** Submitted audits, whose words and quotes the result rests on. */
  audits: AuditRow[];
}

export interface WhichVersions {
  /** Written by this person. */
  writerId?: string;
  /** Of a team of this entry, see `ofTeams`. */
  teams?: string;
  halfTermIds?: readonly string[];
  /** Panels on this day or later. */
  since?: string;
  roundId?: string;
  documentId?: string;
}

/**
 * Versions that were graded, latest panel first; calibration is never among them. Nothing of an audit is read here: what
 * may be told of them is asked of `createSettled`.
 */
export async function selectGradedVersions(db: Db, which: WhichVersions): Promise<GradedVersion[]> {
  let select = db
    .selectFrom('assignment')
    .innerJoin('round', 'round.id', 'assignment.round_id')
    .innerJoin('document', 'document.id', 'assignment.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .leftJoin('calibration', (join) =>
      join.onRef('calibration.round_id', '=', 'round.id').onRef('calibration.document_id', '=', 'document.id'),
    )
    .select([
      'round.id as roundId',
      'document.id as documentId',
      'cycle.id as cycleId',
      'plan.id as planId',
      'plan.reference as reference',
      'plan.team as planTeam',
      'cycle.plan_type as planType',
      'document.stage as stage',
      howChosen().as('roundKind'),
      'round.panel_date as panelDate',
      'round.half_term_id as halfTermId',
    ])
    .distinct()
    .where('assignment.state', '=', 'assigned')
    .where('assignment.is_calibration', '=', 0)
    .where('calibration.document_id', 'is', null)
    .orderBy('round.panel_date', 'desc')
    .orderBy('plan.reference_key')
    .orderBy('document.issued_on', 'desc')
    .orderBy('document.id');
  const { writerId, teams, halfTermIds, since, roundId, documentId } = which;
  if (writerId !== undefined) {
    select = select
      .innerJoin('cycle_person', 'cycle_person.cycle_id', 'cycle.id')
      .where('cycle_person.part', '=', 'wrote')
      .where('cycle_person.person_id', '=', writerId);
  }
  if (halfTermIds !== undefined) select = select.where('round.half_term_id', 'in', [...halfTermIds]);
  if (since !== undefined) select = select.where('round.panel_date', '>=', since);
  if (roundId !== undefined) select = select.where('round.id', '=', roundId);
  if (documentId !== undefined) select = select.where('document.id', '=', documentId);
  const rows = (await select.execute()).map((row) => ({ ...row, planTeam: row.planTeam ?? '' }));
  return teams === undefined ? rows : ofTeams(db, rows, teams);
}

/** Half-terms in which plans were graded, calibration apart, latest first. */
export async function selectGradedHalfTerms(db: Db): Promise<{ id: string; label: string }[]> {
  const rows = await db
    .selectFrom('half_term')
    .selectAll()
    .where((half) =>
      half.exists(
        half
          .selectFrom('round')
          .innerJoin('assignment', 'assignment.round_id', 'round.id')
          .select('round.id')
          .whereRef('round.half_term_id', '=', 'half_term.id')
          .where('assignment.state', '=', 'assigned')
          .where('assignment.is_calibration', '=', 0),
      ),
    )
    .orderBy('half_term.id', 'desc')
    .execute();
  return rows.map(toHalfTerm).map((halfTerm) => ({ id: halfTerm.id, label: shortHalfTermName(halfTerm) }));
}

/** Those of a team: by the register, and where it names no team of the plan, by whoever wrote it in that cycle. */
export async function ofTeams<Version extends Pick<GradedVersion, 'planTeam' | 'cycleId'>>(
  db: Db,
  versions: readonly Version[],
  teams: string,
): Promise<Version[]> {
  const writersTeams = await selectWritersTeams(
    db,
    versions.filter(({ planTeam }) => planTeam.trim() === '').map(({ cycleId }) => cycleId),
  );
  return versions.filter(({ planTeam, cycleId }) =>
    planTeam.trim() === ''
      ? (writersTeams.get(cycleId) ?? []).some((team) => shareTeam(team, teams))
      : shareTeam(planTeam, teams),
  );
}

async function selectWritersTeams(db: Db, cycleIds: readonly string[]): Promise<Map<string, string[]>> {
  if (cycleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('cycle_person')
    .innerJoin('person', 'person.id', 'cycle_person.person_id')
    .select(['cycle_person.cycle_id as cycleId', 'person.team as team'])
    .where('cycle_person.part', '=', 'wrote')
    .where('cycle_person.cycle_id', 'in', [...new Set(cycleIds)])
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ cycleId }) => cycleId)].map(([cycleId, own]) => [cycleId, own.map(({ team }) => team)]),
  );
}

/** Tells of graded versions whether they are settled, and what the result is, as far as the viewer may be told. */
export interface Settled {
  isSettled: (version: GradedVersion) => Promise<boolean>;
  /** Undefined where nothing is settled. Whoever tells it on calls `recordAnswersShown`. */
  resultOf: (version: GradedVersion) => Promise<SettledResult | undefined>;
}

/** Settled is what all who are asked have submitted, and the panel has agreed or one auditor alone was asked. */
export function createSettled(db: Db, rubrics: RubricService, viewerId: string): Settled {
  const mayTell = createTellCheck(db, viewerId);

  /** What the panel agreed, as it was frozen; null where one auditor alone was asked; undefined where nothing is settled. */
  async function agreedOf(version: GradedVersion): Promise<string | null | undefined> {
    if (!(await mayTell(version))) return undefined;
    const { roundId, documentId } = version;
    const moderation = await selectModeration(db, roundId, documentId);
    if (moderation?.state === 'agreed') return moderation.frozen ?? undefined;
    return (await selectLiveAudits(db, roundId, documentId)).length === 1 ? null : undefined;
  }

  return {
    isSettled: async (version) => (await agreedOf(version)) !== undefined,

    async resultOf(version) {
      const agreed = await agreedOf(version);
      if (agreed === undefined) return undefined;
      const { roundId, documentId } = version;
      const audits = (await selectAudits(db, { roundId, documentId })).filter(
        ({ state, is_calibration: isCalibration }) => state === 'submitted' && isCalibration === 0,
      );
      const [first] = audits;
      if (first?.frozen === undefined || first.frozen === null) return undefined;
      const { rubric } = await rubrics.get(first.rubric_id);
      const settled = { ...version, rubricId: first.rubric_id, rubric, audits };
      if (agreed !== null) {
        const { grading, grade } = frozenModerationSchema.parse(JSON.parse(agreed));
        return { ...settled, isModerated: true, grading, grade };
      }
      const grading = frozenGrading(first.frozen);
      return { ...settled, isModerated: false, grading, grade: grading.overallGrade };
    },
  };
}
