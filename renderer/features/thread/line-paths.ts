/** Where a card lies within the picture, in pixels. */
export interface CardPlace {
  left: number;
  right: number;
  middle: number;
}

/** A line from the right edge of one card to the left edge of another, bowed so that lines between columns part. */
export function linePath(from: CardPlace, to: CardPlace): string {
  const reach = Math.max((to.left - from.right) / 2, LEAST_REACH_PX);
  const [x1, y1, x2, y2] = [from.right, from.middle, to.left, to.middle].map((value) => Math.round(value));
  return `M${x1} ${y1} C${Math.round(from.right + reach)} ${y1} ${Math.round(to.left - reach)} ${y2} ${x2} ${y2}`;
}

/** Below it a line between neighbours would have corners. */
const LEAST_REACH_PX = 16;
