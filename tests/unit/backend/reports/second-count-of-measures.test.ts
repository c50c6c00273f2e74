import { expect, test } from 'vitest';
import type { RawDatabase } from '../../../../electron/backend/workspace/cipher.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { MeasureFields } from '../../../../shared/domain/measures.ts';
import type { DataCell } from '../../../../shared/domain/report/data-table.ts';
import type { ReportBlock } from '../../../../shared/domain/report/report-model.ts';
import type { Client } from '../../../support/prepared-moderation.ts';
import { CAUSES, COUNTED, GRADES, named, RUBRIC, severalRounds, STANDING_ANSWERS, tablesOf } from './several-rounds.ts';

/**
 * Root causes, and measures with their trajectories, counted a second time in plain SQL: from the tables that hold
 * audits, dates, measures, milestones and readings, by what the field and the measures' own words say of them.
 */

const HALF_TERMS = ['2026-27/1', '2026-27/2'] as const;
const TODAY = '2026-11-20';
const GOOD = RUBRIC.gradeScale
  .toSorted((a, b) => a.order - b.order)
  .findIndex(({ id }) => id === 'requires_improvement');

/** Why each criterion fell short: what any of those who graded the plan version put down, each cause once. */
const CAUSES_NAMED = `with ${STANDING_ANSWERS},
  short as (select round_id, document_id, series, id from lowest where place > 0),
  named as (
    select distinct short.round_id, short.document_id, short.series, short.id, answer.root_cause as cause
    from short join audit on audit.round_id = short.round_id and audit.document_id = short.document_id
      join answer on answer.audit_id = audit.id and answer.criterion_id = short.id
    where answer.root_cause is not null)
  select series, cause, count(*) as n, (select count(*) from short where short.series = named.series) as shortfalls
  from named group by series, cause`;

test('causes of shortfalls come to the same in plain SQL', async () => {
  const { client, raw } = await severalRounds();
  const seen = new Set<string>();
  for (const halfTermId of HALF_TERMS) {
    const { parts } = await client.reports.preview({ halfTermId, edition: 'internal', threshold: 5 });
    const tables = tablesOf(parts.flatMap(({ blocks }) => blocks));
    const rows = raw
      .prepare<[{ halfTerm: string }], { series: string; cause: string; n: number; shortfalls: number }>(CAUSES_NAMED)
      .all({ halfTerm: halfTermId });
    const bySeries = Map.groupBy(rows, ({ series }) => series);
    expect(bySeries.size).toBeGreaterThan(2);
    for (const [series, own] of bySeries) {
      const slug = series.replace(/~thematic$/, '~thematic-year-9').replaceAll('~', '-');
      const shown = named(tables, `causes-${slug}`).rows.map(({ id, counts }) => [id, ...counts.map(({ n }) => n)]);
      expect([series, shown]).toEqual([
        series,
        CAUSES.map((cause) => [cause, own.find((row) => row.cause === cause)?.n ?? 0, own[0]?.shortfalls]),
      ]);
      for (const { cause } of own) seen.add(cause);
    }
  }
  expect(seen.size).toBe(CAUSES.length);
});

/** Which series of plan versions a measure is of: its stage, its kinds of plans, and how they were drawn. */
const OF_MEASURE = `exists (select 1 from (select 'new' as kind union all select 'amended')
    where measure.plans in ('all', kind) and counted_series = measure.stage || '-' || kind ||
      case measure.round_kind when 'random' then '' else '~' || measure.round_kind end)
  and round.kind = measure.round_kind and round.theme = measure.theme`;

