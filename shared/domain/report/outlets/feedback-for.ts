/** Whom the feedback is for: an agency that leads standards, or one service that gives advice. */
export interface FeedbackFor {
  /** As the standards and the advice log name it. */
  agency: string;
  agencyLabel: string;
  /** Null for the agency as a whole. */
  service: string | null;
}
