import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../../../electron/backend/register/read-xlsx.ts';
import { renderCsv } from '../../../../electron/backend/reports/to-csv.ts';
import { renderDocx } from '../../../../electron/backend/reports/to-docx.ts';
import { renderHtml } from '../../../../electron/backend/reports/to-html.ts';
import { renderXlsx } from '../../../../electron/backend/reports/to-xlsx.ts';
import { formatDate } from '../../../../shared/domain/calendar-date.ts';
import type { Measure } from '../../../../shared/domain/measures.ts';
import { tableNameOf } from '../../../../shared/domain/report/long-form-names.ts';
import { buildReport } from '../../../../shared/domain/report/build-report.ts';
import { countsByKey } from '../../../../shared/domain/report/count-table.ts';
import { hiddenWords } from '../../../../shared/domain/report/edition-words.ts';
import { measuresDraft } from '../../../../shared/domain/report/measures-draft.ts';
import { readAreaReports } from '../../../../shared/domain/report/regional-read.ts';
import { type PartnershipReport, partnershipReportSchema } from '../../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../../shared/domain/report/settled-plan.ts';
import { suppress } from '../../../../shared/domain/report/suppression.ts';
import { tablesOfDocx, tablesOfHtml } from '../../../support/read-report.ts';
import { MEASURE, plansOf } from '../../shared/domain/report/measure-examples.ts';
import { CALENDAR, inputOf } from '../../shared/domain/report/report-input.ts';
import { RUBRIC, RUBRIC_ID } from '../../shared/domain/report/settled-plans.ts';

/** Measures, milestones, targets and open actions as data: the same in the workbook, the CSV, Word and HTML. */

const MANY = [...plansOf('2026-27/1', 18, 40), ...plansOf('2026-27/2', 22, 41)];
const FEW = plansOf('2026-27/2', 3, 4);

const REPORTS: readonly [string, PartnershipReport][] = [
  ['many plans', reportOf(MANY, 'internal')],
  ['many plans, publishable', reportOf(MANY, 'publishable')],
  ['four plans', reportOf(FEW, 'internal')],
  ['four plans, publishable', reportOf(FEW, 'publishable')],
  ['no plan', reportOf([], 'internal')],
];

