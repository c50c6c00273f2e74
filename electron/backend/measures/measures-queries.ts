import { type Kysely, sql, type Transaction } from 'kysely';
import { type Measure, type MeasureFields, measureSchema } from '../../../shared/domain/measures.ts';
import { halfTermOf } from '../../../shared/domain/half-term.ts';
import type { HalfTermDates } from '../../../shared/domain/half-term.ts';
import type { IssuedCount } from '../../../shared/domain/report/measures-figures.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;
type Trx = Transaction<WorkspaceTables>;

/** Measures with milestones and the readings that stand: those in use first, each group by name. */
export async function selectMeasures(db: Db, measureId?: string): Promise<Measure[]> {
  const only = measureId === undefined ? sql`true` : sql`measure.id = ${measureId}`;
  const { rows } = await sql<MeasureRow>`
    select measure.*, coalesce(owner.name, measure.owner_name) as "ownerName",
      (select json_group_array(json_object('on', on_date, 'value', value) order by on_date)
        from measure_milestone where measure_id = measure.id) as milestones,
      (select json_group_array(
          json_object('id', id, 'on', on_date, 'n', n, 'of', of_n, 'percent', percent, 'note', note) order by on_date)
        from measure_reading where measure_id = measure.id and withdrawn_at is null) as "byHand"
    from measure left join person owner on owner.id = measure.owner_id
    where ${only} order by retired_at is not null, lower(measure.name), measure.id`.execute(db);
  return rows.map((row) =>
    measureSchema.parse({
      id: row.id,
      revision: row.revision,
      name: row.name,
      unit: row.unit,
      better: row.better,
      counted: JSON.parse(row.counted),
      plans: row.plans,
      stage: row.stage,
      roundKind: row.round_kind,
      theme: row.theme,
      milestones: JSON.parse(row.milestones),
      target: row.target,
      tolerance: row.tolerance,
      source: row.source,
      owner: { personId: row.owner_id, name: row.ownerName },
      note: row.note,
      byHand: JSON.parse(row.byHand),
      retiredAt: row.retired_at,
    }),
  );
}

interface MeasureRow {
  id: string;
  revision: number;
  name: string;
  unit: string;
  better: string;
  counted: string;
  plans: string;
  stage: string;
  round_kind: string;
  theme: string;
  milestones: string;
  target: number | null;
  tolerance: number;
  source: string;
  owner_id: string | null;
  ownerName: string;
  note: string;
  byHand: string;
  retired_at: string | null;
}

/** A measure's fields as columns. */
export function columnsOf(fields: MeasureFields) {
  return {
    name: fields.name,
    unit: fields.unit,
    better: fields.better,
    counted: JSON.stringify(fields.counted),
    plans: fields.plans,
    stage: fields.stage,
    round_kind: fields.roundKind,
    theme: fields.theme,
    target: fields.target,
    tolerance: fields.tolerance,
    source: fields.source,
    owner_id: fields.owner.personId,
    owner_name: fields.owner.personId === null ? fields.owner.name : '',
    note: fields.note,
  };
}

/** Puts these milestones in the place of those there are. */
export async function replaceMilestones(trx: Trx, measureId: string, { milestones }: MeasureFields): Promise<void> {
  await trx.deleteFrom('measure_milestone').where('measure_id', '=', measureId).execute();
  if (milestones.length === 0) return;
  await trx
    .insertInto('measure_milestone')
    .values(milestones.map(({ on, value }) => ({ measure_id: measureId, on_date: on, value })))
    .execute();
}

/** Finals that went out without a lawful exception, by half-term and kind of plan, as the register's dates have it. */
export async function selectIssued(db: Db, calendar: readonly HalfTermDates[]): Promise<IssuedCount[]> {
  const { rows } = await sql<{ planType: string; on: string; issued: number; inTime: number }>`
    select cycle.plan_type as "planType", standing.final_done as "on", count(*) as issued,
      sum(standing.final_done <= standing.final_due) as "inTime"
    from cycle_standing standing join cycle on cycle.id = standing.cycle_id
    where standing.final_done is not null and standing.final_due is not null and standing.is_excepted = 0
    group by cycle.plan_type, standing.final_done`.execute(db);
  const found = new Map<string, IssuedCount>();
  for (const { planType, on, issued, inTime } of rows) {
    const halfTermId = halfTermOf(on, calendar)?.id;
    if (halfTermId === undefined) continue;
    const key = `${halfTermId} ${planType}`;
    const known = found.get(key) ?? { halfTermId, planType, issued: 0, inTime: 0 };
    found.set(key, { ...known, issued: known.issued + issued, inTime: known.inTime + inTime });
  }
  return [...found.values()];
}

/** Rounds with a settled result to which others' audits led and which this person was never told. */
export async function selectUntoldRounds(db: Db, personId: string): Promise<Set<string>> {
  const { rows } = await sql<{ roundId: string }>`
    select distinct result.round_id as "roundId" from result
    where result.overall_grade is not null
      and (json_array_length(result.agencies) > 1 or not exists (select 1 from audit
        where audit.round_id = result.round_id and audit.document_id = result.document_id
          and audit.auditor_id = ${personId}))
      and not exists (select 1 from answers_seen where answers_seen.round_id = result.round_id
        and answers_seen.document_id = result.document_id and answers_seen.person_id = ${personId})`.execute(db);
  return new Set(rows.map(({ roundId }) => roundId));
}
