import { expect, test } from 'vitest';
import type { CountTable } from '../../../../../shared/domain/report/count-table.ts';
import { printMissed } from '../../../../../shared/domain/report/outlets/feedback-criteria.ts';
import type { FeedbackSeries } from '../../../../../shared/domain/report/outlets/feedback-series.ts';
import { printStandards } from '../../../../../shared/domain/report/outlets/feedback-standards.ts';
import { isAnyHidden, paperTable, paperWords } from '../../../../../shared/domain/report/outlets/service-paper.ts';
import { RUBRIC } from './settled-plans.ts';

/** One standard with so many good or better, of so many; null where hidden. */
function standards(good: number | null, graded: number): CountTable {
  const part = (id: string, isTotal = false) => ({ id, label: id, isTotal });
  return {
    id: 'feedback-final-new',
    caption: 'Grades by standard',
    noun: 'plans',
    rowHead: 'Standard',
    columns: [part('good-or-better'), part('below'), part('not-applicable'), part('applied', true)],
    rows: [
      {
        ...part('S04'),
        counts: [
          { key: 'good', n: good },
          { key: 'below', n: good === null ? null : graded - good },
          { key: 'not-applicable', n: 0 },
          { key: 'applied', n: graded },
        ],
      },
    ],
    share: { label: 'Share good or better', n: 'good-or-better', of: 'applied' },
  };
}

function seriesOf(now: CountTable, before: CountTable | null): FeedbackSeries {
  return {
    slug: 'final-new',
    label: 'Final plans, new',
    definition: 'New ones.',
    rubric: RUBRIC,
    standards: now,
    before,
    missed: null,
    isTold: true,
    causes: null,
  };
}

function printed(now: CountTable, before: CountTable | null): string {
  return JSON.stringify(printStandards(seriesOf(now, before), '2026/27 Aut 1'));
}

test('what is hidden is not called too few, and a column without any comparison is left out', () => {
  for (const text of [
    printed(standards(11, 11), standards(null, 13)),
    printed(standards(null, 13), standards(11, 11)),
  ]) {
    expect(text).toContain('How that stands against 2026/27 Aut 1 cannot be said: counts of either are hidden (c).');
    expect(text).not.toContain('Too few plans to compare');
    expect(text).not.toContain('"Against 2026/27 Aut 1"');
  }
  const few = printed(standards(11, 11), standards(3, 3));
  expect(few).toContain('Too few plans to compare with what was before.');
  expect(few).toContain('"Against 2026/27 Aut 1"');
});

test('of criteria that reports do not name it is not said that none stands out', () => {
  const series = seriesOf(standards(11, 11), null);
  expect(JSON.stringify(printMissed({ ...series, isTold: false }))).toContain('no criterion stands out');
  const told = JSON.stringify(printMissed(series));
  expect(told).toContain('of the criteria that reports name as most often not fully met, none is of these standards');
  expect(told).not.toContain('stands out');
});

test('the sign of what is hidden is explained only where it stands', () => {
  const table = (cell: string) =>
    paperTable(
      'one',
      'One',
      [
        { heading: 'Standard', width: 0.5, isNumber: false },
        { heading: 'Grades', width: 0.5, isNumber: true },
      ],
      [['Sections c to e', cell]],
    );
  for (const cell of ['c', 'c of c', '5 of c', 'Outstanding c, Good 6']) expect(isAnyHidden(table(cell))).toBe(true);
  for (const cell of ['5', '11: 100% (74–100%)', '2 October 2026']) {
    expect(isAnyHidden(table(cell))).toBe(false);
  }
  expect(isAnyHidden(paperWords('The number is hidden (c).'))).toBe(true);
  expect(isAnyHidden(paperWords('Advice for Section C (c. half of it).'))).toBe(false);
});
