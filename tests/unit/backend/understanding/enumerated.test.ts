import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goesOn, splitEnumerated } from '../../../../electron/backend/understanding/enumerated.ts';
import { lineToBlock } from './make-plan.ts';

describe('a list in one paragraph', () => {
  test.each([
    ['Sam will: (i) swim; (ii) float; and (iii) dive.', ['Sam will:', 'swim;', 'float; and', 'dive.']],
    ['(a) swim; (b) float', ['swim;', 'float']],
    ['We seek these. 1) swim 2) float', ['We seek these.', 'swim', 'float']],
  ])('%s', (text, parts) => {
    expect(splitEnumerated(text)?.map((part) => part.text)).toEqual(parts);
  });

  test.each(['Help (a) at home.', 'In Year 9 (see b) he swims.', 'He swims (i.e. floats) and (e.g.) dives.', ''])(
    '%s is none',
    (text) => {
      expect(splitEnumerated(text)).toBeNull();
    },
  );

  test('goes on from the mark that a reader has taken off', () => {
    expect(splitEnumerated('swim; (ii) float.', '(i)')?.map(({ text, marker }) => [marker, text])).toEqual([
      ['(i)', 'swim;'],
      ['(ii)', 'float.'],
    ]);
  });

  test('every item stands where it says', () => {
    const words = fc.stringMatching(/^[A-Z][a-z ]{2,20}[a-z]$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 9 }), (items) => {
        const text = items.map((item, index) => `(${String.fromCodePoint(97 + index)}) ${item};`).join(' ');
        const parts = splitEnumerated(text) ?? [];
        expect(parts.map((part) => part.text)).toEqual(items.map((item) => `${item};`));
        expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(parts.map((part) => part.text));
      }),
    );
  });
});

test('a line in the middle of a sentence goes on with the one before', () => {
  const block = (line: string): Parameters<typeof goesOn>[1] => ({ id: 'b1', ...lineToBlock(line) });
  expect(goesOn('Treatment of rooms with an echo of over', block('half a second.'))).toBe(true);
  const amount = { ...block('seconds.'), kind: 'list_item' as const, marker: '0.4' };
  expect(goesOn('Treatment of rooms with an echo of over', amount)).toBe(true);
  expect(goesOn('Treatment of rooms.', block('half a second.'))).toBe(false);
  expect(goesOn('Treatment of rooms with an echo', block('Half a second.'))).toBe(false);
  expect(goesOn('swim each day', block('- float each week'))).toBe(false);
});