/** A half-term's plan versions at a grade or better, of all that have one; read on the day of the last panel. */
const BY_GRADE = `insert into read with ${COUNTED},
  graded as (
    select round_id, document_id, series as counted_series,
      coalesce(max((select place from scale where grade = agreed ->> '$.grade')),
        max((select place from scale where grade = frozen ->> '$.grading.overallGrade'))) as place
    from counted group by round_id, document_id, series)
  select measure.id, max(round.panel_date), sum(case
      when measure.counted ->> 'kind' in ('good_or_better', 'reviews_good_or_better') then place < :good else place <= (select place from scale where grade = measure.counted ->> 'grade') end), count(*), null
  from measure join graded on place is not null join round on round.id = graded.round_id
  where measure.counted ->> 'kind' = 'reviews_good_or_better'
    or measure.counted ->> 'kind' in ('good_or_better', 'at_least') and ${OF_MEASURE} group by measure.id`;

/** A half-term's plan versions in which a criterion was met, of those to which it applied. */
const BY_CRITERION = `insert into read with ${STANDING_ANSWERS},
  asked_of as (select round_id, document_id, series as counted_series, id, place from lowest where place is not null)
  select measure.id, max(round.panel_date), sum(place = 0), count(*), null
  from measure join asked_of on asked_of.id = measure.counted ->> 'criterionId' join round on round.id = asked_of.round_id
  where measure.counted ->> 'kind' = 'criterion_met' and ${OF_MEASURE} group by measure.id`;

/**
 * New finals that went out in a half-term, or in the holiday after it, and those that did within 20 weeks of the request
 * (regulation 13(2)); without those that a lawful exception excuses. Read at its end, or today.
 */
const IN_TIME = `insert into read
  select measure.id, min(half_term."end", :today), sum(julianday(issued.date) - julianday(asked.date) <= 140), count(*), null
  from measure join half_term on half_term.id = :halfTerm
    join cycle on cycle.plan_type = 'new'
    join cycle_date issued on issued.cycle_id = cycle.id and issued.kind = 'finalIssued'
    join cycle_date asked on asked.cycle_id = cycle.id and asked.kind = 'requestReceived'
  where measure.counted ->> 'kind' = 'in_time'
    and (select id from half_term began where began.start <= issued.date order by began.start desc limit 1) = half_term.id
    and not exists (select 1 from cycle_exception where cycle_exception.cycle_id = cycle.id)
  group by measure.id`;

const BY_HAND = `insert into read
  select measure_id, on_date, n, of_n, percent from measure_reading where withdrawn_at is null`;

/** Held against the last milestone that the day of the reading has reached. */
const HELD = `
  select read.*, milestone.on_date as by_date, milestone.value as promised, case
    when not exists (select 1 from measure_milestone where measure_id = read.measure_id) then 'No milestones'
    when milestone.value is null then 'No milestone yet'
    when read.of_n < 10 then 'Too few to say'
    when gap(coalesce(read.percent, 100.0 * read.n / read.of_n, read.n), milestone.value, measure.better) >= 0 then 'On track'
    when gap(coalesce(read.percent, 100.0 * read.n / read.of_n, read.n), milestone.value, measure.better)
      >= -measure.tolerance then 'Close'
    else 'Behind' end as standing
  from read join measure on measure.id = read.measure_id
    left join measure_milestone milestone on milestone.measure_id = read.measure_id and milestone.on_date =
      (select max(on_date) from measure_milestone where measure_id = read.measure_id and on_date <= read.on_date)
  where measure.retired_at is null order by read.measure_id, read.on_date, read.rowid`;

interface HeldRow {
  measure_id: string;
  on_date: string;
  n: number | null;
  of_n: number | null;
  percent: number | null;
  by_date: string | null;
  promised: number | null;
  standing: string;
}

