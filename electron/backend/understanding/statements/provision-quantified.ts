import { type Judged, judged, SOURCES } from './assessment.ts';
import { findNeed } from './needs.ts';
import { AMOUNT, HOURS, MANY, MINUTES, NUMBER } from './number-words.ts';
import { findPersonsResult } from './provision-content.ts';
import { ROLE } from './roles.ts';
import { findAll, findFirst, type Seen, wordPattern, without } from './word-pattern.ts';

export interface StatementTimes {
  frequency: readonly Seen[];
  duration: readonly Seen[];
  vague: readonly Seen[];
}

/**
 * Whether the amount can be worked out. Sessions, teaching, therapy, meetings and reviews need how often and how long, or
 * a total; adjustments, equipment, environment and staffing that is always there need a number, a size or the
 * occasions. A hedged amount is none.
 */
export function judgeQuantified(text: string, { frequency, duration, vague }: StatementTimes): Judged {
  const source = SOURCES.provision;
  const result = findPersonsResult(text);
  if (result !== null)
    return judged(false, 'result', 'It says what the person will do, not what is provided.', source, [result]);
  const need = findNeed(text);
  if (need !== null)
    return judged(false, 'need', 'It says how things are with the person, not what is provided.', source, [need]);
  const hasBoth = frequency.length > 0 && duration.length > 0;
  const total = duration.length > 0 ? findTotal(text) : null;
  const hedge = vague.find(
    (seen) =>
      AMOUNT_HEDGE.test(seen.text) &&
      !((hasBoth || total !== null) && (CONTENT_HEDGE.test(seen.text) || isOfAnAddition(text, seen, duration))),
  );
  if (hedge !== undefined) return judged(false, 'hedged-amount', 'The amount itself is hedged.', source, [hedge]);
  if (hasBoth)
    return judged(true, 'often-and-long', 'How often and how long are both given.', source, [
      ...frequency.slice(0, 2),
      ...duration.slice(0, 2),
    ]);
  if (total !== null) return judged(true, 'total', 'A total amount of time is given.', source, [total]);
  if (vague.length === 0 && isCountedByOccasion(text)) {
    const numbers = findAll(without(text, findAll(text, NO_COUNT)), COUNT);
    const seen = [...frequency, ...numbers];
    if (seen.length > 0)
      return judged(
        true,
        'number-or-occasions',
        'A number, a size or the occasions are given.',
        source,
        seen.slice(0, 3),
      );
    return judged(false, 'no-number', 'No number, size or occasions are given.', source);
  }
  return judged(
    false,
    'no-amount',
    'How often and how long are not both given, nor a total.',
    source,
    [...frequency, ...duration].slice(0, 2),
  );
}

/** Adjustments, equipment, surroundings and staffing with full coverage, as against sessions. */
export function isCountedByOccasion(text: string): boolean {
  if (FULL_COVERAGE.test(text)) return true;
  // "teaching assistant" must not read as teaching.
  const bare = without(text, findAll(text, ROLES));
  if (SESSION.test(bare)) return THING.test(bare) && THING_FIRST.test(bare);
  return THING.test(bare) || [ONE_HERE_ONE_THERE, EVERY_OCCASION].some((pattern) => findFirst(text, pattern) !== null);
}

/** Hours or nights in all, sessions by number with their length, or one course of a stated length. */
function findTotal(text: string): Seen | null {
  return (
    findFirst(text, TOTAL) ??
    findFirst(text, COUNTED_SESSIONS) ??
    findFirst(text, HOURS_OF) ??
    findFirst(text, ONE_COURSE)
  );
}

/** "… every Thursday for an hour, and will try to fit in more": the hedge is of what comes on top, not of the amount. */
function isOfAnAddition(text: string, seen: Seen, duration: readonly Seen[]): boolean {
  const start = text.slice(0, seen.end).search(ADDITION);
  return start !== -1 && duration.some(({ end }) => end <= start) && duration.every(({ end }) => end <= start);
}
const ADDITION =
  /,? and (?:will (?!be reduced)|(?:an? |any )?(?:other|further|more|wide variety|range|extra|additional)\b)[^,.;]*$/iu;

const ROLES = wordPattern(`(?:(?:teaching|learning support|therapy|training|support) )?${ROLE}`);

const AMOUNT_HEDGE =
  /up to|approx|around|about|roughly|subject|permit|allow|where|when|if|as |some|agreed|determined|confirmed|available|availability|level|regular|frequent|most|occasional|period|ongoing|continu|may|might|could|or so|various|several|few|number of|time to time|sufficient|adequate|appropriate|suitable|range|perhaps|possibl|discretion|depend|possible|negotiat|ideally|usually|normally|typically|generally|aim|try|endeavour|circa|region|flexib|access|opportunit|input|between|review|would|should|extra|additional|increas|enhanc|lots|plenty|much|necessary|need|required|decided|arranged|^c\.?$|~|^ish$/i;

