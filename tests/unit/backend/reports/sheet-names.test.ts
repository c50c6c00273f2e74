import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readXlsx } from '../../../../electron/backend/register/read-xlsx.ts';
import { type NamedTable, sheetNames } from '../../../../electron/backend/reports/sheet-names.ts';
import { renderXlsx } from '../../../../electron/backend/reports/to-xlsx.ts';
import { reportOn, variedPlans } from '../../shared/domain/report/report-fixture.ts';
import { all, parseXml } from './xml-tree.ts';

const MEASURE = 'measure-627b4165-ae73-4a28-a779-ed9aacb22b30';

test.each<[NamedTable, string]>([
  [table('standards-final-new', 'Grades by standard: final plans, new', '10'), '10 Standard final new'],
  [
    table('overall-final-amended-thematic-preparing-for-adulthood', 'Overall grades: …', '9'),
    '9 Overall final amended theme',
  ],
  [table(MEASURE, 'Recovery plan: new plans good or better', '35'), '35 new plans good or better'],
  [
    table(`${MEASURE}-milestones`, 'Milestones: Recovery plan: new plans good or better', '36'),
    '36 Milestones new plans good',
  ],
  [table('unheard-of', 'Plans of each group that were graded by the panel', 'P3'), 'P3 Plans of each group'],
  [table('standards-final-new-2026-27-2', 'Grades by standard', '3'), '3 Standard final new 2026-27 2'],
  [table('areas-final-new', 'By [partnership]: it’s', '2'), '2 Areas final new'],
])('%o is the sheet %s', (given, name) => {
  expect(sheetNames([given])).toEqual([name]);
});

test('whatever tables are called, each sheet has a name of its own that Excel takes', () => {
  const tables = fc.array(
    fc.record({
      id: fc.constantFrom('x', 'standards-final-new', MEASURE),
      caption: fc.string(),
      number: fc.constant('P3'),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(tables, (given) => {
      const names = sheetNames(given);
      expect(names).toHaveLength(given.length);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/u);
    }),
    { numRuns: 100 },
  );
});

test('every sheet is led to from the contents, and the file says what it is and in which language', async () => {
  const report = reportOn(variedPlans(), { author: 'Ottoline <Sedge> & Co' });
  const workbook = await renderXlsx(report);
  const { sheets, rows } = readXlsx(workbook, 'Contents');
  const files = unzipSync(workbook);
  const read = (name: string) => parseXml(strFromU8(files[name] ?? new Uint8Array()));
  const links = all(read('xl/worksheets/sheet1.xml'), 'hyperlink').map(({ attrs }) => attrs);
  expect(links.map(({ location }) => location)).toEqual(sheets.slice(1).map(({ name }) => `'${name}'!A1`));
  // Each stands on the cell that names its sheet.
  for (const { ref, display } of links) expect(rows[Number(ref?.slice(1)) - 1]?.[0]).toBe(display);
  const properties = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
  expect(properties).toContain('<dc:title>Partnership quality assurance report, Fernmoor SEND Partnership');
  expect(properties).toContain('<dc:language>en-GB</dc:language>');
  expect(properties).toContain('Ottoline &lt;Sedge&gt; &amp; Co');
  expect(all(read('[Content_Types].xml'), 'Override').map(({ attrs }) => attrs['PartName'])).toContain(
    '/docProps/core.xml',
  );
});

function table(id: string, caption: string, number: string): NamedTable {
  return { id, caption, number };
}
