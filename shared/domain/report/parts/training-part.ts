import type { RootCause } from '../../grading/root-causes.ts';
import type { CountedTables, CountTable } from '../count-table.ts';
import { foundWords } from '../found-words.ts';
import type { ReportBlock } from '../report-model.ts';
import { metWords } from './met-words.ts';
import { criteriaTable, joinTables } from '../population-tables.ts';
import type { Prepared } from '../prepare.ts';
import { mostMissed, smallestDeciding } from '../notable-criteria.ts';
import type { PartDraft } from '../report-input.ts';
import type { CriterionTally, Tally } from '../tally.ts';
import { counts, onlyData, paragraph, textTable } from './block-words.ts';
import { lowerFirst } from '../report-words.ts';

/** So many needs of each who might be trained are enough for a board to act on. */
const MOST_NEEDS = 3;
/** One shortfall alone points to no need. */
const FEWEST_SHORTFALLS = 2;

/**
 * Who could put a shortfall right: an agency that gives advice where the advice was missing or vague; plan writers where
 * it was weakened or badly written.
 */
const WRITERS: readonly RootCause[] = ['writing', 'advice_weakened', 'template'];
const ADVISERS: readonly RootCause[] = ['advice_missing', 'advice_vague'];

/** Part 13: training needs of plan writers, and of each agency that leads a standard. */
export function trainingPart({ input, now, small }: Prepared): PartDraft {
  const smallest = smallestDeciding(input);
  const needs = now.flatMap((series) => {
    const { tally, slug, label } = series;
    const missed = mostMissed(tally, smallest);
    const own = [
      { id: 'writers', who: 'Plan writers', criteria: causedBy(missed, WRITERS, smallest) },
      ...tally.rubric.leadAgencies.map((agency) => ({
        id: agency.id,
        who: `Advice of ${lowerFirst(agency.label)}`,
        criteria: causedBy(
          missed.filter((row) => leads(tally, agency.id, row)),
          ADVISERS,
          smallest,
        ),
      })),
    ].filter(({ criteria }) => criteria.length > 0);
    const isFew = small?.has(slug) ?? false;
    return own.length === 0 ? [] : [{ id: `training-${slug}`, label, tally, own, isFew }];
  });
  const told = needs.filter(({ isFew }) => !isFew);
  const few = needs.filter(({ isFew }) => isFew);
  return {
    number: 13,
    id: 'training',
    title: 'Training needs',
    counted: joinTables(
      needs.map(({ id, label, tally, own }) => needsTable(id, `Training needs: ${lowerFirst(label)}`, tally, own)),
    ),
    write: (shown) => [
      ...(told.length === 0
        ? paragraph('training-none', noneWords())
        : [
            ...paragraph('training-words', [
              'Criteria most often not fully met, at most three for each, where auditors put the shortfalls down mostly to writing or to advice.',
              ...(few.length === 0
                ? []
                : [
                    `What small groups point to is in the workbook: ${few.map(({ label }) => lowerFirst(label)).join('; ')}.`,
                  ]),
            ]),
            ...told.flatMap((need) => tableOf(need, shown.table(need.id))),
          ]),
      ...few.map(({ id }) => onlyData(shown.table(id))),
    ],
  };

  /** On an internal paper who, in what and how often: how the criteria were answered stands in an annex of its own. */
  function tableOf({ id, label, tally, own }: (typeof needs)[number], table: CountTable): ReportBlock[] {
    if (small === undefined || input.edition === 'publishable') return [counts(table)];
    return [
      textTable(
        `${id}-words`,
        `Who might be trained, and in what: ${lowerFirst(label)}`,
        ['Who', 'What is looked for', 'Found'],
        own.flatMap(({ who, criteria }) =>
          criteria.map((row) => [
            who,
            `${foundWords(tally.rubric, row.id)} (${row.id})`,
            metWords({ ...row, of: row.applied }, tally.population.noun),
          ]),
        ),
      ),
      onlyData(table),
    ];
  }

  function noneWords(): string[] {
    if (now.length === 0) return [];
    if (smallest > 1) {
      return now.every(({ slug }) => small?.has(slug))
        ? []
        : [`No training need can be named without telling of fewer than ${smallest} plans.`];
    }
    if (few.length > 0) return ['Too few plans were graded to name a training need by: see the small groups.'];
    return [
      'No pattern of causes points to a training need. Causes that auditors put down as not known cannot point to one.',
    ];
  }
}

interface Need {
  id: string;
  who: string;
  criteria: readonly CriterionTally[];
}

/** The criteria of all who might be trained in one table, each row said to be whose. */
function needsTable(id: string, caption: string, tally: Tally, needs: readonly Need[]): CountedTables {
  const parts = needs.map((need) => ({ need, ...criteriaTable(id, caption, tally, need.criteria) }));
  const [first] = parts.flatMap(({ tables }) => tables);
  if (first === undefined) return { tables: [], sums: [] };
  const rows = parts.flatMap(({ need, tables }) =>
    tables.flatMap((table) =>
      table.rows.map((row) => ({ ...row, id: `${need.id}/${row.id}`, label: `${need.who}: ${row.label}` })),
    ),
  );
  return { tables: [{ ...first, rowHead: 'Who, and in what', rows }], sums: joinTables(parts).sums };
}

/** Criteria with shortfalls for one of these causes, those with the most first. */
function causedBy(
  criteria: readonly CriterionTally[],
  causes: readonly RootCause[],
  smallest: number,
): CriterionTally[] {
  const number = ({ causes: own }: CriterionTally) => causes.reduce((sum, cause) => sum + (own.get(cause) ?? 0), 0);
  return criteria
    .filter((row) => number(row) >= Math.max(FEWEST_SHORTFALLS, smallest))
    .toSorted((a, b) => number(b) - number(a))
    .slice(0, MOST_NEEDS);
}

function leads({ rubric }: Tally, agency: string, { standard }: CriterionTally): boolean {
  return rubric.standards.find(({ id }) => id === standard)?.leadAgency === agency;
}
