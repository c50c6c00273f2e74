import { flowsOf } from '../domain/insight/insight-movement.ts';
import { FEWEST_FOR_PERCENTAGE } from '../domain/percentages.ts';
import { type CountTable, countText, HIDDEN } from '../domain/report/count-table.ts';
import {
  chartFrame,
  CHART_WIDTH,
  type ChartOptions,
  label,
  numberOnPattern,
  SMALL_TEXT_SIZE,
  wrapLabel,
} from './chart-frame.ts';
import { gradeFill, gradePatterns, type Palette, paletteOf } from './grade-marks.ts';
import { svg, type SvgNode } from './svg-tree.ts';

const LABEL_WIDTH = 190;
const NODE_WIDTH = 18;
const TOP = 58;
const GAP = 14;
/** Of all bars of one side together, without what lies between them. */
const BARS_HEIGHT = 260;
/** A band thinner than this has no room for its number; the table holds it. */
const THINNEST_NUMBERED = 15;
/** A bar is never so thin that its words would run into the next. */
const LEAST_BAR = 8;
const HIGHER_TONE = 1;
const LOWER_TONE = 4;

const DIRECTIONS = ['higher', 'same', 'lower'] as const;
type Direction = (typeof DIRECTIONS)[number];

const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  higher: 'higher as a final',
  same: 'the same',
  lower: 'lower as a final',
};

/**
 * A cross table of grades as bands: from the row's grade on the left to the column's on the right, as wide as plans went
 * that way. Rows and columns are the same grades, best first, and a total of each is left out. Where a count is hidden
 * nothing is drawn, and the chart says so.
 */
