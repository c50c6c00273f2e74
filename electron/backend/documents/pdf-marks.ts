import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, IDENTITY, multiply } from './pdf-geometry.ts';
import type { Matrix } from './pdf-geometry.ts';
import { StrokeGatherer } from './pdf-strokes.ts';
import type { Stroke } from './pdf-strokes.ts';
import { isGlyph, isNumbers, matrixOf, NO_FONT, numberAt, readFontFacts } from './pdf-values.ts';
import type { FontFacts } from './pdf-values.ts';

/** A stretch of letters drawn in one go, in PDF user space. */
export interface Letters {
  text: string;
  /** Start of the baseline, and the end of it. */
  x: number;
  y: number;
  endX: number;
  endY: number;
  /** Length of the first word, in points along the baseline: would it have fitted on the line before? */
  firstWord: number;
  /** Height of the letters in points. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** A space was drawn right before the first letter, or after the last one. */
  spaceBefore: boolean;
  spaceAfter: boolean;
}

export interface PageMarks {
  letters: Letters[];
  strokes: Stroke[];
}

/**
 * One pass over a page's drawing operators gives its letters with their exact places and its drawn lines. It replaces
 * pdf.js's own text extraction, which knows neither the lines of tables nor the fonts' weight, and costs the same.
 */
export async function readPageMarks(page: PDFPageProxy): Promise<PageMarks> {
  const list = await page.getOperatorList();
  const pen = new Pen(page);
  for (const [index, operator] of list.fnArray.entries()) pen.run(operator, list.argsArray[index]);
  return { letters: pen.letters, strokes: pen.strokes.all };
}

interface State {
  ctm: Matrix;
  font: FontFacts;
  fontSize: number;
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
}

