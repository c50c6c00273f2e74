import { expect, test } from 'vitest';
import { versionBefore, versionsInOrder, versionWords } from '../../../../renderer/api/plan-versions.ts';
import { documentWith } from '../plan-examples.ts';

const final = documentWith({ id: 'final', stage: 'final', issuedOn: '2026-04-20' });
const draft = documentWith({ id: 'draft', stage: 'draft', issuedOn: '2026-03-03' });
const amended = documentWith({ id: 'amended', stage: 'amended_draft', issuedOn: null });

test('versions are ordered by the day of issue, and by stage where a day is not known', () => {
  expect(versionsInOrder([amended, final, draft]).map(({ id }) => id)).toEqual(['draft', 'final', 'amended']);
  const lastYear = documentWith({ id: 'last year', stage: 'final', issuedOn: '2025-04-20' });
  expect(versionsInOrder([draft, lastYear]).map(({ id }) => id)).toEqual(['last year', 'draft']);
});

test('a version is compared with the one before it', () => {
  expect(versionBefore([final, draft], final)?.id).toBe('draft');
  expect(versionBefore([final, draft], draft)).toBeNull();
});

test('a version is called by its stage and day, or by its file', () => {
  expect(versionWords(final)).toBe('Final, 20 April 2026');
  expect(versionWords(amended)).toBe('Amended draft');
  expect(versionWords(documentWith({ stage: null, fileName: 'plan.docx' }))).toBe('plan.docx');
});
