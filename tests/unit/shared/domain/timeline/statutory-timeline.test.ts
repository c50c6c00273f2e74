import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../../../shared/domain/calendar-date.ts';
import { CYCLE_DATES, LAWFUL_EXCEPTIONS } from '../../../../../shared/domain/timeline/cycle-dates.ts';
import {
  type CycleForTimeline,
  finalStanding,
  statutoryTimeline,
} from '../../../../../shared/domain/timeline/statutory-timeline.ts';
import { rightsPassOn, schoolStage, usualYearOf } from '../../../../../shared/domain/timeline/school-stage.ts';
import { phaseTransfer } from '../../../../../shared/domain/timeline/timeline.ts';

const NEW: CycleForTimeline = { planType: 'new', dates: {}, exceptions: [], ncYear: null };

function words(cycle: Partial<CycleForTimeline>, today: string): Record<string, string> {
  return Object.fromEntries(statutoryTimeline({ ...NEW, ...cycle }, today).map((step) => [step.id, step.words]));
}

function dues(cycle: Partial<CycleForTimeline>): Record<string, string | null> {
  return Object.fromEntries(statutoryTimeline({ ...NEW, ...cycle }, '2026-01-10').map(({ id, due }) => [id, due]));
}

describe('a new plan, requested 6 January 2026', () => {
  const requestReceived = '2026-01-06';

  test('has its days', () => {
    expect(dues({ dates: { requestReceived } })).toEqual({
      decide: '2026-02-17',
      draft: '2026-04-14',
      final: '2026-05-26',
    });
    expect(dues({ dates: { requestReceived, decisionNotToIssue: '2026-04-20' } })).toEqual({
      decide: '2026-02-17',
      refuse: '2026-04-28',
    });
  });

  test.each([
    ['2026-05-20', 'In time: 19 weeks and 1 day'],
    ['2026-05-26', 'In time: 20 weeks'],
    ['2026-05-27', 'Late by 1 day (regulation 13(2))'],
    ['2026-06-01', 'Late by 6 days (regulation 13(2))'],
  ])('final issued %s: %s', (finalIssued, said) => {
    expect(words({ dates: { requestReceived, finalIssued } }, '2026-07-01')['final']).toBe(said);
  });

  test.each([
    ['2026-05-14', 'Due 26 May 2026, 12 days left'],
    ['2026-05-25', 'Due 26 May 2026, 1 day left'],
    ['2026-05-26', 'Due today, 26 May 2026'],
    ['2026-06-01', 'Late by 6 days so far (regulation 13(2))'],
  ])('no final on %s: %s', (today, said) => {
    expect(words({ dates: { requestReceived } }, today)['final']).toBe(said);
  });

  test('a lawful exception is shown as such, and only where it is late', () => {
    const dates = { requestReceived, finalIssued: '2026-06-01' };
    const late = statutoryTimeline({ ...NEW, dates, exceptions: ['setting_closed'] }, '2026-07-01').find(
      ({ id }) => id === 'final',
    );
    expect(late).toMatchObject({
      state: 'excepted',
      words: 'Late by 6 days; lawful exception: the setting was closed for at least 4 weeks (regulation 13(3))',
    });
    const inTime = words({ dates: { ...dates, finalIssued: '2026-05-20' }, exceptions: ['away'] }, '2026-07-01');
    expect(inTime['final']).toBe('In time: 19 weeks and 1 day');
  });

  test('the draft has an aim, and nobody is late for it', () => {
    const steps = statutoryTimeline({ ...NEW, dates: { requestReceived, draftSent: '2026-04-21' } }, '2026-05-01');
    expect(steps.find(({ id }) => id === 'draft')).toMatchObject({
      isLaw: false,
      state: 'in_time',
      words: 'Sent after 15 weeks; later than the usual aim, which is no legal date',
    });
  });

  test('without the request nothing is reckoned', () => {
    expect(words({ dates: { finalIssued: '2026-06-01' } }, '2026-07-01')['final']).toBe(
      'Done 1 June 2026; the day of the request is not known',
    );
    expect(finalStanding({ ...NEW, dates: { finalIssued: '2026-06-01' } })).toEqual({ due: null, done: '2026-06-01' });
  });
});

test('a step whose day nobody wrote down is not late once a later one was taken', () => {
  const said = words({ dates: { requestReceived: '2026-01-06', finalIssued: '2026-05-20' } }, '2026-07-01');
  expect([said['decide'], said['draft']]).toEqual(Array(2).fill('Done, on a day that is not known'));
});