/** What is done is left open, how much of it is not. */
const CONTENT_HEDGE =
  /^(?:an? (?:wide |broad |full |whole )?(?:range|variety|mixture|selection|array|series) of.*|varied|various|appropriate|suitable|relevant|what(?:so)?ever .*|whichever .*|(?:some|any) (?:kind|sort|form|type)s? of|of (?:some|any) (?:kind|sort|form|type|description)|small[- ]group.*)$/iu;

const TOTAL = wordPattern(
  `(?:${NUMBER}|half an?|an?) (?:[\\p{L}-]+ )?(?:hours?|days?|nights?|minutes)['’]?(?: [\\p{L}-]+){0,3}? (?:a|per|each|every|over the|in the|in a|across the|in|over) (?:whole |full |school |academic |calendar )*(?:year|term|half[- ]term|month|week|fortnight)|(?:over|across|during|spread over|within) (?:the |each |a |one |every )(?:school |academic |calendar )?(?:year|term|half[- ]term)|in total|total(?:ling)? (?:of )?${NUMBER}|${NUMBER} hours in all`,
);

/** "Six 50-minute sessions", "ten visits, an hour each": how many times how long is a total. */
const COUNTED_SESSIONS = wordPattern(
  `${MANY} (?!(?:${MINUTES}|${HOURS}|days?|weeks?)(?!\\p{L}))(?:(?!(?:will|to|for|in|on|at|who|with|are|is|a|per|each|every|join|have|attend|minutes?|hours?) )[\\p{L}\\p{N}'.-]+ ){0,6}?(?:sessions|visits|meetings|workshops|appointments|consultations|observations|classes|briefings|outings|trips|lessons|tutorials|reviews)(?! (?:a|per|each|every) )`,
);
/** "Ten hours of travel training": with no rate beside it, it is all there is. */
const HOURS_OF = wordPattern(
  `${MANY} (?:[\\p{L}-]+ ){0,2}?(?:${HOURS}|nights|days|half[- ]days|mornings|afternoons|evenings|weekends)['’]? (?:of )?(?!(?:a|per|each|every|before|after|notice|old|long)(?!\\p{L}))[\\p{L}-]+`,
);
/** "A two-day course", "a workshop of three hours": one event, of a stated length. */
const ONE_COURSE = wordPattern(
  `(?:an?|one) (?:[\\p{L}-]+ )?${AMOUNT}[- ](?:${MINUTES}|${HOURS}|day) (?:[\\p{L}'-]+ ){0,3}?(?:course|workshop|briefing|induction|training|masterclass|twilight|webinar|seminar)|(?:an?|one) (?:[\\p{L}-]+ ){0,3}?(?:course|workshop|briefing|induction|twilight|webinar|seminar)(?: [\\p{L}-]+){0,6}? (?:of|lasting) ${AMOUNT} (?:${MINUTES}|${HOURS}|days?)`,
);

const COUNT = wordPattern(
  `(?:${NUMBER}|\\d+(?:\\.\\d+)?[- ]?point|an?(?= pair| set))(?:[- ](?:per ?cent|point|metres?|cm|inch|degrees?))?(?: [\\p{L}-]+)?|\\d+ ?%|ratio|1:\\d+|size \\d+|double|half the`,
);
/** Numbers that say nothing of an amount. The day by which a thing is to be fitted does: it says when, once. */
const NO_COUNT = wordPattern(
  'Level (?:\\d|one|two|three|five)|Band \\d|Year \\d+|Key Stage \\d|KS\\d|one-to-one|one to one|1:1|Grade \\d|aged? \\d+|\\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm)',
);

/** "Two hoists: one in the bedroom and one in the bathroom". */
const ONE_HERE_ONE_THERE = wordPattern(
  `(?:${MANY}|a pair of|a set of) (?:[\\p{L}-]+ ){0,5}?[\\p{L}-]+[:,(]? (?:- )?(?:one|1|a set|a pair|(?:the )?first|(?:the )?other) (?:[\\p{L}-]+ )?(?:in|for|at|on|by|kept|to|fitted)(?!\\p{L})[^.;]{2,60}?(?:,| and)+ (?:one|1|the other|another|a set|(?:the )?second)`,
);
/** Occasions of the day or of school life that the whole of it is covered by: a rate for what is no session. */
const EVERY_OCCASION = wordPattern(
  `(?:every|each|all) (?:[\\p{L}-]+ ){0,3}?(?:lessons?|assembl(?:y|ies)|exams?|examinations?|tests?|assessments?|transfers?|transitions?|trips?|visits? off site|outings?|journeys?|meals?|mealtimes?|breakfasts?|lunch(?:es|times?)?|snacks?|break[- ]?times?|playtimes?|story times?|changes? of (?:\\p{L}+)|subjects|classes|practicals?|feeds?|nappy changes?|fire drills?)`,
);

