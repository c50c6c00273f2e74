import type { DocumentResult, ScoredResponse } from './combine-gradings.ts';
import type { CriterionRow } from './report-model.ts';
import { counted } from './report-words.ts';
import { criterionText, standardTitle } from './rubric-words.ts';
import type { Rubric } from './rubric.ts';

/** Strengths and areas for development: which criteria may be called one, and in what order. */

/** Fewer plans than this show no pattern. */
export const FEWEST_FOR_PATTERN = 3;
/** A strength is met in at least three quarters of the plans to which it applies. */
const STRENGTH_SHARE = 3 / 4;
/** An area for development is not fully met in at least a third of them, and in two plans or more. Never also a strength. */
const AREA_SHARE = 1 / 3;
const FEWEST_IN_AREA = 2;
/** The summary of a board paper names three; the list gives room for a few more. */
const MOST_LISTED = 5;

/** A criterion's row, with its part of the overall score (0–1) and its place in the rubric, for ties. */
export interface CountedCriterion {
  row: CriterionRow;
  weight: number;
  order: number;
  noun: string;
}

/** Counts the answers to every criterion of the rubric, in its order, over the documents of one population. */
export function countCriteria(rubric: Rubric, results: readonly DocumentResult[], noun: string): CountedCriterion[] {
  const allStandards = rubric.standards.reduce((sum, standard) => sum + standard.weight, 0);
  const rows = rubric.standards.flatMap((standard) => {
    const allCriteria = standard.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
    return standard.criteria.map((criterion) => ({
      row: rowOf(rubric, standard.id, criterion.id, results, noun),
      weight: (standard.weight / allStandards) * (criterion.weight / allCriteria),
    }));
  });
  return rows.map((entry, order) => ({ ...entry, order, noun }));
}

/** The most often met, best first; ties go to the criterion that weighs more, then to the rubric's order. */
export function strengths(criteria: readonly CountedCriterion[]): CriterionRow[] {
  return criteria
    .filter(({ row }) => row.applicable >= FEWEST_FOR_PATTERN && row.met >= STRENGTH_SHARE * row.applicable)
    .toSorted((a, b) => share(b.row.met, b.row) - share(a.row.met, a.row) || byWeight(a, b))
    .slice(0, MOST_LISTED)
    .map(({ row }) => row);
}

/** The least often fully met, worst first; among equals the one more often not met at all, then weight, then order. */
export function areasForDevelopment(criteria: readonly CountedCriterion[]): CriterionRow[] {
  return criteria
    .filter(({ row }) => {
      const missed = row.partly + row.notMet;
      return row.applicable >= FEWEST_FOR_PATTERN && missed >= FEWEST_IN_AREA && missed >= AREA_SHARE * row.applicable;
    })
    .toSorted(
      (a, b) =>
        share(a.row.met, a.row) - share(b.row.met, b.row) ||
        share(b.row.notMet, b.row) - share(a.row.notMet, a.row) ||
        byWeight(a, b),
    )
    .slice(0, MOST_LISTED)
    .map(({ row, noun }) => ({
      ...row,
      words: `Not fully met in ${row.partly + row.notMet} of ${counted(row.applicable, noun)}`,
    }));
}

function rowOf(
  rubric: Rubric,
  standard: string,
  criterion: string,
  results: readonly DocumentResult[],
  noun: string,
): CriterionRow {
  const responses = results.flatMap((result) => result.criteria.get(criterion) ?? []);
  const count = (response: ScoredResponse) => responses.filter((given) => given === response).length;
  const met = count('met');
  return {
    id: criterion,
    text: criterionText(rubric, criterion),
    standard,
    standardTitle: standardTitle(rubric, standard),
    met,
    partly: count('partly'),
    notMet: count('not_met'),
    applicable: responses.length,
    words: `Met in ${met} of ${counted(responses.length, noun)}`,
  };
}

function share(count: number, row: CriterionRow): number {
  return count / row.applicable;
}

function byWeight(a: CountedCriterion, b: CountedCriterion): number {
  return b.weight - a.weight || a.order - b.order;
}
