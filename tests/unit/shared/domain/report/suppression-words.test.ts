import { expect, test } from 'vitest';
import { hiddenFootnote, suppressionRule } from '../../../../../shared/domain/report/suppression-words.ts';

test('the footnote names the rule that was used', () => {
  expect(hiddenFootnote({ threshold: 5, hideZero: false })).toBe(
    'c: hidden, since a count of 1 to 4, or one from which such a count could be worked out, might let someone be recognised.',
  );
  expect(hiddenFootnote({ threshold: 10, hideZero: true })).toContain('a count of 0 to 9,');
});

test('the rule says whether zeros are shown', () => {
  expect(suppressionRule({ threshold: 5, hideZero: false }).join(' ')).toContain('A count of 0 is shown');
  expect(suppressionRule({ threshold: 5, hideZero: true }).join(' ')).toContain('A count of 0 is hidden');
});
