import { expect, test } from 'vitest';
import type { Block } from '../../../../shared/domain/document-model.ts';
import {
  type Cursor,
  cursorOn,
  cursorStops,
  headBlock,
  moveCursor,
  spansOfCursor,
  stretchTo,
} from '../../../../renderer/viewer/block-cursor.ts';
import { block } from './support.ts';

const blocks = [
  block('head', 'Page header', { furniture: 'header' }),
  block('one', 'Amara likes maths. She finds writing hard.'),
  block('empty', '  '),
  block('two', 'She has a laptop.'),
];
const stops = cursorStops(blocks);

function words(cursor: Cursor | null): string[] {
  const texts = new Map<string, Block>(blocks.map((item) => [item.id, item]));
  return spansOfCursor(stops, cursor).map((span) => texts.get(span.block)?.text.slice(span.start, span.end) ?? '');
}

test('the cursor visits blocks with words, and no page headers', () => {
  expect(stops.map(({ id }) => id)).toEqual(['one', 'two']);
});

test('it begins at the top and stays within the document', () => {
  const first = moveCursor(stops, null, 'next_block');
  expect(words(first)).toEqual(['Amara likes maths. She finds writing hard.']);
  expect(words(moveCursor(stops, first, 'previous_block'))).toEqual(words(first));
  const last = moveCursor(stops, first, 'next_block');
  expect(headBlock(stops, last)?.id).toBe('two');
  expect(words(moveCursor(stops, last, 'next_block'))).toEqual(['She has a laptop.']);
});

test('by sentence it steps into a block, then on', () => {
  let cursor = cursorOn(stops, 'one');
  const seen = [];
  for (let step = 0; step < 4; step += 1) {
    cursor = moveCursor(stops, cursor, 'next_sentence');
    seen.push(words(cursor).join('|'));
  }
  expect(seen).toEqual(['Amara likes maths.', 'She finds writing hard.', 'She has a laptop.', 'She has a laptop.']);
  expect(words(moveCursor(stops, cursor, 'previous_sentence'))).toEqual(['She finds writing hard.']);
});

test('with stretch the selection grows over sentences and blocks, and shrinks again', () => {
  const second = moveCursor(stops, moveCursor(stops, cursorOn(stops, 'one'), 'next_sentence'), 'next_sentence');
  const longer = moveCursor(stops, second, 'next_block', true);
  expect(words(longer)).toEqual(['She finds writing hard.', 'She has a laptop.']);
  const upwards = moveCursor(stops, second, 'previous_sentence', true);
  expect(words(upwards)).toEqual(['Amara likes maths. She finds writing hard.']);
  expect(words(moveCursor(stops, longer, 'previous_sentence', true))).toEqual(['She finds writing hard.']);
});

test('a range reaches from where it began to the block clicked, either way', () => {
  expect(words(stretchTo(stops, cursorOn(stops, 'one'), 'two'))).toHaveLength(2);
  expect(words(stretchTo(stops, cursorOn(stops, 'two'), 'one'))).toEqual([
    'Amara likes maths. She finds writing hard.',
    'She has a laptop.',
  ]);
  expect(stretchTo(stops, null, 'gone')).toBeNull();
});

test('an empty document has nowhere to go', () => {
  expect(moveCursor([], null, 'next_block')).toBeNull();
  expect(spansOfCursor([], null)).toEqual([]);
});
