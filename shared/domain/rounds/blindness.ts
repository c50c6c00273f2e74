/**
 * Who may see whose answers. A grading is made alone: examiners who see another's mark agree with it more often, so an
 * auditor's work stays their own until everybody who was asked to look at the document has handed theirs in.
 */

/** One auditor who is asked to audit a document in a round, and how far they are. Withdrawn assignments are none. */
export interface LiveAudit {
  auditorId: string;
  state: 'not_begun' | 'open' | 'submitted';
}

/**
 * Whether the answers to a document may be seen by others than their authors: all who are asked to audit it have
 * submitted. Where nobody is, there is nothing to see. No role is excepted.
 */
export function areAnswersOpen(audits: readonly LiveAudit[]): boolean {
  return audits.length > 0 && audits.every((audit) => audit.state === 'submitted');
}
