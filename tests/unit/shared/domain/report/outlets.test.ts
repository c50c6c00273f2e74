import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measure } from '../../../../../shared/domain/measures.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { disclosures, suppress } from '../../../../../shared/domain/report/suppression.ts';
import { type CountedTables, HIDDEN } from '../../../../../shared/domain/report/count-table.ts';
import { halfTermRun, runBefore } from '../../../../../shared/domain/report/outlets/half-term-run.ts';
import { poolTallies } from '../../../../../shared/domain/report/outlets/pooled-tallies.ts';
import { type RunInput, runFigures } from '../../../../../shared/domain/report/outlets/run-figures.ts';
import { scorecard, type ScorecardInput } from '../../../../../shared/domain/report/outlets/scorecard.ts';
import { type FeedbackInput, serviceFeedback } from '../../../../../shared/domain/report/outlets/service-feedback.ts';
import type { ServicePaper } from '../../../../../shared/domain/report/outlets/service-paper.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { MEASURE } from './measure-examples.ts';
import { answers, gradedPlan, variedPlans } from './report-fixture.ts';
import { inputOf } from './report-input.ts';
import { RUBRIC_ID, settledPlans } from './settled-plans.ts';

const PLANS = variedPlans();
const { calendar } = inputOf(PLANS);
const RUBRIC = builtInRubric();
const RUBRICS = new Map([[RUBRIC_ID, { rubric: RUBRIC, digest: 'd' }]]);
const OPTIONS = { threshold: 5, hideZero: false, known: new Map<string, number>(), knownHidden: new Set<string>() };
const asIs = (counted: CountedTables) => counted;

function run(from: string, to: string) {
  const found = halfTermRun(calendar, from, to);
  if (found === null) throw new Error('no such run');
  return found;
}

const BOTH = run('2026-27/1', '2026-27/2');

function figuresOf(plans: readonly SettledPlan[], other: Partial<RunInput> = {}) {
  const input: RunInput = {
    partnership: { name: 'Northmere', areaCode: '' },
    run: BOTH,
    plans,
    rubrics: RUBRICS,
    currentRubric: RUBRIC,
    edition: 'internal',
    threshold: 5,
    hideZero: false,
    author: 'Hazel Winter',
    madeAt: '2026-12-08T10:00:00Z',
    ...other,
  };
  return runFigures(input, []).parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])),
  );
}

function feedbackInput(plans: readonly SettledPlan[], other: Partial<FeedbackInput> = {}): FeedbackInput {
  const now = run('2026-27/2', '2026-27/2');
  return {
    partnership: 'Northmere',
    for: { agency: 'health', agencyLabel: 'Health', service: null },
    run: now,
    before: runBefore(calendar, now),
    plans,
    rubrics: RUBRICS,
    advice: [],
    adviceAsAt: '2026-12-08',
    actions: [],
    examples: [],
    edition: 'internal',
    author: 'Hazel Winter',
    madeAt: '2026-12-08T10:00:00Z',
    ...other,
  };
}

function textOf({ blocks }: ServicePaper): string {
  return blocks
    .map((block) =>
      block.kind === 'table'
        ? [block.caption, ...block.rows.map((row) => row.join(' | '))].join('\n')
        : block.kind === 'bullets'
          ? block.items.join('\n')
          : block.text,
    )
    .join('\n');
}

function cardOf(plans: readonly SettledPlan[], hide = asIs, other: Partial<ScorecardInput> = {}) {
  const card = scorecard(
    {
      partnership: { name: 'Northmere', areaCode: 'E09999' },
      plans,
      rubrics: RUBRICS,
      calendar,
      issued: [],
      rubric: RUBRIC,
      today: '2027-01-10',
      measures: [],
      isPublishable: false,
      ...other,
    },
    hide,
  );
  const at = (id: string) => card.columns.findIndex((column) => column.id === id);
  return { card, cell: (row: number, id: string) => card.rows[row]?.[at(id)] };
}

test('a run goes from one half-term to a later one, and is held against as many before', () => {
  expect(BOTH.halfTerms).toHaveLength(2);
  expect(halfTermRun(calendar, '2026-27/2', '2026-27/1')).toBeNull();
  expect(halfTermRun(calendar, '2026-27/2', '1999-00/1')).toBeNull();
  const one = run('2026-27/2', '2026-27/2');
  expect(one.key).toBe('2026-27.2');
  expect(runBefore(calendar, one)?.key).toBe('2026-27.1');
});

