import type { SectionId } from './section-ids.ts';

/**
 * How councils word the titles of sections, gathered from regulation 12(1), the Code's chapter 9 and the plain-English
 * titles of published templates ("What I need", "Where I learn"). Weight: how surely the words alone name the section.
 */
interface TitlePattern {
  section: SectionId;
  pattern: RegExp;
  weight: number;
}

const NEEDS = '(?:needs?|difficult\\w+|conditions?|strengths)';
const PROVISION = '(?:provisions?|support|help|services?|interventions?|arrangements?|input|offer)';
const HEALTH = '(?:health(?: ?care| and medical| and wellbeing)?|medical)';
const SOCIAL = '(?:social(?: ?care)?|(?<!health )care)';
const SEN = '(?:special educational|educational|education|learning|sen|send|school|teaching)';

/** "Provision for …", "Support to meet my … needs", "Help with … difficulties". */
function provisionFor(area: string): RegExp {
  return new RegExp(
    `\\b${PROVISION} (?:(?:required |needed |made )?(?:for|with|around)|(?:required |needed )?to meet|meeting|to support) (?:(?:my|our|his|her|their|the|any|all|identified) )*(?:${area})(?: ${NEEDS})?(?: and disabilit\\w+)?`,
  );
}

const PATTERNS: TitlePattern[] = [
  {
    section: 'A',
    pattern:
      /\b(?:views?|wishes|feelings|interests|aspirations?|hopes|dreams|ambitions)\b(?:[ ,]*(?:and|&|,|of)?[ ]*(?:the )?(?:views?|wishes|feelings|interests|aspirations?|hopes|dreams|ambitions|goals|fears))*/,
    weight: 0.85,
  },
  {
    section: 'A',
    pattern:
      /\b(?:all )?about (?:me|you|us|him|her|them|the (?:child|young person|family))\b(?: and (?:my|your|their|the) (?:family|life))?/,
    weight: 0.95,
  },
  {
    section: 'A',
    pattern:
      /\bwhat (?:matters|is important|s important)(?: most)?(?: to| for)? (?:me|us|him|her|them|the (?:child|family))\b(?: and (?:my|our|the) family)?/,
    weight: 0.9,
  },
  {
    section: 'A',
    pattern:
      /\b(?:my|our|their|the (?:child|young person|family)'?s?) (?:story|voice|profile|life|world|history|views?)\b|\bone page profile\b|\bthis is me\b|\bwho (?:i am|am i)\b|\bgetting to know\b|\bhear(?:ing)? (?:from )?(?:me|us)\b|\bin my (?:own )?words\b/,
    weight: 0.85,
  },
  {
    section: 'A',
    pattern: /\b(?:child|young person|pupil|family|parents?|carers?)\b.*\b(?:voice|views?|story)\b/,
    weight: 0.8,
  },
  { section: 'B', pattern: new RegExp(`\\b${SEN} ${NEEDS}\\b`), weight: 1 },
  {
    section: 'B',
    pattern:
      /\bspecial educational needs?\b(?: and disabilit\w+)?|\bareas? of (?:special educational )?needs?\b|\bstrengths and (?:special educational )?(?:needs|difficulties|challenges)\b|\bbarriers to learning\b/,
    weight: 1,
  },
  {
    section: 'B',
    pattern:
      /\b(?:what (?:do )?i (?:need(?: help with)?|find (?:hard|difficult|tricky)(?: (?:when|about|in|at) .*)?|am good at and)|my (?:needs|strengths)|what is (?:hard|difficult) for me|how i learn|description of needs?)\b/,
    weight: 0.75,
  },
  { section: 'C', pattern: new RegExp(`\\b${HEALTH}(?: related)? ${NEEDS}\\b(?:.*\\brelated? to\\b.*)?`), weight: 1 },
  {
    section: 'C',
    pattern:
      /\bmy (?:physical and mental )?health\b|\bhow healthy i am\b|\bkeeping (?:well|healthy)\b|\b(?:physical|mental) health\b/,
    weight: 0.65,
  },
  { section: 'C', pattern: /^health$|^health (?:and medical )?information$/, weight: 0.5 },
  { section: 'D', pattern: new RegExp(`\\b${SOCIAL} ${NEEDS}\\b(?:.*\\brelated? to\\b.*)?`), weight: 1 },
  {
    section: 'D',
    pattern:
      /\b(?:my )?life (?:at home|outside school)\b|\bhome and community\b|\bmy (?:home|community)\b|\bat home and in the community\b/,
    weight: 0.6,
  },
  { section: 'D', pattern: /^social care$/, weight: 0.5 },
  { section: 'E', pattern: /\b(?:\w+ )?outcomes?(?: sought| agreed| wanted| needed)?\b/, weight: 0.9 },
  {
    section: 'E',
    pattern:
      /\bwhat (?:i|we|they) (?:want|hope|would like|will be able|aim)(?: \w+)? to (?:achieve|do|happen|change|see)\b|\b(?:my|our|their) (?:goals|targets|aims)\b|\bwhere (?:i|we) want to (?:be|get to|go)\b|\bwhat will (?:be different|change|get better)\b|\bwhat success (?:looks|will look) like\b/,
    weight: 0.8,
  },
  { section: 'F', pattern: new RegExp(`\\b${SEN} (?:needs? )?${PROVISION}\\b`), weight: 1 },
  { section: 'F', pattern: /\bspecial educational provision\b|\bspecial provision\b/, weight: 1 },
  // "Provision for special educational needs", "Support to meet health needs": what is for the needs is not the needs.
  { section: 'F', pattern: provisionFor(SEN), weight: 1 },
  { section: 'G', pattern: provisionFor(HEALTH), weight: 1 },
  { section: 'H', pattern: provisionFor(SOCIAL), weight: 1 },
  {
    section: 'F',
    pattern:
      /\b(?:how|what) (?:i|we|they) will (?:be (?:helped|supported|taught)|get|have|receive)\b.*|\bwhat (?:help|support) (?:i|they) (?:will get|need)\b.*|\bhelp (?:i (?:will )?(?:get|need|have) )?(?:at|in|with) (?:school|learning|college)\b|\bwhat (?:school|college|education) (?:will|must) (?:do|provide)\b|\bsupport (?:i (?:will )?(?:get|need|have) )?(?:at|in) (?:school|college|nursery|education)\b|\bthe help i (?:need|get)\b/,
    weight: 0.8,
  },
  {
    section: 'G',
    pattern: new RegExp(
      `\\b${HEALTH} ${PROVISION}\\b|\\b${PROVISION} (?:from|by) (?:the )?(?:nhs|health)\\b|\\bhelp (?:with|for|from) (?:my )?health\\b|\\bnhs ${PROVISION}\\b|\\bhow health services (?:will )?(?:help|support)\\b`,
    ),
    weight: 1,
  },
  {
    section: 'H',
    pattern: new RegExp(
      `\\b${SOCIAL} ${PROVISION}\\b|\\b${PROVISION} (?:from|by|at) (?:social care|home(?: and (?:in the )?community)?)\\b|\\bhelp (?:at|around) home\\b|\\bhow social care (?:services )?(?:will )?(?:help|support)\\b`,
    ),
    weight: 1,
  },
  {
    section: 'H',
    pattern:
      /\bprovisions? (?:\w+ ){0,12}?(?:1970|csdpa|chronically sick)\b(?: and disabled persons)?(?: act)?(?: 1970)?/,
    weight: 1,
  },
  {
    section: 'I',
    pattern:
      /\b(?:school |educational |education |my |setting and )?placements?\b|\bname(?: and type)? of (?:the )?(?:school|setting|institution|placement|college|provider)\b|\b(?:educational|education) (?:setting|institution|establishment)\b|\b(?:school|setting|nursery|college|institution)(?: or other)? (?:named|to be attended|or (?:college|setting|other institution|institution))\b/,
    weight: 1,
  },
  { section: 'I', pattern: /^(?:the |educational )?institution$/, weight: 0.8 },
  {
    section: 'I',
    pattern:
      /\bwhere i (?:will )?(?:learn|go to school|be educated|study|will be taught|am taught)\b|\bmy (?:school|setting|college|nursery|place of (?:learning|education))\b|\bschool or (?:other )?(?:setting|institution|college)\b|\b(?:where|which school)\b.*\b(?:learn|attend|educated|school|go)\b/,
    weight: 0.85,
  },
  {
    section: 'J',
    pattern:
      /\bpersonal (?:budgets?|health budgets?)\b(?:.*\bdirect payments?\b)?|\bdirect payments?\b|\bmy (?:budget|money)\b|\b(?:provision|support) (?:is |that is |which is )?(?:to be )?secured (?:by|through) (?:an? |way of )*direct payments?\b.*/,
    weight: 1,
  },
  {
    section: 'K',
    pattern:
      /\b(?:advice|information|evidence|reports?|assessments?)\b(?: and (?:advice|information|evidence|reports?|appendices))?(?: (?:gathered|received|obtained|taken into account|used|considered|given|sought|provided|attached|collected|from))?(?: .*)?/,
    weight: 0.75,
  },
  {
    section: 'K',
    pattern:
      /\badvice (?:and|&) information\b.*|\binformation (?:and|&) advice\b.*|\badvice (?:received|obtained|gathered|taken|sought)\b.*|\bassessment (?:advice|information|evidence)\b.*|\b(?:list of )?(?:appendices|professional reports|supporting (?:documents|evidence|information))\b/,
    weight: 1,
  },
  {
    section: 'K',
    pattern:
      /\b(?:people|professionals|those|who) (?:who |has |have )?(?:gave|helped|contributed|advised|wrote|provided|involved)\b.*|\bwho (?:gave|helped|advised|contributed)\b.*|\bcontribut(?:ors|ions) to (?:this|the|my) plan\b/,
    weight: 0.85,
  },
];

const H1_WORDS =
  /\b1970\b|csdpa|csdp|chronically sick|\bsection 2\b|\bs\.? ?2\b|under (?:the age of )?(?:18|eighteen)|disabled persons/;
const H2_WORDS = /\bother\b|reasonably required|adult|care act|not (?:covered|provided|included)|\bfurther\b|\bany\b/;

/** Words that carry no meaning of their own in a title. */
const FILLER = new Set(
  (
    'a an the of for to and or & my your our his her their its i me we you he she they this that these is are be will in on at by with from as related relating relate ' +
    'which who what how where child childs children young person persons pupil student family parent parents carer carers ehc ehcp plan section part sen send ' +
    'disability disabilities identified required reasonably any all other agreed sought including details summary education health care needs need result because'
  ).split(' '),
);

export interface TitleMatch {
  section: SectionId;
  /** 0 to 1. */
  score: number;
}

const MAX_WORDS = 26;
/** The regulation's own titles run to sixty words, most of them in a clause that says what the section is not. */
const MAX_WORDS_WITH_CLAUSE = 60;
const CLAUSE =
  /\s(?:(?:which |that )?(?:is |are |have been |has been )?(?:(?:reasonably )?required (?:by|because|as)|relate[sd]? to|relating to|result\w* (?:from|in)|aris\w+ from|associated with|linked (?:to|with)|connected (?:to|with)|due to|caused by)|which (?:must|result)|that (?:must|result)|under section 2)\b.*$/;

/** Sections that a title's words name, best first. Names of people in `names` count as filler. */
export function matchTitle(title: string, names: ReadonlySet<string> = new Set()): TitleMatch[] {
  const whole = plainWords(title);
  const found = matchWords(whole.replace(CLAUSE, ''), whole, names);
  const matches = found.length > 0 ? found : matchWords(whole, whole, names);
  return (matches[0]?.score ?? 0) >= HALF_A_TITLE ? matches : (matchInOneTongue(title, names) ?? matches);
}

const HALF_A_TITLE = 0.5;

/** "Anghenion iechyd / Health needs": the title in two languages, of which one is known. */
function matchInOneTongue(title: string, names: ReadonlySet<string>): TitleMatch[] | null {
  const parts = title.split(/\s+[/|]\s+/);
  if (parts.length !== 2) return null;
  const told = parts.map((part) => matchTitle(part, names)).filter(([best]) => (best?.score ?? 0) >= HALF_A_TITLE);
  return told.length === 1 ? (told[0] ?? null) : null;
}

/** True where a title goes on with the regulation's own clauses ("… which result in him having special educational needs"). */
export function isLegalTitle(title: string): boolean {
  return CLAUSE.test(plainWords(title));
}

/** `text` is what names the section; `whole` may still tell H1 and H2 apart. */
function matchWords(text: string, whole: string, names: ReadonlySet<string>): TitleMatch[] {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > MAX_WORDS || whole.length > MAX_WORDS_WITH_CLAUSE * 9) return [];
  const best = new Map<SectionId, number>();
  for (const { section, pattern, weight } of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const matched = new Set(found[0].split(' '));
    const unexplained = words.filter((word) => !matched.has(word) && !FILLER.has(word) && !names.has(word)).length;
    const score = weight * (1 - Math.min(1, (1.1 * unexplained) / words.length));
    const id = section === 'H' ? splitSocialCare(whole) : section;
    const sure =
      section === 'H' && (H1_WORDS.test(whole) || H2_WORDS.test(whole)) ? Math.max(score, 0.9 * weight) : score;
    if (sure > (best.get(id) ?? 0)) best.set(id, sure);
  }
  return [...best]
    .map(([section, score]) => ({ section, score }))
    .filter((match) => match.score >= 0.3)
    .sort((a, b) => b.score - a.score);
}

