import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AdviceCounts, countAdvice } from '../../../../../shared/domain/advice/advice-gaps.ts';
import {
  type CountedTables,
  countsByKey,
  type CountTable,
  HIDDEN,
} from '../../../../../shared/domain/report/count-table.ts';
import { type HalfTermRun, halfTermRun } from '../../../../../shared/domain/report/outlets/half-term-run.ts';
import { toldRunFigures } from '../../../../../shared/domain/report/outlets/run-figures.ts';
import { toldFeedback } from '../../../../../shared/domain/report/outlets/service-feedback.ts';
import { together, toldBy, type ToldFigures } from '../../../../../shared/domain/report/outlets/told-figures.ts';
import { suppress } from '../../../../../shared/domain/report/suppression.ts';
import { CALENDAR } from './report-input.ts';
import { RUBRIC, RUBRIC_ID } from './settled-plans.ts';
import { answers, gradedPlan } from './report-fixture.ts';

const HALF_TERMS = ['2025-26/6', '2026-27/1', '2026-27/2'];
const PLANS = HALF_TERMS.map((halfTermId) => gradedPlan(halfTermId, answers('met'), { halfTermId }));
const RUBRICS = new Map([[RUBRIC_ID, { rubric: RUBRIC, digest: 'd' }]]);
const NEW = `final-new/${RUBRIC_ID}`;
const OPTIONS = { threshold: 5, hideZero: false, known: new Map<string, number>(), knownHidden: new Set<string>() };

function run(from: string, to: string): HalfTermRun {
  const found = halfTermRun(CALENDAR, from, to);
  if (found === null) throw new Error('no such run');
  return found;
}

const ALL = run('2025-26/6', '2026-27/2');

function tablesOf(told: ToldFigures, over: HalfTermRun): CountTable[] {
  return reportOf(told, over).parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])),
  );
}

function reportOf(told: ToldFigures, over: HalfTermRun) {
  return toldRunFigures(
    {
      partnership: { name: 'Northmere', areaCode: '' },
      run: over,
      plans: PLANS,
      rubrics: RUBRICS,
      currentRubric: RUBRIC,
      edition: 'publishable',
      threshold: 5,
      hideZero: false,
      author: '',
      madeAt: '2026-12-08T10:00:00Z',
    },
    told,
    [],
    [],
  );
}

function cellsOf(table: CountTable | undefined, row: string): (number | null)[] {
  return table?.rows.find(({ id }) => id.startsWith(row))?.counts.map(({ n }) => n) ?? [];
}

/** Two published periods: the first half-term alone, and the other two together. */
const TOLD = toldBy(
  [
    {
      periods: [['2025-26/6']],
      counts: [
        [`2025-26.6/${NEW}/total`, 20],
        [`2025-26.6/${NEW}/overall/good-or-better`, 12],
        [`2025-26.6/${NEW}/standard/S01/applied`, 20],
        [`2025-26.6/${NEW}/standard/S01/good-or-better`, 15],
        [`2025-26.6/${NEW}/standard/S04/applied`, 20],
        [`2025-26.6/${NEW}/standard/S04/good-or-better`, 4],
        [`2025-26.6/${NEW}/criterion/S06.C1/met`, 6],
        [`2025-26.6/${NEW}/criterion/S06.C1/applied`, 20],
      ],
    },
    {
      periods: [['2025-26/6'], ['2026-27/1', '2026-27/2']],
      counts: [
        [`2025-26.6/${NEW}/total`, 21],
        [`2025-26.6/${NEW}/overall/good-or-better`, 12],
        [`2026-27.1_2026-27.2/${NEW}/total`, 24],
        [`2026-27.1_2026-27.2/${NEW}/overall/good-or-better`, null],
        [`2026-27.1_2026-27.2/${NEW}/standard/S04/applied`, 24],
        [`2026-27.1_2026-27.2/${NEW}/standard/S04/good-or-better`, 24],
      ],
    },
  ],
  CALENDAR,
);

test('figures to be given out are what reports tell, the latest of each, and what that adds up to', () => {
  const [overall] = tablesOf(TOLD, ALL);
  expect(overall?.columns.map(({ id }) => id)).toEqual(['below', 'total', 'good-or-better']);
  expect(overall?.rows.map(({ label, isTotal, counts }) => [label, isTotal, counts.map(({ n }) => n)])).toEqual([
    ['2025/26 Sum 2', false, [9, 21, 12]],
    ['2026/27 Aut 1 to 2026/27 Aut 2', false, [null, 24, null]],
    ['All together: 2025/26 Sum 2 to 2026/27 Aut 2', true, [null, 45, null]],
  ]);
});

