import type { CountTable } from '../../../shared/domain/report/count-table.ts';
import { tableById } from '../../../shared/domain/report/print-report.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { counted } from '../../../shared/domain/report/report-words.ts';

/**
 * What whoever makes a report should know before it goes out: nothing where all is well.
 *
 * @param internal the half-term's internal edition; a publishable one hides what is still open
 */
export function checkPoints(report: PartnershipReport, internal: PartnershipReport): string[] {
  const rounds = tableById(internal, 'rounds');
  const standing = tableById(internal, 'standing');
  const notGraded = columnSum(rounds, 'not-graded');
  const withoutGrade = columnSum(rounds, 'without-grade');
  const unsettled = rowCount(standing, 'lower_of_several');
  const one = rowCount(standing, 'one_auditor');
  return [
    ...said(notGraded, (words) => `${words} not graded yet by all who were asked: not in these figures.`),
    ...said(unsettled, (words) => `${words} graded by several and not moderated yet: the lower grade stands.`),
    ...said(one, (words) => `${words} graded by one auditor alone, and said to be not moderated.`),
    ...said(withoutGrade, (words) => `${words} without an overall grade.`),
    ...(report.edition === 'publishable' && hasOwnWords(report) ? [`${OWN_WORDS_GO_OUT} ${READ_THEM_AGAIN}`] : []),
    ...(report.rubrics.length > 1 ? ['More than one version of the standards was used: trends are broken there.'] : []),
  ];
}

/** Rules miss names that no plan has, and could not tell which numbers are small. */
export const OWN_WORDS_GO_OUT = 'Your own words go out as they stand.';
export const READ_THEM_AGAIN =
  'They are looked through for names, dates of birth, settings and references that the plans have, and for nothing else: read them once more in step 2, for small numbers too.';

function hasOwnWords({ parts }: PartnershipReport): boolean {
  return parts.some(({ blocks }) => blocks.some(({ kind }) => kind === 'words'));
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
