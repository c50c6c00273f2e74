import { expect, test } from 'vitest';
import { auditKeyOf, type Press } from '../../../../renderer/features/audit/audit-keys.ts';
import { standingOf } from '../../../../renderer/features/audit/changes.ts';
import {
  criterionPlaces,
  firstOf,
  nextUnanswered,
  stepFrom,
  stepStandard,
} from '../../../../renderer/features/audit/places.ts';
import { emptyAudit, rubric } from './support.ts';

const { grading } = emptyAudit();
const places = criterionPlaces(rubric, grading);
const first = places[0] ?? { standardId: '', criterionId: '' };

test('going on leaves out what does not apply, and keeps what may', () => {
  const standards = new Set(places.map(({ standardId }) => standardId));
  expect(standards.has('S09')).toBe(false);
  expect(standards.has('S13')).toBe(false);
  expect(standards.has('S04')).toBe(true);
});

test('steps cross from one standard into the next and stop at the ends', () => {
  expect(stepFrom(places, first, -1)).toEqual(first);
  expect(stepFrom(places, { standardId: 'S01', criterionId: 'S01.C5' }, 1)).toEqual({
    standardId: 'S02',
    criterionId: 'S02.C1',
  });
  const last = places.at(-1) ?? first;
  expect(stepFrom(places, last, 1)).toEqual(last);
});

test('the next unanswered goes round, and there is none when all are answered', () => {
  const answered = places.map(({ criterionId }) => ({
    kind: 'answer' as const,
    criterionId,
    change: { response: 'met' as const },
  }));
  const allButFirst = standingOf(rubric, emptyAudit(), answered.slice(1)).grading;
  expect(nextUnanswered(rubric, allButFirst, { standardId: 'S05', criterionId: 'S05.C2' })).toEqual(first);
  const all = standingOf(rubric, emptyAudit(), answered).grading;
  expect(nextUnanswered(rubric, all, first)).toBeNull();
});

test('a standard that does not apply can still be looked at', () => {
  expect(firstOf(rubric, grading, 'S09')).toEqual({ standardId: 'S09', criterionId: 'S09.C1' });
  expect(stepStandard(rubric, grading, 'S08', 1)?.standardId).toBe('S09');
  expect(stepStandard(rubric, grading, 'S13', 1)).toBeNull();
});

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, ctrl: false, alt: false, shift: false, target: 'other', ...more };
}
const shortcuts = ['1', '2', '3', '0'];

test.each(['1', 'j', 'g', 'h', 'i', 'e', '[', 'ArrowDown'])('%s types a letter while someone types', (key) => {
  expect(auditKeyOf(press(key, { target: 'text' }), shortcuts)).toBeNull();
  expect(auditKeyOf(press(key), shortcuts)).not.toBeNull();
});

test('the answer keys are those of the response type', () => {
  expect(auditKeyOf(press('2'), shortcuts)).toEqual({ does: 'answer', shortcut: '2' });
  expect(auditKeyOf(press('0'), ['1', '2', '3'])).toBeNull();
  expect(auditKeyOf(press('y'), ['y', 'n'])).toEqual({ does: 'answer', shortcut: 'y' });
});

test('arrows choose where arrows choose', () => {
  expect(auditKeyOf(press('ArrowDown', { target: 'choice' }), shortcuts)).toBeNull();
  expect(auditKeyOf(press('ArrowDown', { target: 'choice', alt: true }), shortcuts)).toEqual({ does: 'next_standard' });
});

test('Ctrl with a letter is the browser’s, but for undo and find', () => {
  expect(auditKeyOf(press('c', { ctrl: true }), shortcuts)).toBeNull();
  expect(auditKeyOf(press('z', { ctrl: true }), shortcuts)).toEqual({ does: 'undo' });
  expect(auditKeyOf(press('z', { ctrl: true, target: 'text' }), shortcuts)).toBeNull();
  expect(auditKeyOf(press('f', { ctrl: true, target: 'text' }), shortcuts)).toEqual({ does: 'find' });
});
