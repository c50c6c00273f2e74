import type { Token } from './masking-tokens.ts';

/** With their capitals: in small letters "may" is a verb. */
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan';
const MONTH = new RegExp(`^(?:${MONTHS})$`, 'iu');
const DATE_BEFORE = new RegExp(
  `(?:(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?|(?:${MONTHS})(?:\\s*(?:/|-|–|,|and|or|to))*)\\s*$`,
  'u',
);
const DATE_AFTER = new RegExp(
  `^(?:,?\\s*(?:\\d|’\\d|'\\d)|\\s*(?:/|-|–|,|and|or|to)*\\s*(?:${MONTHS})\\b|\\s+half[- ]term)`,
  'u',
);
const SUBJECT = /^(?:reading|art|history|maths|music|drama|drama)$/iu;
const OF_A_SUBJECT =
  /^\s*(?:$|:|and\b|or\b|&|\/|,\s*(?:writing|maths|spelling|english|science)|age\b|ages\b|level|skill|comprehension|book|writing|abilit|score|assess|fluency|scheme|interven|recovery|test|lesson|time\b|record|material|aloud|corner|group|therap)/iu;
/** After "Will" or "May" at the head of a sentence, these make a question or a note of it. */
const VERB_AFTER =
  /^\s+(?:be|have|need|continue|require|receive|benefit|become|not|also|struggle|ask|use|show|try|he|she|they|it|you|we|i|the|there|this|these|his|her|their|find|work|take|learn|make|get|attend|say)\b/iu;
const HEAD_OF_SENTENCE = /(?:^|[.!?:;•\n\t–]\s*|["“‘(]\s*)$/u;

/**
 * Whether an everyday word with a capital is a name where it stands. In doubt it is: a mask too many can be taken away,
 * a name that was read cannot. No month beside a day or a year, no school subject, no "Will" that begins a note.
 */
export function isNameHere(text: string, { raw, start, end }: Pick<Token, 'raw' | 'start' | 'end'>): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 40);
  if (MONTH.test(raw) && (DATE_BEFORE.test(before) || DATE_AFTER.test(after))) return false;
  if (SUBJECT.test(raw) && OF_A_SUBJECT.test(after)) return false;
  if (/^(?:will|may|might|can)$/iu.test(raw) && HEAD_OF_SENTENCE.test(before) && VERB_AFTER.test(after)) return false;
  return true;
}
