import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../../electron/backend/reports/to-csv.ts';
import { readCsvText } from '../../../../shared/domain/csv-text.ts';

test('what is written as CSV is read back, whatever is in the cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', ' ', 'é'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
      const head = ['one', 'two', 'three'];
      const read = readCsvText(csvOf(head, rows));
      const wanted = [head, ...rows.filter((row) => row.some((text) => text !== ''))];
      // Text that a spreadsheet would take for a formula has an apostrophe before it.
      const guarded = wanted.map((row) => row.map((text) => (/^[\r\t]/.test(text) ? `'${text}` : text)));
      expect(read?.map(({ cells }) => cells)).toEqual(guarded);
    }),
  );
});

test('lines are numbered as an editor numbers them, and other separators are understood', () => {
  expect(readCsvText('a;b\r\n\r\n"1\n2";x\r\nlast;y')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 3, cells: ['1\n2', 'x'] },
    { line: 5, cells: ['last', 'y'] },
  ]);
  expect(readCsvText('a\tb\n1\t2')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2'] },
  ]);
  expect(readCsvText('a,b\n"never ends')).toBeNull();
  expect(readCsvText('')).toEqual([]);
});