const SESSION =
  /\b(?:sessions?|teach(?:es|ing)?|taught|therapy|therapies|counsel\w*|mentoring|tuition|tutor\w*|(?<!(?:spoken|verbal|written|step|new|each|every|no|one|an?) )instruction|coach(?:es|ing)|meetings?|reviews?|reviewed|training|train(?:s)?|visit(?:s|ed)?|practis\w+|practice|workshops?|lessons? (?:in|on|from)|groups?|programme|intervention|assess(?:es|ments?) (?:by|of)|consultation|check-ins?|exercises|massage|supervision session|pre-teach\w*|(?:go|talk|work|look|run)(?:es|s)? (?:through|over|at)|reading with|read(?:s|ing)? (?:aloud|with)|play(?:s)? alongside|help(?:s)? \w+ to (?:talk|understand|learn)|appointments?|clinics?|short break)\b/i;
const THING =
  /\b(?:access to|desk|chairs?|seat(?:ing)?|table|slope|cushion|laptop|tablet|computer|device|software|app|screen|radio aids?|hearing aids?|lift|cutlery|inhaler|spacer|puffs?|drops|cream|insulin|injections?|medication|loop|microphone|ear defenders|headphones|timetable|schedule|planner|checklist|board|cards?|symbols?|visuals?|signs?|pictures?|labels?|timer|hoist|bed|ramp|rail|wheelchair|frame|walker|standing frame|toilet|changing|room|space|workstation|base|lighting|blinds?|carpet|paper|print(?:ed|s)?|font|worksheets?|handouts?|books?|texts?|papers?|exam(?:s|inations?)?|tests?|scrib\w+|reader|prompter|extra time|rest breaks?|movement breaks?|sensory breaks?|breaks?|warning|instructions?|class (?:of|size)|(?:pupils|children|students) in (?:the|a|each|every|his|her|their) (?:class|group|room)|social stor(?:y|ies)|seated|position(?:ed)?|sits?|jacket|weighted|fidget|pencil|grip|scissors|cutlery|cup|cooker|transport|taxi|minibus|escort|uniform|diary|home-school|passport|lock|gate|fence|alarm|diet|meals?|feed(?:s|ing)?|feed pump|medicines?|doses?|notes|profile|suction\w*|ventilat\w+|accompan\w+|drop-off|early|late|lanyard|pass|locker|keyboard|mouse|magnif\w+|telescope|braille(?:d)?|large[- ]print|enlarged|copies|captions|subtitles|note-?taker|interpreter|signer|repeats?|rephrase|simple language|gesture|processing time|seconds|homework|pair|set of|sets of|ratio|adult:child|budget|direct payment|communication (?:aid|board|book)|dictionary|calculator|coat|gloves|mat|swing|trampoline|tent|corner|box|kit|bag|sling|splints?|shoes|glasses|lens\w*|lamp|torch|overlay|product|pad|nappy|nappie|tray|clipboard|pillow|headset|speaker|camera|recorder|pen|ruler|stool|foot(?:rest|stool|plate)|armrest|harness|helmet|rollator|tricycle|handrail|plinth|commode|stander|stylus|charger|thermometer|mirror|curtain|peg|transmitter|receiver|panel|strip)(?:e?s)?\b/i;
const THING_FIRST =
  /^(?:(?:an?|the|one|two|three|four|his|her|access to|all|every|each|exam|\d+)\s+)*(?:[\w-]+\s+){0,2}?(?:desk|chair|slope|cushion|laptop|tablet|timetable|boards?|hoist|bed|ramp|toilet|room|workstation|worksheets?|handouts?|books?|papers?|five-minute|movement|sensory|rest|class|ear|communication|lap|radio|seat)\b/i;
const FULL_COVERAGE =
  /\b(?:supervis\w*|staff\w*|one-to-one|1:1|assistants?|adult|nurse|carer|accompan\w+|escort\w*|ratio|class of)\b[^.]*\b(?:throughout the (?:whole |entire )?(?:school )?day|at all times|all day|every lesson|all lessons|full[- ]time|each lesson|each journey|every journey|the whole school day|(?:on|for|at|in|during) (?:every|each|all) )\b|\b(?:teachers?|assistants?|adults?|staff) (?:to|for) (?:every )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b|-to-(?:one|two|three) staffing\b/i;
