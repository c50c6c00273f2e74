import { assertNever } from '../assert-never.ts';
import { formatDate } from '../calendar-date.ts';
import { type Measure, type MeasureFields, type Milestone, valueWords } from '../measures.ts';
import { FEWEST_FOR_PERCENTAGE, roundHalfUp } from '../percentages.ts';
import type { Share } from './report-words.ts';
import { counted } from './report-words.ts';
import { countIn, type CountTable, HIDDEN } from './count-table.ts';
import type { MeasureFigures } from './measures-figures.ts';
import { shareOfRow } from './shown-shares.ts';

/**
 * How a measure stands to its trajectory, in words (field brief §16.3). Everything is taken from tables as they are
 * shown: what an edition hides has no percentage and no standing.
 */

/** One reading as it may be shown. */
export type Reading = {
  rowId: string | null;
  label: string;
  /** As prose has it: 'Autumn 2 2026/27'. */
  name: string;
  /** ISO date. */
  date: string;
  isByHand: boolean;
  rubricId: string | null;
} & ReadValue;

type ReadValue =
  | { kind: 'share'; share: Share }
  /** A number of things, of nothing. */
  | { kind: 'number'; n: number; noun: string }
  /** By hand, and nobody knows its counts. */
  | { kind: 'percent'; percent: number }
  | { kind: 'hidden' };

export const STANDING_WORDS = {
  on_track: 'On track',
  close: 'Close',
  behind: 'Behind',
  too_few: 'Too few to say',
  not_yet: 'No milestone yet',
  no_milestones: 'No milestones',
  hidden: `Hidden (${HIDDEN})`,
  no_reading: 'No reading yet',
} as const;

export interface Standing {
  kind: keyof typeof STANDING_WORDS;
  /** One sentence or two, with the reading, the milestone it answers to and how sure that is. */
  words: string;
  reading: Reading | null;
  /** The last one that the reading's date has reached. */
  milestone: Milestone | null;
}

type Trajectory = Pick<MeasureFields, 'unit' | 'better' | 'milestones' | 'tolerance'>;

