import { formatDate } from '../../calendar-date.ts';
import { gradesFromBest, isGoodOrBetter } from '../../grading/grade-order.ts';
import { gradeLabel } from '../../rubric/rubric-words.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { CountedTables, CountTable } from '../count-table.ts';
import { bullets, counts, heading, paragraph } from '../parts/block-words.ts';
import { criteriaTable, overallTable, standardsTable } from '../population-tables.ts';
import { goodOrBetterLabelOf } from '../prepare.ts';
import type { Edition, PartnershipReport } from '../report-model.ts';
import type { SettledPlan } from '../settled-plan.ts';
import type { HidingRules } from '../suppression-words.ts';
import type { HalfTermRun } from './half-term-run.ts';
import { type PooledTally, poolTallies } from './pooled-tallies.ts';
import { periodsOfRun, together, type ToldFigures } from './told-figures.ts';
import { toldCauses, toldCriteria, toldOverall, toldSeries, toldStandards } from './told-series.ts';
import { toldWords } from './told-words.ts';
import { lowerFirst } from '../report-words.ts';

/** What figures over a run of half-terms are made of. */
export interface RunInput extends HidingRules {
  partnership: { name: string; areaCode: string };
  run: HalfTermRun;
  plans: readonly SettledPlan[];
  /** By id: every version of the standards that a plan was graded by. */
  rubrics: ReadonlyMap<string, { rubric: Rubric; digest: string }>;
  /** Names grades where no plan was graded. */
  currentRubric: Rubric;
  edition: Edition;
  author: string;
  /** ISO time. */
  madeAt: string;
}

/**
 * Figures over a run of half-terms in the report's own shape, so that the same workbook and CSV are made of them: each
 * series and version of the standards with its half-terms, and all of them together. For the panel: nothing is hidden.
 */
export function runFigures(input: RunInput, hidden: readonly string[]): PartnershipReport {
  const { run } = input;
  const series = poolTallies(input.plans, input.rubrics, run).map((pooled): SeriesFigures => {
    const { rubric, population } = pooled.tally;
    const tables = seriesTables(pooled, run, goodOrBetterLabelOf(rubric));
    const { slug, label } = pooled;
    return { slug, label, definition: population.definition, rubricId: population.rubricId, rubric, tables };
  });
  const none = series.length === 0 ? ['No plan was graded in these half-terms.'] : [];
  return asReport(input, run, series, none, hidden);
}

/**
 * The same to be given out: what published reports tell of these half-terms, and what that adds up to. Half-terms that
 * were published together are told of together, whichever of them the run has.
 *
 * @param standing how the reports stand, in sentences: that they are not published yet
 */
export function toldRunFigures(
  input: RunInput,
  told: ToldFigures,
  standing: readonly string[],
  hidden: readonly string[],
): PartnershipReport {
  const periods = periodsOfRun(told, input.run);
  const series = toldSeries(told, periods, input.plans, input.rubrics).map((own): SeriesFigures => {
    const tables = [
      toldOverall(told, own),
      toldStandards(told, own, `standards-${own.slug}`, () => true),
      toldCriteria(told, own, `criteria-${own.slug}`, () => true),
      toldCauses(told, own),
    ];
    return { ...own, tables: tables.filter((table) => table !== null) };
  });
  const words = [...toldWords(input.run, periods), ...(periods.length === 0 ? [] : HOW_TOLD), ...standing];
  return asReport(input, spanOf(input.run, told, periods), series, words, hidden);
}

const HOW_TOLD = [
  'These figures are those of the publishable reports and what they add up to. Where a report hides a count, so do all sums that it is in.',
];

/** From the first half-term of the periods to the last; the run where there is none. */
function spanOf(run: HalfTermRun, told: ToldFigures, periods: readonly HalfTermRun[]): HalfTermRun {
  if (periods.length === 0) return run;
  return { ...together(told, periods), halfTerms: periods.flatMap((period) => period.halfTerms) };
}

/** One series by one version of the standards. */
interface SeriesFigures {
  slug: string;
  label: string;
  definition: string;
  rubricId: string;
  rubric: Rubric;
  tables: readonly CountTable[];
}

function asReport(
  { partnership, edition, threshold, hideZero, otherRules, madeAt, author, rubrics, currentRubric }: RunInput,
  run: HalfTermRun,
  series: readonly SeriesFigures[],
  notes: readonly string[],
  hidden: readonly string[],
): PartnershipReport {
  const used = [...new Set(series.map(({ rubricId }) => rubricId))].flatMap((id) => {
    const found = rubrics.get(id);
    return found === undefined ? [] : [{ id, ...found }];
  });
  const rubric = used.at(-1)?.rubric ?? currentRubric;
  const [first, last] = [run.halfTerms[0], run.halfTerms.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A run has half-terms.');
  const isOne = first === last;
  return {
    title: 'Figures over half-terms',
    partnership: partnership.name,
    areaCode: partnership.areaCode,
    halfTerm: {
      id: isOne ? last.id : `${first.id} to ${last.id}`,
      label: isOne ? last.label : `${first.label} ${first.schoolYear} to ${last.label}`,
      schoolYear: last.schoolYear,
      start: first.start,
      end: last.end,
    },
    periods: [],
    rounds: [],
    edition,
    threshold,
    hideZero,
    ...(otherRules === undefined ? {} : { otherRules: [...otherRules] }),
    marking: edition === 'internal' ? 'Official – sensitive' : 'For publication',
    madeAt,
    author,
    rubrics: used.map(({ id, rubric: { title, version }, digest }) => ({ id, title, version, digest })),
    gradeScale: gradesFromBest(rubric).map(({ id, descriptor, expectedResponse }) => ({
      id,
      label: gradeLabel(rubric, id),
      descriptor,
      expectedResponse,
      isGoodOrBetter: isGoodOrBetter(rubric, id),
    })),
    goodOrBetterLabel: goodOrBetterLabelOf(rubric),
    parts: [
      {
        number: 4,
        id: 'figures',
        title: 'Figures',
        blocks: [
          ...paragraph('figures-period', [
            `${run.words}: ${formatDate(first.start)} to ${formatDate(last.end)}.`,
            'Drafts and finals, new and amended plans, random and chosen samples and versions of the standards are counted apart.',
          ]),
          ...paragraph('figures-notes', notes),
          ...series.flatMap(({ slug, label, definition, tables }) => [
            heading(`figures-${slug}`, label),
            ...paragraph(`figures-${slug}-words`, [definition]),
            ...tables.map(counts),
          ]),
          ...bullets('figures-hidden', hidden),
        ],
      },
    ],
  };
}

function seriesTables({ slug, label, tally, byHalfTerm }: PooledTally, run: HalfTermRun, good: string): CountTable[] {
  const name = lowerFirst(label);
  const together = run.halfTerms.length === 1 ? [] : [{ tally, halfTerm: `All together: ${run.words}` }];
  const overall = overallTable(`overall-${slug}`, `Overall grades: ${name}`, [...byHalfTerm, ...together], good);
  return [
    ...markTotal(overall, together.length === 0 ? null : tally.population.key),
    ...standardsTable(`standards-${slug}`, `Grades by standard, ${run.words}: ${name}`, tally, good).tables,
    ...criteriaTable(`criteria-${slug}`, `Answers by criterion, ${run.words}: ${name}`, tally, tally.criteria).tables,
  ];
}

function markTotal({ tables }: CountedTables, key: string | null): CountTable[] {
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => (row.id === key ? { ...row, isTotal: true } : row)),
  }));
}
