import { type Judged, judged, SOURCES } from './assessment.ts';
import { findDeadlines } from './deadline.ts';
import { AMOUNT, MANY, NUMBER } from './number-words.ts';
import { OTHERS_CHOOSE } from './outcome-achievable.ts';
import { findAll, findFirst, type Seen, wordPattern, without } from './word-pattern.ts';

/**
 * Whether an outcome says how anyone would know: a number, rate or proportion, a level of prompting, a named product,
 * or a yes-or-no achievement whose conditions are stated.
 */
export function judgeMeasurable(text: string): Judged {
  const source = `${SOURCES.outcomes}: measurable`;
  const measures = findMeasures(text);
  const manner = measures.every((seen) => ABSOLUTE.test(seen.text)) ? findFirst(text, MANNER) : null;
  if (measures.length > 0 && manner === null)
    return judged(true, 'measure', 'It says how anyone would know.', source, measures.slice(0, 4));
  const choice = findFirst(without(text, findDeadlines(text)), OTHERS_CHOOSE);
  if (choice !== null && !LIKING.test(choice.text))
    return judged(true, 'choice', 'Others choose the person or they do not: yes or no.', source, [choice]);
  const vague = manner ?? findFirst(text, OPEN);
  return judged(
    false,
    vague === null ? 'no-measure' : 'open-measure',
    vague === null
      ? 'No number, rate, level of prompting, product or stated condition was seen.'
      : 'These words leave open how often, how well or with how much help.',
    source,
    vague === null ? [] : [vague],
  );
}

