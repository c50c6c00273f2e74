import { expect, test } from 'vitest';
import type { RawDatabase } from '../../../../electron/backend/workspace/cipher.ts';
import { NO_INSIGHT_FILTER } from '../../../../shared/domain/insight/insight-filter.ts';
import { countIn, type CountRow, type CountTable } from '../../../../shared/domain/report/count-table.ts';
import type { PartnershipReport } from '../../../../shared/domain/report/report-model.ts';
import {
  BY_STANDARD,
  COUNTED,
  GRADES,
  named,
  OVERALL,
  rowsOf,
  RUBRIC,
  severalRounds,
  tablesOf,
} from './several-rounds.ts';

/** The report's other parts counted a second time, in plain SQL over what is kept. */

const HALF_TERM = '2026-27/2';
const BEFORE = '2026-27/1';
const TODAY = '2026-11-20';
const GOOD = RUBRIC.gradeScale
  .toSorted((a, b) => a.order - b.order)
  .findIndex(({ id }) => id === 'requires_improvement');

/** One row for each plan version with a grade: its place on the scale, and how many graded it. */
const GRADED = `with ${COUNTED},
  graded as (
    select counted.round_id, counted.document_id, counted.series, max(agreed is not null) as is_agreed, count(*) as audits,
      max((select place from scale where grade = frozen ->> '$.grading.overallGrade')) as alone,
      coalesce(max((select place from scale where grade = agreed ->> '$.grade')),
        max((select place from scale where grade = frozen ->> '$.grading.overallGrade'))) as place
    from counted group by counted.round_id, counted.document_id, counted.series)`;

const BY_GROUP = `${GRADED}
  select series, coalesce(plan.primary_need, 'Not known') as need, coalesce(plan.locality, 'Not known') as locality,
    count(*) as total, sum(place < :good) as good
  from graded join document on document.id = graded.document_id join cycle on cycle.id = document.cycle_id
    join plan on plan.id = cycle.plan_id group by 1, 2, 3`;

const STANDING = `${GRADED}
  select case when is_agreed then 'agreed' when audits = 1 then 'one_auditor' else 'lower_of_several' end as id,
    count(*) as n from graded group by 1`;

const CHANGED = `${GRADED} select alone, place, count(*) as n from graded where is_agreed group by 1, 2`;

const ROUNDS = `${GRADED}
  select round.id, count(distinct cycle.plan_id) as plans, count(distinct round_document.document_id) as versions,
    (select count(*) from graded where graded.round_id = round.id) as graded
  from round join round_document on round_document.round_id = round.id
    join document on document.id = round_document.document_id join cycle on cycle.id = document.cycle_id
  where round.half_term_id = :halfTerm and not exists (select 1 from calibration
    where calibration.round_id = round.id and calibration.document_id = document.id)
  group by round.id`;

/** As it stood on a day: what was asked for later is not there yet, and what came later had not come. */
const ADVICE = `
  select agency, count(*) as asked, sum(came and is_nil) as nil, sum(came and is_nil = 0) as received,
    sum(not came and julianday(:day) - julianday(asked_on) > 42) as missing,
    sum(not came and julianday(:day) - julianday(asked_on) <= 42) as waiting,
    sum(came and asked_on is not null) as timed,
    sum(came and julianday(received_on) - julianday(asked_on) > 42) as late
  from (select *, received_on is not null and received_on <= :day as came from advice_request
    where asked_on <= :day or received_on <= :day)
  where cycle_id in (select cycle_id from document join round_document on round_document.document_id = document.id
    join round on round.id = round_document.round_id where round.half_term_id = :halfTerm)
  group by agency`;

/** As they stood on a day: those put down later are not there yet, and those settled later were open. */
const ACTIONS = `
  select level, sum(created_at >= :start) as new, sum(not was_open and settled_at >= :start) as closed,
    sum(was_open) as open, sum(was_open and due_on < :day) as overdue
  from (select *, settled_at is null or date(settled_at) > :day as was_open from action
    where kind = 'change' and date(created_at) <= :day)
  group by level`;