/** Follows the graphics state the way pdf.js's canvas does, and notes what is drawn. */
class Pen {
  readonly letters: Letters[] = [];
  readonly strokes = new StrokeGatherer();
  readonly #page: PDFPageProxy;
  readonly #fonts = new Map<string, FontFacts>();
  #state: State = {
    ctm: IDENTITY,
    font: NO_FONT,
    fontSize: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
  };
  #stack: State[] = [];
  #textMatrix: Matrix = IDENTITY;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  constructor(page: PDFPageProxy) {
    this.#page = page;
  }

  run(operator: number, raw: unknown): void {
    const values: unknown[] = Array.isArray(raw) ? raw : [];
    const state = this.#state;
    switch (operator) {
      case OPS.save:
        this.#stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#state = this.#stack.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, matrixOf(values));
        break;
      case OPS.paintFormXObjectBegin:
        this.#stack.push({ ...state });
        if (isNumbers(values[0])) this.#state.ctm = multiply(state.ctm, matrixOf(values[0]));
        break;
      case OPS.beginAnnotation:
        this.#stack.push({ ...state });
        this.#state.ctm = multiply(matrixOf(values[2]), matrixOf(values[3]));
        break;
      case OPS.beginText:
        this.#textMatrix = IDENTITY;
        this.#moveTo(0, 0);
        break;
      case OPS.setFont:
        this.#setFont(values[0], values[1]);
        break;
      case OPS.setGState:
        for (const entry of Array.isArray(values[0]) ? values[0] : []) {
          if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1]))
            this.#setFont(entry[1][0], entry[1][1]);
        }
        break;
      case OPS.setCharSpacing:
        state.charSpacing = numberAt(values, 0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = numberAt(values, 0);
        break;
      case OPS.setHScale:
        state.horizontalScale = numberAt(values, 0) / 100;
        break;
      case OPS.setLeading:
        state.leading = -numberAt(values, 0);
        break;
      case OPS.setTextRise:
        state.rise = numberAt(values, 0);
        break;
      case OPS.setTextMatrix:
        this.#textMatrix = matrixOf(isNumbers(values[0]) ? values[0] : values);
        this.#moveTo(0, 0);
        break;
      case OPS.setLeadingMoveText:
        state.leading = numberAt(values, 1);
        this.#moveTo(this.#lineX + numberAt(values, 0), this.#lineY + numberAt(values, 1));
        break;
      case OPS.moveText:
        this.#moveTo(this.#lineX + numberAt(values, 0), this.#lineY + numberAt(values, 1));
        break;
      case OPS.nextLine:
        this.#moveTo(this.#lineX, this.#lineY + state.leading);
        break;
      case OPS.showText:
        if (Array.isArray(values[0])) this.#show(values[0]);
        break;
      case OPS.constructPath:
        this.strokes.addPath(values, state.ctm);
        break;
      default:
    }
  }

  #moveTo(x: number, y: number): void {
    this.#x = x;
    this.#lineX = x;
    this.#y = y;
    this.#lineY = y;
  }

  #setFont(name: unknown, size: unknown): void {
    if (typeof name !== 'string' || typeof size !== 'number') return;
    this.#state.font = this.#fontFacts(name);
    this.#state.fontSize = Math.abs(size);
    this.#state.direction = size < 0 ? -1 : 1;
  }

  #fontFacts(name: string): FontFacts {
    const known = this.#fonts.get(name);
    if (known) return known;
    let facts = NO_FONT;
    if (this.#page.commonObjs.has(name)) {
      const font: unknown = this.#page.commonObjs.get(name);
      if (typeof font === 'object' && font !== null) facts = readFontFacts(font);
    }
    this.#fonts.set(name, facts);
    return facts;
  }

  #show(glyphs: unknown[]): void {
    const state = this.#state;
    if (state.fontSize === 0) return;
    const matrix = multiply(state.ctm, this.#textMatrix);
    const along = state.horizontalScale * state.direction;
    const y = this.#y + state.rise;
    const { fontSize } = state;
    const em = fontSize * state.font.em;
    let text = '';
    let start = this.#x;
    let end = this.#x;
    let blank = ' ';
    let isBlankDrawn = false;
    let firstWordEnd: number | null = null;
    let spaceBefore = false;
    const flush = (): void => {
      if (text.trim() !== '') {
        this.#note({ text, spaceBefore, spaceAfter: isBlankDrawn }, [start, firstWordEnd ?? end, end], y, matrix);
      }
      text = '';
      firstWordEnd = null;
    };
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.#x -= ((glyph * fontSize) / 1000) * along;
        continue;
      }
      if (!isGlyph(glyph)) continue;
      const spacing = (glyph.isSpace === true ? state.wordSpacing : 0) + state.charSpacing;
      const advance = (glyph.width * state.font.scale * fontSize + spacing) * along;
      const isBlank = glyph.unicode.trim() === '';
      if (!isBlank) {
        const gap = ((this.#x - end) * Math.sign(along)) / em;
        // A leap back (never kerning, which is small) begins elsewhere.
        if (text !== '' && (gap > WIDE_GAP_EM || gap < -WIDE_GAP_EM)) flush();
        else if (text !== '' && gap > (isBlankDrawn ? DRAWN_GAP_EM : WORD_GAP_EM)) {
          text += blank;
          if (blank === ' ') firstWordEnd ??= end;
        }
        if (text === '') {
          start = this.#x;
          spaceBefore = isBlankDrawn;
        }
        blank = ' ';
        isBlankDrawn = false;
        text += glyph.unicode;
        // Letter spacing is not part of the letter: a spaced-out title must not fall apart.
        end = this.#x + advance;
      } else {
        isBlankDrawn = true;
        if (glyph.unicode === '\u00A0') blank = glyph.unicode;
      }
      this.#x += advance;
    }
    flush();
  }

  /** `places`: where the letters start, where the first word ends, and where they end. */
  #note(
    drawn: Pick<Letters, 'text' | 'spaceBefore' | 'spaceAfter'>,
    [start, firstWordEnd, end]: readonly [number, number, number],
    y: number,
    matrix: Matrix,
  ): void {
    const { font, fontSize } = this.#state;
    const [x1, y1] = apply(matrix, start, y);
    const [x2, y2] = apply(matrix, end, y);
    const size = fontSize * font.em * Math.hypot(matrix[2], matrix[3]);
    if (!(size >= 0.5 && size <= 400) || !Number.isFinite(x1 + y1 + x2 + y2)) return;
    const firstWord = Math.abs(firstWordEnd - start) * Math.hypot(matrix[0], matrix[1]);
    this.letters.push({
      ...drawn,
      x: x1,
      y: y1,
      endX: x2,
      endY: y2,
      firstWord,
      size,
      bold: font.bold,
      italic: font.italic,
    });
  }
}

/** A gap wider than this between letters of one string parts columns or tabs. */
const WIDE_GAP_EM = 1.1;
/** A gap wider than this is a space, whether or not a space was drawn. */
const WORD_GAP_EM = 0.13;
/** The same where a space was drawn: fonts with narrow letters have narrow spaces. */
const DRAWN_GAP_EM = 0.05;