test('what a later report does not name is not put beside what it says otherwise', () => {
  const population = `2025-26.6/${NEW}`;
  const first = {
    periods: [['2025-26/6']],
    counts: [
      [`${population}/total`, 20],
      [`${population}/overall/good-or-better`, 12],
      [`${population}/overall/outstanding`, 5],
      [`${population}/standard/S01/applied`, 20],
      [`${population}/standard/S01/good-or-better`, 15],
      [`${population}/criterion/S06.C1/applied`, 20],
      [`${population}/criterion/S06.C1/met`, 6],
    ] as const,
  };
  const after = (...counts: (readonly [string, number | null])[]) =>
    toldBy([first, { periods: [['2025-26/6']], counts }], CALENDAR);
  // A plan came late: how many of twenty were good is no count of the twenty-one, while a standard's own line is whole.
  const late = after([`${population}/total`, 21]);
  expect(cellsOf(tablesOf(late, ALL)[0], '2025-26.6')).toEqual([null, 21, null]);
  expect(cellsOf(tablesOf(late, ALL)[1], 'S01')).toEqual([15, 5, null, 20]);
  const wanting = after([`${population}/criterion/S06.C1/met`, 7]);
  expect(wanting.counts.has(`${population}/criterion/S06.C1/applied`)).toBe(false);
  // Of the same plans it stays, and so does what is hidden in one of the two.
  const same = after([`${population}/total`, 20], [`${population}/overall/good-or-better`, null]);
  expect(same.counts.get(`${population}/overall/outstanding`)).toBe(5);
  expect(same.counts.get(`${population}/overall/good-or-better`)).toBeNull();
  // Where nothing shows that they are the same plans, nothing is taken over.
  const unknown = after([`${population}/total`, null]);
  expect(unknown.counts.has(`${population}/overall/outstanding`)).toBe(false);
});

test('standards are added up over the half-terms that reports tell them of, and criteria stand half-term by half-term', () => {
  const [, standards, criteria] = tablesOf(TOLD, ALL);
  expect(standards?.caption).toContain('2025/26 Sum 2: final plans, new');
  expect(cellsOf(standards, 'S01')).toEqual([15, 5, null, 20]);
  expect(criteria?.rows.map(({ id, label }) => [id, label.endsWith('(2025/26 Sum 2)')])).toEqual([
    ['S06.C1 2025-26.6', true],
  ]);
  expect(cellsOf(criteria, 'S06.C1')).toEqual([6, 14, null, 20]);
});

test('half-terms that were published together are told of together, and none alone', () => {
  const one = reportOf(TOLD, run('2026-27/2', '2026-27/2'));
  expect(one.halfTerm.id).toBe('2026-27/1 to 2026-27/2');
  const words = JSON.stringify(one.parts);
  expect(words).toContain(
    'Half-terms that a report counts together are told of together: 2026/27 Aut 1 to 2026/27 Aut 2.',
  );
  expect(tablesOf(TOLD, run('2026-27/1', '2026-27/1'))).toEqual(tablesOf(TOLD, run('2026-27/2', '2026-27/2')));
  const none = toldBy([], CALENDAR);
  expect(tablesOf(none, ALL)).toEqual([]);
  expect(JSON.stringify(reportOf(none, ALL).parts)).toContain('Publishable reports tell nothing of');
});

test('what a half-term between is not told of is not taken for all of a run', () => {
  const gap = toldBy(
    [
      { periods: [['2025-26/6']], counts: [[`2025-26.6/${NEW}/total`, 20]] },
      { periods: [['2026-27/2']], counts: [[`2026-27.2/${NEW}/total`, 22]] },
    ],
    CALENDAR,
  );
  expect(together(gap, gap.periods).key).toBe('2025-26.6+2026-27.2');
  const [overall] = tablesOf(gap, ALL);
  expect(overall?.rows.at(-1)).toMatchObject({
    id: `2025-26.6+2026-27.2/${NEW}`,
    label: 'All together: 2025/26 Sum 2 and 2026/27 Aut 2',
  });
  expect(cellsOf(overall, '2025-26.6+')).toEqual([null, 42, null]);
  expect(JSON.stringify(reportOf(gap, ALL).parts)).toContain(
    'One half-term of 2025/26 Sum 2 to 2026/27 Aut 2 is in no',
  );
});

