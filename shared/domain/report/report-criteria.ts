import type { DocumentResult, ScoredResponse } from '../grading/combine-gradings.ts';
import { counted } from './report-words.ts';
import { criterionText, standardTitle } from '../rubric/rubric-words.ts';
import type { Rubric } from '../rubric/rubric.ts';

/** Strengths and areas for development: which criteria may be called one, and in what order. */

/** Fewer plans than this show no pattern. */
export const FEWEST_FOR_PATTERN = 3;
/** How one criterion was answered. */
export interface CriterionRow {
  id: string;
  text: string;
  standard: string;
  standardTitle: string;
  met: number;
  partly: number;
  notMet: number;
  applicable: number;
  /** 'Met in 9 of 12 plans' */
  words: string;
}

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