test('all together is what its half-terms are, and nothing is joined that may not be', () => {
  fc.assert(
    fc.property(settledPlans(50), fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), (given, isOther) => {
      const plans = given.map((plan, at) => ({ ...plan, rubricId: isOther[at] === true ? 'another' : plan.rubricId }));
      const rubrics = new Map([...RUBRICS, ['another', { rubric: RUBRIC, digest: 'e' }]]);
      for (const { tally, byHalfTerm } of poolTallies(plans, rubrics, BOTH)) {
        expect(tally.total).toBe(byHalfTerm.reduce((sum, part) => sum + part.tally.total, 0));
        expect(tally.goodOrBetter).toBe(byHalfTerm.reduce((sum, part) => sum + part.tally.goodOrBetter, 0));
        const kinds = tally.population.plans.map(({ stage, roundKind, theme, rubricId }) =>
          [stage.includes('draft'), roundKind, roundKind === 'random' ? '' : theme.trim(), rubricId].join(' '),
        );
        expect(new Set(kinds).size).toBe(1);
      }
    }),
    { numRuns: 25 },
  );
});

test('figures over a run show each half-term and all together, and one half-term alone only once', () => {
  const overall = figuresOf(PLANS).find(({ id }) => id === 'overall-final-new');
  expect(overall?.rows.map(({ label, isTotal }) => [label, isTotal])).toEqual([
    ['2026/27 Aut 1', false],
    ['2026/27 Aut 2', false],
    ['All together: 2026/27 Aut 1 to 2026/27 Aut 2', true],
  ]);
  const alone = figuresOf(PLANS, { run: run('2026-27/2', '2026-27/2') }).find(({ id }) => id === 'overall-final-new');
  expect(alone?.rows).toHaveLength(1);
  expect(figuresOf([], {})).toEqual([]);
});

test('a service is told of the standards that its agency leads, with n, ranges and no change where there is none', () => {
  const text = textOf(serviceFeedback(feedbackInput(PLANS), []));
  const led = RUBRIC.standards.filter(({ leadAgency }) => leadAgency === 'health');
  for (const { shortTitle } of led) expect(text).toContain(shortTitle);
  const other = RUBRIC.standards.find(({ leadAgency }) => leadAgency === 'education');
  expect(text).not.toContain(`\n${other?.shortTitle} | `);
  expect(text).toMatch(/No clear change/);
  expect(text).toMatch(/\d+% \(\d+–\d+%\)/);
  expect(text).toContain('No example has been read and ticked yet.');
  expect(text).toContain('No action is put down');
});

test('a change is only called one where the ranges bear it out', () => {
  const health = RUBRIC.standards.find(({ leadAgency }) => leadAgency === 'health');
  const bad = Object.fromEntries((health?.criteria ?? []).map(({ id }) => [id, 'not_met' as const]));
  const before = Array.from({ length: 20 }, (_, at) =>
    gradedPlan(`old-${at}`, answers('met', bad), { halfTermId: '2026-27/1' }),
  );
  const now = Array.from({ length: 20 }, (_, at) => gradedPlan(`new-${at}`, answers('met')));
  const text = textOf(serviceFeedback(feedbackInput([...before, ...now]), []));
  expect(text).toContain('higher than 2026/27 Aut 1');
  const fewer = textOf(serviceFeedback(feedbackInput([...before, ...now.slice(0, 9)]), []));
  expect(fewer).not.toContain('higher than');
  expect(fewer).toContain('Too few');
});

test('causes that are the adviser’s are told from those of the writer', () => {
  const health = RUBRIC.standards.find(({ leadAgency }) => leadAgency === 'health');
  const [criterion] = health?.criteria ?? [];
  if (criterion === undefined) throw new Error('no criterion');
  const plans = Array.from({ length: 12 }, (_, at) =>
    gradedPlan(`p${at}`, answers('met', { [criterion.id]: 'partly' })),
  );
  const paper = serviceFeedback(feedbackInput(plans), []);
  const table = paper.blocks.find((block) => block.kind === 'table' && block.id.startsWith('missed-'));
  if (table?.kind !== 'table') throw new Error('no table');
  const at = (heading: string) => table.columns.findIndex((column) => column.heading === heading);
  const row = table.rows.find(([label = '']) => label.startsWith(criterion.id));
  expect([row?.[at('Not fully met')], row?.[at('Advice vague')], row?.[at('Writing')]]).toEqual(['12', '0', '12']);
});

