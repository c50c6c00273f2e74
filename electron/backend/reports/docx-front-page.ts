import { InternalHyperlink, Paragraph, TableRow, TextRun, type Table } from 'docx';
import type { ReportBlock } from '../../../shared/domain/paper-blocks.ts';
import { bodyCell, plainTable } from './docx-tables.ts';
import { TEXT_WIDTH } from './docx-look.ts';

const LABEL_SHARE = 0.2;

/** Who made what about which round: label and value, without lines. */
export function detailsTable(details: readonly { label: string; value: string }[]): Table {
  const widths = [Math.round(TEXT_WIDTH * LABEL_SHARE), TEXT_WIDTH - Math.round(TEXT_WIDTH * LABEL_SHARE)];
  const rows = details.map(
    ({ label, value }) =>
      new TableRow({
        cantSplit: true,
        children: [
          bodyCell(label, { width: widths[0] ?? 0, isBold: true }),
          bodyCell(value, { width: widths[1] ?? 0 }),
        ],
      }),
  );
  return plainTable(widths, rows);
}

const ANNEX = 'Annex ';

/** The word stands once, before the first of them. */
function shortName(title: string): string {
  return title.startsWith(ANNEX) ? title.slice(ANNEX.length) : title;
}

/**
 * The annexes as links, in one paragraph. No page numbers: only Word itself can know them, and it asks every reader whether
 * it may fill them in.
 */
export function contentsList(annexes: readonly ReportBlock[]): Paragraph[] {
  const parts = annexes.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block] : []));
  if (parts.length === 0) return [];
  return [
    new Paragraph({
      spacing: { before: 120 },
      children: [
        new TextRun({ text: 'Annexes: ', bold: true }),
        ...parts.flatMap((part, at) => [
          ...(at === 0 ? [] : [new TextRun(' · ')]),
          new InternalHyperlink({
            anchor: part.id,
            children: [new TextRun({ text: shortName(part.text), style: 'Hyperlink' })],
          }),
        ]),
      ],
    }),
  ];
}
