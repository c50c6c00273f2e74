import { AMOUNT, HOURS, MANY, MINUTES, NUMBER } from './number-words.ts';
import { ROLE } from './roles.ts';
import { findAll, type Seen, wordPattern, without } from './word-pattern.ts';

/** How often: a rate, named days, a rhythm, full coverage, or a defined event. "Regular" and "most days" say nothing. */
export function findFrequencies(text: string): Seen[] {
  const bare = without(text, findAll(text, NOT_OFTEN));
  const found = FREQUENCIES.flatMap((pattern) => findAll(bare, pattern));
  return found.filter((seen) => !isYearlyTotal(bare, seen)).toSorted((a, b) => a.start - b.start);
}

/** Hours or nights "a year" are a total; how often is left open. */
function isYearlyTotal(text: string, seen: Seen): boolean {
  if (!A_YEAR.test(seen.text) || /once|twice|times|sessions?|visits?|meetings?|courses?|days?\b/iu.test(seen.text))
    return false;
  return /\b(?:hours?|nights?)\b[^.;]*$/iu.test(text.slice(0, seen.end));
}

/** How long each time, or how much in all: minutes, hours, days or nights, or start and finish times. */
export function findDurations(text: string): Seen[] {
  const bare = without(text, findAll(text, NOT_LONG));
  return DURATIONS.flatMap((pattern) => findAll(bare, pattern)).toSorted((a, b) => a.start - b.start);
}

const PERIOD =
  '(?:wks?|mth|yr|(?:school |teaching |working |academic |calendar |term-time )?(?:day|morning|afternoon|evening|night|week|weekend|fortnight|month|half[- ]term|term|quarter|year)|lesson|session)';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?';
const A_YEAR = /(?:\ba|per|each|every|\/) (?:academic |school |calendar )?year/iu;
/** Times of the school day and occasions that everybody can tell. */
const EVENT =
  '(?:break[- ]?times?|breaks?|play[- ]?times?|lunch[- ]?times?|lunch(?:es)?|meal[- ]?times?|meals|snack[- ]?times?|story[- ]?time|snack and story time|assembly|assemblies|registration|circle time|home time|bed[- ]?time|bath[- ]?time|PE|swimming|drop-off|pick-up|arrival|(?:the )?start (?:and (?:the )?end )?of (?:the|each|every) (?:school )?(?:day|lesson|week|term)|(?:the )?end of (?:the|each|every) (?:school )?(?:day|lesson|week|term)|(?:science|maths|mathematics|English|literacy|numeracy|PE|art|music|phonics|history|geography|drama|computing|practical|games|food technology|reading|writing) lessons)';

const SEASON_OR_MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|autumn|winter|spring|summer|Christmas|Easter)';

/** "each room", "every child", "every effort": places, people and ways of speaking, no occasions. */
const NOT_OFTEN = wordPattern(
  `(?:each|every) (?:effort|attempt|encouragement|care|reason|chance|opportunity|possible|other(?! (?:day|week|month|morning|evening|term|lesson|fortnight|weekend|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))|(?:[\\p{L}-]+ )?(?:room|classroom|desk|table|child|pupil|student|one|classmate|teacher|adult|person|door|seat|chair|setting|page|sheet|item|home|house|base|building|area|hand|side|ear|eye|corner|way|step|need|subject teacher|member))|most (?:days|mornings|weeks|evenings|lessons|afternoons|nights|terms)|annual review(?:s|ed)?|(?:minutes|hours?) each(?! (?:day|week|month|term|half|night|morning|afternoon|evening|fortnight|school|academic|calendar|working|lunch|break|year|Mon|Tue|Wed|Thu|Fri|Sat|Sun|${SEASON_OR_MONTH}))|weekly budget|monthly budget|daily living(?: skills)?|daily life|weekly timetable|daily routine`,
);

