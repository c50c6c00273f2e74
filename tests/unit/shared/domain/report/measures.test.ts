import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionWords, type Measure } from '../../../../../shared/domain/measures.ts';
import { countsByKey, type CountTable, type Sum } from '../../../../../shared/domain/report/count-table.ts';
import { measuresDraft } from '../../../../../shared/domain/report/measures-draft.ts';
import { createMeasureReader, type MeasureSources } from '../../../../../shared/domain/report/measures-figures.ts';
import {
  changeSentences,
  lastTogether,
  sideOf,
  togetherSentence,
} from '../../../../../shared/domain/report/measures-change.ts';
import {
  latestStanding,
  milestoneRows,
  type Reading,
  readingsOf,
  standingOf,
} from '../../../../../shared/domain/report/measures-standing.ts';
import { standingWithCaveat } from '../../../../../shared/domain/report/measures-summary.ts';
import {
  criteriaTable,
  joinTables,
  overallTable,
  trendTable,
} from '../../../../../shared/domain/report/population-tables.ts';
import { reportBlockSchema } from '../../../../../shared/domain/report/report-model.ts';
import { populationsOf } from '../../../../../shared/domain/report/series.ts';
import { tally } from '../../../../../shared/domain/report/tally.ts';
import { shareOf } from '../../../../../shared/domain/report/report-words.ts';
import { CALENDAR, MEASURE, plansOf, sourcesOf } from './measure-examples.ts';
import { RUBRIC, RUBRIC_ID, settledPlans } from './settled-plans.ts';

const AUTUMN_2 = CALENDAR[3] ?? { id: '', schoolYear: '', number: 0, label: '', start: '', end: '' };

function readingsIn(measure: Measure, sources: MeasureSources): Reading[] {
  const figures = createMeasureReader(sources)(measure);
  return readingsOf(figures, figures.table);
}

describe('how a measure stands', () => {
  test('on its milestone, with the last one passed and the range that takes it in', () => {
    const standing = latestStanding(MEASURE, readingsIn(MEASURE, sourcesOf(plansOf('2026-27/2', 12, 20))));
    expect(standing).toMatchObject({ kind: 'on_track', milestone: { on: '2026-10-31', value: 60 } });
    expect(standing.words).toBe(
      '60% (12 of 20; likely range 39–78%) in Autumn 2 2026/27: on the milestone of 60% for 31 October 2026, the last one passed. The likely range 39–78% takes in the milestone of 60%.',
    );
  });

  test.each([
    [11, 20, 'close', '5 points below the milestone of 60%'],
    [10, 20, 'behind', '10 points below the milestone of 60%'],
    [53, 89, 'close', 'just below the milestone of 60%'],
    [18, 20, 'on_track', '30 points above the milestone of 60%'],
    [6, 9, 'too_few', '6 of 9 plans in Autumn 2 2026/27, too few to hold against'],
    [9, 9, 'too_few', '9 of 9 plans in Autumn 2 2026/27, too few to hold against'],
  ])('%i of %i is %s', (good, total, kind, words) => {
    const standing = latestStanding(MEASURE, readingsIn(MEASURE, sourcesOf(plansOf('2026-27/2', good, total))));
    expect(standing.kind).toBe(kind);
    expect(standing.words).toContain(words);
  });

  test('before its first milestone, without any, and without a reading it says so', () => {
    const early = readingsIn(MEASURE, sourcesOf(plansOf('2025-26/5', 12, 20)));
    expect(latestStanding(MEASURE, early)).toMatchObject({
      kind: 'not_yet',
      words: '60% (12 of 20; likely range 39–78%) in Summer 1 2025/26. The first milestone is 50% by 30 June 2026.',
    });
    expect(latestStanding({ ...MEASURE, milestones: [] }, early).kind).toBe('no_milestones');
    expect(latestStanding(MEASURE, [])).toMatchObject({ kind: 'no_reading', reading: null });
  });

  test('a percentage whose counts nobody knows has no range, and says so', () => {
    const byHand = [{ id: 'h', on: '2026-10-31', n: null, of: null, percent: 58, note: '' }];
    expect(latestStanding(MEASURE, readingsIn({ ...MEASURE, byHand }, sourcesOf([])))).toMatchObject({
      kind: 'close',
      words:
        '58%, counts not known on 31 October 2026, entered by hand: 2 points below the milestone of 60% for that day. Its counts are not known, so no likely range can be given.',
    });
  });

  test('where less is better, under the milestone is on track', () => {
    const appeals: Measure = {
      ...MEASURE,
      unit: 'count',
      better: 'lower',
      counted: { kind: 'by_hand', numerator: 'Appeals lodged', denominator: '' },
      milestones: [{ on: '2026-07-01', value: 10 }],
      byHand: [
        { id: 'a', on: '2026-07-31', n: 8, of: null, percent: null, note: '' },
        { id: 'b', on: '2026-10-31', n: 14, of: null, percent: null, note: '' },
        { id: 'c', on: '2026-11-30', n: 16, of: null, percent: null, note: '' },
      ],
    };
    const readings = readingsIn(appeals, sourcesOf(plansOf('2026-27/2', 12, 20)));
    expect(readings.map((reading) => standingOf(appeals, reading).kind)).toEqual(['on_track', 'close', 'behind']);
    expect(latestStanding(appeals, readings).words).toMatch(/^16 appeals lodged on .*: 6 above the milestone of 10/);
  });

  test('property: the standing is what whole numbers say of the same counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 400 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 20 }),
        ([n, of], value, tolerance) => {
          const reading: Reading = {
            rowId: 'r',
            label: 'then',
            name: 'then',
            date: '2026-12-08',
            isByHand: false,
            rubricId: null,
            kind: 'share',
            share: shareOf(n, of, 'plans'),
          };
          const milestones = [{ on: '2026-12-01', value }];
          const { kind, words } = standingOf({ unit: 'percent', better: 'higher', milestones, tolerance }, reading);
          const expected =
            100 * n >= value * of ? 'on_track' : 100 * n >= (value - tolerance) * of ? 'close' : 'behind';
          expect(kind).toBe(expected);
          const range = reading.share.range ?? { low: 0, high: 0 };
          expect(words.includes('takes in')).toBe(range.low <= value && value <= range.high);
        },
      ),
    );
  });

  test('each milestone has the last reading before the next one', () => {
    const readings = readingsIn(
      MEASURE,
      sourcesOf([...plansOf('2025-26/6', 9, 20), ...plansOf('2026-27/1', 10, 20), ...plansOf('2026-27/2', 12, 20)]),
    );
    expect(milestoneRows(MEASURE, readings).map(({ standing }) => [standing?.reading?.label, standing?.kind])).toEqual([
      ['2026/27 Aut 1', 'on_track'],
      ['2026/27 Aut 2', 'on_track'],
      [undefined, undefined],
    ]);
  });
});

