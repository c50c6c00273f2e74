import { svg, type SvgNode } from './svg-tree.ts';

/** How grades and words look in a chart: a colour and a pattern for each place on the scale, so that grey print tells them apart. */

export type PaletteName = 'light' | 'dark';

export interface Palette {
  /** The surface under the chart, also the halo of numbers. */
  paper: string;
  ink: string;
  quietInk: string;
  /** Axes. */
  rule: string;
  /** The outline of marks: 3:1 or more against the paper, whatever the mark's own colour. */
  outline: string;
  /** Six tones, best first: the ground, and what is drawn over it. The same as the screen's grade tokens. */
  tones: readonly { ground: string; over: string }[];
}

const PALETTES: Record<PaletteName, Palette> = {
  light: {
    paper: '#ffffff',
    ink: '#1b2330',
    quietInk: '#474f5d',
    rule: '#807b6e',
    outline: '#807b6e',
    tones: [
      { ground: '#15466f', over: '#a8c6de' },
      { ground: '#5a9bcb', over: '#15466f' },
      { ground: '#a9d3d6', over: '#2c6a70' },
      { ground: '#f1c760', over: '#7a5400' },
      { ground: '#dc8a3c', over: '#5c2f06' },
      { ground: '#9c3325', over: '#f3c2ba' },
    ],
  },
  dark: {
    paper: '#1c222a',
    ink: '#ecebe6',
    quietInk: '#b8bdc7',
    rule: '#7f8997',
    outline: '#7f8997',
    tones: [
      { ground: '#2f6fa8', over: '#c3dbef' },
      { ground: '#8fc1e6', over: '#16405f' },
      { ground: '#c3e3e3', over: '#1f5358' },
      { ground: '#f5d584', over: '#5d4100' },
      { ground: '#e59a52', over: '#4a2605' },
      { ground: '#e07a68', over: '#2e0f0a' },
    ],
  },
};

/** Which of the six tones a scale of so many grades takes, best first. */
const TONES_OF_SCALE: Record<number, readonly number[]> = {
  1: [1],
  2: [1, 3],
  3: [1, 3, 5],
  4: [0, 1, 3, 5],
  5: [0, 1, 3, 4, 5],
  6: [0, 1, 2, 3, 4, 5],
};

const TILE = 8;

export const CHART_FONT =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible Next Variable', Arimo, Arial, 'Helvetica Neue', sans-serif";

export function paletteOf(name: PaletteName): Palette {
  return PALETTES[name];
}

/** The tone (0 best … 5 worst) of the grade at `index`, best first, of a scale of `count` grades. */
export function gradeTone(index: number, count: number): number {
  return TONES_OF_SCALE[Math.min(Math.max(count, 1), 6)]?.[index] ?? 5;
}

/** The pattern definitions for a scale of `count` grades; refer to one with `gradeFill`. */
export function gradePatterns(count: number, palette: Palette, idPrefix: string): SvgNode {
  const patterns = Array.from({ length: count }, (_, index) => {
    const tone = gradeTone(index, count);
    const { ground, over } = palette.tones[tone] ?? { ground: palette.ink, over: palette.paper };
    return svg(
      'pattern',
      { id: patternId(idPrefix, index), width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' },
      [svg('rect', { width: TILE, height: TILE, fill: ground }), ...patternMarks(tone, over)],
    );
  });
  return svg('defs', {}, patterns);
}

/** The fill and outline attributes of a mark of the grade at `index`. */
export function gradeFill(index: number, palette: Palette, idPrefix: string): Record<string, string> {
  return { fill: `url(#${patternId(idPrefix, index)})`, stroke: palette.outline, 'stroke-width': '1' };
}

function patternId(idPrefix: string, index: number): string {
  return `${idPrefix}-grade-${index}`;
}

/** Plain, one diagonal, dots, lines, the other diagonal, a lattice: six textures that differ without any colour. */
function patternMarks(tone: number, colour: string): SvgNode[] {
  const path = (d: string) => svg('path', { d, stroke: colour, fill: 'none', 'stroke-width': 1.4 });
  const rising = 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6';
  const falling = 'M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2';
  switch (tone) {
    case 1:
      return [path(rising)];
    case 2:
      return [2, 6].map((at) => svg('circle', { cx: at, cy: at, r: 1.4, fill: colour }));
    case 3:
      return [path('M0 2 H8 M0 6 H8')];
    case 4:
      return [path(falling)];
    case 5:
      return [path(`${rising} ${falling}`)];
    default:
      return [];
  }
}
