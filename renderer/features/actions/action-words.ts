import type { Action } from '../../../shared/contract/actions.ts';
import type { ActionLevel } from '../../../shared/domain/actions.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';

export const LEVEL_WORDS: Record<ActionLevel, string> = {
  plan: 'Plan',
  service: 'Service',
  system: 'System',
};

export const LEVEL_CHOICES = [
  { value: 'service', label: 'Service', hint: 'What one service does, for every plan.' },
  { value: 'system', label: 'System', hint: 'What templates, processes or all agencies together do.' },
];

/** Where an action came from: 'From the gradings of the draft, S06.C1'. */
export function findingWords({ source, version, criterionId }: Action): string {
  const of = version === null ? '' : ` the ${stageWords(version.stage)}`;
  const from =
    source === 'moderation' ? `From moderation of${of}` : source === 'audits' ? `From the gradings of${of}` : '';
  const byHand = version === null ? 'Put down by hand' : `On${of}`;
  return [from === '' ? byHand : from, criterionId ?? ''].filter(Boolean).join(', ');
}

export function stageWords(stage: NonNullable<Action['version']>['stage']): string {
  return stage === null ? 'document' : STAGE_WORDS[stage].toLowerCase();
}

/** Who settled it and when: 'Done on 5 May 2026, says Ottoline Sedge'. */
export function settledWords({ state, settledAt, settledBy }: Action): string {
  if (settledAt === null) return '';
  return `${state === 'done' ? 'Done' : 'Dropped'} on ${formatDate(settledAt.slice(0, 10))}, says ${settledBy ?? ''}`;
}
