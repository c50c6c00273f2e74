import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedSpans, elided } from '../../../../../renderer/features/compare/changed-words.ts';
import type { Piece } from '../../../../../renderer/features/compare/entries.ts';
import { blocksById } from '../../../../../renderer/viewer/flowing-text.ts';
import { pieces, plan } from './support.ts';

const cells = plan([
  ['F', 'what', 'Short breaks: a youth club.'],
  ['F', 'often', '4 hours a week'],
]);
const whole = [
  { block: 'what', start: 0, end: 27 },
  { block: 'often', start: 0, end: 14 },
];

test('the changed words are found over cells that the text parts by bars', () => {
  const after = pieces('Short breaks: a youth club. | {+4+} hours a week');
  expect(changedSpans(after, whole, blocksById(cells))).toEqual([{ block: 'often', start: 0, end: 1 }]);
});

test('changed words that follow each other are one stretch, with what lies between them', () => {
  const after = pieces('Short breaks: {+a youth+}{+ club. |+} 4 hours a week');
  expect(changedSpans(after, whole, blocksById(cells))).toEqual([{ block: 'what', start: 14, end: 26 }]);
});

test('where the words are not those of the document, the whole passage is given', () => {
  expect(changedSpans(pieces('Other {+words+} altogether'), whole, blocksById(cells))).toEqual(whole);
});

test('every letter that is marked is a changed one, and none is left out', () => {
  const piece = fc.record({ kind: fc.constantFrom('same', 'added'), text: fc.stringMatching(/^[a-z ]{1,8}$/) });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1 }), (given) => {
      const words = given.map(({ kind, text }): Piece => ({ kind: kind === 'same' ? 'same' : 'added', text }));
      const text = words.map((each) => each.text).join('');
      const blocks = blocksById(plan([['F', 'f', text]]));
      const marked = changedSpans(words, [{ block: 'f', start: 0, end: text.length }], blocks);
      const letters = marked.map(({ start, end }) => text.slice(start, end)).join('');
      const wanted = words.flatMap((each) => (each.kind === 'added' ? [each.text] : [])).join('');
      expect(letters.replaceAll(' ', '')).toBe(wanted.replaceAll(' ', ''));
    }),
  );
});

test('a long stretch that did not change is cut short, the changed words never', () => {
  const long = 'The words before it go on and on and on, so that nobody wants to read them all again, ';
  const [before, changed, after] = elided(pieces(`${long}[-three-]${long}`));
  expect(before?.text.length).toBeLessThan(long.length);
  expect(before?.text.endsWith('read them all again, ')).toBe(true);
  expect(changed?.text).toBe('three');
  expect(after?.text.startsWith('The words before')).toBe(true);
  expect(elided(pieces(long))).toEqual(pieces(long));
  expect(elided(pieces('On [-three-] days'))).toEqual(pieces('On [-three-] days'));
});
