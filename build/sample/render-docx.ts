import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strToU8, unzipSync, strFromU8, zipSync } from 'fflate';
import type { Cell, HeadingNode, LaidOutPlan, LayoutNode, ParagraphNode, TableNode, Theme } from './layout.ts';

/** Text width of A4 with 2 cm margins, in twentieths of a point. */
const TEXT_WIDTH = 9638;
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const BULLETS = ['•', '–', '→'];

/** Writes a plan as a Word document. The same plan gives the same bytes. */
export async function renderDocx(plan: LaidOutPlan): Promise<Uint8Array> {
  const { theme } = plan;
  const grey = { size: 17, color: '5F6368' };
  const document = new Document({
    title: plan.title,
    creator: plan.author,
    lastModifiedBy: plan.author,
    styles: {
      default: {
        document: {
          run: { font: theme.docxFont, size: theme.bodyPoints * 2, color: theme.ink, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 100, line: 264 } },
        },
        ...headingStyles(theme),
      },
    },
    numbering: { config: BULLETS.map((bullet, index) => bulletList(bullet, index)) },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1247, bottom: 1134, left: 1134, right: 1134 } },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [new TextRun({ text: plan.header, ...grey })] })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ text: `${plan.footer}    `, ...grey }),
                  new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], ...grey }),
                ],
              }),
            ],
          }),
        },
        children: plan.nodes.flatMap((node) => blocks(node, theme)),
      },
    ],
  });
  return withFixedDate(new Uint8Array(await Packer.toBuffer(document)), plan.date);
}

/** The library writes the time of day into the package and its properties; the plan's own date takes its place. */
function withFixedDate(bytes: Uint8Array, date: string): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
    if (name !== 'docProps/core.xml') return [name, content];
    const xml = strFromU8(content).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T09:00:00Z`);
    return [name, strToU8(xml)];
  });
  // Local time on purpose: the package format stores no zone.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2026, 0, 1), level: 9 });
}

function headingStyles(theme: Theme) {
  const style = (level: 0 | 1 | 2, before: number) => ({
    run: { font: theme.docxFont, size: theme.headingPoints[level] * 2, bold: true, color: theme.headingColour },
    paragraph: { spacing: { before, after: 120, line: 276 }, keepNext: true },
  });
  return { heading1: style(0, 120), heading2: style(1, 280), heading3: style(2, 160) };
}

function bulletList(bullet: string, index: number) {
  return {
    reference: `bullet-${index}`,
    levels: [
      {
        level: 0,
        format: LevelFormat.BULLET,
        text: bullet,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 360, hanging: 260 } } },
      },
    ],
  };
}

function blocks(node: LayoutNode, theme: Theme): (Paragraph | Table)[] {
  if (node.kind === 'heading') return [headingParagraph(node, theme)];
  if (node.kind === 'paragraph') return [paragraph(node)];
  // An empty paragraph keeps Word from joining two tables that follow one another.
  if (node.kind === 'table') return [table(node, theme), new Paragraph({ spacing: { after: 60 }, children: [] })];
  return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 }, children: [] })];
}

function headingParagraph(node: HeadingNode, theme: Theme): Paragraph {
  const isBanded = node.level === 2 && theme.hasBandedHeadings;
  const isRuled = node.level === 2 && theme.hasRuledHeadings;
  // Borders of the band's own colour give it room above and below the words.
  const band = { style: BorderStyle.SINGLE, size: 24, space: 1, color: theme.band };
  return new Paragraph({
    heading: HEADINGS[node.level - 1] ?? HeadingLevel.HEADING_3,
    children: [new TextRun(isBanded ? { text: node.text, color: theme.bandInk } : { text: node.text })],
    ...(isBanded
      ? {
          shading: { type: ShadingType.CLEAR, fill: theme.band, color: 'auto' },
          border: { top: band, bottom: band },
        }
      : {}),
    ...(isRuled
      ? { border: { top: { style: BorderStyle.SINGLE, size: 10, space: 4, color: theme.headingColour } } }
      : {}),
  });
}

function paragraph(node: ParagraphNode, ink?: string): Paragraph {
  const look = {
    ...(node.bold === true ? { bold: true } : {}),
    ...(node.italic === true ? { italics: true } : {}),
    ...(ink === undefined ? {} : { color: ink }),
  };
  const bullet = node.marker === undefined ? -1 : BULLETS.indexOf(node.marker);
  if (node.marker !== undefined && bullet === -1) {
    return new Paragraph({
      indent: { left: 680, hanging: 680 },
      tabStops: [{ type: 'left', position: 680 }],
      children: [new TextRun({ text: `${node.marker}\t${node.text}`, ...look })],
    });
  }
  return new Paragraph({
    children: [new TextRun({ text: node.text, ...look })],
    ...(bullet === -1 ? {} : { numbering: { reference: `bullet-${bullet}`, level: 0 } }),
  });
}

function table(node: TableNode, theme: Theme): Table {
  const total = node.columns.reduce((sum, share) => sum + share, 0);
  const widths = node.columns.map((share) => Math.round((TEXT_WIDTH * share) / total));
  const line = { style: BorderStyle.SINGLE, size: 5, color: theme.rule };
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { top: 60, bottom: 30, left: 100, right: 100 },
    rows: node.rows.map((row, index) => tableRow(row, widths, index < node.headerRows, theme)),
  });
}

function tableRow(row: readonly Cell[], widths: readonly number[], isHeader: boolean, theme: Theme): TableRow {
  let column = 0;
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: isHeader,
    children: row.map((cell) => {
      const span = cell.columnSpan ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      const fill = cell.fill === 'band' ? theme.band : cell.fill === 'tint' ? theme.tint : null;
      const ink = cell.fill === 'band' ? theme.bandInk : undefined;
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        columnSpan: span,
        ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
        children:
          cell.paragraphs.length === 0 ? [new Paragraph({})] : cell.paragraphs.map((one) => paragraph(one, ink)),
      });
    }),
  });
}
