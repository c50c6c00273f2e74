import type { Grid } from './pdf-grids.ts';
import type { PageCell, PageElement, PageTable } from './page-elements.ts';
import { partAt } from './pdf-lines.ts';
import type { Fragment, Line } from './pdf-lines.ts';
import { makeParagraphs, textOf } from './pdf-paragraphs.ts';
import type { PageFacts, Paragraph } from './pdf-paragraphs.ts';

/** Column starts this close are one column, in points. */
export const SAME_COLUMN_POINTS = 6;
/** So many lines side by side are columns of a page, if each is full of running text. */
const MIN_PAGE_COLUMN_LINES = 8;

/** Lays out text outside drawn tables: plain paragraphs, columns of a page, and tables that only alignment makes. */
export function layFreeText(
  lines: readonly Line[],
  margin: number,
  boxes: readonly Grid[],
  facts: PageFacts,
): PageElement[] {
  const elements: PageElement[] = [];
  let plain: Line[] = [];
  const flush = (): void => {
    if (plain.length > 0) elements.push({ kind: 'text', paragraphs: inBoxes(plain, margin, boxes, facts) });
    plain = [];
  };
  let index = 0;
  while (index < lines.length) {
    const run = alignedRun(lines, index);
    if (run === null) {
      const line = lines[index];
      if (line) plain.push(line);
      index += 1;
      continue;
    }
    flush();
    elements.push(...layRun(run.lines, run.columns, margin, facts));
    index += run.lines.length;
  }
  flush();
  return elements;
}

/** Text in a box of its own wraps at the box's edge. */
function inBoxes(lines: readonly Line[], margin: number, boxes: readonly Grid[], facts: PageFacts): Paragraph[] {
  const groups: { box: Grid | undefined; lines: Line[] }[] = [];
  for (const line of lines) {
    const box = boxes.find(
      (each) =>
        line.left >= each.left &&
        line.right <= each.right &&
        line.top >= each.top - 2 &&
        line.bottom <= each.bottom + 2,
    );
    const last = groups.at(-1);
    if (last && last.box === box) last.lines.push(line);
    else groups.push({ box, lines: [line] });
  }
  return groups.flatMap((group) =>
    makeParagraphs(group.lines, group.box === undefined ? margin : Math.min(group.box.right - 4, margin), facts),
  );
}

interface Run {
  lines: Line[];
  columns: number[];
}

/** The longest run of lines from `start` that share the same column starts; null where there are no columns. */
function alignedRun(lines: readonly Line[], start: number): Run | null {
  const first = lines[start];
  if (first === undefined || first.fragments.length < 2) return null;
  const columns = first.fragments.map((fragment) => fragment.left);
  const run = [first];
  let together = 1;
  let lastTogether = 1;
  for (const whole of lines.slice(start + 1)) {
    const previous = run.at(-1);
    if (previous === undefined || whole.baseline - previous.baseline > 4 * whole.size) break;
    const line = fits(whole, columns) ? whole : partNarrowly(whole, columns);
    if (line === null) break;
    run.push(line);
    const { length } = run;
    if (line.fragments.length > 1) {
      together += 1;
      lastTogether = length;
    }
  }
  // Lines of the last row's cells may go on; lines of the first column alone after it are plain text again.
  let end = lastTogether;
  while (end < run.length && (startsInLaterColumn(run[end], columns) || goesOnAsLabel(run[end - 1], run[end])))
    end += 1;
  const isTable = together >= 2 || end > 1 || (together === 1 && isLabelled(first));
  return isTable ? { lines: run.slice(0, end), columns } : null;
}

/** Wider than a space, though no column's usual white space. */
const NARROW_GAP_EM = 0.5;
const AT_COLUMN_POINTS = 1;

/** A label as long as its column comes close to what stands beside it, which still begins where the column does. */
function partNarrowly(line: Line, columns: readonly number[]): Line | null {
  const pieces = line.fragments.flatMap((fragment) => fragment.pieces);
  const begins = pieces.some((piece, index) => {
    const before = pieces[index - 1];
    const isAtColumn = columns.slice(1).some((left) => Math.abs(piece.left - left) <= AT_COLUMN_POINTS);
    return isAtColumn && before !== undefined && piece.left - before.right >= NARROW_GAP_EM * piece.size;
  });
  if (!begins) return null;
  const parted = partAt(line, columns, AT_COLUMN_POINTS);
  // A number stands narrowly beside its text as well.
  const isLabel = /\p{L}{2}/u.test(parted.fragments[0]?.text ?? '');
  return isLabel && fits(parted, columns) ? parted : null;
}

function isLabelled(line: Line): boolean {
  const [label] = line.fragments;
  return line.fragments.length === 2 && label !== undefined && label.text.length <= 40;
}

