import type { AuditedVersion, Reply, Sheet } from '../../../shared/contract/supervision.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';

/** 'FM-001, final' */
export function versionName({ reference, stage }: Pick<AuditedVersion, 'reference' | 'stage'>): string {
  return stage === null ? reference : `${reference}, ${STAGE_WORDS[stage].toLowerCase()}`;
}

/** Whose result it is. */
export function moderationWords({ isModerated }: Pick<AuditedVersion, 'isModerated'>): string {
  return isModerated ? 'Agreed by the panel' : 'One auditor, not moderated';
}

export function replyKindWords(kind: Reply['kind']): string {
  return kind === 'comment' ? 'Comment' : 'Second look asked for';
}

export function replyStateWords({ state, answer }: Reply): string {
  if (state === 'waiting' || answer === null) return 'Waits for the chair';
  return { noted: 'Noted by the chair', look_again: 'The panel looks again', stands: 'The grade stands' }[
    answer.outcome
  ];
}

/** Who gave a reply: the caseworker, or their manager for them. */
export function enteredWords({ caseworker, enteredFor }: Reply): string {
  return enteredFor === null ? caseworker.name : `${caseworker.name}, entered for them by ${enteredFor}`;
}

/** What a paper and a screen call the plans of a sheet. */
export function plansLead({ plans, earlier }: Pick<Sheet, 'plans' | 'earlier'>): string {
  const last = plans.length === 1 ? 'The last audited plan' : `The last ${plans.length} audited plans`;
  return earlier === 0 ? last : `${last}; ${earlier} more in the last two years`;
}
