import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CardPlace,
  type ColumnPlace,
  linePath,
  middleOf,
  wayThrough,
} from '../../../../../renderer/features/thread/line-paths.ts';

const GAP = 16;

/** Cards from top to bottom with the room between them that the picture keeps. */
const columns: fc.Arbitrary<ColumnPlace> = fc
  .array(fc.integer({ min: 20, max: 160 }), { maxLength: 12 })
  .map((heights) => {
    let top = 60;
    const cards = heights.map((height): CardPlace => {
      const card = { left: 300, right: 560, top, bottom: top + height };
      top = card.bottom + GAP;
      return card;
    });
    return { left: 300, right: 560, cards };
  });

test('a line begins at one card and ends at the other, wherever they lie', () => {
  const place = fc.record({ left: fc.nat(2000), width: fc.nat(500), top: fc.nat(5000), height: fc.nat(300) });
  fc.assert(
    fc.property(place, place, (one, other) => {
      const card = ({ left, width, top, height }: typeof one) => ({
        left,
        right: left + width,
        top,
        bottom: top + height,
      });
      const path = linePath(card(one), card(other));
      expect(path.startsWith(`M${one.left + one.width} ${middleOf(card(one))} C`)).toBe(true);
      expect(path.endsWith(` ${other.left} ${middleOf(card(other))}`)).toBe(true);
    }),
  );
});

test('a line passes a column beside its cards, never over one', () => {
  fc.assert(
    fc.property(columns, fc.nat(2000), fc.nat(2000), (column, from, to) => {
      const way = wayThrough(column, from, to);
      for (const { top, bottom } of column.cards) expect(way <= top - 7 || way >= bottom + 7).toBe(true);
    }),
  );
});

test('a line goes no further out of its way than the nearest room between two cards', () => {
  const card = (top: number, bottom: number): CardPlace => ({ left: 300, right: 560, top, bottom });
  const cards = [card(100, 200), card(216, 300), card(316, 400)];
  expect(wayThrough({ cards }, 150, 180)).toBe(208);
  expect(wayThrough({ cards }, 10, 20)).toBe(92);
  expect(wayThrough({ cards }, 700, 600)).toBe(600);
  expect(wayThrough({ cards: [] }, 100, 300)).toBe(200);
  const path = linePath({ ...card(100, 200), left: 0, right: 240 }, { ...card(316, 400), left: 620, right: 880 }, [
    { left: 300, right: 560, way: 208 },
  ]);
  expect(path).toContain(' 300 208 H560 C');
});
