import type { HeadingNode, LaidOutPlan, ParagraphNode } from './layout.ts';
import {
  drawFurniture,
  drawLine,
  lineHeight,
  newPage,
  openPdf,
  PAGE,
  roomLeft,
  TEXT_WIDTH,
  wrap,
  type FontChoice,
  type Pen,
} from './pdf-page.ts';
import { drawTable } from './pdf-table.ts';

/** Draws a plan as an A4 PDF with running header, footer and page numbers. The same plan gives the same bytes. */
export function renderPdf(plan: LaidOutPlan): Promise<Uint8Array> {
  const pen = openPdf(plan);
  const bytes = collect(pen);
  for (const node of plan.nodes) {
    if (node.kind === 'heading') drawHeading(pen, node);
    else if (node.kind === 'paragraph') drawParagraph(pen, node);
    else if (node.kind === 'table') drawTable(pen, node);
    else newPage(pen);
  }
  drawFurniture(pen, plan);
  pen.pdf.end();
  return bytes;
}

function collect(pen: Pen): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pen.pdf.on('data', (chunk) => chunks.push(chunk));
    pen.pdf.on('error', reject);
    pen.pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}

/** Room for the heading and the first lines of what follows it (points), so that none stands alone at a page's foot. */
const KEEP_WITH_NEXT = 64;

function drawHeading(pen: Pen, node: HeadingNode): void {
  const { theme, pdf } = pen;
  const font: FontChoice = { name: 'bold', points: theme.headingPoints[node.level - 1] ?? theme.bodyPoints };
  const isBanded = node.level === 2 && theme.hasBandedHeadings;
  const lines = wrap(pen, node.text, font, TEXT_WIDTH - (isBanded ? 14 : 0));
  const height = lines.length * lineHeight(font) + (isBanded ? 10 : 0);
  const before = node.level === 1 ? 0 : node.level === 2 ? 12 : 7;
  if (roomLeft(pen) < height + before + KEEP_WITH_NEXT) newPage(pen);
  else pen.y += before;
  if (isBanded) pdf.rect(PAGE.margin, pen.y, TEXT_WIDTH, height).fill(`#${theme.band}`);
  if (node.level === 2 && theme.hasRuledHeadings) {
    pdf
      .lineWidth(1.2)
      .moveTo(PAGE.margin, pen.y - 3)
      .lineTo(PAGE.width - PAGE.margin, pen.y - 3);
    pdf.stroke(`#${theme.headingColour}`);
  }
  let y = pen.y + (isBanded ? 5 : 0);
  for (const line of lines) {
    drawLine(pen, line, font, PAGE.margin + (isBanded ? 7 : 0), y, isBanded ? theme.bandInk : theme.headingColour);
    y += lineHeight(font);
  }
  pen.y += height + (node.level === 3 ? 3 : 7);
}

function drawParagraph(pen: Pen, node: ParagraphNode): void {
  const font: FontChoice = {
    name: node.bold === true ? 'bold' : node.italic === true ? 'italic' : 'regular',
    points: pen.theme.bodyPoints,
  };
  // A number such as "B.12" needs more room than a bullet.
  const indent = node.marker === undefined ? 0 : node.marker.length > 2 ? 34 : 16;
  const lines = wrap(pen, node.text, font, TEXT_WIDTH - indent);
  for (const [index, line] of lines.entries()) {
    if (roomLeft(pen) < lineHeight(font) * (index === 0 && lines.length > 1 ? 2 : 1)) newPage(pen);
    if (index === 0 && node.marker !== undefined) drawLine(pen, node.marker, font, PAGE.margin, pen.y, pen.theme.ink);
    drawLine(pen, line, font, PAGE.margin + indent, pen.y, pen.theme.ink);
    pen.y += lineHeight(font);
  }
  pen.y += 5;
}
