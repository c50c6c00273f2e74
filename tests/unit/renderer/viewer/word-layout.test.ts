import { expect, test } from 'vitest';
import type { CellPosition } from '../../../../shared/domain/document-model.ts';
import { piecesOf } from '../../../../renderer/viewer/text-pieces.ts';
import { layOut, outlineOf } from '../../../../renderer/viewer/word-layout.ts';
import { block } from './support.ts';

function cell(table: string, row: number, column: number, more: Partial<CellPosition> = {}): { cell: CellPosition } {
  return { cell: { table, row, column, rowSpan: 1, columnSpan: 1, isHeader: false, ...more } };
}

test('list items that follow each other make one list; two tables stay two', () => {
  const items = layOut([
    block('h', 'Section B', { kind: 'heading', level: 1 }),
    block('l1', 'one', { kind: 'list_item' }),
    block('l2', 'two', { kind: 'list_item' }),
    block('t1', 'x', cell('t1', 0, 0)),
    block('t2', 'y', cell('t2', 0, 0)),
    block('p', 'end'),
  ]);
  expect(items.map(({ kind }) => kind)).toEqual(['block', 'list', 'table', 'table', 'block']);
});

test('merged cells keep their span and gaps are filled, so that columns stay in line', () => {
  const [table] = layOut([
    block('a', 'Need', cell('t', 0, 0, { isHeader: true })),
    block('b', 'Provision', cell('t', 0, 1, { isHeader: true, columnSpan: 2 })),
    block('c', 'Reading', cell('t', 1, 0, { rowSpan: 2 })),
    block('d', 'Daily', cell('t', 1, 2)),
    block('e', 'Weekly', cell('t', 2, 1)),
  ]);
  if (table?.kind !== 'table') throw new Error('no table');
  const grid = table.rows.map((row) => row.map(({ column, columnSpan, items }) => [column, columnSpan, items.length]));
  expect(grid).toEqual([
    [
      [0, 1, 1],
      [1, 2, 1],
    ],
    [
      [0, 1, 1],
      [1, 1, 0],
      [2, 1, 1],
    ],
    [
      [1, 1, 1],
      [2, 1, 0],
    ],
  ]);
});

test('a list inside a cell is a list', () => {
  const [table] = layOut([
    block('a', 'Needs:', cell('t', 0, 0)),
    block('b', 'one', { kind: 'list_item', ...cell('t', 0, 0) }),
    block('c', 'two', { kind: 'list_item', ...cell('t', 0, 0) }),
  ]);
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.rows[0]?.[0]?.items.map(({ kind }) => kind)).toEqual(['block', 'list']);
});

test('text is cut where its look changes; deleted words stand between, and are not text', () => {
  const pieces = piecesOf(
    block('x', 'one two three', {
      runs: [
        { start: 0, end: 4 },
        { start: 4, end: 7, bold: true },
        { start: 7, end: 13 },
      ],
      revisions: [
        { kind: 'inserted', start: 8, end: 13, text: 'three', author: 'Ada Moss', date: null },
        { kind: 'deleted', start: 7, end: 7, text: ' old', author: null, date: null },
      ],
    }),
  );
  expect(pieces.map(({ text, bold, change }) => [text, bold, change])).toEqual([
    ['one ', false, null],
    ['two', true, null],
    [' old', false, 'deleted'],
    [' ', false, null],
    ['three', false, 'inserted'],
  ]);
  const kept = pieces.filter(({ change }) => change !== 'deleted');
  expect(kept.map(({ text }) => text).join('')).toBe('one two three');
});

test('headings stand in an outline without gaps', () => {
  const levels = [2, 4, 4, 1, 3, 2].map((level, index) => block(`h${index}`, 'x', { kind: 'heading', level }));
  expect([...outlineOf([...levels, block('p', 'text')]).values()]).toEqual([1, 2, 2, 1, 2, 2]);
});
