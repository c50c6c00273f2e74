import { lowerGrade } from './grade-order.ts';
import type { Grading } from './grading.ts';
import type { Response, Rubric } from '../rubric/rubric.ts';

/** An answer that says how far a criterion was met. */
export type ScoredResponse = Exclude<Response, 'not_applicable'>;

/** What the report counts of one document. */
export interface DocumentResult {
  /** Null where nothing in the standards applied, or the audits covered only some of them. */
  overallGrade: string | null;
  /** By standard; a standard that did not apply is absent. */
  standards: ReadonlyMap<string, string>;
  /** By standard; graded though it did not apply. */
  developmental: ReadonlyMap<string, string>;
  /** By criterion; one that did not apply is absent. */
  criteria: ReadonlyMap<string, ScoredResponse>;
}

const LOWEST_FIRST: readonly ScoredResponse[] = ['not_met', 'partly', 'met'];

/**
 * One result of the audits of one document. Until moderation has settled where auditors differ, the lower grade and the
 * lower answer stand; 'not applicable' gives way to an answer. The order of the audits does not matter.
 */
export function combineGradings(rubric: Pick<Rubric, 'gradeScale'>, gradings: readonly Grading[]): DocumentResult {
  const standards = new Map<string, string>();
  const developmental = new Map<string, string>();
  const criteria = new Map<string, ScoredResponse>();
  let overallGrade: string | null = null;
  for (const grading of gradings) {
    overallGrade = lowerOf(overallGrade, grading.overallGrade);
    for (const standard of grading.standards) {
      const grades = standard.isDevelopmental ? developmental : standards;
      const grade = lowerOf(grades.get(standard.id) ?? null, standard.grade);
      if (grade !== null && (standard.isDevelopmental || standard.applies === 'applies'))
        grades.set(standard.id, grade);
      if (standard.isDevelopmental || standard.applies !== 'applies') continue;
      for (const { id, applies, response } of standard.criteria) {
        if (applies !== 'applies' || response === null || response === 'not_applicable') continue;
        criteria.set(id, lowerResponse(criteria.get(id) ?? response, response));
      }
    }
  }
  return { overallGrade, standards, developmental, criteria };

  function lowerOf(a: string | null, b: string | null): string | null {
    if (a === null || b === null) return a ?? b;
    return lowerGrade(rubric, a, b);
  }
}

function lowerResponse(a: ScoredResponse, b: ScoredResponse): ScoredResponse {
  return LOWEST_FIRST.indexOf(a) <= LOWEST_FIRST.indexOf(b) ? a : b;
}
