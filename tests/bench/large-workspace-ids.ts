import type { RawDatabase } from '../../electron/backend/workspace/cipher.ts';

/** How much a large area has after three years. */
export const LARGE = {
  plans: 50_000,
  halfTerms: 20,
  gradings: 10_000,
  /** Those who grade; each document has two of them. */
  auditors: 6,
  teams: 12,
  caseworkers: 80,
  /** Documents of the round in hand that the first auditor has yet to begin. */
  waiting: 40,
  drafts: 600,
  events: 60_000,
};
/** What there is before: a workspace with its round, its lead and one document that was really read. */
export interface Ground {
  raw: RawDatabase;
  roundId: string;
  leadId: string;
  documentId: string;
}

/** An id of this workspace: of a kind of thing, by its number. */
export function idOf(kind: number, at: number): string {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

export const KIND = { person: 1, round: 3, plan: 4, cycle: 5, document: 6, audit: 7, other: 8 };