/** Which of H1 and H2 a title on social care provision speaks of; H where it speaks of neither or of both. */
export function splitSocialCare(text: string): SectionId {
  const plain = plainWords(text);
  const is1 = H1_WORDS.test(plain) && !/\bnot\b.{0,30}(?:1970|chronically sick)/.test(plain);
  const is2 = H2_WORDS.test(plain);
  if (is1 && !/\b(?:any )?other (?:social care )?provision\b/.test(plain)) return 'H1';
  if (is2 && !is1) return 'H2';
  return is1 && is2 ? 'H2' : 'H';
}

/** Small letters, straight quotes, no punctuation. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/'s\b/g, 's')
    .replace(/[^\p{L}\p{N}'&]+/gu, ' ')
    .trim();
}

/** Single words that are enough of a title where the letter stands before them: "G Health", "F Education". */
const LETTER_WORDS: Partial<Record<SectionId, RegExp>> = {
  B: /^(?:needs?|education|learning)\b/i,
  C: /^(?:health|medical)\b/i,
  D: /^(?:social|care|home)\b/i,
  E: /^(?:outcomes?|goals?|aims?)\b/i,
  F: /^(?:educati\w+|provision|school|learning|support|college|teaching)\b/i,
  G: /^(?:health|nhs|medical)\b/i,
  H: /^(?:social|care|home)\b/i,
  H1: /^(?:social|care|home|(?:provision|under|needs?|help|support) .*\b(?:1970|csdpa|section 2)|csdpa|1970)\b/i,
  H2: /^(?:social|care|home|other|any other)\b/i,
  I: /^(?:Placement|School|Setting|College|Nursery)(?: (?:or|and) \w+)?$/,
  J: /^(?:budget|money|payments?)\b/i,
  K: /^(?:advice|reports?|evidence|information)\b/i,
};
const LETTER_TITLE_MAX_WORDS = 5;

