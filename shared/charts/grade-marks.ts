import { svg, type SvgNode } from './svg-tree.ts';

/** How grades and words look in a chart: a colour and a pattern for each place on the scale, so that grey print tells them apart. */

export type PaletteName = 'light' | 'dark';

export interface Palette {
  /** The page under the chart, also the lines of the patterns and the halo of numbers. */
  paper: string;
  ink: string;
  quietInk: string;
  rule: string;
  /** Six colours, best place on the scale first; a shorter scale takes some of them. */
  grades: readonly string[];
}

const PALETTES: Record<PaletteName, Palette> = {
  light: {
    paper: '#ffffff',
    ink: '#1b1a17',
    quietInk: '#55514a',
    rule: '#c9c4b8',
    grades: ['#0f5257', '#3f8f89', '#8fb08a', '#d29a2c', '#bd5f33', '#7d1f2e'],
  },
  dark: {
    paper: '#17181a',
    ink: '#f1eee7',
    quietInk: '#bdb7aa',
    rule: '#4a4740',
    grades: ['#8fe3d8', '#4fb0a7', '#9cc194', '#e6b659', '#e08d63', '#f0868f'],
  },
};

/** Which of the six places a scale of two to six grades takes. */
const PLACES: Record<number, readonly number[]> = {
  1: [0],
  2: [0, 5],
  3: [0, 3, 5],
  4: [0, 1, 3, 5],
  5: [0, 1, 2, 3, 5],
  6: [0, 1, 2, 3, 4, 5],
};

const TILE = 8;

export const CHART_FONT =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible Next Variable', Arimo, Arial, 'Helvetica Neue', sans-serif";

export function paletteOf(name: PaletteName): Palette {
  return PALETTES[name];
}

/** The place (0–5) on the six-step ramp of the grade at `index`, best first, of a scale of `count` grades. */
export function gradePlace(index: number, count: number): number {
  return PLACES[Math.min(Math.max(count, 1), 6)]?.[index] ?? 5;
}

/** The pattern definitions for a scale of `count` grades; refer to one with `gradeFill`. */
export function gradePatterns(count: number, palette: Palette, idPrefix: string): SvgNode {
  const patterns = Array.from({ length: count }, (_, index) => {
    const place = gradePlace(index, count);
    const colour = palette.grades[place] ?? palette.ink;
    return svg(
      'pattern',
      { id: patternId(idPrefix, index), width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' },
      [svg('rect', { width: TILE, height: TILE, fill: colour }), ...patternLines(place, palette.paper)],
    );
  });
  return svg('defs', {}, patterns);
}

/** The fill and outline attributes of a mark of the grade at `index`. */
export function gradeFill(index: number, count: number, palette: Palette, idPrefix: string): Record<string, string> {
  return {
    fill: `url(#${patternId(idPrefix, index)})`,
    stroke: palette.grades[gradePlace(index, count)] ?? palette.ink,
    'stroke-width': '1',
  };
}

function patternId(idPrefix: string, index: number): string {
  return `${idPrefix}-grade-${index}`;
}

/** Solid, diagonals, rules, dots, uprights, lattice: six textures that differ without any colour. */
function patternLines(place: number, paper: string): SvgNode[] {
  const line = { stroke: paper, fill: 'none', 'stroke-width': 1.6 };
  switch (place) {
    case 1:
      return [svg('path', { ...line, d: 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6' })];
    case 2:
      return [svg('path', { ...line, d: 'M0 4 H8' })];
    case 3:
      return [
        svg('circle', { cx: 2, cy: 2, r: 1.5, fill: paper }),
        svg('circle', { cx: 6, cy: 6, r: 1.5, fill: paper }),
      ];
    case 4:
      return [svg('path', { ...line, d: 'M4 0 V8' })];
    case 5:
      return [svg('path', { ...line, d: 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6 M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2' })];
    default:
      return [];
  }
}
