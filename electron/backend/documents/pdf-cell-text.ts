import { readTypedMarker } from './list-marker.ts';
import { fits, part, SAME_COLUMN_POINTS } from './pdf-free-text.ts';
import { partAt } from './pdf-lines.ts';
import type { Line } from './pdf-lines.ts';
import { makeParagraphs, textOf } from './pdf-paragraphs.ts';
import type { PageFacts, Paragraph } from './pdf-paragraphs.ts';

/**
 * Lays out a cell's text. Lists that stand side by side in it, each under its own head, are read one after the other;
 * anything else line by line.
 */
export function layCellText(lines: readonly Line[], margin: number, facts: PageFacts): Paragraph[] {
  for (const [index, line] of lines.entries()) {
    if (line.fragments.length < 2) continue;
    const columns = line.fragments.map((fragment) => fragment.left);
    const rest = lines.slice(index).map((each) => partAt(each, columns, SAME_COLUMN_POINTS));
    const end = rest.findIndex((each) => !fits(each, columns));
    const run = end < 0 ? rest : rest.slice(0, end);
    const split = run.map((each) => columns.map((_, column) => part(each, column, columns)));
    if (!areLists(split, columns.length)) {
      const fields = layFields(lines, index, columns, facts);
      if (fields === null) continue;
      const above = makeParagraphs(lines.slice(0, index), margin, facts);
      return [...above, ...fields.paragraphs, ...layCellText(lines.slice(fields.end), margin, facts)];
    }
    const side = columns.flatMap((_, column) => {
      const own = split.map((parts) => parts[column]).filter((each) => each !== undefined);
      const right = Math.max(...own.map((each) => each.right));
      return makeParagraphs(own, Math.max(right, (columns[column + 1] ?? margin) - COLUMN_GAP_POINTS), facts);
    });
    const before = makeParagraphs(lines.slice(0, index), margin, facts);
    return [...before, ...side, ...layCellText(lines.slice(index + run.length), margin, facts)];
  }
  return makeParagraphs(lines, margin, facts);
}

const FIELD = /^\p{Lu}[\p{L} ]{0,24}:(?:\s|$)/u;
const FIELD_MAX_LINES = 6;

/** "By: a therapist with | When: weekly, for" and what each goes on with in the lines below; null where these are no fields. */
function layFields(
  lines: readonly Line[],
  from: number,
  columns: readonly number[],
  facts: PageFacts,
): { paragraphs: Paragraph[]; end: number } | null {
  const own = lines.slice(from, from + FIELD_MAX_LINES).map((each) => partAt(each, columns, SAME_COLUMN_POINTS));
  const split = own.map((each) => columns.map((_, column) => part(each, column, columns)));
  const [heads, ...below] = split;
  if (heads?.every((head) => head !== undefined && FIELD.test(textOf(head))) !== true) return null;
  const next = below.findIndex((parts, index) => !goesOnInFields(parts, own[index + 1], columns));
  const rows = [heads, ...(next < 0 ? below : below.slice(0, next))];
  if (rows.length < 2) return null;
  const paragraphs = columns.flatMap((_, column) => {
    const read = rows.map((parts) => parts[column]).filter((each) => each !== undefined);
    return makeParagraphs(read, Math.max(...read.map(({ right }) => right)), facts);
  });
  return { paragraphs, end: from + rows.length };
}

/** No field of its own, and no line across the columns. */
function goesOnInFields(
  parts: readonly (Line | undefined)[],
  line: Line | undefined,
  columns: readonly number[],
): boolean {
  if (line === undefined || !fits(line, columns)) return false;
  return parts.every(
    (each) => each === undefined || (!FIELD.test(textOf(each)) && readTypedMarker(textOf(each)) === null),
  );
}

/** White space between columns of a cell. */
const COLUMN_GAP_POINTS = 16;

/** A head in every column, and items of a list under two of them at least. */
function areLists(split: readonly (readonly (Line | undefined)[])[], count: number): boolean {
  const [heads, ...below] = split;
  if (heads === undefined || heads.some((head) => head === undefined || isItem(head))) return false;
  const listed = Array.from({ length: count }, (_, column) => below.some((parts) => isItem(parts[column])));
  return listed.filter(Boolean).length >= 2;
}

function isItem(line: Line | undefined): boolean {
  return line !== undefined && readTypedMarker(textOf(line)) !== null;
}
