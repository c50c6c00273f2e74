import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/backend/reports/to-docx.ts';
import { fitForXml } from '../../../../electron/backend/reports/xml-text.ts';
import { reportOn, variedPlans } from '../../shared/domain/report/report-fixture.ts';

test('takes out what XML cannot hold, and nothing else', () => {
  const pasted = {
    name: 'Fern\u000bmoor\u0001\ufffe',
    lines: ['tab\tand\nline', 'مجلس 👩‍👧', 'lone \ud800'],
    n: 1,
    none: null,
  };
  expect(fitForXml(pasted)).toEqual({
    name: 'Fernmoor',
    lines: ['tab\tand\nline', 'مجلس 👩‍👧', 'lone \ufffd'],
    n: 1,
    none: null,
  });
});

test('every part of a Word report is well formed, whatever was pasted into a name', async () => {
  const name = 'A & B <w:p> ]]> "q" \u0001\u000b\ufffe 👩‍👧 \u202eمجلس';
  const model = { ...reportOn(variedPlans()), partnership: name, author: name };
  const parts = unzipSync(await renderDocx(model));
  const names = Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part));
  expect(names.length).toBeGreaterThan(5);
  for (const part of names) {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${part}: ${error.message}`);
    });
    parser.write(strFromU8(parts[part] ?? new Uint8Array())).close();
  }
});
