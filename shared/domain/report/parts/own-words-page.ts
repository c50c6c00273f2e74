import type { PartnershipReport, ReportBlock } from '../report-model.ts';
import { counted } from '../report-words.ts';
import { linesOnPage } from './page-lines.ts';

/** The summary's own words: they share its page with what was counted, and what has no room there goes on after it. */

type OwnWords = Extract<ReportBlock, { kind: 'words' }>;

/** Lines that the summary makes free for own words, where there are so many, by saying less of measures and actions. */
export const LINES_FOR_OWN_WORDS = 14;
/** So many words go into these, as a rule: ten lines of text, with the room about them, of some fifteen words each. */
export const WORDS_FOR_SUMMARY = 150;

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Own words in so many lines of their page, broken off after a sentence where they take more. */
export function fitOwnWords(slot: string, text: string, lines: number): OwnWords {
  const whole: OwnWords = { kind: 'words', slot, text };
  if (linesOnPage([whole]) <= lines) return whole;
  const broken = [...SENTENCES.segment(text)].map(({ index }) => ({
    ...whole,
    text: text.slice(0, index).trim(),
    continued: text.slice(index).trim(),
  }));
  return broken.findLast((words) => linesOnPage([words]) <= lines) ?? { ...whole, text: '', continued: text };
}

/**
 * For whoever writes them: whether the summary's own words fit on its page. Null where there are none, and while the report
 * has not been made with these words yet.
 */
export function summaryPageWords(
  { parts }: Pick<PartnershipReport, 'parts'>,
  words: string,
): { isOver: boolean; said: string } | null {
  const own = parts
    .flatMap(({ id, blocks }) => (id === 'summary' ? blocks : []))
    .find((block) => block.kind === 'words');
  if (own === undefined) return null;
  const [here, after] = [wordsOf(own.text), wordsOf(own.continued ?? '')];
  if ([...here, ...after].join(' ') !== wordsOf(words).join(' ')) return null;
  if (after.length === 0) {
    return { isOver: false, said: `${counted(here.length, 'words')}: on the summary’s page there is room for them.` };
  }
  const beginning = `${after.slice(0, WORDS_OF_BEGINNING).join(' ')}${after.length > WORDS_OF_BEGINNING ? ' …' : ''}`;
  return {
    isOver: true,
    said: `The summary’s page has room for ${here.length} of these ${here.length + after.length} words. What begins with “${beginning}” is continued after it.`,
  };
}

const WORDS_OF_BEGINNING = 6;

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
