import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type Cycle, cyclesSchema } from '../../../shared/contract/plans.ts';
import type { CycleDateKind, CyclePart, LawfulException } from '../../../shared/domain/timeline/cycle-dates.ts';
import { datesByKind } from '../../../shared/domain/timeline/dates-in-use.ts';
import { refuseConflicts } from '../assignments/refuse-conflicts.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { type EventDetail, recordEvent } from '../trail/trail.ts';
import { hasReferences } from '../workspace/foreign-keys.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectDatedCycles } from './cycle-dates.ts';
import { refreshStanding } from './standing.ts';

type Trx = Transaction<WorkspaceTables>;
export type Cycles = ReturnType<typeof cyclesSchema.parse>;
export type CyclesService = ReturnType<typeof createCyclesService>;

/** Tables that hold what a cycle itself is, and go with it. */
const OWN_TABLES = ['cycle_date', 'cycle_exception', 'cycle_person', 'cycle_standing'] as const;

/** The going-rounds of a plan: their dates, lawful exceptions and people. */
export function createCyclesService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  async function list(planId: string): Promise<Cycles> {
    const plan = await db
      .selectFrom('plan')
      .select('date_of_birth as dateOfBirth')
      .where('id', '=', planId)
      .executeTakeFirst();
    if (!plan) throw notFound('plan');
    const rows = await db
      .selectFrom('cycle')
      .selectAll()
      .where('plan_id', '=', planId)
      .orderBy('sequence', 'desc')
      .execute();
    const ids = rows.map(({ id }) => id);
    const dated = new Map((await selectDatedCycles(db, ids)).map((cycle) => [cycle.id, cycle]));
    const people = await db
      .selectFrom('cycle_person')
      .innerJoin('person', 'person.id', 'cycle_person.person_id')
      .select(['cycle_id as cycleId', 'person.id as personId', 'person.name as name', 'part'])
      .where('cycle_id', 'in', ids)
      .orderBy('person.name')
      .execute();
    const cycles: unknown[] = [];
    for (const row of rows) {
      cycles.push({
        id: row.id,
        sequence: row.sequence,
        isCurrent: row.is_current === 1,
        planType: row.plan_type,
        ncYear: row.nc_year,
        setting: row.setting,
        dates: dated.get(row.id)?.dates ?? [],
        exceptions: dated.get(row.id)?.exceptions ?? [],
        people: people
          .filter(({ cycleId }) => cycleId === row.id)
          .map(({ personId, name, part }) => ({ personId, name, part })),
        canRemove: row.sequence > 1 && row.is_current === 1 && !(await hasReferences(db, 'cycle', row.id, OWN_TABLES)),
      });
    }
    return cyclesSchema.parse({ today: today(), dateOfBirth: plan.dateOfBirth, cycles });
  }

  function today(): string {
    return englishDay(clock());
  }

  /** One change to a cycle: written, reckoned anew and recorded in one transaction. */
  async function change(
    caller: Caller,
    cycleId: string,
    action: string,
    write: (trx: Trx, planId: string) => Promise<EventDetail>,
  ): Promise<Cycles> {
    const at = clock().toISOString();
    const planId = await db.transaction().execute(async (trx) => {
      const cycle = await trx.selectFrom('cycle').select('plan_id').where('id', '=', cycleId).executeTakeFirst();
      if (!cycle) throw notFound('cycle');
      const detail = await write(trx, cycle.plan_id);
      await refreshStanding(trx, [cycleId]);
      await recordEvent(trx, {
        at,
        personId: caller.id,
        action,
        subjectId: cycle.plan_id,
        detail: { cycleId, ...detail },
      });
      return cycle.plan_id;
    });
    return list(planId);
  }

  return {
    list,
    today,

    /** What a person entered of a cycle, which wins over what its documents print; nothing for a document on its own. */
    async entered(
      cycleId: string | null,
    ): Promise<{ dates: Partial<Record<CycleDateKind, string>>; hasLawfulException: boolean }> {
      const [cycle] = cycleId === null ? [] : await selectDatedCycles(db, [cycleId]);
      const dates = (cycle?.dates ?? []).filter(({ source }) => source === 'register');
      return { dates: datesByKind(dates), hasLawfulException: (cycle?.exceptions.length ?? 0) > 0 };
    },

    setDate(caller: Caller, cycleId: string, kind: CycleDateKind, date: string | null): Promise<Cycles> {
      return change(caller, cycleId, 'plans.setDate', async (trx) => {
        await trx.deleteFrom('cycle_date').where('cycle_id', '=', cycleId).where('kind', '=', kind).execute();
        if (date !== null) await trx.insertInto('cycle_date').values({ cycle_id: cycleId, kind, date }).execute();
        return { kind, date };
      });
    },

    setExceptions(caller: Caller, cycleId: string, exceptions: readonly LawfulException[]): Promise<Cycles> {
      const kinds = [...new Set(exceptions)];
      return change(caller, cycleId, 'plans.setExceptions', async (trx) => {
        await trx.deleteFrom('cycle_exception').where('cycle_id', '=', cycleId).execute();
        if (kinds.length > 0) {
          await trx
            .insertInto('cycle_exception')
            .values(kinds.map((kind) => ({ cycle_id: cycleId, kind })))
            .execute();
        }
        return { exceptions: kinds.join(' ') };
      });
    },

    setPeople(caller: Caller, cycleId: string, part: CyclePart, personIds: readonly string[]): Promise<Cycles> {
      const ids = [...new Set(personIds)];
      return change(caller, cycleId, 'plans.setPeople', async (trx, planId) => {
        const known = await trx.selectFrom('person').select('id').where('id', 'in', ids).execute();
        if (known.length < ids.length) throw notFound('person');
        await trx.deleteFrom('cycle_person').where('cycle_id', '=', cycleId).where('part', '=', part).execute();
        if (ids.length > 0) {
          await trx
            .insertInto('cycle_person')
            .values(ids.map((id) => ({ cycle_id: cycleId, person_id: id, part })))
            .execute();
        }
        await refuseConflicts(trx, new Set([planId]));
        return { part, people: ids.length };
      });
    },

    /** Begins a review or reassessment; year group and setting go on as they were until they are changed. */
    async begin(caller: Caller, planId: string, planType: Cycle['planType']): Promise<Cycles> {
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('cycle')
          .selectAll()
          .where('plan_id', '=', planId)
          .where('is_current', '=', 1)
          .executeTakeFirst();
        if (!before) throw notFound('plan');
        const cycleId = randomUUID();
        await trx.updateTable('cycle').set({ is_current: 0 }).where('id', '=', before.id).execute();
        await trx
          .insertInto('cycle')
          .values({
            id: cycleId,
            plan_id: planId,
            sequence: before.sequence + 1,
            plan_type: planType,
            nc_year: before.nc_year,
            setting: before.setting,
            setting_type: before.setting_type,
            created_at: at,
          })
          .execute();
        await refreshStanding(trx, [cycleId]);
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'plans.beginCycle',
          subjectId: planId,
          detail: { cycleId, planType },
        });
      });
      return list(planId);
    },

    /** Takes back the latest cycle while nothing is in it. Throws Refusal CYCLE_IN_USE. */
    async remove(caller: Caller, cycleId: string): Promise<Cycles> {
      const at = clock().toISOString();
      const planId = await db.transaction().execute(async (trx) => {
        const cycle = await trx.selectFrom('cycle').selectAll().where('id', '=', cycleId).executeTakeFirst();
        if (!cycle) throw notFound('cycle');
        const inUse = await hasReferences(trx, 'cycle', cycleId, OWN_TABLES);
        if (inUse || cycle.is_current === 0 || cycle.sequence === 1) {
          throw new Refusal(
            'CYCLE_IN_USE',
            'Something was filed under this cycle, or another came after it.',
            'Move its documents first, or leave the cycle where it is.',
          );
        }
        await trx.deleteFrom('cycle').where('id', '=', cycleId).execute();
        await trx
          .updateTable('cycle')
          .set({ is_current: 1 })
          .where('plan_id', '=', cycle.plan_id)
          .where('sequence', '=', (eb) =>
            eb
              .selectFrom('cycle')
              .select((inner) => inner.fn.max('sequence').as('sequence'))
              .where('plan_id', '=', cycle.plan_id),
          )
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'plans.removeCycle',
          subjectId: cycle.plan_id,
          detail: { cycleId },
        });
        return cycle.plan_id;
      });
      return list(planId);
    },
  };
}
