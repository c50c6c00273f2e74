import { type Judged, judged, SOURCES } from './assessment.ts';
import { MANY, NUMBER, ORDINAL } from './number-words.ts';
import { findAll, type Seen, wordPattern } from './word-pattern.ts';

/**
 * When an outcome is to be reached. A definite end point counts (a date, term, school year, key stage, transfer,
 * birthday, stated period, the next annual review); a rhythm ("each term"), the length of an activity ("for two
 * minutes") and loose wording ("over time", "by the end of the plan") do not.
 */
export function judgeTimebound(text: string): Judged {
  const deadlines = findDeadlines(text);
  if (deadlines.length > 0)
    return judged(true, 'deadline', 'It says by when.', `${SOURCES.outcomes}: time-bound`, deadlines);
  const loose = findAll(text, LOOSE);
  if (loose.length > 0) {
    return judged(
      false,
      'loose-deadline',
      'These words give no end point.',
      `${SOURCES.outcomes}: time-bound`,
      loose.slice(0, 2),
    );
  }
  return judged(
    false,
    'no-deadline',
    'No date, term, year, key stage, age or review point was seen.',
    `${SOURCES.outcomes}: time-bound`,
  );
}

/** The phrases that say by when, preposition included. */
export function findDeadlines(text: string): Seen[] {
  const found = PATTERNS.flatMap((pattern) => findAll(text, pattern));
  return withoutOverlap(found);
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const YEAR = '20[1-9]\\d(?:[/-](?:20)?\\d\\d)?';
const SEASON = '(?:autumn|spring|summer|winter|(?:aut|spr|sum)(?= ?\\d))';
const FEAST =
  "(?:Easter|Christmas|Whitsun|Diwali|Eid|New Year|Michaelmas|Hilary|Trinity|Lent|Pentecost|Ramadan|Hanukkah|Holi|Vaisakhi|Passover|Hallowe'?en|Bonfire Night|Remembrance (?:Day|Sunday)|Mothering Sunday|(?:Mother|Father)'s Day|May Day|Shrove Tuesday|Pancake Day|Burns Night|Boxing Day|(?:Chinese|Lunar) New Year|(?:St|Saint) \\p{L}+'s Day|(?:[\\p{L}]+ )?bank holiday)";
const HOLIDAYS = '(?:(?: term)?(?: half[- ]term)?(?: holidays?| break)?)';
const STAGE =
  '(?:Year (?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)|Yr ?\\d{1,2}|Y\\d{1,2}|NCY ?\\d{1,2}|Key Stage (?:\\d|one|two|three|four|five)|KS ?\\d|Reception(?: [Yy]ear| class)?|Nursery(?: [Yy]ear)?|pre-?school|(?:the )?(?:Early Years )?Foundation Stage|Foundation \\d|FS ?\\d|EYFS|(?:the )?(?:early years|sixth form|primary phase|secondary phase|infants|juniors|primary school|infant school|junior school|secondary school|middle school|first school|primary|secondary|lower school|upper school|college course|post-16(?: phase| study| course)?|phase|apprenticeship|traineeship|(?:supported )?internship|study programme))';
const WHOSE = "(?:the |his |her |their |my |your |this |next |[A-Z][\\p{L}'-]+'s )?";
const SCHOOL_YEAR = '(?:(?:current |coming |following |first |next )?(?:school|academic|college|calendar) year|year)';
const TERM = `(?:(?:${SEASON}|first|second|third|next|current|coming|following) )?(?:half[- ])?term`;
const LIFE = `(?:${ORDINAL} birthday|${NUMBER}(?:st|nd|rd|th)? birthday|birthday)`;
const REVIEW =
  '(?:(?:next |first |coming |following |Year \\d+ |transition |20\\d\\d |phase[- ]transfer |(?:January|February|March|April|May|June|July|August|September|October|November|December) |autumn |spring |summer )?annual review(?: meeting)?(?: in [A-Z]\\p{L}+)?|next (?:EHCP? |plan |statutory )?review)';

const POINT = [
  `(?:${ORDINAL} (?:of )?)?(?:mid-|early |late |mid |the end of |the start of |the beginning of )?${MONTH}(?: ${ORDINAL})?(?: \\d{1,2},)?(?:,? ${YEAR})?`,
  `\\d{1,2} ${MONTH}(?:,? ${YEAR})?`,
  `\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}`,
  `${YEAR}(?! (?:pm|am))`,
  `${WHOSE}(?:half[- ]term in )${MONTH}(?: ${YEAR})?`,
  `${WHOSE}(?:${SEASON}|${FEAST})${HOLIDAYS}(?: \\d)?(?:,?(?: of| in)? ${YEAR})?`,
  `${WHOSE}${TERM}(?:,?(?: of| in)? (?:${YEAR}|${STAGE}|this year|next year))?`,
  `${MONTH} half[- ]term(?: ${YEAR})?`,
  `${WHOSE}(?:final |first |last |second )?(?:term of )?${STAGE}`,
  `${WHOSE}${SCHOOL_YEAR}(?: \\d{4}(?:[/-]\\d{2,4})?)?`,
  `${WHOSE}(?:education|schooling|time at (?:primary|secondary|infant|junior|nursery|this|the|her|his|[A-Z])[\\p{L}' -]{0,25}|(?:primary|secondary|school|college) (?:years|education|career|course|placement)|course)`,
  `${WHOSE}(?:next |coming )?${LIFE}`,
  `${WHOSE}${REVIEW}`,
  `(?:the |reaching (?:the )?)?age (?:of )?${NUMBER}`,
  `(?:this )?time next year`,
  `${WHOSE}(?:mock exams|mocks|GCSEs|GCSE exams|SATs|Year \\d+ exams)`,
  `(?:the )?next academic year`,
  `(?:the )?(?:transfer|transition|move|start|return) (?:to|at|of) (?:[\\p{L}'-]+ ){0,3}(?:school|college|nursery|sixth form|university|work|adulthood|adult services|setting|Reception|secondary|primary|post-16|${STAGE})`,
].join('|');

const EDGE =
  '(?:the )?(?:very )?(?:end|start|beginning|middle|close|finish|last (?:day|week)|first (?:day|week)|final (?:day|week)|second half|first half)(?: of| to| in)? ';
const PREPOSITION =
  '(?:no later than|not later than|in time for|ready for|in advance of|ahead of|on or before|up until|prior to|by|before|until|till|at|in|during|within|over|from|on|throughout|after|for)';
const NOT_RHYTHM = '(?!(?:each|every|any|all|the end of (?:each|every|any))\\b)';

const PERIOD =
  '(?:days?|weeks?|fortnight|months?|half[- ]terms?|terms?|(?:school |academic |calendar )?years?|school years?)';
const PERSON = "(?:he|she|they|it|[A-Z][\\p{L}'-]+)";
const MOVES =
  '(?:moves?|starts?|leaves?|transfers?|transitions?|goes|joins?|enters?|finishes|completes|begins?|changes|progresses)';
const NEXT_PLACE = `(?:school|schools|juniors|infants|primary|secondary|college|sixth form|nursery|pre-?school|university|Reception|adult services|adult care|work|employment|internship|apprenticeship|${STAGE})`;

const PATTERNS: readonly RegExp[] = [
  // By the end of Year 6; before Easter 2027; in the summer term; by his twelfth birthday.
  wordPattern(
    `(?:by|no later than|not later than|before|until|on or before|prior to|in time for|ahead of|ready for|up until) ${NOT_RHYTHM}(?:${EDGE})?(?:${POINT})`,
  ),
  wordPattern(`${PREPOSITION} ${NOT_RHYTHM}${EDGE}(?:${POINT})`),
  wordPattern(
    `(?:in|during|within|over|at|on|throughout|after) ${NOT_RHYTHM}(?:${WHOSE}${STAGE}(?! (?:list|words?|spellings?|texts?|books?|standard|level|work|curriculum|teach\\p{L}*|class|targets?|papers?|tests?|phonics|maths|sheets?|pupils?|children|sounds?))|${WHOSE}${REVIEW}|(?:the |this |next )?${SEASON} (?:half[- ])?term(?: (?:of )?${YEAR})?|(?:the |this |next )(?:current |coming |following )?(?:school |academic )year|this (?:half[- ])?term|next (?:half[- ])?term|(?:the )?(?:mid-|early |late )?${MONTH} ${YEAR}|\\d{1,2} ${MONTH}(?: ${YEAR})?|${WHOSE}${LIFE})`,
  ),
  // "End of Year 4: …", "July 2027 - …": a heading that says by when.
  wordPattern(`(?<=^\\s*)${NOT_RHYTHM}(?:${EDGE})?(?:${POINT})(?=\\s*(?::|-\\s))`),
  // Any full date, wherever it stands; from then on is a beginning.
  wordPattern(
    `(?<!since )(?<!dated )(?<!of )(?<!from )(?<!from (?:the )?\\S{1,12} )(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} ${YEAR}`,
  ),
  wordPattern(`(?<!since )(?<!dated )\\d{1,2}/\\d{1,2}/\\d{2,4}`),
  // By the end of college, where nothing says "each".
  wordPattern(
    `(?:by|before) ${EDGE}(?:college|school|university|nursery|sixth form)(?! (?:day|each|every|lesson|week|visit))`,
  ),
  // Within twelve months; over the next two terms; in a year's time; six months from now.
  wordPattern(
    `within (?:(?:the|a) (?:next|coming|following) )?(?:(?:about )?(?:${NUMBER}|a|an) )?(?:of )?${PERIOD}(?! of (?:being|it|the|his|her|receiving|getting))`,
  ),
  wordPattern(
    `(?:in|over|during|across|for) (?:the )?(?:course of the )?(?:next|coming|following) (?:${NUMBER} )?${PERIOD}`,
  ),
  wordPattern(`(?:over|during) the course of (?:the|this|next) (?:${NUMBER} )?(?:school |academic )?(?:year|${TERM})`),
  wordPattern(`(?:in|after) (?:${NUMBER}|a|an) (?:weeks?|months?|terms?|(?:school |academic )?years?)(?:'s?|s')? time`),
  wordPattern(
    `(?<![\\p{L}\\p{N},;] )(?:[Ii]n|[Aa]fter) (?:${MANY}|a|an|one) (?:months?|terms?|half[- ]terms?|(?:school |academic )?years?)(?=,| [A-Z])`,
    'gu',
  ),
  wordPattern(
    `(?:${NUMBER}|a) (?:weeks?|months?|terms?|years?) (?:from (?:now|today|the (?:date|issue|start)[\\p{L} ]{0,25})|after (?:the|this) plan[\\p{L} ]{0,15})`,
  ),
  wordPattern(`(?:this )?time next year`),
  /(?<=^\s*(?:\([^)]*\)\s*)?)(?:[Bb]y|[Bb]efore|[Aa]t)(?: the)?(?: age| age of)? (?:1\d|2[0-5])(?= (?:he|she|they|I|\p{Lu}\p{L}+)\s)/gu,
  // "… - end of Spring 1", "Y9 end: …", "to leave Year 11 with …".
  new RegExp(`(?<=[-(,;:.]\\s*)${EDGE}(?:${POINT})(?=\\s*(?:[).,;]|$))`, 'giu'),
  wordPattern(`(?<=^\\s*)${STAGE} (?:end|start)(?=\\s*(?::|-\\s|,))`),
  wordPattern(`(?:leav(?:e|es|ing)|finish(?:es|ing)?) (?:${STAGE}|school|college|sixth form)(?= with)`),
  wordPattern(`by (?:the |his |her |their |my )?${MONTH} (?:clinic|review|check|meeting|appointment|assessment)`),
  wordPattern(
    `(?:for|throughout|across) (?:the )?(?:whole |entire |full )?(?:of )?(?:the )?${SEASON} (?:half[- ])?term (?:of )?${YEAR}`,
  ),
  // By 19; at 18, …
  wordPattern('(?<=^\\s*)(?:by|before|at)(?: the)?(?: age| age of)? (?:1\\d|2[0-5])(?=,|\\.?\\s*$)'),
  // Before she moves to the juniors; by the time he is eleven; on leaving school.
  wordPattern(
    `(?:by|before|when|until|at|on|after)(?: the (?:time|point|moment|day)(?: (?:when|at which|that))?)? ${PERSON} ${MOVES} (?:[\\p{L}'-]+ ){0,5}${NEXT_PLACE}`,
  ),
  wordPattern(
    `(?:by|before|when|until|at)(?: the (?:time|point|day)(?: (?:when|that))?)? ${PERSON} (?:is|are|turns?|reaches|becomes?|will be|'s)(?: the age of| age| aged)? ${NUMBER}(?! (?:metres|minutes|out|in|of))(?: years old| years of age)?`,
  ),
  wordPattern(
    `(?:on|before|upon|by) (?:leaving|starting|entering|joining|moving (?:up )?(?:in)?to|transferring to|transfer to|transition to|finishing|completing) (?:[\\p{L}'-]+ ){0,3}${NEXT_PLACE}`,
  ),
  wordPattern(
    `(?:target date|deadline|timescale|review date|to be achieved by|achieve by|by when)\\s*[:-] ?(?:${POINT})`,
  ),
];

/** Words that sound like an end point and are none. */
export const LOOSE = wordPattern(
  'over time|in (?:the )?(?:longer|long|medium|short|near|short(?:er)?)[- ]term|in the (?:near )?future|in due course|(?:once|when(?:ever)?|as soon as|if) (?:\\p{L}+ (?:is|are|feels?) )?(?:ready|older|able)|(?:as|when) \\p{L}+ (?:gets|grows|is|becomes) older|by the end of (?:the|this|her|his) plan|during the life(?:time)? of (?:the|this) plan|ongoing|eventually|one day|in time|gradually|as soon as possible|when \\p{L}+ grows up|at some point|sooner or later|(?:each|every) (?:(?:half[- ])?term|week|month|year|day|fortnight)|termly|weekly|monthly|daily|yearly|half[- ]termly',
);

function withoutOverlap(found: readonly Seen[]): Seen[] {
  const kept: Seen[] = [];
  for (const seen of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || seen.start >= last.end) kept.push(seen);
  }
  return kept;
}
