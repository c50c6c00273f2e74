import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { wilsonInterval } from '../../../shared/domain/intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '../../../shared/domain/percentages.ts';
import {
  type RegionalRow,
  type RegionalTable,
  shareOfSums,
  sumText,
} from '../../../shared/domain/report/regional-tables.ts';
import type { Regional } from '../../../shared/domain/report/regional.ts';
import { sheetNames } from '../reports/sheet-names.ts';
import {
  FONT,
  HEAD,
  headOf,
  heightOf,
  LABEL_WIDTH,
  LINK,
  NUMBER_WIDTH,
  TOP,
  frameOf,
} from '../reports/workbook-look.ts';
import { withLinks, withProperties } from '../reports/workbook-parts.ts';
import { withPrintedPages } from '../reports/workbook-print.ts';

const CONTENTS_WIDTH = 100;
const CONTENTS = 'Contents';
const TITLE = 'Regional view: partnerships taken together';

/** The combined figures as a workbook: what was combined and how to read it, then a sheet for each table. */
export async function renderRegionalXlsx(regional: Regional): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(regional.tables.map(({ id, caption }, at) => ({ id, caption, number: String(at + 1) })));
  const sheets = regional.tables.map((table, at) => sheetOf(table, names[at] ?? table.id));
  const front = contents(regional, names);
  const first = 1 + front.data.length - names.length;
  const bytes = await writeXlsxFile([front, ...sheets], {
    ...FONT,
    features: [
      withProperties({
        title: TITLE,
        subject: 'Quality of education, health and care plans',
        author: '',
        madeAt: null,
      }),
      withLinks(names.map((sheet, at) => ({ cell: `A${first + at}`, sheet }))),
      withPrintedPages({
        sheets: [
          { name: CONTENTS, title: CONTENTS, headRow: first - 1 },
          ...regional.tables.map(({ id, caption }, at) => ({ name: names[at] ?? id, title: caption, headRow: 1 })),
        ],
        marking: markingOf(regional),
        foot: TITLE,
      }),
    ],
  }).toBuffer();
  return new Uint8Array(bytes);
}

function markingOf({ isPublishable }: Regional): string {
  return isPublishable ? 'Made of publishable editions' : 'Official – sensitive';
}

function contents(regional: Regional, names: readonly string[]): Sheet<Buffer> {
  const { areas, isPublishable, notes, tables } = regional;
  return {
    sheet: CONTENTS,
    orientation: 'landscape',
    columns: [{ width: 34 }, { width: CONTENTS_WIDTH }],
    data: [
      [{ value: TITLE, fontWeight: 'bold' }],
      ['Marking', markingOf(regional)],
      ...notes.map((note): Row => [
        { value: 'Note', ...TOP },
        { value: note, wrap: true, height: heightOf([note], CONTENTS_WIDTH) },
      ]),
      ...(isPublishable
        ? areas.map(({ partnership, halfTerm }): Row => ['Report of', `${partnership}, half-term ${halfTerm}`])
        : [['Reports', { value: areas.length, type: Number }] satisfies Row]),
      [],
      ['Sheet', 'Table'].map((value) => ({ value, ...HEAD })),
      ...tables.map(({ caption }, at): Row => [{ value: names[at] ?? '', ...LINK }, caption]),
    ],
  };
}

function sheetOf(table: RegionalTable, name: string): Sheet<Buffer> {
  const hasShares = table.rows.some((row) => (shareOfSums(table, row)?.of ?? 0) >= FEWEST_FOR_PERCENTAGE);
  const head = [
    table.rowHead,
    'Partnerships',
    ...table.columns.map(({ label }) => label),
    ...(hasShares ? [table.share.label, 'Range from (95%)', 'Range to (95%)'] : []),
  ];
  return {
    ...frameOf(
      name,
      head.map((_, at) => (at === 0 ? LABEL_WIDTH : NUMBER_WIDTH)),
    ),
    data: [headOf(head), ...table.rows.map((row) => rowOf(table, row, hasShares))],
  };
}

function rowOf(table: RegionalTable, row: RegionalRow, hasShares: boolean): Row {
  const share = shareOfSums(table, row);
  return [
    { value: row.label, wrap: true, height: heightOf([row.label], LABEL_WIDTH), ...TOP },
    { value: row.areas, type: Number, format: '0', ...TOP },
    ...row.counts.map((sum) =>
      sum.hidden === 0 && sum.n !== null
        ? { value: sum.n, type: Number, format: '0', ...TOP }
        : { value: sumText(sum), align: 'right' as const, ...TOP },
    ),
    ...(hasShares ? sharesOf(share) : []),
  ];
}

function sharesOf(share: { n: number; of: number } | null): Row {
  if (share === null || share.of < FEWEST_FOR_PERCENTAGE) return [null, null, null];
  const { n, of } = share;
  const { low, high } = wilsonInterval(n, of);
  return [n / of, low, high].map((value) => ({ value, type: Number, format: '0.0%', ...TOP }));
}
