import { expect, test } from 'vitest';
import { compareKeyOf, type ComparePress } from '../../../../../renderer/features/compare/compare-keys.ts';
import { filteredGroups, stepFrom } from '../../../../../renderer/features/compare/compare-store.ts';
import { stepsBetween } from '../../../../../renderer/features/compare/steps.ts';
import { entry, plan } from './support.ts';

test('a passage leads to its like in the same section, and one without to the passage before it', () => {
  const steps = stepsBetween(
    plan([
      ['', 'front', 'Something on the front page'],
      ['B', 'b1', 'Reading is very hard for him.'],
      ['B', 'b2', 'This one was taken out later.'],
      ['F', 'f1', 'Reading is very hard for him.'],
      ['F', 'f2', 'Termly'],
      ['G', 'g1', 'A section that is gone now.'],
    ]),
    plan([
      ['F', 'F1', 'A new one stands at the top.'],
      ['F', 'F2', 'Reading is very hard for him.'],
      ['F', 'F3', 'Termly'],
      ['B', 'B1', 'Reading is very hard for him.'],
    ]),
  );
  expect(Object.fromEntries(steps)).toEqual({ b1: 'B1', b2: 'B1', f1: 'F2', f2: 'F2', g1: 'F2' });
});

test('words that stand twice in a section lead to where the section begins', () => {
  const twice = plan([
    ['F', 'f1', 'The same provision again.'],
    ['F', 'f2', 'The same provision again.'],
  ]);
  expect(stepsBetween(twice, twice).get('f2')).toBe('f1');
});

const press: ComparePress = { key: 'j', isCommand: false, isShifted: false, target: 'other', view: 'list' };

test('letters step everywhere but where they are typed, arrows not within a document', () => {
  expect(compareKeyOf(press)).toBe('next');
  expect(compareKeyOf({ ...press, target: 'text' })).toBeNull();
  expect(compareKeyOf({ ...press, isCommand: true })).toBeNull();
  expect(compareKeyOf({ ...press, key: 'k', target: 'document', view: 'documents' })).toBe('previous');
  expect(compareKeyOf({ ...press, key: 'ArrowUp', target: 'control' })).toBe('previous');
  expect(compareKeyOf({ ...press, key: 'ArrowUp', target: 'document', view: 'documents' })).toBeNull();
});

test('Enter shows the places, unless it presses what has the focus; Escape goes back from them', () => {
  expect(compareKeyOf({ ...press, key: 'Enter' })).toBe('show');
  expect(compareKeyOf({ ...press, key: 'Enter', target: 'control' })).toBeNull();
  expect(compareKeyOf({ ...press, key: 'Escape' })).toBeNull();
  expect(compareKeyOf({ ...press, key: 'Escape', view: 'documents', target: 'document' })).toBe('back');
});

const entries = [entry({ id: 'a' }), entry({ id: 'b', kind: 'removed' }), entry({ id: 'c', section: 'G' })];

test('steps stop at either end, and begin at the first', () => {
  expect(stepFrom(entries, null, 'next')?.id).toBe('a');
  expect(stepFrom(entries, 'a', 'next')?.id).toBe('b');
  expect(stepFrom(entries, 'c', 'next')?.id).toBe('c');
  expect(stepFrom(entries, 'a', 'previous')?.id).toBe('a');
  expect(stepFrom(entries, 'a', 'last')?.id).toBe('c');
  expect(stepFrom([], 'a', 'next')).toBeNull();
});

test('filters let a section or a kind through, and leave no empty group', () => {
  const groups = [
    { section: 'F', entries: entries.slice(0, 2) },
    { section: 'G', entries: entries.slice(2) },
  ];
  expect(filteredGroups(groups, { kind: null, section: null })).toEqual(groups);
  expect(filteredGroups(groups, { kind: 'removed', section: null })).toEqual([
    { section: 'F', entries: entries.slice(1, 2) },
  ]);
  expect(filteredGroups(groups, { kind: 'removed', section: 'G' })).toEqual([]);
});
