import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../../../shared/domain/report/build-report.ts';
import { countsByKey, type CountTable } from '../../../../../shared/domain/report/count-table.ts';
import { partnershipReportSchema } from '../../../../../shared/domain/report/report-model.ts';
import type { PartnershipReport } from '../../../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { inputOf } from './report-input.ts';
import { settledPlans } from './settled-plans.ts';

const show = <Value>(given: Value): Value => given;

describe('a report', () => {
  test('has its parts in order, stands by its schema, and gives one quantity one value', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        const report = buildReport(inputOf(plans), show, ['Nothing is hidden.']);
        expect(partnershipReportSchema.parse(report)).toEqual(report);
        expect(report.parts.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
        countsByKey(tablesOf(report));
        const ids = report.parts.flatMap(({ blocks }) => blocks.flatMap((block) => ('id' in block ? [block.id] : [])));
        expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of its plans', () => {
    fc.assert(
      fc.property(settledPlans(30), (plans) => {
        expect(buildReport(inputOf(plans.toReversed()), show, [])).toEqual(buildReport(inputOf(plans), show, []));
      }),
      { numRuns: 30 },
    );
  });

  test('holds every plan of its half-term in exactly one overall table', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        const own = plans.filter(({ halfTermId }) => halfTermId === '2026-27/2').length;
        const report = buildReport(inputOf(plans), show, []);
        const overall = tablesOf(report).filter(({ id }) => id.startsWith('overall-'));
        const total = overall.reduce((sum, table) => sum + (table.rows.at(-1)?.counts.at(-2)?.n ?? 0), 0);
        expect(total).toBe(own);
      }),
    );
  });

  test.each([0, 1, 3])('of %i plans is sensible and honest', (number) => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        fc.pre(plans.length >= number);
        const own = plans.slice(0, number).map((plan): SettledPlan => ({ ...plan, halfTermId: '2026-27/2' }));
        const text = JSON.stringify(buildReport(inputOf(own, { agreement: [] }), show, []).parts);
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
        expect(text).not.toMatch(/likely range \d/);
      }),
      { numRuns: 20 },
    );
  });

  test('puts a person’s own words before what was counted, and keeps what they typed out of a publishable edition', () => {
    const words = new Map([['grades', 'The panel was pleased.']]);
    const report = buildReport(inputOf([], { words, edition: 'publishable' }), show, []);
    expect(report.parts.find(({ id }) => id === 'grades')?.blocks[0]).toEqual({
      kind: 'words',
      slot: 'grades',
      text: 'The panel was pleased.',
    });
    expect(JSON.stringify(report)).not.toContain('Use the advice form.');
    expect(JSON.stringify(buildReport(inputOf([]), show, []))).toContain('Use the advice form.');
  });
});

test('a round that was to be drawn and never was is called no random sample', () => {
  const input = inputOf([]);
  const undrawn = { ...input, rounds: input.rounds.map((round) => ({ ...round, sample: null })) };
  const words = (report: PartnershipReport) => JSON.stringify(report.parts.find(({ id }) => id === 'sample')?.blocks);
  const report = buildReport(input, show, []);
  expect(report.rounds[0]?.kindWords).toBe('Random sample');
  expect(words(report)).toContain('At random, panel on');
  const other = buildReport(undrawn, show, []);
  expect(other.rounds[0]?.kindWords).toBe('Plans picked by hand');
  expect(words(other)).toContain('Picked by hand, panel on');
  expect(words(other)).toContain('were not drawn by chance');
  expect(words(other)).not.toMatch(/at random/i);
});

describe('a report with hidden counts', () => {
  test('says none of them: no sentence, label or other count', () => {
    fc.assert(
      fc.property(settledPlans(), (plans) => {
        const report = buildReport(
          inputOf(plans),
          ({ tables, sums }) => ({
            sums,
            tables: tables.map((table) => ({
              ...table,
              rows: table.rows.map((row) => ({ ...row, counts: row.counts.map((count) => ({ ...count, n: null })) })),
            })),
          }),
          [],
        );
        const said = report.parts.flatMap(({ id, blocks }) =>
          id === 'methods' || id === 'sample'
            ? []
            : blocks.flatMap((block) => (block.kind === 'sentences' ? block.items : [])),
        );
        for (const sentence of said) expect(sentence).not.toMatch(/\d+ of \d+|\d%/);
      }),
      { numRuns: 40 },
    );
  });
});

function tablesOf(report: PartnershipReport): CountTable[] {
  return report.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])),
  );
}
