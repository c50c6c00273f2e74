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

test('of several reports that hid by different rules each is named', () => {
  const mixed = {
    threshold: 5,
    hideZero: false,
    otherRules: [
      { threshold: 10, hideZero: true, where: 'in the report on 2026/27 Aut 1' },
      { threshold: 10, hideZero: false, where: 'of advice' },
    ],
  };
  expect(hiddenFootnote(mixed)).toContain(
    'a count of 1 to 4 (0 to 9 in the report on 2026/27 Aut 1; 1 to 9 of advice), or one from which',
  );
  const words = suppressionRule(mixed).join(' ');
  expect(words).toContain('Counts of 1 to 4 (0 to 9 in the report on 2026/27 Aut 1; 1 to 9 of advice) are hidden');
  expect(words).toContain('Where 0 is not named above, it is shown as a rule');
  expect(words).not.toContain('A count of 0 is hidden as well');
});
