import { expect, test } from 'vitest';
import type { AuditSummary } from '../../../../shared/contract/audits.ts';
import { acrossWords, plansAcross } from '../../../../renderer/features/audit/across.ts';
import { askedPart, askedWords } from '../../../../renderer/features/audit/asked-part.ts';
import { keyOfPhrase, phraseNumbered, withPhrase } from '../../../../renderer/features/audit/phrases.ts';
import { emptyAudit, rubric } from './support.ts';

const ROUND = 'round-1';
const AT = { roundId: ROUND, standardId: 'S04' };

function summary(documentId: string, answered: number): AuditSummary {
  const { id, planId, planReference, planInitials, document } = emptyAudit();
  return {
    id: `${id}-${documentId}`,
    planId,
    planReference,
    planInitials,
    document: { ...document, id: documentId },
    state: 'open',
    answered,
    toAnswer: 60,
    overallGrade: null,
    isPartial: false,
    standards: [{ id: 'S04', answered, toAnswer: 7 }],
    lastSavedAt: null,
  };
}

function queued(documentId: string, more: { roundId?: string; standards?: string[] | null } = {}) {
  return { roundId: ROUND, reference: `FM-${documentId}`, documentId, standards: null, ...more };
}

test('one standard leads through my plans of the round that it is asked for in, begun or not', () => {
  const queue = [
    queued('a'),
    queued('b', { roundId: 'round-0' }),
    queued('c', { standards: ['S01'] }),
    queued('d', { standards: ['S04'] }),
  ];
  const plans = plansAcross(queue, [summary('d', 7), summary('e', 2)], AT);
  expect(plans.map(({ documentId, auditId, progress }) => [documentId, auditId !== null, progress?.answered])).toEqual([
    ['a', false, undefined],
    ['d', true, 7],
    ['e', true, 2],
  ]);
  expect(acrossWords(plans)).toBe('1 of 3 plans done');
  expect(acrossWords(plans.slice(1, 2))).toBe('1 of 1 plan done');
});

test('only what an audit is asked for is gone through, and it is said', () => {
  expect(askedPart(rubric, ['S06', 'S04']).standards.map(({ id }) => id)).toEqual(['S04', 'S06']);
  expect(askedPart(rubric, null)).toBe(rubric);
  const health = emptyAudit({ standards: ['S04', 'S06'], agency: 'health' });
  expect(askedWords(rubric, health)).toBe(`You grade 2 of ${rubric.standards.length} standards for health`);
  expect(askedWords(rubric, emptyAudit())).toBe('');
});

test('a phrase comes after what was typed, by its number in the list', () => {
  const phrases = ['No date.', 'No hours.'].map((words, at) => ({
    id: `${at}`,
    criterionId: 'S01.C1',
    words,
    isShared: false,
    isMine: true,
  }));
  expect(phraseNumbered(phrases, '2')?.words).toBe('No hours.');
  expect(['0', '3', 'a', ''].map((key) => phraseNumbered(phrases, key))).toEqual([null, null, null, null]);
  expect([keyOfPhrase(0), keyOfPhrase(8), keyOfPhrase(9)]).toEqual(['Alt+1', 'Alt+9', null]);
  expect(withPhrase('', 'No date.', 100)).toBe('No date.');
  expect(withPhrase('Vague. ', 'No date.', 100)).toBe('Vague. No date.');
  expect(withPhrase('Vague.', 'No date.', 9)).toBe('Vague. No');
});
