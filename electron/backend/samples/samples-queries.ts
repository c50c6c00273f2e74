import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { frameFilterSchema, leftOutCountSchema, type Sample, sampleSchema } from '../../../shared/contract/samples.ts';
import type { LeftOutCount } from '../../../shared/domain/rounds/frame-words.ts';
import { STRATUM_KEYS } from '../../../shared/domain/rounds/strata.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

const strataBySchema = z.array(z.enum(STRATUM_KEYS));
const leftOutSchema = z.array(leftOutCountSchema);

/** How many plans were left out of a draw, by reason, as it is kept; null where it was not. */
export function leftOutOf(kept: string | null): LeftOutCount[] | null {
  return kept === null ? null : leftOutSchema.parse(JSON.parse(kept));
}

/** A round's plans, with how they were drawn. */
export async function selectSample(db: Db, roundId: string): Promise<Sample> {
  const { rows: plans } = await sql<Record<string, unknown>>`
    select plan.id as "planId", plan.reference as reference, plan.initials as initials, cycle.plan_type as "planType",
      cycle.nc_year as "ncYear", coalesce(frame.stratum, '') as stratum, round_plan.origin as origin,
      round_plan.state as state, round_plan.reason as reason, replaced.reference as replaces,
      (select count(*) from document join cycle own on own.id = document.cycle_id where own.plan_id = plan.id
         and own.is_current = 1) as documents
    from round_plan join plan on plan.id = round_plan.plan_id
      join cycle on cycle.plan_id = plan.id and cycle.is_current = 1
      left join plan replaced on replaced.id = round_plan.replaces
      left join sample_frame frame on frame.round_id = round_plan.round_id and frame.plan_id = plan.id
    where round_plan.round_id = ${roundId} order by frame.stratum is null, frame.stratum, plan.reference_key`.execute(
    db,
  );
  return sampleSchema.parse({ roundId, draw: await selectDraw(db, roundId), plans });
}

async function selectDraw(db: Db, roundId: string): Promise<Sample['draw']> {
  const row = await db
    .selectFrom('sample')
    .innerJoin('person', 'person.id', 'sample.drawn_by')
    .selectAll('sample')
    .select('person.name as drawnBy')
    .where('sample.round_id', '=', roundId)
    .executeTakeFirst();
  if (!row) return null;
  const strata = await db
    .selectFrom('sample_frame')
    .select([
      'stratum',
      (eb) => eb.fn.countAll<number>().as('size'),
      (eb) => eb.fn.sum<number>('is_sampled').as('drawn'),
    ])
    .where('round_id', '=', roundId)
    .groupBy('stratum')
    .orderBy('stratum')
    .execute();
  return {
    method: row.method === 'stratified' ? 'stratified' : 'random',
    strataBy: strataBySchema.parse(JSON.parse(row.strata_by)),
    allocation: row.allocation === 'equal' ? 'equal' : 'proportional',
    filter: frameFilterSchema.parse(JSON.parse(row.filter)),
    seed: row.seed,
    size: row.size,
    frameSize: strata.reduce((sum, { size }) => sum + size, 0),
    leftOut: leftOutOf(row.left_out),
    frameDigest: row.frame_digest,
    drawnAt: row.drawn_at,
    drawnBy: row.drawnBy,
    strata,
  };
}
