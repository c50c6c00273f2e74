import { expect } from '@playwright/test';
import type { Rubric } from '../../shared/domain/rubric/rubric.ts';
import { standardTitle } from '../../shared/domain/rubric/rubric-words.ts';
import type { ReadTable } from '../support/read-report.ts';
import { type PlannedAudit, standardGrades } from './answer-plan.ts';

/**
 * A produced report of one draft and one final holds, for each, the grades that the scoring engine gives for the answers:
 * overall and by standard. Their round holds what was added to it: nothing was drawn.
 */
export function expectDistribution(
  rubric: Rubric,
  tables: readonly ReadTable[],
  audits: Record<'draft' | 'final', PlannedAudit>,
): void {
  for (const stage of ['draft', 'final'] as const) {
    const audit = audits[stage];
    const overall = tableCalled(tables, `Overall grades: ${stage} plans, new (not drawn)`);
    expect(overall.at(-1)?.slice(1, 1 + rubric.gradeScale.length)).toEqual(
      rubric.gradeScale.map(({ id }) => (audit.grading.overallGrade === id ? '1' : '0')),
    );
    const byStandard = tableCalled(tables, `Grades by standard: ${stage} plans, new (not drawn)`);
    const grades = standardGrades(audit);
    const counts = byStandard.slice(1).map((row) => row.slice(0, 1 + rubric.gradeScale.length));
    expect(counts.toSorted(byTitle)).toEqual(
      rubric.standards
        .map(({ id }) => [
          standardTitle(rubric, id),
          ...rubric.gradeScale.map((grade) => (grades.get(id) === grade.id ? '1' : '0')),
        ])
        .toSorted(byTitle),
    );
  }
}

function tableCalled(tables: readonly ReadTable[], caption: string): string[][] {
  const table = tables.find((candidate) => candidate.caption === caption);
  if (table === undefined) throw new Error(`No table called “${caption}”: ${tables.map((t) => t.caption).join('; ')}`);
  return table.rows;
}

function byTitle(one: readonly string[], other: readonly string[]): number {
  return (one[0] ?? '').localeCompare(other[0] ?? '');
}
