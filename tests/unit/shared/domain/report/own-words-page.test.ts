import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTINUED_TITLE, CONTINUED_WORDS, paragraphsOf } from '../../../../../shared/domain/report/own-paragraphs.ts';
import {
  fitOwnWords,
  LINES_FOR_OWN_WORDS,
  summaryPageWords,
  WORDS_FOR_SUMMARY,
} from '../../../../../shared/domain/report/parts/own-words-page.ts';
import { LINES_OF_PAGE, linesOnPage } from '../../../../../shared/domain/report/parts/page-lines.ts';
import { printPaper } from '../../../../../shared/domain/report/print-paper.ts';
import { reportOn, variedPlans } from './report-fixture.ts';

const SENTENCE = 'The panel thanks all who took part in this half-term, and asks the services to answer sooner. ';

function reportWith(words: string) {
  return reportOn(variedPlans(), { words: new Map([['summary', words]]) });
}

function summaryOf(words: string) {
  return reportWith(words).parts[0]?.blocks ?? [];
}

describe('own words on the summary’s page', () => {
  test('lose no word, stay in order and in their lines, and break off after a sentence', () => {
    const sentence = fc.array(fc.constantFrom('plans', 'services', 'families', 'a', 'Unwahrscheinlichkeit'), {
      minLength: 1,
      maxLength: 40,
    });
    const text = fc
      .array(fc.tuple(sentence, fc.constantFrom(' ', '\n\n', '\n')), { minLength: 1, maxLength: 30 })
      .map((parts) =>
        parts
          .map(([words, end]) => `${words.join(' ')}.${end}`)
          .join('')
          .trim(),
      );
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (words, lines) => {
        const { text: here, continued = '' } = fitOwnWords('summary', words, lines);
        expect([here, continued].join(' ').split(/\s+/u).join(' ').trim()).toBe(words.split(/\s+/u).join(' '));
        expect(here).toMatch(/^$|\.$/u);
        expect(linesOnPage([fitOwnWords('summary', words, lines)])).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 100 },
    );
  });

  test('stand there as they are where they fit, with whatever is short of room', () => {
    expect(fitOwnWords('summary', SENTENCE.trim(), 4)).toEqual({
      kind: 'words',
      slot: 'summary',
      text: SENTENCE.trim(),
    });
    // One sentence that is longer than the page has room for begins after it.
    const long = `${'word '.repeat(200)}.`;
    expect(fitOwnWords('summary', long, 5)).toMatchObject({ text: '', continued: long });
  });

  test('keep the page however many they are, and are continued after it', () => {
    for (const times of [1, 10, 20, 40, 60]) {
      const blocks = summaryOf(SENTENCE.repeat(times));
      expect(linesOnPage(blocks)).toBeLessThanOrEqual(LINES_OF_PAGE);
    }
    const { summary, continued, about, annexes } = printPaper(reportWith(SENTENCE.repeat(60)));
    const paragraphs = summary.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(paragraphs.slice(0, 2)).toEqual([expect.stringMatching(/^The panel .* sooner\.$/), CONTINUED_WORDS]);
    expect(continued[0]).toMatchObject({ kind: 'heading', level: 1, text: CONTINUED_TITLE, startsPage: true });
    expect(continued.slice(1)).toEqual([{ kind: 'paragraph', text: expect.stringMatching(/^The panel/) }]);
    expect(about.startsPage).toBe(false);
    expect(annexes[0]).toMatchObject({ kind: 'heading', startsPage: false, text: expect.stringMatching(/^Annex A/) });
  });

  test('leave room for measures and actions, whatever their length', () => {
    const actionsIn = (times: number) =>
      JSON.stringify(summaryOf(SENTENCE.repeat(times))).match(/For the board to see to/g)?.length;
    expect(actionsIn(60)).toBe(actionsIn(1));
    const lines = (times: number) => {
      const [, ...page] = summaryOf(SENTENCE.repeat(times));
      return linesOnPage(page);
    };
    expect(lines(60)).toBe(lines(Math.ceil(LINES_FOR_OWN_WORDS) + 1));
  });

  test('of about the length that is named fit', () => {
    const words = SENTENCE.repeat(20).split(' ').slice(0, WORDS_FOR_SUMMARY).join(' ');
    expect(linesOnPage([{ kind: 'words', slot: 'summary', text: words }])).toBeLessThanOrEqual(LINES_FOR_OWN_WORDS);
  });
});

test('whoever writes is told whether the words fit, and where they break off', () => {
  const verdictOn = (words: string) => summaryPageWords(reportWith(words), words);
  expect(verdictOn('')).toBeNull();
  expect(verdictOn('Thanks to\n\nall. ')).toEqual({
    isOver: false,
    said: '3 words: on the summary’s page there is room for them.',
  });
  const over = verdictOn(SENTENCE.repeat(60));
  expect(over).toMatchObject({ isOver: true, said: expect.stringMatching(/room for \d+ of these 1020 words\./) });
  expect(over?.said).toContain('What begins with “The panel thanks all who took …” is continued after it.');
  // The report is still that of what was written before.
  expect(summaryPageWords(reportWith('Thanks to all.'), 'Thanks to all of them.')).toBeNull();
});

test('a line of spaces alone, as words bring along that are pasted, begins a paragraph too', () => {
  expect(paragraphsOf('The panel met.\n \t\nTwice.\n\n\n A third time\nin a line. \n')).toEqual([
    'The panel met.',
    'Twice.',
    'A third time\nin a line.',
  ]);
});
