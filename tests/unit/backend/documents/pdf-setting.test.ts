import { expect, test } from 'vitest';
import type { Grid } from '../../../../electron/backend/documents/pdf-grids.ts';
import type { Piece } from '../../../../electron/backend/documents/pdf-lines.ts';
import { readSetting } from '../../../../electron/backend/documents/pdf-setting.ts';

const SIZE = 10;

/** Lines of text one under the other, from a height on and so far apart. */
function lines(texts: readonly string[], top: number, step: number, right = 500): Piece[] {
  const look = { size: SIZE, bold: false, italic: false, spaceBefore: false, spaceAfter: false, firstWord: 20 };
  return texts.map((text, index) => {
    const baseline = top + index * step;
    return { ...look, text, left: 60, right, baseline, top: baseline - 8, bottom: baseline + 2 };
  });
}

const CELL = { left: 50, right: 520, top: 90, bottom: 300 };
const TABLE: Grid = {
  ...CELL,
  columns: [50, 280, 520],
  rows: [90, 300],
  cells: [
    { ...CELL, right: 280, row: 0, column: 0, rowSpan: 1, columnSpan: 1 },
    { ...CELL, left: 280, row: 0, column: 1, rowSpan: 1, columnSpan: 1 },
  ],
};

test('a plan that is nearly all tables: its few full lines tell the leading of its text, and not its cells', () => {
  const cells = lines(
    Array.from({ length: 12 }, () => 'goes on in small letters'),
    100,
    11.6,
    270,
  );
  const text = lines(
    ['The Council considered the report of 5 March', '2026 and the one of the Eddon NHS', 'Trust of 11 March', '2026.'],
    400,
    13.4,
  );
  const { leading, cellLeading } = readSetting([{ body: [...cells, ...text], grids: [TABLE] }]);
  expect(leading).toBeCloseTo(1.34);
  expect(cellLeading).toBeCloseTo(1.16);
});

test('lines that end their sentences tell nothing: the cells’ leading stands in', () => {
  const cells = lines(
    Array.from({ length: 12 }, () => 'goes on in small letters'),
    100,
    11.6,
    270,
  );
  const text = lines(['One.', 'Two.', 'Three.', 'Four.'], 400, 19);
  expect(readSetting([{ body: [...cells, ...text], grids: [TABLE] }]).leading).toBeCloseTo(1.16);
});
