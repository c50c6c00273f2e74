import { randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Sample, SampleInput } from '../../../shared/contract/samples.ts';
import { leftOutInAll } from '../../../shared/domain/rounds/frame-words.ts';
import { drawSample, type FramePlan, LARGEST_SEED } from '../../../shared/domain/rounds/sampling.ts';
import { owedReAudits } from '../actions/owed-re-audits.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { completeStandings } from '../plans/standing.ts';
import { readFrame } from './frame.ts';
import {
  clearDraw,
  dropDocuments,
  enterPlan,
  keepChosenDocuments,
  leave,
  notInRound,
  originOf,
  refuseAssigned,
  refuseAssignedPlan,
  standInOf,
} from './round-plans.ts';
import { selectSample } from './samples-queries.ts';

export type SamplesService = ReturnType<typeof createSamplesService>;

type Trx = Transaction<WorkspaceTables>;

/** Rows in one statement: SQLite takes 32,766 variables. */
const AT_ONCE = 4000;

/** Draws the plans of a round so that they can be drawn again, and logs every plan that comes in or goes out by hand. */
export function createSamplesService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  const today = (): string => englishDay(clock());

  async function change(
    caller: Caller,
    action: string,
    roundId: string,
    write: (trx: Trx, at: string) => Promise<EventDetail>,
  ): Promise<Sample> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const round = await trx.selectFrom('round').select('id').where('id', '=', roundId).executeTakeFirst();
      if (!round) throw notFound('round');
      const detail = await write(trx, at);
      await recordEvent(trx, { at, personId: caller.id, action, subjectId: roundId, detail });
    });
    return selectSample(db, roundId);
  }

  return {
    get: (roundId: string): Promise<Sample> => selectSample(db, roundId),

    /** The frame by stratum, with the places that each would get from some seed. */
    async preview(input: SampleInput) {
      await completeStandings(db);
      const frame = await readFrame(db, input, today());
      const { strata } = drawSample(frame.plans, { size: input.size, allocation: input.allocation, seed: 0 });
      return { frameSize: frame.plans.length, strata, leftOut: frame.leftOut };
    },

    /** Throws Refusal SAMPLE_IN_USE or EMPTY_FRAME. */
    async draw(caller: Caller, { seed: wanted, ...input }: SampleInput & { seed: number | null }): Promise<Sample> {
      await completeStandings(db);
      const seed = wanted ?? randomInt(LARGEST_SEED);
      return change(caller, 'samples.draw', input.roundId, async (trx, at) => {
        await refuseAssigned(trx, input.roundId);
        const { plans, leftOut } = await readFrame(trx, input, today());
        if (plans.length === 0) {
          throw new Refusal(
            'EMPTY_FRAME',
            'No plan of the register is left to draw from.',
            'Ask for less, or bring plans into the register first.',
          );
        }
        const draw = drawSample(plans, { size: input.size, allocation: input.allocation, seed });
        const digest = digestOfFrame(plans);
        await clearDraw(trx, input.roundId);
        await trx
          .insertInto('sample')
          .values({
            round_id: input.roundId,
            method: input.method,
            strata_by: JSON.stringify(input.method === 'stratified' ? input.strataBy : []),
            allocation: input.allocation,
            filter: JSON.stringify(input.filter),
            seed,
            size: input.size,
            frame_digest: digest,
            left_out: JSON.stringify(leftOut.map(({ reason, count }) => ({ reason, count }))),
            drawn_at: at,
            drawn_by: caller.id,
          })
          .execute();
        const referenceOf = new Map(plans.map(({ id, reference }) => [id, reference]));
        const rows = draw.plans.map(({ id, stratum, order, isSampled }) => ({
          round_id: input.roundId,
          reference: referenceOf.get(id) ?? id,
          plan_id: id,
          stratum,
          place: order,
          is_sampled: Number(isSampled),
        }));
        for (let from = 0; from < rows.length; from += AT_ONCE) {
          await trx
            .insertInto('sample_frame')
            .values(rows.slice(from, from + AT_ONCE))
            .execute();
        }
        const sampled = draw.plans.filter(({ isSampled }) => isSampled);
        for (const { id } of sampled) await enterPlan(trx, input.roundId, id, 'sampled', '', null, caller, at);
        // Plans that are owed a re-audit come along, beside the sample, so that it stays a fair one.
        const owed = await owedReAudits(trx, input.roundId);
        for (const planId of owed) await enterPlan(trx, input.roundId, planId, 're_audit', '', null, caller, at);
        await keepChosenDocuments(trx, input.roundId);
        return {
          seed,
          size: sampled.length,
          reAudits: owed.length,
          frameSize: plans.length,
          leftOut: leftOutInAll(leftOut),
          frameDigest: digest,
        };
      });
    },

    /** Draws once more from the frame as it was stored. Throws Refusal NOT_DRAWN. */
    async drawAgain(roundId: string): Promise<{ isSame: boolean; isFrameWhole: boolean }> {
      const sample = await db.selectFrom('sample').selectAll().where('round_id', '=', roundId).executeTakeFirst();
      if (!sample) {
        throw new Refusal('NOT_DRAWN', 'The plans of this round were not drawn.', 'They were picked by hand.');
      }
      const rows = await db.selectFrom('sample_frame').selectAll().where('round_id', '=', roundId).execute();
      const frame = rows.map(({ reference, stratum }) => ({ id: reference, reference, stratum }));
      const again = drawSample(frame, {
        size: sample.size,
        allocation: sample.allocation === 'equal' ? 'equal' : 'proportional',
        seed: sample.seed,
      });
      const stored = new Map(rows.map((row) => [row.reference, row]));
      return {
        isSame: again.plans.every(({ id, order, isSampled }) => {
          const row = stored.get(id);
          return row?.place === order && (row.is_sampled === 1) === isSampled;
        }),
        isFrameWhole: digestOfFrame(frame) === sample.frame_digest,
      };
    },

    /** Throws Refusal NOT_IN_ROUND, NO_RESERVE or PLAN_ASSIGNED. */
    swap(caller: Caller, roundId: string, planId: string, reason: string): Promise<Sample> {
      return change(caller, 'samples.swap', roundId, async (trx, at) => {
        const stratum = await leave(trx, roundId, planId, 'swapped_out', reason, caller, at);
        const reserve = await trx
          .selectFrom('sample_frame')
          .select('plan_id')
          .where('round_id', '=', roundId)
          .where('stratum', '=', stratum ?? '')
          .where('plan_id', 'is not', null)
          .where('plan_id', 'not in', trx.selectFrom('round_plan').select('plan_id').where('round_id', '=', roundId))
          .orderBy('place')
          .executeTakeFirst();
        if (stratum === null || !reserve || reserve.plan_id === null) {
          throw new Refusal(
            'NO_RESERVE',
            'The stratum of this plan has no reserve left.',
            'Take it out, or pick another plan by hand and say why.',
          );
        }
        await enterPlan(trx, roundId, reserve.plan_id, 'swapped_in', reason, planId, caller, at);
        return { out: planId, in: reserve.plan_id, reason: digestOf(reason) };
      });
    },

    pick(caller: Caller, roundId: string, planIds: readonly string[], reason: string): Promise<Sample> {
      return change(caller, 'samples.pick', roundId, async (trx, at) => {
        const wanted = [...new Set(planIds)];
        const known = await trx.selectFrom('plan').select('id').where('id', 'in', wanted).execute();
        if (known.length < wanted.length) throw notFound('plan');
        for (const planId of wanted) await enterPlan(trx, roundId, planId, 'picked', reason, null, caller, at);
        return { plans: wanted.join(' '), reason: digestOf(reason) };
      });
    },

    /**
     * Brings back a plan that was swapped or taken out, as it was. What was swapped in for it, and in turn for that,
     * leaves the round as though it had never been called, so that it is the next reserve again. Throws Refusal
     * NOT_IN_ROUND or PLAN_ASSIGNED.
     */
    bringBack(caller: Caller, roundId: string, planId: string): Promise<Sample> {
      return change(caller, 'samples.bringBack', roundId, async (trx, at) => {
        const own = await trx
          .selectFrom('round_plan')
          .selectAll()
          .where('round_id', '=', roundId)
          .where('plan_id', '=', planId)
          .where('state', '<>', 'in')
          .executeTakeFirst();
        if (!own) throw notInRound();
        const gone: string[] = [];
        for (let out: string | undefined = await standInOf(trx, roundId, planId); out !== undefined;) {
          const standIn: string = out;
          await refuseAssignedPlan(trx, roundId, standIn, 'The plan that stands in for it is being audited.');
          out = await standInOf(trx, roundId, standIn);
          await dropDocuments(trx, roundId, standIn);
          await trx.deleteFrom('round_plan').where('round_id', '=', roundId).where('plan_id', '=', standIn).execute();
          gone.push(standIn);
        }
        await enterPlan(trx, roundId, planId, originOf(own.origin), '', own.replaces, caller, at);
        return { in: planId, out: gone.join(' ') };
      });
    },

    /** Throws Refusal NOT_IN_ROUND or PLAN_ASSIGNED. */
    takeOut(caller: Caller, roundId: string, planId: string, reason: string): Promise<Sample> {
      return change(caller, 'samples.takeOut', roundId, async (trx, at) => {
        await leave(trx, roundId, planId, 'taken_out', reason, caller, at);
        return { out: planId, reason: digestOf(reason) };
      });
    },
  };
}

/** SHA-256 of the frame in its fixed order. */
function digestOfFrame(frame: readonly FramePlan[]): string {
  const lines = frame.map(({ reference, stratum }) => JSON.stringify([reference, stratum]));
  return digestOf(lines.toSorted().join('\n'));
}
