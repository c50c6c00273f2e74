import { InternalHyperlink, LineRuleType, Paragraph, TableRow, TextRun, type Table } from 'docx';
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
/** Half points, as in the list of details above it. */
const CONTENTS_SIZE = 19;

/** The word stands once, at the first of them. */
function shortName(title: string, at: number): string {
  return at > 1 && title.startsWith(ANNEX) ? title.slice(ANNEX.length) : title;
}

/**
 * The parts of the report as links, in one paragraph, so that the summary stands on the first page. No page numbers: only
 * Word itself can know them, and it asks every reader whether it may fill them in.
 */
export function contentsList(blocks: readonly ReportBlock[]): Paragraph[] {
  const parts = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block] : []));
  return [
    new Paragraph({
      spacing: { before: 200, after: 60, line: 260, lineRule: LineRuleType.AUTO },
      children: [
        new TextRun({ text: 'In this report: ', bold: true, size: CONTENTS_SIZE }),
        ...parts.flatMap((part, at) => [
          ...(at === 0 ? [] : [new TextRun({ text: ' · ', size: CONTENTS_SIZE })]),
          new InternalHyperlink({
            anchor: part.id,
            children: [new TextRun({ text: shortName(part.text, at), style: 'Hyperlink', size: CONTENTS_SIZE })],
          }),
        ]),
      ],
    }),
  ];
}