test('fifteen days begin with the day of service', () => {
  const draft = { requestReceived: '2025-12-01', draftSent: '2026-03-02' };
  expect(words({ dates: draft }, '2026-03-05')['comments']).toBe('From 2 March 2026 to the end of 16 March 2026');
  expect(words({ dates: { ...draft, finalIssued: '2026-03-16' } }, '2026-04-01')['comments']).toBe(
    'Too short: the final came before the end of 16 March 2026 (regulation 13(1))',
  );
  expect(words({ dates: { ...draft, finalIssued: '2026-03-17' } }, '2026-04-01')['comments']).toMatch(/^From/);
});

describe('a review meeting on 3 February 2026', () => {
  const reviewed = { planType: 'reviewed', dates: { reviewMeeting: '2026-02-03' } };

  test('decision by 3 March, final by 28 April', () => {
    expect(dues(reviewed)).toMatchObject({ decide: '2026-03-03', final: '2026-04-28', 'next-review': '2027-02-03' });
  });

  test('notice on 27 February: final by 24 April', () => {
    const dates = { ...reviewed.dates, noticeOfChanges: '2026-02-27', amendedFinal: '2026-04-25' };
    expect(dues({ ...reviewed, dates })).toMatchObject({ final: '2026-04-24', comments: '2026-03-13' });
    expect(words({ ...reviewed, dates }, '2026-05-01')['final']).toBe('Late by 1 day (regulation 22(3))');
  });

  test('a plan that the review may have kept as it is owes no amended final', () => {
    const dates = { ...reviewed.dates, reviewDecision: '2026-03-02' };
    expect(words({ ...reviewed, dates }, '2026-06-01')).toMatchObject({
      decide: 'In time: 3 weeks and 6 days',
      final: 'The day of any notice of changes is not known',
    });
    expect(dues({ planType: 'amended', dates })['final']).toBe('2026-04-28');
    const amended = { ...dates, amendedFinal: '2026-04-29' };
    expect(words({ ...reviewed, dates: amended }, '2026-06-01')['final']).toBe('Late by 1 day (regulation 22(3))');
  });

  test('a notice without a meeting gives an amendment its eight weeks', () => {
    expect(dues({ planType: 'amended', dates: { noticeOfChanges: '2026-02-27' } })['final']).toBe('2026-04-24');
  });

  test('no exception lifts the clocks after a review', () => {
    const cycle = { ...NEW, ...reviewed, exceptions: LAWFUL_EXCEPTIONS };
    expect(statutoryTimeline(cycle, '2026-06-01').map(({ state }) => state)).not.toContain('excepted');
  });
});

test('a reassessment: told in 15 days, final 14 weeks from the decision', () => {
  const dates = { requestReceived: '2026-01-06', decisionToAssess: '2026-01-20' };
  expect(dues({ planType: 'reassessment', dates })).toMatchObject({ decide: '2026-01-21', final: '2026-04-28' });
});

test('every regulation that is named sets that time: the SEND Regulations 2014 as published', () => {
  const dates = {
    requestReceived: '2026-01-06',
    decisionToAssess: '2026-01-20',
    draftSent: '2026-03-02',
    finalIssued: '2026-05-01',
    transferredIn: '2026-02-02',
    reviewMeeting: '2026-06-01',
    noticeOfChanges: '2026-06-20',
  };
  const types = ['new', 'reassessment', 'amended', 'reviewed', 'transferred_in'];
  const cycles = types.flatMap((planType) => [
    { ...NEW, planType, dates, ncYear: 6 },
    { ...NEW, planType, dates: { ...dates, decisionNotToIssue: '2026-04-20' }, ncYear: 11 },
  ]);
  const rules = cycles.flatMap((cycle) =>
    statutoryTimeline(cycle, '2026-07-01').map(({ id, rule }) => `${id}: ${rule}`),
  );
  expect([...new Set(rules)].toSorted()).toEqual([
    'comments: regulation 13(1)',
    'comments: regulation 22(2)(c)',
    'decide: regulation 5(1)',
    'decide: regulations 20(10) and 22(2)',
    'decide: the 15 days after a request to reassess',
    'draft: good practice: about week 14',
    'final: regulation 13(2)',
    'final: regulation 22(3)',
    'final: regulation 27(2)',
    'next-review: Act section 44',
    'phase-transfer: regulation 18(1)(a)',
    'phase-transfer: regulation 18(1)(b)',
    'refuse: regulation 10(1)',
    'transfer: regulation 15(4)',
  ]);
  const late = { planType: 'new', dates: { requestReceived: '2026-01-06', decisionToAssess: '2026-03-01' } };
  expect(words({ ...late, exceptions: ['away'] }, '2026-03-02')['decide']).toContain('(regulation 5(4))');
});