test('nothing stands in figures that the reports do not say', () => {
  const names = [
    'total',
    'overall/good-or-better',
    'standard/S01/applied',
    'standard/S01/good-or-better',
    'causes/all',
  ];
  const counts = fc.dictionary(
    fc.constantFrom(...['2025-26.6', '2026-27.1'].flatMap((half) => names.map((name) => `${half}/${NEW}/${name}`))),
    fc.option(fc.integer({ min: 20, max: 40 })),
  );
  fc.assert(
    fc.property(counts, (given) => {
      const entries = Object.entries(given);
      const told = toldBy([{ periods: [['2025-26/6'], ['2026-27/1']], counts: entries }], CALENDAR);
      const shown = [...countsByKey(tablesOf(told, ALL))].filter(([key, n]) => n !== null && !key.endsWith('/below'));
      const said = shown.map(([key]) => {
        const [period = '', ...rest] = key.split('/');
        return [
          key,
          period.split('_').reduce((sum, half) => sum + (given[[half, ...rest].join('/')] ?? Number.NaN), 0),
        ];
      });
      expect(shown).toEqual(said);
    }),
    { numRuns: 40 },
  );
});

const SOME: AdviceCounts = { ...countAdvice([]), requests: 12, received: 9, nil: 1, missing: 2, timed: 10, late: 3 };

function feedbackOn(service: string | null, agency = 'health') {
  const hide = (counted: CountedTables) => suppress(counted, OPTIONS);
  const { blocks } = toldFeedback(
    {
      partnership: 'Northmere',
      for: { agency, agencyLabel: agency, service },
      run: run('2026-27/2', '2026-27/2'),
      before: null,
      plans: PLANS,
      rubrics: RUBRICS,
      advice: [
        {
          key: '2026-27.1_2026-27.2',
          services: [
            {
              service: 'Physiotherapy',
              counts: { ...SOME, requests: 3, received: 3, nil: 0, missing: 0, timed: 3, late: 0 },
            },
            { service: 'Speech and language therapy', counts: SOME },
            { service: 'Nursing', counts: { ...SOME, requests: 20, received: 15, missing: 4, timed: 15, late: 7 } },
            { service: 'Paediatrics', counts: countAdvice([]) },
          ],
        },
      ],
      adviceAsAt: '2026-12-08',
      actions: [],
      examples: [],
      edition: 'publishable',
      author: 'Hazel Winter',
      madeAt: '2026-12-08T10:00:00Z',
    },
    TOLD,
    hide,
    ['Not frozen yet.'],
    ['Some are hidden.'],
  );
  return blocks;
}

function adviceRows(service: string | null): string[][] {
  const table = feedbackOn(service).find((block) => block.kind === 'table' && block.id === 'feedback-advice');
  return table?.kind === 'table' ? table.rows : [];
}

test('a service’s advice is hidden beside that of the others, whichever of them is told', () => {
  const rows = adviceRows(null);
  expect(rows.map(([label]) => label)).toEqual([
    'Physiotherapy',
    'Speech and language therapy',
    'Nursing',
    // None was asked of it, which is not said where the total is hidden.
    'Paediatrics',
    'All services',
  ]);
  expect(rows[0]?.slice(1, 4)).toEqual([HIDDEN, HIDDEN, HIDDEN]);
  expect(rows[2]?.[1]).toBe('20');
  for (const [label = '', ...cells] of rows.slice(1, 3)) {
    expect(adviceRows(label)).toEqual([[label, ...cells]]);
  }
  // With three of all thirty-five hidden, another count of the same kind is hidden too.
  const asked = rows.map((row) => row[1]);
  expect(asked.filter((cell) => cell === HIDDEN).length).toBeGreaterThan(1);
});

test('feedback to be given out tells what reports tell, against what they told before', () => {
  const text = JSON.stringify(feedbackOn(null));
  expect(text).toContain('Health (C, G): 100% (24 of 24; likely range 86–100%), higher than 2025/26 Sum 2.');
  expect(text).toContain('Not frozen yet.');
  expect(text).toContain('Some are hidden.');
  const few = JSON.stringify(feedbackOn(null, 'social_care'));
  expect(few).toContain('Too few plans to say how each standard was graded.');
  expect(few).not.toContain('no criterion stands out');
  expect(JSON.stringify(feedbackOn('Physiotherapy'))).toContain('Too little advice was asked for on these plans');
});
