import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesInWords, changesSince, contentOf } from '../../../../../shared/domain/report/changes-since.ts';
import { measuresDraft } from '../../../../../shared/domain/report/measures-draft.ts';
import type { PartnershipReport } from '../../../../../shared/domain/report/report-model.ts';
import { CALENDAR, MEASURE, plansOf, sourcesOf } from './measure-examples.ts';
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

test('milestones and a target that were changed are named, with what they were', () => {
  const lines = changesSince(withMeasure(), withMeasure(10)).flatMap((change) => change.lines);
  expect(lines).toContainEqual(expect.stringMatching(/31 October 2026.*: 60%, now 70%/));
  expect(lines).toContainEqual(expect.stringMatching(/100%, now 110%/));
});

test('what was frozen and what would be frozen now are never the same to the eye and another to the digest', () => {
  const report = withMeasure();
  const isOfTheMaking = (place: Place) => ['madeAt', 'author'].includes(String(place[0]));
  // What kind a block is of is no value: there is no block of another kind.
  const places = leavesOf(report).filter((place) => !isOfTheMaking(place) && place.at(-1) !== 'kind');
  expect(places.length).toBeGreaterThan(1000);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.boolean(), (place, isFrozen) => {
      const other = structuredClone(report);
      alter(other, place);
      expect(contentOf(other)).not.toBe(contentOf(report));
      const changes = isFrozen ? changesSince(other, report) : changesSince(report, other);
      expect(changes.flatMap(({ lines }) => lines)).not.toEqual([]);
      expect(new Set(changes.map(({ tableId }) => tableId)).size).toBe(changes.length);
    }),
    { numRuns: 300 },
  );
  const blocks = report.parts.flatMap((part, at) => part.blocks.map((_, block) => [at, block] as const));
  fc.assert(
    fc.property(fc.constantFrom(...blocks), ([part, block]) => {
      const fewer = structuredClone(report);
      fewer.parts[part]?.blocks.splice(block, 1);
      expect(changesSince(report, fewer)).not.toEqual([]);
      expect(changesSince(fewer, report)).not.toEqual([]);
      const turned = structuredClone(report);
      turned.parts[part]?.blocks.reverse();
      expect(changesSince(report, turned).length > 0).toBe(contentOf(report) !== contentOf(turned));
    }),
    { numRuns: 100 },
  );
});

/** A report with a table of milestones, of words and of own words; `more` is added to every milestone and the target. */
function withMeasure(more = 0): PartnershipReport {
  const plans = plansOf('2026-27/2', 12, 20);
  const measure = {
    ...MEASURE,
    target: 100 + more,
    milestones: MEASURE.milestones.map((milestone) => ({ ...milestone, value: milestone.value + more })),
  };
  const halfTerm = CALENDAR.at(-1);
  if (halfTerm === undefined) throw new Error('The calendar is empty.');
  return reportOn(plans, {
    measures: measuresDraft({ ...sourcesOf(plans), measures: [measure], halfTerm, edition: 'internal' }),
    words: new Map([['grades', 'The panel was pleased.']]),
    excerpts: [{ id: 'e', isGood: true, criterionId: 'S01.C1', criterion: 'x', words: 'y' }],
  });
}

type Place = readonly (string | number)[];

/** Where every single value stands. */
function leavesOf(value: unknown, place: Place = []): Place[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [place];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...place, key]));
}

function alter(report: object, place: Place): void {
  let holder: unknown = report;
  for (const key of place.slice(0, -1)) holder = Reflect.get(Object(holder), key);
  const last = place.at(-1) ?? '';
  const was: unknown = Reflect.get(Object(holder), last);
  const is = typeof was === 'number' ? was + 1 : typeof was === 'boolean' ? !was : otherText(String(was));
  Reflect.set(Object(holder), last, is);
}

/** A date stays one. */
function otherText(text: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? text.replace(/^\d{4}/, '1999') : `${text} otherwise`;
}
