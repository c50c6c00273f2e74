import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptProblem } from '../../../../../shared/domain/report/excerpt-words.ts';

const WHOLE = '[child] will ask for a break by card 4 times a day, with help from Ms Rowe at [school 2].';

describe('an excerpt', () => {
  test.each([
    ['as it is', WHOLE],
    ['its end', 'with help from Ms Rowe at [school 2].'],
    ['its beginning', '[child] will ask for a break by card'],
    ['the middle left out, and seen to be', '[child] will ask for a break … 4 times a day.'],
    ['three dots for it', 'will ask … by card'],
    ['more masked', '[child] will ask for a break by card 4 times a day, with help from [professional] at [school 2].'],
    ['other punctuation', '“[child] will ask for a break, by card”'],
    [
      'a label in the place of another',
      '[child] will ask for a break by card 4 times a day, with help from Ms Rowe at [place].',
    ],
  ])('may be %s', (_what, edited) => {
    expect(excerptProblem(WHOLE, edited)).toBeNull();
  });

  test.each([
    ['other words', '[child] will cry for a break by card'],
    ['words of one’s own', '[child] will ask for a break by card, which is good'],
    ['a word left out unseen', '[child] will ask for break by card'],
    ['another order', 'a break will ask for'],
    ['a mask taken off', 'Tomas will ask for a break'],
    ['words in brackets', '[child] will ask [every hour] for a break'],
    ['masks alone', '[child] … [school 2]'],
    ['nothing but dots', '…'],
    ['a number changed', 'by card 5 times a day'],
  ])('may not be %s', (_what, edited) => {
    expect(excerptProblem(WHOLE, edited)).not.toBeNull();
  });

  test('may leave out any words where a gap says so, and never holds a word that the plan has not', () => {
    const words = fc.array(fc.constantFrom('the', 'plan', 'child', 'needs', 'a', 'card', 'and', 'time'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (whole, kept) => {
        const left = whole.map((word, at) => (kept[at] === true ? word : '…'));
        const said = excerptProblem(whole.join(' '), left.join(' '));
        expect(said === null).toBe(left.some((word) => word !== '…'));
        expect(excerptProblem(whole.join(' '), [...left, 'zebra'].join(' '))).not.toBeNull();
      }),
    );
  });
});
