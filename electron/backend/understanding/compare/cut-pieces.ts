import type { Block } from '../../../../shared/domain/document-model.ts';
import { isStrong } from '../plan-view.ts';
import { isAreaHeading } from '../statement-words.ts';
import { contentWords, isDetailLabel } from './plan-words.ts';
import { rowOf } from './table-facts.ts';
import type { TableFacts } from './table-facts.ts';

/** A stretch of one block, the smallest thing that is shown as changed. */
export interface Piece {
  block: string;
  start: number;
  end: number;
  text: string;
  /** Pieces of one cell, or of running text, read on; between cells stands a bar. */
  cell: string;
  words: readonly string[];
  /** Numbers that stand before the text as its marker: a line that begins with an amount may look like an item. */
  markers: readonly string[];
  isItem: boolean;
  /** A heading, a table's head or a row's tag: it belongs to the template. */
  isLabel: boolean;
}

/** What is known of the document that a piece is cut from. */
export interface Things extends TableFacts {
  outcomes: ReadonlyMap<string, string>;
  provisions: ReadonlyMap<string, { id: string; section: string }>;
}

/** The stretch of a block between two places in its text. */
export function pieceOf(block: Block, from: number, to: number, things: Things): Piece {
  const whole = block.text.slice(from, to);
  const start = from + whole.length - whole.trimStart().length;
  const text = whole.trim();
  const end = start + text.length;
  const { cell } = block;
  return {
    block: block.id,
    start,
    end,
    text,
    cell: cell === undefined ? '' : `${cell.table}/${cell.row}/${cell.column}`,
    words: isRowNumber(block, things) ? [] : contentWords(text).map(({ word }) => word),
    markers: (block.marker ?? '').match(/\d+/g) ?? [],
    isItem: block.kind === 'list_item',
    isLabel: isLabel(block, things),
  };
}

/** "4" in a first column numbers the row; under a head such as "Hours" it is an amount. */
function isRowNumber({ text, cell }: Block, { amounts }: Things): boolean {
  return cell?.column === 0 && /^\d{1,3}[.)]?$/.test(text.trim()) && !amounts.has(`${cell.table}/0`);
}

/** "Provision ID: 20885", "Ref: F12": the number of a record. */
const RECORD_NUMBER = /^(?:[\p{L}’'-]+ ){0,2}(?:id|ref(?:erence)?|no|number)\.?\s*:\s*\S{0,16}$/iu;

/** "[Paragraph deleted at annual review]" holds the place of what is gone. */
const PLACE_HOLDER =
  /^\W*(?:(?:this )?(?:paragraph|section|text|item|outcome|provision|row|sentence)\s+)?(?:(?:has been|was|is) )?(?:deleted|removed)\b.{0,50}$/i;

/** "Need 2: Learning and remembering" numbers what follows. */
const NUMBERED_AREA = /^(?:need|area(?: of need)?|theme|priority)\s*\d{1,2}\s*[:.–-]\s*[^.!?;]{2,60}$/i;

/** "E2", "E1, E3", "Outcomes 1 and 2" in a cell: which outcomes a row serves, by their numbers. */
const REFERENCES = /^(?:outcomes? (?=[A-K]?\d)|(?=[A-K]\d))[A-K]?\d{1,2}(?:\s*(?:[,;&/]|and)\s*[A-K]?\d{1,2})*$/i;

function isLabel(block: Block, things: Things): boolean {
  if (block.cell === undefined && NUMBERED_AREA.test(block.text)) return true;
  if (things.headRows.has(rowOf(block) ?? '') || RECORD_NUMBER.test(block.text)) return true;
  if (PLACE_HOLDER.test(block.text) || (block.cell === undefined && isAreaHeading(block.text))) return true;
  if (block.cell !== undefined && REFERENCES.test(block.text)) return true;
  const isFront = block.cell?.column === 0 && things.wideRows.has(rowOf(block) ?? '');
  const isTag = things.tags.has(block.text);
  if (isFront && (isDetailLabel(block.text) || (isTag && /[?:]$/.test(block.text)))) return true;
  if (things.outcomes.has(block.id) || things.provisions.has(block.id)) return false;
  if (block.kind === 'heading' || block.cell?.isHeader === true) return true;
  if (isTag && isFront) return true;
  // "Needs" beside a cell full of them.
  return block.cell?.column === 0 && isStrong(block) && block.text.length <= 80 && !/[.!?;]$/.test(block.text);
}
