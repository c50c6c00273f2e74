import { standardTitle } from '../../rubric/rubric-words.ts';
import { fewestInDetail } from '../coarse-tables.ts';
import { type CountTable, countText } from '../count-table.ts';
import { foundWords } from '../found-words.ts';
import { mostMissed } from '../notable-criteria.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { ReportInput, ShownTables } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { countsOfShare } from '../shown-shares.ts';
import { heading, paragraph, textTable } from './block-words.ts';
import { metWords } from './met-words.ts';
import { lowerFirst } from '../report-words.ts';

/** Kinds of plans too few for tables of their own share one page: what is found in three plans is soon told. */

/** Fewer plans than this have no pages of their own in an internal edition. */
const FEWEST_FOR_PAGES = 5;
/** Criteria that are named of each. */
const MOST_CRITERIA = 3;

/** Slugs of the kinds that are told of together; in a publishable edition those of which no more is told than two counts. */
export function smallKinds(
  now: readonly SeriesNow[],
  { edition, threshold }: Pick<ReportInput, 'edition' | 'threshold'>,
): ReadonlySet<string> {
  const fewest = edition === 'internal' ? FEWEST_FOR_PAGES : fewestInDetail(threshold);
  return new Set(now.flatMap(({ slug, tally }) => (tally.total < fewest ? [slug] : [])));
}

/** The kinds with pages of their own, and those without. */
export function splitBySize({ now, small }: Pick<Prepared, 'now' | 'small'>): { large: SeriesNow[]; few: SeriesNow[] } {
  const isFew = ({ slug }: SeriesNow) => small?.has(slug) ?? false;
  return { large: now.filter((series) => !isFew(series)), few: now.filter(isFew) };
}

/** Nothing is told in detail: no plan was graded, a period is held back, or a publishable edition has small kinds alone. */
export function isBare({ input, now, small }: Prepared): boolean {
  if (now.length === 0 || input.period?.isHeldBack === true) return true;
  return (
    input.edition === 'publishable' &&
    splitBySize({ now, ...(small === undefined ? {} : { small }) }).large.length === 0
  );
}

/** Grades, standards and most missed criteria of all small kinds; nothing in a publishable edition, where they would be holes. */
export function smallGroupBlocks(prepared: Prepared, shown: ShownTables): ReportBlock[] {
  const { few } = splitBySize(prepared);
  const [first] = few;
  if (first === undefined || prepared.input.edition === 'publishable') return [];
  return [
    heading('small-groups', 'Small groups'),
    ...paragraph('small-groups-words', [
      `Kinds with fewer than ${FEWEST_FOR_PAGES} plans are told of here together: ${few.map(({ label, tally }) => `${lowerFirst(label)} (${tally.total})`).join('; ')}. So few plans stand for no others. Their full tables are in the workbook and the CSV.`,
    ]),
    ...gradesOf(few, shown),
    standardsOf(few, shown),
    ...criteriaOf(few),
  ];
}

/** A row for each kind and half-term, as their own tables have it; nothing where their scales differ. */
function gradesOf(few: readonly SeriesNow[], shown: ShownTables): ReportBlock[] {
  const tables = few.map((series) => ({ series, table: shown.table(`overall-${series.slug}`) }));
  const columnsOf = ({ columns }: CountTable) => columns.map(({ label }) => label);
  const [head] = tables;
  if (head === undefined || tables.some(({ table }) => columnsOf(table).join() !== columnsOf(head.table).join()))
    return [];
  return [
    textTable(
      'small-groups-grades',
      'Overall grades in small groups',
      ['Plans', ...columnsOf(head.table)],
      tables.flatMap(({ series, table }) =>
        table.rows.map((row) => [
          table.rows.length === 1 ? series.label : `${series.label}, ${row.label}`,
          ...row.counts.map(countText),
        ]),
      ),
    ),
  ];
}

/** How many were good or better in each standard, of those to which it applied. */
function standardsOf(few: readonly SeriesNow[], shown: ShownTables): ReportBlock {
  const tables = few.map(({ slug }) => shown.table(`standards-${slug}`));
  const rubrics = few.map(({ tally }) => tally.rubric);
  const ids = [...new Set(rubrics.flatMap(({ standards }) => standards.map(({ id }) => id)))];
  const title = (id: string) => {
    const own = rubrics.find(({ standards }) => standards.some((standard) => standard.id === id));
    return own === undefined ? id : standardTitle(own, id);
  };
  return textTable(
    'small-groups-standards',
    'Standards graded good or better in small groups',
    ['Standard', ...few.map(({ label }) => label)],
    ids.map((id) => [title(id), ...tables.map((table) => goodOf(table, id))]),
  );
}

/** '2 of 3'; a dash where it applied to none. */
function goodOf(table: CountTable, id: string): string {
  const row = table.rows.find((candidate) => candidate.id === id);
  const share = row === undefined ? null : countsOfShare(table, row);
  return share === null ? '–' : `${share.n} of ${share.of}`;
}

function criteriaOf(few: readonly SeriesNow[]): ReportBlock[] {
  const rows = few.flatMap(({ label, tally }) =>
    mostMissed(tally)
      .slice(0, MOST_CRITERIA)
      .map((row) => [
        label,
        `${foundWords(tally.rubric, row.id)} (${row.id})`,
        metWords({ ...row, of: row.applied }, tally.population.noun),
      ]),
  );
  return rows.length === 0
    ? []
    : [
        textTable(
          'small-groups-criteria',
          'Most often not fully met in small groups',
          ['Plans', 'What is looked for', 'Found'],
          rows,
        ),
      ];
}
