import { z } from 'zod';
import type { TrailEntry } from '../../../shared/contract/trail.ts';
import { trailEntrySchema } from '../../../shared/contract/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

export type TrailService = ReturnType<typeof createTrailService>;

export function createTrailService({ db }: { db: WorkspaceDb }) {
  return {
    /** Newest first, before a given entry where one is named. */
    async list(input: { before: number | null; limit: number }): Promise<{ entries: TrailEntry[]; total: number }> {
      let select = db.selectFrom('event').selectAll().orderBy('sequence', 'desc').limit(input.limit);
      if (input.before !== null) select = select.where('sequence', '<', input.before);
      const rows = await select.execute();
      const { total } = await db
        .selectFrom('event')
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return {
        total,
        entries: z.array(trailEntrySchema).parse(
          rows.map((row) => ({
            sequence: row.sequence,
            at: row.at,
            personId: row.person_id,
            action: row.action,
            subjectId: row.subject_id,
            detail: JSON.parse(row.detail),
            hash: row.hash,
          })),
        ),
      };
    },
  };
}
