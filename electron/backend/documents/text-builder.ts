import type { Box, TextRun } from '../../../shared/domain/document-model.ts';

/** How a stretch of text looks, and in a PDF where it stands. */
export interface RunLook {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  page?: number;
  box?: Box;
}

/**
 * Gathers a block's text with its runs: white space is collapsed, ligatures become letters and soft hyphens go, so that
 * a quote can be searched for as a reader would type it.
 */
export class TextBuilder {
  #text = '';
  #runs: TextRun[] = [];

  get length(): number {
    return this.#text.length;
  }

  get text(): string {
    return this.#text;
  }

  append(raw: string, look: RunLook): void {
    const clean = cleanText(raw);
    const start = this.#text.length;
    // Clean text has single spaces only, so two can meet at the seam alone. Looking at each character is quadratic.
    const isDouble = clean.startsWith(' ') && (start === 0 || this.#text.endsWith(' '));
    this.#text += isDouble ? clean.slice(1) : clean;
    const end = this.#text.length;
    if (end === start) return;
    const last = this.#runs.at(-1);
    if (last && last.end === start && isSameLook(last, look)) last.end = end;
    else this.#runs.push(makeRun(start, end, look));
  }

  /** A space between two lines; it looks like what stands before it. */
  appendSpace(): void {
    if (this.#text === '' || this.#text.endsWith(' ')) return;
    this.#text += ' ';
    const last = this.#runs.at(-1);
    if (last) last.end = this.#text.length;
  }

  /** Takes away the last character, as when a soft line-end hyphen is mended. */
  dropLast(): void {
    this.#text = this.#text.slice(0, -1);
    const length = this.#text.length;
    this.#runs = this.#runs.filter((run) => run.start < length);
    for (const run of this.#runs) run.end = Math.min(run.end, length);
  }

  finish(): { text: string; runs: TextRun[] } {
    while (this.#text.endsWith(' ')) this.dropLast();
    return { text: this.#text, runs: this.#runs };
  }
}

const LIGATURES = /[\uFB00-\uFB06\u0132\u0133]/g;

/** NFKC for ligatures only: fractions, ellipses and trade marks stay as printed. */
export function cleanText(raw: string): string {
  return (
    raw
      .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
      // eslint-disable-next-line no-control-regex
      .replace(/[\s\u00A0\u0000-\u001F]+/g, ' ')
  );
}

/** Cuts characters off the front of text and runs, as when a typed list marker becomes the block's marker. */
export function cutFront(text: string, runs: readonly TextRun[], count: number): { text: string; runs: TextRun[] } {
  const moved = runs
    .filter((run) => run.end > count)
    .map((run) => ({ ...run, start: Math.max(0, run.start - count), end: run.end - count }));
  return { text: text.slice(count), runs: moved };
}

function makeRun(start: number, end: number, look: RunLook): TextRun {
  const run: TextRun = { start, end };
  if (look.bold) run.bold = true;
  if (look.italic) run.italic = true;
  if (look.underline) run.underline = true;
  if (look.page !== undefined) run.page = look.page;
  if (look.box !== undefined) run.box = look.box;
  return run;
}

function isSameLook(run: TextRun, look: RunLook): boolean {
  return (
    (run.bold ?? false) === look.bold &&
    (run.italic ?? false) === look.italic &&
    (run.underline ?? false) === look.underline &&
    run.page === look.page &&
    run.box === look.box
  );
}