describe('what is said of change', () => {
  const said = (before: [number, number], now: [number, number], rubricId = RUBRIC_ID) =>
    changeSentences(
      readingsIn(
        MEASURE,
        sourcesOf([...plansOf('2026-27/1', ...before, { rubricId }), ...plansOf('2026-27/2', ...now)], {
          rubrics: new Map([
            [RUBRIC_ID, { rubric: RUBRIC }],
            ['earlier version', { rubric: { ...RUBRIC, version: '0.9' } }],
          ]),
        }),
      ),
    ).join(' ');

  test('never more than the ranges allow', () => {
    expect(said([8, 20], [12, 20])).toBe(
      'Compared with Autumn 1 2026/27, 40% (8 of 20; likely range 22–61%), there is no clear change.',
    );
    expect(said([20, 100], [70, 100])).toMatch(/^That is clearly higher than in Autumn 1 2026\/27, 20% /);
    expect(said([70, 100], [20, 100])).toMatch(/^That is clearly lower than/);
    expect(said([8, 9], [12, 20])).toBe('');
    expect(said([8, 20], [12, 20], 'earlier version')).toMatch(/another version of the standards/);
  });

  test('three small rounds are offered together, unless the standards changed among them', () => {
    const plans = [...plansOf('2025-26/6', 4, 8), ...plansOf('2026-27/1', 5, 8), ...plansOf('2026-27/2', 6, 9)];
    const together = lastTogether(readingsIn(MEASURE, sourcesOf(plans)), 'plans');
    const said = 'The last three half-terms together, Summer 2 2025/26 to Autumn 2 2026/27';
    const share = '60% (15 of 25; likely range 41–77%).';
    expect(togetherSentence(together, null)).toEqual([`${said}: ${share}`]);
    expect([40, 41, 77, 78].flatMap((value) => togetherSentence(together, { on: '2026-10-31', value }))).toEqual([
      `${said}, lie above that milestone: ${share}`,
      `${said}, do not show on which side of that milestone they lie: ${share}`,
      `${said}, do not show on which side of that milestone they lie: ${share}`,
      `${said}, lie below that milestone: ${share}`,
    ]);
    const other = plans.map((plan) => (plan.halfTermId === '2025-26/6' ? { ...plan, rubricId: 'v0' } : plan));
    const rubrics = new Map([
      [RUBRIC_ID, { rubric: RUBRIC }],
      ['v0', { rubric: RUBRIC }],
    ]);
    const readings = readingsIn(MEASURE, sourcesOf(other, { rubrics }));
    expect(readings).toHaveLength(3);
    expect(lastTogether(readings, 'plans')).toBeNull();
    expect(createMeasureReader(sourcesOf(other, { rubrics }))(MEASURE).breaksBefore).toEqual([
      `2026-27.1/final-new/${RUBRIC_ID}`,
    ]);
  });
});

