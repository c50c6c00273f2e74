/** Where a card lies within the picture, in pixels. */
export interface CardPlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A column of the picture: its edges, and its cards from top to bottom. */
export interface ColumnPlace {
  left: number;
  right: number;
  cards: readonly CardPlace[];
}

/** Half the height that a line has for itself between two cards. */
const HALF_GAP_PX = 8;
/** Below it a line between neighbours would have corners. */
const LEAST_REACH_PX = 16;

export function middleOf({ top, bottom }: CardPlace): number {
  return Math.round((top + bottom) / 2);
}

/**
 * Where a line passes a column that lies between its ends: between two of the column's cards, above them or below, where
 * it has the least way to go up and down.
 */
export function wayThrough({ cards }: Pick<ColumnPlace, 'cards'>, from: number, to: number): number {
  const last = cards.at(-1);
  const first = cards[0];
  if (first === undefined || last === undefined) return Math.round((from + to) / 2);
  const between = cards.slice(1).map((card, at) => ((cards[at]?.bottom ?? card.top) + card.top) / 2);
  const below = Math.max(last.bottom + HALF_GAP_PX, Math.min(from, to));
  const detour = (way: number): number => Math.abs(from - way) + Math.abs(way - to);
  const [shortest = below] = [first.top - HALF_GAP_PX, ...between, below].toSorted(
    (one, other) => detour(one) - detour(other),
  );
  return Math.round(shortest);
}

/**
 * A line from the right edge of one card to the left edge of another, past the columns between them. It is never drawn over
 * a card: it bends in the room between columns, and crosses a column level, at the height given for it.
 */
export function linePath(
  from: CardPlace,
  to: CardPlace,
  between: readonly (Pick<ColumnPlace, 'left' | 'right'> & { way: number })[] = [],
): string {
  const start = { x: Math.round(from.right), y: middleOf(from) };
  const end = { x: Math.round(to.left), y: middleOf(to) };
  let at = start;
  let path = `M${start.x} ${start.y}`;
  for (const { left, right, way } of between) {
    path += bend(at, { x: Math.round(left), y: way });
    at = { x: Math.round(right), y: way };
    path += ` H${at.x}`;
  }
  return path + bend(at, end);
}

interface Point {
  x: number;
  y: number;
}

function bend(from: Point, to: Point): string {
  const reach = Math.max(Math.round((to.x - from.x) / 2), LEAST_REACH_PX);
  return ` C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`;
}
