import { describe, expect, test } from 'vitest';
import { findGutter } from '../../../../electron/backend/documents/pdf-gutter.ts';
import type { Piece } from '../../../../electron/backend/documents/pdf-lines.ts';

/** A line of text as wide as given, its baseline in points from the top. */
function piece(left: number, right: number, baseline: number): Piece {
  const look = { size: 10, bold: false, italic: false, spaceBefore: false, spaceAfter: false, firstWord: 20 };
  return { ...look, text: 'words of a line', left, right, baseline, top: baseline - 7.8, bottom: baseline + 2.2 };
}

/** Lines one under the other from `start`. */
function lines(left: number, right: number, start: number, count: number, step = 13): Piece[] {
  return Array.from({ length: count }, (_, index) => piece(left, right, start + index * step));
}

describe('findGutter', () => {
  test('two columns of running text are parted', () => {
    const gutter = findGutter([...lines(50, 280, 100, 20), ...lines(300, 530, 106, 20)], []);
    expect(gutter).toMatchObject({ left: 280, right: 300 });
  });

  test('a title over both columns stays above them', () => {
    const gutter = findGutter([piece(50, 530, 80), ...lines(50, 280, 100, 20), ...lines(300, 530, 106, 20)], []);
    expect(gutter?.top).toBeGreaterThan(80);
  });

  test('text below that runs over the whole width takes its heading with it', () => {
    const text = [
      ...lines(50, 280, 100, 20),
      ...lines(300, 530, 106, 20),
      piece(50, 120, 380),
      ...lines(50, 530, 396, 5),
    ];
    expect(findGutter(text, [])?.bottom).toBeLessThan(372);
  });

  test('a large heading under both columns ends them, though the heads of a table beneath leave the gutter free', () => {
    const heading = { ...piece(50, 250, 390), size: 15, top: 376, bottom: 393 };
    const heads = [piece(50, 75, 412), piece(150, 175, 412), piece(390, 415, 412)];
    const text = [...lines(50, 280, 100, 20), ...lines(300, 530, 106, 19), heading, ...heads, piece(50, 530, 430)];
    expect(findGutter(text, [])?.bottom).toBeLessThan(376);
  });

  test('a narrow panel beside the text, set closer, is parted from it', () => {
    const gutter = findGutter([...lines(50, 380, 100, 20), ...lines(400, 530, 104, 26, 10)], []);
    expect(gutter).toMatchObject({ left: 380, right: 400 });
  });

  test('labels beside their text, line by line, are no panel', () => {
    expect(findGutter([...lines(50, 170, 100, 20), ...lines(190, 530, 100, 20)], [])).toBeNull();
  });

  test('rows that only alignment makes stay rows', () => {
    expect(findGutter([...lines(50, 280, 100, 20), ...lines(300, 530, 100, 20)], [])).toBeNull();
  });

  test('columns whose lines happen to stand level are parted, where their paragraphs begin apart', () => {
    // Of each side, the lines after which more white space follows.
    const column = (left: number, right: number, ends: readonly number[]): Piece[] => {
      let baseline = 100;
      return Array.from({ length: 16 }, (_, index) => {
        const line = piece(left, right, baseline);
        baseline += ends.includes(index) ? 19.5 : 13;
        return line;
      });
    };
    const [one, other] = [column(50, 280, [0, 3, 8, 11]), column(300, 530, [1, 2, 9, 10])];
    expect(findGutter([...one, ...other], [])).toMatchObject({ left: 280, right: 300 });
    const rows = [0, 3, 8, 11];
    expect(findGutter([...column(50, 280, rows), ...column(300, 530, rows)], [])).toBeNull();
  });

  test('the longer column’s last lines, close under it, are no heading below both', () => {
    const gutter = findGutter([...lines(50, 280, 100, 20), ...lines(300, 530, 94, 18)], []);
    expect(gutter?.bottom).toBeGreaterThan(347);
  });

  test('labels beside their text stay beside it', () => {
    expect(findGutter([...lines(50, 100, 100, 10, 26), ...lines(300, 530, 106, 20)], [])).toBeNull();
  });

  test('a drawn table is never cut', () => {
    const grid = { left: 50, right: 530, top: 90, bottom: 400, columns: [50, 290, 530], rows: [90, 400], cells: [] };
    expect(findGutter([...lines(50, 280, 100, 20), ...lines(300, 530, 106, 20)], [grid])).toBeNull();
  });

  test('one column has no gutter', () => {
    expect(findGutter(lines(50, 530, 100, 40), [])).toBeNull();
  });
});
