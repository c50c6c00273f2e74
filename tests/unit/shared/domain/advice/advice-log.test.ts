import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AdviceRecord,
  countAdvice,
  recurringGaps,
  shareWords,
} from '../../../../../shared/domain/advice/advice-gaps.ts';
import {
  ADVICE_FINDINGS,
  ADVICE_QUESTIONS,
  adviceStanding,
  datesAsAt,
  daysLeftWords,
  isBeforeFinal,
  mayChangeEntry,
  sectionsToJudge,
  toSendWords,
} from '../../../../../shared/domain/advice/advice-log.ts';
import { agencyOf, suggestAdvice } from '../../../../../shared/domain/advice/advice-suggestions.ts';
import { addDays } from '../../../../../shared/domain/calendar-date.ts';

const TODAY = '2026-03-02';
const ASKED = '2026-01-06';
const asked = (receivedOn: string | null, isNilReturn = false) => ({ askedOn: ASKED, receivedOn, isNilReturn });

describe('how a request for advice stands', () => {
  test.each([
    ['the last day of six weeks is in time', asked('2026-02-17'), 'In time: 6 weeks (regulation 8)', true],
    ['a day after is late', asked('2026-02-18'), 'Late by 1 day (regulation 8)', false],
    ['nine days after', asked('2026-02-26'), 'Late by 9 days (regulation 8)', false],
    ['a nil return is an answer', asked('2026-01-09', true), 'Nil return. In time: 3 days (regulation 8)', true],
    ['nothing came', asked(null), 'Missing: overdue by 13 days (regulation 8)', null],
  ])('%s', (_name, dates, words, isOnTime) => {
    expect(adviceStanding(dates, TODAY)).toMatchObject({ words, isOnTime, dueBy: '2026-02-17' });
  });

  test('nil is told from missing, missing from waiting, and waiting from never asked', () => {
    expect(adviceStanding(asked('2026-01-09', true), TODAY).state).toBe('nil');
    expect(adviceStanding(asked(null), TODAY).state).toBe('missing');
    expect(adviceStanding(asked(null), '2026-02-17')).toMatchObject({
      state: 'waiting',
      words: 'Due 17 February 2026, today (regulation 8)',
    });
    expect(adviceStanding({ askedOn: null, receivedOn: null, isNilReturn: false }, TODAY).state).toBe('not_asked');
  });

  test('an answer without a question, or before it, is neither late nor in time', () => {
    const early = adviceStanding({ askedOn: ASKED, receivedOn: '2026-01-05', isNilReturn: false }, TODAY);
    expect(early).toMatchObject({ state: 'received', isOnTime: null, days: null });
    const unasked = adviceStanding({ askedOn: null, receivedOn: ASKED, isNilReturn: false }, TODAY);
    expect(unasked).toMatchObject({ state: 'received', isOnTime: null, dueBy: null });
  });

  test('it is on time exactly where no more than 42 days passed', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.boolean(), (days, isNilReturn) => {
        const standing = adviceStanding(asked(addDays(ASKED, days), isNilReturn), TODAY);
        expect(standing.isOnTime).toBe(days <= 42);
        expect(standing.days).toBe(days);
        expect(standing.state).toBe(isNilReturn ? 'nil' : 'received');
      }),
    );
  });

  test('on a day gone by nothing is known of what came later, and nothing is lost of what was there', () => {
    const day = fc.integer({ min: -60, max: 120 }).map((days) => addDays(ASKED, days));
    const dates = fc.record({
      askedOn: fc.option(day),
      receivedOn: fc.option(day),
      isNilReturn: fc.boolean(),
    });
    fc.assert(
      fc.property(dates, day, fc.nat(90), (own, asAt, later) => {
        const then = datesAsAt(own, asAt);
        expect([then.askedOn, then.receivedOn].every((date) => date === null || date <= asAt)).toBe(true);
        expect(datesAsAt(datesAsAt(own, addDays(asAt, later)), asAt)).toEqual(then);
        const came = own.receivedOn !== null && own.receivedOn <= asAt;
        // An answer that has not come is none, in time or not; one that has stays what it is.
        expect([then.receivedOn, then.isNilReturn]).toEqual(came ? [own.receivedOn, own.isNilReturn] : [null, false]);
        const { state } = adviceStanding(then, asAt);
        expect(['received', 'nil'].includes(state)).toBe(came);
      }),
    );
  });

  test('the days left to the final, and a correction before it', () => {
    expect(daysLeftWords('2026-03-12', TODAY)).toBe('10 days left: final due 12 March 2026');
    expect(daysLeftWords('2026-03-01', TODAY)).toBe('Final overdue by 1 day: it was due 1 March 2026');
    expect(daysLeftWords(TODAY, TODAY)).toBe('The final is due today');
    expect(isBeforeFinal('2026-03-11', '2026-03-12', TODAY)).toBe(true);
    expect(isBeforeFinal('2026-03-12', '2026-03-12', TODAY)).toBe(false);
    expect(isBeforeFinal('2026-03-12', null, TODAY)).toBe(true);
    expect(isBeforeFinal('2026-03-12', TODAY, TODAY)).toBe(true);
  });

  test('each officer opens their own sections', () => {
    expect(sectionsToJudge('health')).toEqual({ own: ['C', 'G'], parts: ['B', 'E', 'F', 'K'] });
    expect(sectionsToJudge('social_care')).toEqual({ own: ['D', 'H1', 'H2'], parts: ['K'] });
  });
});

