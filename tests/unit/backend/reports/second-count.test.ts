import { expect, test } from 'vitest';
import { NO_INSIGHT_FILTER } from '../../../../shared/domain/insight/insight-filter.ts';
import { countIn } from '../../../../shared/domain/report/count-table.ts';
import { populationsOf } from '../../../../shared/domain/report/series.ts';
import { tally } from '../../../../shared/domain/report/tally.ts';
import {
  BY_STANDARD,
  countOf,
  GRADES,
  named,
  OVERALL,
  RESPONSES,
  rowsOf,
  RUBRIC,
  severalRounds,
  STANDING_ANSWERS,
  tablesOf,
} from './several-rounds.ts';

/**
 * The main figures counted a second time, in plain SQL over audits, answers and moderations as they are kept: nothing of
 * the way by which the report counts them is used here, not even the results that it keeps.
 */

const BY_CRITERION = `with ${STANDING_ANSWERS}
  select series, id, place, count(*) as n from lowest where place is not null group by series, id, place`;

test('overall, by standard and by criterion, plain SQL comes to the same counts as the report and the live figures', async () => {
  const { client, raw, settled } = await severalRounds();
  const populations = populationsOf(settled, new Map());
  let compared = 0;
  for (const halfTermId of ['2026-27/1', '2026-27/2']) {
    const report = await client.reports.preview({ halfTermId, edition: 'internal', threshold: 5 });
    const tables = tablesOf(report.parts.flatMap(({ blocks }) => blocks));
    const overall = rowsOf(raw, OVERALL, halfTermId);
    const series = new Set(overall.map((row) => row.series));
    expect(series.size).toBeGreaterThan(2);
    for (const id of series) {
      const slug = id.replaceAll('~', '-').replace('thematic', 'thematic-year-9');
      const own = overall.filter((row) => row.series === id);
      const table = named(tables, `overall-${slug}`);
      for (const [place, grade] of GRADES.entries()) {
        expect([halfTermId, id, grade, countOf(table, table.rows.at(-1)?.id ?? '', grade)]).toEqual([
          halfTermId,
          id,
          grade,
          own.find((row) => row.place === place)?.n ?? 0,
        ]);
      }
      const standards = rowsOf(raw, BY_STANDARD, halfTermId).filter((row) => row.series === id);
      expect(standards.length).toBeGreaterThan(RUBRIC.standards.length / 2);
      const byStandard = named(tables, `standards-${slug}`);
      for (const standard of RUBRIC.standards) {
        expect([id, standard.id, GRADES.map((grade) => countOf(byStandard, standard.id, grade))]).toEqual([
          id,
          standard.id,
          GRADES.map((_, place) => standards.find((row) => row.id === standard.id && row.place === place)?.n ?? 0),
        ]);
      }
      const criteria = rowsOf(raw, BY_CRITERION, halfTermId).filter((row) => row.series === id);
      for (const table of tables.filter((found) => [`met-${slug}`, `missed-${slug}`].includes(found.id))) {
        for (const row of table.rows) {
          const answers = ['met', 'partly', 'not-met'].map((column) => countIn(table, row, column)?.n);
          expect([id, row.id, answers]).toEqual([id, row.id, inSql(row.id)]);
          compared += 1;
        }
      }
      // The report names the most telling criteria; here every one.
      for (const { met, partly, notMet, ...row } of tallyOf(id)?.criteria ?? []) {
        expect([id, row.id, [met, partly, notMet]]).toEqual([id, row.id, inSql(row.id)]);
        compared += 1;
      }
      const { blocks } = await client.insight.figures({
        filter: { ...NO_INSIGHT_FILTER, from: halfTermId, to: halfTermId, series: seriesName(id) },
        part: 'standards',
      });
      expect(named(tablesOf(blocks), 'standards-chosen').rows.map(({ counts }) => counts.map(({ n }) => n))).toEqual(
        byStandard.rows.map(({ counts }) => counts.map(({ n }) => n)),
      );

      function inSql(criterion: string): number[] {
        const own = criteria.filter((row) => row.id === criterion);
        return RESPONSES.map((_, place) => own.find((row) => row.place === place)?.n ?? 0);
      }
    }

    function tallyOf(id: string) {
      const population = populations.find((found) => found.halfTermId === halfTermId && found.id === seriesName(id));
      return population === undefined ? undefined : tally(population, RUBRIC);
    }
  }
  expect(compared).toBeGreaterThan(400);
});

function seriesName(id: string): string {
  return id.replace('~thematic', '~thematic-year-9');
}
