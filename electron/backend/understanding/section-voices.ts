import type { SectionId } from './section-ids.ts';

/**
 * How each section of a plan speaks. A small set of cues, each a phrase with what it weighs for whom, set by hand from
 * regulation 12, the Code's chapter 9 and the way councils write; nothing is learnt or hidden, so that a claim can name the
 * words that it rests on. 'front' is the cover and how-to-read matter, 'closing' what follows the sections: signatures,
 * appeals, monitoring, distribution, glossary.
 */
export type Voice = Exclude<SectionId, 'H'> | 'front' | 'closing';

export const VOICES: readonly Voice[] = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H1',
  'H2',
  'I',
  'J',
  'K',
  'front',
  'closing',
];

interface Cue {
  /** What it is called in a reason. */
  name: string;
  pattern: RegExp;
  weights: Partial<Record<Voice, number>>;
}

const NUMBER =
  '(?:\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|half an)';
const ROLE =
  'teacher|tutor|teaching assistant|therapist|psychologist|paediatrician|nurse|doctor|gp|consultant|social worker|mentor|senco|head ?teacher|worker|coach|specialist|adviser|advisor|psychiatrist|physiotherapist|audiologist|dietitian|practitioner|optometrist|orthoptist|officer|portage';

const CUES: readonly Cue[] = [
  // A: views
  {
    name: 'likes and wishes',
    pattern:
      /\b(?:i|he|she|they|we|you) (?:really |also |just |do not |don['’]t |does not |doesn['’]t |would |['’]d )*(?:likes?|loves?|enjoys?|hates?|hopes?|wish(?:es)?|dream|prefers?|dislikes?|miss)\b/gi,
    weights: { A: 2 },
  },
  {
    name: 'hopes for later',
    pattern:
      /\b(?:when (?:i|he|she|they)(?: am|['’]m| is| are)? (?:grow(?:n|s)? ?up|older|bigger|leaves? school|an adult)|in (?:the long run|(?:ten|five|\d+) years?)|dreams?|aspir\w+|one day|grown[- ]up|wants? to (?:be|become|work|live|have|go)|would like (?:to|him|her|me)|(?:we|i) want (?:him|her|them|to)|(?:we|they|parents?|mum|dad|family) (?:hopes?|worr(?:y|ies)|wants?|would like|feels?))\b/gi,
    weights: { A: 2, E: 0.2 },
  },
  {
    name: 'views',
    pattern:
      /\b(?:views?|favourites?|best friend|hobb(?:y|ies)|proud of|good day|bad day|important to (?:me|him|her|them|us)|likes and dislikes|my (?:mum|dad|mummy|daddy|nan|family|dog|cat|sister|brother|friends?)|told us|said that|in (?:his|her|their|my) own words|says? that|talked with|talking mats)\b/gi,
    weights: { A: 1.6, K: 0.2 },
  },
  {
    name: 'first person',
    pattern: /(?<![\p{L}’'])(?:I|I['’]m|I['’]ve|[Mm]e|[Mm]y|[Ww]e|[Oo]ur)(?![\p{L}])/gu,
    weights: { A: 0.8, closing: 0.1 },
  },
  // B: needs
  {
    name: 'difficulties',
    pattern:
      /\b(?:difficult(?:y|ies)?|finds? (?:it |this )?(?:very |too )?(?:hard|difficult)|struggl\w+|cannot|can ?not|unable|limited|weak(?:ness)?\w*|delay(?:ed)?|impair\w*|disorder|dys\w+ia|autis\w+|below (?:the )?(?:level|average)|strengths?|barriers?|overwhelmed|distress\w*|anxi\w+|easily|reluctant|avoids?|becomes?)\b/gi,
    weights: { B: 1.6, C: 0.4, D: 0.3 },
  },
  {
    name: 'measures of attainment',
    pattern:
      /\b(?:centiles?|percentiles?|standard(?:ised)? scores?|age[- ]equivalent|at the level of|years? behind|working (?:at|towards|below)|attain\w+|reading age|average range|verbal|reasoning|phonics|spelling|handwriting|curriculum|numeracy|literacy|vocabulary|working memory|processing)\b/gi,
    weights: { B: 1.3, F: 0.3, E: 0.1 },
  },
  {
    name: 'areas of need',
    pattern:
      /\b(?:communicat\w+|understand(?:s|ing)?|attention|concentrat\w+|language|speech|listen\w*|peers|friendships?|emotion\w*|sensory|motor|balance|sounds?|noise|signs?|words)\b/gi,
    weights: { B: 0.8, E: 0.2, F: 0.3 },
  },
  // C and G: health
  {
    name: 'health words',
    pattern:
      /\b(?:epilep\w+|seizures?|asthma|inhalers?|medic(?:al|ation|ines?)|tablets?|surg(?:ery|ical)|allerg\w+|syndrome|hearing aids?|glue ear|cochlear|implants?|gastrostomy|tube|feeds?|swallow\w*|heart|kidney|bowel|continence|melatonin|sleep(?:s|ing)?|diabetes|insulin|cerebral palsy|hypermobil\w+|eczema|vision|squint|spine|hip|pain|physical health|mental health|diagnos\w+|discharged|clinic|hospital|health)\b/gi,
    weights: { C: 1.5, G: 1, B: 0.2 },
  },
  {
    name: 'health services',
    pattern:
      /\b(?:nhs|icb|integrated care board|commissioner|community nurs\w+|(?:specialist|school|epilepsy|children['’]s) nurs\w+|nurses?|paediatric\w*|consultants?|audiolog\w+|ophthalm\w+|orthopt\w+|dietiti?an|camhs|psychiatr\w+|physiotherap\w+|health (?:visitor|check|care plan|plan|team)|care plan|gp|doctors?|splints?|wheelchair service)\b/gi,
    weights: { G: 1.6, C: 0.8, K: 0.3 },
  },
  // D, H1, H2: social care
  {
    name: 'social care words',
    pattern:
      /\b(?:social care|social work\w*|children['’]s services|disabled children['’]s|early help|family (?:help|support)|child in need|care act|carers?|care needs|children act|safeguarding|short breaks?|respite)\b/gi,
    weights: { D: 1.4, H1: 1.1, H2: 1.1, K: 0.2, closing: 0.1 },
  },
  {
    name: 'life at home',
    pattern:
      /\b(?:at home|bathing|washing|dressing|night|siblings?|brother|sister|parents? (?:are|have|take|lift)|mother|father|exhausted|tired|break|safe(?:ty)?|supervis\w+|unsafe|alone|door|stairs|garden|bathroom|bedroom|lives? with|outside (?:school|the home)|leisure|club)\b/gi,
    weights: { D: 1.1, H1: 0.4, H2: 0.4, A: 0.3 },
  },
  {
    name: 'social care provision',
    pattern:
      /\b(?:personal assistants?|support workers?|overnight|short breaks?|nights? (?:a|per)|direct payment|sitting service|befriend\w+|holiday (?:club|scheme|playscheme)|playscheme|saturday|weekend|adapt(?:ations?|ed)|hoist|ceiling|alarm|wet room|shower|family support worker|home care|day service|supported living|outreach)\b/gi,
    weights: { H1: 1.3, H2: 1.2, J: 0.3, D: 0.2 },
  },
  {
    name: 'the 1970 Act',
    pattern: /\b(?:1970|csdpa|chronically sick|section 2 of|under (?:the age of )?18|over 18)\b/gi,
    weights: { H1: 2.2 },
  },
  {
    name: 'other social care',
    pattern:
      /\b(?:no other|any other|nothing (?:more|else|further)|none (?:was |has been )?identified|adult social care|care act|carer['’]s assessment|children act 1989|section 17)\b/gi,
    weights: { H2: 1.6, H1: 0.3 },
  },
  // E: outcomes
  {
    name: 'a result by a date',
    pattern:
      /\b(?:by|before) (?:the end of|the time|the age|(?:his|her|their|my) \w+ birthday|july|june|may|april|march|february|january|september|october|november|december|easter|christmas|summer|spring|autumn|year \d+|key stage|december|august|the start of|reception|20\d\d)/gi,
    weights: { E: 2, F: 0.1 },
  },
  {
    name: 'will be able to',
    pattern:
      /\bwill (?:be able to|have learn\w+|independently|confidently|choose|tell|ask|read|write|use|walk|play|stay|complete|make|take part|say|name|cook|travel|join|manage|follow|show|eat|drink|dress|go|learn|speak|explain|initiate|increase|achieve|attend|recognise|identify|express|respond|engage|participate|develop|improve|count|swim|ride|share|work|greet|hold)\b/gi,
    weights: { E: 1.5, F: 0.2, G: 0.1 },
  },
  {
    name: 'how success is told',
    pattern:
      /\b(?:on (?:four|three|two|five|eight|nine|\d+) (?:out of|of|occasions|days)|out of (?:five|ten|four|\d+)|without (?:being|an adult|help|prompt\w*|support|physical)|with(?: no more than)? (?:one|two|a) (?:prompts?|reminder)|independen\w+|steps? (?:towards|along)|short[- ]term|long[- ]term|outcomes?|success|unaccompanied|by (?:him|her|my)self)\b/gi,
    weights: { E: 1.5 },
  },
  // F (and G, H): provision
  {
    name: 'amounts of time',
    pattern: new RegExp(
      `\\b${NUMBER}(?:[- ](?:one|two|five))?[ -](?:minutes?|hours?|sessions?|hrs|mins|visits?|meetings?|lessons?|blocks?|half[- ]days?|days?)\\b`,
      'gi',
    ),
    weights: { F: 1.3, G: 0.8, H1: 0.9, H2: 0.7, E: 0.2 },
  },
  {
    name: 'how often',
    pattern:
      /\b(?:daily|weekly|fortnightly|monthly|termly|half[- ]term(?:ly)?|annually|yearly|once|twice|three times|four times|five times|each|every|per|a) ?(?:day|week|fortnight|month|half[- ]term|term|year|lesson|session|morning|lunchtime)?\b(?<=(?:ly|day|week|fortnight|month|term|year|lesson|session|morning|lunchtime|twice|times))/gi,
    weights: { F: 1.1, G: 0.8, H1: 0.6, H2: 0.5, closing: 0.2 },
  },
  {
    name: 'what staff will do',
    pattern:
      /\bwill (?:be (?:taught|given|provided|supported|offered|delivered|trained|seen|reviewed|helped|available)|provide|deliver|teach|train|give|support|help|receive|see|visit|work with|meet|review|monitor|assess|advise|set|plan|check|supply|arrange|offer|have)\b/gi,
    weights: { F: 1.2, G: 1.1, H1: 0.9, H2: 0.8, closing: 0.2 },
  },
  {
    name: 'teaching staff',
    pattern:
      /\b(?:teaching assistants?|class teacher|teachers?|tas?\b|senco|learning (?:mentor|support)|tutors?|key (?:adult|person|worker)|(?:speech and language|occupational) therap\w+|educational psychologist|one[- ]to[- ]one|1:1|small group|groups? of|programme|intervention|lessons?|laptop|visual (?:timetable|supports?)|task board|pre-teach\w*|differentiat\w+|ratio|classroom|training|trained|specialist teacher|elsa|makaton|phonics)\b/gi,
    weights: { F: 1.3, K: 0.2, B: 0.1 },
  },
  // I, J
  {
    name: 'type of setting',
    pattern:
      /\b(?:mainstream|maintained|special school|academy|independent school|resource(?:d)? (?:base|provision)|type of (?:school|setting|placement)|further education|nursery school|primary school|secondary school|college|named (?:school|setting)|not named|left blank|setting (?:name|type)|placement|will (?:go to|attend)|section i\b)/gi,
    weights: { I: 1.6, front: 0.2, K: 0.1 },
  },
  {
    name: 'money',
    pattern: /\b(?:personal budgets?|direct payments?|notional|third[- ]party|no budget|budget)\b/gi,
    weights: { J: 2.2, H1: 0.3 },
  },
  { name: 'amounts of money', pattern: /£ ?[\d,]+/g, weights: { J: 1.2, closing: 0.5 } },
  {
    name: 'whether money was asked for',
    pattern:
      /\b(?:declined|not (?:asked|requested)|do(?:es)? not want|decided not|asked for information|was (?:given|offered)|has been (?:asked|requested))\b/gi,
    weights: { J: 0.9, H2: 0.2 },
  },
  // K
  {
    name: 'reports and their dates',
    pattern:
      /\b(?:dated?|reports?|advice|appendix|app\.|author|received|letter|summary|assessment report|views of|statement of)\b/gi,
    weights: { K: 1.3, closing: 0.2 },
  },
  {
    name: 'dates',
    pattern:
      /\b\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)[ ./,-]+\d{2,4}\b|\b20\d\d-\d\d-\d\d\b/gi,
    weights: { K: 1.4, front: 0.8, closing: 0.2 },
  },
  { name: 'roles', pattern: new RegExp(`\\b(?:${ROLE})s?\\b`, 'gi'), weights: { K: 1.1, F: 0.5, G: 0.3 } },
  {
    name: 'names',
    pattern: /\b(?:Dr|Mrs?|Ms|Miss|Prof(?:essor)?)\.? \p{Lu}\p{L}+/gu,
    weights: { K: 0.9, closing: 0.3 },
  },
  // front and closing
  {
    name: 'front matter',
    pattern:
      /\b(?:date of birth|d\.?o\.?b|nhs number|upn|year group|known as|home (?:address|language)|parental responsibility|plan writer|case officer|reference|how to (?:read|use)|contents|gender|ethnic\w*|religion|postcode|draft (?:plan|issued|sent)|final plan|request (?:received|for))\b/gi,
    weights: { front: 2 },
  },
  {
    name: 'appeals',
    pattern:
      /\b(?:appeal\w*|tribunal|mediation|disagree\w*|complain\w*|sendiass|not happy|right to|disagreement resolution)\b/gi,
    weights: { closing: 2.6 },
  },
  {
    name: 'signatures',
    pattern:
      /\b(?:sign(?:ed|ature)|authori[sz]ed|on behalf of|duly|yours (?:sincerely|faithfully)|officer|manager|head of|print name)\b/gi,
    weights: { closing: 1.6 },
  },
  {
    name: 'distribution',
    pattern: /\b(?:circulat\w+|distribut\w+|copies|copied to|copy of this plan|sent to|enc\.|cc)\b/gi,
    weights: { closing: 1.9 },
  },
  {
    name: 'monitoring of the plan',
    pattern:
      /\b(?:(?:annual )?reviews? (?:of (?:this|the) plan|will|must|meeting)|will be (?:reviewed|monitored)|review (?:this|the) plan|this plan (?:will|must)|monitor\w* (?:this|the|of)|next review|within (?:12|twelve) months|every (?:12|twelve) months|responsib\w+ for monitoring)\b/gi,
    weights: { closing: 2 },
  },
  {
    name: 'office use',
    pattern:
      /\b(?:office use|for information only|not (?:a )?part of (?:it|(?:the|your|this) (?:\w+ )?plan)|funding band|band \d|glossary|words in this plan|means|privacy|data protection|audit trail|version|contact us|telephone|website|www\.|equality|checklist|document control)\b|@\w/gi,
    weights: { closing: 1.9, front: 0.3 },
  },
];

export interface Heard {
  /** By voice, from 0 (nothing of it) to 1 (plainly it). */
  scores: Record<Voice, number>;
  /** The names of the cues that speak for a voice, the strongest first. */
  cuesFor: (voice: Voice) => string[];
}

/** Cues counted in one stretch of text. */
export interface CueCounts {
  counts: number[];
  words: number;
}

export function countCues(text: string): CueCounts {
  return {
    counts: CUES.map(({ pattern }) => text.match(pattern)?.length ?? 0),
    words: text.split(/\s+/).length,
  };
}

const WORDS_IN_A_SENTENCE = 14;
/** A cue says all it has to say when about one sentence in this many holds it. */
const SENTENCES_PER_CUE = 4;
/** What two plain cues weigh: enough to be sure. */
const PLAIN = 3.5;

/** Weighs what was counted: a cue counts by how thickly it stands in the text, so that a long section needs more of it. */
export function hear({ counts, words }: CueCounts): Heard {
  const needed = 1 + words / WORDS_IN_A_SENTENCE / SENTENCES_PER_CUE;
  const scores = Object.fromEntries(VOICES.map((voice) => [voice, 0])) as Record<Voice, number>;
  const strength = counts.map((count) => Math.min(1, count / needed));
  for (const [index, cue] of CUES.entries())
    for (const voice of VOICES) scores[voice] += ((cue.weights[voice] ?? 0) * (strength[index] ?? 0)) / PLAIN;
  for (const voice of VOICES) scores[voice] = Math.min(1, scores[voice]);
  return {
    scores,
    cuesFor: (voice) =>
      CUES.map((cue, index) => ({ name: cue.name, weight: (cue.weights[voice] ?? 0) * (strength[index] ?? 0) }))
        .filter(({ weight }) => weight >= 0.5)
        .sort((a, b) => b.weight - a.weight)
        .map(({ name }) => name),
  };
}
