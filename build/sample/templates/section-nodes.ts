import { cell, heading, text, type Cell, type LayoutNode, type ParagraphNode, type TableNode } from '../layout.ts';
import type { Care, Part, PlanContent, Provision, SectionId } from '../plan-content.ts';
import { printDate, type DateStyle } from '../printed-dates.ts';

/** Paragraphs of one section, as body text. */
export function bodyOf(section: string, paragraphs: readonly string[]): ParagraphNode[] {
  return paragraphs.map((words) => text(section, 'body', words));
}

/** Section A's parts, each under its side-heading. */
export function partsOf(section: string, parts: readonly Part[]): LayoutNode[] {
  return parts.flatMap((part) => [
    heading(3, section, part.title),
    ...part.paragraphs.map((words) => text(section, 'body', words, part.isList ? { marker: '•' } : {})),
  ]);
}

export function headerCells(section: string | null, labels: readonly string[]): Cell[] {
  return labels.map((label) => cell(text(section, 'th', label, { bold: true }), { fill: 'band' }));
}

/** Provision as a table: reference, what, who, how often, review. */
export function provisionTable(
  section: string,
  rows: readonly Provision[],
  firstNumber: number,
  labels: readonly [string, string, string, string, string],
): TableNode {
  // F1, G1; H1.1, since H11 would read as eleven.
  const letter = section.startsWith('H') ? `${section === 'H1+H2' ? 'H' : section}.` : section;
  return {
    kind: 'table',
    columns: [7, 36, 21, 19, 17],
    headerRows: 1,
    rows: [
      headerCells(section, labels),
      ...rows.map((row, index) => [
        cell(text(section, 'label', `${letter}${firstNumber + index}`)),
        ...[row.text, row.who, row.often, row.review].map((words) => cell(text(section, 'body', words))),
      ]),
    ],
  };
}

/** Section K as a table; a date that is not there stays an empty cell, as it does in life. */
export function adviceTable(
  content: PlanContent,
  labels: readonly [string, string, string, string],
  dateStyle: DateStyle,
): TableNode {
  return {
    kind: 'table',
    columns: [28, 28, 28, 16],
    headerRows: 1,
    rows: [
      headerCells('K', labels),
      ...content.K.map((one) =>
        [one.author, one.role, one.agency, one.date === null ? '' : printDate(one.date, dateStyle)].map((words) =>
          cell(text('K', 'body', words)),
        ),
      ),
    ],
  };
}

export function has(content: PlanContent, section: SectionId): boolean {
  return !(content.flaws?.without ?? []).includes(section);
}

/** Sections H1 and H2 as the plan has them: two, or one that is both (`H1+H2` in the layout). */
export function socialCare(content: PlanContent): { section: 'H1' | 'H2' | 'H1+H2'; care: Care }[] {
  if (content.flaws?.hasMergedH === true) {
    const paragraphs = [...content.H1.paragraphs, ...content.H2.paragraphs];
    return [{ section: 'H1+H2', care: { paragraphs, provision: [...content.H1.provision, ...content.H2.provision] } }];
  }
  return (['H1', 'H2'] as const)
    .filter((section) => has(content, section))
    .map((section) => ({ section, care: content[section] }));
}