test('a month has the plans of its panels; months share none and add up to all', () => {
  const plans = PLANS.map((plan, at) => ({ ...plan, panelDate: at % 2 === 0 ? '2026-11-20' : '2026-12-04' }));
  const { card, cell } = cardOf(plans);
  expect(card.rows.map((row) => row[0])).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(Number(cell(0, 'plans_audited')) + Number(cell(1, 'plans_audited'))).toBe(plans.length);
  expect(cell(2, 'plans_audited')).toBe(0);
  expect(cell(2, 'final_new_of')).toBe('');
  expect(cell(0, 'half_term')).toBe('2026-27/2');
  for (const row of card.rows) expect(row).toHaveLength(card.columns.length);
  expect(cardOf([]).card.rows).toEqual([]);
});

test('under the publishable rule no small count stands in a line, nor can it be had from the others', () => {
  const plans = Array.from({ length: 20 }, (_, at) =>
    gradedPlan(`p${at}`, answers(at < 3 ? 'not_met' : 'met'), { panelDate: at < 18 ? '2026-11-20' : '2026-12-04' }),
  );
  let leaks: unknown[] = [];
  const known = new Map([[`2026-27.2/final-new/${RUBRIC_ID}/total`, 20]]);
  const options = { ...OPTIONS, known };
  const { card, cell } = cardOf(plans, (counted) => {
    const shown = suppress(counted, options);
    leaks = disclosures(counted, shown, options).filter(({ isOutAlready }) => !isOutAlready);
    return shown;
  });
  expect(leaks).toEqual([]);
  expect(cell(1, 'plans_audited')).toBe(HIDDEN);
  // The report of the half-term has told that there were 20.
  expect(cell(0, 'final_new_of')).toBe(HIDDEN);
  // Wherever the sign may stand the dictionary says what it means.
  const mayHide = [...card.columns.entries()].filter(
    ([at, { id }]) => card.rows.some((row) => row[at] === HIDDEN) || /_(?:of|n|good_or_better)$/.test(id),
  );
  for (const [, { id, words }] of mayHide) {
    expect([id, words]).toEqual([id, expect.stringMatching(/\bc where hidden/)]);
  }
});

test('two versions of the standards in a month are not added up', () => {
  const plans = Array.from({ length: 20 }, (_, at) => ({
    ...gradedPlan(`p${at}`, answers('met')),
    rubricId: at < 10 ? RUBRIC_ID : 'ffffffff-another',
  }));
  const rubrics = new Map([...RUBRICS, ['ffffffff-another', { rubric: { ...RUBRIC, version: '9.9' }, digest: 'e' }]]);
  const { cell } = cardOf(plans, asIs, { rubrics });
  expect(cell(0, 'plans_audited')).toBe(20);
  expect(cell(0, 'final_new_of')).toBe('');
  expect(cell(0, 'standards')).toContain('; ');
});

test('kinds that only totals hold are counted for the rule, so that none is taken to be less than nothing', () => {
  const plans = ['final', 'draft', 'draft'].map((stage, at) =>
    gradedPlan(`p${at}`, answers(at === 1 ? 'met' : 'not_met'), { stage, panelDate: `2026-1${at % 2}-20` }),
  );
  let unshown = new Map<string, number | null>();
  const reviews: Measure = { ...MEASURE, plans: 'all', counted: { kind: 'reviews_good_or_better' } };
  cardOf(
    plans,
    (counted) => {
      unshown = new Map((counted.unshown ?? []).map(({ key, n }) => [key, n]));
      return counted;
    },
    { measures: [reviews] },
  );
  const drafts = `2026-27.2/draft-new/${RUBRIC_ID}`;
  const names = ['total', 'overall/good-or-better', 'overall/below'];
  expect(names.map((name) => unshown.get(`${drafts}/${name}`)).slice(1)).toEqual([1, 1]);
  expect(names.map((name) => unshown.get(`month/2026-11/${drafts}/${name}`))).toEqual([1, 1, 0]);
  expect(names.map((name) => unshown.get(`month/2026-10/${drafts}/${name}`))).toEqual([1, 0, 1]);
});
