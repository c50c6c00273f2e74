import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { LaidOutPlan, Theme } from './layout.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56, top: 72, bottom: 64 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** Leading, as a share of the font size. */
const LINE = 1.32;

export interface FontChoice {
  readonly name: 'regular' | 'bold' | 'italic';
  readonly points: number;
}

/** Where the pen is, and how text is measured and drawn; y grows downwards, as pdfkit has it. */
export interface Pen {
  readonly pdf: PDFDocument;
  readonly theme: Theme;
  y: number;
}

export function openPdf(plan: LaidOutPlan): Pen {
  const date = new Date(`${plan.date}T09:00:00Z`);
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    // Text is placed by hand: a margin of pdfkit's own would start new pages for footers.
    margin: 0,
    bufferPages: true,
    // Compressed streams differ from one build of zlib to another; these files must be the same everywhere.
    compress: false,
    lang: 'en-GB',
    info: { Title: plan.title, Author: plan.author, CreationDate: date, ModDate: date },
  });
  for (const [name, source] of Object.entries(FONTS[plan.theme.pdfFont])) pdf.registerFont(name, source);
  return { pdf, theme: plan.theme, y: PAGE.top };
}

const ARIMO = '@expo-google-fonts/arimo';
const FONTS = {
  arimo: {
    regular: fileURLToPath(import.meta.resolve(`${ARIMO}/400Regular/Arimo_400Regular.ttf`)),
    bold: fileURLToPath(import.meta.resolve(`${ARIMO}/700Bold/Arimo_700Bold.ttf`)),
    italic: fileURLToPath(import.meta.resolve(`${ARIMO}/400Regular_Italic/Arimo_400Regular_Italic.ttf`)),
  },
  helvetica: { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique' },
  times: { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' },
} as const;

export function lineHeight(font: FontChoice): number {
  return font.points * LINE;
}

/** Breaks a text into lines no wider than `width` points. */
export function wrap(pen: Pen, words: string, font: FontChoice, width: number): string[] {
  pen.pdf.font(font.name).fontSize(font.points);
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.pdf.widthOfString(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

export function drawLine(pen: Pen, words: string, font: FontChoice, x: number, y: number, colour: string): void {
  pen.pdf.font(font.name).fontSize(font.points).fillColor(`#${colour}`);
  pen.pdf.text(words, x, y, { lineBreak: false });
}

/** Room left on the page, in points. */
export function roomLeft(pen: Pen): number {
  return PAGE.height - PAGE.bottom - pen.y;
}

export function newPage(pen: Pen): void {
  pen.pdf.addPage();
  pen.y = PAGE.top;
}

/** Draws running header, footer with page numbers, and watermark on every page: last, when their number is known. */
export function drawFurniture(pen: Pen, plan: LaidOutPlan): void {
  const { pdf, theme } = pen;
  const { count } = pdf.bufferedPageRange();
  const small: FontChoice = { name: 'regular', points: 8.5 };
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    if (plan.watermark !== null) {
      pdf.save().rotate(-52, { origin: [PAGE.width / 2, PAGE.height / 2] });
      pdf.font('bold').fontSize(120).fillColor('#9AA0A6', 0.16);
      const width = pdf.widthOfString(plan.watermark);
      pdf.text(plan.watermark, (PAGE.width - width) / 2, PAGE.height / 2 - 60, { lineBreak: false });
      pdf.restore();
      pdf.fillColor('#000000', 1);
    }
    if (page > 0) drawLine(pen, plan.header, small, PAGE.margin, 36, '5F6368');
    drawLine(pen, plan.footer, small, PAGE.margin, PAGE.height - 42, '5F6368');
    const number = `Page ${page + 1} of ${count}`;
    pdf.font(small.name).fontSize(small.points);
    drawLine(pen, number, small, PAGE.width - PAGE.margin - pdf.widthOfString(number), PAGE.height - 42, '5F6368');
    pdf
      .lineWidth(0.5)
      .moveTo(PAGE.margin, PAGE.height - 50)
      .lineTo(PAGE.width - PAGE.margin, PAGE.height - 50);
    pdf.stroke(`#${theme.rule}`);
  }
}
