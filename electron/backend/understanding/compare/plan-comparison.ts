import type { Span } from '../../../../shared/domain/document-model.ts';

/** What a passage is to a reader of plans, for the summary and for labels. */
export type PassageKind = 'outcome' | 'provision' | 'advice' | 'passage';

/** A stretch of text for display: `same` stands in both versions, in the words of the later one. */
export interface WordChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface PlanDifference {
  /** Id of the section: the later version's, or the earlier one's for what was removed. */
  section: string;
  kind: 'added' | 'removed' | 'changed';
  what: PassageKind;
  /** As printed, cells parted by " | "; null for what was added. */
  before: string | null;
  /** Null for what was removed. */
  after: string | null;
  beforeSpans: Span[];
  afterSpans: Span[];
  /** What changed, word by word; joined in order, `same` and `added` give `after`. */
  words: WordChange[];
  /** The statement that a changed detail belongs to, where the detail alone is shown. */
  of: string | null;
  /** Who tracked the change in Word, and when, where the later version says so. */
  tracked: { author: string | null; date: string | null } | null;
}

/** The same words in another place. */
export interface MovedPassage {
  fromSection: string;
  toSection: string;
  text: string;
  beforeSpans: Span[];
  afterSpans: Span[];
}

export interface PlanComparison {
  /** In the later version's order; what was removed stands where it stood. */
  differences: PlanDifference[];
  moved: MovedPassage[];
  /** One sentence on the whole plan. */
  summary: string;
}
