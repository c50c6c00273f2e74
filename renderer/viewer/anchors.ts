import type { z } from 'zod';
import type {
  Anchor,
  Block,
  DocumentModel,
  regionAnchorSchema,
  Span,
  textAnchorSchema,
} from '../../shared/domain/document-model.ts';
import { blocksById, flowingText, placesOf, plainWords, spansOfStretch } from './flowing-text.ts';

export type TextAnchor = z.infer<typeof textAnchorSchema>;
export type RegionAnchor = z.infer<typeof regionAnchorSchema>;

/** Letters kept before and after a quote: enough to tell apart passages that a plan repeats. */
const CONTEXT_LETTERS = 60;

/**
 * Makes an anchor of spans as selected: in reading order, overlaps joined, white space at the ends left out.
 * @returns null where nothing but white space is left.
 */
export function spansToAnchor(model: DocumentModel, sha256: string, spans: readonly Span[]): TextAnchor | null {
  const tidy = tidySpans(model, spans);
  const first = tidy[0];
  const last = tidy.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    kind: 'text',
    sha256,
    spans: tidy,
    quote: quoteOf(model, tidy),
    before: wordsBefore(model, first),
    after: wordsAfter(model, last),
  };
}

/** The words of the spans, one line per span. */
export function quoteOf(model: DocumentModel, spans: readonly Span[]): string {
  const blocks = blocksById(model);
  return spans.map((span) => blocks.get(span.block)?.text.slice(span.start, span.end) ?? '').join('\n');
}

/**
 * Where a quote stands in the document as it is read today: at the same place if the words there are the same,
 * otherwise where the words are, told apart by the words before and after.
 * @returns null where the words are no longer there, and for a place on a scan.
 */
export function findAnchor(model: DocumentModel, anchor: Anchor): Span[] | null {
  if (anchor.kind === 'region') return null;
  if (plainWords(quoteOf(model, anchor.spans)) === plainWords(anchor.quote)) return anchor.spans;
  const flow = flowingText(model.blocks);
  const before = plainWords(anchor.before);
  const after = plainWords(anchor.after);
  let best: [number, number] | null = null;
  let bestLikeness = -1;
  for (const place of placesOf(flow, anchor.quote)) {
    const likeness =
      sameEnd(flow.text.slice(0, place[0]).trimEnd(), before) + sameStart(flow.text.slice(place[1]).trimStart(), after);
    if (likeness > bestLikeness) [best, bestLikeness] = [place, likeness];
  }
  if (best !== null) return spansOfStretch(flow, best[0], best[1]);
  return findLineByLine(model, anchor.quote);
}

/** Reading order, white space at the ends left out, overlapping spans of one block joined, unknown blocks dropped. */
export function tidySpans(model: DocumentModel, spans: readonly Span[]): Span[] {
  const blocks = blocksById(model);
  const wanted = new Map<string, Span[]>();
  for (const span of spans) {
    const block = blocks.get(span.block);
    const trimmed = block === undefined ? null : trimSpan(block, span);
    if (trimmed !== null) wanted.set(span.block, [...(wanted.get(span.block) ?? []), trimmed]);
  }
  return model.blocks.flatMap((block) => joinOverlaps(wanted.get(block.id) ?? []));
}

function trimSpan(block: Block, span: Span): Span | null {
  let start = Math.max(0, span.start);
  let end = Math.min(block.text.length, span.end);
  while (start < end && /\s/u.test(block.text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(block.text.charAt(end - 1))) end -= 1;
  return start < end ? { block: block.id, start, end } : null;
}

function joinOverlaps(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

function wordsBefore(model: DocumentModel, span: Span): string {
  const index = model.blocks.findIndex((block) => block.id === span.block);
  let words = model.blocks[index]?.text.slice(0, span.start) ?? '';
  for (let at = index - 1; at >= 0 && words.length < CONTEXT_LETTERS; at -= 1) {
    words = `${model.blocks[at]?.text ?? ''}\n${words}`;
  }
  return words.slice(-CONTEXT_LETTERS);
}

function wordsAfter(model: DocumentModel, span: Span): string {
  const index = model.blocks.findIndex((block) => block.id === span.block);
  let words = model.blocks[index]?.text.slice(span.end) ?? '';
  for (let at = index + 1; at < model.blocks.length && words.length < CONTEXT_LETTERS; at += 1) {
    words = `${words}\n${model.blocks[at]?.text ?? ''}`;
  }
  return words.slice(0, CONTEXT_LETTERS);
}

/** A quote of several places that no longer follow each other: each line by itself, in order. */
function findLineByLine(model: DocumentModel, quote: string): Span[] | null {
  const lines = quote.split('\n').filter((line) => plainWords(line) !== '');
  if (lines.length < 2) return null;
  const flow = flowingText(model.blocks);
  const spans: Span[] = [];
  let from = 0;
  for (const line of lines) {
    const place = placesOf(flow, line).find(([start]) => start >= from);
    if (place === undefined) return null;
    spans.push(...spansOfStretch(flow, place[0], place[1]));
    from = place[1];
  }
  return spans;
}

function sameEnd(text: string, wanted: string): number {
  let same = 0;
  while (same < wanted.length && same < text.length && text.at(-1 - same) === wanted.at(-1 - same)) same += 1;
  return same;
}

function sameStart(text: string, wanted: string): number {
  let same = 0;
  while (same < wanted.length && same < text.length && text[same] === wanted[same]) same += 1;
  return same;
}
