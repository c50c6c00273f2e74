import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { SupervisionNote } from '../../../shared/contract/supervision.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectNotes } from './supervision-queries.ts';
import { managedBy } from './who-may.ts';

export interface NoteFields {
  caseworkerId: string;
  noteId: string | null;
  /** The note's revision as the caller read it; null for a new note. */
  revision: string | null;
  heldOn: string;
  words: string;
  agreed: string[];
  lookAgainOn: string | null;
}

type Trx = Transaction<WorkspaceTables>;

/** What a manager and a caseworker agreed, kept from one supervision to the next. */
export function createNotes({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  async function get(caller: Caller, noteId: string): Promise<SupervisionNote> {
    const [note] = await selectNotes(db, caller, { noteId });
    if (!note) throw notFound('note');
    return note;
  }

  return {
    /** Throws Refusal NOT_YOUR_TEAM, NOT_YOUR_NOTE, NOT_HELD_YET or NOTE_CHANGED. */
    async saveNote(caller: Caller, input: NoteFields): Promise<SupervisionNote> {
      const { id: caseworkerId } = await managedBy(db, caller, input.caseworkerId);
      const at = clock().toISOString();
      if (input.heldOn > englishDay(at)) {
        throw new Refusal('NOT_HELD_YET', 'This day has not come yet.', 'Give the day on which you met.');
      }
      const noteId = input.noteId ?? randomUUID();
      const { heldOn, words, agreed, lookAgainOn } = input;
      await db.transaction().execute(async (trx) => {
        const fields = { held_on: heldOn, words, look_again_on: lookAgainOn };
        if (input.noteId === null) {
          await trx
            .insertInto('supervision_note')
            .values({
              id: noteId,
              caseworker_id: caseworkerId,
              manager_id: caller.id,
              ...fields,
              written_at: at,
              changed_at: null,
            })
            .execute();
        } else {
          await refuseOthersNote(trx, caller, { noteId, caseworkerId });
          await refuseStale(trx, caller, { noteId, revision: input.revision });
          await trx
            .updateTable('supervision_note')
            .set({ ...fields, changed_at: at })
            .where('id', '=', noteId)
            .execute();
        }
        await writePoints(trx, noteId, agreed);
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'supervision.saveNote',
          subjectId: noteId,
          detail: {
            caseworkerId,
            heldOn,
            lookAgainOn,
            agreed: agreed.length,
            isChange: input.noteId !== null,
            words: digestOf(JSON.stringify([words, agreed])),
          },
        });
      });
      return get(caller, noteId);
    },

    /** Throws Refusal NOT_YOUR_TEAM. */
    async setPointDone(
      caller: Caller,
      { pointId, isDone }: { pointId: string; isDone: boolean },
    ): Promise<SupervisionNote> {
      const point = await db
        .selectFrom('supervision_point')
        .innerJoin('supervision_note', 'supervision_note.id', 'supervision_point.note_id')
        .select(['supervision_note.id as noteId', 'supervision_note.caseworker_id as caseworkerId'])
        .where('supervision_point.id', '=', pointId)
        .executeTakeFirst();
      if (!point) throw notFound('point');
      await managedBy(db, caller, point.caseworkerId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('supervision_point')
          .set({ done_at: isDone ? at : null, done_by: isDone ? caller.id : null })
          .where('id', '=', pointId)
          .executeTakeFirst();
        // A note that is saved anew meanwhile has its points anew.
        if (numUpdatedRows === 0n) throw notFound('point');
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'supervision.setPointDone',
          subjectId: pointId,
          detail: { noteId: point.noteId, isDone },
        });
      });
      return get(caller, point.noteId);
    },
  };
}

async function refuseOthersNote(
  trx: Trx,
  caller: Caller,
  { noteId, caseworkerId }: { noteId: string; caseworkerId: string },
): Promise<void> {
  const note = await trx.selectFrom('supervision_note').selectAll().where('id', '=', noteId).executeTakeFirst();
  if (note?.caseworker_id !== caseworkerId) throw notFound('note');
  if (note.manager_id === caller.id) return;
  throw new Refusal('NOT_YOUR_NOTE', 'This note is another manager’s.', 'Put down a note of your own beside it.');
}

/** What was changed since the caller read it is not written over unseen. */
async function refuseStale(
  trx: Trx,
  caller: Caller,
  { noteId, revision }: { noteId: string; revision: string | null },
): Promise<void> {
  const [now] = await selectNotes(trx, caller, { noteId });
  if (now?.revision === revision) return;
  throw new Refusal(
    'NOTE_CHANGED',
    'This note was changed in the meantime, in another window.',
    'Your words are still here. Look at how the note stands now, and put yours in its place if they are right.',
  );
}

/** The points as they are now; one whose words stay keeps what came of it. */
async function writePoints(trx: Trx, noteId: string, agreed: readonly string[]): Promise<void> {
  const before = await trx.selectFrom('supervision_point').selectAll().where('note_id', '=', noteId).execute();
  await trx.deleteFrom('supervision_point').where('note_id', '=', noteId).execute();
  for (const [place, words] of agreed.entries()) {
    const known = before.find((point) => point.words === words);
    await trx
      .insertInto('supervision_point')
      .values({
        id: known?.id ?? randomUUID(),
        note_id: noteId,
        place,
        words,
        done_at: known?.done_at ?? null,
        done_by: known?.done_by ?? null,
      })
      .execute();
    if (known !== undefined) before.splice(before.indexOf(known), 1);
  }
}
