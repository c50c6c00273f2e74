import type { Kysely } from 'kysely';
import { type FamilyAnswer, familyAnswerSchema, type FamilyList } from '../../../shared/contract/family-feedback.ts';
import type { ScaleAnswer } from '../../../shared/domain/family/family-feedback.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** The scale in its order. */
export async function selectScale(db: Db): Promise<ScaleAnswer[]> {
  const rows = await db.selectFrom('family_scale').selectAll().orderBy('place').execute();
  return rows.map(({ id, label, is_satisfied }) => ({ id, label, isSatisfied: is_satisfied === 1 }));
}

/** Answers with their plans, the latest first; one where it is named. */
export async function selectAnswers(db: Db, where: { id?: string; limit: number }): Promise<FamilyAnswer[]> {
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