describe.each(REPORTS)('measures and actions of a report on %s', (_name, report) => {
  const tables = valueTablesOf(report);

  test('are the same values in the workbook and the CSV, dates and numbers as such', async () => {
    const workbook = await renderXlsx(report);
    const sheets = new Map(readXlsx(workbook, 'Contents').rows.map(([sheet = '', what = '']) => [what, sheet]));
    const csv = valueRowsOf(renderCsv(report));
    let compared = 0;
    for (const { id, caption, data } of tables) {
      const [head = [], ...rows] = readXlsx(workbook, sheets.get(caption)).rows;
      expect([id, head]).toEqual([id, data.columns.map(({ label }) => label)]);
      for (const [at, { id: rowId, cells }] of data.rows.entries()) {
        for (const [column, cell] of cells.entries()) {
          const own = csv.find(
            (row) => isOf(row, id) && row['row'] === rowId && row['column'] === data.columns[column]?.id,
          );
          const inSheet = rows[at]?.[column] ?? '';
          expect([id, rowId, column, own?.['value_type']]).toEqual([id, rowId, column, cell?.kind]);
          const inCsv = own?.['value'] ?? '';
          // The sheet holds shares of one, as Excel does.
          const times = cell?.kind === 'percent' ? 100 : 1;
          expect([id, rowId, column, readAs(inSheet, times)]).toEqual([id, rowId, column, readAs(inCsv)]);
          compared += cell === null ? 0 : 1;
        }
      }
    }
    expect(compared).toBe(csv.length);
    expect(compared).toBeGreaterThan(20);
    expect(csv.map((row) => row['value_type'])).toEqual(expect.arrayContaining(['text', 'date', 'percent', 'number']));
  });

  test('are what Word and HTML say in words', async () => {
    const csv = valueRowsOf(renderCsv(report));
    const papers = [tablesOfDocx(await renderDocx(report)), tablesOfHtml(await renderHtml(report))];
    for (const { id, caption, data } of tables.filter(({ isPrinted }) => isPrinted)) {
      for (const paper of papers) {
        const lines = paper.find((table) => table.caption === caption)?.rows.slice(1) ?? [];
        // Of a measure that is hidden the summary has its name alone, under the table.
        const isNamed = ({ cells }: (typeof data.rows)[number]) =>
          id === 'measures-standing' && cells.some((cell) => cell?.kind === 'text' && cell.text === 'Hidden (c)');
        for (const { cells } of data.rows.filter(isNamed)) {
          const [name] = cells;
          expect(sentencesOf(report)).toMatch(
            new RegExp(`Hidden \\(c\\): .*${name?.kind === 'text' ? name.text : 'a name'}`),
          );
        }
        const printed = data.rows.filter((row) => !isNamed(row));
        expect([id, lines.length]).toEqual([id, printed.length]);
        for (const [at, { id: rowId }] of printed.entries()) {
          const line = lines[at]?.join(' | ') ?? '';
          const own = csv.filter((row) => isOf(row, id) && row['row'] === rowId);
          for (const word of wordsOf(own)) expect(line).toContain(word);
          expect([id, line, line.includes('hidden (c)')]).toEqual([id, line, own.some(isHidden)]);
        }
      }
    }
  });

  test('are in words of another table where they are not printed themselves', async () => {
    const csv = valueRowsOf(renderCsv(report));
    const papers = [tablesOfDocx(await renderDocx(report)), tablesOfHtml(await renderHtml(report))];
    for (const { id, caption, data } of tables.filter(({ isPrinted }) => !isPrinted)) {
      const other = `Readings and milestones: ${caption.slice(caption.indexOf(': ') + 2)}`;
      for (const paper of papers) {
        const text =
          paper
            .find((table) => table.caption === other)
            ?.rows.map((row) => row.join(' | '))
            .join('\n') ?? '';
        for (const { id: rowId } of data.rows) {
          const all = csv.filter((row) => isOf(row, id) && row['row'] === rowId);
          const own = all.filter((row) => row['column'] !== 'standing');
          // Milestones that nothing answers to are in the chart; of what is hidden throughout the summary tells.
          const isRead = own.some((row) => row['column'] === 'reading' || row['column'] === 'read-on');
          const isAllHidden = text === '' && report.edition === 'publishable' && all.some(isHidden);
          for (const word of isRead && !isAllHidden ? wordsOf(own) : []) expect(text).toContain(word);
        }
      }
    }
  });

  test('hold no count that the report’s tables do not show', () => {
    const shown = countsByKey(
      report.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : []))),
    );
    const found = tables.flatMap(({ data }) =>
      data.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.kind === 'count' ? [cell.count] : []))),
    );
    for (const { key, n } of found) expect([key, n]).toEqual([key, shown.get(key) ?? null]);
  });

  test('are no counts for a regional view, which reads the same file', () => {
    const text = renderCsv(report);
    const [area] = readAreaReports({ name: 'report.csv', text });
    const rows = recordsOf(text).filter((row) => row['value_type'] === '');
    expect(area?.counts).toHaveLength(rows.length);
  });
});

test('some of those counts are hidden where the edition hides them, and none in an internal one', () => {
  const hidden = REPORTS.map(([name, report]) => [name, valueRowsOf(renderCsv(report)).filter(isHidden).length > 0]);
  expect(hidden).toEqual([
    ['many plans', false],
    ['many plans, publishable', true],
    ['four plans', false],
    ['four plans, publishable', true],
    ['no plan', false],
  ]);
});

test('a publishable edition lists no action, and a report frozen before there were values opens', () => {
  expect(valueTablesOf(reportOf(MANY, 'publishable')).map(({ id }) => id)).not.toContain('actions-open');
  const report = reportOf(MANY, 'internal');
  expect(valueTablesOf(report).map(({ id }) => id)).toContain('actions-open');
  const before: unknown = JSON.parse(JSON.stringify(report, (key, value) => (key === 'data' ? undefined : value)));
  expect(valueTablesOf(partnershipReportSchema.parse(before))).toEqual([]);
});

function sentencesOf({ parts }: PartnershipReport): string {
  return parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'sentences' ? block.items : [])))
    .join('\n');
}

