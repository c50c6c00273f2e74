import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Phrase } from '../../../shared/contract/phrases.ts';
import { selectAudits } from '../audits/audits-queries.ts';
import { refuseForeignAnswer } from '../audits/foreign-input.ts';
import { createOpenCheck, createTellCheck } from '../audits/open-answers.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound } from '../refusal.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export type PhrasesService = ReturnType<typeof createPhrasesService>;

/** Wordings that auditors keep for comments: their own, and those that they share with the panel. */
export function createPhrasesService({
  db,
  clock,
  rubrics,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rubrics: RubricService;
}) {
  async function list(caller: Caller): Promise<Phrase[]> {
    const rows = await db
      .selectFrom('comment_phrase')
      .selectAll()
      .where((eb) => eb.or([eb('person_id', '=', caller.id), eb('is_shared', '=', 1)]))
      .orderBy('criterion_id')
      .orderBy('added_at')
      .execute();
    const mayTell = createTellCheck(db, caller.id);
    const phrases: Phrase[] = [];
    for (const row of rows) {
      const isMine = row.person_id === caller.id;
      const { round_id: roundId, document_id: documentId } = row;
      // What is typed for a plan may say how it was answered.
      const isHeld = roundId !== null && documentId !== null && !(await mayTell({ roundId, documentId }));
      if (!isMine && isHeld) continue;
      phrases.push({
        id: row.id,
        criterionId: row.criterion_id,
        words: row.words,
        isShared: row.is_shared === 1,
        isMine,
      });
    }
    return phrases;
  }

  async function change(
    caller: Caller,
    action: string,
    phraseId: string,
    write: (trx: Transaction<WorkspaceTables>) => Promise<void>,
  ): Promise<Phrase[]> {
    await db.transaction().execute(async (trx) => {
      const known = await trx
        .selectFrom('comment_phrase')
        .select('id')
        .where('id', '=', phraseId)
        .where('person_id', '=', caller.id)
        .executeTakeFirst();
      if (!known) throw notFound('phrase');
      await write(trx);
      await recordEvent(trx, { at: clock().toISOString(), personId: caller.id, action, subjectId: phraseId });
    });
    return list(caller);
  }

  return {
    list,

    /** Throws Refusal NO_SUCH_CRITERION. */
    async add(
      caller: Caller,
      input: { auditId: string; criterionId: string; words: string; isShared: boolean },
    ): Promise<Phrase[]> {
      const at = clock().toISOString();
      const [audit] = await selectAudits(db, { id: input.auditId, auditorId: caller.id });
      if (!audit) throw notFound('audit');
      const { rubric } = await rubrics.get(audit.rubric_id);
      refuseForeignAnswer(rubric, input.criterionId, null);
      await db.transaction().execute(async (trx) => {
        const known = await trx
          .selectFrom('comment_phrase')
          .select(['id', 'is_shared', 'round_id', 'document_id'])
          .where('person_id', '=', caller.id)
          .where('criterion_id', '=', input.criterionId)
          .where('words', '=', input.words)
          .executeTakeFirst();
        const id = known?.id ?? randomUUID();
        if (known === undefined) {
          await trx
            .insertInto('comment_phrase')
            .values({
              id,
              criterion_id: input.criterionId,
              words: input.words,
              person_id: caller.id,
              is_shared: input.isShared ? 1 : 0,
              added_at: at,
              round_id: audit.round_id,
              document_id: audit.document_id,
            })
            .execute();
        } else {
          // Shared for the first time now, it says something of this audit: it waits for the others here, as long as it
          // does not wait for those of the audit that it was typed for.
          const { round_id: roundId, document_id: documentId } = known;
          const isOpen =
            roundId === null || documentId === null || (await createOpenCheck(trx)({ roundId, documentId }));
          const isFirst = input.isShared && known.is_shared === 0 && isOpen;
          await trx
            .updateTable('comment_phrase')
            .set({
              is_shared: input.isShared ? 1 : 0,
              ...(isFirst ? { round_id: audit.round_id, document_id: audit.document_id } : {}),
            })
            .where('id', '=', id)
            .execute();
        }
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'phrases.add',
          subjectId: id,
          detail: { auditId: input.auditId, criterionId: input.criterionId },
        });
      });
      return list(caller);
    },

    setShared(caller: Caller, phraseId: string, isShared: boolean): Promise<Phrase[]> {
      return change(caller, 'phrases.setShared', phraseId, async (trx) => {
        await trx
          .updateTable('comment_phrase')
          .set({ is_shared: isShared ? 1 : 0 })
          .where('id', '=', phraseId)
          .execute();
      });
    },

    remove(caller: Caller, phraseId: string): Promise<Phrase[]> {
      return change(caller, 'phrases.remove', phraseId, async (trx) => {
        await trx.deleteFrom('comment_phrase').where('id', '=', phraseId).execute();
      });
    },
  };
}
