import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../../../electron/backend/register/read-xlsx.ts';
import { renderCsv, renderDataDictionary } from '../../../../electron/backend/reports/to-csv.ts';
import { renderDocx } from '../../../../electron/backend/reports/to-docx.ts';
import { renderHtml } from '../../../../electron/backend/reports/to-html.ts';
import { renderXlsx } from '../../../../electron/backend/reports/to-xlsx.ts';
import { type TableName, tableNameOf } from '../../../../shared/domain/report/long-form-names.ts';
import { buildReport } from '../../../../shared/domain/report/build-report.ts';
import { countText, type CountTable } from '../../../../shared/domain/report/count-table.ts';
import { hiddenWords } from '../../../../shared/domain/report/edition-words.ts';
import type { PartnershipReport } from '../../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../../shared/domain/report/settled-plan.ts';
import { suppress } from '../../../../shared/domain/report/suppression.ts';
import { tablesOfDocx, tablesOfHtml } from '../../../support/read-report.ts';
import { answers, gradedPlan, variedPlans } from '../../shared/domain/report/report-fixture.ts';
import { inputOf } from '../../shared/domain/report/report-input.ts';
import { all, parseXml, textOf } from './xml-tree.ts';

const THREE = ['met', 'partly', 'not_met'] as const;

const REPORTS: readonly [string, PartnershipReport][] = [
  ['many plans', reportOf(variedPlans(), 'internal')],
  ['many plans, publishable', reportOf(variedPlans(), 'publishable')],
  ['no plan', reportOf([], 'internal')],
  ['no plan, publishable', reportOf([], 'publishable')],
  ['one plan', reportOf([gradedPlan('a', answers('met'))], 'internal')],
  [
    'three plans',
    reportOf(
      THREE.map((response, at) => gradedPlan(`p${at}`, answers(response))),
      'internal',
    ),
  ],
  [
    'three plans, publishable',
    reportOf(
      THREE.map((response, at) => gradedPlan(`p${at}`, answers(response))),
      'publishable',
    ),
  ],
];

describe.each(REPORTS)('a report on %s', (_name, report) => {
  const tables = tablesOf(report);
  const dataAlone = dataAloneIn(report);

  test('has the same counts in Word, HTML, the workbook and the CSV', async () => {
    const docx = new Map(tablesOfDocx(await renderDocx(report)).map(({ caption, rows }) => [caption, rows]));
    const html = new Map(tablesOfHtml(await renderHtml(report)).map(({ caption, rows }) => [caption, rows]));
    const workbook = await renderXlsx(report);
    const sheets = new Map(readXlsx(workbook, 'Contents').rows.map(([sheet = '', what = '']) => [what, sheet]));
    const csv = csvCounts(renderCsv(report));
    expect(new Set(tables.map(({ caption }) => caption)).size).toBe(tables.length);
    expect(csv.size).toBe(tables.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0));
    for (const table of tables) {
      const counts = table.rows.map((row) => [row.label, ...row.counts.map(countText)]);
      const width = 1 + table.columns.length;
      const onPaper = isSomethingShown(table) && !dataAlone.has(table.id) ? counts : [];
      for (const form of [docx, html]) {
        const rows = form.get(table.caption)?.slice(1) ?? [];
        expect([table.id, rows.map((row) => row.slice(0, width))]).toEqual([table.id, onPaper]);
      }
      const sheet = readXlsx(workbook, sheets.get(table.caption)).rows.slice(1, 1 + table.rows.length);
      expect([table.id, sheet.map((row) => row.slice(0, width))]).toEqual([table.id, counts]);
      for (const row of table.rows) {
        const read = table.columns.map(({ id }) => csv.get(nameInCsv(tableNameOf(table.id), row.id, id)));
        expect([table.id, row.label, ...read]).toEqual([table.id, row.label, ...row.counts.map(countText)]);
      }
    }
  });

  test('is a workbook of real numbers, with header rows that stay and names that Excel takes', async () => {
    const workbook = await renderXlsx(report);
    const { sheets, rows: contents } = readXlsx(workbook, 'Contents');
    const values = report.parts.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'text_table' && block.data !== null),
    );
    expect(sheets).toHaveLength(1 + tables.length + values.length);
    for (const { name, isHidden } of sheets) {
      expect([name, name.length <= 31, /[\\/?*[\]:]/.test(name), isHidden]).toEqual([name, true, false, false]);
    }
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
    const parts = unzipSync(workbook, { filter: ({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name) });
    const pages = tables.map(({ caption }) => {
      const name = contents.find(([, what]) => what === caption)?.[0];
      const place = 1 + sheets.findIndex((sheet) => sheet.name === name);
      return parseXml(strFromU8(parts[`xl/worksheets/sheet${place}.xml`] ?? new Uint8Array()));
    });
    for (const [at, table] of tables.entries()) {
      const page = pages[at];
      if (page === undefined) throw new Error(`No sheet for ${table.id}`);
      expect(all(page, 'pane').map(({ attrs }) => [attrs['state'], attrs['ySplit'], attrs['xSplit']])).toEqual([
        ['frozen', '1', '1'],
      ]);
      const rows = all(page, 'row').slice(1, 1 + table.rows.length);
      const isNumber = rows.map((row) =>
        all(row, 'c')
          .slice(1, 1 + table.columns.length)
          .map((cell) => (cell.attrs['t'] ?? 'n') === 'n' && /^\d+$/.test(textOf(cell))),
      );
      expect([table.id, isNumber]).toEqual([
        table.id,
        table.rows.map(({ counts }) => counts.map(({ n }) => n !== null)),
      ]);
    }
  });

  test('has room for every line of what the workbook says of it', async () => {
    const rounds = Array.from({ length: 6 }, (_, at) => ({
      kind: 'thematic',
      kindWords: 'Thematic sample',
      theme: `Preparing for adulthood, part ${at + 1}`,
      panelDate: '2026-12-04',
    }));
    const files = unzipSync(await renderXlsx({ ...report, rounds }));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // Six sentences of some 60 letters in a column of 76.
    const heights = [...sheet.matchAll(/<row[^>]* ht="(\d+)"/g)].map(([, height]) => Number(height));
    expect(heights[2]).toBeGreaterThanOrEqual(5 * 15);
  });

  test('says what its sign for a hidden count means wherever it stands', async () => {
    const isHidden = tables.some(({ rows }) => rows.some(({ counts }) => counts.some(({ n }) => n === null)));
    const page = await renderHtml(report);
    const rule = page.includes('Counts of 1 to 4 are hidden and shown as c');
    expect(rule).toBe(report.edition === 'publishable');
    for (const [table] of page.matchAll(/<div class="table[^]*?<\/div>/g)) {
      expect(table.includes('c: hidden')).toBe(/<td[^>]*>c<\/td>/.test(table));
    }
    const workbook = await renderXlsx(report);
    const contents = readXlsx(workbook, 'Contents').rows.flat().join(' ');
    expect(contents).toContain(report.edition === 'publishable' ? 'c: hidden' : 'Nothing is hidden');
    const csv = parse(renderCsv(report), { bom: true, columns: true });
    for (const row of asRecords(csv)) expect(row['note'] !== '').toBe(row['count'] === 'c');
    expect(asRecords(csv).some(({ count }) => count === 'c')).toBe(isHidden);
  });

  test('has no number that is none, no range under ten, and no share with a hidden count', async () => {
    const page = (await renderHtml(report)).replace(/<style>[^]*?<\/style>/, '');
    expect(page).not.toMatch(/NaN|undefined|Infinity|null/);
    for (const row of asRecords(parse(renderCsv(report), { bom: true, columns: true }))) {
      if (row['percent'] === '') continue;
      expect(Number(row['of'])).toBeGreaterThanOrEqual(10);
      expect(Number(row['percent'])).toBeCloseTo((100 * Number(row['count'])) / Number(row['of']), 9);
    }
  });
});

