import { ROOT_CAUSES, type RootCause } from '../../grading/root-causes.ts';
import { criterionText } from '../../rubric/rubric-words.ts';
import { type CountedTables, countText } from '../count-table.ts';
import { mostMissed } from '../notable-criteria.ts';
import type { CriterionTally } from '../tally.ts';
import type { PooledTally } from './pooled-tallies.ts';
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

/** The criteria of an agency's standards most often not fully met, with the causes that auditors named. */
export function missedTables(series: PooledTally, agency: string): CountedTables {
  const { tally, slug, label, sums } = series;
  const missed = missedOf(series, agency);
  if (missed.length === 0) return { tables: [], sums: [] };
  const { key, noun } = tally.population;
  const keyOf = (criterion: string, column: string) => `${key}/criterion/${criterion}/${column}`;
  const causeKey = (criterion: string, cause: RootCause) => keyOf(criterion, `cause/${cause}`);
  return {
    tables: [
      {
        id: `missed-${slug}`,
        caption: `Most often not fully met: ${label}`,
        noun,
        rowHead: 'Criterion',
        columns: [
          { id: 'wanting', label: 'Not fully met', isTotal: false },
          { id: 'applied', label: 'Of', isTotal: true },
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
              key:
                causes.length === 1 && causes[0] !== undefined
                  ? causeKey(row.id, causes[0])
                  : keyOf(row.id, `causes/${id}`),
              n: causes.reduce((sum, cause) => sum + (row.causes.get(cause) ?? 0), 0),
            })),
          ],
        })),
        share: { label: 'Share not fully met', n: 'wanting', of: 'applied' },
      },
    ],
    sums: [
      ...sums,
      ...missed.flatMap(({ id }) => [
        { total: keyOf(id, 'applied'), parts: [keyOf(id, 'met'), keyOf(id, 'wanting')] },
        { total: keyOf(id, 'wanting'), parts: [keyOf(id, 'partly'), keyOf(id, 'not-met')] },
        { total: `${key}/total`, parts: [keyOf(id, 'applied'), keyOf(id, 'not-applicable')] },
        ...CAUSE_COLUMNS.filter(({ causes }) => causes.length > 1).map((column) => ({
          total: keyOf(id, `causes/${column.id}`),
          parts: column.causes.map((cause) => causeKey(id, cause)),
        })),
      ]),
      // The report tells the causes of all criteria together.
      ...ROOT_CAUSES.map((cause) => ({
        total: `${key}/causes/${cause}`,
        parts: tally.criteria.map(({ id }) => causeKey(id, cause)),
      })),
    ],
    // A plan has a cause once, and only where it falls short: eleven plans with vague advice are eleven that fell short.
    subsets: missed.flatMap(({ id }) =>
      ROOT_CAUSES.map((cause) => ({ n: causeKey(id, cause), of: keyOf(id, 'wanting') })),
    ),
  };
}

export function criteriaWords(): PaperBlock[] {
  return paperWords(
    'Why a plan fell short, as its auditors put it: advice that was missing or vague is for the adviser; advice that the plan weakened, and writing, are for those who write plans. One shortfall may have several causes.',
  );
}

export function printMissed(series: PooledTally, shown: CountedTables, agency: string): PaperBlock[] {
  const table = shown.tables.find(({ id }) => id === `missed-${series.slug}`);
  if (table === undefined || missedOf(series, agency).length === 0) {
    return paperWords(`${series.label}: no criterion stands out.`);
  }
  return paperTable(
    table.id,
    table.caption,
    [
      { heading: table.rowHead, width: 0.34, isNumber: false },
      ...table.columns.map(({ label }) => ({ heading: label, width: widthOf(label), isNumber: true })),
    ],
    table.rows.map((row) => [row.label, ...row.counts.map(countText)]),
  );
}

/** By the longest word of a heading, which is not broken. */
function widthOf(label: string): number {
  return 0.0125 * Math.max(4, ...label.split(' ').map((word) => word.length)) + 0.01;
}

function missedOf({ tally }: PooledTally, agency: string): CriterionTally[] {
  const led = new Set(tally.rubric.standards.filter(({ leadAgency }) => leadAgency === agency).map(({ id }) => id));
  return mostMissed(tally)
    .filter(({ standard }) => led.has(standard))
    .slice(0, MOST_CRITERIA);
}
