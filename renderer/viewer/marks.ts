import type { Anchor, Block, Box, DocumentModel, FoundSection, Span } from '../../shared/domain/document-model.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { findAnchor } from './anchors.ts';
import { blocksById } from './flowing-text.ts';
import { boxesOfSpan } from './geometry.ts';
import type { PlaceToShow } from './viewer-store.ts';

/** Something to show over the document's words: evidence for the criterion in hand or another, or how versions differ. */
export interface Mark {
  id: string;
  kind: MarkKind;
  place: PlaceToShow;
  /** Says at its place what it is, for those who do not see it; marks without one are told of elsewhere. */
  label?: string;
}

export type MarkKind =
  | 'hint'
  | 'evidence'
  | 'other'
  | 'difference'
  | 'added'
  | 'removed'
  | 'moved'
  | 'selection'
  | 'find'
  | 'find_current'
  | 'lit';

/** A section's letter beside a block. */
export interface BlockLabel {
  text: string;
  /** True where the block before, in reading order, carries another label: only there the letter is written. */
  isFirst: boolean;
  isHeading: boolean;
}

/** Where an anchor leads in this document, or null where its words are gone. */
export function placeOfAnchor(model: DocumentModel, anchor: Anchor): PlaceToShow | null {
  if (anchor.kind === 'region') return { kind: 'region', page: anchor.page, box: anchor.box };
  const spans = findAnchor(model, anchor);
  return spans === null ? null : { kind: 'spans', spans };
}

/** Rectangles to draw on PDF pages, by page. */
export function boxesByPage(model: DocumentModel, marks: readonly Mark[]): ReadonlyMap<number, PlacedMark[]> {
  const blocks = blocksById(model);
  const pages = new Map<number, PlacedMark[]>();
  const add = (page: number, placed: PlacedMark): void => {
    const list = pages.get(page);
    if (list === undefined) pages.set(page, [placed]);
    else list.push(placed);
  };
  for (const mark of marks) {
    for (const { page, box } of boxesOfPlace(blocks, mark.place)) add(page, { mark, box });
  }
  return pages;
}

export interface PlacedMark {
  mark: Mark;
  box: Box;
}

/** The rectangles of a place, in PDF points; none for a whole page and for Word. */
export function boxesOfPlace(blocks: ReadonlyMap<string, Block>, place: PlaceToShow): { page: number; box: Box }[] {
  switch (place.kind) {
    case 'page':
      return [];
    case 'region':
      return [{ page: place.page, box: place.box }];
    case 'spans':
      return place.spans.flatMap((span) => {
        const block = blocks.get(span.block);
        return block === undefined ? [] : boxesOfSpan(block, span.start, span.end);
      });
    default:
      return assertNever(place);
  }
}

/** Blocks by the pages that they stand on. Kept per model. */
export function blocksOnPage(model: DocumentModel, page: number): readonly Block[] {
  let pages = perPage.get(model.blocks);
  if (pages === undefined) {
    pages = new Map();
    for (const block of model.blocks) {
      const on = new Set(block.runs.flatMap((run) => (run.page === undefined ? [] : [run.page])));
      if (block.page !== null) on.add(block.page);
      for (const number of on) pages.set(number, [...(pages.get(number) ?? []), block]);
    }
    perPage.set(model.blocks, pages);
  }
  return pages.get(page) ?? [];
}
const perPage = new WeakMap<readonly Block[], Map<number, Block[]>>();

/** Which section each block belongs to, as the letter to write beside it. */
export function labelsOf(model: DocumentModel, sections: readonly FoundSection[]): ReadonlyMap<string, BlockLabel> {
  const own = new Map<string, { texts: string[]; isHeading: boolean }>();
  const add = (block: string, text: string, isHeading: boolean): void => {
    const label = own.get(block);
    if (label === undefined) own.set(block, { texts: [text], isHeading });
    else if (!label.texts.includes(text)) label.texts.push(text);
  };
  for (const section of sections) {
    for (const block of section.headings) add(block, letterOf(section), true);
    for (const block of section.blocks) add(block, letterOf(section), false);
  }
  const labels = new Map<string, BlockLabel>();
  let before = '';
  for (const block of model.blocks) {
    const label = own.get(block.id);
    const text = label === undefined ? '' : label.texts.join(' + ');
    if (label !== undefined) labels.set(block.id, { text, isFirst: text !== before, isHeading: label.isHeading });
    before = text;
  }
  return labels;
}

/** As it is written beside a block, where there is little room. */
function letterOf({ id }: FoundSection): string {
  return id === 'cover' ? 'Front' : id;
}

/** The whole of some blocks as spans. */
export function wholeBlocks(model: DocumentModel, ids: readonly string[]): Span[] {
  const blocks = blocksById(model);
  return ids.flatMap((id) => {
    const block = blocks.get(id);
    return block === undefined || block.text === '' ? [] : [{ block: id, start: 0, end: block.text.length }];
  });
}
