import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readXlsx } from '../../../../electron/backend/register/read-xlsx.ts';
import { renderRegionalXlsx } from '../../../../electron/backend/outlets/regional-xlsx.ts';
import { renderXlsx } from '../../../../electron/backend/reports/to-xlsx.ts';
import { buildReport, type Hide } from '../../../../shared/domain/report/build-report.ts';
import { inputOf } from '../../shared/domain/report/report-input.ts';
import { reportOn, variedPlans } from '../../shared/domain/report/report-fixture.ts';
import { all, parseXml, textOf } from './xml-tree.ts';

const report = reportOn(variedPlans(), { partnership: { name: 'East & West', areaCode: '' } });
const workbook = await renderXlsx(report);
const files = unzipSync(workbook);
const { sheets } = readXlsx(workbook, 'Contents');

/** Parts of a sheet that may stand in ours, in the order of ECMA-376 part 1, 18.3.1.99. */
const ORDER = [
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'mergeCells',
  'hyperlinks',
  'pageMargins',
  'pageSetup',
  'headerFooter',
];

describe('every sheet of the workbook', () => {
  test.each(sheets.map(({ name }, at) => [name, at + 1]))(
    '%s prints as wide as a page, in the order of the schema',
    (_, id) => {
      const sheet = read(`xl/worksheets/sheet${id}.xml`);
      const [worksheet] = all(sheet, 'worksheet');
      const parts = worksheet?.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name])) ?? [];
      expect(parts).toEqual(ORDER.filter((name) => parts.includes(name)));
      for (const part of ['sheetPr', 'sheetData', 'pageMargins', 'pageSetup', 'headerFooter']) {
        expect(parts).toContain(part);
      }
      expect(all(sheet, 'pageSetUpPr').map(({ attrs }) => attrs)).toEqual([{ fitToPage: '1' }]);
      expect(all(sheet, 'pageSetup').map(({ attrs }) => attrs)).toEqual([
        { paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' },
      ]);
      const [head = '', foot = ''] = ['oddHeader', 'oddFooter'].map((name) => all(sheet, name).map(textOf).join(''));
      expect(head).toMatch(/^&L[^&]+&R&"-,Bold"Official – sensitive$/);
      expect(foot).toBe('&LPartnership quality assurance report, East && West, Autumn 2 2026/27&RPage &P of &N');
      for (const words of [head, foot]) expect(words.length).toBeLessThanOrEqual(255);
    },
  );

  test('repeats the row that heads its columns', () => {
    const titles = all(read('xl/workbook.xml'), 'definedName');
    expect(titles.map(({ attrs }) => [attrs['name'], attrs['localSheetId']])).toEqual(
      sheets.map((_, at) => ['_xlnm.Print_Titles', String(at)]),
    );
    for (const [at, { name }] of sheets.entries()) {
      const [, sheet, row = '', same] =
        /^'(.+)'!\$(\d+):\$(\d+)$/.exec(textOf(titles[at] ?? parseXml('<none/>'))) ?? [];
      expect([sheet, same]).toEqual([name, row]);
      const head = readXlsx(workbook, name).rows[Number(row) - 1] ?? [];
      const next = readXlsx(workbook, name).rows[Number(row)] ?? [];
      expect(head.filter((cell) => cell !== '').length).toBeGreaterThan(1);
      expect(next.filter((cell) => cell !== '').length).toBeGreaterThan(0);
    }
    const [contents] = titles.map((title) => Number(/\$(\d+):/.exec(textOf(title))?.[1]));
    expect(readXlsx(workbook, 'Contents').rows[(contents ?? 0) - 1]).toEqual(['Sheet', 'Table', 'Part']);
  });
});

test('what stands under a table for what is hidden is as wide as the table, and tall enough to be read', async () => {
  const hide: Hide = ({ tables, ...other }) => ({
    ...other,
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        counts: row.counts.map((count) => ({ ...count, n: (count.n ?? 0) < 5 ? null : count.n })),
      })),
    })),
  });
  const hidden = buildReport(inputOf(variedPlans(), { edition: 'publishable' }), hide, []);
  const bytes = await renderXlsx(hidden);
  const unzipped = unzipSync(bytes);
  let found = 0;
  for (const [at, { name }] of readXlsx(bytes, 'Contents').sheets.entries()) {
    const { rows } = readXlsx(bytes, name);
    const row =
      rows.findIndex(
        ([first, ...others]) => first?.startsWith('c: hidden') === true && others.every((cell) => cell === ''),
      ) + 1;
    if (at === 0 || row === 0) continue;
    found += 1;
    const sheet = parseXml(strFromU8(unzipped[`xl/worksheets/sheet${at + 1}.xml`] ?? new Uint8Array()));
    const [from, to] =
      all(sheet, 'mergeCell')
        .map(({ attrs }) => attrs['ref'] ?? '')[0]
        ?.split(':') ?? [];
    expect([name, from]).toEqual([name, `A${row}`]);
    expect(to).toMatch(new RegExp(`^[B-Z]${row}$`));
    const letters = all(sheet, 'col').reduce((sum, { attrs }) => sum + Number(attrs['width']), 0);
    const height = Number(all(sheet, 'row').find(({ attrs }) => attrs['r'] === String(row))?.attrs['ht']);
    expect(height).toBeGreaterThanOrEqual(15 * Math.ceil((rows[row - 1]?.[0] ?? '').length / letters));
  }
  expect(found).toBeGreaterThan(3);
});

test('the regional view prints alike, whatever it has no table of', async () => {
  const bytes = await renderRegionalXlsx({ areas: [], isPublishable: true, tables: [], notes: ['One & all'] });
  const sheet = parseXml(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()));
  expect(all(sheet, 'pageSetUpPr').map(({ attrs }) => attrs)).toEqual([{ fitToPage: '1' }]);
  expect(all(sheet, 'oddHeader').map(textOf)).toEqual(['&LContents&R&"-,Bold"Made of publishable editions']);
  const [title] = all(parseXml(strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())), 'definedName');
  const row = Number(/\$(\d+):/.exec(title === undefined ? '' : textOf(title))?.[1]);
  expect(readXlsx(bytes, 'Contents').rows[row - 1]).toEqual(['Sheet', 'Table']);
});

test('the workbook is the same in every byte whenever it is made', async () => {
  vi.useFakeTimers({ now: new Date('2031-05-01T12:00:00Z'), toFake: ['Date'] });
  try {
    expect(Buffer.from(await renderXlsx(report)).equals(Buffer.from(workbook))).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

function read(name: string) {
  return parseXml(strFromU8(files[name] ?? new Uint8Array()));
}
