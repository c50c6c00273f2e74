import { expect, test } from 'vitest';
import { countsByKey, type CountedTables, type CountTable } from '../../../../../shared/domain/report/count-table.ts';
import { createMeasureReader, type IssuedCount } from '../../../../../shared/domain/report/measures-figures.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { suppress } from '../../../../../shared/domain/report/suppression.ts';
import { type ToldFrom, withToldSums } from '../../../../../shared/domain/report/told-sums.ts';
import { MEASURE } from './measure-examples.ts';
import { answers, gradedPlan } from './report-fixture.ts';
import { CALENDAR } from './report-input.ts';
import { RUBRIC, RUBRIC_ID } from './settled-plans.ts';

const PERIOD = `2026-27.1_2026-27.2/final-new/${RUBRIC_ID}`;

/** Plans of both half-terms of a period, and a paper on the second. */
function twoHalfTerms(before: { good: number; below: number }, now: { good: number; below: number }) {
  const plans = (halfTermId: string, { good, below }: typeof now): SettledPlan[] =>
    Array.from({ length: good + below }, (_, at) =>
      gradedPlan(`${halfTermId} ${at}`, answers(at < good ? 'met' : 'not_met'), { halfTermId }),
    );
  const key = (name: string) => `2026-27.2/final-new/${RUBRIC_ID}/${name}`;
  const counted: CountedTables = {
    tables: [
      tableOf('paper', [
        [key('overall/good-or-better'), now.good],
        [key('overall/below'), now.below],
        [key('total'), now.good + now.below],
      ]),
    ],
    sums: [{ total: key('total'), parts: [key('overall/good-or-better'), key('overall/below')] }],
  };
  return { counted, from: fromOf({ plans: [...plans('2026-27/1', before), ...plans('2026-27/2', now)] }) };
}

function fromOf(other: Partial<ToldFrom>): ToldFrom {
  const rubrics = new Map([[RUBRIC_ID, { rubric: RUBRIC }]]);
  return { plans: [], rubrics, calendar: CALENDAR, issued: [], today: '2026-12-20', ...other };
}

function tableOf(id: string, counts: readonly (readonly [key: string, n: number])[]): CountTable {
  const column = (at: number) => ({ id: String(at), label: '', isTotal: at === counts.length - 1 });
  return {
    id,
    caption: '',
    noun: 'plans',
    rowHead: '',
    columns: counts.map((_, at) => column(at)),
    rows: [{ id: 'row', label: '', isTotal: false, counts: counts.map(([key, n]) => ({ key, n })) }],
    share: null,
  };
}

function shownOf(
  { counted, from }: { counted: CountedTables; from: ToldFrom },
  known: ReadonlyMap<string, number>,
  knownHidden: ReadonlySet<string> = new Set(),
): (number | null)[] {
  const told = { known, knownHidden };
  const options = { threshold: 5, hideZero: false, ...told };
  return [...countsByKey(suppress(withToldSums(counted, told, from), options).tables).values()];
}

test('what a published period leaves for its other half-term is hidden, where it is small', () => {
  const one = twoHalfTerms({ good: 1, below: 0 }, { good: 6, below: 5 });
  expect(shownOf(one, new Map())).toEqual([6, 5, 11]);
  const [good, below, total] = shownOf(one, new Map([[`${PERIOD}/total`, 12]]));
  expect(total).toBeNull();
  expect([good, below]).toContain(null);
  const many = twoHalfTerms({ good: 10, below: 10 }, { good: 6, below: 5 });
  expect(shownOf(many, new Map([[`${PERIOD}/total`, 31]]))).toEqual([6, 5, 11]);
});

test('a period’s hidden count is not given away by its half-terms', () => {
  const given = twoHalfTerms({ good: 9, below: 6 }, { good: 6, below: 5 });
  const other = new Map([[`2026-27.1/final-new/${RUBRIC_ID}/overall/below`, 6]]);
  expect(shownOf(given, other)).toEqual([6, 5, 11]);
  expect(shownOf(given, other, new Set([`${PERIOD}/overall/below`]))[1]).toBeNull();
  // The other half-term had none: what is hidden of both is what this one has.
  const alone = twoHalfTerms({ good: 0, below: 0 }, { good: 6, below: 5 });
  expect(shownOf(alone, new Map(), new Set([`${PERIOD}/overall/below`]))[1]).toBeNull();
});

test('nothing follows from figures that have changed since', () => {
  const given = twoHalfTerms({ good: 1, below: 0 }, { good: 6, below: 5 });
  expect(shownOf(given, new Map([[`${PERIOD}/total`, 9]]))).toEqual([6, 5, 11]);
  const { counted, from } = given;
  const told = { known: new Map<string, number>(), knownHidden: new Set<string>() };
  expect(withToldSums(counted, told, from)).toBe(counted);
});

