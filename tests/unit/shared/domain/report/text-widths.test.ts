import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LETTERS_ACROSS, linesOf, PADDING, textWidths } from '../../../../../shared/domain/report/text-widths.ts';

const words = fc
  .array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((each) => each.join(' '));
const tables = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.record({
    heads: fc.array(words, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
  }),
);

describe('the columns of a table of words', () => {
  test('have room for their longest words, and share the whole width', () => {
    fc.assert(
      fc.property(tables, ({ heads, rows }) => {
        const widths = textWidths(heads, rows);
        for (const [at, width] of widths.entries()) {
          const longest = Math.max(...[heads, ...rows].flatMap((cells) => (cells[at] ?? '').split(' ').map(lengthOf)));
          expect(width).toBeGreaterThanOrEqual(longest + PADDING - 1e-9);
        }
        const across = widths.reduce((sum, width) => sum + width, 0);
        expect(across).toBeLessThanOrEqual(LETTERS_ACROSS + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('are such that no letters moved from one to another make the table shorter', () => {
    const heads = ['Measure', 'This half-term', 'Milestone'];
    const rows = [['New plans good', '50% (6 of 12; 25–75%)', '60% by 31 October 2026; next: 80% by 31 December 2027']];
    const lines = (widths: readonly number[]) =>
      Math.max(...(rows[0] ?? []).map((cell, at) => linesOf(cell, (widths[at] ?? 0) - PADDING)));
    expect(lines([24, 24, 24])).toBe(3);
    expect(lines(textWidths(heads, rows))).toBe(2);
  });

  test('words are broken between words alone', () => {
    expect([linesOf('one two', 7), linesOf('one two', 6), linesOf('unbreakable', 3), linesOf('', 9)]).toEqual([
      1, 2, 1, 1,
    ]);
  });
});

function lengthOf({ length }: string): number {
  return length;
}
