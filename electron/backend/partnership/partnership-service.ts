import type { HalfTerm, Partnership } from '../../../shared/contract/partnership.ts';
import type { Caller, Clock } from '../caller.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { Row } from '../workspace/schema.ts';

export type PartnershipService = ReturnType<typeof createPartnershipService>;

export function createPartnershipService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  async function get(): Promise<Partnership> {
    const row = await db.selectFrom('partnership').selectAll().executeTakeFirstOrThrow();
    const halfTerms = await db.selectFrom('half_term').selectAll().orderBy('start').execute();
    return { id: row.id, name: row.name, areaCode: row.area_code, halfTerms: halfTerms.map(toHalfTerm) };
  }

  return {
    get,

    async rename(caller: Caller, input: { name: string; areaCode: string }): Promise<Partnership> {
      await db.transaction().execute(async (trx) => {
        await trx.updateTable('partnership').set({ name: input.name, area_code: input.areaCode }).execute();
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'partnership.rename',
          subjectId: null,
        });
      });
      return get();
    },

    async idleMinutes(): Promise<number> {
      return (await db.selectFrom('partnership').select('idle_minutes').executeTakeFirstOrThrow()).idle_minutes;
    },

    async setIdleMinutes(caller: Caller, minutes: number): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.updateTable('partnership').set({ idle_minutes: minutes }).execute();
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'workspaces.setIdleMinutes',
          subjectId: null,
          detail: { minutes },
        });
      });
    },
  };
}

export function toHalfTerm(row: Row<'half_term'>): HalfTerm {
  return {
    id: row.id,
    schoolYear: row.school_year,
    number: row.number,
    label: row.label,
    start: row.start,
    end: row.end,
  };
}
