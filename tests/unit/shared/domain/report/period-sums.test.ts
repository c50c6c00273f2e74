import { expect, test } from 'vitest';
import type { CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import { withPeriodSums } from '../../../../../shared/domain/report/outlets/period-sums.ts';
import { suppress } from '../../../../../shared/domain/report/suppression.ts';

const PERIOD = '2026-27.1_2026-27.2/final-amended/r';

/** A half-term's plans as a paper for a service has them. */
function paperOf(good: number, below: number): CountedTables {
  const key = (name: string) => `2026-27.2/final-amended/r/${name}`;
  const column = (id: string, isTotal = false) => ({ id, label: id, isTotal });
  return {
    tables: [
      {
        id: 'paper',
        caption: 'Paper',
        noun: 'plans',
        rowHead: 'Half-term',
        columns: [column('good'), column('below'), column('total', true)],
        rows: [
          {
            id: '2026-27/2',
            label: '2026/27 Aut 2',
            isTotal: false,
            counts: [
              { key: key('overall/good-or-better'), n: good },
              { key: key('overall/below'), n: below },
              { key: key('total'), n: good + below },
            ],
          },
        ],
        share: null,
      },
    ],
    sums: [{ total: key('total'), parts: [key('overall/good-or-better'), key('overall/below')] }],
  };
}

function shownOf(counted: CountedTables, known: ReadonlyMap<string, number>, knownHidden = new Set<string>()) {
  const options = { threshold: 5, hideZero: false, known, knownHidden };
  const shown = suppress(withPeriodSums(counted, options), options);
  return shown.tables[0]?.rows[0]?.counts.map(({ n }) => n);
}

test('what a published period leaves for its other half-term is hidden, where it is small', () => {
  expect(shownOf(paperOf(6, 5), new Map())).toEqual([6, 5, 11]);
  const [good, below, total] = shownOf(paperOf(6, 5), new Map([[`${PERIOD}/total`, 12]])) ?? [];
  expect(total).toBeNull();
  expect([good, below]).toContain(null);
  expect(shownOf(paperOf(6, 5), new Map([[`${PERIOD}/total`, 31]]))).toEqual([6, 5, 11]);
});

test('a period’s hidden count is not given away by its half-terms', () => {
  const other = new Map([['2026-27.1/final-amended/r/overall/below', 6]]);
  const hidden = new Set([`${PERIOD}/overall/below`]);
  expect(shownOf(paperOf(6, 5), other)).toEqual([6, 5, 11]);
  expect(shownOf(paperOf(6, 5), other, hidden)?.[1]).toBeNull();
});

test('nothing follows from figures that have changed since, and groups that are taken together are not added', () => {
  const counted = paperOf(6, 5);
  const changed = new Map([[`${PERIOD}/total`, 9]]);
  expect(withPeriodSums(counted, { known: changed, knownHidden: new Set() })).toBe(counted);
  const grouped = new Map([[`${PERIOD}/by/need/others/total`, 12]]);
  expect(withPeriodSums(counted, { known: grouped, knownHidden: new Set() })).toBe(counted);
});