/** "Mon", "Weds & Thurs", "Sat 2-5": days cut short, where nothing else can be meant ("Sat at the front"). */
const SHORT_DAY =
  /(?<![\p{L}\p{N}])(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)s?(?![\p{L}'])(?=\.?\s*(?:[&,;:+/.)\d-]|and\s|am(?!\p{L})|pm(?!\p{L})|from\s|mornings?|afternoons?|evenings?|$))/gu;

const FREQUENCIES: readonly RegExp[] = [
  SHORT_DAY,
  // "x4 a week", "2x wkly", "3 x 20 min/wk", "15 hrs p/w".
  wordPattern(
    `(?:x ?\\d+|\\d+ ?x) ?(?:(?:a|per|each|every) |\\/ ?)?(?:${PERIOD}|wkly|weekly|daily|fortnightly|monthly|termly|p\\/?w)|p\\/w|pw|p\\.w|p\\/d|p\\/t|wkly|fortn?ly|mthly|half-termly`,
  ),
  wordPattern(
    `(?:once|twice|thrice|(?:${NUMBER}|half an?|(?:an?)(?= (?:[\\p{L}-]+ )?(?:hour|session|visit|day|morning|afternoon|evening|night|lesson|meeting|block|slot))) (?:[\\p{L}\\p{N}'.-]+ ){0,7}?)(?:,? ?)(?:a|an|per|each|every|in each|in every|in a) ${PERIOD}`,
  ),
  wordPattern(
    `(?:once|twice) (?:in )?(?:a|an|per|each|every|during the) ${PERIOD}|${NUMBER} times (?:a|an|per|each|every|in a|over the|during the) ${PERIOD}`,
  ),
  wordPattern(
    `\\d+ ?(?:x|×) ?(?:a|per|each|every)? ?(?:day|week|month|term|year|daily|weekly|\\d+)|\\d+\\s?(?:minutes?|mins?|hours?|hrs?|x)?\\s?\\/\\s?(?:day|week|wk|fortnight|month|mth|term|half[- ]term|lesson|session)`,
  ),
  wordPattern(
    '(?:(?:twice|thrice|three-times|four-times|bi)[- ]?)?(?:daily|weekly|fortnightly|monthly|termly|half[- ]termly|quarterly|annually|yearly|hourly|nightly)|twice-weekly|annual|half-yearly|six-monthly|three-monthly|six-weekly|four-weekly',
  ),
  wordPattern(
    `(?:each|every) (?!(?:of|and|so|other$))(?:(?:other|single|new|second|third|fourth|alternate|${MANY}) )?(?:[\\p{L}'-]+|\\d+)(?: [\\p{L}'-]+)?`,
  ),
  wordPattern(`per ${PERIOD}|(?:on )?(?:alternate )?${WEEKDAY}`),
  wordPattern(
    'at all times|all (?:through the |the )?(?:day|night)|(?:throughout|during|across|for) (?:the (?:whole |entire |full )?|each |every |all |his |her |their )*(?:of the )?(?:school |working |teaching |college |nursery |waking )?(?:day|night|week|lesson|timetable|lessons|journey)(?: and (?:at )?lunch(?:time)?)?|full[- ]time|24 hours a day|24\\/7|around the clock|(?:in |for |during |at |across )?all (?:[\\p{L}-]+ ){0,2}?(?:lessons?|classes|break[- ]?times?|tests|exams|assessments|written (?:work|tests)|writing(?: tasks)?|recording|subjects|transitions|journeys|meals|mealtimes|breaks|school trips|trips|sessions|waking hours|unstructured times|school hours|lunchtimes|playtimes|times|assemblies|practical (?:work|lessons)|outings)|the whole school day|the whole of the school day|whenever (?:he|she|they|[A-Z]\\p{L}+) (?!needs?|wants?|requires?|feels?|finds?|is (?:upset|anxious|unable)|becomes?|gets?)[\\p{L} ]{3,30}',
  ),
  wordPattern(
    `(?:at|in|during|before|after|for|over) (?:the )?(?:morning |his |her |their |his or her )?${EVENT}(?:,? (?:and|or) (?:at )?${EVENT})?`,
  ),
  wordPattern(
    `on (?:${NUMBER}|at least ${NUMBER}) (?:school |week|separate |consecutive )?(?:days|mornings|afternoons|evenings|nights|occasions)|${NUMBER} (?:[\\p{L}\\p{N}-]+ ){0,2}?(?:sessions|visits|times|meetings|lessons|appointments|reviews|observations) (?:in|over|across|during|within|spread (?:over|across)) (?:the|each|a|an|one|every) (?:[\\p{L}]+ )?(?:school )?(?:term|year|half[- ]term|week|month|day)`,
  ),
  wordPattern("at \\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm|noon|o'clock)|at (?:noon|midday|12 noon)"),
];

/** "Ten minutes before lunch" is a time of day; "for ten minutes before lunch" is a length. */
const NOT_LONG = wordPattern(
  `(?<!(?:min\\.?|minimum(?: of)?) )(?<!${ROLE} ?[,:;(-]\\s*)(?<!(?:for|of|lasting) (?:(?:about|around|at least|a minimum of|a further) )?(?:[\\p{L}]+-)?)(?:${AMOUNT}) (?:minutes?|mins?|hours?) (?:before|after|prior to|ahead of|early|late|earlier|later)(?! (?:school|lessons) )|(?:every|(?<!, |\\()each|within|after|before|after each|after every|in under|in advance|at least ${NUMBER} (?:hours|days) before) (?:the first |the last )?(?:${AMOUNT}) (?:minutes?|mins?|hours?|days?|nights?)(?! (?:session|slot|block|of [\\p{L}-]+ (?:therapy|teaching)))|${NUMBER}[- ]minutes?[- ](?:warning|notice|countdown)|(?:${MANY}|one) days? (?:a|per|each|every|in every) (?:school )?(?:week|fortnight)|${NUMBER} days?'? (?:of )?training|within ${NUMBER} (?:working |school )?days|${NUMBER} (?:school|working) days(?: (?:of|before|after|notice))|(?:${MANY}|one) (?:weeks?|months?) a year|24 hours a day|aged? [^,.]{1,20}`,
);

const TIME_UNIT = `(?:${MINUTES}|${HOURS}|nights?)`;

const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{Ll}*';

const DURATIONS: readonly RegExp[] = [
  // "9.30-2.30", "8.50 to 9.05", "10-2 Fridays", "Sat 2-5".
  wordPattern(
    `\\d{1,2}[.:]\\d\\d ?(?:am|pm)? ?(?:-|to|until|till) ?\\d{1,2}(?:[.:]\\d\\d)?|\\d{1,2} ?(?:-|to|until|till) ?\\d{1,2}[.:]\\d\\d|(?<=${DAY_NAME},? (?:from )?)\\d{1,2} ?(?:-|to|until|till) ?\\d{1,2}|\\d{1,2} ?(?:-|to) ?\\d{1,2}(?=,? (?:on )?${DAY_NAME})`,
  ),
  wordPattern(
    `(?:${AMOUNT})(?:[- ](?:to|or|and)[- ](?:${AMOUNT}))?[- ]*(?:full |whole |school |clock |half[- ])?${TIME_UNIT}(?:'s?|s')?(?:[- ]long)?`,
  ),
  wordPattern(`\\d+ ?(?:m|h|hrs|mins)(?= |\\b)|\\d+(?:\\.\\d+)?hrs?|\\d+mins?`),
  wordPattern(
    `(?:${MANY}(?: and a half)?|one|(?<=(?:^|for|of|with|and|to|spends?|have|has|,|:)\\s*)an?(?: full| whole)?|an?(?= day's)|another)[- ](?:full |whole |school )?(?:days?)(?:'s?|s')?(?: (?:a|per|each|every) (?:half[- ]term|term|year|month|academic year|school year))?(?! (?:per|each|every|a|in every) (?:school )?(?:week|fortnight)| (?:old|before|after|later|in advance|notice))`,
  ),
  wordPattern(`(?:one|a|1|a full|one full|a whole) (?:school |full )?day (?:a|per|each|every) (?:week|fortnight)`),
  wordPattern(
    'half[- ]?(?:a[- ])?days?|half[- ]day|(?:full|whole|entire)[- ](?:day|morning|afternoon|evening|lesson|session|night)s?|(?:an?|one) (?:morning|afternoon|evening|weekend)|overnight',
  ),
  wordPattern(
    '(?:from |between )?\\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm|noon)? ?(?:to|until|till|-|(?<=between .{1,10})and) ?(?:\\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm)|noon|midday|midnight)|(?:from )?\\d{1,2}[.:]\\d\\d (?:to|until) \\d{1,2}(?:[.:]\\d\\d)?|from \\d{1,2} (?:to|until) \\d{1,2}[.:]\\d\\d',
  ),
];