test('the dictionary explains every column of the CSV, in its order', () => {
  const [head] = parse(renderCsv(reportOf([], 'internal')), { bom: true });
  const dictionary = asRecords(parse(renderDataDictionary(), { bom: true, columns: true }));
  expect(dictionary.map(({ column }) => column)).toEqual(head);
  for (const { column, holds } of dictionary) expect([column, (holds ?? '').length > 5]).toEqual([column, true]);
});

function reportOf(plans: readonly SettledPlan[], edition: 'internal' | 'publishable'): PartnershipReport {
  const nothing = { known: new Map<string, number>(), knownHidden: new Set<string>() };
  const input = inputOf(plans, { edition });
  const own = plans.filter(({ halfTermId }) => halfTermId === input.halfTerm.id).length;
  const rounds = input.rounds.map((round) => ({ ...round, plans: own, documents: own + 2, settled: own }));
  return buildReport(
    { ...input, rounds },
    (counted) => (edition === 'internal' ? counted : suppress(counted, { threshold: 5, hideZero: false, ...nothing })),
    hiddenWords(edition, { threshold: 5, hideZero: false }),
  );
}

/** Tables with rows, of which the others say nothing in any form. */
function tablesOf({ parts }: PartnershipReport): CountTable[] {
  return parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])))
    .filter(({ rows }) => rows.length > 0);
}

/** Tables that the workbook and the CSV have, and paper says in other words. */
function dataAloneIn({ parts }: PartnershipReport): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'counts' && block.isDataAlone === true ? [block.table.id] : [])),
    ),
  );
}

/** A table of which nothing but zeros is shown is a sentence on paper. */
function isSomethingShown({ rows }: CountTable): boolean {
  const counts = rows.flatMap((row) => row.counts.map(({ n }) => n));
  return !counts.includes(null) || counts.some((n) => n !== null && n > 0);
}

function csvCounts(text: string): Map<string, string> {
  return new Map(
    asRecords(parse(text, { bom: true, columns: true }))
      .filter((row) => row['value_type'] === '')
      .map(({ table = '', table_of = '', row = '', column = '', count = '' }) => [
        nameInCsv({ table, tableOf: table_of }, row, column),
        count,
      ]),
  );
}

function nameInCsv({ table, tableOf }: TableName, row: string, column: string): string {
  return JSON.stringify([table, tableOf, row, column]);
}

function asRecords(rows: unknown): Record<string, string>[] {
  if (!Array.isArray(rows)) throw new Error('The CSV has no rows.');
  return rows.map((row: unknown) => {
    if (typeof row !== 'object' || row === null) throw new Error('A row of the CSV is none.');
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]));
  });
}
