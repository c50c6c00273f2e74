import type { Block, Span } from '../../../shared/domain/document-model.ts';
import { cutEnumerated, cutPromises, goesOn } from './enumerated.ts';
import type { CutBlock } from './enumerated.ts';
import { shownText } from './plan-view.ts';
import {
  labelLength,
  mergeDetails,
  NO_DETAILS,
  readBracketed,
  readGivenBy,
  readLabelled,
  readPositional,
} from './provision-details.ts';
import type { ProvisionDetails } from './provision-details.ts';
import { readField } from './record-labels.ts';
import { isIntroduction, isNil } from './statement-words.ts';

export interface Draft {
  text: string;
  details: ProvisionDetails;
  outcomeId: string | null;
  spans: Span[];
  cell: string;
  /** It stands as an item of a list. */
  isItem: boolean;
}

/** "(a) …; (b) …" in one paragraph are several statements, unless they are the details of one. */
export function cutStatements(block: Block): CutBlock[] {
  return readPositional(shownText(block)) === null
    ? cutEnumerated(block).flatMap(cutPromises)
    : [{ ...block, from: 0 }];
}

/** A block's statement and the details it goes on with; null where the block holds details alone. */
export function splitInline(block: Block | CutBlock, cell: string): Draft | null {
  if (readField(block.text)?.kind === 'filing') return null;
  const from = 'from' in block ? block.from : 0;
  const shown = shownText(block);
  const positional = readPositional(shown);
  if (positional !== null) return null;
  const labelled = readBracketed(block.text) ?? readLabelled(block.text);
  if (labelled !== null && labelled.start <= 2) return null;
  if (block.kind !== 'list_item' && readGivenBy(block.text) !== null) return null;
  const end = labelled === null ? block.text.length : labelled.start;
  const start = labelLength(block.text.slice(0, end));
  const text = block.text.slice(start, end).replace(/[\s([{|;]+$|\s+[–—-]+\s*$/, '');
  return {
    text,
    details: labelled?.details ?? NO_DETAILS,
    outcomeId: null,
    spans: [{ block: block.id, start: from + start, end: from + start + text.length }],
    cell,
    isItem: block.kind === 'list_item',
  };
}

export function addDetails(block: Block, draft: Draft | undefined): void {
  if (draft === undefined) return;
  const details = readLabelled(block.text)?.details ?? readPositional(shownText(block));
  const positional = readPositional(shownText(block)) ?? readGivenBy(block.text);
  const best = positional ?? details;
  if (best === null) return;
  draft.details = mergeDetails(draft.details, best);
  draft.spans.push({ block: block.id, start: 0, end: block.text.length });
}

/** A line that begins in the middle of a sentence goes on with the one before it: a page or a row has ended between. */
export function continuesLast(block: CutBlock, last: Draft | undefined, place: string): boolean {
  if (last === undefined || !goesOn(last.text, block)) return false;
  // At a page's end, the last line of a table may be read as standing outside it.
  if (columnOf(last.cell) !== columnOf(place) && place !== '') return false;
  if (isNil(block.text) || readField(block.text) !== null || splitInline(block, place) === null) return false;
  last.text = `${last.text} ${shownText(block).trim()}`;
  last.spans.push({ block: block.id, start: block.from, end: block.from + block.text.length });
  return true;
}

/** "table/row/column" without its row. */
function columnOf(place: string): string {
  return place.replace(/\/\d+\//, '/');
}

/** "The following will be in place:" says nothing by itself; nor does the template's own note. */
export function isOnlyIntroduction({ kind, text }: CutBlock): boolean {
  return kind !== 'list_item' && isIntroduction(text) && readLabelled(text) === null;
}
