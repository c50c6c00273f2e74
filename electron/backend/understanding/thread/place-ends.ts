import { quoteAnchor } from '../../../../shared/domain/anchors.ts';
import type { Anchor, DocumentModel, Span } from '../../../../shared/domain/document-model.ts';
import type { ThreadPart } from '../../../../shared/domain/golden-thread.ts';
import { digest } from '../hints/find-hints.ts';
import { type FoundPassage, passageId } from './find-passages.ts';

/** One end of a link as it was kept: which part of the thread it is, and its words with their place. */
export interface ThreadLinkEnd {
  part: ThreadPart;
  anchor: Anchor;
}

/** Where an end stands in the document as it is read today. */
export interface PlacedEnd {
  passageId: string;
  /** The end as a passage of its own, where it is none of those found; null where it is one of them. */
  own: { section: string; text: string; anchor: Anchor; isLost: boolean } | null;
}

/**
 * Finds link ends among a document's passages, so that a link outlives another reading: the passage of the same part
 * with the same words, the one at the same place first; else the words where they stand today. An end whose words are
 * gone is lost, and keeps them. Ids never hold a plan's words.
 */
export function createEndPlacer(
  model: DocumentModel,
  sha256: string,
  passages: readonly FoundPassage[],
): (end: ThreadLinkEnd) => PlacedEnd {
  const byWords = Map.groupBy(passages, ({ part, text }) => `${part} ${plainWords(text)}`);
  const texts = new Map(model.blocks.map((block) => [block.id, block.text]));
  const sectionOf = (spans: readonly Span[]): string => {
    const block = spans[0]?.block ?? '';
    return model.sections.find(({ blocks, headings }) => blocks.includes(block) || headings.includes(block))?.id ?? '';
  };
  return ({ part, anchor }) => {
    const own = (placed: Anchor, section: string, isLost: boolean, id: string): PlacedEnd => ({
      passageId: id,
      own: { section, text: anchor.quote, anchor: placed, isLost },
    });
    if (anchor.kind === 'region') {
      const isLost = anchor.sha256 !== sha256 || !model.pages.some(({ number }) => number === anchor.page);
      return own(
        anchor,
        '',
        isLost,
        `${part} page ${anchor.page} ${anchor.box.join(' ')} ${digest(plainWords(anchor.quote))}`,
      );
    }
    const alike = byWords.get(`${part} ${plainWords(anchor.quote)}`) ?? [];
    const passage = alike.find((candidate) => standsAt(candidate.anchor, anchor)) ?? alike[0];
    if (passage !== undefined) return { passageId: passage.id, own: null };
    const there = anchor.spans.map(({ block, start, end }) => (texts.get(block) ?? '').slice(start, end)).join(' ');
    const placed =
      plainWords(there) === plainWords(anchor.quote) ? { ...anchor, sha256 } : quoteAnchor(model, sha256, anchor.quote);
    return placed === null
      ? own(anchor, '', true, `${part} lost ${digest(plainWords(anchor.quote))}`)
      : own(placed, sectionOf(placed.spans), false, passageId(part, placed.spans));
  };
}

function standsAt(one: Anchor, other: Anchor): boolean {
  return one.kind === 'text' && other.kind === 'text' && one.spans[0]?.block === other.spans[0]?.block;
}

/** Letters and digits alone: spaces, marks and the case of letters are the reader's. */
function plainWords(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}
