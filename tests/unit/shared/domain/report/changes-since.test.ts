import { expect, test } from 'vitest';
import { changesInWords, changesSince } from '../../../../../shared/domain/report/changes-since.ts';
import { gradedPlan, answers, reportOn, variedPlans } from './report-fixture.ts';

test('nothing has changed where nothing has, but for when it was made and by whom', () => {
  const again = reportOn(variedPlans(), { madeAt: '2027-01-01T09:00:00.000Z', author: 'Somebody Else' });
  expect(changesSince(reportOn(variedPlans()), again)).toEqual([]);
  expect(changesInWords([])).toBe('Nothing has changed since.');
});

test('every count that differs is named, with both values, and no other', () => {
  const frozen = reportOn(variedPlans());
  const now = structuredClone(frozen);
  const table = now.parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])))
    .find(({ id }) => id === 'overall-final-new');
  const count = table?.rows.at(-1)?.counts[0];
  if (table === undefined || count === undefined) throw new Error('The report has no such table.');
  const before = count.n;
  count.n = null;
  const changes = changesSince(frozen, now);
  expect(changes).toEqual([
    {
      tableId: 'overall-final-new',
      caption: table.caption,
      lines: [`${table.rows.at(-1)?.label}, ${table.columns[0]?.label}: ${before}, now c`],
    },
  ]);
  expect(changesInWords(changes)).toBe('1 difference in 1 place.');
});

test('tables that came or went, words and excerpts are named too', () => {
  const few = reportOn([gradedPlan('a', answers('met'))]);
  const more = reportOn(variedPlans(), {
    words: new Map([['grades', 'The panel was pleased.']]),
    excerpts: [{ id: 'e', isGood: true, criterionId: 'S01.C1', criterion: 'x', words: 'y' }],
  });
  const lines = changesSince(few, more).flatMap((change) => change.lines);
  expect(lines).toContain('The table is new.');
  expect(lines).toContain('What was written by hand differs.');
  expect(lines).toContain('The excerpts differ.');
  expect(changesSince(more, few).flatMap((change) => change.lines)).toContain('The table is there no more.');
});
