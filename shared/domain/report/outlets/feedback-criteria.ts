import type { RootCause } from '../../grading/root-causes.ts';
import { criterionText } from '../../rubric/rubric-words.ts';
import { type CountTable, countText, type TableHead } from '../count-table.ts';
import { isMissed, mostMissed } from '../notable-criteria.ts';
import { countsOfShare } from '../shown-shares.ts';
import type { FeedbackSeries } from './feedback-series.ts';
import type { PooledTally } from './pooled-tallies.ts';
import type { ToldFigures } from './told-figures.ts';
import { toldCriteria, type ToldSeries } from './told-series.ts';
import { type PaperBlock, paperTable, paperWords } from './service-paper.ts';

/** What is put right by advice stands apart from what is put right by writing (field brief §4). */
const CAUSE_COLUMNS: readonly { id: string; label: string; causes: readonly RootCause[] }[] = [
  { id: 'advice-missing', label: 'Advice missing', causes: ['advice_missing'] },
  { id: 'advice-vague', label: 'Advice vague', causes: ['advice_vague'] },
  { id: 'advice-weakened', label: 'Weakened in plan', causes: ['advice_weakened'] },
  { id: 'writing', label: 'Writing', causes: ['writing'] },
  { id: 'other', label: 'Other', causes: ['template', 'process', 'family_not_reached'] },
  { id: 'not-known', label: 'Not known', causes: ['not_known'] },
];

/** So many fit on two pages. */
const MOST_CRITERIA = 3;

/** The criteria of an agency's standards most often not fully met, with the causes that auditors named; null where none is. */
export function missedTable({ tally, slug, label }: PooledTally, agency: string): CountTable | null {
  const led = new Set(tally.rubric.standards.filter(({ leadAgency }) => leadAgency === agency).map(({ id }) => id));
  const missed = mostMissed(tally)
    .filter(({ standard }) => led.has(standard))
    .slice(0, MOST_CRITERIA);
  if (missed.length === 0) return null;
  const { key, noun } = tally.population;
  const keyOf = (criterion: string, column: string) => `${key}/criterion/${criterion}/${column}`;
  return {
    id: `missed-${slug}`,
    caption: `Most often not fully met: ${label}`,
    noun,
    rowHead: 'Criterion',
    columns: [
      ...MISSED_COLUMNS,
      ...CAUSE_COLUMNS.map(({ id, label: words }) => ({ id, label: words, isTotal: false })),
    ],
    rows: missed.map((row) => ({
      id: row.id,
      label: `${row.id} ${criterionText(tally.rubric, row.id)}`,
      isTotal: false,
      counts: [
        { key: keyOf(row.id, 'wanting'), n: row.partly + row.notMet },
        { key: keyOf(row.id, 'applied'), n: row.applied },
        ...CAUSE_COLUMNS.map(({ id, causes }) => ({
          key: keyOf(row.id, `causes/${id}`),
          n: causes.reduce((sum, cause) => sum + (row.causes.get(cause) ?? 0), 0),
        })),
      ],
    })),
    share: MISSED_SHARE,
  };
}

/** The same of what published reports name; why plans fell short they tell of all standards together alone. */
export function toldMissed(told: ToldFigures, series: ToldSeries, agency: string): CountTable | null {
  const named = toldCriteria(told, series, `missed-${series.slug}`, ({ leadAgency }) => leadAgency === agency);
  if (named === null) return null;
  const rows = named.rows
    .map((row) => ({ row, missed: countsOfShare({ ...named, share: MISSED_SHARE }, row) }))
    .filter(({ missed }) => missed !== null && isMissed(missed.n, missed.of))
    .toSorted((a, b) => shareOf(b.missed) - shareOf(a.missed))
    .slice(0, MOST_CRITERIA);
  if (rows.length === 0) return null;
  const places = MISSED_COLUMNS.map(({ id }) => named.columns.findIndex((column) => column.id === id));
  return {
    ...named,
    caption: `Most often not fully met: ${series.label}`,
    columns: MISSED_COLUMNS,
    rows: rows.map(({ row }) => ({ ...row, counts: places.flatMap((at) => row.counts[at] ?? []) })),
    share: MISSED_SHARE,
  };
}

/** Why plans fell short, one line for each kind of plans that the reports tell it of. */
export function printCauses(all: readonly FeedbackSeries[]): PaperBlock[] {
  const rows = all.flatMap(({ label, causes }) => {
    if (causes === null) return [];
    const countOf = (cause: RootCause) => causes.rows.find(({ id }) => id === cause)?.counts[0]?.n ?? null;
    const whole = causes.rows[0]?.counts[1] ?? { n: null };
    const cells = CAUSE_COLUMNS.map((column) => addedUp(column.causes.map(countOf)));
    return [[label, countText(whole), ...cells.map((n) => countText({ n }))]];
  });
  if (rows.length === 0) return [];
  return paperTable(
    'causes-table',
    'Why plans fell short: all standards together, whoever leads them',
    [
      { heading: 'Plans', width: 0.3, isNumber: false },
      { heading: 'All shortfalls', width: widthOf('shortfalls'), isNumber: true },
      ...CAUSE_COLUMNS.map(({ label }) => ({ heading: label, width: widthOf(label), isNumber: true })),
    ],
    rows,
  );
}

function addedUp(counts: readonly (number | null)[]): number | null {
  return counts.reduce((sum, n) => (sum === null || n === null ? null : sum + n), 0);
}

function shareOf(missed: { n: number; of: number } | null): number {
  return missed === null ? 0 : missed.n / missed.of;
}

const MISSED_COLUMNS: TableHead[] = [
  { id: 'wanting', label: 'Not fully met', isTotal: false },
  { id: 'applied', label: 'Of', isTotal: true },
];
const MISSED_SHARE = { label: 'Share not fully met', n: 'wanting', of: 'applied' };

export function criteriaWords(): PaperBlock[] {
  return paperWords(
    'Why a plan fell short, as its auditors put it: advice that was missing or vague is for the adviser; advice that the plan weakened, and writing, are for those who write plans. One shortfall may have several causes.',
  );
}

export function printMissed({ label, standards, missed, isTold }: FeedbackSeries): PaperBlock[] {
  // Of so few plans that their standards are not told of, nothing is said of criteria.
  if (missed === null && standards === null) return [];
  if (missed === null) {
    return paperWords(
      isTold
        ? `${label}: of the criteria that reports name as most often not fully met, none is of these standards.`
        : `${label}: no criterion stands out.`,
    );
  }
  return paperTable(
    missed.id,
    missed.caption,
    [
      { heading: missed.rowHead, width: 0.3, isNumber: false },
      ...missed.columns.map((column) => ({ heading: column.label, width: widthOf(column.label), isNumber: true })),
    ],
    missed.rows.map((row) => [row.label, ...row.counts.map(countText)]),
  );
}

/** By the longest word of a heading, which is not broken. */
function widthOf(label: string): number {
  return 0.0127 * Math.max(4, ...label.split(' ').map((word) => word.length)) + 0.013;
}