export function flowChart(title: string, table: CountTable, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const ends = table.columns.filter(({ isTotal }) => !isTotal);
  const flows = flowsOf(table);
  const all = flows.reduce((sum, { n }) => sum + n, 0);
  const isHidden = table.rows.some(({ counts }) => counts.some(({ n }) => n === null));
  // From ten on the bars take their whole height: of one or two plans they stay small.
  const unit = BARS_HEIGHT / Math.max(all, FEWEST_FOR_PERCENTAGE);
  const left = nodesOf((id) => sumOf(flows.filter(({ from }) => from === id)));
  const right = nodesOf((id) => sumOf(flows.filter(({ to }) => to === id)));
  const height = TOP + all * unit + ends.length * GAP + 10;
  const [x, y] = [LABEL_WIDTH + NODE_WIDTH, CHART_WIDTH - LABEL_WIDTH - NODE_WIDTH];
  return chartFrame(
    {
      title,
      description: describe(),
      height: isHidden ? TOP + 30 : height,
      children: isHidden
        ? [label(`hidden (${HIDDEN})`, { x: LABEL_WIDTH, y: TOP }, palette, { fill: palette.quietInk })]
        : [
            gradePatterns(ends.length, palette, options.idPrefix),
            ...key(palette),
            ...bands(),
            ...ends.flatMap(({ id, label: name }, at) => [
              ...node(left.get(id), at, LABEL_WIDTH, name, 'end', LABEL_WIDTH - 8),
              ...node(right.get(id), at, y, name, 'start', y + NODE_WIDTH + 8),
            ]),
            heading(table.rowHead, LABEL_WIDTH + NODE_WIDTH, 'end'),
            heading('Final', y, 'start'),
          ],
    },
    options,
  );

  function nodesOf(number: (id: string) => number): Map<string, { top: number; height: number; n: number }> {
    const found = new Map<string, { top: number; height: number; n: number }>();
    let top = TOP;
    for (const { id } of ends) {
      const n = number(id);
      const own = n * unit;
      found.set(id, { top, height: own, n });
      top += Math.max(own, n === 0 ? 0 : LEAST_BAR) + (n === 0 ? 0 : GAP);
    }
    return found;
  }

  function bands(): SvgNode[] {
    const leaving = new Map([...left].map(([id, { top }]) => [id, top]));
    const arriving = new Map([...right].map(([id, { top }]) => [id, top]));
    const drawn: SvgNode[] = [];
    const numbers: SvgNode[] = [];
    for (const { from, to, n } of flows) {
      const [a, b, size] = [leaving.get(from) ?? TOP, arriving.get(to) ?? TOP, n * unit];
      leaving.set(from, a + size);
      arriving.set(to, b + size);
      const middle = (x + y) / 2;
      drawn.push(
        svg('path', {
          d: `M${x} ${round(a)} C${middle} ${round(a)} ${middle} ${round(b)} ${y} ${round(b)} V${round(b + size)} C${middle} ${round(b + size)} ${middle} ${round(a + size)} ${x} ${round(a + size)} Z`,
          ...bandLook(directionOf(from, to), palette),
        }),
      );
      if (size >= THINNEST_NUMBERED)
        numbers.push(numberOnPattern(String(n), { x: x + 22, y: a + size / 2 + 5 }, palette));
    }
    return [...drawn, ...numbers];
  }

  function directionOf(from: string, to: string): Direction {
    const [a, b] = [from, to].map((grade) => ends.findIndex(({ id }) => id === grade));
    const steps = (b ?? 0) - (a ?? 0);
    return steps < 0 ? 'higher' : steps > 0 ? 'lower' : 'same';
  }

  function node(
    place: { top: number; height: number; n: number } | undefined,
    at: number,
    from: number,
    name: string,
    anchor: string,
    text: number,
  ): SvgNode[] {
    if (place === undefined || place.n === 0) return [];
    const lines = wrapLabel(`${name}: ${place.n}`, 24, 1);
    return [
      svg('rect', {
        x: from,
        y: round(place.top),
        width: NODE_WIDTH,
        height: round(place.height),
        ...gradeFill(at, palette, options.idPrefix),
      }),
      ...lines.map((line) =>
        label(line, { x: text, y: round(place.top + place.height / 2 + 5) }, palette, { 'text-anchor': anchor }),
      ),
    ];
  }

  function heading(words: string, at: number, anchor: string): SvgNode {
    return label(words, { x: at, y: TOP - 12 }, palette, { 'text-anchor': anchor, 'font-weight': 700 });
  }

  function describe(): string {
    if (isHidden) return `Picture of ${table.noun} from draft to final: hidden (${HIDDEN}).`;
    const label = (id: string) => ends.find((end) => end.id === id)?.label ?? id;
    const said = flows.map(({ from, to, n }) => `from ${label(from)} to ${label(to)}: ${countText({ n })}`);
    return `Picture of ${table.noun} from the draft’s grade to the final’s. ${said.join('; ')}.`;
  }
}

/** Which band is which, in words. */
function key(palette: Palette): SvgNode[] {
  let from = 0;
  return DIRECTIONS.flatMap((direction) => {
    const words = DIRECTION_WORDS[direction];
    const drawn = [
      svg('rect', { x: from + 1, y: 5, width: 22, height: 14, ...bandLook(direction, palette) }),
      label(words, { x: from + 30, y: 17 }, palette, { 'font-size': SMALL_TEXT_SIZE }),
    ];
    from += 30 + words.length * 7.2 + 24;
    return drawn;
  });
}

/** Told apart in grey too: higher is filled, the same is faint, lower has a broken outline. */
function bandLook(direction: Direction, palette: Palette): Record<string, string | number> {
  const fill =
    direction === 'same'
      ? palette.quietInk
      : (palette.tones[direction === 'higher' ? HIGHER_TONE : LOWER_TONE]?.ground ?? palette.ink);
  return {
    fill,
    'fill-opacity': direction === 'same' ? 0.16 : 0.55,
    stroke: palette.outline,
    'stroke-width': 1,
    ...(direction === 'lower' ? { 'stroke-dasharray': '5 3' } : {}),
  };
}

function sumOf(flows: readonly { n: number }[]): number {
  return flows.reduce((sum, { n }) => sum + n, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
