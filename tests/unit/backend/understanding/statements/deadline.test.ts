import { describe, expect, it } from 'vitest';
import { findDeadlines, judgeTimebound } from '../../../../../electron/backend/understanding/statements/deadline.ts';

const DEADLINES: readonly (readonly [string, string])[] = [
  ['By the end of KS2 Ned will swim.', 'By the end of KS2'],
  ['Ned will swim by next summer.', 'by next summer'],
  ['Before she moves to her new school, Ada will swim.', 'Before she moves to her new school'],
  ['Ned will swim by his 12th birthday.', 'by his 12th birthday'],
  ['By May 2027 Ned will swim.', 'By May 2027'],
  ['Ned will swim within twelve months.', 'within twelve months'],
  ['By the next annual review Ned will swim.', 'By the next annual review'],
  ['By the time he is eleven, Ned will swim.', 'By the time he is eleven'],
  ['Ned will swim, twice a week, by 31 March 2027.', 'by 31 March 2027'],
  ['By half-term in February 2027 Ned will swim.', 'By half-term in February 2027'],
  ['Six months from now, Ned will swim.', 'Six months from now'],
  ['Over the next two terms Ned will swim.', 'Over the next two terms'],
];

const NO_DEADLINES = [
  'Each term Ned will swim.',
  'Every half term Ned will learn ten spellings and get eight right a week later.',
  'Ned will swim for two minutes.',
  'Over time Ned will swim.',
  'By the end of the plan Ned will swim.',
  'When he is older, Ned will swim.',
  'Ned will count numbers up to 100.',
  'Ned will start within two minutes of his prompt.',
  'By the end of each lesson Ned will have packed his bag.',
];

describe('deadlines', () => {
  it.each(DEADLINES)('sees when in “%s”', (text, words) => {
    expect(findDeadlines(text).map((seen) => seen.text)).toContain(words);
  });

  it.each(NO_DEADLINES)('sees none in “%s”', (text) => {
    expect(findDeadlines(text)).toEqual([]);
    expect(judgeTimebound(text).value).toBe(false);
  });

  it('names loose wording as its reason', () => {
    const { because } = judgeTimebound('In due course Ned will swim.');
    expect(because.rule).toBe('loose-deadline');
    expect(because.seen.map((seen) => seen.text)).toEqual(['In due course']);
  });
});
