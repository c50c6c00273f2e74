import type { CountTable } from '../domain/report/count-table.ts';
import { chartFrame, CHART_WIDTH, label, SMALL_TEXT_SIZE, type ChartOptions } from './chart-frame.ts';
import { type Palette, paletteOf } from './grade-marks.ts';
import { svg, type SvgNode } from './svg-tree.ts';
import { describeTrend, monthOf, type TrendMarks, type TrendPoint, trendPoints, trendScale } from './trend-points.ts';

const LEFT = 54;
const RIGHT = CHART_WIDTH - 20;
const TOP = 72;
const BOTTOM = 226;
const HEIGHT = 270;
const POINT = 5;
const DIAMOND = 6;
/** Labels nearer to one another than this would run together. */
const LABEL_ROOM = 52;
const HALF_LABEL = 24;
const ON_AXIS_ROOM = 44;
const SMALL_LINE = 15;

/**
 * Readings as points joined by a line, each with its likely range as a faint bar; milestones as a dashed, stepped line
 * with a mark on each one's own date. The line is broken where the standards changed and where a reading is hidden or
 * rests on too few for a percentage: its counts, or the sign of a hidden one, then stand on the axis.
 */
export function trendChart(title: string, table: CountTable | null, marks: TrendMarks, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const points = trendPoints(table, marks);
  const scale = trendScale(points, marks.milestones, table !== null && table.share === null);
  const x = (date: string) => round(LEFT + scale.across(date) * (RIGHT - LEFT));
  const y = (value: number) => round(BOTTOM - (value / scale.top) * (BOTTOM - TOP));
  // Where the latest has no point, an earlier one must not pass for it.
  const latest = points.at(-1) ?? null;
  const answered = latest === null ? undefined : marks.milestones.findLast(({ on }) => on <= latest.date);

  return chartFrame(
    {
      title,
      description: describeTrend(points, marks.milestones, table?.noun ?? 'plans'),
      height: HEIGHT,
      children: [
        ...key(palette, points, marks.milestones.length > 0),
        ...scale.ticks.flatMap((value) => gridLine(value)),
        ...points.flatMap((point) => rangeBar(point)),
        ...milestoneLine(),
        ...points.flatMap((point, at) => breakLine(point, points[at - 1])),
        ...points.flatMap((point, at) => joint(points[at - 1], point)),
        ...marks.milestones.map(({ on, percent }) => diamond(x(on), y(percent), palette)),
        ...points.map((point, at) => mark(point, raisedBy(at))),
        ...milestoneLabels(),
        ...points.flatMap((point, at) => axisLabel(point, points.slice(at + 1))),
        ...latestLabel(),
      ],
    },
    options,
  );

  function gridLine(value: number): SvgNode[] {
    return [
      svg('path', {
        d: `M${LEFT} ${y(value)} H${RIGHT}`,
        stroke: palette.rule,
        'stroke-opacity': value === 0 ? 1 : 0.3,
        fill: 'none',
      }),
      small(scale.isCount ? String(value) : `${value}%`, LEFT - 8, y(value) + 4, 'end'),
    ];
  }

  function rangeBar({ range, date }: TrendPoint): SvgNode[] {
    if (range === null) return [];
    return [
      svg('rect', {
        x: x(date) - 6,
        y: y(range.high),
        width: 12,
        height: round(y(range.low) - y(range.high)),
        fill: palette.quietInk,
        'fill-opacity': 0.22,
      }),
    ];
  }

  function milestoneLine(): SvgNode[] {
    const [first, ...others] = marks.milestones;
    if (first === undefined) return [];
    const steps = others.map(({ on, percent }) => `H${x(on)} V${y(percent)}`).join(' ');
    return [
      svg('path', {
        d: `M${x(first.on)} ${y(first.percent)} ${steps} H${RIGHT}`,
        stroke: palette.quietInk,
        'stroke-width': 1.5,
        'stroke-dasharray': '6 4',
        fill: 'none',
      }),
    ];
  }

  /** Between two readings by different versions of the standards. */
  function breakLine(point: TrendPoint, before: TrendPoint | undefined): SvgNode[] {
    if (!point.isBreak) return [];
    const at = before === undefined ? x(point.date) - 14 : round((x(before.date) + x(point.date)) / 2);
    return [
      svg('path', {
        d: `M${at} ${TOP - 4} V${BOTTOM}`,
        stroke: palette.ink,
        'stroke-width': 1.5,
        'stroke-dasharray': '1 4',
        'stroke-linecap': 'round',
        fill: 'none',
      }),
      small('standards changed', at, TOP - 10, 'middle'),
    ];
  }

  function joint(before: TrendPoint | undefined, point: TrendPoint): SvgNode[] {
    if (before === undefined || before.value === null || point.value === null || point.isBreak) return [];
    return [
      svg('path', {
        d: `M${x(before.date)} ${y(before.value)} L${x(point.date)} ${y(point.value)}`,
        stroke: palette.ink,
        'stroke-width': 2,
        fill: 'none',
      }),
    ];
  }

  /** Counts on the axis that would run into those before them stand a line higher. */
  function raisedBy(at: number): number {
    const [point, before] = [points[at], points[at - 1]];
    if (point === undefined || before === undefined || point.value !== null || before.value !== null) return 0;
    const isNear = x(point.date) - x(before.date) < ON_AXIS_ROOM;
    return isNear && raisedBy(at - 1) === 0 ? SMALL_LINE : 0;
  }

  function mark({ value, date, isByHand, onAxis }: TrendPoint, raised: number): SvgNode {
    if (value === null) return withHalo(onAxis, x(date), BOTTOM - 8 - raised, 'middle', false);
    return isByHand ? square(x(date), y(value), palette) : dot(x(date), y(value), palette);
  }

  function milestoneLabels(): SvgNode[] {
    const own = marks.milestones.filter((milestone, at) => {
      const next = marks.milestones[at + 1];
      return milestone === answered || next === undefined || x(next.on) - x(milestone.on) >= LABEL_ROOM;
    });
    return own.flatMap((milestone) => {
      const isAnswered = milestone === answered;
      const value = scale.isCount ? String(milestone.percent) : `${milestone.percent}%`;
      const words = isAnswered ? `milestone ${value}` : value;
      const [at, level] = [x(milestone.on), y(milestone.percent)];
      const anchor = isAnswered && at + 110 > RIGHT ? 'end' : isAnswered && at - 60 < LEFT ? 'start' : 'middle';
      const line = isCrossed(at, level - 44, level - 2) ? level + 20 : level - 24;
      return [
        withHalo(words, at, line, anchor, isAnswered),
        withHalo(monthOf(milestone.on), at, line + 13, anchor, false),
      ];
    });
  }

  /** Whether the line of readings runs through a label's place. */
  function isCrossed(middle: number, from: number, to: number): boolean {
    const places = points.map(({ date, value, isBreak }) => ({
      at: x(date),
      level: value === null ? null : y(value),
      isBreak,
    }));
    return places.some((place, index) => {
      const before = places[index - 1];
      if (place.level === null) return false;
      if (Math.abs(place.at - middle) < HALF_LABEL && place.level > from && place.level < to) return true;
      if (before === undefined || before.level === null || place.isBreak || place.at === before.at) return false;
      const [start, end] = [before.level, place.level];
      return [middle - HALF_LABEL, middle, middle + HALF_LABEL].some((at) => {
        const level = start + ((at - before.at) / (place.at - before.at)) * (end - start);
        return at >= before.at && at <= place.at && level > from && level < to;
      });
    });
  }

  /** The half-term in two lines; the later of two that would run together stands. */
  function axisLabel({ date, axis }: TrendPoint, later: readonly TrendPoint[]): SvgNode[] {
    if (later.some((other) => x(other.date) - x(date) < LABEL_ROOM)) return [tick(x(date))];
    return [tick(x(date)), ...axis.map((line, at) => small(line, x(date), BOTTOM + 19 + at * 15, 'middle'))];
  }

  function latestLabel(): SvgNode[] {
    if (latest === null || latest.value === null) return [];
    const isAtEnd = x(latest.date) + 120 > RIGHT;
    const level = latest.value;
    const isCrowded = marks.milestones.some(
      ({ on, percent }) => Math.abs(x(on) - x(latest.date)) < 120 && Math.abs(y(percent) - y(level)) < 40,
    );
    if (isCrowded) {
      return [
        withHalo(latest.words, x(latest.date), y(latest.range?.low ?? level) + 18, isAtEnd ? 'end' : 'middle', true),
      ];
    }
    return [
      withHalo(
        latest.words,
        x(latest.date) + (isAtEnd ? -12 : 12),
        y(latest.value) + 5,
        isAtEnd ? 'end' : 'start',
        true,
      ),
    ];
  }

  function tick(at: number): SvgNode {
    return svg('path', { d: `M${at} ${BOTTOM} v5`, stroke: palette.rule, fill: 'none' });
  }

  function small(text: string, at: number, line: number, anchor: string): SvgNode {
    return label(text, { x: at, y: line }, palette, {
      'text-anchor': anchor,
      'font-size': SMALL_TEXT_SIZE,
      fill: palette.quietInk,
    });
  }

  function withHalo(text: string, at: number, line: number, anchor: string, isBold: boolean): SvgNode {
    return label(text, { x: at, y: line }, palette, {
      'text-anchor': anchor,
      'font-size': SMALL_TEXT_SIZE,
      'font-weight': isBold ? 700 : 400,
      stroke: palette.paper,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    });
  }
}

