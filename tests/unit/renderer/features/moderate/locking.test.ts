import { expect, test } from 'vitest';
import {
  createModerateStore,
  DISSENT_FORM,
  keepDraft,
  lockStep,
} from '../../../../../renderer/features/moderate/moderate-store.ts';
import type { ModeratedCriterion } from '../../../../../shared/contract/moderation.ts';

function criterion(criterionId: string, kind: ModeratedCriterion['kind'], isDecided = false): ModeratedCriterion {
  const decision = {
    response: 'met' as const,
    reason: 'Page 4.',
    by: 'Ottoline Sedge',
    at: '2026-11-20T10:00:00.000Z',
  };
  return { criterionId, standardId: 'S01', kind, given: [], decision: isDecided ? decision : null, agreed: 'not_met' };
}

const CRITERIA = [
  criterion('S01.C1', 'alike'),
  criterion('S01.C2', 'different'),
  criterion('S01.C3', 'different', true),
  criterion('S01.C4', 'different'),
];

test('nothing is locked while a form holds what is not agreed; criteria come first, in their order', () => {
  const store = createModerateStore();
  keepDraft(store, DISSENT_FORM, { response: null, words: 'I hold it is not met.' });
  keepDraft(store, 'S01.C4', { response: 'met', words: '' });
  keepDraft(store, 'S01.C2', { response: null, words: 'Because' });
  expect(lockStep(CRITERIA, store.getState().drafts)).toEqual({
    kind: 'refuse',
    forms: ['S01.C2', 'S01.C4', DISSENT_FORM],
  });
});

test('with no form left the refusal goes, and the differences that nobody discussed are asked about', () => {
  const store = createModerateStore();
  keepDraft(store, 'S01.C2', { response: 'partly', words: '' });
  store.setState({ isLockRefused: true });
  keepDraft(store, 'S01.C2', null);
  expect(store.getState()).toMatchObject({ drafts: {}, isLockRefused: false });
  const step = lockStep(CRITERIA, {});
  expect(step.kind === 'ask' && step.undiscussed.map(({ criterionId }) => criterionId)).toEqual(['S01.C2', 'S01.C4']);
});

test('what all answered alike or has been discussed is locked without a question', () => {
  expect(lockStep([criterion('S01.C1', 'alike'), criterion('S01.C3', 'different', true)], {})).toEqual({
    kind: 'lock',
  });
});