function reportOf(plans: readonly SettledPlan[], edition: 'internal' | 'publishable'): PartnershipReport {
  const byHand = (id: string, change: Partial<Measure>): Measure => ({
    ...MEASURE,
    id: `0c9f0e5e-0000-4000-8000-${id.padStart(12, '0')}`,
    counted: { kind: 'by_hand', numerator: 'Complaints', denominator: 'Plans' },
    ...change,
  });
  const reading = { id: '0c9f0e5e-0000-4000-9000-000000000001', note: '' };
  const measures = [
    MEASURE,
    byHand('2', {
      name: 'Complaints about plans',
      unit: 'count',
      counted: { kind: 'by_hand', numerator: 'Complaints', denominator: '' },
      better: 'lower',
      milestones: [{ on: '2026-10-31', value: 12 }],
      target: 6,
      byHand: [{ ...reading, on: '2026-11-20', n: 9, of: null, percent: null }],
    }),
    byHand('3', {
      name: 'Parents who were involved',
      byHand: [
        { ...reading, on: '2026-11-06', n: null, of: null, percent: 37.5 },
        { ...reading, id: '0c9f0e5e-0000-4000-9000-000000000002', on: '2026-11-27', n: 2, of: 14, percent: null },
      ],
    }),
  ];
  const halfTerm = CALENDAR.at(-1);
  if (halfTerm === undefined) throw new Error('The calendar is empty.');
  const draft = measuresDraft({
    plans,
    rubrics: new Map([[RUBRIC_ID, { rubric: RUBRIC }]]),
    calendar: CALENDAR,
    issued: [],
    rubric: RUBRIC,
    today: '2026-12-10',
    measures,
    halfTerm,
    edition,
  });
  const nothing = { known: new Map<string, number>(), knownHidden: new Set<string>() };
  const input = inputOf(plans, { edition, measures: draft });
  const own = plans.filter(({ halfTermId }) => halfTermId === halfTerm.id).length;
  const rounds = input.rounds.map((round) => ({ ...round, plans: own, documents: own + 2, settled: own }));
  return buildReport(
    { ...input, rounds },
    (counted) => (edition === 'internal' ? counted : suppress(counted, { threshold: 5, hideZero: false, ...nothing })),
    hiddenWords(edition, { threshold: 5, hideZero: false }),
  );
}

function valueTablesOf({ parts }: PartnershipReport) {
  return parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'text_table' && block.data !== null
        ? [{ id: block.id, caption: block.caption, data: block.data, isPrinted: block.isDataAlone !== true }]
        : [],
    ),
  );
}

/** What a line on paper must say of a row's values. */
function wordsOf(row: readonly Record<string, string>[]): string[] {
  const of = (column: string) => row.find((cell) => cell['column'] === column);
  const isReadByHand = of('reading')?.['value']?.includes('entered by hand') === true;
  return row.flatMap((cell) => {
    const value = cell['value'] ?? '';
    switch (cell['column'] ?? '') {
      case 'n':
        return value === 'c'
          ? []
          : [of('of') === undefined ? `${value} complaints` : `${value} of ${of('of')?.['value']}`];
      case 'of':
        return [];
      // What was entered as a percentage is said as one; shares of counts are rounded on paper.
      case 'percent':
        return of('n') === undefined ? [`${value}%`] : [`${Math.round(Number(value))}%`];
      case 'read-on':
        return isReadByHand ? [formatDate(value)] : [];
      case 'reading':
        return isReadByHand ? [] : [value];
      default:
        return [
          cell['value_type'] === 'date' ? formatDate(value) : cell['value_type'] === 'percent' ? `${value}%` : value,
        ];
    }
  });
}

/** Numbers but for the noise of binary fractions; everything else as it is. */
function readAs(text: string, times = 1): string | number {
  return text === '' || Number.isNaN(Number(text)) ? text : Number((Number(text) * times).toFixed(9));
}

function isHidden(row: Record<string, string>): boolean {
  return row['value_type'] === 'count' && row['column'] === 'n' && row['value'] === 'c';
}

/** Whether the row is of the table that has this id in the report. */
function isOf(row: Record<string, string>, id: string): boolean {
  const { table, tableOf } = tableNameOf(id);
  return row['table'] === table && row['table_of'] === tableOf;
}

function valueRowsOf(csv: string): Record<string, string>[] {
  return recordsOf(csv).filter((row) => row['value_type'] !== '');
}

function recordsOf(csv: string): Record<string, string>[] {
  const rows: unknown = parse(csv, { bom: true, columns: true });
  if (!Array.isArray(rows)) throw new Error('The CSV has no rows.');
  return rows.map((row: unknown) => {
    if (typeof row !== 'object' || row === null) throw new Error('A row of the CSV is none.');
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]));
  });
}
