import { dateParts, daysBetween, formatDate } from '../domain/calendar-date.ts';
import { countIn, type CountRow, type CountTable, HIDDEN } from '../domain/report/count-table.ts';
import { isByHandRow } from '../domain/report/by-hand-rows.ts';
import type { ChartBlock } from '../domain/report/report-model.ts';
import { shareOfRow } from '../domain/report/shown-shares.ts';
import { percentText } from '../domain/report/report-words.ts';

/** Dates of the table's rows, what they are held against, and where the standards changed. */
export type TrendMarks = Pick<ChartBlock, 'dates' | 'milestones' | 'breaksBefore'> & {
  /** Percentages without counts, which no table holds; on screen alone. */
  percentsAlone?: readonly { on: string; percent: number }[];
};

/** A reading as it is drawn: only what its table shows. */
export interface TrendPoint {
  label: string;
  /** ISO date. */
  date: string;
  /** Per cent, or a number of things; null where no point may stand. */
  value: number | null;
  /** Per cent, from and to. */
  range: { low: number; high: number } | null;
  /** Beside the latest point. */
  words: string;
  /** Where no point may stand: '4 of 7', or the sign of a hidden count. */
  onAxis: string;
  /** Its name under the axis, in lines. */
  axis: string[];
  isByHand: boolean;
  /** The standards changed before it. */
  isBreak: boolean;
}

type Milestones = ChartBlock['milestones'];

/** What is drawn of a table's rows, the oldest first. Rows with nothing counted are left out. */
export function trendPoints(table: CountTable | null, marks: TrendMarks): TrendPoint[] {
  const breaks = new Set(marks.breaksBefore);
  const rows = (table?.rows ?? []).flatMap((row, at): TrendPoint[] => {
    const date = marks.dates[at];
    if (table === null || date === undefined) return [];
    const isByHand = isByHandRow(row.id);
    return [
      {
        label: row.label,
        date,
        ...valueOf(table, row),
        axis: isByHand ? [monthOf(date), 'by hand'] : halfTermLines(row.label),
        isByHand,
        isBreak: breaks.has(row.id),
      },
    ];
  });
  const alone = (marks.percentsAlone ?? []).map(({ on, percent }): TrendPoint => ({
    label: `${formatDate(on)} (entered by hand)`,
    date: on,
    value: percent,
    range: null,
    words: `${percent}%, counts not known`,
    onAxis: '',
    axis: [monthOf(on), 'by hand'],
    isByHand: true,
    isBreak: false,
  }));
  return [...rows, ...alone].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

function valueOf(table: CountTable, row: CountRow): Pick<TrendPoint, 'value' | 'range' | 'words' | 'onAxis'> {
  const hidden = { value: null, range: null, words: `hidden (${HIDDEN})`, onAxis: HIDDEN };
  if (table.share === null) {
    const n = row.counts[0]?.n ?? null;
    return n === null ? hidden : { value: n, range: null, words: String(n), onAxis: '' };
  }
  if (countIn(table, row, table.share.of)?.n === 0) return { ...hidden, words: `no ${table.noun}`, onAxis: '0' };
  const share = shareOfRow(table, row);
  if (share === null) return hidden;
  const counts = `${share.n} of ${share.of}`;
  return share.percent === null
    ? { value: null, range: null, words: counts, onAxis: counts }
    : { value: share.percent, range: share.range, words: `${percentText(share)} (${counts})`, onAxis: '' };
}

/** Where dates and values lie in the chart. */
export interface TrendScale {
  /** 0 at the left, 1 at the right. */
  across: (date: string) => number;
  /** The value at the top, a hundred for percentages. */
  top: number;
  ticks: readonly number[];
  isCount: boolean;
}

const MARGIN = 0.05;

export function trendScale(points: readonly TrendPoint[], milestones: Milestones, isCount: boolean): TrendScale {
  const dates = [...points.map(({ date }) => date), ...milestones.map(({ on }) => on)].toSorted();
  const [first = '', last = ''] = [dates.at(0), dates.at(-1)];
  const days = dates.length === 0 ? 0 : daysBetween(first, last);
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0), ...milestones.map(({ percent }) => percent));
  const step = isCount ? niceStep(highest / 4) : 25;
  const top = isCount ? step * Math.ceil(highest / step) : 100;
  return {
    across: (date) => (days === 0 ? 0.5 : MARGIN + (daysBetween(first, date) / days) * (1 - 2 * MARGIN)),
    top,
    ticks: Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step),
    isCount,
  };
}

/** The same in sentences, for whoever cannot see the line. */
export function describeTrend(points: readonly TrendPoint[], milestones: Milestones, noun: string): string {
  const read = points.map(
    ({ label, words, range, isBreak }) =>
      `${isBreak ? 'here the standards changed; ' : ''}${label}: ${words}${range === null ? '' : `, likely range ${range.low}–${range.high}%`}`,
  );
  const promised = milestones.map(({ label }) => label);
  return [
    read.length === 0 ? `Line chart without readings of ${noun}.` : `Line chart of readings. ${read.join('; ')}.`,
    ...(promised.length === 0 ? [] : [`Milestones: ${promised.join('; ')}.`]),
  ].join(' ');
}

/** 'Jun 26' */
export function monthOf(date: string): string {
  const { year, month } = dateParts(date);
  return `${MONTHS[month - 1] ?? ''} ${String(year).slice(2)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** '2026/27 Aut 1 (standards version 2)' → ['2026/27', 'Aut 1'] */
function halfTermLines(name: string): string[] {
  // Half-terms that are counted together: from the first, to the last.
  const [from = '', to] = name.split(' to ');
  if (to !== undefined) return [from, `to ${to}`];
  const [year = '', ...rest] = name.split(' ');
  return rest.length === 0 ? [year] : [year, rest.slice(0, 2).join(' ')];
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power;
}