/** True where a few words after a letter are of that letter's section. */
export function fitsLetter(sections: readonly SectionId[], title: string): boolean {
  if (title.split(/\s+/).length > LETTER_TITLE_MAX_WORDS) return false;
  return sections.some((id) => LETTER_WORDS[id]?.test(title) ?? false);
}

const NOT_A_SECTION =
  /^(?:(?:list of )?contents|table of contents|signatures?|signed|sign[- ]?off|authori[sz]ation|declaration|rights? (?:of|to) appeal|appeals?|your right to|mediation|disagreement resolution|how to appeal|contact details|contacts?|useful contacts|glossary|key to|distribution|circulation|copies (?:sent )?to|version (?:control|history)|document control|data protection|privacy|sharing (?:this|the) plan|equality monitoring|(?:arrangements for )?(?:annual )?review(?:ing)?(?: of (?:this|the) plan| arrangements| dates?| and monitoring)?|(?:monitoring|review) (?:and|&) (?:monitoring|review)(?: arrangements)?|monitoring arrangements|how (?:.{2,30} )?plan will be (?:kept up[- ]to[- ]date|reviewed|monitored|checked)|next (?:steps|review)|timescales?|statutory (?:notice|information)|legal (?:notes?|information|framework)|important information|what happens next|introduction|about this (?:plan|document)|(?:information|advice) (?:on|about) (?:appeals?|mediation|your rights?)(?: and (?:appeals?|mediation))?|(?:people|those) who (?:have|get|will get|receive|will receive) (?:a )?cop(?:y|ies)(?: of (?:this|the|my) plan)?|who (?:has )?(?:agreed|approved|signed) (?:this|the|my) plan|(?:who|to whom) (?:this|the|my) plan (?:is|was|has been|will be) (?:sent|given|copied|circulated|shown)(?: to)?|who (?:gets|receives|will (?:get|receive|see)|sees) (?:(?:a )?cop(?:y|ies) of )?(?:this|the|my) plan|how to (?:use|read) this plan|appendix (?:\d+|[a-z])\b.*|annex(?:e)? (?:\d+|[a-z])\b.*|notes?)\s*[:.]?$/i;

const NOT_OF_THE_PLAN =
  /\b(?:for information only|not (?:a )?(?:part|section) of (?:it\b|(?:the|your|this|my|his|her) (?:\w+ )?plan)|(?:for )?office use(?: only)?|internal use only)\b/i;

/** True for text that says of itself that it is not part of the plan. */
export function saysItIsNoPart(text: string): boolean {
  return NOT_OF_THE_PLAN.test(text);
}

/** True for headings that regulation 12 does not know: they end the section before them. */
export function isOtherHeading(title: string): boolean {
  return NOT_A_SECTION.test(title.trim()) || NOT_OF_THE_PLAN.test(title);
}
