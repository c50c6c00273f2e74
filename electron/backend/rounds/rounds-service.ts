import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { roundMemberSchema } from '../../../shared/contract/rounds.ts';
import { halfTermOf } from '../../../shared/domain/half-term.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { toHalfTerm } from '../partnership/partnership-service.ts';
import type { PeopleService } from '../people/people-service.ts';
import { notFound, Refusal } from '../refusal.ts';
import { currentRubricId } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectRoundCounts } from './round-counts.ts';
import { selectRounds, toRound } from './select-rounds.ts';

export type RoundsService = ReturnType<typeof createRoundsService>;
export type RoundMember = z.infer<typeof roundMemberSchema>;

export interface RoundFields {
  kind: Round['kind'];
  theme: string;
  panelDate: string;
  /** Left as it is where left out. */
  gradingDue?: string | null | undefined;
}

/** `rubricId` is null for the version of the standards that is in use. */
type NewRound = RoundFields & { copyFrom: string | null; rubricId?: string | null | undefined };

type Trx = Transaction<WorkspaceTables>;

export function createRoundsService({ db, clock, people }: { db: WorkspaceDb; clock: Clock; people: PeopleService }) {
  const today = (): string => englishDay(clock());

  async function list(): Promise<Round[]> {
    const rounds = await selectRounds(db);
    const countsOf = await selectRoundCounts(db, today());
    return rounds.map((round) => toRound(round, countsOf(round.row.id)));
  }

  /** Counts what the one round holds, not three years of them. */
  async function get(roundId: string): Promise<Round> {
    const found = (await selectRounds(db)).find(({ row }) => row.id === roundId);
    if (!found) throw notFound('round');
    const countsOf = await selectRoundCounts(db, today(), roundId);
    return toRound(found, countsOf(roundId));
  }

  async function members(roundId: string): Promise<RoundMember[]> {
    const rows = await db.selectFrom('round_member').selectAll().where('round_id', '=', roundId).execute();
    const everyone = await people.list();
    return rows
      .flatMap((row) => {
        const person = everyone.find(({ id }) => id === row.person_id);
        return person ? [{ person, attended: row.attended === null ? null : row.attended === 1 }] : [];
      })
      .toSorted((a, b) => (a.person.name < b.person.name ? -1 : 1));
  }

  return {
    list,
    get,
    members,

    /** The round whose half-term holds today; a date in a holiday belongs to the half-term just ended. */
    async current(): Promise<Round> {
      const rounds = await selectRounds(db);
      const begun = rounds.filter(({ halfTerm }) => halfTerm.start <= today());
      const found = begun.at(-1) ?? rounds[0];
      if (!found) throw notFound('round');
      return get(found.row.id);
    },

    /** Begins a round on the standards chosen, else on those in use. Throws Refusal NO_HALF_TERM or DUE_AFTER_PANEL. */
    async create(caller: Caller, input: NewRound): Promise<Round> {
      const roundId = randomUUID();
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const halfTermId = await placeRound(trx, input);
        const rubricId = await chosenRubric(trx, input.rubricId, englishDay(at));
        await trx
          .insertInto('round')
          .values({
            id: roundId,
            half_term_id: halfTermId,
            kind: input.kind,
            theme: input.theme,
            panel_date: input.panelDate,
            grading_due: input.gradingDue ?? null,
            rubric_id: rubricId,
            state: 'open',
            created_at: at,
          })
          .execute();
        if (input.copyFrom !== null) await copyMembers(trx, input.copyFrom, roundId);
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'rounds.create',
          subjectId: roundId,
          detail: { kind: input.kind, panelDate: input.panelDate, copyFrom: input.copyFrom, rubricId },
        });
      });
      return get(roundId);
    },

    async update(caller: Caller, { roundId, ...fields }: RoundFields & { roundId: string }): Promise<Round> {
      await db.transaction().execute(async (trx) => {
        const halfTermId = await placeRound(trx, fields);
        const { numUpdatedRows } = await trx
          .updateTable('round')
          .set({
            half_term_id: halfTermId,
            kind: fields.kind,
            theme: fields.theme,
            panel_date: fields.panelDate,
            ...(fields.gradingDue === undefined ? {} : { grading_due: fields.gradingDue }),
          })
          .where('id', '=', roundId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('round');
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'rounds.update',
          subjectId: roundId,
          detail: { kind: fields.kind, panelDate: fields.panelDate },
        });
      });
      return get(roundId);
    },

    /** Takes a round back that nothing was put into. Throws Refusal ROUND_IN_USE. */
    async remove(caller: Caller, roundId: string): Promise<Round[]> {
      await get(roundId);
      await db.transaction().execute(async (trx) => {
        await refuseUsed(trx, roundId);
        await trx.deleteFrom('round_member').where('round_id', '=', roundId).execute();
        await trx.deleteFrom('sample').where('round_id', '=', roundId).execute();
        await trx.deleteFrom('round').where('id', '=', roundId).execute();
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'rounds.remove',
          subjectId: roundId,
        });
      });
      return list();
    },

    /** Who sits on the round. Throws Refusal HAS_ASSIGNMENTS for one who leaves with plans to audit. */
    async setMembers(caller: Caller, roundId: string, personIds: readonly string[]): Promise<RoundMember[]> {
      await get(roundId);
      const wanted = [...new Set(personIds)];
      await db.transaction().execute(async (trx) => {
        const before = await trx.selectFrom('round_member').selectAll().where('round_id', '=', roundId).execute();
        const leaving = before.map((row) => row.person_id).filter((id) => !wanted.includes(id));
        await refuseLeavingWithPlans(trx, roundId, leaving);
        if (leaving.length > 0) {
          await trx
            .deleteFrom('round_member')
            .where('round_id', '=', roundId)
            .where('person_id', 'in', leaving)
            .execute();
        }
        const joining = wanted.filter((id) => !before.some((row) => row.person_id === id));
        if (joining.length > 0) {
          const known = await trx.selectFrom('person').select('id').where('id', 'in', joining).execute();
          if (known.length < joining.length) throw notFound('person');
          await trx
            .insertInto('round_member')
            .values(joining.map((id) => ({ round_id: roundId, person_id: id, attended: null })))
            .execute();
        }
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'rounds.setMembers',
          subjectId: roundId,
          detail: { members: wanted.length, joined: joining.length, left: leaving.length },
        });
      });
      return members(roundId);
    },
  };
}