test('groups, agencies, trends, standing, moderation, rounds, advice, actions and flags come to the same in plain SQL', async () => {
  const { client, raw } = await severalRounds();
  addToLog(raw);
  const report = await client.reports.preview({ halfTermId: HALF_TERM, edition: 'internal', threshold: 5 });
  const tables = tablesOf(report.parts.flatMap(({ blocks }) => blocks));
  const ask = <Row>(sql: string, given: Record<string, string | number>) =>
    raw.prepare<[Record<string, string | number>], Row>(sql).all(given);

  expectGroups(report, tables, ask<GroupRow>(BY_GROUP, { halfTerm: HALF_TERM, good: GOOD }));
  expectAgencies(tables, raw);
  expectTrends(tables, raw);

  const standing = ask<{ id: string; n: number }>(STANDING, { halfTerm: HALF_TERM });
  const shown = named(tables, 'standing').rows.filter(({ counts }) => (counts[0]?.n ?? 0) > 0);
  expect(new Map(shown.map(({ id, counts }) => [id, counts[0]?.n]))).toEqual(
    new Map([...standing.map(({ id, n }) => [id, n] as const), ['all', standing.reduce((sum, { n }) => sum + n, 0)]]),
  );

  const changed = named(tables, 'changed');
  const moved = ask<{ alone: number; place: number; n: number }>(CHANGED, { halfTerm: HALF_TERM });
  expect(moved.length).toBeGreaterThan(0);
  for (const [alone, before] of GRADES.entries()) {
    for (const [place, after] of GRADES.entries()) {
      const n = moved.find((row) => row.alone === alone && row.place === place)?.n ?? 0;
      expect([before, after, cell(changed, before, after)]).toEqual([before, after, n]);
    }
  }

  const rounds = ask<Record<'id', string> & Record<'plans' | 'versions' | 'graded', number>>(ROUNDS, {
    halfTerm: HALF_TERM,
  });
  expect(rounds).toHaveLength(2);
  for (const { id, ...own } of rounds) expectRow(named(tables, 'rounds'), id, own);

  const advice = ask<AdviceRow>(ADVICE, { day: TODAY, halfTerm: HALF_TERM });
  expectAdvice(tables, advice);
  expect(JSON.stringify(report)).toContain('as it stands on 20 November 2026: the half-term is not over');

  expectActions(tables, ask<ActionRow>(ACTIONS, { day: TODAY, start: '2026-11-02' }));
  expect(JSON.stringify(report)).toContain('as at the day of this report');

  const flags = ask<{ kind: string } & Record<string, number>>(
    `select kind, count(*) as raised, count(resolved_at) as "dealt-with" from flag group by kind`,
    {},
  );
  expect(flags).toHaveLength(2);
  for (const { kind, ...own } of flags) expectRow(named(tables, 'escalations'), kind, own);
});

test('actions of an earlier half-term are counted as they stood on its last day, in plain SQL too', async () => {
  const { client, raw } = await severalRounds();
  addToLog(raw);
  const report = await client.reports.preview({ halfTermId: '2026-27/1', edition: 'internal', threshold: 5 });
  const tables = tablesOf(report.parts.flatMap(({ blocks }) => blocks));
  const rows = raw
    .prepare<[Record<string, string>], ActionRow>(ACTIONS)
    .all({ day: '2026-11-01', start: '2026-09-01' });
  expectActions(tables, rows);
  expectRow(named(tables, 'actions-by-level'), 'all', { new: 4, closed: 1, open: 3, overdue: 1 });
  expect(JSON.stringify(report)).toContain('as at 1 November 2026, the last day that counts to this half-term');
});

