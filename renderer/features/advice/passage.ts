import type { AdviceCheck } from '../../../shared/contract/advice.ts';
import type { AdviceFinding } from '../../../shared/domain/advice/advice-log.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';

/** Two passages that are being put beside each other, before they are kept. */
export interface PassageInHand {
  /** The finding that is changed; null for a new one. */
  checkId: string | null;
  /** Empty until an advice is chosen. */
  requestId: string;
  adviceWords: string;
  /** Null where the words were typed. */
  adviceAnchor: Anchor | null;
  planAnchor: Anchor | null;
  finding: AdviceFinding | null;
  comment: string;
}

export function emptyPassage(): PassageInHand {
  return {
    checkId: null,
    requestId: '',
    adviceWords: '',
    adviceAnchor: null,
    planAnchor: null,
    finding: null,
    comment: '',
  };
}

export function passageOf(check: AdviceCheck): PassageInHand {
  const { id, requestId, adviceWords, adviceAnchor, planAnchor, finding, comment } = check;
  return { checkId: id, requestId, adviceWords, adviceAnchor, planAnchor, finding, comment };
}

/** What is still to be done before the finding can be kept; null when nothing is. */
export function passageProblem({ requestId, adviceWords, planAnchor, finding }: PassageInHand): string | null {
  if (requestId === '') return 'Choose the advice.';
  if (adviceWords.trim() === '') return 'Type the advice’s words, or select them in the advice.';
  if (finding === null) return 'Choose what you found.';
  if (finding !== 'missing' && planAnchor === null) return 'Select the plan’s words in the draft.';
  return null;
}
