import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGoodOrBetter } from '../../../../../shared/domain/grading/grade-order.ts';
import { countsByKey, type CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import {
  causesTable,
  criteriaTable,
  divisionTable,
  joinTables,
  overallTable,
  standardsTable,
  trendTable,
} from '../../../../../shared/domain/report/population-tables.ts';
import { decodeResult } from '../../../../../shared/domain/report/result-code.ts';
import { populationsOf, seriesOf } from '../../../../../shared/domain/report/series.ts';
import { tally } from '../../../../../shared/domain/report/tally.ts';
import { ROOT_CAUSES } from '../../../../../shared/domain/grading/root-causes.ts';
import { HALF_TERMS, RUBRIC, settledPlans } from './settled-plans.ts';

const ORDER = new Map(HALF_TERMS.map((id, at) => [id, at]));

describe('populations', () => {
  test('hold every plan once, and never mix half-terms, stages, kinds of plan, kinds of sample or standards', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        const populations = populationsOf(plans, ORDER);
        expect(populations.flatMap((population) => population.plans)).toHaveLength(plans.length);
        for (const { id, halfTermId, plans: own } of populations) {
          expect(new Set(own.map((plan) => seriesOf(plan).id))).toEqual(new Set([id]));
          expect(new Set(own.map((plan) => plan.halfTermId))).toEqual(new Set([halfTermId]));
          expect(new Set(own.map(({ stage }) => stage.endsWith('draft'))).size).toBe(1);
          expect(
            new Set(own.map(({ roundKind, theme }) => (roundKind === 'random' ? '' : roundKind + theme))).size,
          ).toBe(1);
        }
        expect(new Set(populations.map(({ key }) => key)).size).toBe(populations.length);
      }),
    );
  });

  test('a thematic sample is named as one', () => {
    expect(seriesOf({ stage: 'final', planType: 'new', roundKind: 'thematic', theme: 'Year 9' })).toMatchObject({
      id: 'final-new~thematic-year-9',
      label: 'Final plans, new (thematic: Year 9)',
    });
  });
});

describe('a tally', () => {
  test('equals one counted plan by plan from what the codes say', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        for (const population of populationsOf(plans, ORDER)) {
          const counted = tally(population, RUBRIC);
          const results = population.plans.map((plan) => decodeResult(RUBRIC, plan.code));
          expect(counted.goodOrBetter).toBe(
            population.plans.filter(({ overallGrade }) => isGoodOrBetter(RUBRIC, overallGrade)).length,
          );
          for (const row of counted.criteria) {
            const given = results.map((result) => result.criteria.get(row.id));
            expect(row).toMatchObject({
              met: given.filter((response) => response === 'met').length,
              partly: given.filter((response) => response === 'partly').length,
              notMet: given.filter((response) => response === 'not_met').length,
              notApplicable: given.filter((response) => response === undefined).length,
            });
            for (const cause of ROOT_CAUSES) {
              const naming = results.filter((result) => result.causes.get(row.id)?.includes(cause)).length;
              expect(row.causes.get(cause)).toBe(naming);
            }
          }
          for (const row of counted.standards) {
            const given = results.flatMap((result) => result.standards.get(row.id) ?? []);
            expect(row.applied).toBe(given.length);
            for (const [grade, n] of row.grades) expect(n).toBe(given.filter((found) => found === grade).length);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('does not depend on the order of the plans', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        const there = populationsOf(plans, ORDER).map((population) => ({
          ...tally(population, RUBRIC),
          population: 0,
        }));
        const back = populationsOf(plans.toReversed(), ORDER);
        expect(back.map((population) => ({ ...tally(population, RUBRIC), population: 0 }))).toEqual(there);
      }),
      { numRuns: 30 },
    );
  });
});

describe('tables', () => {
  test('every sum holds, one quantity has one value in all of them, and every row is as long as the head', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        const tables = allTables(plans);
        const counts = countsByKey(tables.tables);
        for (const { total, parts } of tables.sums) {
          if (!counts.has(total) || parts.some((part) => !counts.has(part))) continue;
          const sum = parts.reduce((added, part) => added + (counts.get(part) ?? 0), 0);
          expect(sum, `${parts.join(' + ')} = ${total}`).toBe(counts.get(total));
        }
        for (const { columns, rows } of tables.tables) {
          for (const { counts: own } of rows) expect(own).toHaveLength(columns.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function allTables(plans: Parameters<typeof populationsOf>[0]): CountedTables {
  const label = 'Good or better';
  return joinTables(
    populationsOf(plans, ORDER).map((population, at) => {
      const counted = tally(population, RUBRIC);
      const named = [{ tally: counted, halfTerm: population.halfTermId }];
      const needs = Map.groupBy(population.plans, ({ primaryNeed }) => primaryNeed ?? 'Not known');
      return joinTables([
        overallTable(`overall-${at}`, '', named, label),
        standardsTable(`standards-${at}`, '', counted, label),
        criteriaTable(`criteria-${at}`, '', counted, counted.criteria),
        causesTable(`causes-${at}`, '', counted),
        trendTable(`trend-${at}`, '', named, label),
        divisionTable(
          `needs-${at}`,
          '',
          counted,
          {
            id: 'need',
            label: 'Primary need',
            values: [...needs].map(([need, own]) => ({
              id: need,
              label: need,
              total: own.length,
              goodOrBetter: own.filter(({ overallGrade }) => isGoodOrBetter(RUBRIC, overallGrade)).length,
            })),
          },
          label,
        ),
      ]);
    }),
  );
}