/** Every fragment begins at a column (or adds one within the last) and none runs over the next column's start. */
export function fits(line: Line, columns: readonly number[]): boolean {
  return line.fragments.every((fragment) => {
    const column = columnOf(fragment, columns);
    if (column < 0) return false;
    const next = columns[column + 1];
    return next === undefined || fragment.right <= next + 2;
  });
}

function columnOf(fragment: Fragment, columns: readonly number[]): number {
  for (let index = columns.length - 1; index >= 0; index -= 1) {
    if (fragment.left >= (columns[index] ?? 0) - SAME_COLUMN_POINTS) return index;
  }
  return -1;
}

function startsInLaterColumn(line: Line | undefined, columns: readonly number[]): boolean {
  const fragment = line?.fragments[0];
  return fragment !== undefined && columnOf(fragment, columns) > 0;
}

/** The last row's label may take more lines than what stands beside it: "Date by which the plan must be", "reviewed". */
function goesOnAsLabel(above: Line | undefined, line: Line | undefined): boolean {
  const [label, value] = [above?.fragments[0], above?.fragments[1]];
  if (above === undefined || line === undefined || label === undefined || value === undefined) return false;
  const isNear = line.baseline - above.baseline <= 1.6 * line.size && Math.abs(line.left - label.left) <= 1;
  return isNear && /^\p{Ll}/u.test(textOf(line)) && !/[.:;!?]$/.test(label.text);
}

function layRun(lines: readonly Line[], columns: readonly number[], margin: number, facts: PageFacts): PageElement[] {
  const split = lines.map((line) => columns.map((_, column) => part(line, column, columns)));
  if (isPageColumns(split, columns, margin)) {
    return columns.map((_, column): PageElement => {
      const own = split.map((parts) => parts[column]).filter((each) => each !== undefined);
      const right = Math.max(...own.map((line) => line.right));
      return { kind: 'text', paragraphs: makeParagraphs(own, right, facts), opensColumn: column > 0 };
    });
  }
  const rows: Line[][][] = [];
  for (const [index, parts] of split.entries()) {
    const current = rows.at(-1);
    const isNew = current === undefined || beginsRow(lines, index, parts);
    const row = isNew ? columns.map((): Line[] => []) : current;
    if (isNew) rows.push(row);
    for (const [column, line] of parts.entries()) if (line) row[column]?.push(line);
  }
  const edges = columns.map((_, column) => Math.max(...split.map((parts) => parts[column]?.right ?? -Infinity)));
  const table: PageTable = {
    kind: 'table',
    columns: [...columns, margin],
    rows: rows.map((row): PageCell[] =>
      row.map((cell, column) => ({
        column,
        columnSpan: 1,
        rowSpan: 1,
        paragraphs: makeParagraphs(
          cell,
          Math.max(edges[column] ?? margin, Math.min(margin, (columns[column + 1] ?? margin) - 12)),
          facts,
        ),
      })),
    ),
  };
  return [table];
}

/** A line's share of one column; undefined where it has none. */
export function part(line: Line, column: number, columns: readonly number[]): Line | undefined {
  const own = line.fragments.filter((fragment) => columnOf(fragment, columns) === column);
  const [first] = own;
  if (first === undefined) return undefined;
  return {
    ...line,
    fragments: own,
    left: Math.min(...own.map((each) => each.left)),
    right: Math.max(...own.map((each) => each.right)),
    top: Math.min(...own.map((each) => each.top)),
    bottom: Math.max(...own.map((each) => each.bottom)),
    size: Math.max(...own.map((each) => each.size)),
  };
}

/** A row begins where its first column speaks, unless that only goes on from the line above. */
function beginsRow(lines: readonly Line[], index: number, parts: readonly (Line | undefined)[]): boolean {
  const first = parts[0];
  const [previous, line] = [lines[index - 1], lines[index]];
  if (first === undefined || previous === undefined || line === undefined) return false;
  const step = line.baseline - previous.baseline;
  if (step > 1.6 * line.size) return true;
  const others = parts.slice(1).filter((each) => each !== undefined);
  return others.length > 0 && !others.every((each) => /^\p{Ll}/u.test(textOf(each))) && !/^\p{Ll}/u.test(textOf(first));
}

/** Columns of running text: many lines, most of them full in every column. */
function isPageColumns(
  split: readonly (readonly (Line | undefined)[])[],
  columns: readonly number[],
  margin: number,
): boolean {
  if (split.length < MIN_PAGE_COLUMN_LINES || columns.length > 3) return false;
  return columns.every((left, column) => {
    const own = split.map((parts) => parts[column]).filter((each) => each !== undefined);
    const width = (columns[column + 1] ?? margin) - left;
    const full = own.filter((line) => line.right - left > 0.72 * width).length;
    return own.length >= MIN_PAGE_COLUMN_LINES * 0.6 && full >= 0.55 * own.length;
  });
}