/** The words that measure, those of a deadline not among them. */
export function findMeasures(text: string): Seen[] {
  const bare = without(text, [...findDeadlines(text), ...findAll(text, NO_NUMBER)]);
  return MEASURES.flatMap((pattern) => findAll(bare, pattern))
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

const UNIT_OF_TIME =
  '(?:day|week|fortnight|month|half[- ]term|term|year|lesson|session|hour|morning|afternoon|evening|night|meal|visit|school day|weekend|wk|mth|hr|yr)';

/** Numbers that measure nothing: names of years and stages, "one day", the size of a phrase or an instruction. */
const NO_NUMBER = wordPattern(
  `one day|daily living|one another|one of|no one|any one|Year \\d+|Key Stage \\d|KS ?\\d|(?<!(?:reading|spelling|developmental|comprehension|mental|language) )(?:aged?|age of) ${NUMBER}|${NUMBER}-(?:word|step|part|stage|way|syllable|digit|figure|year-olds?|piece)s?|(?:one|1)[- ](?:to|2|:)[- ]?(?:one|1)|1:1|two-way|first aid|(?:a|the|with) one (?:friend|adult|person)|post-1\\d|\\d{1,2}(?:st|nd|rd|th) birthday|twenty-first century|24/7`,
);

const MEASURES: readonly RegExp[] = [
  // Eight out of ten; three mornings in five; 95 per cent; two thirds of.
  wordPattern(`${NUMBER}(?: [\\p{L}'-]+){0,4}? (?:out of|in(?: every)?|from|of) (?:every )?${NUMBER}`),
  /\d+(?:\.\d+)?\s?%|\d+\s?\/\s?\d+/gu,
  wordPattern(`${NUMBER} per ?cent|half of (?:the|his|her|all)|(?:two|three)[- ](?:thirds|quarters|fifths)`),
  // Twice a week; every day; on Mondays; weekly.
  wordPattern(
    `(?:once|twice|${NUMBER} times?|${NUMBER} (?:[\\p{L}'-]+ ){0,3}?)(?: (?:in|on) )?(?:(?:a|an|per|each|every)) ${UNIT_OF_TIME}`,
  ),
  wordPattern(
    `(?:each|every) (?:[\\p{L}'-]+ ){0,3}?(?:${UNIT_OF_TIME}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|time|lunchtime|playtime|break|breakfast|bedtime|lesson|test|transition)s?`,
  ),
  wordPattern('daily|weekly|fortnightly|monthly|termly|once|twice|wkly|nightly|hourly|\\d+ ?x|x ?\\d+|thrice'),
  wordPattern('on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?'),
  // A number of things; minutes; metres; at least, no more than.
  wordPattern(`${MANY}(?:p|m|km|kg|cm|mm|ml|g)?(?: ?[½¼¾])?(?: [\\p{L}'-]+)`),
  wordPattern(
    `(?:for|in|within|under) (?:${AMOUNT}) (?:[\\p{L}-]+ )?(?:minutes?|seconds?|hours?|days?|weeks?|months?|terms?|lessons?|sessions?|nights?|mile|kilometre|half[- ]term)`,
  ),
  wordPattern(
    `(?:only|just|at least|no more than|no fewer than|fewer than|less than|more than|not more than|a minimum of|a maximum of|up to|over|under) (?:${NUMBER}|once|twice)`,
  ),
  /[£$]\s?\d+/gu,
  wordPattern(
    '(?:for )?the (?:whole|full|entire) (?:of (?:a |the )?)?(?:[\\p{L}-]+ )?(?:night|lesson|hour|day|session|evening|morning|afternoon|story|term|meal|assembly|week|film|match|half[- ]term)|for an? (?:full|whole) [\\p{L}-]+|throughout (?:the|a|each) (?:[\\p{L}-]+ )?(?:lesson|day|night|session|term)|all (?:day|night|through the night)|through the night',
  ),
  // The level of prompting.
  wordPattern(
    '(?:with(?:out)?|needing|having|after|given|following|from|and|or) (?:(?:any|an?|one|no|only|just|at most|no more than|single|further|being|the) )*(?:(?:verbal|spoken|visual|physical|gestural|adult|written|non-verbal|direct|hand-over-hand|reminder|other) )*(?:prompts?|prompting|reminders?|cue|help|support|assistance|aids?|repetition)(?! from (?:staff|adults|an adult|others) when)(?<!with (?:support|help|assistance|prompts|prompting|reminders|adult support|adult help|adult assistance|visual support|verbal support|verbal prompts|visual prompts|an adult support|aids?|visual aids?|and support|the support|the help|visual reminders|adult prompts))(?<!(?:after|given|following|from|and|or) (?:support|help|assistance|reminders|prompting|adult support|adult help|the support|the help))',
  ),
  wordPattern(
    '(?<!more |as |increasingly |greater |most |fairly |reasonably |largely )independently(?! as)|unaided|unprompted|unassisted|unaccompanied|unsupported|single-handed|alone|(?:on|by) (?:his|her|their) own|by (?:himself|herself|themselves|themself)|on (?:his|her|their) own|hand-over-hand|by heart|off by heart|from memory|in full',
  ),
  wordPattern(
    "without (?:ever )?(?:[\\p{L}'-]+ing|an? adult(?: [\\p{L}]+ing)?|(?:an? |any )?(?:parents?|grown-ups?|carers?|mum|dad|staff|TA|LSA|chaperone)|(?:one|either|any) of us|us|hesitation|mistakes?|error|errors|pain|fear|distress|tears|incident|adults?|armbands|anyone|his|her|their|stopping|being)",
  ),
  wordPattern(
    '(?:not|no adult|nobody|no-one) (?:[\\p{L}]+ )?(?:helping|speaking(?: for)?|talking|touching|prompting|supporting|guiding|stepping in|joining in|taking over|saying (?:a word|anything)|holding)',
  ),
  // Absolutes measure, whatever else is wrong with them.
  wordPattern(
    '(?:has|have|had) no [\\p{L}]+|nobody|no[- ]one|no (?:[\\p{L}-]+ ){1,3}(?:at all|whatsoever|ever)|every (?!effort|way|aspect|area|day life|chance|opportunity)\\p{L}+|no more (?:meltdowns|outbursts|tantrums|incidents|seizures|fits|accidents|attacks)|never|always|at all times|every time|all the time|each time|none seen|none at all|with no(?:ne)?|no longer (?:has|have|having|needs?|needing|be|shows?)|free (?:of|from)|not once|not one|zero|nil',
  ),
  // Named products and levels.
  wordPattern(
    'GCSEs?|A[- ]levels?|BTEC|NVQ|T[- ]levels?|Functional Skills|Entry Level|Level (?:\\d|one|two|three)|grade (?:\\d|[A-F])|(?:[\\p{L}]+ )?(?:certificate|qualification|diploma|licence|award|badge|belt)|Duke of Edinburgh|expected (?:standard|level)|age-related expectations?|level expected of|reading age|standardised score|passport application|reference from|written reference',
  ),
  wordPattern(
    '(?:as )?(?:shown|recorded|logged|noted|measured|evidenced|confirmed|checked|counted|rated|reported|judged) (?:by|in|on|at|using)|according to|on (?:the|a) (?:[\\p{L}-]+ )?(?:scale|checklist|rating)',
  ),
  // Yes-or-no achievements that stand complete.
  wordPattern(
    '(?:will )?have (?:opened|passed|gained|obtained|earned|visited|completed|applied|moved into|chosen|picked|joined|started|enrolled|registered|written|signed|booked|secured|taken|got|been (?:offered|elected|employed|awarded|accepted)|left home|made (?:a|an|his|her)|bought|joined|tried|found|produced|finished|learned|learnt)',
  ),
  wordPattern(
    "(?:be|is) (?:in (?:full-time |part-time |paid |supported )+(?:employment|work)|employed|enrolled|registered|toilet trained|dry (?:by|at|through|during)|on time|volunteering)|(?:be|been) (?:voted|elected|picked|chosen|selected|offered|made captain)|(?:offer|give|offered|given) (?:[\\p{L}'-]+ ){1,2}?(?:an? )(?:[\\p{L}-]+ )?(?:job|apprenticeship|place|contract|role|placement|internship|part)|(?:in|into|hold|holds|have|has|start|begin|get|keep) (?:a |an )?(?:full-time |part-time |paid |voluntary |Saturday |supported )+(?:job|employment|work|internship|tenancy|placement|role)|(?:start|begin|take up) (?:an? )?(?:[\\p{L}-]+ ){0,2}?(?:apprenticeship|internship|traineeship|course at)",
  ),
  wordPattern(
    '(?:copy|draw|write|spell|say|sign|name) (?:[\\p{L}]+ )?(?:his|her|their) (?:own )?(?:full |first )?(?:name|address|date of birth|telephone number|phone number)|a circle, a cross|full sentences?',
  ),
  wordPattern(
    '(?:before|after|within|by) (?:\\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm)|\\d{1,2}[.:]\\d\\d|noon|midnight|half past \\p{L}+)',
  ),
];

/** Absolutes say how often, not how well. */
export const ABSOLUTE = /^(?:never|always|at all times|every time|all the time|each time|with no(?:ne)?)$/iu;
const LIKING = /\b(?:like|love|respect|accept|welcome|include|want|let)$/iu;
const MANNER = wordPattern(
  'well|better|appropriately|effectively|successfully|safely|positively|nicely|sensibly|properly|happy|happily|confident(?:ly)?|respectful|kind|good|sensible|popular|likes?|loves?|enjoys?|respects?|copes?|manages?|feels?|safe|independent(?:ly)?|his best|her best',
);

const OPEN = wordPattern(
  'with (?:increasing|growing|greater|more|some|minimal|less|reduced|appropriate|adult|limited|decreasing)[\\p{L} ]{0,30}|more (?:often|independently|confidently|\\p{L}+ly)|better|most of the time|some of the time|usually|often|regularly|sometimes|appropriately|effectively|frequently|as independently as possible|consistently|with support|successfully',
);
