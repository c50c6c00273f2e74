import { apply, IDENTITY } from './pdf-geometry.ts';
import type { Matrix } from './pdf-geometry.ts';

/** Readers of what pdf.js passes as operator arguments: nothing in there is taken on trust. */

export interface Glyph {
  unicode: string;
  width: number;
  isSpace?: boolean;
}

export function isGlyph(value: unknown): value is Glyph {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unicode' in value &&
    typeof value.unicode === 'string' &&
    'width' in value &&
    typeof value.width === 'number'
  );
}

export function isNumbers(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;
}

export function matrixOf(value: unknown): Matrix {
  if (!isNumbers(value) || value.length < 6) return IDENTITY;
  return [value[0] ?? 1, value[1] ?? 0, value[2] ?? 0, value[3] ?? 1, value[4] ?? 0, value[5] ?? 0];
}

export function numberAt(values: readonly unknown[], index: number): number {
  const value = values[index];
  return typeof value === 'number' ? value : 0;
}

export interface FontFacts {
  scale: number;
  /** Height of the letters for each point of the font's size; 1 but in fonts drawn to a measure of their own (Type 3). */
  em: number;
  bold: boolean;
  italic: boolean;
  vertical: boolean;
}

export const NO_FONT: FontFacts = { scale: 0.001, em: 1, bold: false, italic: false, vertical: false };

export function readFontFacts(font: object): FontFacts {
  const name = 'name' in font && typeof font.name === 'string' ? font.name : '';
  const matrix = 'fontMatrix' in font && isNumbers(font.fontMatrix) ? font.fontMatrix : null;
  const isBold = ('bold' in font && font.bold === true) || ('black' in font && font.black === true);
  const scale = Math.abs(matrix?.[0] ?? 0.001) || 0.001;
  return {
    scale,
    em: 'isType3Font' in font && font.isType3Font === true ? readEm(font, scale) : 1,
    bold: isBold || /bold|black|heavy|semibold|demi/i.test(name),
    italic: ('italic' in font && font.italic === true) || /italic|oblique/i.test(name),
    vertical: 'vertical' in font && font.vertical === true,
  };
}

/** Letters this much smaller or larger than the font's size says are taken for what they are. */
const MOST_OF_AN_EM = 2;

/** A Type 3 font's size may be any number; its box, or where that is empty the width of its letters, says how tall it is. */
function readEm(font: object, scale: number): number {
  const widths =
    'widths' in font && isNumbers(font.widths) ? new Set(Array.from(font.widths).filter((each) => each > 0)) : [];
  const all = [...widths];
  if (all.length === 0) return 1;
  const box = 'bbox' in font && isNumbers(font.bbox) ? Math.abs((font.bbox[3] ?? 0) - (font.bbox[1] ?? 0)) : 0;
  // Letters are about half as wide as they are tall.
  const height = box > Math.max(...all) / 2 ? box : (2 * all.reduce((sum, each) => sum + each, 0)) / all.length;
  const em = height * scale;
  return em > MOST_OF_AN_EM || em < 1 / MOST_OF_AN_EM ? em : 1;
}

/** pdf.js's path codes: 0 move, 1 line, 2 curve, 3 quadratic, 4 close. */
export function subpaths(path: ArrayLike<number>, ctm: Matrix): [number, number][][] {
  const found: [number, number][][] = [];
  let points: [number, number][] = [];
  let index = 0;
  const at = (offset: number): number => path[index + offset] ?? 0;
  while (index < path.length) {
    switch (path[index] ?? -1) {
      case 0:
        points = [apply(ctm, at(1), at(2))];
        found.push(points);
        index += 3;
        break;
      case 1:
        points.push(apply(ctm, at(1), at(2)));
        index += 3;
        break;
      case 2:
        points = [apply(ctm, at(5), at(6))];
        found.push(points);
        index += 7;
        break;
      case 3:
        points = [apply(ctm, at(3), at(4))];
        found.push(points);
        index += 5;
        break;
      case 4: {
        const first = points[0];
        if (first) points.push(first);
        index += 1;
        break;
      }
      default:
        return found;
    }
  }
  return found;
}
