import type { ReportBlock, ReportColumn } from '../paper-blocks.ts';
import type { PanelPaperInput, PaperDocument } from './panel-paper-input.ts';

/** Blocks of the panel day's papers, written briefly. */

/** Makes a table with its number. */
export type MakeTable = (id: string, caption: string, columns: ReportColumn[], rows: string[][]) => ReportBlock;

const MOST_DISPUTED = 5;

export function reasonBullets(reasons: PaperDocument['reasons']): ReportBlock {
  return { kind: 'bullets', items: reasons.map(({ text, detail }) => `${text} ${detail}`.trim()) };
}

export function disputed({ disputed: criteria }: PanelPaperInput['agreement'], table: MakeTable): ReportBlock[] {
  const most = criteria.slice(0, MOST_DISPUTED);
  if (most.length === 0) return [];
  return [
    table(
      'disputed-table',
      'Criteria that auditors answered differently most often: the next calibration’s agenda',
      [column('Criterion', 0.64), column('Answered differently', 0.18, true), column('Pairs of auditors', 0.18, true)],
      most.map(({ criterion, different, pairs }) => [criterion, String(different), String(pairs)]),
    ),
  ];
}

export function gradesInWords({ auditors }: PaperDocument): string {
  return auditors.map(({ who, grade }) => (grade === null ? `${who}: a part` : `${who}: ${grade}`)).join('; ');
}

export function heading(level: 1 | 2, id: string, text: string): ReportBlock {
  return { kind: 'heading', level, id, text, startsPage: false };
}

export function paragraph(text: string): ReportBlock {
  return { kind: 'paragraph', text };
}

export function column(title: string, width: number, isNumber = false): ReportColumn {
  return { heading: title, width, isNumber };
}
