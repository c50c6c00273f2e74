import type { KeyDateId } from '../../../shared/domain/document-model.ts';

interface LabelRule {
  id: KeyDateId;
  pattern: RegExp;
  not?: RegExp;
}

/** How front pages label the dates of the statutory timeline (regulations 5, 13, 18–22). Order matters: first match wins. */
const LABELS: readonly LabelRule[] = [
  {
    id: 'dateOfBirth',
    pattern: /\b(?:date of birth|d\.?\s?o\.?\s?b\.?|birth ?date|born(?: on)?|birthday)(?![\p{L}])|^b\.?$/iu,
    not: /\bby\b/i,
  },
  {
    id: 'reviewBy',
    pattern:
      /\b(?:next|due|must be|to be|by|before|latest|first)\b.{0,30}\breview(?:ed)?\b|\breview(?:ed)?\b.{0,25}\b(?:due|by|before|deadline|no later|on or before)\b|\bdate (?:of|for) (?:the )?(?:next|first) (?:annual )?review\b|\breview date\b|\bdate for review\b|\bwill be reviewed\b|\b(?:look(?:ed)?|talk|think|check(?:ed)?|meet)\b.{0,40}\bagain\b|\bnext (?:meeting|look)\b|\breview (?:is )?(?:needed|required)\b|^review$/i,
    not: /\b(?:held|last|previous|took place|meeting (?:held|date))\b(?! by)/i,
  },
  {
    id: 'reviewMeeting',
    pattern:
      /\b(?:annual |interim |early |emergency )?review(?:ed)?(?: meeting)?\b.{0,25}\b(?:held|took place|meeting|date|on|completed)\b|\b(?:date|last|previous|most recent|latest)\b.{0,25}\breview\b|\breview meeting\b|^(?:the |my |your )?(?:annual|last|interim|early) review$|\blast reviewed\b|^(?:the |my |this )?(?:plan )?reviewed(?: on| at)?$|\bwe (?:last )?met\b.{0,30}\b(?:review|plan)\b/i,
    not: /\b(?:next|due|by|draft|proposed)\b/i,
  },
  {
    id: 'requestReceived',
    pattern:
      /\brequest(?:ed)?\b(?!.*\b(?:decision|agreed)\b)|\breferr(?:al|ed)\b|\bassessment (?:requested|began|started|start)\b|\basked\b.{0,30}\b(?:assess(?:ment)?|for (?:a|an ehc) plan)\b|\bapplication (?:for|received|made)\b|\bwhen .{0,20}\basked\b/i,
    not: /\bdraft|budget|placement|school request|advice\b/i,
  },
  {
    id: 'assessmentAgreed',
    pattern:
      /\b(?:decision|agree(?:d|ment)?|decided|said yes)\b.{0,30}(?:\bassess|\bre-?assess)(?:ment)?\b|\b(?:re-?)?assessment\b.{0,20}\bagreed\b|\b(?:re-?)?assessment (?:decision|authorised)\b|\bsaid yes(?: on)?$|\b(?:said|told)\b.{0,20}\b(?:we|they|it|the council) would (?:re-?)?assess\b/i,
  },
  {
    id: 'firstIssued',
    pattern:
      /\b(?:first|original|initial)\b.{0,30}\b(?:plan|ehcp?|final|issued?|made|statement)\b|\bplan first\b|\bdate first\b|\boriginally (?:issued|made)\b|\bhad (?:a|my|this) plan since\b|^(?:plan )?first (?:made|issued)$|\b(?:transferred|converted) (?:from .{0,40})?to (?:an? |the )?(?:EHC|education,? health)\b/i,
    not: /\breview|draft\b/i,
  },
  {
    id: 'draftIssued',
    pattern: /\b(?:draft|proposed|amendment notice|notice of (?:the )?(?:proposed )?amendments?)\b/i,
    not: /^comments?\b|\bcomments? (?:by|due|until|wanted|deadline|received)\b|\b(?:due|deadline|repl(?:y|ies)|respon(?:d|se|ses)|consult(?:ation|ed)? (?:ends|closes|until))\b/i,
  },
  {
    id: 'finalIssued',
    pattern:
      /\b(?:final(?:ised|ized)?|(?:plan|it) (?:was |is )?(?:finished|completed)|amended (?:plan|ehcp?)|plan (?:issued|made|finalised|sent|dated?)|date (?:of (?:this |the )?(?:ehc |ehcp )?(?:plan|issue)|(?:plan )?issued|plan was (?:issued|made|finalised))|issued? (?:date|on)|(?<=^(?:(?:this )?plan )?)(?:issued|sealed)(?=$)|date of amend\w+|amend(?:ed|ment)|effective (?:from|date)|this plan (?:was )?(?:made|issued|dated)|in force from)\b/i,
    not: /\b(?:comments?|care plan|support plan)\b/i,
  },
];