test('measures, their readings, and how they stand to their milestones come to the same in plain SQL', async () => {
  const { client, raw } = await severalRounds();
  await sendOutFinals(client, raw);
  const ids = await promise(client);
  const held = readInSql(raw);
  const { parts } = await client.reports.preview({ halfTermId: HALF_TERMS[1], edition: 'internal', threshold: 5 });
  const blocks = parts.flatMap((part) => part.blocks);
  const tables = tablesOf(blocks);
  const latest = valuesOf(blocks, 'measures-standing');
  expect([...latest.keys()].toSorted()).toEqual(ids.toSorted());
  for (const id of ids) {
    const own = held.filter((row) => row.measure_id === id);
    const last = own.at(-1);
    if (last === undefined) throw new Error('A measure was never read.');
    expect(latest.get(id)).toMatchObject({
      'read-on': last.on_date,
      n: last.n,
      of: last.of_n,
      milestone: last.promised,
      by: last.by_date,
      standing: last.standing,
    });

    const counted = own.filter(({ n }) => n !== null);
    const rows = counted.length === 0 ? [] : named(tables, `measure-${id}`).rows;
    const shown = rows.map(({ counts }) => [counts[0]?.n, counts.length === 1 ? null : counts.at(-1)?.n]);
    expect([id, shown]).toEqual([id, counted.map(({ n, of_n: of }) => [n, of])]);

    // Each milestone is answered by the last reading before the next one is due.
    for (const [by, row] of valuesOf(blocks, `measure-${id}-milestones`)) {
      const answer = own.findLast(({ by_date: answered }) => answered === by);
      expect([id, by, row]).toEqual([
        id,
        by,
        expect.objectContaining({
          'read-on': answer?.on_date ?? null,
          n: answer?.n ?? null,
          of: answer?.of_n ?? null,
          standing: answer?.standing ?? 'No reading',
        }),
      ]);
    }
  }
  expect(new Set(held.map(({ standing }) => standing))).toEqual(
    new Set(['On track', 'Close', 'Behind', 'Too few to say', 'No milestones', 'No milestone yet']),
  );
});

/** Fills a table with every reading up to the second half-term, and holds each against its milestone. */
function readInSql(raw: RawDatabase): HeldRow[] {
  raw.exec('create temp table read (measure_id text, on_date text, n integer, of_n integer, percent real)');
  // In points, and more where it is better; 12 of 20 is 60 %, whatever binary fractions make of it.
  raw.function('gap', { deterministic: true }, (read: unknown, promised: unknown, better: unknown) => {
    const gap = Number((Number(read) - Number(promised)).toFixed(6));
    return better === 'higher' ? gap : -gap;
  });
  for (const halfTerm of HALF_TERMS) {
    raw.prepare(BY_GRADE).run({ halfTerm, good: GOOD });
    raw.prepare(BY_CRITERION).run({ halfTerm });
    raw.prepare(IN_TIME).run({ halfTerm, today: TODAY });
  }
  raw.prepare(BY_HAND).run();
  return raw.prepare<[], HeldRow>(HELD).all();
}

/** New plans that went out in either half-term: in time to the day, a day late, long late, and excused. */
async function sendOutFinals(client: Client, raw: RawDatabase): Promise<void> {
  const cycles = raw
    .prepare<[], { id: string }>(`select id from cycle where plan_type = 'new' order by id limit 16`)
    .all();
  const finals = [
    ['2026-05-19', '2026-10-06'],
    ['2026-05-19', '2026-10-07'],
    ['2026-06-10', '2026-10-27'],
    ['2026-06-23', '2026-11-10'],
  ] as const;
  for (const [at, { id: cycleId }] of cycles.entries()) {
    const [asked, issued] = finals[at < 4 ? at : 3] ?? finals[0];
    await client.plans.setDate({ cycleId, kind: 'requestReceived', date: at === 15 ? '2026-01-12' : asked });
    await client.plans.setDate({ cycleId, kind: 'finalIssued', date: issued });
    if (at === 14) await client.plans.setExceptions({ cycleId, exceptions: ['away'] });
  }
}

