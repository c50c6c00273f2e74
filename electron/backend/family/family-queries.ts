import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import { type FamilyAnswer, familyAnswerSchema, type FamilyList } from '../../../shared/contract/family-feedback.ts';
import type { ScaleAnswer } from '../../../shared/domain/family/family-feedback.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** The scale in its order. */
export async function selectScale(db: Db): Promise<ScaleAnswer[]> {
  const rows = await db.selectFrom('family_scale').selectAll().orderBy('place').execute();
  return rows.map(({ id, label, is_satisfied }) => ({ id, label, isSatisfied: is_satisfied === 1 }));
}

/**
 * Answers about a plan that a person is asked to grade and has not submitted: what its family says would sway them. What
 * they typed in themselves they know.
 */
function isHeldBack(personId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`((family_answer.import_id is not null or family_answer.added_by <> ${personId}) and exists (
    select 1 from assignment join document on document.id = assignment.document_id
      join cycle on cycle.id = document.cycle_id
      left join audit on audit.round_id = assignment.round_id and audit.document_id = assignment.document_id
        and audit.auditor_id = assignment.auditor_id
    where assignment.auditor_id = ${personId} and assignment.state = 'assigned'
      and cycle.plan_id = family_answer.plan_id and audit.state is not 'submitted'))`;
}

/** Answers with their plans that a person may read, the latest first; one where it is named. */
export async function selectAnswers(
  db: Db,
  viewerId: string,
  where: { id?: string; limit: number },
): Promise<FamilyAnswer[]> {
  let select = db
    .selectFrom('family_answer')
    .innerJoin('plan', 'plan.id', 'family_answer.plan_id')
    .select([
      'family_answer.id as id',
      'plan.id as planId',
      'plan.reference as planReference',
      'plan.initials as planInitials',
      'family_answer.answered_on as answeredOn',
      'family_answer.respondent as respondent',
      'family_answer.answer as answer',
      'family_answer.words as words',
    ])
    .where(sql<SqlBool>`not ${isHeldBack(viewerId)}`)
    .orderBy('family_answer.answered_on', 'desc')
    .orderBy('plan.reference_key')
    .orderBy('family_answer.id')
    .limit(where.limit);
  if (where.id !== undefined) select = select.where('family_answer.id', '=', where.id);
  return (await select.execute()).map((row) => familyAnswerSchema.parse(row));
}

export async function countAnswers(db: Db): Promise<number> {
  const { total } = await db
    .selectFrom('family_answer')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Answers that a person may not read yet. */
export async function countHeldBack(db: Db, viewerId: string): Promise<number> {
  const { total } = await db
    .selectFrom('family_answer')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(isHeldBack(viewerId))
    .executeTakeFirstOrThrow();
  return total;
}

/** Past imports, the latest first. */
export async function selectImports(db: Db): Promise<FamilyList['imports']> {
  const rows = await db
    .selectFrom('family_import')
    .innerJoin('person', 'person.id', 'family_import.person_id')
    .select([
      'family_import.id as id',
      'family_import.at as at',
      'person.name as by',
      'answers',
      'undone_at as undoneAt',
    ])
    .orderBy('family_import.at', 'desc')
    .execute();
  return rows.map(({ undoneAt, ...row }) => ({ ...row, isUndone: undoneAt !== null }));
}
