import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMentionFinder } from '../../../../../shared/domain/masking/masking-find.ts';
import type { MaskedIdentity, MaskKind } from '../../../../../shared/domain/masking/masking.ts';
import { tellingIn, tellingWords } from '../../../../../shared/domain/report/own-words.ts';

const FINDERS = [
  createMentionFinder([identity('child', 'Rowan'), identity('school', 'Bramble Lane'), identity('place', 'Fernmoor')]),
  createMentionFinder([identity('parent', 'Tamsin')]),
];

test.each([
  ['Fewer plans than in spring were good.', []],
  ['Fernmoor met twice; write to send@fernmoor.example.', []],
  ['Tamsin wrote to us.', ['name']],
  ['At Bramble Lane, Rowan was heard.', ['name', 'setting']],
  ['They live at WX1 4QT.', ['address']],
  ['See SC(9)/14.', ['reference']],
  ['Of FM-1 much was said.', ['reference']],
  ['See SC(9)/141, FM-12 and 12.', []],
])('%s', (words, kinds) => {
  expect(tellingIn(words, FINDERS, ['SC(9)/14', 'FM-1', '12'])).toEqual(kinds);
});

test.each([
  'See MD 15 0021 again.',
  'see md–15–0021',
  'MD150021 is the one.',
  'MD/15/0021',
  'MD.15. 0021',
  'МD-15-0021, whose first letter is Cyrillic',
  'ＭＤ-15-0021, in full-width letters',
  'MD-15\u200b-0021',
])('a reference is one however it is divided: %s', (words) => {
  expect(tellingIn(words, [], ['MD-15-0021'])).toEqual(['reference']);
});

test('a reference is not found in a longer one, or in numbers of few digits', () => {
  expect(tellingIn('MD-15-00211, XMD-15-0021 and MD-15-002', [], ['MD-15-0021'])).toEqual([]);
  expect(tellingIn('Of 12 plans, 0 0 1 2 were late.', [], ['12', '00-12'])).toEqual([]);
});

test('a reference is found with any separators between its parts', () => {
  const separator = fc.constantFrom('', ' ', '-', '–', '/', '.', ' - ', '\u00a0', '_', ' (');
  fc.assert(
    fc.property(separator, separator, (first, second) => {
      expect(tellingIn(`About MD${first}15${second}0021, again.`, [], ['MD-15-0021'])).toEqual(['reference']);
    }),
  );
});

test('a name is found though some of its letters are others that look the same', () => {
  const alike: Record<string, string> = {
    a: 'а',
    o: 'о',
    e: 'е',
    p: 'р',
    c: 'с',
    x: 'х',
    y: 'у',
    i: 'і',
    s: 'ѕ',
    T: 'Т',
  };
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (isOther) => {
      const name = 'Tamsin'
        .split('')
        .map((letter, at) => (isOther[at] === true ? (alike[letter] ?? letter) : letter))
        .join('');
      expect(tellingIn(`${name} wrote to us.`, FINDERS, [])).toEqual(['name']);
    }),
  );
});

test('kinds are said as a list', () => {
  expect(tellingWords(['name'])).toBe('a name');
  expect(tellingWords(['name', 'setting', 'reference'])).toBe('a name, a setting and a reference');
});

function identity(kind: MaskKind, words: string): MaskedIdentity {
  return { key: words, kind, label: `[${kind}]`, forms: [{ words, how: 'free' }], reason: '', dates: [] };
}
