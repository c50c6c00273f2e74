import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { wilsonInterval } from '../../../shared/domain/intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '../../../shared/domain/percentages.ts';
import {
  type Regional,
  type RegionalRow,
  type RegionalTable,
  shareOfSums,
  sumText,
} from '../../../shared/domain/report/regional.ts';

const HEAD = { fontWeight: 'bold', backgroundColor: '#15304b', textColor: '#ffffff', wrap: true } as const;
/** Excel allows 31 characters in a sheet's name. */
const LONGEST_NAME = 31;

/** The combined figures as a workbook: what was combined and how to read it, then a sheet for each table. */
export async function renderRegionalXlsx(regional: Regional): Promise<Uint8Array<ArrayBuffer>> {
  const names = regional.tables.map(({ id }, at) => `${at + 1} ${id}`.slice(0, LONGEST_NAME));
  const bytes = await writeXlsxFile([
    contents(regional, names),
    ...regional.tables.map((table, at) => sheetOf(table, names[at] ?? table.id)),
  ]).toBuffer();
  return new Uint8Array(bytes);
}

function contents({ areas, isPublishable, notes, tables }: Regional, names: readonly string[]): Sheet<Buffer> {
  return {
    sheet: 'Contents',
    columns: [{ width: 34 }, { width: 90 }],
    data: [
      [{ value: 'Regional view: partnerships taken together', fontWeight: 'bold' }],
      ['Marking', isPublishable ? 'Made of publishable editions' : 'Official – sensitive'],
      ...notes.map((note): Row => ['Mind', { value: note, wrap: true }]),
      ...(isPublishable
        ? areas.map(({ partnership, halfTerm }): Row => ['Report of', `${partnership}, half-term ${halfTerm}`])
        : [['Reports', { value: areas.length, type: Number }] satisfies Row]),
      [],
      ['Sheet', 'Table'].map((value) => ({ value, ...HEAD })),
      ...tables.map(({ caption }, at): Row => [names[at] ?? '', caption]),
    ],
  };
}

function sheetOf(table: RegionalTable, name: string): Sheet<Buffer> {
  const head = [
    table.rowHead,
    'Partnerships',
    ...table.columns.map(({ label }) => label),
    table.share.label,
    'Range from (95%)',
    'Range to (95%)',
  ];
  return {
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: head.map((_, at) => ({ width: at === 0 ? 46 : 13 })),
    data: [head.map((value) => ({ value, ...HEAD })), ...table.rows.map((row) => rowOf(table, row))],
  };
}

function rowOf(table: RegionalTable, row: RegionalRow): Row {
  const share = shareOfSums(table, row);
  return [
    { value: row.label, wrap: true },
    { value: row.areas, type: Number, format: '0' },
    ...row.counts.map((sum) =>
      sum.hidden === 0 ? { value: sum.n, type: Number, format: '0' } : { value: sumText(sum), align: 'right' as const },
    ),
    ...(share === null || share.of < FEWEST_FOR_PERCENTAGE ? [null, null, null] : percentages(share)),
  ];
}

function percentages({ n, of }: { n: number; of: number }): Row {
  const { low, high } = wilsonInterval(n, of);
  return [n / of, low, high].map((value) => ({ value, type: Number, format: '0.0%' }));
}