describe('what is counted', () => {
  const VARIANTS: Measure[] = [
    MEASURE,
    { ...MEASURE, plans: 'all' },
    { ...MEASURE, plans: 'amended', counted: { kind: 'at_least', grade: 'outstanding' } },
    { ...MEASURE, plans: 'all', counted: { kind: 'at_least', grade: 'requires_improvement' } },
    { ...MEASURE, plans: 'all', counted: { kind: 'criterion_met', criterionId: 'S06.C1' } },
    { ...MEASURE, stage: 'draft' },
    { ...MEASURE, plans: 'all', roundKind: 'thematic', theme: 'Year 9' },
  ];
  const MEASURES = VARIANTS.map((measure, at) => ({ ...measure, id: `${MEASURE.id.slice(0, -1)}${at}` }));

  test('property: equals what is counted by hand, and no count contradicts the tables of populations', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        const read = createMeasureReader(sourcesOf(plans));
        const own = MEASURES.map((measure) => read(measure));
        const tallies = populationsOf(plans, new Map()).map((population) => tally(population, RUBRIC));
        const others = joinTables(
          tallies.flatMap((found, at) => [
            overallTable(`o-${at}`, '', [{ tally: found, halfTerm: '' }], 'Good or better'),
            trendTable(`t-${at}`, '', [{ tally: found, halfTerm: '' }], 'Good or better'),
            criteriaTable(`c-${at}`, '', found, found.criteria),
          ]),
        );
        const counts = countsByKey([...own.flatMap(({ table }) => table ?? []), ...others.tables]);
        const trends = countsByKey(others.tables);
        for (const { counts: row } of own[0]?.table?.rows ?? []) {
          for (const { key, n } of row) expect(trends.get(key)).toBe(n);
        }
        expectSums(
          own.flatMap(({ sums }) => sums),
          counts,
        );
        const all = own[1]?.table?.rows ?? [];
        const audited = plans.filter((plan) => plan.stage !== 'draft' && plan.roundKind === 'random');
        expect(all.reduce((sum, { counts: row }) => sum + (row[2]?.n ?? 0), 0)).toBe(audited.length);
        expect(all.reduce((sum, { counts: row }) => sum + (row[0]?.n ?? 0), 0)).toBe(
          audited.filter(({ overallGrade }) => ['good', 'outstanding'].includes(overallGrade)).length,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('20 weeks are counted from the register, new plans without reassessments', () => {
    const issued = [
      { halfTermId: '2026-27/1', planType: 'new', issued: 30, inTime: 18 },
      { halfTermId: '2026-27/1', planType: 'reassessment', issued: 4, inTime: 4 },
      { halfTermId: '2026-27/2', planType: 'new', issued: 12, inTime: 9 },
    ];
    const timed: Measure = { ...MEASURE, counted: { kind: 'in_time' } };
    const readings = readingsIn(timed, sourcesOf(plansOf('2026-27/2', 1, 2), { issued }));
    expect(readings).toMatchObject([
      { label: '2026/27 Aut 1', date: '2026-10-23', share: { n: 18, of: 30 } },
      // The half-term is not over: it is read on the day.
      { label: '2026/27 Aut 2', date: '2026-12-10', share: { n: 9, of: 12 } },
    ]);
    const figures = createMeasureReader(sourcesOf([], { issued }))({ ...timed, plans: 'all' });
    expect(figures.table?.rows[0]?.counts.map(({ n }) => n)).toEqual([22, 12, 34]);
    expect(figures.sums).toContainEqual({
      total: 'register/2026-27.1/new+reassessment/in-time',
      parts: ['register/2026-27.1/new/in-time', 'register/2026-27.1/reassessment/in-time'],
    });
  });

  test('what was entered by hand stands between, marked, on its own date', () => {
    const byHand = [
      { id: 'h', on: '2026-11-15', n: 7, of: 14, percent: null, note: '' },
      { id: 'g', on: '2024-10-31', n: null, of: null, percent: 38, note: '' },
    ];
    const readings = readingsIn(
      { ...MEASURE, byHand },
      sourcesOf([...plansOf('2026-27/1', 10, 20), ...plansOf('2026-27/2', 12, 20)]),
    );
    expect(readings.map(({ label, isByHand, kind }) => [label, isByHand, kind])).toEqual([
      ['31 October 2024 (entered by hand)', true, 'percent'],
      ['2026/27 Aut 1', false, 'share'],
      ['15 November 2026 (entered by hand)', true, 'share'],
      ['2026/27 Aut 2', false, 'share'],
    ]);
  });

  test('a version of the standards without the criterion has no reading', () => {
    const old = { ...RUBRIC, standards: RUBRIC.standards.filter(({ id }) => id !== 'S06') };
    const sources = sourcesOf(plansOf('2026-27/1', 3, 12), { rubrics: new Map([[RUBRIC_ID, { rubric: old }]]) });
    const met: Measure = { ...MEASURE, counted: { kind: 'criterion_met', criterionId: 'S06.C1' } };
    expect(createMeasureReader(sources)(met).table).toBeNull();
  });
});

describe('what measures bring to the report', () => {
  const improvement: Measure = {
    ...MEASURE,
    id: '0c9f0e5e-0000-4000-8000-000000000002',
    name: 'QA reviews good or better',
    plans: 'all',
    owner: { personId: '0c9f0e5e-0000-4000-8000-0000000000aa', name: 'Juniper Ashdown' },
    note: 'Ask about the spring.',
    byHand: [{ id: 'h', on: '2024-10-31', n: null, of: null, percent: 38, note: '' }],
  };
  const sources = {
    ...sourcesOf([
      ...plansOf('2026-27/1', 8, 20),
      ...plansOf('2026-27/2', 12, 20),
      ...plansOf('2026-27/2', 6, 12, { planType: 'amended' }),
    ]),
    measures: [MEASURE, improvement, { ...MEASURE, id: 'gone', name: 'Retired', retiredAt: '2026-01-01T00:00:00Z' }],
    halfTerm: AUTUMN_2,
  };

  test('two trajectories stand at once, each with its own denominator', () => {
    const draft = measuresDraft({ ...sources, edition: 'internal' });
    if (draft === null) throw new Error('No draft.');
    const shown = { table: (id: string) => tableOf(draft.counted.tables, id) };
    expect(draft.counted.tables.map(({ rows }) => rows.map(({ counts }) => counts.map(({ n }) => n)))).toEqual([
      [
        [8, 12, 20],
        [12, 8, 20],
      ],
      [
        [8, 12, 20],
        [18, 14, 32],
      ],
    ]);
    const blocks = draft.write(shown);
    for (const block of blocks) expect(reportBlockSchema.parse(block)).toEqual(block);
    expect(blocks.filter(({ kind }) => kind === 'chart')).toMatchObject([
      { chart: 'trend', dates: ['2026-10-13', '2026-12-08'], milestones: [{ percent: 50 }, {}, {}] },
      {},
    ]);
    expect(draft.summary(shown)).toMatchObject([
      {
        kind: 'text_table',
        columns: ['Measure', 'This half-term (likely range)', 'Milestone', 'Standing'],
        rows: [
          [
            'New plans good or better',
            '60% (12 of 20; 39–78%)',
            '60% by 31 October 2026; next: 80% by 31 December 2027',
            'On track; the likely range takes it in',
          ],
          [
            'QA reviews good or better',
            '56% (18 of 32; 39–72%)',
            '60% by 31 October 2026; next: 80% by 31 December 2027',
            'Close; the likely range takes it in',
          ],
        ],
      },
    ]);
    const text = JSON.stringify(blocks);
    for (const words of ['Juniper Ashdown', 'Ask about the spring.', '38%, counts not known']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/improve[ds]|Retired/);
  });

  test('every review is a denominator of its own: drafts, amended and chosen plans with the new ones', () => {
    const reviews: Measure = { ...MEASURE, counted: { kind: 'reviews_good_or_better' } };
    const plans = [
      ...plansOf('2026-27/2', 2, 3),
      ...plansOf('2026-27/2', 1, 5, { planType: 'amended' }),
      ...plansOf('2026-27/2', 0, 2, { stage: 'draft' }),
      ...plansOf('2026-27/2', 2, 3, { planType: 'amended', roundKind: 'thematic', theme: 'Year 9' }),
    ];
    const [own, all] = [reviews, { ...MEASURE, plans: 'all' as const }].map((measure) =>
      readingsIn(measure, sourcesOf(plans)),
    );
    expect(own).toMatchObject([{ share: { n: 5, of: 13 } }]);
    expect(all).toMatchObject([{ share: { n: 3, of: 8 } }]);
    const figures = createMeasureReader(sourcesOf(plans))(reviews);
    expectSums(figures.sums, countsByKey(figures.table === null ? [] : [figures.table]));
    expect(definitionWords(reviews, RUBRIC, 'Good or better')).toContain('drafts and finals, new and amended plans');
  });

  test('of three small half-terms the standing says what they are together: on one side of the milestone, or not clear', () => {
    const standing = (good: number) => {
      const plans = [
        ...plansOf('2025-26/6', good, 9),
        ...plansOf('2026-27/1', good, 9),
        ...plansOf('2026-27/2', good, 8),
      ];
      const measure: Measure = {
        ...MEASURE,
        milestones: [
          { on: '2026-10-31', value: 75 },
          { on: '2026-12-31', value: 80 },
        ],
      };
      const readings = readingsIn(measure, sourcesOf(plans));
      const together = lastTogether(readings, 'plans');
      return standingWithCaveat({ standing: latestStanding(measure, readings), together });
    };
    expect([0, 4, 6, 8].map(standing)).toEqual([
      'Too few to say; together: below it',
      'Too few to say; together: below it',
      'Too few to say; together: not clear',
      'Too few to say; together: above it',
    ]);
  });

  test('no side of a milestone is named that the printed range does not bear out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 100 }),
        (n, more, value) => {
          const share = shareOf(n, n + more + 1, 'plans');
          const side = sideOf(share, { on: '2026-10-31', value });
          expect(side === 'across').toBe(
            share.range === null || (share.range.low <= value && value <= share.range.high),
          );
          const isUnder = 100 * share.n < value * share.of;
          expect(side === (isUnder ? 'above' : 'below')).toBe(false);
        },
      ),
    );
  });

  test('a half-term before is told without what came after', () => {
    const draft = measuresDraft({ ...sources, halfTerm: CALENDAR[2] ?? AUTUMN_2, edition: 'internal' });
    expect(draft?.counted.tables.map(({ rows }) => rows.length)).toEqual([1, 1]);
  });

  test('where counts are hidden there is no percentage, no standing and no person', () => {
    const draft = measuresDraft({ ...sources, edition: 'publishable' });
    if (draft === null) throw new Error('No draft.');
    const hidden = draft.counted.tables.map((table): CountTable => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, counts: row.counts.map((count) => ({ ...count, n: null })) })),
    }));
    const shown = { table: (id: string) => tableOf(hidden, id) };
    const text = JSON.stringify(draft.write(shown).filter(({ kind }) => kind !== 'chart'));
    expect(text).toContain('Hidden (c)');
    expect(text).not.toMatch(/Juniper|Ask about|38%|on track|On track|Close|Behind|likely range|\d of \d/);
    expect(text).toContain('Percentages whose counts are not known are left out');
    const summary = draft.summary(shown).at(-1);
    if (summary?.kind !== 'text_table') throw new Error('No table in the summary.');
    expect(summary.rows.map(([, reading, , , standing]) => [reading?.replace(/^[^:]*: /, ''), standing])).toEqual(
      summary.rows.map(() => ['hidden (c)', 'Hidden (c)']),
    );
  });

  test('without a measure in use there is nothing', () => {
    expect(measuresDraft({ ...sources, measures: sources.measures.slice(2), edition: 'internal' })).toBeNull();
  });
});

function tableOf(tables: readonly CountTable[], id: string): CountTable {
  const found = tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`No table ${id}.`);
  return found;
}

/** Every sum holds among the counts that stand in a table. */
function expectSums(sums: readonly Sum[], counts: ReadonlyMap<string, number | null>): void {
  let checked = 0;
  for (const { total, parts } of sums) {
    const known = parts.map((key) => counts.get(key));
    if (!counts.has(total) || known.some((n) => n === undefined)) continue;
    checked += 1;
    expect([total, counts.get(total)]).toEqual([total, known.reduce((sum: number, n) => sum + (n ?? 0), 0)]);
  }
  expect(checked > 0 || sums.length === 0).toBe(true);
}
