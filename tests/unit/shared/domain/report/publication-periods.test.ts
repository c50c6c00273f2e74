import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../../../shared/domain/report/build-report.ts';
import {
  isWithinLater,
  type PeriodsInput,
  publicationPeriods,
} from '../../../../../shared/domain/report/publication-periods.ts';
import { toldByPeriod } from '../../../../../shared/domain/report/period-input.ts';
import { CALENDAR, plansOf } from './measure-examples.ts';
import { inputOf } from './report-input.ts';

const [SUMMER_1, SUMMER_2, AUTUMN_1, AUTUMN_2] = CALENDAR.map(({ id }) => id);

/** By half-term, how many new finals were settled. */
function periodsOf(sizes: readonly number[], published: PeriodsInput['published'] = [], last = AUTUMN_2): string[][] {
  const plans = sizes.flatMap((size, at) => plansOf(CALENDAR[at]?.id ?? '', 0, size));
  const periods = publicationPeriods({ calendar: CALENDAR, plans, halfTermId: last ?? '', threshold: 5, published });
  return periods.map(({ halfTerms }) => halfTerms.map(({ id }) => id));
}

describe('the periods of a publishable edition', () => {
  test('are half-terms where each has plans enough', () => {
    expect(periodsOf([20, 25, 30, 22])).toEqual([[SUMMER_1], [SUMMER_2], [AUTUMN_1], [AUTUMN_2]]);
  });

  test('take half-terms together until twenty plans of a kind are in them, and leave out what is too few before', () => {
    expect(periodsOf([9, 9, 9, 12])).toEqual([[AUTUMN_1, AUTUMN_2]]);
    expect(periodsOf([9, 9, 9, 2])).toEqual([[SUMMER_2, AUTUMN_1, AUTUMN_2]]);
    expect(periodsOf([15, 9, 9, 12])).toEqual([
      [SUMMER_1, SUMMER_2],
      [AUTUMN_1, AUTUMN_2],
    ]);
  });

  test('never reach into what was published, and leave it as it was', () => {
    expect(periodsOf([9, 9, 9, 3], [[SUMMER_1 ?? '', SUMMER_2 ?? '', AUTUMN_1 ?? '']])).toEqual([
      [SUMMER_1, SUMMER_2, AUTUMN_1],
      [AUTUMN_2],
    ]);
    expect(periodsOf([9, 9, 9, 30], [[SUMMER_1 ?? '']])).toEqual([[SUMMER_1], [AUTUMN_2]]);
  });

  test('are the same again for the half-term that was published', () => {
    const before = periodsOf([9, 9, 9], [], AUTUMN_1);
    expect(periodsOf([9, 9, 25], before, AUTUMN_1)).toEqual(before);
  });

  test('are one where nothing has been settled', () => {
    expect(periodsOf([])).toEqual([[AUTUMN_2]]);
  });

  test('are left open where too few plans are in them, so that what comes later joins them', () => {
    const of = (sizes: readonly number[]) =>
      publicationPeriods({
        calendar: CALENDAR,
        plans: sizes.flatMap((size, at) => plansOf(CALENDAR[at]?.id ?? '', 0, size)),
        halfTermId: AUTUMN_2 ?? '',
        threshold: 5,
        published: [[SUMMER_1 ?? '', SUMMER_2 ?? '']],
      }).map(({ isHeldBack }) => isHeldBack);
    expect(of([9, 9, 4, 5])).toEqual([false, true]);
    expect(of([9, 9, 5, 5])).toEqual([false, false]);
  });

  test('of a half-term within a later publication are told', () => {
    const published = [[SUMMER_1 ?? '', SUMMER_2 ?? '']];
    expect(isWithinLater(SUMMER_1 ?? '', published)).toBe(true);
    expect(isWithinLater(SUMMER_2 ?? '', published)).toBe(false);
    const lastOf = (halfTermId = '') =>
      publicationPeriods({
        calendar: CALENDAR,
        plans: [...plansOf(SUMMER_1 ?? '', 0, 30), ...plansOf(SUMMER_2 ?? '', 0, 30)],
        halfTermId,
        threshold: 5,
        published,
      }).at(-1);
    // However many plans it has, nothing is told of it beside that publication.
    expect(lastOf(SUMMER_1)).toMatchObject({ isHeldBack: true, isOutWithLater: true });
    expect(lastOf(SUMMER_2)).toMatchObject({ isHeldBack: false, isOutWithLater: false });
  });
});

