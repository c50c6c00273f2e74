import { expect, test } from 'vitest';
import { prepare } from '../../../../../shared/domain/report/prepare.ts';
import { trendPart } from '../../../../../shared/domain/report/parts/trend-part.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { answers, gradedPlan } from './report-fixture.ts';
import { inputOf } from './report-input.ts';
import { RUBRIC_ID } from './settled-plans.ts';

const NEWER_ID = '0e000000-0000-4000-8000-000000000002';
const THIRD_ID = '0e000000-0000-4000-8000-000000000003';

/** Finals of a half-term by one version of the standards. */
function finals(number: number, halfTermId: string, rubricId: string, panelDate: string): SettledPlan[] {
  return Array.from({ length: number }, (_, at) =>
    gradedPlan(`${halfTermId}-${rubricId}-${at}`, answers('met'), { halfTermId, rubricId, panelDate }),
  );
}

function prepared(plans: readonly SettledPlan[]) {
  const rubric = builtInRubric();
  const rubrics = new Map([
    [RUBRIC_ID, { rubric, digest: 'a' }],
    [NEWER_ID, { rubric: { ...rubric, version: '1.1.0' }, digest: 'b' }],
    [THIRD_ID, { rubric: { ...rubric, version: '1.2.0' }, digest: 'c' }],
  ]);
  return prepare({ ...inputOf(plans), rubrics });
}

const SPLIT = [...finals(3, '2026-27/1', RUBRIC_ID, '2026-09-20'), ...finals(2, '2026-27/1', NEWER_ID, '2026-10-16')];

test('a half-term by two versions stands for each version with its own plans, and is compared with them', () => {
  const found = prepared([
    ...SPLIT,
    ...finals(4, '2026-27/2', RUBRIC_ID, '2026-11-20'),
    ...finals(5, '2026-27/2', NEWER_ID, '2026-12-04'),
  ]);
  expect(
    found.now.map(({ tally, earlier, last }) => ({
      version: tally.rubric.version,
      earlier: earlier.map((row) => [row.tally.rubric.version, row.tally.total, row.alsoBy]),
      comparedWith: last?.tally.population.rubricId === tally.population.rubricId,
    })),
  ).toEqual(
    expect.arrayContaining([
      { version: builtInRubric().version, earlier: [['1.0.0', 3, ['1.1.0']]], comparedWith: true },
      { version: '1.1.0', earlier: [['1.1.0', 2, ['1.0.0']]], comparedWith: true },
    ]),
  );
});

test('where none of its plans are by that version, the one of its latest panel stands for it, and the rest is told of', () => {
  const found = prepared([...SPLIT, ...finals(4, '2026-27/2', THIRD_ID, '2026-11-20')]);
  const [now] = found.now;
  expect(now?.earlier.map((row) => [row.tally.rubric.version, row.tally.total])).toEqual([['1.1.0', 2]]);
  const { counted, write } = trendPart(found);
  const words = JSON.stringify(
    write({
      table: (id) => {
        const table = counted.tables.find((each) => each.id === id);
        if (table === undefined) throw new Error(`No table ${id}.`);
        return table;
      },
    }),
  );
  expect(words).toContain('In Autumn 1 2026/27 some were graded by version 1.0.0: here stand those by version 1.1.0.');
  expect(words.match(/figures before and after are not compared/g)).toHaveLength(1);
});
