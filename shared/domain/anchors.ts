import type { Block, DocumentModel, Span } from './document-model.ts';

/** A quote's place in a document's text; one of the two kinds of anchor. */
export interface QuoteAnchor {
  kind: 'text';
  sha256: string;
  spans: Span[];
  quote: string;
  before: string;
  after: string;
}

/** Letters kept on either side of a quote, to find it again where a reader has changed. */
const CONTEXT = 40;

/**
 * Anchors words to the first place where the document has them. White space, soft hyphens, and the shapes of quotation
 * marks and dashes don't count; a quote may run over blocks that follow one another (a paragraph broken by a page).
 * The anchor's `quote` is what the document says, not what was asked for. Null where the words are not there.
 */
export function quoteAnchor(model: DocumentModel, sha256: string, quote: string): QuoteAnchor | null {
  const wanted = [...plainLetters(quote)].map(({ letter }) => letter).join('');
  if (wanted === '') return null;
  const blocks = model.blocks.filter((block) => block.furniture === undefined && block.text !== '');
  const letters = blocks.flatMap((block) => lettersOf(block));
  const at = letters
    .map(({ letter }) => letter)
    .join('')
    .indexOf(wanted);
  if (at === -1) return null;
  const spans = spansOf(letters.slice(at, at + wanted.length));
  const texts = new Map(blocks.map((block) => [block.id, block.text]));
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return null;
  return {
    kind: 'text',
    sha256,
    spans,
    quote: spans.map((span) => (texts.get(span.block) ?? '').slice(span.start, span.end)).join(' '),
    before: (texts.get(first.block) ?? '').slice(Math.max(0, first.start - CONTEXT), first.start),
    after: (texts.get(last.block) ?? '').slice(last.end, last.end + CONTEXT),
  };
}

interface Letter {
  readonly letter: string;
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

function lettersOf(block: Block): Letter[] {
  return [...plainLetters(block.text)].map(({ letter, start, end }) => ({ letter, block: block.id, start, end }));
}

/** The letters that count, one UTF-16 unit each, with the range of the text that each comes from. */
function* plainLetters(text: string): Generator<{ letter: string; start: number; end: number }> {
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    // NFKC turns the ligatures that PDFs are full of into letters.
    const plain = (SAME_AS.get(character) ?? character).normalize('NFKC');
    if (!IGNORED.test(plain)) for (const letter of plain.split('')) yield { letter, start, end };
    start = end;
  }
}

const IGNORED = /^[\s\u00ad\u200b]*$/u;
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ...['‘', '’', '‛', '′', '`'].map((mark): [string, string] => [mark, "'"]),
  ...['“', '”', '„', '″'].map((mark): [string, string] => [mark, '"']),
  ...['‐', '‑', '‒', '–', '—', '−'].map((mark): [string, string] => [mark, '-']),
]);

function spansOf(letters: readonly Letter[]): Span[] {
  const spans: Span[] = [];
  for (const { block, start, end } of letters) {
    const last = spans.at(-1);
    if (last?.block === block) last.end = end;
    else spans.push({ block, start, end });
  }
  return spans;
}
