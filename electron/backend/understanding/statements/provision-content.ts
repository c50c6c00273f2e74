import { type Judged, judged, SOURCES } from './assessment.ts';
import { findDeadlines } from './deadline.ts';
import { AMOUNT, NUMBER } from './number-words.ts';
import { findNeed } from './needs.ts';
import { OTHERS, ROLE } from './roles.ts';
import { findAll, findFirst, type Seen, wordPattern, without } from './word-pattern.ts';

/**
 * Whether it is clear what will be provided. The role, the times, the amounts and the empty nouns ("support", "input",
 * "work with the family") are taken away; a word of content must be left, and nothing may hedge it.
 */
export function judgeContent(text: string, vague: readonly Seen[]): Judged {
  if (vague.length > 0)
    return judged(false, 'hedged', 'Hedging words leave it open what will be provided.', SOURCES.vague, [...vague]);
  const result = findPersonsResult(text);
  if (result !== null)
    return judged(false, 'result', 'It says what the person will do, not what is provided.', SOURCES.provision, [
      result,
    ]);
  const need = findNeed(text);
  if (need !== null)
    return judged(false, 'need', 'It says how things are with the person, not what is provided.', SOURCES.provision, [
      need,
    ]);
  const content = [...findAll(text, STAFFING), ...contentWords(text)];
  return content.length > 0
    ? judged(true, 'content', 'It says what will be provided.', SOURCES.provision, content.slice(0, 4))
    : judged(false, 'no-content', 'Beside who and how much, nothing says what will be done.', SOURCES.provision);
}

/** Words of an outcome that stands among provision: the person's own ability or progress, not what they are given. */
export function findPersonsResult(text: string): Seen | null {
  const deadlines = findDeadlines(text);
  const bare = without(text, deadlines);
  const hasEnd = deadlines.some((seen) => /^by\b/iu.test(seen.text)) && findFirst(bare, ROLE_WORDS) === null;
  const goal = findFirst(bare, DONE_BY_SOMEBODY) === null ? findFirst(bare, GOAL) : null;
  return findFirst(bare, RESULT) ?? goal ?? (hasEnd ? findFirst(bare, DOING) : null);
}

/** The words that say what is provided. */
export function contentWords(text: string): Seen[] {
  const bare = without(text, [...findAll(text, ELSEWHERE), ...findAll(text, SERVICE), ...findAll(text, ROLE_WORDS)]);
  return findAll(bare, /[\p{L}][\p{L}'-]*/gu).filter(({ text: word, start }) => {
    if (EMPTY.test(word)) return false;
    // A capital in the middle of a sentence is a name, unless it names an approach.
    const isName = /^\p{Lu}/u.test(word) && start > 0 && !APPROACH.test(word);
    return !isName;
  });
}

const RESULT = wordPattern(
  `(?<=^[\\s,]*)(?!${OTHERS}|(?:[\\p{L}'-]+ )?${ROLE})(?:he|she|they|[\\p{L}'-]+) (?:will|can|to) (?:be able to(?! (?:access|use|have|attend|leave|go|take|sit|work|choose|see|meet|move|listen|record))|improve|develop|learn|be (?:more |fully |increasingly |very |\\p{L}+ly )*(?:confident|independent|happy|calm|settled|ready|prepared|resilient)|achieve|make (?:[\\p{L}]+ )?progress|become|increase|gain|know|understand|(?:make|keep) (?:[\\p{L}]+ ){0,2}?friends|live (?:in (?:his|her|their) own|on (?:his|her|their) own|independently)|get a job|have (?:more |some )?friends)`,
);
const DONE_BY_SOMEBODY = wordPattern(`will|shall|must|should|${ROLE}`);
/** "To live in his own flat": what the person hopes for, with nobody who does anything. */
const GOAL = wordPattern(
  `(?<=^[\\s,]*)(?:for (?:him|her|them|[\\p{L}'-]+) )?to (?:live (?:in|on|with|near|away|independently)|be (?:more |fully |increasingly |very )*(?:confident|independent|happy|calm|settled|resilient)|become|(?:improve|develop|increase) (?:his|her|their)(?![^.]*,)|(?:make|keep) (?:[\\p{L}]+ ){0,2}?(?:friends|progress)|gain|achieve|have (?:[\\p{L}]+ ){0,2}?(?:friends|a job|his own (?:flat|home|house))|get a job|travel|move into)`,
);
/** With an end date, what the person will do is an outcome too. */
const DOING = wordPattern(
  "(?<=^[\\s,]*)[\\p{L}'-]+ (?:will|can) (?:use|ask|tell|read|write|walk|name|say|make|join|travel|eat|sleep|dress|wash|speak|play|swim|count|spell|cook|choose)",
);
/** The size of a class, the number of staff to pupils, visits to a place, and who writes or signs for the person are contents in themselves. */
const STAFFING = wordPattern(
  `(?:class|classes|group|groups) of (?:(?:no more than|at most|fewer than|up to|about) )?${NUMBER}|${NUMBER} (?:[\\p{L}]+ )?(?:teachers?|assistants?|adults?|staff) (?:to|for) (?:every )?${NUMBER}|${NUMBER}-to-${NUMBER} (?:staffing|supervision)|ratio of|visits? to (?:a|an|the|his|her)(?! (?:family|home|parents))|scribes?|(?:BSL |sign language )?(?:interpreters?|signers?)|note-?takers?|prompters?|readers?(?= (?:for|in) (?:[\\p{L}]+ ){0,2}?(?:exam|test|assessment|lesson)s?)|(?:passenger|taxi) (?:assistants?|escorts?)|escorts?`,
);

