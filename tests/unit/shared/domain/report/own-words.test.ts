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

test('kinds are said as a list', () => {
  expect(tellingWords(['name'])).toBe('a name');
  expect(tellingWords(['name', 'setting', 'reference'])).toBe('a name, a setting and a reference');
});

function identity(kind: MaskKind, words: string): MaskedIdentity {
  return { key: words, kind, label: `[${kind}]`, forms: [{ words, how: 'free' }], reason: '', dates: [] };
}
