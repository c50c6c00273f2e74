import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionDue,
  type DoneItem,
  dueTooLate,
  isAnsweredByAll,
  isOverdue,
  reAuditRule,
  standingWords,
  stateAsAt,
  youSaidWeDid,
} from '../../../../shared/domain/actions.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { addDays } from '../../../../shared/domain/calendar-date.ts';

const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('by when an action is due', () => {
  test('on a draft: the day before the final is due, in words', () => {
    const rule = actionDue({ stage: 'draft', finalDue: '2026-05-26', nextReviewDue: null }, '2026-04-01');
    expect(rule).toEqual({
      suggested: '2026-05-25',
      latest: '2026-05-25',
      words: 'before the final is due on 26 May 2026',
    });
    expect(dueTooLate('2026-05-25', rule)).toBeNull();
    expect(dueTooLate('2026-05-26', rule)).toBe(
      'That is too late to change this plan. It should be done before the final is due on 26 May 2026.',
    );
  });

  test('on a draft whose final is late: at once', () => {
    expect(actionDue({ stage: 'draft', finalDue: '2026-05-26', nextReviewDue: null }, '2026-06-01')).toEqual({
      suggested: '2026-06-01',
      latest: '2026-06-01',
      words: 'at once: the final was due on 26 May 2026',
    });
  });

  test('on a final: by its next review; for a service in about a half-term', () => {
    const final = actionDue({ stage: 'final', finalDue: '2026-05-26', nextReviewDue: '2027-05-20' }, '2026-06-01');
    expect(final).toMatchObject({ suggested: '2026-07-13', latest: '2027-05-20' });
    expect(actionDue({ stage: null, finalDue: null, nextReviewDue: null }, '2026-06-01')).toEqual({
      suggested: '2026-07-13',
      latest: null,
      words: '',
    });
  });

  test('what is proposed is never in the past and never too late', () => {
    const stage = fc.constantFrom('draft', 'amended_draft', 'final', 'amended_final', null);
    fc.assert(
      fc.property(stage, fc.option(anyDate), fc.option(anyDate), anyDate, (of, finalDue, nextReviewDue, today) => {
        const rule = actionDue({ stage: of, finalDue, nextReviewDue }, today);
        expect(rule.suggested >= today).toBe(true);
        expect(dueTooLate(rule.suggested, rule)).toBeNull();
      }),
    );
  });
});

test('an action is overdue from the day after it was due, as long as it is open', () => {
  const action = { state: 'open', dueOn: '2026-05-26' } as const;
  expect(standingWords(action, '2026-05-25')).toBe('Due 26 May 2026');
  expect(standingWords(action, '2026-05-26')).toBe('Due today');
  expect(standingWords(action, '2026-05-29')).toBe('Overdue by 3 days');
  expect([isOverdue(action, '2026-05-26'), isOverdue(action, '2026-05-27')]).toEqual([false, true]);
  expect(isOverdue({ ...action, state: 'done' }, '2027-01-01')).toBe(false);
  expect(standingWords({ state: 'open', dueOn: null }, '2026-05-29')).toBe('Open');
});

test('an action was open until the day on which it was settled, and was not there before it was put down', () => {
  const done = { state: 'done', madeOn: '2026-10-01', settledOn: '2026-11-12' } as const;
  expect(
    ['2026-09-30', '2026-10-01', '2026-11-11', '2026-11-12', '2027-01-01'].map((day) => stateAsAt(done, day)),
  ).toEqual([null, 'open', 'open', 'done', 'done']);
  expect(stateAsAt({ state: 'open', madeOn: '2026-10-01', settledOn: null }, '2026-10-01')).toBe('open');
});

test('is proposed as done only where everyone says that it is answered', () => {
  expect(isAnsweredByAll([])).toBe(false);
  expect(isAnsweredByAll(['answered', 'answered'])).toBe(true);
  for (const other of ['partly', 'not_answered', null] as const) {
    expect(isAnsweredByAll(['answered', other])).toBe(false);
  }
});

test('the standards’ own words say which grades call for a re-audit', () => {
  const rules = builtInRubric().gradeScale.map(({ id, expectedResponse }) => [id, reAuditRule(expectedResponse)]);
  expect(Object.fromEntries(rules)).toEqual({
    outstanding: 'none',
    good: 'none',
    requires_improvement: 'share',
    inadequate: 'all',
  });
});

test('“you said, we did” tells what was done by service, the system last', () => {
  const item = (fields: Partial<DoneItem>): DoneItem => ({
    level: 'service',
    service: 'Therapy',
    words: 'A new advice form.',
    evidence: 'In use.',
    doneOn: '2026-05-02',
    ...fields,
  });
  const text = youSaidWeDid(
    [
      item({ level: 'system', service: '', words: 'H1 and H2 apart.', evidence: 'The template was mended.' }),
      item({ words: 'Say how long.', evidence: 'Every letter does.', doneOn: '2026-04-01' }),
      item({}),
      item({ service: 'Nursing' }),
    ],
    '2026-03-20',
  );
  expect(text.split('\n').filter((line) => /^[A-Z]/.test(line))).toEqual([
    'You said, we did',
    'Since 20 March 2026',
    'Nursing',
    'Therapy',
    'The whole system',
  ]);
  expect(text.indexOf('Say how long.')).toBeLessThan(text.lastIndexOf('A new advice form.'));
  expect(text).toContain('- You said: H1 and H2 apart.\n  We did: The template was mended. (2 May 2026)');
});
