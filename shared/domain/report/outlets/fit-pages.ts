import { counted, cutWords } from '../report-words.ts';
import { linesOf } from '../text-widths.ts';
import type { PaperBlock } from './service-paper.ts';

/** How much of each kind a paper shows; words are cut to so many letters. */
interface Limits {
  standards: number;
  criteria: number;
  services: number;
  examples: number;
  actions: number;
  letters: number;
}

/** From generous to the least that is still worth reading: the first that fits is taken. */
const LIMITS: readonly [Limits, ...Limits[]] = [
  { standards: 8, criteria: 3, services: 8, examples: 3, actions: 4, letters: 420 },
  { standards: 6, criteria: 3, services: 5, examples: 3, actions: 4, letters: 240 },
  { standards: 5, criteria: 3, services: 4, examples: 2, actions: 3, letters: 150 },
  { standards: 4, criteria: 2, services: 3, examples: 2, actions: 2, letters: 110 },
  { standards: 3, criteria: 2, services: 2, examples: 1, actions: 1, letters: 90 },
  { standards: 3, criteria: 1, services: 2, examples: 1, actions: 1, letters: 90 },
  { standards: 2, criteria: 1, services: 2, examples: 1, actions: 1, letters: 60 },
];

/** Points of height that two pages of A4 have under their margins and the title, less what tables leave empty at a page's end. */
const ROOM = 1440;
const HEADING = 44;
const LINE = 14.5;
const ROW_LINE = 12.5;
const AFTER = 8;
const TABLE = 40;
/** Letters that stand beside one another over the whole width: in sentences, and in a table. */
const LETTERS_OF_LINE = 78;
const LETTERS_OF_TABLE = 96;

/**
 * A paper's blocks as far as they go on two pages, long words cut at a word's end: what is left out is said. Where even
 * the least does not fit, the least is given.
 */
export function fitTwoPages(blocks: readonly PaperBlock[]): PaperBlock[] {
  const fitting = LIMITS.find((limits) => heightOf(shorten(blocks, limits)) <= ROOM) ?? LIMITS.at(-1) ?? LIMITS[0];
  return shorten(blocks, fitting);
}

/** Points that blocks take in print, roughly and rather too many. */
export function heightOf(blocks: readonly PaperBlock[]): number {
  return blocks.reduce((sum, block) => sum + heightOfBlock(block), 0);
}

function heightOfBlock(block: PaperBlock): number {
  switch (block.kind) {
    case 'heading':
      return HEADING;
    case 'paragraph':
      return linesOf(block.text, LETTERS_OF_LINE) * LINE + AFTER;
    case 'bullets':
      return block.items.reduce((sum, item) => sum + linesOf(item, LETTERS_OF_LINE - 4) * LINE + AFTER / 2, AFTER);
    case 'table': {
      const linesOfRow = (cells: readonly string[]) =>
        Math.max(...cells.map((cell, at) => linesOf(cell, (block.columns[at]?.width ?? 1) * LETTERS_OF_TABLE)));
      const rows = [block.columns.map(({ heading }) => heading), ...block.rows].map(linesOfRow);
      return rows.reduce(
        (sum, lines) => sum + lines * ROW_LINE + AFTER / 2,
        TABLE + (block.note === undefined ? 0 : LINE),
      );
    }
    default:
      return block satisfies never;
  }
}

function shorten(blocks: readonly PaperBlock[], limits: Limits): PaperBlock[] {
  return blocks.flatMap((block): PaperBlock[] => {
    if (block.kind === 'bullets') {
      const items = block.items.slice(0, limits.examples).map((item) => cut(item, limits.letters));
      const words = leftOutWords(block.items.length - items.length, 'examples');
      return [{ ...block, items }, ...(words === '' ? [] : [{ kind: 'paragraph' as const, text: words }])];
    }
    if (block.kind !== 'table') return [block];
    const { most, noun } = limitOf(block.id, limits);
    const totals = block.totals === 0 ? [] : block.rows.slice(-block.totals);
    const parts = block.rows.slice(0, block.rows.length - block.totals);
    const rows = [...parts.slice(0, most), ...totals].map((cells) => cells.map((cell) => cut(cell, limits.letters)));
    const note = [block.note ?? '', leftOutWords(parts.length - most, noun)].filter((words) => words !== '').join(' ');
    return [{ ...block, rows, ...(note === '' ? {} : { note }) }];
  });
}

function limitOf(id: string, limits: Limits): { most: number; noun: string } {
  if (id.startsWith('standards-')) return { most: limits.standards, noun: 'standards' };
  if (id.startsWith('missed-')) return { most: limits.criteria, noun: 'criteria' };
  if (id === 'actions-table') return { most: limits.actions, noun: 'actions' };
  return { most: limits.services, noun: 'services' };
}

function leftOutWords(number: number, noun: string): string {
  if (number <= 0) return '';
  // “criteria” has no regular singular.
  return `${noun === 'criteria' && number === 1 ? '1 more criterion' : counted(number, `more ${noun}`)} in the workspace.`;
}

/** Ends at a word, with the sign of something left out; a quote keeps its closing mark. */
function cut(text: string, letters: number): string {
  const kept = cutWords(text, letters);
  return kept !== text && kept.includes('“') && !kept.includes('”') ? `${kept}”` : kept;
}