test('escalations of an earlier half-term are counted as they stood on its last day, which England’s clocks end', async () => {
  const { client, raw } = await severalRounds();
  addToLog(raw, BEFORE);
  const move = raw.prepare(
    'update flag set raised_at = ?, resolved_at = ?, resolved_by = ?, resolution = ? where id = ?',
  );
  const by = raw.prepare<[], { id: string }>('select id from person limit 1').get()?.id ?? '';
  move.run('2026-10-20T09:00:00.000Z', '2026-10-20T12:00:00.000Z', by, 'Done.', 'flag-0');
  move.run('2026-10-20T09:00:00.000Z', '2026-11-02T00:30:00.000Z', by, 'Done.', 'flag-1');
  move.run('2026-11-02T00:30:00.000Z', null, null, '', 'flag-2');
  const told = async () => {
    const report = await client.reports.preview({ halfTermId: BEFORE, edition: 'internal', threshold: 5 });
    return named(tablesOf(report.parts.flatMap(({ blocks }) => blocks)), 'escalations');
  };
  const table = await told();
  expectRow(table, 'safeguarding', { raised: 2, 'dealt-with': 1, open: 1 });
  expect(table.rows.map(({ id }) => id)).not.toContain('unlawful_plan');
  // In summer England's day ends an hour before that of universal time: here the half-term ends with 31 August.
  raw.exec(`update half_term set start = '2026-06-01', "end" = '2026-07-21' where id = '${BEFORE}'`);
  raw.exec(`update half_term set start = '2026-09-01' where id = '${HALF_TERM}'`);
  move.run('2026-08-31T22:30:00.000Z', '2026-08-31T22:50:00.000Z', by, 'Done.', 'flag-0');
  move.run('2026-08-31T22:30:00.000Z', '2026-08-31T23:10:00.000Z', by, 'Done.', 'flag-1');
  move.run('2026-08-31T23:10:00.000Z', null, null, '', 'flag-2');
  const summer = await told();
  expectRow(summer, 'safeguarding', { raised: 2, 'dealt-with': 1, open: 1 });
  expect(summer.rows.map(({ id }) => id)).not.toContain('unlawful_plan');
});

test('advice of an earlier half-term is counted as it stood on its last day: in the report, on the screen, for services', async () => {
  const { client, raw } = await severalRounds();
  addToLog(raw, BEFORE);
  const report = await client.reports.preview({ halfTermId: BEFORE, edition: 'internal', threshold: 5 });
  const tables = tablesOf(report.parts.flatMap(({ blocks }) => blocks));
  const rows = raw.prepare<[Record<string, string>], AdviceRow>(ADVICE).all({ day: '2026-11-01', halfTerm: BEFORE });
  expectAdvice(tables, rows);
  // Of the seven two had not been asked for, or answered, by then.
  expectRow(named(tables, 'advice'), 'health', { asked: 4, received: 2, nil: 1, missing: 1, waiting: 0 });
  expectRow(named(tables, 'advice'), 'social_care', { asked: 2, received: 1, nil: 0, missing: 0, waiting: 1 });
  expect(JSON.stringify(report)).toContain(
    'as it stood on 1 November 2026, the last day that counts to Autumn 1 2026/27',
  );

  const filter = { ...NO_INSIGHT_FILTER, from: BEFORE, to: BEFORE };
  const { blocks } = await client.insight.figures({ filter, part: 'agencies' });
  expectAdvice(tablesOf(blocks), rows);
  const now = await client.insight.figures({
    filter: { ...filter, to: HALF_TERM },
    part: 'agencies',
  });
  expectRow(named(tablesOf(now.blocks), 'advice'), 'health', { asked: 5, received: 2, waiting: 1 });

  const paper = await client.outlets.feedback({
    run: { from: BEFORE, to: BEFORE },
    for: { agency: 'health', service: null },
    edition: 'internal',
    threshold: 5,
  });
  expect(JSON.stringify(paper)).toContain('Counted as it stood on 1 November 2026');
  // Due on 19 November, and overdue by now.
  const asked = paper.blocks.find((block) => block.kind === 'table' && block.id === 'actions-table');
  expect(asked).toMatchObject({
    caption: expect.stringMatching(/Actions, as they stood on 1 November 2026$/),
    rows: [['Mend it.', '19 November 2026', 'Open']],
  });
  const rowsOfPaper = paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  expect(rowsOfPaper.find(([service]) => service === 'All services' || service === 'A service')?.slice(1, 6)).toEqual(
    ['asked', 'received', 'nil', 'missing', 'waiting'].map((column) =>
      String(cell(named(tables, 'advice'), 'health', column)),
    ),
  );
});

type AdviceRow = { agency: string } & Record<string, number>;