const record = (change: Partial<AdviceRecord>): AdviceRecord => ({
  agency: 'health',
  service: 'Therapies',
  profession: 'OT',
  roundIds: [],
  state: 'received',
  isOnTime: true,
  unanswered: [],
  findings: [],
  ...change,
});

const anyRecord = fc.record({
  agency: fc.constantFrom('health' as const, 'social_care' as const),
  service: fc.constantFrom('Therapies', 'therapies ', 'CAMHS'),
  profession: fc.constantFrom('OT', 'Nurse'),
  roundIds: fc.uniqueArray(fc.constantFrom('one', 'two', 'three')),
  state: fc.constantFrom(
    'not_asked' as const,
    'waiting' as const,
    'missing' as const,
    'nil' as const,
    'received' as const,
  ),
  isOnTime: fc.constantFrom(true, false, null),
  unanswered: fc.uniqueArray(fc.constantFrom(...ADVICE_QUESTIONS)),
  findings: fc.array(fc.constantFrom(...ADVICE_FINDINGS), { maxLength: 5 }),
});

describe('what recurs', () => {
  test('every request is in exactly one state, and each part of a whole is no more than it', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 30 }), (records) => {
        const counts = countAdvice(records);
        expect(counts.received + counts.nil + counts.missing + counts.waiting).toBe(counts.requests);
        expect(counts.late).toBeLessThanOrEqual(counts.timed);
        for (const question of ADVICE_QUESTIONS) {
          expect(counts.unanswered[question]).toBeLessThanOrEqual(counts.received);
        }
        expect(ADVICE_FINDINGS.reduce((sum, finding) => sum + counts.findings[finding], 0)).toBe(counts.passages);
      }),
    );
  });

  test('the rows together count every request once, however the service was typed', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 30 }), (records) => {
        const rows = recurringGaps(records, ['one', 'two', 'three']);
        const sum = rows.reduce((total, row) => total + row.requests, 0);
        expect(sum).toBe(countAdvice(records).requests);
        const names = rows.map(({ agency, service, profession }) =>
          [agency, service.trim().toLowerCase(), profession].join('|'),
        );
        expect(new Set(names).size).toBe(names.length);
        for (const { byRound } of rows) {
          const order = byRound.map(({ roundId }) => ['one', 'two', 'three'].indexOf(roundId));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('those with the most to mend stand first; nil returns are nothing to mend', () => {
    const rows = recurringGaps(
      [
        record({ service: 'A', state: 'nil' }),
        record({ service: 'B', isOnTime: false, roundIds: ['one'] }),
        record({ service: 'C', state: 'missing', isOnTime: null }),
        record({ service: 'C', findings: ['weakened', 'faithful'], unanswered: ['outcomes'] }),
      ],
      ['one'],
    );
    expect(rows.map(({ service }) => service)).toEqual(['C', 'B', 'A']);
    expect(rows.map(({ nil, missing }) => [nil, missing])).toEqual([
      [0, 1],
      [0, 0],
      [1, 0],
    ]);
    expect(rows.map(({ byRound }) => byRound.length)).toEqual([0, 1, 0]);
  });

  test('no percentage under ten', () => {
    expect(shareWords(3, 9)).toBe('3 of 9');
    expect(shareWords(3, 10)).toBe('3 of 10 (30%)');
    expect(shareWords(0, 0)).toBe('0 of 0');
  });
});

