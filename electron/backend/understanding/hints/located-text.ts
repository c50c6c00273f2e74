import type { Block, Span } from '../../../../shared/domain/document-model.ts';

/** Text put together from places of a document, which knows where each of its letters came from. */
export interface LocatedText {
  text: string;
  /** The document's spans of a range of the text. */
  spansOf(start: number, end: number): Span[];
}

/** Joins spans by spaces, as a statement broken by a page is read. */
export function locateText(blocks: ReadonlyMap<string, Block>, spans: readonly Span[]): LocatedText {
  const parts: { span: Span; at: number; text: string }[] = [];
  let text = '';
  for (const span of spans) {
    const words = (blocks.get(span.block)?.text ?? '').slice(span.start, span.end);
    if (words === '') continue;
    if (text !== '') text += ' ';
    parts.push({ span, at: text.length, text: words });
    text += words;
  }
  return {
    text,
    spansOf: (start, end) =>
      parts.flatMap(({ span, at, text: words }) => {
        const from = Math.max(start - at, 0);
        const to = Math.min(end - at, words.length);
        return from < to ? [{ block: span.block, start: span.start + from, end: span.start + to }] : [];
      }),
  };
}

/** The words at spans, joined by spaces. */
export function textAt(blocks: ReadonlyMap<string, Block>, spans: readonly Span[]): string {
  return locateText(blocks, spans).text;
}

export interface Sentence {
  text: string;
  block: string;
  start: number;
  end: number;
}

const SENTENCE = /[^.!?\s][^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*/gu;

/** The sentences of a block; a stop inside "e.g." or "2.5" ends none. */
export function sentencesOf(block: Pick<Block, 'id' | 'text'>): Sentence[] {
  return [...block.text.matchAll(SENTENCE)].map((match) => ({
    text: match[0].trim(),
    block: block.id,
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}

export function spanOf({ block, start, end }: Sentence): Span {
  return { block, start, end };
}
