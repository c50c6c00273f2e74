import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorHolds } from '../../../../electron/backend/audits/evidence-place.ts';
import { quoteAnchor } from '../../../../shared/domain/anchors.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';

const HASH = 'a'.repeat(64);

describe('quoteAnchor', () => {
  it('finds words in one block, with the words around them', () => {
    const model = modelOf('Wren will read a page aloud by July 2028.', 'Wren likes owls.');
    expect(quoteAnchor(model, HASH, 'read a page aloud')).toEqual({
      kind: 'text',
      sha256: HASH,
      spans: [{ block: 'b0', start: 10, end: 27 }],
      quote: 'read a page aloud',
      before: 'Wren will ',
      after: ' by July 2028.',
    });
  });

  it('minds neither line ends, soft hyphens, ligatures, nor the shape of quotation marks and dashes', () => {
    const model = modelOf('She said:  “it’s\nﬁne”  – half\u00adterm');
    expect(quoteAnchor(model, HASH, 'said: "it\'s fine" - halfterm')?.quote).toBe(
      'said:  “it’s\nﬁne”  – half\u00adterm',
    );
  });

  it('runs over blocks that follow one another, leaving out what stands in the margin between them', () => {
    const model = modelOf('Thirty minutes,', { text: 'Page 2 of 9', furniture: 'footer' }, 'three times a week.');
    const anchor = quoteAnchor(model, HASH, 'minutes, three times');
    expect(anchor?.spans).toEqual([
      { block: 'b0', start: 7, end: 15 },
      { block: 'b2', start: 0, end: 11 },
    ]);
    expect(anchor?.quote).toBe('minutes, three times');
  });

  it('says so where the words are not there, or are no words', () => {
    const model = modelOf('Some plan.');
    expect(quoteAnchor(model, HASH, 'another plan')).toBeNull();
    expect(quoteAnchor(model, HASH, ' \u00ad ')).toBeNull();
  });

  it('anchors any piece of any document so that the keeper of evidence accepts it', () => {
    const paragraph = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', 'ﬁ', '–', '’', 'é', '🦉', '\n'),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        (paragraphs, from, length) => {
          const model = modelOf(...paragraphs);
          // By characters, so that no owl is cut in two.
          const whole = Array.from(paragraphs.join(' '));
          const start = from % whole.length;
          const piece = whole.slice(start, start + 1 + (length % 20)).join('');
          const anchor = quoteAnchor(model, HASH, piece);
          const holds = anchor !== null && anchorHolds(model, HASH, anchor);
          expect(holds).toBe(piece.trim() !== '');
        },
      ),
    );
  });
});

function modelOf(...texts: (string | Pick<Block, 'text' | 'furniture'>)[]): DocumentModel {
  const blocks = texts.map((one, index): Block => {
    const fields = typeof one === 'string' ? { text: one } : one;
    return { id: `b${index}`, kind: 'paragraph', page: 1, runs: [], ...fields };
  });
  return {
    format: 'docx',
    readerVersion: 1,
    pages: [],
    blocks,
    warnings: [],
    characters: 0,
    sections: [],
    outcomes: [],
    provisions: [],
    advice: [],
    keyDates: {},
    cover: { name: null, authority: null, reference: null, setting: null, ncYear: null, stage: null },
  };
}
