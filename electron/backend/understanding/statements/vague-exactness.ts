import { NUMBER } from './number-words.ts';
import type { Seen } from './word-pattern.ts';

/** Where words that are usually vague are exact: a month, a limit of content, a counted thing, a sized group. */

/** "May" with a capital is the month, except where it begins the sentence and a verb follows. */
export function isMonth(_text: string, seen: Seen): boolean {
  return seen.text.startsWith('May');
}

/** "counting objects up to 20": how far the content goes. */
const COUNTING =
  /\b(?:count|number|add|subtract|bonds?|tables|place value|multipl|divid|order|recogni[sz]|sums?|amount|quantit|coin|money|spell|read|writ|sentence|text)\p{L}*(?: [\p{L}\p{N}'-]+){0,3} $/iu;
const UNIT_OR_OCCASION = new RegExp(
  `^\\s*(?:${NUMBER}|an?|half an?|\\d+)(?:[- ](?!(?:for|in|with|on|at|using|to)(?!\\p{L}))[\\p{L}\\p{N}'-]+){0,2}?[- ](?:min|hour|hr|day|week|term|month|year|night|time|session|visit|lesson|morning|afternoon|evening|meeting)`,
  'iu',
);

/** "up to 100" of numbers counted, "for up to six children", "from 20 up to 30": a limit, not a hedge. */
export function isCountLimit(text: string, seen: Seen): boolean {
  const before = text.slice(Math.max(0, seen.start - 40), seen.start);
  const after = text.slice(seen.end, seen.end + 40);
  if (COUNTING.test(before) && !UNIT_OR_OCCASION.test(after)) return true;
  if (
    /(?:numbers?|counting|count|tables|number work|sums|adding|addition|subtraction|values|ages?|aged|sizes?|from [\p{L}\p{N} ]{1,12}|between [\p{L}\p{N} ]{1,12}|and|words?)\s*$/iu.test(
      before,
    )
  ) {
    return true;
  }
  return /^\s*(?:[\p{L}\p{N}-]+)\s+(?:other |of (?:his|her|their) )?(?:\p{L}+ )?(?:children|pupils|peers|students|learners|others|classmates|friends|young people|kg|metres|words|characters|people|letters|syllables|digits|sounds|symbols|signs|lines)\b/iu.test(
    after,
  );
}

/** "one additional adult": the number makes it exact. */
export function isNumbered(text: string, seen: Seen): boolean {
  return new RegExp(`(?:${NUMBER})\\s+(?:hours?\\s+(?:of\\s+)?|minutes\\s+(?:of\\s+)?)?$`, 'iu').test(
    text.slice(0, seen.start),
  );
}

/** "a small group of four"; "small group (no more than three)". */
export function isSizedGroup(text: string, seen: Seen): boolean {
  return new RegExp(
    `^[\\p{L} ]{0,30}[(,:]?\\s*(?:of |with |maximum |max |no more than |ratio |up to |1:|at most )+(?:${NUMBER}|\\d)`,
    'iu',
  ).test(text.slice(seen.end, seen.end + 60));
}

const HARMLESS: readonly RegExp[] = [
  /^(?:additional|further|extra) to\b/i,
  /^in addition/i,
  /^extra time\b/i,
  /^extra[- ]curricular/i,
  /^further education/i,
  /^additional (?:needs|language|educational)/i,
  /^(?:required|needed) (?:for|by|to)\b/i,
  /^necessary (?:for|to)\b/i,
  /^relevant to\b/i,
  /^flexible (?:seating|hose|tube|keyboard|arm|cushion)/i,
  /^significant (?:adult|other)/i,
  /^enough to\b/i,
  new RegExp(`^(?:additional|extra|further) ${NUMBER} `, 'iu'),
  /^reasonable force/i,
  /^suitable for (?:his|her|a|an|the|use)/i,
];

/** "An additional 15 minutes", "a further visit": so much more, not "more". */
const SO_MUCH_MORE = new RegExp(
  `\\b(?:an?|one) (?:additional|extra|further) (?:${NUMBER} |(?:visit|session|adult|teacher|assistant|lesson|meeting|appointment|copy|set|pair|hour|day|night|term|week|year|seat|desk|chair|review)\\b)`,
  'iu',
);

export function isHarmlessAdjective(text: string, seen: Seen): boolean {
  const from = text.slice(seen.start);
  if (HARMLESS.some((pattern) => pattern.test(from))) return true;
  if (SO_MUCH_MORE.test(text.slice(Math.max(0, seen.start - 6), seen.end + 40))) return true;
  if (
    /^(?:required|needed|necessary|relevant|significant|minimal)$/i.test(seen.text) &&
    !/^\s*(?:support|help|adjustments|arrangements|resources|equipment|staff|strategies|professionals|services|training|interventions?)/i.test(
      text.slice(seen.end),
    )
  )
    return true;
  return isNumbered(text, seen);
}

/** Equipment by number or at a stated place needs no rate: "access to two laptops", "in a private room". */
export function isCountedThing(text: string, seen: Seen): boolean {
  return (
    new RegExp(`^\\s*(?:at least )?(?:two|three|four|five|six|\\d+)\\s`, 'iu').test(text.slice(seen.end)) &&
    !/when|need|require/i.test(text)
  );
}
