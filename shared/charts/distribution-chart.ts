import type { Distribution, Share } from '../domain/report-model.ts';
import { counted, percentText, rangeText, singular } from '../domain/report-words.ts';
import { chartFrame, CHART_WIDTH, label, SMALL_TEXT_SIZE, wrapLabel, type ChartOptions } from './chart-frame.ts';
import { gradeFill, gradePatterns, paletteOf } from './grade-marks.ts';
import { svg, type SvgNode } from './svg-tree.ts';

export interface DistributionChartData {
  /** "Grades of final plans, new" */
  title: string;
  distribution: Distribution;
  /** What is counted, in the plural: 'plans'. */
  noun: string;
  /** "Good or better" */
  goodOrBetterLabel: string;
}

const LABEL_WIDTH = 190;
const VALUE_WIDTH = 170;
const ROW_HEIGHT = 38;
const BAR_HEIGHT = 24;
const TOP = 8;
const SCALE_HEIGHT = 30;

/**
 * A bar for each grade, best first, as long as its count; the axis ends at the number of plans graded, so that a full bar
 * means all of them. From ten plans on a thin line shows the likely range (95% Wilson) of each share.
 */
export function distributionChart(data: DistributionChartData, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const { grades, total } = data.distribution;
  const barLeft = LABEL_WIDTH;
  const barWidth = CHART_WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const bottom = TOP + grades.length * ROW_HEIGHT;
  const hasRanges = grades.some((entry) => entry.share.range !== null);
  const across = (share: number) => barLeft + share * barWidth;

  const rows = grades.flatMap((entry, index) => {
    const middle = TOP + index * ROW_HEIGHT + ROW_HEIGHT / 2;
    const { n, range } = entry.share;
    const length = total === 0 ? 0 : (n / total) * barWidth;
    const drawn: SvgNode[] = [...gradeName(entry.label, middle)];
    if (length > 0) {
      drawn.push(
        svg('rect', {
          x: barLeft,
          y: middle - BAR_HEIGHT / 2,
          width: length,
          height: BAR_HEIGHT,
          ...gradeFill(index, palette, options.idPrefix),
        }),
      );
    }
    if (range !== null) drawn.push(rangeLine(across(range.low / 100), across(range.high / 100), middle));
    drawn.push(label(valueText(entry.share), { x: CHART_WIDTH - VALUE_WIDTH + 14, y: middle + 5 }, palette));
    return drawn;
  });

  return chartFrame(
    {
      title: data.title,
      description: describeDistribution(data),
      height: bottom + SCALE_HEIGHT,
      children: [
        gradePatterns(grades.length, palette, options.idPrefix),
        svg('path', { d: `M${barLeft} ${TOP} V${bottom} H${barLeft + barWidth}`, stroke: palette.rule, fill: 'none' }),
        ...rows,
        label('0', { x: barLeft, y: bottom + 18 }, palette, axisText('middle')),
        ...(hasRanges
          ? [
              label(
                'share, likely range',
                { x: CHART_WIDTH - VALUE_WIDTH + 14, y: bottom + 18 },
                palette,
                axisText('start'),
              ),
            ]
          : []),
        label(axisEnd(total, data.noun), { x: barLeft + barWidth, y: bottom + 18 }, palette, axisText('end')),
      ],
    },
    options,
  );

  function gradeName(text: string, middle: number): SvgNode[] {
    const lines = wrapLabel(text, 23, 2);
    return lines.map((line, at) =>
      label(line, { x: LABEL_WIDTH - 12, y: middle + 5 + (at - (lines.length - 1) / 2) * 17 }, palette, {
        'text-anchor': 'end',
      }),
    );
  }

  function rangeLine(from: number, to: number, middle: number): SvgNode {
    const d = `M${round(from)} ${middle} H${round(to)} M${round(from)} ${middle - 6} V${middle + 6} M${round(to)} ${middle - 6} V${middle + 6}`;
    return svg('g', {}, [
      svg('path', { d, stroke: palette.paper, 'stroke-width': 5, fill: 'none' }),
      svg('path', { d, stroke: palette.ink, 'stroke-width': 1.5, fill: 'none' }),
    ]);
  }

  function axisText(anchor: string): Record<string, string | number> {
    return { 'text-anchor': anchor, 'font-size': SMALL_TEXT_SIZE, fill: palette.quietInk };
  }
}

/** The same figures as a sentence, for whoever cannot see the bars. */
function describeDistribution(data: DistributionChartData): string {
  const { grades, total, goodOrBetter } = data.distribution;
  if (total === 0) return `Bar chart without bars: no ${data.noun} graded.`;
  const parts = grades.map((entry) => `${entry.label} ${valueText(entry.share)}`);
  return `Bar chart of the grades of ${counted(total, data.noun)}: ${parts.join('; ')}. ${data.goodOrBetterLabel}: ${goodOrBetter.words}.`;
}

function valueText(share: Share): string {
  if (share.percent === null) return String(share.n);
  return `${share.n} (${percentText(share)}, ${rangeText(share)})`;
}

function axisEnd(total: number, noun: string): string {
  return total === 1 ? `the one ${singular(noun)}` : `all ${total} ${noun}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
