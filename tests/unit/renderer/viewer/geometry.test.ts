import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../../../../shared/domain/document-model.ts';
import { blockAt, boxesOfSpan, spansUnder, snapToWords } from '../../../../renderer/viewer/geometry.ts';
import { block } from './support.ts';

// Two lines of ten letters each, ten points wide per letter, as a two-column page: right column beside the left.
const left = block('left', 'abcdefghij klmnopqrs', {
  page: 1,
  runs: [
    { start: 0, end: 10, page: 1, box: [50, 700, 150, 712] },
    { start: 10, end: 20, page: 1, box: [50, 685, 150, 697] },
  ],
});
const right = block('right', 'other words', {
  page: 1,
  runs: [{ start: 0, end: 11, page: 1, box: [300, 700, 410, 712] }],
});

test('a span has one box per line, proportional within a run', () => {
  expect(boxesOfSpan(left, 5, 12)).toEqual([
    { page: 1, box: [100, 700, 150, 712] },
    { page: 1, box: [50, 685, 70, 697] },
  ]);
});

test('runs of one line make one box', () => {
  const bold = block('x', 'one two', {
    runs: [
      { start: 0, end: 4, page: 2, box: [0, 0, 40, 10] },
      { start: 4, end: 7, bold: true, page: 2, box: [40, 0, 70, 11] },
    ],
  });
  expect(boxesOfSpan(bold, 0, 7)).toEqual([{ page: 2, box: [0, 0, 70, 11] }]);
});

test('a block without boxes of runs lights up as a whole', () => {
  expect(boxesOfSpan(block('x', 'words', { page: 3, box: [1, 2, 3, 4] }), 1, 2)).toEqual([
    { page: 3, box: [1, 2, 3, 4] },
  ]);
  expect(boxesOfSpan(block('x', 'words'), 1, 2)).toEqual([]);
});

test('a selection in one column leaves the other column alone', () => {
  const areas: Box[] = [
    [120, 699, 150, 713],
    [50, 684, 90, 698],
  ];
  expect(spansUnder([left, right], 1, areas)).toEqual([{ block: 'left', start: 7, end: 14 }]);
  expect(spansUnder([left, right], 2, areas)).toEqual([]);
});

test('the boxes of a span lead back to the span', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 20 }), (from, length) => {
      const to = Math.min(20, from + length);
      const areas = boxesOfSpan(left, from, to).map(({ box }) => box);
      expect(spansUnder([left, right], 1, areas)).toEqual([{ block: 'left', start: from, end: to }]);
    }),
  );
});

test('ends a few letters off snap to the selected words, and else to whole words', () => {
  const text = 'She will have a visual timetable every day.';
  const blocks = new Map([['b', block('b', text)]]);
  const rough = [{ block: 'b', start: 13, end: 30 }];
  expect(snapToWords(blocks, rough, 'a visual timetable')).toEqual([{ block: 'b', start: 14, end: 32 }]);
  expect(snapToWords(blocks, [{ block: 'b', start: 18, end: 27 }], '')).toEqual([{ block: 'b', start: 16, end: 32 }]);
});

test('a click finds the block under it or just beside it', () => {
  expect(blockAt([left, right], 1, 60, 705)?.id).toBe('left');
  expect(blockAt([left, right], 1, 295, 705)?.id).toBe('right');
  expect(blockAt([left, right], 1, 220, 600)).toBeNull();
});
