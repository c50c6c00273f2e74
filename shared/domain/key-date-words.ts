import type { KeyDateId } from './document-model.ts';

const KEY_DATE_WORDS: Record<KeyDateId, string> = {
  dateOfBirth: 'Date of birth',
  requestReceived: 'Request received',
  assessmentAgreed: 'Assessment agreed',
  firstIssued: 'First issued',
  reviewMeeting: 'Review meeting',
  draftIssued: 'Draft issued',
  finalIssued: 'Final issued',
  reviewBy: 'Review by',
};

/** What a date of the plan is called, for people. */
export function keyDateWords(id: KeyDateId): string {
  return KEY_DATE_WORDS[id];
}