test('finals in time by the register: thirteen of a period less nine of one half-term tells of the other', () => {
  const issued: IssuedCount[] = [
    { halfTermId: '2026-27/1', planType: 'new', issued: 4, inTime: 2 },
    { halfTermId: '2026-27/2', planType: 'new', issued: 9, inTime: 6 },
    { halfTermId: '2026-27/2', planType: 'amended', issued: 30, inTime: 20 },
  ];
  const from = fromOf({ issued });
  const measure = { ...MEASURE, counted: { kind: 'in_time' }, plans: 'new' } as const;
  const { table, sums } = createMeasureReader({ ...from, rubric: RUBRIC })(measure);
  const counted: CountedTables = { tables: table === null ? [] : [table], sums };
  const known = new Map([['register/2026-27.1_2026-27.2/new/issued', 13]]);
  const [, , first, , , second] = shownOf({ counted, from }, known);
  expect([first, second]).toEqual([null, null]);
  expect(shownOf({ counted, from }, new Map()).at(-1)).toBe(9);

  // Of both kinds, the report tells 43, and the scorecard 4 and 39.
  const both = createMeasureReader({ ...from, rubric: RUBRIC })({ ...measure, plans: 'all' });
  const all: CountedTables = { tables: both.table === null ? [] : [both.table], sums: both.sums };
  expect(shownOf({ counted: all, from }, new Map()).at(-1)).toBe(39);
  const toldOfBoth = new Map([['register/2026-27.1_2026-27.2/new+amended/issued', 43]]);
  expect(shownOf({ counted: all, from }, toldOfBoth).at(-1)).toBeNull();
});

test('months that the scorecard told of are told apart in a half-term’s report', () => {
  const given = twoHalfTerms({ good: 0, below: 0 }, { good: 7, below: 5 });
  const plans = given.from.plans.map((plan, at) => ({ ...plan, panelDate: at < 9 ? '2026-11-20' : '2026-12-04' }));
  const from = { ...given.from, plans };
  const month = `month/2026-11/2026-27.2/final-new/${RUBRIC_ID}/total`;
  expect(shownOf({ ...given, from }, new Map())).toEqual([7, 5, 12]);
  expect(shownOf({ ...given, from }, new Map([[month, 9]])).at(-1)).toBeNull();
});

test('that none of a period’s hidden few fell into one of its half-terms is not told', () => {
  const [key, period] = ['2026-27.2', '2026-27.1_2026-27.2'].map((begin) => `${begin}/final-new/${RUBRIC_ID}`);
  const plans = Array.from({ length: 31 }, (_, at) =>
    gradedPlan(String(at), answers('met'), {
      halfTermId: at < 20 ? '2026-27/1' : '2026-27/2',
      overallGrade: at < 3 ? 'outstanding' : 'good',
    }),
  );
  const counted: CountedTables = {
    tables: [
      tableOf('measure', [
        [`${key}/overall/at-least-outstanding`, 0],
        [`${key}/overall/under-outstanding`, 11],
        [`${key}/total`, 11],
      ]),
    ],
    sums: [
      { total: `${key}/total`, parts: [`${key}/overall/at-least-outstanding`, `${key}/overall/under-outstanding`] },
    ],
  };
  const given = { counted, from: fromOf({ plans }) };
  expect(shownOf(given, new Map())[0]).toBe(0);
  expect(shownOf(given, new Map(), new Set([`${period}/overall/at-least-outstanding`]))[0]).toBeNull();
});

test('nor is it where that half-term has one kind alone of the several that are counted together', () => {
  const key = `2026-27.2/final-amended/${RUBRIC_ID}`;
  const period = `2026-27.1_2026-27.2/final-new+final-amended/${RUBRIC_ID}`;
  const plans = Array.from({ length: 31 }, (_, at) =>
    gradedPlan(String(at), answers('met'), {
      halfTermId: at < 20 ? '2026-27/1' : '2026-27/2',
      planType: at < 15 ? 'new' : 'amended',
      overallGrade: at >= 15 && at < 18 ? 'outstanding' : 'good',
    }),
  );
  const [none, under, total] = ['overall/at-least-outstanding', 'overall/under-outstanding', 'total'].map(
    (name) => `${key}/${name}`,
  );
  if (none === undefined || under === undefined || total === undefined) throw new Error('There are three.');
  const counted: CountedTables = {
    tables: [
      tableOf('measure', [
        [none, 0],
        [under, 11],
        [total, 11],
      ]),
    ],
    sums: [{ total, parts: [none, under] }],
  };
  const given = { counted, from: fromOf({ plans }) };
  expect(shownOf(given, new Map())[0]).toBe(0);
  expect(shownOf(given, new Map(), new Set([`${period}/overall/at-least-outstanding`]))[0]).toBeNull();
});