test('a report of several half-terms is of the last, names them all, and counts them as one', () => {
  const plans = [...plansOf(AUTUMN_1 ?? '', 6, 11), ...plansOf(AUTUMN_2 ?? '', 7, 12)];
  const given = { calendar: CALENDAR, plans, halfTermId: AUTUMN_2 ?? '', threshold: 5, published: [] };
  const periods = publicationPeriods(given);
  const [, , autumn1, autumn2] = CALENDAR;
  if (autumn1 === undefined || autumn2 === undefined) throw new Error('The calendar is too short.');
  const [round] = inputOf(plans).rounds;
  if (round === undefined) throw new Error('There is no round.');
  const rounds = [
    { ...round, id: 'one', plans: 11, documents: 11, settled: 11 },
    { ...round, id: 'two', plans: 12, documents: 12, settled: 12 },
  ];
  const input = inputOf(plans, { calendar: CALENDAR, halfTerm: autumn2, edition: 'publishable', rounds });
  const report = buildReport(toldByPeriod(input, periods), (counted) => counted, []);
  expect(report.halfTerm).toEqual({
    id: AUTUMN_2,
    label: 'Autumn 1 to Autumn 2',
    schoolYear: '2026-27',
    start: autumn1.start,
    end: autumn2.end,
  });
  expect(report.periods).toEqual([[AUTUMN_1, AUTUMN_2]]);
  const overall = report.parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])))
    .find(({ id }) => id === 'overall-final-new');
  expect(overall?.rows.map(({ label, counts }) => [label, counts.at(-1)?.n, counts.at(-2)?.n])).toEqual([
    ['2026/27 Aut 1 to 2026/27 Aut 2', 13, 23],
  ]);
  expect(overall?.rows[0]?.counts[0]?.key).toMatch(/^2026-27\.1_2026-27\.2\/final-new\//);
});

test('a report says that plans came late, and never how many', () => {
  const plans = plansOf(AUTUMN_2 ?? '', 11, 23);
  const periods = publicationPeriods({
    calendar: CALENDAR,
    plans,
    halfTermId: AUTUMN_2 ?? '',
    threshold: 5,
    published: [],
  });
  const halfTerm = CALENDAR.at(-1);
  if (halfTerm === undefined) throw new Error('The calendar is too short.');
  const say = (areCounted: boolean, areLeftOut: boolean) => {
    const late = { latePlans: { areCounted, areLeftOut } };
    const input = inputOf(plans, { calendar: CALENDAR, halfTerm, edition: 'publishable', ...late });
    return JSON.stringify(buildReport(toldByPeriod(input, periods), (counted) => counted, []).parts[0]);
  };
  const counted = 'Plans of earlier half-terms that were settled after these had been published are counted here.';
  const leftOut = 'Plans that were settled since are not among them';
  expect(
    [say(false, false), say(true, false), say(false, true)].map((text) =>
      [counted, leftOut].map((words) => text.includes(words)),
    ),
  ).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
});

test('a report tells nothing of a period that is held back, and what was published before as it was', () => {
  const plans = [
    ...plansOf(SUMMER_2 ?? '', 12, 22),
    ...plansOf(AUTUMN_1 ?? '', 4, 6),
    ...plansOf(AUTUMN_2 ?? '', 1, 2),
  ];
  const published = [[SUMMER_2 ?? '']];
  const periods = publicationPeriods({
    calendar: CALENDAR,
    plans,
    halfTermId: AUTUMN_2 ?? '',
    threshold: 5,
    published,
  });
  const halfTerm = CALENDAR.at(-1);
  if (halfTerm === undefined) throw new Error('The calendar is too short.');
  const rounds = inputOf(plans).rounds.map((round) => ({ ...round, plans: 8, documents: 8, settled: 8 }));
  const input = inputOf(plans, { calendar: CALENDAR, halfTerm, edition: 'publishable', rounds });
  const report = buildReport(toldByPeriod(input, periods), (counted) => counted, []);
  expect(report.periods).toEqual(published);
  const told = report.parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? block.table.rows : [])))
    .flatMap(({ counts }) => counts)
    .filter(({ n }) => n !== null);
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter(({ key }) => !key.startsWith('2025-26.6/'))).toEqual([]);
  expect(JSON.stringify(report.parts[0])).toContain('They are held back until later half-terms');
});
