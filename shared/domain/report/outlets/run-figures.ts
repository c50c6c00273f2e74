import { formatDate } from '../../calendar-date.ts';
import { gradesFromBest, isGoodOrBetter } from '../../grading/grade-order.ts';
import { gradeLabel } from '../../rubric/rubric-words.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { Hide } from '../build-report.ts';
import type { CountedTables, CountTable } from '../count-table.ts';
import { bullets, counts, heading, lowerFirst, paragraph } from '../parts/block-words.ts';
import { criteriaTable, joinTables, overallTable, standardsTable } from '../population-tables.ts';
import { goodOrBetterLabelOf } from '../prepare.ts';
import type { Edition, PartnershipReport } from '../report-model.ts';
import type { SettledPlan } from '../settled-plan.ts';
import type { HalfTermRun } from './half-term-run.ts';
import { type PooledTally, poolTallies } from './pooled-tallies.ts';

/** What figures over a run of half-terms are made of. */
export interface RunInput {
  partnership: { name: string; areaCode: string };
  run: HalfTermRun;
  plans: readonly SettledPlan[];
  /** By id: every version of the standards that a plan was graded by. */
  rubrics: ReadonlyMap<string, { rubric: Rubric; digest: string }>;
  /** Names grades where no plan was graded. */
  currentRubric: Rubric;
  edition: Edition;
  threshold: number;
  /** In what is given out, hides 0 as well. */
  hideZero?: boolean;
  author: string;
  /** ISO time. */
  madeAt: string;
}

/**
 * Figures over a run of half-terms in the report's own shape, so that the same workbook and CSV are made of them: each
 * series and version of the standards with its half-terms, and all of them together.
 */
export function runFigures(input: RunInput, hide: Hide, hidden: readonly string[]): PartnershipReport {
  const { run, edition, threshold, author, madeAt, partnership } = input;
  const pooled = poolTallies(input.plans, input.rubrics, run);
  const used = [...new Set(pooled.map(({ tally }) => tally.population.rubricId))].flatMap((id) => {
    const found = input.rubrics.get(id);
    return found === undefined ? [] : [{ id, ...found }];
  });
  const rubric = used.at(-1)?.rubric ?? input.currentRubric;
  const label = goodOrBetterLabelOf(rubric);
  const shown = hide(joinTables(pooled.map((series) => seriesTables(series, run, label))));
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
    hideZero: input.hideZero ?? false,
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
    goodOrBetterLabel: label,
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
          ...(pooled.length === 0 ? paragraph('figures-none', ['No plan was graded in these half-terms.']) : []),
          ...pooled.flatMap(({ slug, label: name, tally }) => [
            heading(`figures-${slug}`, name),
            ...paragraph(`figures-${slug}-words`, [tally.population.definition]),
            ...tablesNamed(shown, slug).map(counts),
          ]),
          ...bullets('figures-hidden', hidden),
        ],
      },
    ],
  };
}

function seriesTables({ slug, label, tally, byHalfTerm, sums }: PooledTally, run: HalfTermRun, good: string) {
  const name = lowerFirst(label);
  const together = run.halfTerms.length === 1 ? [] : [{ tally, halfTerm: `All together: ${run.words}` }];
  const overall = overallTable(`overall-${slug}`, `Overall grades: ${name}`, [...byHalfTerm, ...together], good);
  return joinTables([
    markTotal(overall, together.length === 0 ? null : tally.population.key),
    standardsTable(`standards-${slug}`, `Grades by standard, ${run.words}: ${name}`, tally, good),
    criteriaTable(`criteria-${slug}`, `Answers by criterion, ${run.words}: ${name}`, tally, tally.criteria),
    { tables: [], sums },
  ]);
}

function markTotal({ tables, sums }: CountedTables, key: string | null): CountedTables {
  return {
    sums,
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => (row.id === key ? { ...row, isTotal: true } : row)),
    })),
  };
}

function tablesNamed({ tables }: CountedTables, slug: string): CountTable[] {
  const ids = ['overall', 'standards', 'criteria'].map((kind) => `${kind}-${slug}`);
  return ids.flatMap((id) => tables.filter((table) => table.id === id));
}