/** A measure of every kind, each with a trajectory of its own; one that was retired is in no report. */
async function promise(client: Client): Promise<string[]> {
  const made: string[] = [];
  const add = async (name: string, change: Partial<MeasureFields>): Promise<string> => {
    const { id } = await client.measures.create({
      fields: {
        name,
        unit: 'percent',
        better: 'higher',
        counted: { kind: 'good_or_better' },
        plans: 'all',
        stage: 'final',
        roundKind: 'random',
        theme: '',
        milestones: [],
        target: null,
        tolerance: 5,
        source: '',
        owner: { personId: null, name: '' },
        note: '',
        ...change,
      },
    });
    made.push(id);
    return id;
  };
  const path = (before: number, now: number) => [
    { on: '2026-09-30', value: before },
    { on: '2026-11-15', value: now },
    { on: '2027-03-31', value: 90 },
  ];
  await add('All plans good or better', { milestones: path(20, 60) });
  await add('New plans good or better', { plans: 'new', milestones: path(20, 60) });
  await add('Drafts good or better', { stage: 'draft', milestones: path(20, 60) });
  await add('Year 9 good or better', { roundKind: 'thematic', theme: 'Year 9', milestones: path(95, 30) });
  await add('QA reviews good or better', {
    counted: { kind: 'reviews_good_or_better' },
    milestones: path(20, 60),
  });
  await add('All plans outstanding', {
    counted: { kind: 'at_least', grade: GRADES[0] ?? '' },
    milestones: path(5, 15),
  });
  await add('Criterion met', { counted: { kind: 'criterion_met', criterionId: 'S06.C1' }, tolerance: 20 });
  await add('New plans in 20 weeks', { counted: { kind: 'in_time' }, plans: 'new', milestones: path(60, 95) });
  const byHand = (numerator: string, denominator: string) => ({ kind: 'by_hand' as const, numerator, denominator });
  const reading = { of: null, percent: null, note: '' };
  const complaints = await add('Complaints', {
    unit: 'count',
    better: 'lower',
    counted: byHand('Complaints', ''),
    milestones: path(12, 8),
    tolerance: 2,
  });
  for (const [on, n] of [
    ['2026-10-20', 12],
    ['2026-11-17', 10],
  ] as const) {
    await client.measures.addReading({ measureId: complaints, replaces: null, reading: { ...reading, on, n } });
  }
  const involved = await add('Parents involved', { counted: byHand('Involved', 'Answers'), milestones: path(40, 50) });
  const counts = { ...reading, on: '2026-10-20', n: 4, of: 20 };
  const { byHand: first } = await client.measures.addReading({
    measureId: involved,
    replaces: null,
    reading: counts,
  });
  // Put right: the reading that it replaces counts no more.
  const right = { measureId: involved, replaces: first[0]?.id ?? null, reading: { ...counts, n: 8 } };
  await client.measures.addReading(right);
  await client.measures.addReading({
    measureId: involved,
    replaces: null,
    // On a milestone's own day, which it answers to.
    reading: { ...reading, n: null, on: '2026-11-15', percent: 47.5 },
  });
  const early = await add('Too early', {
    counted: byHand('Some', 'All'),
    milestones: [{ on: '2027-03-31', value: 50 }],
  });
  const few = { ...reading, on: '2026-11-02', n: 6, of: 12 };
  await client.measures.addReading({ measureId: early, replaces: null, reading: few });
  const gone = await add('Retired', {});
  await client.measures.setRetired({ measureId: gone, isRetired: true });
  return made.filter((id) => id !== gone);
}

/** The values of a table of data, by row and column; of columns that hold nothing null. */
function valuesOf(
  blocks: readonly ReportBlock[],
  id: string,
): Map<string, Record<string, string | number | null | undefined>> {
  const data = blocks.flatMap((block) => (block.kind === 'text_table' && block.id === id ? [block.data] : []))[0];
  return new Map(
    data?.rows.map((row) => [
      row.id,
      Object.fromEntries(data.columns.map((column, at) => [column.id, valueOf(row.cells[at] ?? null)])),
    ]),
  );
}

function valueOf(cell: DataCell | null): string | number | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'date':
      return cell.on;
    case 'number':
      return cell.number;
    case 'percent':
      return cell.percent;
    case 'count':
      return cell.count.n;
    default:
      return assertNever(cell);
  }
}
