import { expect } from '@playwright/test';
import { isGoodOrBetter } from '../../shared/domain/grading/grade-order.ts';
import type { Rubric } from '../../shared/domain/rubric/rubric.ts';
import { standardTitle } from '../../shared/domain/rubric/rubric-words.ts';
import type { ReadTable } from '../support/read-report.ts';
import { type PlannedAudit, standardGrades } from './answer-plan.ts';

/**
 * A produced report of one draft and one final holds, for each, the grade that the scoring engine gives for the answers,
 * and which standards were good or better: as the small groups that they are. Their round holds what was added to it:
 * nothing was drawn.
 */
export function expectDistribution(
  rubric: Rubric,
  tables: readonly ReadTable[],
  audits: Record<'draft' | 'final', PlannedAudit>,
): void {
  const overall = tableCalled(tables, 'How the plans of this half-term were graded');
  const [head = [], ...standards] = tableCalled(tables, 'Standards graded good or better in small groups');
  for (const stage of ['draft', 'final'] as const) {
    const { grading } = audits[stage];
    const label = `${stage === 'draft' ? 'Draft' : 'Final'} plans, new (not drawn)`;
    expect(overall.find(([plans]) => plans === label)?.slice(1, 1 + rubric.gradeScale.length)).toEqual(
      rubric.gradeScale.map(({ id }) => (grading.overallGrade === id ? '1' : '0')),
    );
    const grades = standardGrades(audits[stage]);
    const found = standards.map((row) => [row[0], row[head.indexOf(label)]]);
    expect(found.toSorted(byTitle)).toEqual(
      rubric.standards
        .map(({ id }) => [standardTitle(rubric, id), goodWords(rubric, grades.get(id))])
        .toSorted(byTitle),
    );
  }
}

function goodWords(rubric: Rubric, grade: string | null | undefined): string {
  if (grade === null || grade === undefined) return '–';
  return isGoodOrBetter(rubric, grade) ? '1 of 1' : '0 of 1';
}

function tableCalled(tables: readonly ReadTable[], caption: string): string[][] {
  const table = tables.find((candidate) => candidate.caption === caption);
  if (table === undefined) throw new Error(`No table called “${caption}”: ${tables.map((t) => t.caption).join('; ')}`);
  return table.rows;
}

function byTitle(one: readonly (string | undefined)[], other: readonly (string | undefined)[]): number {
  return (one[0] ?? '').localeCompare(other[0] ?? '');
}