/** The half-term that a round's panel date puts it in. Throws Refusal NO_HALF_TERM or DUE_AFTER_PANEL. */
async function placeRound(trx: Trx, { panelDate, gradingDue }: RoundFields): Promise<string> {
  if (gradingDue !== null && gradingDue !== undefined && gradingDue > panelDate) {
    throw new Refusal(
      'DUE_AFTER_PANEL',
      'Gradings would be due after the panel meets.',
      'Choose a day before the panel date, so that the chair can look at what differs.',
    );
  }
  const calendar = (await trx.selectFrom('half_term').selectAll().execute()).map(toHalfTerm);
  const halfTerm = halfTermOf(panelDate, calendar);
  if (halfTerm) return halfTerm.id;
  throw new Refusal(
    'NO_HALF_TERM',
    'The panel date is in no half-term of the calendar.',
    'Enter that school year’s half-terms in Settings first, or choose another date.',
  );
}

/** A round that plans, documents, assignments or audits stand in stays; so does the only one that there is. */
async function refuseUsed(trx: Trx, roundId: string): Promise<void> {
  const uses = [
    await trx.selectFrom('round_plan').select('round_id').where('round_id', '=', roundId).executeTakeFirst(),
    await trx.selectFrom('round_document').select('round_id').where('round_id', '=', roundId).executeTakeFirst(),
    await trx.selectFrom('assignment').select('id').where('round_id', '=', roundId).executeTakeFirst(),
    await trx.selectFrom('audit').select('id').where('round_id', '=', roundId).executeTakeFirst(),
  ];
  const other = await trx.selectFrom('round').select('id').where('id', '<>', roundId).executeTakeFirst();
  if (other && uses.every((use) => use === undefined)) return;
  throw new Refusal(
    'ROUND_IN_USE',
    other ? 'Something was put into this round.' : 'This is the only round.',
    'Change its kind, theme and dates instead.',
  );
}

async function copyMembers(trx: Trx, from: string, to: string): Promise<void> {
  const known = await trx.selectFrom('round').select('id').where('id', '=', from).executeTakeFirst();
  if (!known) throw notFound('round');
  const rows = await trx
    .selectFrom('round_member')
    .innerJoin('person', 'person.id', 'round_member.person_id')
    .select('person.id')
    .where('round_member.round_id', '=', from)
    .where('person.is_active', '=', 1)
    .execute();
  if (rows.length === 0) return;
  await trx
    .insertInto('round_member')
    .values(rows.map(({ id }) => ({ round_id: to, person_id: id, attended: null })))
    .execute();
}

async function refuseLeavingWithPlans(trx: Trx, roundId: string, leaving: readonly string[]): Promise<void> {
  if (leaving.length === 0) return;
  const held = await trx
    .selectFrom('assignment')
    .select('id')
    .where('round_id', '=', roundId)
    .where('state', '=', 'assigned')
    .where('auditor_id', 'in', leaving)
    .executeTakeFirst();
  if (held) {
    throw new Refusal(
      'HAS_ASSIGNMENTS',
      'A person who has plans to audit cannot leave the round.',
      'Move or withdraw their assignments first.',
    );
  }
}

async function chosenRubric(trx: Trx, rubricId: string | null | undefined, today: string): Promise<string> {
  if (rubricId === null || rubricId === undefined) return currentRubricId(trx, today);
  const row = await trx.selectFrom('rubric').select('id').where('id', '=', rubricId).executeTakeFirst();
  if (row === undefined) throw notFound('version of the quality standards');
  return row.id;
}
