/** How wide the columns of a table of words are on paper, in letters. */

/** Letters that a line of a table has room for, over its whole width. */
export const LETTERS_ACROSS = 95;
/** Letters that the sides of a cell take. */
export const PADDING = 4;
const LONGEST_CELL = 60;
/** Cells up to this length are not broken, where there is room: dates with what is due by them, references, short words. */
const LONGEST_WHOLE = 23;
/** So many letters at once are moved from one column to another, to see whether the table is the shorter for it. */
const STEPS = [1, 2, 3, 4, 6, 8, 11, 15] as const;

/**
 * Every column at least as wide as its longest word and the rest to those with the most to say, then evened out until no
 * letters moved from one column to another would make the table shorter. Widths in letters, one for each column.
 */
export function textWidths(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const cells = columns.map((heading, at) => [heading, ...rows.map((row) => row[at] ?? '')]);
  const words = cells.map((own) => PADDING + Math.max(...own.map(longestWord)));
  const whole = cells.map(
    (own) =>
      PADDING + Math.max(...own.map((cell) => (cell.length <= LONGEST_WHOLE ? 1.12 * cell.length : longestWord(cell)))),
  );
  const least = total(whole) <= LETTERS_ACROSS ? whole : words;
  // What is in the rows decides: a heading may take three lines.
  const wanted = cells.map(([head = '', ...own], at) =>
    Math.max(
      least[at] ?? 0,
      headingLetters(head, 3),
      Math.min(LONGEST_CELL, Math.max(0, ...own.map((cell) => cell.length))),
    ),
  );
  const room = Math.max(0, LETTERS_ACROSS - total(least));
  const more = wanted.map((width, at) => width - (least[at] ?? 0));
  const widths = least.map((width, at) => width + (room * (more[at] ?? 0)) / Math.max(1, total(more)));
  return evened(widths, words, [columns, ...rows]);
}

/** Letters that a heading needs to stand in so many lines. */
function headingLetters(label: string, lines: number): number {
  return Math.max(NARROWEST, longestWord(label) + PADDING, Math.ceil(label.length / lines) + PADDING);
}

const NARROWEST = 9;

/** Lines that words take in so many letters, broken between words alone. */
export function linesOf(text: string, letters: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(' ')) {
    const next = used === 0 ? length : used + 1 + length;
    if (next > letters && used > 0) [lines, used] = [lines + 1, length];
    else used = next;
  }
  return lines;
}

function evened(start: readonly number[], least: readonly number[], rows: readonly (readonly string[])[]): number[] {
  const height = (widths: readonly number[]) =>
    total(rows.map((cells) => Math.max(...cells.map((cell, at) => linesOf(cell, (widths[at] ?? 0) - PADDING)))));
  let [best, lines] = [[...start], height(start)];
  for (;;) {
    const shorter = neighbours(best, least)
      .map((widths) => ({ widths, lines: height(widths) }))
      .toSorted((a, b) => a.lines - b.lines)[0];
    if (shorter === undefined || shorter.lines >= lines) return best;
    [best, lines] = [shorter.widths, shorter.lines];
  }
}

/** The widths with some letters moved from one column to another, none narrower than its longest word. */
function neighbours(widths: readonly number[], least: readonly number[]): number[][] {
  return widths.flatMap((_, from) =>
    widths.flatMap((__, to) =>
      STEPS.filter((step) => from !== to && (widths[from] ?? 0) - step >= (least[from] ?? 0)).map((step) =>
        widths.map((width, at) => width + (at === to ? step : at === from ? -step : 0)),
      ),
    ),
  );
}

function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map((word) => word.length));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
