import { expect, test } from 'vitest';
import { groupByCycle } from '../../../../../renderer/features/plans/cycle-groups.ts';
import { documentWith } from '../../plan-examples.ts';

const MADE = { id: 'made', planType: 'new' as const };
const REVIEWED = { id: 'reviewed', planType: 'reviewed' as const };
const draft = documentWith({ id: 'd', stage: 'draft', cycleId: 'made', importedAt: '2026-11-03T09:00:00.000Z' });
const final = documentWith({ id: 'f', stage: 'final', cycleId: 'made', importedAt: '2026-11-01T09:00:00.000Z' });
const amended = documentWith({ id: 'a', stage: 'amended_final', cycleId: 'reviewed' });

test('documents stand under their cycle, the current one first, each cycle’s versions in order', () => {
  const groups = groupByCycle([amended, final, draft], [REVIEWED, MADE]);
  expect(groups.map(({ heading, documents }) => [heading, documents.map(({ id }) => id)])).toEqual([
    ['Now: reviewed, 1 document', ['a']],
    ['Before: new, 2 documents', ['d', 'f']],
  ]);
});

test('a cycle that has just begun says that it has none; one cycle alone needs no heading', () => {
  expect(groupByCycle([final], [REVIEWED, MADE]).map(({ heading }) => heading)).toEqual([
    'Now: reviewed, no document yet',
    'Before: new, 1 document',
  ]);
  expect(groupByCycle([final, draft], [MADE])).toEqual([{ id: 'made', heading: '', documents: [draft, final] }]);
});
