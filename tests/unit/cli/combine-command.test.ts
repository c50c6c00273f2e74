import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderCsv } from '../../../electron/backend/reports/to-csv.ts';
import { processIo } from '../../../electron/cli/command-io.ts';
import { runCommandLine } from '../../../electron/cli/main.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { reportOn, variedPlans } from '../shared/domain/report/report-fixture.ts';

async function combine(...words: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(['combine', ...words], {
    ...processIo(),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

function written(folder: string, name: string): string {
  const file = path.join(folder, `${name}.csv`);
  writeFileSync(file, renderCsv(reportOn(variedPlans(), { partnership: { name, areaCode: '' } })));
  return file;
}

test('the CSVs of two partnerships become one, with sums and what to mind', async () => {
  const folder = tempFolder();
  const out = path.join(folder, 'region.csv');
  const run = await combine(written(folder, 'Northmere'), written(folder, 'Eastholt'), '--out', out);
  expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('2 reports') });
  expect(run.stderr).toContain('note: Some of the files are internal editions');
  const csv = readFileSync(out, 'utf8');
  expect(csv).toMatch(/^\u{FEFF}table,caption,row,row_label,partnerships,column,/u);
  expect(csv).toMatch(/^overall-final-new,[^\r]*,2,total,All graded,yes,24,no,/m);
  expect(csv).not.toContain('Northmere');
  const json = await combine(written(folder, 'Northmere'), '--out', out, '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({ areas: [{ partnership: 'Northmere' }], isPublishable: false });
});

test('wrong usage, a missing file and a file twice are refused in words, and nothing is written', async () => {
  const folder = tempFolder();
  const out = path.join(folder, 'region.csv');
  const file = written(folder, 'Northmere');
  expect(await combine(file)).toMatchObject({ code: 2, stderr: expect.stringContaining('--out') });
  expect(await combine('--out', out)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('usage: goldthread combine'),
  });
  expect(await combine(file, '--wrong')).toMatchObject({ code: 2 });
  expect(await combine(file, '--out', file)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cannot go into'),
  });
  expect(await combine(path.join(folder, 'none.csv'), '--out', out)).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^error \[FILE_NOT_FOUND\] .*none\.csv: There is no such file\. Check the path\.\n$/),
  });
  expect(await combine(file, '--out', path.join(folder, 'no', 'such', 'folder.csv'))).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^error \[NOT_WRITTEN\] .*folder\.csv cannot be written\. Check that its folder/),
  });
  expect(await combine(file, file, '--out', out)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('[NOT_COMBINED] Northmere is there twice for half-term 2026-27/2'),
  });
  expect(() => readFileSync(out)).toThrow('ENOENT');
});