/** What the marks mean, above the chart; only those that are in it. */
function key(palette: Palette, points: readonly TrendPoint[], hasMilestones: boolean): SvgNode[] {
  const entries: { draw: (at: number) => SvgNode; words: string; isThere: boolean }[] = [
    {
      draw: (at) => dot(at, 14, palette),
      words: points.some(({ range }) => range !== null) ? 'reading, with its likely range' : 'reading',
      isThere: points.some(({ isByHand }) => !isByHand),
    },
    {
      draw: (at) => square(at, 14, palette),
      words: 'entered by hand',
      isThere: points.some(({ isByHand }) => isByHand),
    },
    { draw: (at) => diamond(at, 14, palette), words: 'milestone', isThere: hasMilestones },
  ];
  let from = LEFT + 6;
  return entries
    .filter(({ isThere }) => isThere)
    .flatMap(({ draw, words }) => {
      const drawn = [draw(from), label(words, { x: from + 14, y: 19 }, palette, { 'font-size': SMALL_TEXT_SIZE })];
      from += 14 + words.length * 7.2 + 30;
      return drawn;
    });
}

function dot(x: number, y: number, palette: Palette): SvgNode {
  return svg('circle', { cx: x, cy: y, r: POINT, fill: palette.ink, stroke: palette.paper, 'stroke-width': 1.5 });
}

function square(x: number, y: number, palette: Palette): SvgNode {
  return svg('rect', {
    x: x - POINT,
    y: y - POINT,
    width: 2 * POINT,
    height: 2 * POINT,
    fill: palette.paper,
    stroke: palette.ink,
    'stroke-width': 2,
  });
}

function diamond(x: number, y: number, palette: Palette): SvgNode {
  return svg('path', {
    d: `M${x} ${y - DIAMOND} L${x + DIAMOND} ${y} L${x} ${y + DIAMOND} L${x - DIAMOND} ${y} Z`,
    fill: palette.paper,
    stroke: palette.ink,
    'stroke-width': 1.5,
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
