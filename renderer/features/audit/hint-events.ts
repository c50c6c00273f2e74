import type { Evidence } from '../../../shared/contract/audits.ts';
import type { ShownHint } from '../../../shared/contract/hints.ts';

/** What can be done with hints; the same object while the audit is open. */
export interface HintEvents {
  auditId: string;
  toggle: () => void;
  toggleInPlan: () => void;
  /** Lights the words up in the document. */
  show: (hint: ShownHint) => void;
  /** Takes the words as evidence for the criterion in hand. */
  quote: (hint: ShownHint) => void;
  isQuoted: (hint: ShownHint, evidence: readonly Evidence[]) => boolean;
  placeWords: (hint: ShownHint) => string;
}
