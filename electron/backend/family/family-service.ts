import { createHash, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type {
  FamilyAnswer,
  FamilyFigures,
  FamilyList,
  FeedbackPreview,
  NewFamilyAnswer,
} from '../../../shared/contract/family-feedback.ts';
import { satisfactionByHalfTerm, scaleProblem } from '../../../shared/domain/family/family-feedback.ts';
import type { FeedbackColumn } from '../../../shared/domain/family/family-feedback-rows.ts';
import type { Caller, Clock } from '../caller.ts';
import type { ParsePool } from '../documents/parse-pool.ts';
import { englishDay } from '../english-day.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { notFound, Refusal } from '../refusal.ts';
import { insertAll } from '../register/apply-register.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { countAnswers, countHeldBack, selectAnswers, selectImports, selectScale } from './family-queries.ts';
import { type ReadTable, readTable } from './read-table.ts';

export type FamilyFeedbackService = ReturnType<typeof createFamilyFeedbackService>;

type Trx = Transaction<WorkspaceTables>;

interface TableInput {
  file: File;
  columns: readonly (FeedbackColumn | null)[] | null;
  password?: string | undefined;
}

/** What families answer: entered one by one or brought in from a survey's table, and counted by half-term. */
export function createFamilyFeedbackService({
  db,
  clock,
  partnership,
  parsePool,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  parsePool: Pick<ParsePool, 'readSheet'>;
}) {
  const today = (): string => englishDay(clock());

  async function figures(): Promise<FamilyFigures> {
    const scale = await selectScale(db);
    const { halfTerms } = await partnership.get();
    const answers = await db.selectFrom('family_answer').select(['answered_on as answeredOn', 'answer']).execute();
    return { scale, halfTerms: satisfactionByHalfTerm(answers, scale, halfTerms), total: answers.length };
  }

  /** Throws NOT_FOUND, for an answer that is kept from the caller too. */
  async function answerOf(caller: Caller, answerId: string, from: Kysely<WorkspaceTables> = db): Promise<FamilyAnswer> {
    const [found] = await selectAnswers(from, caller.id, { id: answerId, limit: 1 });
    if (!found) throw notFound('answer');
    return found;
  }

  async function read({ file, columns, password }: TableInput): Promise<ReadTable & { sha256: string }> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sheet = await parsePool.readSheet(bytes, password === undefined ? {} : { password });
    if (sheet.kind !== 'read') throw new Refusal(sheet.refusal.code, sheet.refusal.message, sheet.refusal.advice);
    const table = await readTable(db, sheet.file.rows, { columns, scale: await selectScale(db), today: today() });
    return { ...table, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  return {
    figures,

    /** What families say of a plan is kept from whoever is yet to hand in their grading of it. */
    async list(caller: Caller, limit: number): Promise<FamilyList> {
      return {
        answers: await selectAnswers(db, caller.id, { limit }),
        total: await countAnswers(db),
        heldBack: await countHeldBack(db, caller.id),
        imports: await selectImports(db),
      };
    },

    /** Throws Refusal NOT_YET, NO_SUCH_ANSWER or ALREADY_THERE. */
    async add(caller: Caller, input: NewFamilyAnswer): Promise<FamilyAnswer> {
      if (input.answeredOn > today()) {
        throw new Refusal('NOT_YET', 'That day has not come yet.', 'Enter the day on which the family answered.');
      }
      const id = randomUUID();
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await refuseUnknown(trx, input);
        await insertAll(trx, 'family_answer', [rowOf(input, { id, importId: null, at, by: caller.id })]);
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'familyFeedback.add',
          subjectId: id,
          detail: { planId: input.planId, answer: input.answer, words: digestOf(input.words) },
        });
      });
      return answerOf(caller, id);
    },

    /** Gives what was removed, so that it can be entered again. */
    async remove(caller: Caller, answerId: string): Promise<FamilyAnswer> {
      const at = clock().toISOString();
      return db.transaction().execute(async (trx) => {
        const removed = await answerOf(caller, answerId, trx);
        const { numDeletedRows } = await trx.deleteFrom('family_answer').where('id', '=', answerId).executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('answer');
        const detail = { planId: removed.planId };
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'familyFeedback.remove',
          subjectId: answerId,
          detail,
        });
        return removed;
      });
    },

    /** Throws Refusal BAD_SCALE or SCALE_IN_USE. */
    async setScale(
      caller: Caller,
      scale: readonly { id: string | null; label: string; isSatisfied: boolean }[],
    ): Promise<FamilyFigures> {
      const problem = scaleProblem(scale);
      if (problem !== null) throw new Refusal('BAD_SCALE', problem, 'Change the answers, then keep the scale.');
      await db.transaction().execute(async (trx) => {
        const known = await selectScale(trx);
        const kept = new Set(scale.flatMap(({ id }) => id ?? []));
        if ([...kept].some((id) => !known.some((answer) => answer.id === id))) throw notFound('answer of the scale');
        await refuseGiven(
          trx,
          known.filter(({ id }) => !kept.has(id)),
        );
        for (const { id } of known)
          if (!kept.has(id)) await trx.deleteFrom('family_scale').where('id', '=', id).execute();
        for (const [place, { id, label, isSatisfied }] of scale.entries()) {
          const values = { label, is_satisfied: isSatisfied ? 1 : 0, place: place + 1 };
          await trx
            .insertInto('family_scale')
            .values({ id: id ?? randomUUID(), ...values })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
            .execute();
        }
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'familyFeedback.setScale',
          subjectId: null,
          detail: { answers: scale.length, satisfied: scale.filter(({ isSatisfied }) => isSatisfied).length },
        });
      });
      return figures();
    },

    async preview(input: TableInput): Promise<FeedbackPreview> {
      const { headers, columns, counts, problems, obstacle } = await read(input);
      return { headers, columns, counts, problems, obstacle };
    },

    /** All that is new in one transaction. Throws Refusal ROWS_WRONG or NOTHING_NEW. */
    async import(
      caller: Caller,
      { leaveOutWrong, ...input }: TableInput & { leaveOutWrong: boolean },
    ): Promise<{ importId: string; added: number; skipped: number }> {
      const { fresh, counts, obstacle, sha256 } = await read(input);
      if (obstacle !== null || (counts.wrong > 0 && !leaveOutWrong)) {
        throw new Refusal(
          'ROWS_WRONG',
          obstacle ?? `${counts.wrong === 1 ? 'One row' : `${counts.wrong} rows`} cannot go in as they are.`,
          'Mend them in the file and choose it again, or leave those rows out.',
        );
      }
      if (fresh.length === 0) {
        throw new Refusal(
          'NOTHING_NEW',
          'There is nothing in this table that is not there already.',
          'Check that it is the right file.',
        );
      }
      const importId = randomUUID();
      const at = clock().toISOString();
      const skipped = counts.duplicate + counts.wrong;
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('family_import')
          .values({ id: importId, sha256, answers: fresh.length, person_id: caller.id, at, undone_at: null })
          .execute();
        await insertAll(
          trx,
          'family_answer',
          fresh.map((answer) => rowOf(answer, { id: randomUUID(), importId, at, by: caller.id })),
        );
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'familyFeedback.import',
          subjectId: importId,
          detail: { sha256, added: fresh.length, skipped },
        });
      });
      return { importId, added: fresh.length, skipped };
    },

    async undoImport(caller: Caller, importId: string): Promise<{ removed: number }> {
      const at = clock().toISOString();
      const removed = await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('family_import')
          .set({ undone_at: at })
          .where('id', '=', importId)
          .where('undone_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('import');
        const { numDeletedRows } = await trx
          .deleteFrom('family_answer')
          .where('import_id', '=', importId)
          .executeTakeFirst();
        const detail = { removed: Number(numDeletedRows) };
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'familyFeedback.undoImport',
          subjectId: importId,
          detail,
        });
        return detail.removed;
      });
      return { removed };
    },
  };
}