function expectAdvice(tables: readonly CountTable[], rows: readonly AdviceRow[]): void {
  expect(rows).toHaveLength(2);
  for (const { agency, ...own } of rows) expectRow(named(tables, 'advice'), agency, own);
}

type ActionRow = { level: string } & Record<string, number>;

function expectActions(tables: readonly CountTable[], rows: readonly ActionRow[]): void {
  expect(rows).toHaveLength(3);
  for (const { level, ...own } of rows) expectRow(named(tables, 'actions-by-level'), level, own);
}

interface GroupRow {
  series: string;
  need: string;
  locality: string;
  total: number;
  good: number;
}

/** Small populations stand in one table, with a column each; larger ones have their own, with how they were graded. */
function expectGroups(report: PartnershipReport, tables: readonly CountTable[], rows: readonly GroupRow[]): void {
  let compared = 0;
  for (const [series, own] of Map.groupBy(rows, (row) => slugOf(row.series))) {
    const table = tables.find(({ id }) => id === `make-up-${series}`) ?? named(tables, 'make-up-few');
    const isSplit = table.id !== 'make-up-few';
    for (const dimension of ['need', 'locality'] as const) {
      for (const [value, group] of Map.groupBy(own, (row) => row[dimension])) {
        const total = group.reduce((sum, row) => sum + row.total, 0);
        const good = group.reduce((sum, row) => sum + row.good, 0);
        const row = `${dimension}/${value}`;
        const found = isSplit
          ? [cell(table, row, 'good-or-better'), cell(table, row, 'total')]
          : [good, cell(table, row, series)];
        expect([series, row, ...found]).toEqual([series, row, good, total]);
        compared += 1;
      }
    }
  }
  expect([report.halfTerm.id, compared > 10]).toEqual([HALF_TERM, true]);
}

function expectTrends(all: readonly CountTable[], raw: RawDatabase): void {
  const tables = all.filter(({ id }) => id.startsWith('trend-') && !id.endsWith('-together'));
  expect(tables.length).toBeGreaterThan(2);
  for (const table of tables) {
    for (const row of table.rows) {
      const [halfTerm = '', series = ''] = row.id.split('/');
      const own = rowsOf(raw, OVERALL, halfTerm.replace('.', '/')).filter(
        ({ series: id }) => slugOf(id) === slugOf(series),
      );
      const good = own.reduce((sum, { place, n }) => sum + (place < GOOD ? n : 0), 0);
      const total = own.reduce((sum, { n }) => sum + n, 0);
      expect([row.id, cell(table, row.id, 'good-or-better'), cell(table, row.id, 'total')]).toEqual([
        row.id,
        good,
        total,
      ]);
    }
  }
}

function expectAgencies(tables: readonly CountTable[], raw: RawDatabase): void {
  const rows = rowsOf(raw, BY_STANDARD, HALF_TERM);
  for (const [series, own] of Map.groupBy(rows, (row) => slugOf(row.series))) {
    const table = named(tables, `agencies-${series}`);
    for (const { id: agency } of RUBRIC.leadAgencies) {
      const led = new Set(RUBRIC.standards.filter(({ leadAgency }) => leadAgency === agency).map(({ id }) => id));
      const graded = own.filter(({ id }) => led.has(id));
      if (graded.length === 0) continue;
      const total = graded.reduce((sum, { n }) => sum + n, 0);
      const good = graded.reduce((sum, { place, n }) => sum + (place < GOOD ? n : 0), 0);
      expectRow(table, agency, { total, 'good-or-better': good, below: total - good });
    }
  }
}

function expectRow(table: CountTable, id: string, wanted: Readonly<Record<string, number>>): void {
  const row = table.rows.find((own) => own.id === id);
  const found = Object.keys(wanted).map((column) => [column, row === undefined ? null : valueOf(table, row, column)]);
  expect([table.id, id, Object.fromEntries(found)]).toEqual([table.id, id, wanted]);
}

function cell(table: CountTable, rowId: string, column: string): number | null {
  const row = table.rows.find(({ id }) => id === rowId);
  return row === undefined ? null : valueOf(table, row, column);
}

