import { expect, test } from 'vitest';
import { suggestHalfTerms } from '../../../../../shared/domain/half-term.ts';
import { hiddenMonths, type Scorecard, scorecard } from '../../../../../shared/domain/report/outlets/scorecard.ts';
import { publishedYear } from '../../../../../shared/domain/report/outlets/scorecard-year.ts';
import { type TellingReport, toldBy } from '../../../../../shared/domain/report/outlets/told-figures.ts';
import { answers, gradedPlan } from './report-fixture.ts';
import { RUBRIC, RUBRIC_ID } from './settled-plans.ts';

const CALENDAR = [...suggestHalfTerms(2025), ...suggestHalfTerms(2026)];

/** A report on these half-terms, told of together, in which so many of so many new final plans were good or better. */
function report(ids: readonly string[], n: number | null, of: number | null, rubricId = RUBRIC_ID): TellingReport {
  const key = [ids[0], ids.at(-1)].map((id) => (id ?? '').replace('/', '.'));
  const population = `${[...new Set(key)].join('_')}/final-new/${rubricId}`;
  return {
    periods: [ids],
    counts: [
      [`${population}/total`, of],
      [`${population}/overall/good-or-better`, n],
      // Another whole of the same plans, which is no total of them.
      [`${population}/need/Autism/total`, null],
    ],
  };
}

const SPRING = report(['2025-26/3', '2025-26/4'], 6, 14);
const SUMMER = report(['2025-26/6'], 12, 20);
const AUTUMN = report(['2026-27/1', '2026-27/2'], 13, 24);

test('the year adds up what reports tell of half-terms that began in it, by the last of each period', () => {
  const told = toldBy([SPRING, SUMMER, AUTUMN], CALENDAR);
  const autumn = publishedYear(told, '2026-11-30');
  expect(autumn.words).toBe('2025/26 Spr 1 to 2025/26 Spr 2 and 2025/26 Sum 2 and 2026/27 Aut 1 to 2026/27 Aut 2');
  expect(autumn.series).toEqual([{ n: 31, of: 58 }, null]);
  expect(publishedYear(told, '2026-10-31').series[0]).toEqual({ n: 18, of: 34 });
  expect(publishedYear(told, '2027-03-31').series[0]).toEqual({ n: 25, of: 44 });
  expect(publishedYear(told, '2025-10-31')).toEqual({ words: '', series: [null, null] });
  expect(publishedYear(toldBy([], CALENDAR), '2026-11-30').words).toBe('');
});

test('what a report hides is hidden in the year, and two versions of the standards are not added up', () => {
  const hidden = toldBy([SUMMER, report(['2026-27/1', '2026-27/2'], null, 24)], CALENDAR);
  expect(publishedYear(hidden, '2026-11-30').series[0]).toEqual({ n: null, of: 44 });
  const twice = toldBy([SUMMER, report(['2026-27/1', '2026-27/2'], 13, 24, 'another')], CALENDAR);
  expect(publishedYear(twice, '2026-11-30').series[0]).toBeNull();
});

function cardWith(reports: readonly TellingReport[], { isHidden }: { isHidden: boolean }): Scorecard {
  return scorecard(
    {
      partnership: { name: 'Northmere', areaCode: '' },
      plans: ['a', 'b', 'c'].map((id) => gradedPlan(id, answers('met'))),
      rubrics: new Map([[RUBRIC_ID, { rubric: RUBRIC }]]),
      calendar: CALENDAR,
      issued: [],
      rubric: RUBRIC,
      today: '2026-12-10',
      measures: [],
      isPublishable: isHidden,
      told: toldBy(reports, CALENDAR),
    },
    (counted) =>
      isHidden
        ? {
            ...counted,
            tables: counted.tables.map((table) => ({
              ...table,
              rows: table.rows.map((row) => ({ ...row, counts: row.counts.map(({ key }) => ({ key, n: null })) })),
            })),
          }
        : counted,
  );
}

test('a line has what published reports tell of the year, with its share and range, whatever is hidden of the month', () => {
  const { columns, rows } = cardWith([SUMMER, AUTUMN], { isHidden: true });
  const cell = (id: string) => rows[0]?.[columns.findIndex((column) => column.id === id)];
  expect(cell('final_new_of')).toBe('c');
  expect(cell('published_year')).toBe('2025/26 Sum 2 to 2026/27 Aut 2');
  expect([cell('published_final_new_good_or_better'), cell('published_final_new_of')]).toEqual([25, 44]);
  expect(cell('published_final_new_percent')).toBeCloseTo((100 * 25) / 44);
  expect(Number(cell('published_final_new_range_low'))).toBeLessThan((100 * 25) / 44);
  expect(cell('published_final_amended_of')).toBe('');
  for (const row of rows) expect(row).toHaveLength(columns.length);
});

test('that most of the months is hidden is said, with whether the year helps', () => {
  expect(hiddenMonths(cardWith([SUMMER, AUTUMN], { isHidden: true }))).toEqual({ isYearTold: true });
  expect(hiddenMonths(cardWith([report(['2026-27/1'], null, null)], { isHidden: true }))).toEqual({
    isYearTold: false,
  });
  expect(hiddenMonths(cardWith([], { isHidden: true }))).toEqual({ isYearTold: false });
  expect(hiddenMonths(cardWith([], { isHidden: false }))).toBeNull();
});
