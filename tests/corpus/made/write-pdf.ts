import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { bottomOf, MARGIN, newPage, TOP, widthOf } from './pdf-pages.ts';
import { drawTable } from './pdf-tables.ts';
import { textAtoms } from './pdf-text.ts';
import type { Atom, Cutting, Pen } from './pdf-text.ts';
import type { Node, Paper, Text } from './paper.ts';

/** Draws a made plan as a PDF, the way a producer that is no word processor would. */
export async function writePdf(paper: Paper, cutting: Cutting): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: [595.28, 841.89], margin: 0, bufferPages: true, compress: false, info: INFO });
  for (const [name, file] of Object.entries(FONTS)) pdf.registerFont(name, file);
  const chunks: Uint8Array[] = [];
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
  const pen: Pen = { pdf, paper, cutting, counts: new Map(), isWide: false, y: TOP };
  for (const node of paper.nodes) drawNode(node, pen);
  drawFurniture(pen);
  pdf.end();
  return bytes;
}

const DATE = new Date('2026-01-01T09:00:00Z');
const INFO = { Title: 'Plan', Author: 'Council', CreationDate: DATE, ModDate: DATE };
const arimo = (file: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/arimo/${file}`));
const FONTS = {
  sans: arimo('400Regular/Arimo_400Regular.ttf'),
  'sans-bold': arimo('700Bold/Arimo_700Bold.ttf'),
  'sans-italic': arimo('400Regular_Italic/Arimo_400Regular_Italic.ttf'),
  serif: 'Times-Roman',
  'serif-bold': 'Times-Bold',
  'serif-italic': 'Times-Italic',
};
function drawNode(node: Node, pen: Pen): void {
  if (node.kind === 'break') {
    if (node.turn !== undefined) pen.isWide = node.turn === 'landscape';
    newPage(pen);
  } else if (node.kind === 'table') drawTable(node, pen);
  else if (node.kind === 'text') {
    const isHeading = node.look.heading !== undefined || node.look.bar !== undefined;
    if (isHeading && pen.y + 60 > bottomOf(pen)) newPage(pen);
    pen.y += isHeading ? 8 : 0;
    drawAtoms(textAtoms(node, widthOf(pen), pen), MARGIN, pen);
    pen.y += 4;
  } else if (node.kind === 'columns') drawColumns(node.nodes, pen);
  else {
    if (node.kind === 'shape') pen.pdf.rect(MARGIN, pen.y + 2, widthOf(pen), 22).fill(`#${node.fill}`);
    pen.y += node.kind === 'shape' ? 5 : 0;
    for (const each of node.nodes) drawNode(each, pen);
    pen.y += node.kind === 'shape' ? 5 : 0;
  }
}

function drawAtoms(atoms: readonly Atom[], x: number, pen: Pen): void {
  for (const atom of atoms) {
    if (pen.y + atom.height > bottomOf(pen)) newPage(pen);
    atom.draw(x, pen.y);
    pen.y += atom.height;
  }
}

function drawColumns(nodes: readonly Text[], pen: Pen): void {
  const width = (widthOf(pen) - 24) / 2;
  const half = Math.ceil(nodes.length / 2);
  const top = pen.y;
  let lowest = top;
  for (const [index, list] of [nodes.slice(0, half), nodes.slice(half)].entries()) {
    pen.y = top;
    for (const node of list) {
      drawAtoms(textAtoms(node, width, pen), MARGIN + index * (width + 24), pen);
      pen.y += 4;
    }
    lowest = Math.max(lowest, pen.y);
  }
  pen.y = lowest;
}

function drawFurniture(pen: Pen): void {
  const { pdf, paper } = pen;
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.font('sans').fontSize(8).fillColor('#555555');
    if (paper.header !== null) pdf.text(paper.header, MARGIN, 30, { lineBreak: false });
    const words = paper.footer.replace('{page}', String(page + 1)).replace('{pages}', String(count));
    pdf.text(words, MARGIN, pdf.page.height - 36, { lineBreak: false });
  }
}
