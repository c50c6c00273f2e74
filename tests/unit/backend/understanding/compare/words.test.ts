import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestCommonPairs } from '../../../../../electron/backend/understanding/compare/longest-common.ts';
import { contentWords, keyOf, labelLength } from '../../../../../electron/backend/understanding/compare/plan-words.ts';
import { wordChanges } from '../../../../../electron/backend/understanding/compare/word-changes.ts';
import { longestCommon } from '../../../../corpus/compare-words.ts';

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
const text = fc
  .array(fc.constantFrom('will', 'read', '20', 'minutes,', 'co-ordination', 'with', 'Sam’s', '“help”.', '1:1', '–'), {
    maxLength: 25,
  })
  .map((words) => words.join(' '));

describe('the longest common subsequence', () => {
  test('is common, in order, and as long as can be', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const pairs = longestCommonPairs(a, b);
        for (const [index, [i, j]] of pairs.entries()) {
          expect(a[i]).toBe(b[j]);
          const before = pairs[index - 1] ?? [-1, -1];
          expect(i > before[0] && j > before[1]).toBe(true);
        }
        expect(pairs).toHaveLength(longestCommon(a, b));
      }),
    );
  });

  test('of long lists goes by what is unique in both', () => {
    const a = Array.from({ length: 6000 }, (_, at) => `line ${at}`);
    const b = ['new', ...a.filter((_, at) => at % 1000 !== 7), 'last'].map((each, at) =>
      at === 3000 ? 'changed' : each,
    );
    const changed = a.length - 6 - 1;
    expect(longestCommonPairs(a.toReversed().concat(a), b.toReversed().concat(b)).length).toBeGreaterThanOrEqual(
      changed,
    );
    expect(longestCommonPairs(['x', ...a, 'y'], b)).toHaveLength(changed);
  });
});

describe('word changes', () => {
  test('keep the later text whole, and nothing of it where nothing changed', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const later = wordChanges(before, after).filter(({ kind }) => kind !== 'removed');
        expect(later.map((each) => each.text).join('')).toBe(after);
        expect(wordChanges(after, after).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('mark the words that differ, not hyphens or line ends', () => {
    expect(
      wordChanges('He finds co-ordination hard on most days.', 'He finds coordination easy on most days.'),
    ).toEqual([
      { kind: 'same', text: 'He finds coordination ' },
      { kind: 'removed', text: 'hard ' },
      { kind: 'added', text: 'easy ' },
      { kind: 'same', text: 'on most days.' },
    ]);
  });

  test('put one text for another where little is left of it', () => {
    const [before, after] = ['To be discussed.', 'Her parents discussed a budget in May and want none.'];
    expect(wordChanges(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('content words', () => {
  test.each([
    ['Outcome 3: Sam will read.', 'sam will read'],
    ['F3.4 A mentor', 'a mentor'],
    ['(b) A mentor', 'a mentor'],
    ['7 A mentor', '7 a mentor'],
    ['7 Mentors', 'mentors'],
    ['• A mentor', 'a mentor'],
    ['2 TA hours', '2 ta hours'],
    ['1.5 hours a week', '1.5 hours a week'],
    ['20 minutes', '20 minutes'],
    ['A mentor. Who: School. How often: 20 minutes. Review: Termly', 'a mentor school 20 minutes termly'],
    ['Mum: she sings to him', 'mum she sings to him'],
    ['Report of 3rd June 2026', 'report of 2026-06-03'],
  ])('of “%s” are “%s”', (shown, words) => {
    expect(
      contentWords(shown)
        .map(({ word }) => word)
        .join(' '),
    ).toBe(words);
  });

  test.each([
    ['specific difficulty, five staff', 'specic difculty, ve sta'],
    ['an officer in the first flat', 'an ocer in the rst at'],
  ])('“%s” is “%s” where ligatures are lost', (whole, lost) => {
    const wordsOf = (text: string): string[] => contentWords(text).map(({ word }) => word);
    expect(wordsOf(lost)).toEqual(wordsOf(whole));
    expect(wordsOf('for the day')).not.toEqual(wordsOf('or the day'));
  });

  test('run together, but not where numbers meet', () => {
    expect(keyOf(['co', 'ordination'])).toBe(keyOf(['coordination']));
    expect(keyOf(['1', '15'])).not.toBe(keyOf(['11', '5']));
  });

  test('a label never takes the whole of a sentence', () => {
    expect(labelLength('Outcome 2')).toBe('Outcome 2'.length);
    expect(labelLength('Needs help to dress')).toBe(0);
  });
});
