import { formatDate } from '../calendar-date.ts';
import type { PartnershipReport } from './report-model.ts';
import { formatTime } from './report-words.ts';

/** What a report is, wherever it is read: of which half-term, in which edition, by whom. */

export const EDITION_WORDS = {
  internal: 'Internal, for the panel and its managers; not for onward sharing',
  publishable: 'Publishable: small counts are hidden',
} as const;

/** What the report is: after its summary on paper, at its head elsewhere. */
export function frontDetails(report: PartnershipReport): { label: string; value: string }[] {
  const { halfTerm, rounds } = report;
  return [
    {
      label: 'Half-term',
      value: `${halfTerm.label} ${yearWords(halfTerm.schoolYear)}, ${formatDate(halfTerm.start)} to ${formatDate(halfTerm.end)}`,
    },
    {
      label: rounds.length === 1 ? 'Round' : 'Rounds',
      value:
        rounds.length === 0
          ? 'None'
          : rounds
              .map(
                ({ kindWords, theme, panelDate }) =>
                  `${kindWords}${theme === '' ? '' : `, “${theme}”`}; panel on ${formatDate(panelDate)}`,
              )
              .join('. '),
    },
    {
      label: 'Standards',
      value: report.rubrics.map(({ title, version }) => `${title}, version ${version}`).join('; '),
    },
    { label: 'Edition', value: EDITION_WORDS[report.edition] },
    { label: 'Author', value: report.author },
    { label: 'Made', value: formatTime(report.madeAt) },
  ];
}

/** 'Autumn 2 2026/27' */
export function periodOf({ halfTerm }: Pick<PartnershipReport, 'halfTerm'>): string {
  return `${halfTerm.label} ${yearWords(halfTerm.schoolYear)}`;
}

/** '2026-27' → '2026/27', as every axis and table has it. */
function yearWords(schoolYear: string): string {
  return schoolYear.replace('-', '/');
}

/** 'Northmere (E09999), Autumn 2 2026/27' */
export function subtitleOf(report: PartnershipReport): string {
  const area = report.areaCode === '' ? '' : ` (${report.areaCode})`;
  return `${report.partnership}${area}, ${periodOf(report)}`;
}
