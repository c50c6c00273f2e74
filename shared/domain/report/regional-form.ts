import { wilsonInterval } from '../intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '../percentages.ts';
import { HIDDEN } from './count-table.ts';
import { type RegionalRow, type RegionalTable, shareOfSums } from './regional-tables.ts';
import type { Regional } from './regional.ts';

/** Columns of the combined CSV with what they hold. */
export const REGIONAL_COLUMNS = [
  { id: 'table', words: 'Name of the table.' },
  { id: 'caption', words: 'What the table is about.' },
  { id: 'row', words: 'Name of the row in its table.' },
  { id: 'row_label', words: 'The row as it is read.' },
  { id: 'partnerships', words: 'So many partnerships are added up.' },
  { id: 'column', words: 'Name of the column in its table.' },
  { id: 'column_label', words: 'The column as it is read.' },
  { id: 'is_total', words: 'yes where the column is a total, so that adding up would count twice.' },
  {
    id: 'count',
    words: `The sum of the counts that are shown; ${HIDDEN} where some are hidden and the others come to nothing, so that there is nothing to add up.`,
  },
  {
    id: 'is_at_least',
    words: 'yes where a partnership hides its count and others do not: all together are at least so many; else no.',
  },
  {
    id: 'of',
    words: `In the column that makes the row’s share: the number that it is a share of; ${HIDDEN} where a partnership hides it; else empty.`,
  },
  { id: 'percent', words: 'The share in per cent; empty under ten and where a count is hidden.' },
  { id: 'range_low', words: 'Lower end of the 95% Wilson range over all together, in per cent.' },
  { id: 'range_high', words: 'Upper end of that range, in per cent.' },
  { id: 'noun', words: 'What is counted.' },
] as const;

/** Every sum in a row of its own. */
export function regionalRows({ tables }: Pick<Regional, 'tables'>): (string | number)[][] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.map((column, at) => {
        const sum = row.counts[at] ?? { n: 0, hidden: 0 };
        return [
          table.id,
          table.caption,
          row.id,
          row.label,
          row.areas,
          column.id,
          column.label,
          column.isTotal ? 'yes' : 'no',
          sum.n ?? HIDDEN,
          sum.hidden > 0 && sum.n !== null ? 'yes' : 'no',
          ...(column.id === table.share.n ? shareCells(table, row) : ['', '', '', '']),
          table.noun,
        ];
      }),
    ),
  );
}

function shareCells(table: RegionalTable, row: RegionalRow): (string | number)[] {
  const whole = row.counts[table.columns.findIndex(({ id }) => id === table.share.of)];
  const of = whole === undefined ? '' : whole.hidden > 0 || whole.n === null ? HIDDEN : whole.n;
  const share = shareOfSums(table, row);
  if (share === null || share.of < FEWEST_FOR_PERCENTAGE) return [of, '', '', ''];
  const { low, high } = wilsonInterval(share.n, share.of);
  return [of, (100 * share.n) / share.of, 100 * low, 100 * high];
}
