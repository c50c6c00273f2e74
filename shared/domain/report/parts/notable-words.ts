import { standardTitle } from '../../rubric/rubric-words.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { countIn, type CountRow, type CountTable } from '../count-table.ts';
import { foundWords } from '../found-words.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { ShownTables } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { countsOfShare } from '../shown-shares.ts';
import type { CriterionTally } from '../tally.ts';
import { bullets, heading, paragraph } from './block-words.ts';
import { metBriefly } from './met-words.ts';
import { lowerFirst } from '../report-words.ts';

/** A board takes away so many strengths, and so many priorities (field brief §16.1). */
const MOST_NAMED = 3;

/** What is named in the summary, and with what care it is to be read. */
interface Notable {
  blocks: ReportBlock[];
  cautions: string[];
}

/** Strengths and priorities of the kind with the most plans, and how many others are as strong. */
export function notable({ now, input, small }: Prepared, shown: ShownTables): Notable {
  const main = mainSeries(now);
  if (main === undefined) return { blocks: [], cautions: [] };
  const isInternal = input.edition === 'internal';
  if (small?.has(main.slug) === true) {
    const words = [
      'Strengths and priorities are not named of so few plans. What was most often not fully met stands under “Small groups”.',
    ];
    return { blocks: isInternal ? paragraph('notable-none', words) : [], cautions: [] };
  }
  const blocks = [
    ...named('strengths', 'Strengths', 'met', main),
    ...named('priorities', 'Priorities', 'missed', main),
  ];
  const isChosen = !isInternal && blocks.length > 0;
  return {
    blocks,
    cautions: isChosen ? ['Strengths and priorities are named only where none of their counts has to be hidden.'] : [],
  };

  /** The first rows of the series' tables of criteria, each with how often it was met, where that is shown. */
  function named(id: string, title: string, which: 'met' | 'missed', series: SeriesNow): ReportBlock[] {
    const { rubric, criteria } = series.tally;
    const table = shown.table(`${which}-${series.slug}`);
    const rows = table.rows.slice(0, MOST_NAMED).filter((row) => countsOfShare(table, row) !== null);
    const last = rows.at(-1);
    if (last === undefined) return [];
    // How many others there are in all would tell of counts that a publishable edition may hide: of the shown, then.
    const own = isInternal ? criteria.find((row) => row.id === last.id) : undefined;
    const ties =
      own === undefined
        ? shownTies(table, rows.length, last)
        : tiesOf(
            own,
            criteria,
            rows.map((row) => row.id),
          );
    const items = rows.map((row) => {
      const standard = standardTitle(rubric, standardOf(rubric, row.id));
      return `${standard}: ${foundWords(rubric, row.id)} – ${metIn(table, row)} (${row.id}).`;
    });
    const more =
      ties === 0
        ? ''
        : ` (${isInternal ? '' : 'at least '}${ties} more ${which === 'met' ? 'met' : 'not fully met'} as often)`;
    return [heading(`${id}-heading`, `${title}: ${lowerFirst(series.label)}${more}`), ...bullets(id, items)];
  }
}

/** The series with the most plans drawn at random; else the one with the most. */
function mainSeries(now: readonly SeriesNow[]): SeriesNow | undefined {
  const random = now.filter(({ tally }) => tally.population.plans.every(({ roundKind }) => roundKind === 'random'));
  return (random.length > 0 ? random : now).toSorted((a, b) => b.tally.total - a.tally.total)[0];
}

/** Criteria met in the same share of plans as this one that are not among those named. */
function tiesOf(own: CriterionTally, all: readonly CriterionTally[], named: readonly string[]): number {
  return all.filter(
    ({ id, met, applied }) => applied > 0 && met * own.applied === own.met * applied && !named.includes(id),
  ).length;
}

/** The same among the rows that a table shows. */
function shownTies(table: CountTable, named: number, last: CountRow): number {
  const own = countsOfShare(table, last);
  return table.rows.slice(named).filter((row) => {
    const other = countsOfShare(table, row);
    return own !== null && other !== null && other.n * own.of === own.n * other.of;
  }).length;
}

/** How often a criterion was met, as the table shows it: partly met is told apart where it is there. */
function metIn(table: CountTable, row: CountRow): string {
  const share = countsOfShare(table, row);
  if (share === null) return '';
  return metBriefly({ met: share.n, partly: countIn(table, row, 'partly')?.n ?? null, of: share.of });
}

function standardOf({ standards }: Rubric, criterion: string): string {
  return standards.find(({ criteria }) => criteria.some(({ id }) => id === criterion))?.id ?? '';
}
