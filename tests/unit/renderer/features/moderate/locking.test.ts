import { expect, test } from 'vitest';
import {
  clearModeration,
  createModerateStore,
  DISSENT_FORM,
  keepDraft,
  keepNote,
  lockStep,
  moderateStoreOf,
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

test('what is typed and not kept is there again when one comes back, and gone once the workspace is shut', () => {
  const here = { roundId: 'r', documentId: 'd' };
  const store = moderateStoreOf(here);
  keepNote(store, 'S01.C1', 'A dated signature');
  keepDraft(store, 'S01.C2', { response: 'partly', words: 'Page 4' });
  store.setState({ dialog: 'lock', arrivals: 3 });
  expect(moderateStoreOf(here).getState()).toMatchObject({
    notes: { 'S01.C1': 'A dated signature' },
    drafts: { 'S01.C2': { words: 'Page 4' } },
    dialog: null,
    arrivals: 0,
  });
  expect(moderateStoreOf({ ...here, documentId: 'other' }).getState().notes).toEqual({});
  keepNote(store, 'S01.C1', null);
  expect(store.getState().notes).toEqual({});
  clearModeration();
  expect(moderateStoreOf(here).getState().drafts).toEqual({});
});
