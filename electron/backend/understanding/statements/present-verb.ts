import { findDeadlines, LOOSE } from './deadline.ts';
import { baseOf, isKnownThird, isResultVerb } from './result-verbs.ts';
import { findAll, without } from './word-pattern.ts';

/** A verb in the present tense that tells a statement's result, and its base. */
export interface PresentVerb {
  start: number;
  end: number;
  base: string;
}

/** Whose words they are, or what the line is about: "(Mum)", "Reading:", "Self-care -", "Mathematics." */
const LABEL =
  /^[\s,;.-]*(?:\([\p{L}\s/&'-]{2,30}\)|(?!to )[^:.;,]{1,40}?(?::|\s-\s|(?<=^\s*\p{Lu}\p{Ll}+)\.(?=\s\p{Lu})))[\s,;-]*/iu;
/** What goes before the person: "after the nurse's course,", "and given a frame,". */
const MEANS_FIRST =
  /^[\s,;-]*(?:and )?(?:after|with|following|given|when|whenever|once|using|if|through|from|in|at|on|for|during|by|before|within)\s[^,;.]{2,90},/iu;
const MARKS = /^[\s,;:.()[\]"'*•-]+/u;
const ADVERBS =
  '(?:(?:also|now|still|usually|often|always|never|only|then|no longer|just|regularly|both|each day|(?!(?:week|dai|month|fortnight|term|year|hour|night|ear)ly)\\p{Ll}+ly)\\s+)*';
const NAME = "\\p{Lu}[\\p{L}'-]*\\p{Ll}(?:\\s\\p{Lu}[\\p{L}'-]*\\p{Ll})?";

/** Nouns in the plural and others that end like verbs of the third person. */
const NO_VERB =
  /^(?:sessions|lessons|interventions|groups|programmes|plans|hours|visits|breaks|strategies|activities|skills|games|meetings|reviews|checks|assessments|aids|resources|materials|classes|exercises|appointments|workshops|clubs|tests|cards|targets|clinics|supports|devices|books|stories|trips|minutes|days|weeks|terms|times|process|us|this|his|hers|its|yes|less|as|thus|plus|always|perhaps|maths|mathematics|physics|english|[\p{L}]*ness|reminders|prompts|adults|teachers|parents|staff|carers|pupils|children|friends|peers|choices|outcomes|results|words|steps|opportunities|arrangements|adjustments|mornings|afternoons|evenings|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|headphones|glasses|splints|scissors|pictures|symbols|phonics)$/iu;

/** After a verb that is not known to the lists: "Grates his own cheese", "Alphabetises the files". */
const OBJECT =
  '(?=\\s+(?:his|her|their|own|an?|the|up|down|off|out|away|onto|into|at least|from|to|with|for|in|on|\\d))';

/** "Socialises", "participates", "clarifies": no plural noun ends so but a few ("plates"). */
const VERB_ENDING = /(?:\p{L}{3}i[sz]es|\p{L}{4}ates|\p{L}{2}ifies)$/iu;

/** What somebody needs or is given tells no result, in whatever tense. */
const NEVER_A_RESULT = /^(?:needs|requires|receives|was|this)$/iu;

/** The verb of the statement proper: after a name or "he", or with its subject dropped; null where there is none. */
export function findPresentVerb(text: string): PresentVerb | null {
  // "Weekly blocks of": a rhythm stays, or the noun after it would begin the statement.
  const loose = findAll(text, LOOSE).filter((seen) => !/ly$/iu.test(seen.text));
  const bare = without(text, [...findDeadlines(text), ...loose]);
  for (const start of startsOf(bare)) {
    const verb = verbAt(bare, start);
    if (verb !== null) return verb;
  }
  return verbAfterOpening(bare);
}

/** Where the statement proper may begin: at its first word, after a label, after what goes before the person. */
function startsOf(text: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (let round = 0; round < MOST_OPENINGS; round += 1) {
    at += MARKS.exec(text.slice(at))?.[0].length ?? 0;
    if (!starts.includes(at)) starts.push(at);
    const opening = LABEL.exec(text.slice(at)) ?? MEANS_FIRST.exec(text.slice(at));
    if (opening === null) break;
    at += opening[0].length;
  }
  return starts;
}

const MOST_OPENINGS = 4;

const THIRD = '[\\p{L}-]*[^s\\s]s';
const PERSON_THEN_VERB = new RegExp(`^([Hh]e|[Ss]he|${NAME})\\s+${ADVERBS}(${THIRD})(?![\\p{L}'])`, 'u');
const VERB_FIRST = new RegExp(`^${ADVERBS}(${THIRD})(?![\\p{L}'])`, 'iu');
const BARE_CHANGE =
  /^(improv(?:e|ing)|develop(?:ing)?|increas(?:e|ing)|build(?:ing)?|enhanc(?:e|ing)|strengthen(?:ing)?|gain(?:ing)?|becom(?:e|ing)|be(?:ing)?|mak(?:e|ing)|hav(?:e|ing)|feel(?:ing)?|grow(?:ing)?|understand|manag(?:e|ing)|cop(?:e|ing)|engag(?:e|ing)|participat(?:e|ing)|communicate|expressing?|reduc(?:e|ing)|live|get|clos(?:e|ing)(?=\sthe\sgap))\s(?!in (?:breaks|time)|up to|less|of)/iu;
/** "Taught in a class of eight", "Supported to join in": done for the person, the auxiliary dropped. */
const DONE_FOR =
  /^(?:taught|supported|helped|given|offered|kept|provided|shown|assessed|referred|monitored|seen|encouraged|accompanied|escorted|supervised|coached|mentored|tutored|reviewed)(?=\s(?!(?:his|her|their)\s))/iu;

/** The base of a general change that may stand as a gerund: "improving". */
function changeOf(word: string): string {
  const stem = word.replace(/ing$/u, '');
  if (stem === word || isResultVerb(stem)) return stem;
  return `${stem}e`;
}

const WE_OR_I = new RegExp(`^(?:I|[Tt]hey)\\s+${ADVERBS}(\\p{Ll}+)(?![\\p{L}'])`, 'u');
const NO_DEED =
  /^(?:like|love|want|wish|hope|need|think|feel|know|would|could|may|might|can|find|enjoy|struggle|have|be)$/u;

function verbAt(text: string, start: number): PresentVerb | null {
  const rest = text.slice(start);
  const ofPerson = PERSON_THEN_VERB.exec(rest);
  if (ofPerson?.[1] !== undefined && ofPerson[2] !== undefined) {
    const [upTo, subject, verb] = ofPerson;
    const isPronoun = /^s?he$/iu.test(subject);
    const after = rest.slice(upTo.length);
    const isNoun = isKnownThird(verb)
      ? NO_VERB.test(verb) && !FOLLOWED.test(after)
      : !VERB_ENDING.test(verb) && !TAKES_THING.test(after);
    if (isPronoun ? !NEVER_A_RESULT.test(verb) : !isNoun && !NO_SUBJECT.test(rest) && !isKnownThird(subject))
      return placed(start, upTo, verb);
  }
  const done = DONE_FOR.exec(rest);
  if (done !== null && !rest.includes(','))
    return { start, end: start + done[0].length, base: `be ${done[0].toLowerCase()}` };
  const bareVerb = BARE_CHANGE.exec(rest);
  if (bareVerb?.[1] !== undefined)
    return { start, end: start + bareVerb[1].length, base: changeOf(bareVerb[1].toLowerCase()) };
  const own = WE_OR_I.exec(rest);
  if (own?.[1] !== undefined && isResultVerb(own[1]) && !NO_DEED.test(own[1]))
    return { start: start + own[0].length - own[1].length, end: start + own[0].length, base: own[1] };
  const first = VERB_FIRST.exec(rest);
  if (first?.[1] === undefined) return null;
  const isVerb = isKnownThird(first[1])
    ? !(NO_VERB.test(first[1]) && !FOLLOWED.test(rest.slice(first[0].length)))
    : !NO_VERB.test(first[1]) && (VERB_ENDING.test(first[1]) || OBJECT_AFTER.test(rest.slice(first[0].length)));
  return isVerb ? placed(start, first[0], first[1]) : null;
}

/** What is no name, though it begins with a capital. */
const NO_SUBJECT =
  /^(?:Staff|School|College|Nursery|Parents?|Adults?|Teachers?|Access|Support|Provision|Therapy|Weekly|Daily|Regular|All|Any|Each|Every|There|This|That|It|One|Two|Three|No|TAs?|LSAs?|SENCO|Mum|Dad|Nobody|Everyone|The|An?)\s/u;
const OBJECT_AFTER = new RegExp(`^${OBJECT}`, 'iu');
/** "Bethan grates her own cheese", not "Sensory circuits on Mondays". */
const TAKES_THING =
  /^\s+(?:his|her|their|own|an?|the|up|down|off|out|away|himself|herself|asleep|awake|still|dry|calm|safe)(?![\p{L}])/iu;
/** A plural noun that is a verb too is one only before its own object: "visits the", "plans his", "books own". */
const FOLLOWED = /^\s+(?:his|her|their|own|an?|the|up|out|and [\p{Ll}-]+s|\d+)(?![\p{L}])/iu;

/** "By her mocks Bethany uses …", "Within 12 months of this plan Fatima reads …": no comma before the person. */
function verbAfterOpening(text: string): PresentVerb | null {
  const match = AFTER_OPENING.exec(text);
  if (match?.[1] === undefined || !isKnownThird(match[1])) return null;
  if (NO_VERB.test(match[1]) && !FOLLOWED.test(text.slice(match.index + match[0].length))) return null;
  return placed(match.index, match[0], match[1]);
}

const AFTER_OPENING = new RegExp(
  `^[\\s,;:-]*(?:[Bb]y|[Bb]efore|[Ww]ithin|[Ii]n|[Aa]t|[Oo]n|[Aa]fter|[Ff]rom|[Oo]f|[Ff]or|[Ww]hen)?\\s[^,;:.]{0,60}?\\s(?:he|she|${NAME})\\s+${ADVERBS}(${THIRD})(?![\\p{L}'])`,
  'u',
);

function placed(start: number, upTo: string, verb: string): PresentVerb | null {
  const base = NEVER_A_RESULT.test(verb) ? null : baseOf(verb);
  const end = start + upTo.length;
  return base === null ? null : { start: end - verb.length, end, base };
}
