import { expect, test } from 'vitest';
import {
  type Change,
  inverseOf,
  pendingId,
  standingOf,
  withBefore,
} from '../../../../renderer/features/audit/changes.ts';
import { actionProblems } from '../../../../shared/domain/grading/submission.ts';
import { emptyAudit, rubric } from './support.ts';

const anchor = {
  kind: 'text' as const,
  sha256: 'a'.repeat(64),
  spans: [{ block: 'b', start: 0, end: 4 }],
  quote: 'Amara',
  before: '',
  after: '',
};
let keys = 0;
const newKey = (): string => `key${(keys += 1)}`;

test('without changes the audit stands as the workspace has it', () => {
  const audit = emptyAudit();
  expect(standingOf(rubric, audit, [])).toBe(audit);
});

test('an answer counts before it is saved: the score, and what the evidence rule then needs', () => {
  const standing = standingOf(rubric, emptyAudit(), [
    { kind: 'answer', criterionId: 'S01.C1', change: { response: 'not_met' } },
  ]);
  expect(standing.grading.answered).toBe(1);
  expect(standing.grading.overallScore).toBe(0);
  expect(standing.grading.capsApplied.map(({ criterion }) => criterion)).toEqual(['S01.C1']);
  const codes = standing.problems.filter(({ criterion }) => criterion === 'S01.C1').map(({ code }) => code);
  expect(codes).toEqual(['COMMENT_NEEDED', 'EVIDENCE_NEEDED']);
});

test('a quote and a comment satisfy the evidence rule before they are saved', () => {
  const standing = standingOf(rubric, emptyAudit(), [
    { kind: 'answer', criterionId: 'S01.C1', change: { response: 'not_met', comment: 'H1 and H2 are one section.' } },
    { kind: 'add_evidence', criterionId: 'S01.C1', anchor, key: 'one' },
  ]);
  expect(standing.problems.filter(({ criterion }) => criterion === 'S01.C1')).toEqual([]);
});

test('a supplied fact decides at once what applies', () => {
  const standing = standingOf(rubric, emptyAudit(), [{ kind: 'fact', fact: 'ncYear', value: 9 }]);
  expect(standing.grading.standards.find(({ id }) => id === 'S09')?.applies).toBe('applies');
  expect(standing.facts['ncYear']).toEqual({ value: 9, source: 'auditor' });
});

test('an earlier action that is not answered stays in the way whatever is answered', () => {
  const [needed] = actionProblems([{ words: 'Say how often.', state: 'open', answer: null }]);
  if (needed === undefined) throw new Error('nothing is needed');
  const audit = emptyAudit({ problems: [needed] });
  const { problems } = standingOf(rubric, audit, [{ kind: 'fact', fact: 'ncYear', value: 9 }]);
  expect(problems.at(-1)).toEqual(needed);
  expect(problems.length).toBeGreaterThan(1);
});

test('a submitted audit stays as it was frozen', () => {
  const audit = emptyAudit({ state: 'submitted' });
  expect(standingOf(rubric, audit, [{ kind: 'fact', fact: 'ncYear', value: 9 }])).toBe(audit);
});

test.each<Change>([
  { kind: 'answer', criterionId: 'S01.C1', change: { response: 'met' } },
  { kind: 'answer', criterionId: 'S01.C2', change: { comment: 'Wrong name on page 3.', absentIn: ['A'] } },
  { kind: 'add_evidence', criterionId: 'S01.C1', anchor, key: 'two' },
  { kind: 'developmental', standardId: 'S09', isDevelopmental: true },
])('$kind is taken back by its inverse', (change) => {
  const audit = emptyAudit();
  const before = standingOf(rubric, audit, []);
  const inverse = inverseOf(before, change, newKey);
  if (inverse === null) throw new Error('no inverse');
  const after = standingOf(rubric, audit, [change, inverse]);
  expect(after.grading).toEqual(before.grading);
  expect(after.problems).toEqual(before.problems);
});

test('a removed quote comes back with its words and place', () => {
  const standing = standingOf(rubric, emptyAudit(), [
    { kind: 'add_evidence', criterionId: 'S01.C1', anchor, key: 'x' },
  ]);
  const inverse = inverseOf(
    standing,
    { kind: 'remove_evidence', criterionId: 'S01.C1', evidenceId: pendingId('x') },
    () => 'fresh',
  );
  expect(inverse).toEqual({ kind: 'add_evidence', criterionId: 'S01.C1', anchor, key: 'fresh' });
});

test('a supplied fact goes back to the one before, a derived one to the register', () => {
  const audit = emptyAudit();
  const supplied = standingOf(rubric, audit, [{ kind: 'fact', fact: 'ncYear', value: 9 }]);
  expect(inverseOf(supplied, { kind: 'fact', fact: 'ncYear', value: 10 }, newKey)).toMatchObject({ value: 9 });
  expect(inverseOf(audit, { kind: 'fact', fact: 'ncYear', value: 10 }, newKey)).toMatchObject({ value: null });
});

test('a change takes along what it was made from, and only of what it changes', () => {
  const standing = standingOf(rubric, emptyAudit(), [
    { kind: 'answer', criterionId: 'S01.C1', change: { response: 'met', comment: 'As it was.' } },
    { kind: 'fact', fact: 'ncYear', value: 9 },
  ]);
  const change: Change = { kind: 'answer', criterionId: 'S01.C1', change: { response: 'partly' } };
  expect(withBefore(standing, change)).toEqual({ ...change, before: { response: 'met' } });
  // Words that were typed over an older text say so themselves.
  const typed: Change = { ...change, change: { comment: 'Mine.' }, before: { comment: 'Older.' } };
  expect(withBefore(standing, typed)).toEqual(typed);
  expect(withBefore(standing, { kind: 'fact', fact: 'ncYear', value: 10 })).toMatchObject({ before: 9 });
  expect(withBefore(emptyAudit(), { kind: 'fact', fact: 'ncYear', value: 10 })).toMatchObject({ before: null });
});