function valueOf(table: CountTable, row: CountRow, column: string): number | null {
  return countIn(table, row, column)?.n ?? null;
}

/** As tables are named by them. */
function slugOf(series: string): string {
  return series.replace(/~thematic$/, '~thematic-year-9').replaceAll('~', '-');
}

/** Advice, actions and flags of every kind that the figures tell apart. */
function addToLog(raw: RawDatabase, halfTermId = HALF_TERM): void {
  const of = raw
    .prepare<[], { cycleId: string; documentId: string; roundId: string; personId: string }>(
      `select document.cycle_id as cycleId, document.id as documentId, round.id as roundId,
         (select id from person limit 1) as personId
       from round_document join round on round.id = round_document.round_id
         join document on document.id = round_document.document_id
       where round.half_term_id = '${halfTermId}' and round.kind = 'random' and document.stage = 'final'
       order by document.id limit 1`,
    )
    .get();
  if (of === undefined) throw new Error('No document is in the half-term.');
  const advice = raw.prepare(
    `insert into advice_request (id, cycle_id, agency, service, asked_on, received_on, is_nil, added_at, added_by)
     values (?, ?, ?, 'A service', ?, ?, ?, '2026-11-03T09:00:00.000Z', ?)`,
  );
  const requests: [string, string | null, string | null, number][] = [
    ['health', '2026-08-03', '2026-09-01', 0],
    ['health', '2026-08-03', '2026-10-01', 0],
    ['health', '2026-08-03', '2026-08-20', 1],
    ['health', '2026-08-03', null, 0],
    ['health', '2026-11-10', null, 0],
    ['social_care', null, '2026-09-01', 0],
    ['social_care', '2026-10-01', '2026-11-12', 0],
  ];
  for (const [at, [agency, asked, received, isNil]] of requests.entries()) {
    advice.run(`advice-${at}`, of.cycleId, agency, asked, received, isNil, of.personId);
  }
  const action = raw.prepare(
    `insert into action (id, kind, level, plan_id, words, service, due_on, state, created_at, created_by, evidence, settled_at, settled_by)
     values (?, 'change', ?, ?, 'Mend it.', 'A service', ?, ?, ?, ?, ?, ?, ?)`,
  );
  const plan = raw
    .prepare<[string], { id: string }>('select plan_id as id from cycle where id = ?')
    .get(of.cycleId)?.id;
  const actions: [string, string | null, string, string, string?][] = [
    ['plan', '2026-11-10', 'open', '2026-11-03'],
    ['plan', '2026-12-10', 'open', '2026-11-03'],
    ['plan', null, 'done', '2026-10-01'],
    ['service', '2026-11-19', 'open', '2026-10-01'],
    ['system', null, 'dropped', '2026-11-05'],
    ['system', '2026-10-10', 'done', '2026-09-15'],
    ['plan', null, 'dropped', '2026-10-28', '2026-10-30'],
  ];
  for (const [at, [level, due, state, made, ended = '2026-11-12']] of actions.entries()) {
    const settled = state === 'open' ? null : `${ended}T09:00:00.000Z`;
    const planId = level === 'plan' ? (plan ?? '') : null;
    const by = settled === null ? null : of.personId;
    const evidence = settled === null ? '' : 'Seen.';
    action.run(`action-${at}`, level, planId, due, state, `${made}T09:00:00.000Z`, of.personId, evidence, settled, by);
  }
  const flag = raw.prepare(
    `insert into flag (id, round_id, document_id, kind, words, raised_by, raised_at, owner_id, resolved_at, resolved_by, resolution)
     values (?, ?, ?, ?, 'Look today.', ?, '2026-11-05T09:00:00.000Z', ?, ?, ?, ?)`,
  );
  for (const [at, kind] of ['safeguarding', 'safeguarding', 'unlawful_plan'].entries()) {
    const resolved = at === 0 ? '2026-11-05T12:00:00.000Z' : null;
    const by = resolved === null ? null : of.personId;
    flag.run(
      `flag-${at}`,
      of.roundId,
      of.documentId,
      kind,
      of.personId,
      of.personId,
      resolved,
      by,
      resolved === null ? '' : 'Done.',
    );
  }
}
