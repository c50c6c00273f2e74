import type { ReportTable } from '../../paper-blocks.ts';
import { printCounts, printText } from '../print-tables.ts';
import { CONTINUED_WORDS, paragraphsOf } from '../own-paragraphs.ts';
import type { ReportBlock } from '../report-model.ts';
import { LETTERS_ACROSS, linesOf } from '../text-widths.ts';

/** How much of a printed page blocks take, roughly and rather too much, in lines of text. */

/** Lines that a page has under its title. */
export const LINES_OF_PAGE = 56.6;
/** Letters in a line of text. */
const LETTERS_OF_LINE = 102;
/** Lines that a heading takes with its room, and the caption of a table with the room about it. */
const HEADING = 1.9;
const CAPTION = 2;
/** More than its lines, that each row of a table and each item of a list takes. */
const BETWEEN = 0.1;
/**
 * A line of text is higher than one of a table, of which a page is mostly made: own words, which may fill most of it, count
 * for what they take, and leave so many lines free.
 */
const HEIGHT_OF_WORDS = 1.12;
const WORDS = 2;
/** Headings of columns are set smaller. */
const LETTERS_OF_HEADS = 106;
/** Letters that the sides of a cell take. */
const SIDES = 2;

/** Lines that the blocks take; what is not printed takes none. */
export function linesOnPage(blocks: readonly ReportBlock[]): number {
  return blocks.reduce((sum, block) => sum + linesOfBlock(block), 0);
}

function linesOfBlock(block: ReportBlock): number {
  switch (block.kind) {
    case 'heading':
      return HEADING;
    case 'sentences':
      return block.asList
        ? block.items.reduce((sum, item) => sum + BETWEEN + linesOf(item, LETTERS_OF_LINE - 4), 3 * BETWEEN)
        : 4 * BETWEEN + linesOf(block.items.join(' '), LETTERS_OF_LINE);
    case 'words':
      return WORDS + linesOfWords(block.text) + (block.continued === undefined ? 0 : linesOfWords(CONTINUED_WORDS));
    case 'counts':
      return block.isDataAlone === true ? 0 : linesOfTable(printCounts(block.table));
    case 'text_table':
      return block.isDataAlone === true ? 0 : linesOfTable(printText(block));
    case 'chart':
    case 'excerpts':
      // None stands in a summary.
      return LINES_OF_PAGE;
    default:
      return block satisfies never;
  }
}

function linesOfWords(text: string): number {
  return paragraphsOf(text).reduce(
    (sum, words) => sum + 4 * BETWEEN + HEIGHT_OF_WORDS * linesOf(words, LETTERS_OF_LINE),
    0,
  );
}

function linesOfTable({ columns, rows }: ReportTable): number {
  const heightOf = (cells: readonly string[], across: number) =>
    BETWEEN + Math.max(...cells.map((cell, at) => linesOf(cell, (columns[at]?.width ?? 1) * across - SIDES)));
  const head = heightOf(
    columns.map(({ heading }) => heading),
    LETTERS_OF_HEADS,
  );
  return rows.reduce((sum, cells) => sum + heightOf(cells, LETTERS_ACROSS), CAPTION + head);
}
