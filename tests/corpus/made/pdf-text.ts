import type PDFDocument from 'pdfkit';
import type { Paper, Text } from './paper.ts';

/** How a producer cuts its text up: whole lines, words without spaces, or pieces of words without spaces. */
export type Cutting = 'lines' | 'words' | 'pieces';

export interface Pen {
  readonly pdf: PDFDocument;
  readonly paper: Paper;
  readonly cutting: Cutting;
  /** Word's own lists count on through the document. */
  readonly counts: Map<string, number>;
  isWide: boolean;
  y: number;
}

/** Something that stands on one page whole: a line, or the row of a table within a cell. */
export interface Atom {
  readonly height: number;
  draw(x: number, y: number): void;
}

const LINE = 1.26;

interface Word {
  readonly text: string;
  readonly font: string;
}

export function textAtoms(node: Text, width: number, pen: Pen): Atom[] {
  const { look } = node;
  const points = look.points ?? [16, 13, 11][(look.heading ?? 0) - 1] ?? pen.paper.points;
  const family = pen.paper.font;
  const words: Word[] = node.phrases.flatMap((phrase) => {
    const isBold = look.bold === true || phrase.bold === true || look.heading !== undefined;
    const isItalic = look.italic === true || phrase.italic === true;
    const font = isBold ? `${family}-bold` : isItalic ? `${family}-italic` : family;
    return phrase.words.split(' ').map((text) => ({ text, font }));
  });
  const marker = look.marker ?? (look.list === undefined ? '' : markerOf(look.list, pen));
  const indent = (marker === '' ? 0 : Math.max(16, 7 * marker.length)) + 16 * ((look.indent ?? 1) - 1);
  const room = width - indent;
  const lines = breakLines(words, room, points, pen);
  const ink = `#${look.ink ?? '000000'}`;
  return lines.map((line, index) => ({
    height: points * LINE,
    draw(x, y) {
      const { pdf } = pen;
      if (look.bar !== undefined) pdf.rect(x - 3, y - 2, width + 6, points * LINE + 2).fill(`#${look.bar}`);
      pdf.fillColor(ink);
      if (index === 0 && marker !== '') {
        pdf.font(family).fontSize(points);
        pdf.text(marker, x + indent - Math.max(16, 7 * marker.length), y, { lineBreak: false });
      }
      const own = lineWidth(line, points, pen);
      drawLine(line, x + indent + (look.isCentred === true ? Math.max(0, (room - own) / 2) : 0), y, points, pen);
      if (look.leaderTo !== undefined && index === lines.length - 1) {
        pdf.font(family).fontSize(points);
        const dots = '.'.repeat(Math.max(4, Math.floor((room - own - 24) / pdf.widthOfString('.'))));
        pdf.text(`${dots} ${look.leaderTo}`, x + own + 4, y, { lineBreak: false });
      }
    },
  }));
}

function markerOf(list: string, pen: Pen): string {
  if (!list.includes('%1')) return list;
  const count = (pen.counts.get(list) ?? 0) + 1;
  pen.counts.set(list, count);
  return list.replace('%1', list.includes('(%1)') ? String.fromCharCode(96 + (((count - 1) % 26) + 1)) : String(count));
}

function breakLines(words: readonly Word[], room: number, points: number, pen: Pen): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  for (const word of words) {
    if (line.length > 0 && lineWidth([...line, word], points, pen) > room) {
      lines.push(line);
      line = [];
    }
    line.push(word);
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function lineWidth(line: readonly Word[], points: number, pen: Pen): number {
  return line.reduce(
    (sum, word, index) => sum + measure(`${index > 0 ? ' ' : ''}${word.text}`, word.font, points, pen),
    0,
  );
}

function measure(text: string, font: string, points: number, pen: Pen): number {
  return pen.pdf.font(font).fontSize(points).widthOfString(text);
}

function drawLine(line: readonly Word[], x: number, y: number, points: number, pen: Pen): void {
  const { pdf } = pen;
  let at = x;
  if (pen.cutting === 'lines' && new Set(line.map(({ font }) => font)).size === 1) {
    pdf.font(line[0]?.font ?? 'sans').fontSize(points);
    pdf.text(line.map(({ text }) => text).join(' '), x, y, { lineBreak: false });
    return;
  }
  for (const { text, font } of line) {
    const pieces = pen.cutting === 'pieces' ? (text.match(/.{1,3}/gsu) ?? []) : [text];
    let inner = at;
    for (const piece of pieces) {
      pdf.font(font).fontSize(points).text(piece, inner, y, { lineBreak: false });
      inner += measure(piece, font, points, pen);
    }
    at = inner + measure(' ', font, points, pen);
  }
}