describe('what Section K suggests', () => {
  test.each([
    ['Occupational therapist', 'Willowshire NHS', 'health'],
    ['Social care', 'Willowshire Children’s Services', 'social_care'],
    ['Transition social worker', 'Ravensea Adult Services', 'social_care'],
    ['Educational psychologist', 'Willowshire EPS', 'psychology'],
    ['SENCO', 'Riverbank Primary School', 'education'],
    ['Parents', '', 'family'],
    ['CAMHS nurse', 'Cinderhill NHS', 'health'],
    ['Nursery SENCO', 'Bluebell Nursery', 'education'],
    ['Nursery nurse', '', 'education'],
    ['', 'Bluebell Nursery', 'education'],
    ['School nurse', 'Cinderhill School', 'health'],
    ['Specialist nursing', '', 'health'],
    ['Chair maker', 'Woodland', 'other'],
  ])('%s of %s', (role, service, agency) => {
    expect(agencyOf(role, service)).toBe(agency);
  });

  test.each([
    ['Speech and language therapist', null, 'Speech and language therapy'],
    ['Nursery SENCO', null, 'The school or setting'],
    ['Community paediatrician', null, 'Community paediatrics'],
    ['Social worker', null, 'Children’s social care'],
    ['Physiotherapist', 'Cinderhill NHS', 'Cinderhill NHS'],
    ['Chair maker', null, 'Chair maker'],
  ])('a service stands where the plan names a calling alone: %s of %s', (role, agency, service) => {
    const [suggested] = suggestAdvice([{ role, agency, author: null, date: null, spans: [] }]);
    expect(suggested).toMatchObject({ service, profession: role });
  });

  test('entries that say the same are one, and the key stays in another version', () => {
    const item = { role: 'OT', agency: 'NHS', author: 'N. A.', date: '2026-01-20', spans: [] };
    const [first, ...others] = suggestAdvice([item, { ...item, role: 'ot ' }]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ service: 'NHS', profession: 'OT', author: 'N. A.', datedOn: '2026-01-20' });
    expect(suggestAdvice([{ ...item, spans: [{ block: 'b', start: 0, end: 1 }] }])[0]?.key).toBe(first?.key);
    expect(suggestAdvice([{ ...item, date: '2026-01-21' }])[0]?.key).not.toBe(first?.key);
    expect(suggestAdvice([{ ...item, role: null, agency: null }])).toEqual([]);
  });
});

test('an officer is offered their own entries and those of services without an officer, never the other officer’s', () => {
  const offered = (['health', 'social_care', 'education', 'family'] as const).filter((agency) =>
    mayChangeEntry({ agency }, 'health'),
  );
  expect(offered).toEqual(['health', 'education', 'family']);
});

test('where nothing waits to be sent there is no button, but what to do or what was done', () => {
  expect(toSendWords({ toSend: 1, sent: 4 })).toEqual({ button: 'Mark 1 correction as sent' });
  expect(toSendWords({ toSend: 0, sent: 0 })).toEqual({ words: expect.stringMatching(/^Nothing waits to be sent\./) });
  expect(toSendWords({ toSend: 0, sent: 2 })).toEqual({
    words: 'Nothing more waits to be sent: 2 corrections are marked as sent.',
  });
});