describe('phase transfer', () => {
  test.each([
    [-1, '2026-10-01', '2027-02-14', '2027-02-15'],
    [6, '2026-10-01', '2027-02-14', '2027-02-15'],
    [6, '2027-08-31', '2027-02-14', '2027-02-15'],
    [11, '2026-09-01', '2027-03-30', '2027-03-31'],
  ])('year %i on %s: by %s, which is before %s', (year, date, dueBy, before) => {
    expect(phaseTransfer(year, date)).toMatchObject({ dueBy, before });
  });

  test('not everyone of another year moves', () => {
    expect([0, 1, 5, 7, 10, 12].map((year) => phaseTransfer(year, '2026-10-01'))).toEqual(Array(6).fill(null));
  });

  test('stands among the steps of a plan that is there already', () => {
    const cycle = { planType: 'reviewed', ncYear: 11, dates: { amendedFinal: '2027-04-02' } };
    expect(words(cycle, '2027-05-01')['phase-transfer']).toBe('Late by 3 days (regulation 18(1)(a))');
    // ‘Before 31 March’: the day itself is too late.
    const on = (amendedFinal: string) => words({ ...cycle, dates: { amendedFinal } }, '2027-05-01')['phase-transfer'];
    expect([on('2027-03-30'), on('2027-03-31')]).toEqual(['In time', 'Late by 1 day (regulation 18(1)(a))']);
    expect(words({ ...cycle, planType: 'new' }, '2027-05-01')).not.toHaveProperty('phase-transfer');
  });
});

describe('school stages', () => {
  test.each([
    [-1, 'Early years foundation stage', 'Early years'],
    [0, 'Early years foundation stage', 'Early years'],
    [1, 'Key stage 1', 'Primary'],
    [2, 'Key stage 1', 'Primary'],
    [3, 'Key stage 2', 'Primary'],
    [6, 'Key stage 2', 'Primary'],
    [7, 'Key stage 3', 'Secondary'],
    [9, 'Key stage 3', 'Secondary'],
    [10, 'Key stage 4', 'Secondary'],
    [11, 'Key stage 4', 'Secondary'],
    [12, 'Key stage 5', 'Post-16'],
    [13, 'Key stage 5', 'Post-16'],
    [14, 'After key stage 5', 'Post-19'],
  ])('year %i is %s, %s', (year, keyStage, phase) => {
    expect(schoolStage(year)).toEqual({ keyStage, phase });
  });

  test('age 13 on 31 August means Year 9, age 4 Reception', () => {
    expect(usualYearOf('2013-08-31', '2026-10-01')).toBe(9);
    expect(usualYearOf('2013-09-01', '2026-10-01')).toBe(8);
    expect(usualYearOf('2022-08-31', '2026-10-01')).toBe(0);
    expect(usualYearOf('2027-01-01', '2026-10-01')).toBeUndefined();
  });

  test('the rights pass on the last Friday in June', () => {
    expect(rightsPassOn('2010-08-31')).toBe('2026-06-26');
  });
});

const someDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days));
const someCycle = fc.record({
  planType: fc.constantFrom('new', 'reassessment', 'amended', 'reviewed', 'transferred_in', 'our own'),
  dates: fc.dictionary(fc.constantFrom(...CYCLE_DATES), someDay),
  exceptions: fc.subarray([...LAWFUL_EXCEPTIONS]),
  ncYear: fc.option(fc.integer({ min: -2, max: 15 })),
  reviewedOn: fc.option(someDay),
});

test('every step’s state and words follow from its dates', () => {
  fc.assert(
    fc.property(someCycle, someDay, (cycle, today) => {
      const steps = statutoryTimeline(cycle, today);
      expect(steps.filter(({ words: said }) => said === '')).toEqual([]);
      expect(steps.filter(({ due, state }) => due === null && state !== 'unknown')).toEqual([]);
      expect(steps.filter(({ done, state, due }) => due !== null && done !== null && state === 'unknown')).toEqual([]);
      const clocks = steps.filter(({ isLaw, id, state }) => isLaw && id !== 'comments' && state !== 'unknown');
      const isLate = ({ due, done }: (typeof steps)[number]) => due !== null && daysBetween(due, done ?? today) > 0;
      const lateStates = new Set(['late', 'overdue', 'excepted']);
      expect(clocks.filter((step) => lateStates.has(step.state) !== isLate(step))).toEqual([]);
      expect(clocks.filter((step) => /^Late by \d+ days?/.test(step.words) !== isLate(step))).toEqual([]);
    }),
  );
});

test('the final’s dates do not depend on the day they are looked at', () => {
  fc.assert(
    fc.property(someCycle, someDay, (cycle, today) => {
      const step = statutoryTimeline(cycle, today).find(({ id }) => id === 'final');
      expect(finalStanding(cycle)).toEqual({ due: step?.due ?? null, done: step?.done ?? null });
    }),
  );
});