/** Which date a label asks for. */
export function keyDateOfLabel(label: string): KeyDateId | null {
  const plain = withLigatures(label).replace(/\bAR\b/g, 'annual review');
  const bare = plain.replace(/\s*\([^()]*\)/g, '').trim();
  return ruleFor(plain)?.id ?? (bare === plain ? null : (ruleFor(bare)?.id ?? null));
}

/** "This version was sent to me on": the draft's own date where the plan is a draft, or has another line for the final. */
export function isOfThisVersion(label: string): boolean {
  return /^(?:date )?(?:this|the) (?:version|copy)\b.{0,12}\b(?:sent|shared|given|issued|posted)\b/i.test(label);
}

/** Of the statement of special educational needs that was before the plan: its date stands in where the plan has no first date. */
export function isOfStatement(label: string): boolean {
  return /\bstatement\b/i.test(label) && !/\b(?:plan|ehcp?)\b/i.test(label);
}

function ruleFor(label: string): LabelRule | undefined {
  return LABELS.find((each) => each.pattern.test(label) && !(each.not?.test(label) ?? false));
}

const BORN = /\b(?:born|birth|birthday|d\.?o\.?b\.?)(?!\p{L})/iu;
const REVIEW = /\breview(?:ed|s)?\b|\blook(?:ed)? at .{0,30}\bagain\b/i;
const AHEAD =
  /\b(?:next|due|before|no later|again|must|will|shall|should|to be|needs? to|deadline|within)\b|\bby\b(?!.*\b(?:on|at)\b)/i;
const ASKED = /\brequest(?:ed|s)?\b|\breferr(?:al|ed)\b|\basked\b.{0,40}\bassess|\bapplied\b|\bapplication\b/i;
const AGREED = /\b(?:agreed|agreement|decided|decision)\b/i;
const ELSEWHERE =
  /\b(?:comments?|repl(?:y|ies|ied)|respon(?:d|se|ses)|until|appeal|mediation|consult(?:ed|ing|ation)?|moved?|passed|transferred|advice|report|letter|visit(?:ed)?|met|started|joined)\b[^,;]*$/i;
const FIRST = /\b(?:first|original(?:ly)?|initial(?:ly)?)\b/i;
const PLAN = /\b(?:plan|ehcp|issued|made|sent|finalised|dated|amended)\b/i;
const DRAFT = /\b(?:draft|proposed|amendment notice|proposals)\b/i;
const OTHER_PLAN =
  /\b(?:care|support|health ?care|behaviour|risk|pathway|education(?!,)|learning|action|safety|travel) plan\b/i;

/**
 * Which date a running sentence tells of, by the words since the date before it: "It was reviewed at a meeting on …".
 */
export function keyDateOfClause(text: string): KeyDateId | null {
  const clause = withLigatures(text);
  if (BORN.test(clause)) return 'dateOfBirth';
  if (REVIEW.test(clause) && !DRAFT.test(clause)) return AHEAD.test(clause) ? 'reviewBy' : 'reviewMeeting';
  if (AGREED.test(clause) && /\bassess/i.test(clause)) return 'assessmentAgreed';
  if (ASKED.test(clause) && !/\b(?:budget|payment|draft)\b/i.test(clause)) return 'requestReceived';
  if (ELSEWHERE.test(clause) || OTHER_PLAN.test(clause) || !PLAN.test(`${clause} ${DRAFT.test(clause) ? 'plan' : ''}`))
    return null;
  if (FIRST.test(clause)) return 'firstIssued';
  if (DRAFT.test(clause)) return 'draftIssued';
  return /\b(?:final(?:ised)?|amended|issued|made|dated|in force|sent)\b/i.test(clause) ? 'finalIssued' : null;
}

/** Some PDFs lose "fi" and "fl": "rst issued", "nal plan". */
function withLigatures(text: string): string {
  return text.replace(/\brst\b/g, 'first').replace(/\bnal(?=\b|i[sz]ed\b)/g, 'final');
}

/** Words that may stand before a date in what is given against a label. */
const BEFORE_DATE =
  /^(?:\W|\b(?:on|by|or|before|the|issued|dated|held|sent|due|date|final|draft|was|is|it|plan|amended|meeting|not|no|later|than|w\/c|week|of|around|received|made|agreed|yes)\b)*$/i;

export function isDateValue(before: string): boolean {
  return before.length <= 40 && BEFORE_DATE.test(before);
}
