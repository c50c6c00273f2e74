import type { Kysely } from 'kysely';
import type { Caller, Clock } from '../caller.ts';
import { refuseStale } from './refuse-stale.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** An auditor's own notes, by standard id; under '' the one on the whole audit. */
export async function selectNotes(db: Kysely<WorkspaceTables>, auditId: string): Promise<Record<string, string>> {
  const rows = await db.selectFrom('audit_note').selectAll().where('audit_id', '=', auditId).execute();
  return Object.fromEntries(rows.map((row) => [row.standard_id, row.note]));
}

/**
 * Keeps a note; an empty one is taken away. Of what it says not even a digest goes into the trail. `before` is the note as
 * it was where it was changed. Throws Refusal CHANGED_ELSEWHERE.
 */
export async function saveNote(
  db: WorkspaceDb,
  clock: Clock,
  caller: Caller,
  {
    auditId,
    standardId,
    note,
    before,
  }: { auditId: string; standardId: string | null; note: string; before?: string | undefined },
): Promise<void> {
  const at = clock().toISOString();
  const place = { audit_id: auditId, standard_id: standardId ?? '' };
  await db.transaction().execute(async (trx) => {
    refuseStale(before, (await selectNotes(trx, auditId))[place.standard_id] ?? '', note);
    await trx
      .deleteFrom('audit_note')
      .where('audit_id', '=', place.audit_id)
      .where('standard_id', '=', place.standard_id)
      .execute();
    if (note.trim() !== '') {
      await trx
        .insertInto('audit_note')
        .values({ ...place, note, saved_at: at })
        .execute();
    }
    await recordEvent(trx, {
      at,
      personId: caller.id,
      action: 'audits.saveNote',
      subjectId: auditId,
      detail: { standardId },
    });
  });
}
