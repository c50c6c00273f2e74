import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestHalfTerms } from '../../../../../shared/domain/half-term.ts';
import { leadingTables, plansBehind } from '../../../../../shared/domain/insight/insight-behind.ts';
import {
  countInsight,
  type InsightCounted,
  type InsightExtras,
} from '../../../../../shared/domain/insight/count-insight.ts';
import { divisionTableId, INSIGHT_PARTS, insightBlocks } from '../../../../../shared/domain/insight/insight-blocks.ts';
import {
  NO_INSIGHT_FILTER,
  type Selection,
  selectionNotes,
  selectPlans,
} from '../../../../../shared/domain/insight/insight-filter.ts';
import { draftsAndFinals, movementTables } from '../../../../../shared/domain/insight/insight-movement.ts';
import { countIn, countsByKey, type CountTable } from '../../../../../shared/domain/report/count-table.ts';
import { DIVISIONS } from '../../../../../shared/domain/report/divisions.ts';
import type { ReportBlock } from '../../../../../shared/domain/report/report-model.ts';
import { seriesOf } from '../../../../../shared/domain/report/series.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { RUBRIC, RUBRIC_ID, settledPlans } from '../report/settled-plans.ts';

const CALENDAR = [2025, 2026].flatMap((year) => suggestHalfTerms(year));
const NEWER_ID = '01999999-0000-7000-8000-000000000002';
const RUBRICS = new Map([RUBRIC_ID, NEWER_ID].map((id) => [id, { rubric: RUBRIC, digest: '' }]));

