import type { Pen } from './pdf-text.ts';

export const MARGIN = 54;
export const TOP = 66;
const FOOT = 60;

export function widthOf(pen: Pen): number {
  return (pen.isWide ? 841.89 : 595.28) - 2 * MARGIN;
}

export function bottomOf(pen: Pen): number {
  return (pen.isWide ? 595.28 : 841.89) - FOOT;
}

export function newPage(pen: Pen): void {
  pen.pdf.addPage({ size: pen.isWide ? [841.89, 595.28] : [595.28, 841.89], margin: 0 });
  pen.y = TOP;
}
