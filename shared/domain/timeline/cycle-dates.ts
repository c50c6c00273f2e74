/**
 * The dates, exceptions and people that the register keeps of a plan's cycle (its making, then each review or
 * reassessment). Codes are data: a later law may add kinds, and a workspace that has them stays readable.
 */

export const CYCLE_DATES = [
  'requestReceived',
  'decisionToAssess',
  'decisionNotToIssue',
  'transferredIn',
  'reviewMeeting',
  'reviewDecision',
  'noticeOfChanges',
  'draftSent',
  'finalIssued',
  'amendedFinal',
  'nextReview',
] as const;
export type CycleDateKind = (typeof CYCLE_DATES)[number];

const DATE_WORDS: Record<CycleDateKind, string> = {
  requestReceived: 'Request received',
  decisionToAssess: 'Decision to assess',
  decisionNotToIssue: 'Family told that no plan will be issued',
  transferredIn: 'Moved in from another council',
  reviewMeeting: 'Review meeting',
  reviewDecision: 'Decision after the review',
  noticeOfChanges: 'Notice of changes sent',
  draftSent: 'Draft sent',
  finalIssued: 'Final issued',
  amendedFinal: 'Amended final issued',
  nextReview: 'Next review by',
};

/** What a date of the cycle is called, for people. */
export function cycleDateWords(kind: CycleDateKind): string {
  return DATE_WORDS[kind];
}

/** The dates that a cycle of this kind has, in the order in which they fall. A kind of an area's own has them all. */
export function datesOfCycle(planType: string): readonly CycleDateKind[] {
  switch (planType) {
    case 'new':
      return ['requestReceived', 'decisionToAssess', 'decisionNotToIssue', 'draftSent', 'finalIssued', 'nextReview'];
    case 'reassessment':
      return ['requestReceived', 'decisionToAssess', 'draftSent', 'finalIssued', 'nextReview'];
    case 'reviewed':
      return ['reviewMeeting', 'reviewDecision', 'noticeOfChanges', 'amendedFinal', 'nextReview'];
    case 'amended':
      return ['reviewMeeting', 'noticeOfChanges', 'amendedFinal', 'nextReview'];
    case 'transferred_in':
      return ['transferredIn', 'reviewMeeting', 'reviewDecision', 'noticeOfChanges', 'amendedFinal', 'nextReview'];
    default:
      return CYCLE_DATES;
  }
}

/** Lawful exceptions to the time limits of an assessment: regs 10(4) and 13(3). Staff shortage is none. */
export const LAWFUL_EXCEPTIONS = ['setting_closed', 'away', 'exceptional_circumstances'] as const;
export type LawfulException = (typeof LAWFUL_EXCEPTIONS)[number];

const EXCEPTION_WORDS: Record<LawfulException, string> = {
  setting_closed: 'the setting was closed for at least 4 weeks',
  away: 'the child or young person was away for at least 4 weeks',
  exceptional_circumstances: 'exceptional personal circumstances',
};

/** An exception in words that can follow a colon. */
export function exceptionWords(exception: LawfulException): string {
  return EXCEPTION_WORDS[exception];
}

/** Who had what part in a cycle: none of them audits it (the conflict rule). */
export const CYCLE_PARTS = ['wrote', 'supervised', 'advised', 'signed_off'] as const;
export type CyclePart = (typeof CYCLE_PARTS)[number];

const PART_WORDS: Record<CyclePart, string> = {
  wrote: 'Written by',
  supervised: 'Supervised by',
  advised: 'Advised on by',
  signed_off: 'Signed off by',
};

export function cyclePartWords(part: CyclePart): string {
  return PART_WORDS[part];
}
