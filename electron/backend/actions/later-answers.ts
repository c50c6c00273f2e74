import type { Kysely } from 'kysely';
import type { Action } from '../../../shared/contract/actions.ts';
import { STAGES } from '../../../shared/contract/plans.ts';
import { ACTION_ANSWERS, type ActionAnswer, isAnsweredByAll } from '../../../shared/domain/actions.ts';
import { latestOf } from '../../../shared/domain/register/version-order.ts';
import { selectAudits } from '../audits/audits-queries.ts';
import type { Graded } from '../audits/graded.ts';
import { createOpenCheck } from '../audits/open-answers.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { selectVersions } from './actions-queries.ts';
import { covers } from './asked-actions.ts';

type Later = NonNullable<Action['later']>;

/**
 * What the auditors of the latest later version say of each action, by its id, as far as all of them have submitted.
 * Whoever shows it calls `recordAnswersShown` for what is in `shown`.
 */
export async function selectLaterAnswers(
  db: Kysely<WorkspaceTables>,
  rubrics: RubricService,
  rows: readonly Pick<Row<'action'>, 'id' | 'criterion_id'>[],
): Promise<{ later: Map<string, Later>; shown: Graded[] }> {
  const later = new Map<string, Later>();
  const shown: Graded[] = [];
  if (rows.length === 0) return { later, shown };
  const given = await db
    .selectFrom('action_answer')
    .innerJoin('audit', 'audit.id', 'action_answer.audit_id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select([
      'action_answer.action_id as actionId',
      'action_answer.answer as answer',
      'action_answer.comment as comment',
      'audit.id as auditId',
      'audit.round_id as roundId',
      'audit.document_id as documentId',
    ])
    .where(
      'action_answer.action_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('audit.is_calibration', '=', 0)
    // Of one version in two rounds the later panel's answers count.
    .orderBy('round.panel_date', 'desc')
    .orderBy('round.id')
    .execute();
  const versions = await selectVersions(
    db,
    given.map(({ documentId }) => documentId),
  );
  const isOpen = createOpenCheck(db);
  const names = new Map(
    (await db.selectFrom('person').select(['id', 'name']).execute()).map((row) => [row.id, row.name]),
  );
  for (const action of rows) {
    const candidates = [];
    for (const answer of given.filter(({ actionId }) => actionId === action.id)) {
      const version = versions.get(answer.documentId);
      if (version !== undefined && (await isOpen(answer))) candidates.push({ ...version, answer });
    }
    const latest = latestOf(candidates);
    if (latest === undefined) continue;
    const { roundId, documentId } = latest.answer;
    const audits = await selectAudits(db, { roundId, documentId });
    const answers = [];
    for (const audit of audits) {
      const own = given.find(({ auditId, actionId }) => auditId === audit.id && actionId === action.id);
      const { rubric } = await rubrics.get(audit.rubric_id);
      if (own === undefined && !covers(audit, rubric, action)) continue;
      answers.push({
        auditor: names.get(audit.auditor_id) ?? '',
        answer: answerOf(own?.answer ?? null),
        comment: own?.comment ?? '',
      });
    }
    if (answers.length === 0) continue;
    shown.push({ roundId, documentId });
    later.set(action.id, {
      roundId,
      version: { documentId, stage: stageOf(latest.stage), issuedOn: latest.issuedOn },
      answers,
      isProposedDone: isAnsweredByAll(answers.map(({ answer }) => answer)),
    });
  }
  return { later, shown };
}

function answerOf(answer: string | null): ActionAnswer | null {
  return ACTION_ANSWERS.find((known) => known === answer) ?? null;
}

function stageOf(stage: string | null): Later['version']['stage'] {
  return STAGES.find((known) => known === stage) ?? null;
}