/** What another paper says is not said here. */
const ELSEWHERE =
  /\b(?:in line with|in accordance with|in keeping with|as (?:set out|described|outlined|detailed|stated|specified) in) [^,.]+/giu;

const SERVICE = wordPattern(
  "(?:the |local |an? )?(?:[\\p{L}'-]+ ){0,4}?(?:team|service|services|CAMHS|department|clinic|agency|outreach)(?! (?:assembl|teach))|CAMHS|social care|early help|speech and language therapy(?! on| for| to| group| in the)|occupational therapy(?! on| for| to)|(?<!music |play |art |drama |hydro|rebound |cognitive behaviour )therapy(?! on| for| to| dog)|physiotherapy(?! on| for| to| in)",
);
const ROLE_WORDS = wordPattern(
  `(?:an? |the |one |two )?(?:(?!(?:with|for|to|of|by|in|and|on|from|will|teach|help|support)\\b)\\p{L}[\\p{L}'-]* ){0,4}?${ROLE}(?:,? (?:who (?:is|has|are) )?(?:trained|experienced|qualified|specialising) (?:in|by|to) [^,.]{3,50}?(?= will|,|\\.|$))?|${OTHERS}`,
);

const EMPTY = new RegExp(
  `^(?:${AMOUNT}|support|supports|supported|supporting|help|helps|helping|input|time|times|session|sessions|involvement|involved|involve|work|works|working|worked|visit|visits|visiting|provide|provided|provides|provision|deliver|delivered|delivers|delivery|family|families|home|school|college|nursery|setting|parents|will|shall|be|is|are|been|being|has|have|can|one-to-one|one|to-one|one-one|individual|group|groups|small|adult|adults|staff|contact|contacts|liaison|liaise|liaises|advice|advise|advises|intervention|interventions|programme|programmes|package|strategies|approaches|access|needs|need|his|her|him|he|she|they|their|them|the|an?|of|for|with|from|by|to|in|on|at|and|or|it|this|that|as|per|so|up|each|every|who|which|when|week|weekly|daily|monthly|termly|fortnightly|annually|term|terms|half-term|year|years|month|months|day|days|hour|hours|minutes|once|twice|times|least|minimum|direct|indirect|specialist|trained|qualified|available|given|made|put|place|arranged|held|offered|continue|continued|continues|see|sees|seen|stay|stays|attend|attends|meet|meets|spend|spends|take|carry|out|led|run|runs|via|through|throughout|across|during|over|all|both|also|then|new|other|child|children|young|person|pupil|pupils|student|class|classroom|education|health|care|therapy|service|services|team|professional|professionals|block|appointment|appointments|check|hold|call|calls|remain|open|get|receive|receives|regular|additional|total|full|part|full-time|part-time|come|comes|coming|no|not|more|than|fewer|block|blocks|lasting|between|between|about|us|ratio|face-to-face|face|shared|dedicated|named|appropriate|well|needed|required|experienced|level|Level|Band|direct|assistant|therapist|teacher|long|length|am|pm|noon|weekday|weekdays|night|nights|morning|mornings|afternoon|afternoons|evening|evenings|lesson|lessons|half|minute|hour|mins|hrs|hr|min|pw|wk|wks|wkly|fortnights|slot|slots|caseload|under|x|p|w|d|pd|Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun|Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays|fortnight|first|last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$`,
  'iu',
);
const APPROACH =
  /^(?:Makaton|Lego|LEGO|PECS|TEACCH|Attention|Autism|Thrive|ELKLAN|Numicon|Braille|Zones|Regulation|BSL|British|Sign|Team|Teach|English|French|PE|Intensive|Picture|Exchange|Theraplay|Colourful|Semantics|Precision|Social|Talk|Boost|Toe|Clicker|Widgit|Communicate|Language|Link|Lexia|Nessy|Toe|Read|Write|Inc|Reading|Recovery|Duke|Edinburgh|ADHD|Bobath|Boccia|Draw|Talking|Sensory|Circuits|Forest|School|Emotional|Literacy|Circle|Friends|Comic|Strip|Tacpac|MOVE|SCERTS|DIR|Floortime|EpiPen|iPad|Mathematics|Science|Paediatric|Direct|Now|Next|SULP|Black|Sheep|Derbyshire|Hanen|Cued|Kim's|Rapid|Speech|Blank|Sherborne|Halliwick|Pilates|Rebound|Snoezelen|Boardmaker|Proloquo|Grid|Dynavox|Eye|Gaze|CBT|DBT|EMDR|AAC|ICT|EAL|Switch)(?:-[\p{L}]+)?$/u;
