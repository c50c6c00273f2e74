/** A document in a round: what auditors' answers are opened or kept closed for. */
export interface Graded {
  roundId: string;
  documentId: string;
}
