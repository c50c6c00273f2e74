import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { HalfTerm, Partnership } from '../../../shared/contract/partnership.ts';
import type { halfTermInputSchema } from '../../../shared/contract/workspaces.ts';
import { halfTermId, halfTermOf, halfTermProblems } from '../../../shared/domain/half-term.ts';
import type { Caller, Clock } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

type HalfTermInput = z.infer<typeof halfTermInputSchema>;

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

    /** Takes the dates of half-terms as given, and moves rounds to those that now hold them. Throws Refusal BAD_CALENDAR. */
    async setHalfTerms(caller: Caller, halfTerms: readonly HalfTermInput[]): Promise<Partnership> {
      await db.transaction().execute(async (trx) => {
        for (const { schoolYear, number, label, start, end } of halfTerms) {
          const dates = { label, start, end };
          await trx
            .insertInto('half_term')
            .values({ id: halfTermId(schoolYear, number), school_year: schoolYear, number, ...dates })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(dates))
            .execute();
        }
        const calendar = (await trx.selectFrom('half_term').selectAll().execute()).map(toHalfTerm);
        refuseBadCalendar(calendar);
        await placeRoundsAnew(trx, calendar);
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'partnership.setHalfTerms',
          subjectId: null,
          detail: { halfTerms: halfTerms.map(({ schoolYear, number }) => halfTermId(schoolYear, number)).join(' ') },
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

function refuseBadCalendar(calendar: readonly HalfTerm[]): void {
  const [problem] = halfTermProblems(calendar);
  if (problem === undefined) return;
  throw new Refusal(
    'BAD_CALENDAR',
    problem,
    'Change the first or the last day so that no half-term lies over another.',
  );
}

/** A round belongs to the half-term of its panel date, whatever the calendar said when it was begun. */
async function placeRoundsAnew(trx: Transaction<WorkspaceTables>, calendar: readonly HalfTerm[]): Promise<void> {
  const rounds = await trx.selectFrom('round').select(['id', 'panel_date', 'half_term_id']).execute();
  for (const round of rounds) {
    const halfTerm = halfTermOf(round.panel_date, calendar);
    if (!halfTerm) {
      throw new Refusal(
        'BAD_CALENDAR',
        'A round’s panel date would be in no half-term.',
        'Keep a half-term for every round that there is.',
      );
    }
    if (halfTerm.id === round.half_term_id) continue;
    await trx.updateTable('round').set({ half_term_id: halfTerm.id }).where('id', '=', round.id).execute();
  }
}