function rowOf(
  { planId, answeredOn, respondent, answer, words }: NewFamilyAnswer,
  { id, importId, at, by }: { id: string; importId: string | null; at: string; by: string },
) {
  const said = { plan_id: planId, answered_on: answeredOn, respondent, answer, words };
  return { id, ...said, import_id: importId, added_at: at, added_by: by };
}

async function refuseUnknown(
  trx: Trx,
  { planId, answeredOn, respondent, answer, words }: NewFamilyAnswer,
): Promise<void> {
  const plan = await trx.selectFrom('plan').select('id').where('id', '=', planId).executeTakeFirst();
  if (!plan) throw notFound('plan');
  const known = await trx.selectFrom('family_scale').select('id').where('id', '=', answer).executeTakeFirst();
  if (!known)
    throw new Refusal('NO_SUCH_ANSWER', 'The scale has no such answer.', 'Choose one of the answers offered.');
  const there = await trx
    .selectFrom('family_answer')
    .select('id')
    .where('plan_id', '=', planId)
    .where('answered_on', '=', answeredOn)
    .where('respondent', '=', respondent)
    .where('answer', '=', answer)
    .where('words', '=', words)
    .executeTakeFirst();
  if (there) {
    throw new Refusal(
      'ALREADY_THERE',
      'This very answer is there already.',
      'Where two people answered alike on one day, put into the words which of them it was.',
    );
  }
}

async function refuseGiven(trx: Trx, going: readonly { id: string; label: string }[]): Promise<void> {
  for (const { id, label } of going) {
    const given = await trx.selectFrom('family_answer').select('id').where('answer', '=', id).executeTakeFirst();
    if (given) {
      throw new Refusal(
        'SCALE_IN_USE',
        `Families have answered “${label}”, so it cannot go.`,
        'Keep it in the scale; its words can be changed.',
      );
    }
  }
}
