import type { Box } from '../../../shared/domain/document-model.ts';

/** [a, b, c, d, e, f] as PDF writes a transformation. */
export type Matrix = readonly [number, number, number, number, number, number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that first applies `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** Quarter turns, anticlockwise, of the direction most of a page's text runs in. */
export type Turn = 0 | 1 | 2 | 3;

/** A rectangle as the reader sees the page: `left` and `right` along the line, `top` and `bottom` growing downwards. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** PDF user space → the reader's view of the page. */
export function toView(turn: Turn, x: number, y: number): [number, number] {
  if (turn === 0) return [x, -y];
  if (turn === 1) return [y, x];
  return turn === 2 ? [-x, y] : [-y, -x];
}

/** The reader's view → a box in PDF user space, to two decimals. */
export function toBox(turn: Turn, rect: Rect): Box {
  const { left, top, right, bottom } = rect;
  if (turn === 0) return round([left, -bottom, right, -top]);
  if (turn === 1) return round([top, left, bottom, right]);
  return round(turn === 2 ? [-right, top, -left, bottom] : [-bottom, -right, -top, -left]);
}

function round(box: Box): Box {
  const cents = (value: number): number => Math.round(value * 100) / 100;
  return [cents(box[0]), cents(box[1]), cents(box[2]), cents(box[3])];
}

export function unite(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map((each) => each.left)),
    top: Math.min(...rects.map((each) => each.top)),
    right: Math.max(...rects.map((each) => each.right)),
    bottom: Math.max(...rects.map((each) => each.bottom)),
  };
}