/** What was read, the oldest first; `table` is the measure's own as the edition shows it. */
export function readingsOf(
  { points, percentsAlone }: Pick<MeasureFigures, 'points' | 'percentsAlone'>,
  table: CountTable | null,
): Reading[] {
  const rows = new Map(table?.rows.map((row) => [row.id, row]));
  const counts = points.flatMap((point): Reading[] => {
    const row = rows.get(point.rowId);
    if (row === undefined || table === null) return [];
    const n = countIn(table, row, 'n')?.n ?? null;
    if (table.share === null) {
      return [{ ...point, ...(n === null ? { kind: 'hidden' } : { kind: 'number', n, noun: table.noun }) }];
    }
    const share = shareOfRow(table, row);
    return [{ ...point, ...(share === null ? { kind: 'hidden' } : { kind: 'share', share }) }];
  });
  const alone = percentsAlone.map(({ on, percent }): Reading => ({
    rowId: null,
    label: `${formatDate(on)} (entered by hand)`,
    name: formatDate(on),
    date: on,
    isByHand: true,
    rubricId: null,
    kind: 'percent',
    percent,
  }));
  return [...counts, ...alone].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** '60% (12 of 20; likely range 39–78%)', '4 of 7 plans', '38%, counts not known', 'hidden (c)' */
export function readingWords(reading: Reading): string {
  switch (reading.kind) {
    case 'share':
      return reading.share.words;
    case 'number':
      return counted(reading.n, reading.noun);
    case 'percent':
      return `${reading.percent}%, counts not known`;
    case 'hidden':
      return `hidden (${HIDDEN})`;
    default:
      return assertNever(reading);
  }
}

/** The milestone that a date answers to: its own, or else the last one passed. */
export function milestoneFor(milestones: readonly Milestone[], date: string): Milestone | null {
  return milestones.findLast(({ on }) => on <= date) ?? null;
}

/** How the latest reading stands; without one, that there is none. */
export function latestStanding(trajectory: Trajectory, readings: readonly Reading[]): Standing {
  const reading = readings.at(-1);
  if (reading !== undefined) return standingOf(trajectory, reading);
  return { kind: 'no_reading', words: 'There is no reading yet.', reading: null, milestone: null };
}

/** How a reading stands to the milestone that it answers to. */
export function standingOf(trajectory: Trajectory, reading: Reading): Standing {
  const { unit, milestones } = trajectory;
  const milestone = milestoneFor(milestones, reading.date);
  const read = `${upperFirst(readingWords(reading))} ${whenWords(reading)}`;
  const of = (kind: Standing['kind'], words: string): Standing => ({ kind, words, reading, milestone });
  if (reading.kind === 'hidden')
    return of(
      'hidden',
      `The reading of ${reading.name}${reading.isByHand ? ', entered by hand,' : ''} is hidden (${HIDDEN}).`,
    );
  if (milestone === null) {
    const [first] = milestones;
    return first === undefined
      ? of('no_milestones', `${read}. No milestones are set.`)
      : of('not_yet', `${read}. The first milestone is ${valueWords(unit, first.value)} by ${formatDate(first.on)}.`);
  }
  const promised = `${valueWords(unit, milestone.value)} ${dateWords(milestone, reading)}`;
  if (reading.kind === 'share' && reading.share.of < FEWEST_FOR_PERCENTAGE) {
    return of('too_few', `${read}, too few to hold against the milestone of ${promised}.`);
  }
  const gap = gapOf(trajectory, reading, milestone);
  return of(
    gap >= -NOISE ? 'on_track' : gap >= -trajectory.tolerance - NOISE ? 'close' : 'behind',
    [`${read}: ${gapWords(trajectory, gap)} the milestone of ${promised}.`, ...caution(reading, milestone)].join(' '),
  );
}

/** Takes up the noise of binary fractions: 12 of 20 is 60%, neither more nor less. */
const NOISE = 1e-9;

/** How far on the better side of the milestone, in points; exact, since a rounded 60% might be under 60. */
function gapOf(
  { better }: Trajectory,
  reading: Extract<Reading, { kind: 'share' | 'number' | 'percent' }>,
  { value }: Milestone,
): number {
  const read =
    reading.kind === 'share'
      ? (100 * reading.share.n) / reading.share.of
      : reading.kind === 'number'
        ? reading.n
        : reading.percent;
  return better === 'higher' ? read - value : value - read;
}

/** 'on', 'above', 'just under', '4 points below': as the number stands, whichever way is better. */
function gapWords({ better, unit }: Trajectory, gap: number): string {
  const difference = better === 'higher' ? gap : -gap;
  if (Math.abs(difference) <= NOISE) return 'on';
  const rounded = roundHalfUp(Math.abs(difference), 0);
  const side = difference > 0 ? 'above' : 'below';
  if (rounded === 0) return `just ${side}`;
  const points = unit === 'count' ? String(rounded) : `${rounded} point${rounded === 1 ? '' : 's'}`;
  return `${points} ${side}`;
}

/** The next milestone that a reading has not reached; without a reading the first. */
export function nextMilestone(milestones: readonly Milestone[], reading: Reading | null): Milestone | null {
  return milestones.find(({ on }) => reading === null || on > reading.date) ?? null;
}

/** What keeps a reader from taking the standing for more than it is. */
function caution(reading: Reading, { value }: Milestone): string[] {
  if (reading.kind === 'percent') return ['Its counts are not known, so no likely range can be given.'];
  if (reading.kind !== 'share' || reading.share.range === null) return [];
  const { low, high } = reading.share.range;
  return low <= value && value <= high ? [`The likely range ${low}–${high}% takes in the milestone of ${value}%.`] : [];
}

function whenWords({ isByHand, date, name }: Reading): string {
  return isByHand ? `on ${formatDate(date)}, entered by hand` : `in ${name}`;
}

function dateWords({ on }: Milestone, { date }: Reading): string {
  return on === date ? 'for that day' : `for ${formatDate(on)}, the last one passed`;
}

/** Milestones with the last reading that answers to each, for a table. */
export function milestoneRows(
  measure: Pick<Measure, 'unit' | 'better' | 'milestones' | 'tolerance'>,
  readings: readonly Reading[],
): { milestone: Milestone; standing: Standing | null }[] {
  return measure.milestones.map((milestone, at) => {
    const next = measure.milestones[at + 1]?.on;
    const reading = readings.findLast(({ date }) => date >= milestone.on && (next === undefined || date < next));
    return { milestone, standing: reading === undefined ? null : standingOf(measure, reading) };
  });
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