describe('a selection', () => {
  test('holds one series and one version of the standards, from its run alone', () => {
    fc.assert(
      fc.property(mixedPlans, fc.constantFrom(null, '2025-26/6', '2026-27/1'), (plans, from) => {
        const found = selectPlans(plans, CALENDAR, RUBRICS, { ...NO_INSIGHT_FILTER, from, to: '2026-27/2' });
        expect(new Set(found.plans.map((plan) => seriesOf(plan).id)).size).toBeLessThanOrEqual(1);
        expect(new Set(found.plans.map(({ rubricId }) => rubricId)).size).toBeLessThanOrEqual(1);
        const run = new Set(found.run.map(({ id }) => id));
        expect(found.plans.every(({ halfTermId }) => run.has(halfTermId))).toBe(true);
        // Nothing is lost on the way: what is chosen and what is offered beside it are all there is.
        const inRun = plans.filter(({ halfTermId }) => run.has(halfTermId));
        expect(sum(found.choices.series.map(({ plans: number }) => number))).toBe(inRun.length);
        const ofSeries = inRun.filter((plan) => seriesOf(plan).id === found.filter.series);
        expect(found.of + found.otherStandards).toBe(ofSeries.length);
      }),
    );
  });

  test('narrowed by each value of a group in turn adds up to what it was', () => {
    fc.assert(
      fc.property(mixedPlans, fc.constantFrom(...DIVISIONS), (plans, division) => {
        const whole = selectPlans(plans, CALENDAR, RUBRICS, NO_INSIGHT_FILTER);
        const values = whole.choices.groups.find(({ id }) => id === division)?.values ?? [];
        const parts = values.map((value) => {
          const part = selectPlans(plans, CALENDAR, RUBRICS, {
            ...NO_INSIGHT_FILTER,
            groups: { [division]: value.id },
          });
          expect(part.plans).toHaveLength(value.plans);
          return part;
        });
        expect(sum(parts.map(({ plans: own }) => own.length))).toBe(whole.plans.length);
        const [all, ...narrowed] = [whole, ...parts].map((selection) => tableIn(selection, plans, 'standards-chosen'));
        for (const row of all?.rows ?? []) {
          for (const [at, { n }] of row.counts.entries()) {
            const added = narrowed.map((table) => table?.rows.find(({ id }) => id === row.id)?.counts[at]?.n ?? 0);
            expect(sum(added), `${row.id}, column ${at}`).toBe(n);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('that names what no plan has leaves none, and is not replaced by another', () => {
    const plans = [plan({})];
    expect(selectPlans(plans, CALENDAR, RUBRICS, { ...NO_INSIGHT_FILTER, series: 'draft-new' }).plans).toEqual([]);
    const none = selectPlans(plans, CALENDAR, RUBRICS, { ...NO_INSIGHT_FILTER, groups: { need: 'Hearing' } });
    expect(none.plans).toEqual([]);
    expect(selectionNotes(none, 'plans')).toEqual(['No plan is left. Take one of the filters away.']);
  });

  test('takes the latest half-term with plans, the largest random series and the newest standards where nothing is said', () => {
    const plans = [
      plan({ halfTermId: '2026-27/1' }),
      ...several(2, { halfTermId: '2026-27/2', rubricId: NEWER_ID, panelDate: '2026-12-11' }),
      plan({ halfTermId: '2026-27/2' }),
      ...several(5, { halfTermId: '2026-27/2', roundKind: 'thematic', theme: 'Year 9' }),
    ];
    const found = selectPlans(plans, CALENDAR, RUBRICS, NO_INSIGHT_FILTER);
    expect(found.filter).toMatchObject({
      from: '2026-27/2',
      to: '2026-27/2',
      series: 'final-new',
      standards: NEWER_ID,
    });
    expect(found).toMatchObject({ of: 2, otherStandards: 1, runName: '2026/27 Aut 2' });
    expect(selectionNotes(found, 'plans')).toEqual([
      expect.stringContaining('Only 2 plans are left: too few'),
      expect.stringContaining('1 more was graded by another version'),
    ]);
  });

  test('a thematic sample is said not to stand for all plans, and five plans are not called few', () => {
    const plans = several(5, { roundKind: 'thematic', theme: 'Year 9' });
    expect(selectionNotes(selectPlans(plans, CALENDAR, RUBRICS, NO_INSIGHT_FILTER), 'plans')).toEqual([
      'These plans were chosen, not drawn at random, so their figures do not describe all plans.',
    ]);
  });
});

describe('figures', () => {
  test('one quantity has one value, every chart has its table, and no table but of totals stands without a chart', () => {
    fc.assert(
      fc.property(mixedPlans, fc.constantFrom('2025-26/6', '2026-27/2'), (plans, from) => {
        const selection = selectPlans(plans, CALENDAR, RUBRICS, { ...NO_INSIGHT_FILTER, from, to: '2026-27/2' });
        const counted = count(selection, plans);
        if (counted === null) return;
        for (const part of INSIGHT_PARTS) {
          const blocks = insightBlocks(part, counted, selection);
          const tables = tablesOf(blocks);
          countsByKey(tables);
          const ids = new Set(tables.map(({ id }) => id));
          expect(ids.size, `${part}: one table of each name`).toBe(tables.length);
          const drawn = blocks.flatMap((block) => (block.kind === 'chart' ? [block.tableId] : []));
          expect(drawn.filter((id) => !ids.has(id))).toEqual([]);
          // A table of totals alone has nothing to be held against.
          const bare = tables
            .filter(({ id, rows }) => rows.some(({ isTotal }) => !isTotal) && !drawn.includes(id))
            .map(({ id }) => id);
          expect({ part, bare }).toEqual({ part, bare: [] });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a row leads to as many plans as it counts', () => {
    fc.assert(
      fc.property(mixedPlans, (plans) => {
        const selection = selectPlans(plans, CALENDAR, RUBRICS, { ...NO_INSIGHT_FILTER, from: '2025-26/6' });
        const counted = count(selection, plans);
        if (counted === null) return;
        for (const part of INSIGHT_PARTS) {
          const blocks = insightBlocks(part, counted, selection);
          const leading = new Set(leadingTables(blocks, counted));
          for (const table of tablesOf(blocks).filter(({ id }) => leading.has(id))) {
            const column = ROW_TOTALS.find((id) => table.columns.some((known) => known.id === id)) ?? '';
            for (const row of table.rows) {
              const behind = plansBehind(counted, table.id, row.id) ?? [];
              // An agency's row counts standards, of which a plan may have several, and a cause's row shortfalls.
              const isByName = table.id === 'agencies-chosen' || table.id === 'causes-chosen';
              const found = isByName ? sum(behind.map(({ words }) => words.split(', ').length)) : behind.length;
              expect([table.id, row.id, found]).toEqual([table.id, row.id, countIn(table, row, column)?.n]);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the list begins with what is most wanting, and says what each plan adds to the row', () => {
    const plans = [
      plan({ documentId: 'good', overallGrade: 'good' }),
      plan({ documentId: 'poor', overallGrade: 'inadequate' }),
      plan({ documentId: 'best', overallGrade: 'outstanding' }),
    ];
    const selection = selectPlans(plans, CALENDAR, RUBRICS, NO_INSIGHT_FILTER);
    const counted = count(selection, plans);
    if (counted === null) throw new Error('Nothing was counted.');
    const listed = plansBehind(counted, divisionTableId('need'), 'Not known') ?? [];
    expect(listed.map(({ plan: { documentId } }) => documentId)).toEqual(['poor', 'good', 'best']);
    const criterion = plansBehind(counted, 'missed-chosen', 'S01.C1') ?? [];
    expect(new Set(criterion.map(({ words }) => words))).toEqual(new Set(['Met']));
    expect(plansBehind(counted, 'advice', 'health')).toBeNull();
  });

  test('a trend goes back before the run, and no further than its end', () => {
    const plans = ['2025-26/6', '2026-27/1', '2026-27/2'].flatMap((halfTermId) => several(6, { halfTermId }));
    const filter = { ...NO_INSIGHT_FILTER, from: '2026-27/1', to: '2026-27/1' };
    const selection = selectPlans(plans, CALENDAR, RUBRICS, filter);
    const table = tableIn(selection, plans, 'trend-chosen', 'grades');
    expect(table?.rows.map(({ label }) => label)).toEqual(['2025/26 Sum 2', '2026/27 Aut 1']);
  });
});

describe('from draft to final', () => {
  test('every cycle with both is counted once, and the cross table adds up by rows and by columns', () => {
    fc.assert(
      fc.property(mixedPlans, (plans) => {
        const cycleOf = new Map(plans.map(({ documentId, planId }) => [documentId, planId]));
        const chosen = plans.filter(({ stage }) => stage === 'final');
        const movement = draftsAndFinals(chosen, plans, cycleOf);
        for (const { draft, final } of movement.pairs) {
          expect(draft.planId).toBe(final.planId);
          expect([draft.stage, final.stage]).toEqual(['draft', 'final']);
          expect([draft.rubricId, draft.planType]).toEqual([final.rubricId, final.planType]);
        }
        const { tables, sums } = movementTables('key', RUBRIC, movement);
        const counts = countsByKey(tables);
        for (const { total, parts } of sums) {
          expect([total, sum(parts.map((key) => counts.get(key) ?? Number.NaN))]).toEqual([total, counts.get(total)]);
        }
        expect(counts.get('key/movement/all/all')).toBe(movement.pairs.length);
        const paired = new Set(
          movement.pairs.map(({ final }) => `${final.planId} ${final.planType} ${final.rubricId}`),
        );
        const alone = chosen.filter((each) => !paired.has(`${each.planId} ${each.planType} ${each.rubricId}`));
        expect(movement.alone).toBe(alone.length);
      }),
    );
  });

  test('takes the latest of several drafts, and leaves one graded by other standards', () => {
    const shared = { planId: 'plan-1' };
    const final = plan({ ...shared, documentId: 'final', stage: 'final' });
    const first = plan({ ...shared, documentId: 'first', stage: 'draft', panelDate: '2026-10-01' });
    const second = plan({ ...shared, documentId: 'second', stage: 'draft', panelDate: '2026-11-01' });
    const other = plan({ ...shared, documentId: 'other', stage: 'draft', panelDate: '2026-11-09', rubricId: NEWER_ID });
    const all = [final, first, second, other];
    const cycleOf = new Map(all.map(({ documentId }) => [documentId, 'cycle']));
    expect(draftsAndFinals([final], all, cycleOf)).toEqual({ pairs: [{ draft: second, final }], alone: 0 });
    expect(draftsAndFinals([final], [final, other], cycleOf)).toEqual({ pairs: [], alone: 1 });
  });
});

/** The column that counts a row's plans, whatever they add to it. */
const ROW_TOTALS = ['shortfalls', 'applied', 'total', 'all', 'versions'];

/** Plans by two versions of the standards, few enough kinds for drafts to meet their finals. */
const mixedPlans: fc.Arbitrary<SettledPlan[]> = settledPlans(60).chain((plans) =>
  fc.array(fc.boolean(), { minLength: plans.length, maxLength: plans.length }).map((newer) =>
    plans.map((found, at) => ({
      ...found,
      planId: `plan-${Number(found.planId.slice(5)) % 12}`,
      rubricId: newer[at] === true && found.halfTermId === '2026-27/2' ? NEWER_ID : RUBRIC_ID,
    })),
  ),
);

const [SAMPLE] = fc.sample(settledPlans(1, 1), { numRuns: 1, seed: 5 })[0] ?? [];

function plan(fields: Partial<SettledPlan>): SettledPlan {
  if (SAMPLE === undefined) throw new Error('There is no plan to begin with.');
  return {
    ...SAMPLE,
    documentId: `document-${Math.random()}`,
    planId: `plan-${Math.random()}`,
    halfTermId: '2026-27/2',
    roundKind: 'random',
    theme: '',
    panelDate: '2026-12-04',
    stage: 'final',
    planType: 'new',
    primaryNeed: null,
    overallGrade: 'good',
    rubricId: RUBRIC_ID,
    code: { ...SAMPLE.code, criteria: SAMPLE.code.criteria.replaceAll(/./g, 'm') },
    ...fields,
  };
}

function several(number: number, fields: Partial<SettledPlan>): SettledPlan[] {
  return Array.from({ length: number }, () => plan(fields));
}

function count(selection: Selection, plans: readonly SettledPlan[]): InsightCounted | null {
  const cycleOf = new Map(plans.map(({ documentId, planId }) => [documentId, planId]));
  const extras: InsightExtras = {
    advice: [],
    agreement: [],
    today: '2026-12-10',
    asAt: '2026-12-10',
    measures: null,
    movement: draftsAndFinals(selection.plans, plans, cycleOf),
  };
  return countInsight(selection, plans, RUBRICS, CALENDAR, extras);
}

function tableIn(
  selection: Selection,
  plans: readonly SettledPlan[],
  id: string,
  part: (typeof INSIGHT_PARTS)[number] = 'standards',
): CountTable | undefined {
  const counted = count(selection, plans);
  return counted === null
    ? undefined
    : tablesOf(insightBlocks(part, counted, selection)).find((table) => table.id === id);
}

function tablesOf(blocks: readonly ReportBlock[]): CountTable[] {
  return blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : []));
}

function sum(values: readonly number[]): number {
  return values.reduce((added, value) => added + value, 0);
}
