import type { CountTable } from '../../../shared/domain/report/count-table.ts';
import { tableById } from '../../../shared/domain/report/print-report.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { counted } from '../../../shared/domain/report/report-words.ts';

/** What whoever makes a report should know before it goes out, from its own tables: nothing where all is well. */
export function checkPoints(report: PartnershipReport): string[] {
  const rounds = tableById(report, 'rounds');
  const standing = tableById(report, 'standing');
  const notGraded = columnSum(rounds, 'not-graded');
  const withoutGrade = columnSum(rounds, 'without-grade');
  const unsettled = rowCount(standing, 'lower_of_several');
  const one = rowCount(standing, 'one_auditor');
  return [
    ...said(notGraded, (words) => `${words} not graded yet by all who were asked: not in these figures.`),
    ...said(unsettled, (words) => `${words} graded by several and not moderated yet: the lower grade stands.`),
    ...said(one, (words) => `${words} graded by one auditor alone, and said to be not moderated.`),
    ...said(withoutGrade, (words) => `${words} without an overall grade.`),
    ...(report.rubrics.length > 1 ? ['More than one version of the standards was used: trends are broken there.'] : []),
  ];
}

function said(number: number, sentence: (words: string) => string): string[] {
  return number === 0 ? [] : [sentence(counted(number, 'plan versions'))];
}

function columnSum(table: CountTable | undefined, column: string): number {
  const at = table?.columns.findIndex(({ id }) => id === column) ?? -1;
  return (table?.rows ?? []).reduce((sum, { counts }) => sum + (counts[at]?.n ?? 0), 0);
}

function rowCount(table: CountTable | undefined, row: string): number {
  return table?.rows.find(({ id }) => id === row)?.counts[0]?.n ?? 0;
}
