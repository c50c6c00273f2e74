import type { DocumentModel, KeyDateId } from '../../../shared/domain/document-model.ts';
import type { Fact } from './facts-view.ts';
import type { PlanView } from './plan-view.ts';
import { findDates } from './read-dates.ts';

type KeyDates = DocumentModel['keyDates'];

interface LabelRule {
  id: KeyDateId;
  pattern: RegExp;
  not?: RegExp;
}

/** How front pages label the dates of the statutory timeline (regulations 5, 13, 18–22). Order matters: first match wins. */
const LABELS: LabelRule[] = [
  { id: 'dateOfBirth', pattern: /\b(?:date of birth|d\.?\s?o\.?\s?b\.?|birth ?date|born(?: on)?|birthday)\b/i },
  {
    id: 'reviewBy',
    pattern:
      /\b(?:next|due|must be|to be|by|before|latest|first)\b.{0,30}\breview(?:ed)?\b|\breview(?:ed)?\b.{0,25}\b(?:due|by|before|deadline|no later|on or before)\b|\bdate (?:of|for) (?:the )?(?:next|first) (?:annual )?review\b|\breview date\b|\bdate for review\b/i,
    not: /\b(?:held|last|previous|took place|meeting (?:held|date))\b/i,
  },
  {
    id: 'reviewMeeting',
    pattern:
      /\b(?:annual |interim |early |emergency )?review(?:ed)?(?: meeting)?\b.{0,25}\b(?:held|took place|meeting|date|on|completed)\b|\b(?:date|last|previous|most recent|latest)\b.{0,25}\breview\b|\breview meeting\b|^annual review$/i,
    not: /\b(?:next|due|by)\b/i,
  },
  {
    id: 'requestReceived',
    pattern:
      /\brequest(?:ed)?\b(?!.*\b(?:decision|agreed)\b)|\breferr(?:al|ed)\b|\bassessment (?:requested|began|started|start)\b/i,
    not: /\bdraft|budget|placement|school request|advice\b/i,
  },
  {
    id: 'assessmentAgreed',
    pattern:
      /\b(?:decision|agree(?:d|ment)|decided)\b.{0,30}\bassess(?:ment)?\b|\bassessment\b.{0,20}\bagreed\b|\bassessment (?:decision|authorised)\b/i,
  },
  {
    id: 'firstIssued',
    pattern:
      /\b(?:first|original|initial)\b.{0,30}\b(?:plan|ehcp?|final|issued?|made|statement)\b|\bplan first\b|\bdate first\b|\boriginally (?:issued|made)\b/i,
    not: /\breview|draft\b/i,
  },
  { id: 'draftIssued', pattern: /\b(?:draft|proposed|amendment notice)\b/i },
  {
    id: 'finalIssued',
    pattern:
      /\b(?:final(?:ised|ized)?|amended (?:plan|ehcp?)|plan (?:issued|made|finalised|dated?)|date (?:of (?:this |the )?(?:ehc |ehcp )?(?:plan|issue)|(?:plan )?issued|plan was (?:issued|made|finalised))|issued? (?:date|on)|date of amend\w+|amend(?:ed|ment)|effective (?:from|date)|this plan (?:was )?(?:made|issued|dated)|in force from)\b/i,
  },
];

/** Running sentences that say the same. */
const SENTENCES: LabelRule[] = [
  { id: 'dateOfBirth', pattern: /\b(?:was born on|date of birth(?: is)?|born)\s*:?\s*$/i },
  {
    id: 'reviewBy',
    pattern:
      /\b(?:review(?:ed)?|next review)\b[^.]{0,60}\b(?:by|before|on or before|no later than|due(?: on)?|must take place by)\s*$/i,
  },
  { id: 'reviewMeeting', pattern: /\breview\b[^.]{0,40}\b(?:held|took place|meeting|was)\b[^.]{0,12}$/i },
  { id: 'requestReceived', pattern: /\brequest\b[^.]{0,60}\b(?:received|made|dated|on)\b[^.]{0,12}$/i },
  {
    id: 'assessmentAgreed',
    pattern:
      /\b(?:agreed|decided|decision)\b[^.]{0,30}\bassess\w*\b[^.]{0,20}$|\bassessment\b[^.]{0,20}\bagreed\b[^.]{0,12}$/i,
  },
  { id: 'firstIssued', pattern: /\b(?:first|original|initial)\b[^.]{0,25}\b(?:plan|issued|made)\b[^.]{0,16}$/i },
  { id: 'draftIssued', pattern: /\b(?:draft|proposed)\b[^.]{0,40}\b(?:issued|sent|dated|plan|made|on)\b[^.]{0,12}$/i },
  {
    id: 'finalIssued',
    pattern:
      /\b(?:final(?:ised)?|amended)\b[^.]{0,40}\b(?:issued|sent|dated|plan|made|on|finalised)\b[^.]{0,12}$|\bplan\b[^.]{0,16}\b(?:issued|made|finalised|dated)\b[^.]{0,12}$/i,
  },
];

/** The dates that the plan prints of its own making, each with its words and place. */
export function findKeyDates(view: PlanView, facts: readonly Fact[], coverBlocks: ReadonlySet<string>): KeyDates {
  const found: KeyDates = {};
  // The front page speaks first; the rest of the plan only where it is silent.
  const ordered = [...facts].sort((a, b) => Number(coverBlocks.has(b.block.id)) - Number(coverBlocks.has(a.block.id)));
  for (const fact of ordered) {
    const rule = LABELS.find((each) => each.pattern.test(fact.label) && !(each.not?.test(fact.label) ?? false));
    if (rule === undefined || found[rule.id] !== undefined) continue;
    const [date, second] = findDates(fact.value);
    // A value is a date, not a sentence that mentions some.
    if (date === undefined || second !== undefined || date.start > 24) continue;
    const start = fact.span.start + date.start;
    found[rule.id] = {
      iso: date.iso,
      printed: date.printed,
      span: { block: fact.span.block, start, end: start + date.printed.length },
    };
  }
  for (const block of view.blocks) {
    if (!coverBlocks.has(block.id) && found.finalIssued !== undefined) continue;
    for (const date of findDates(block.text)) {
      const before = block.text.slice(Math.max(0, date.start - 110), date.start);
      const rule = SENTENCES.find((each) => each.pattern.test(before));
      if (rule === undefined || found[rule.id] !== undefined) continue;
      found[rule.id] = {
        iso: date.iso,
        printed: date.printed,
        span: { block: block.id, start: date.start, end: date.start + date.printed.length },
      };
    }
  }
  return found;
}
