import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { wilsonInterval } from '../../../shared/domain/intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '../../../shared/domain/percentages.ts';
import { type CountRow, type CountTable, HIDDEN } from '../../../shared/domain/report/count-table.ts';
import { partTitle, printReport } from '../../../shared/domain/report/print-report.ts';
import { frontDetails, periodOf } from '../../../shared/domain/report/report-front.ts';
import type { DataTable } from '../../../shared/domain/report/data-table.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { countsOfPercentage } from '../../../shared/domain/report/shown-shares.ts';
import { hiddenFootnote } from '../../../shared/domain/report/suppression-words.ts';
import { dataSheet } from './data-sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { steadyZip } from './steady-zip.ts';
import {
  FONT,
  HEAD,
  headOf,
  heightOf,
  LABEL_WIDTH,
  LINK,
  noteOf,
  NUMBER_WIDTH,
  PERCENT,
  TOP,
  WHOLE,
  frameOf,
} from './workbook-look.ts';
import { withLinks, withProperties } from './workbook-parts.ts';
import { withPrintedPages } from './workbook-print.ts';

type Page = Sheet<Buffer>;

const CONTENTS = 'Contents';
/** Of the sheet's name, the table and its part. */
const CONTENTS_WIDTHS = [34, 76, 36] as const;

/** A table that has a sheet: of counts, or of measures and actions with their dates and values. */
type Sheeted = { title: string; id: string; caption: string } & (
  | { table: CountTable }
  | { table: null; data: DataTable }
);

/**
 * The report as a workbook: first what it is and where each table stands, then a sheet for each table, with real numbers
 * and dates, a header row that stays, and the same sign for a hidden count as everywhere.
 */
export async function renderXlsx(report: PartnershipReport): Promise<Uint8Array<ArrayBuffer>> {
  const tables = report.parts.flatMap((part) => {
    const title = partTitle(part, report);
    return part.blocks.flatMap((block): Sheeted[] => {
      if (block.kind === 'counts' && block.table.rows.length > 0) {
        const { id, caption } = block.table;
        return [{ title, id, caption, table: block.table }];
      }
      if (block.kind !== 'text_table' || block.data === null || block.data.rows.length === 0) return [];
      return [{ title, id: block.id, caption: block.caption, table: null, data: block.data }];
    });
  });
  const numbers = tableNumbers(report);
  // What is on no paper has no number there: it goes by the letter of its annex, or by S in the summary.
  const names = sheetNames(
    tables.map(({ title, id, caption }) => ({ id, caption, number: numbers.get(id) ?? letterOf(title) })),
  );
  const note = hiddenFootnote(report);
  const sheets = tables.map((sheeted, at) => {
    const name = names[at] ?? sheeted.id;
    return sheeted.table === null ? dataSheet(sheeted.data, name, note) : sheetOf(sheeted.table, name, note);
  });
  const contents = contentsSheet(report, tables, names);
  const first = 1 + contents.data.length - names.length;
  const bytes = await writeXlsxFile([contents, ...sheets], {
    ...FONT,
    features: [
      withProperties({
        title: `${report.title}, ${report.partnership}, ${periodOf(report)}`,
        subject: `Quality of education, health and care plans, ${periodOf(report)}`,
        author: report.author,
        madeAt: report.madeAt,
      }),
      withLinks(names.map((sheet, at) => ({ cell: `A${first + at}`, sheet }))),
      withPrintedPages({
        sheets: [
          { name: CONTENTS, title: 'Contents', headRow: first - 1 },
          ...tables.map(({ id, caption }, at) => ({ name: names[at] ?? id, title: caption, headRow: 1 })),
        ],
        marking: report.marking,
        foot: `${report.title}, ${report.partnership}, ${periodOf(report)}`,
      }),
    ],
  }).toBuffer();
  return steadyZip(new Uint8Array(bytes), report.madeAt);
}

/** 'Annex C. Grades by standard' → 'C' */
function letterOf(title: string): string {
  return /^Annex (\w)\./.exec(title)?.[1] ?? 'S';
}

function contentsSheet(report: PartnershipReport, tables: readonly Sheeted[], names: readonly string[]): Page {
  const pair = (label: string, value: string): Row => [
    { value: label, fontWeight: 'bold', ...TOP },
    { value, wrap: true, height: heightOf([value], CONTENTS_WIDTHS[1]), ...TOP },
  ];
  return {
    sheet: CONTENTS,
    orientation: 'landscape',
    columns: CONTENTS_WIDTHS.map((width) => ({ width })),
    data: [
      [{ value: `${report.title}, ${report.partnership}, ${periodOf(report)}`, fontWeight: 'bold' }],
      pair('Marking', report.marking),
      ...frontDetails(report).map(({ label, value }) => pair(label, value)),
      pair(
        'Hidden counts',
        report.edition === 'publishable' ? hiddenFootnote(report) : 'Nothing is hidden in an internal edition.',
      ),
      pair('Percentages', `Only from ${FEWEST_FOR_PERCENTAGE} plans on, with the 95% Wilson range.`),
      [],
      [
        { value: 'Sheet', ...HEAD },
        { value: 'Table', ...HEAD },
        { value: 'Part', ...HEAD },
      ],
      ...tables.map(({ title, caption }, at): Row => [{ value: names[at] ?? '', ...LINK }, caption, title]),
    ],
  };
}

function sheetOf(table: CountTable, name: string, note: string): Page {
  // Columns of percentages that no row has would only make it wide.
  const share = table.rows.some((row) => countsOfPercentage(table, row) !== null) ? table.share : null;
  const heads = [
    table.rowHead,
    ...table.columns.map(({ label }) => label),
    ...(share === null ? [] : [share.label, 'Range from (95%)', 'Range to (95%)']),
  ];
  const widths = heads.map((_, at) => (at === 0 ? LABEL_WIDTH : NUMBER_WIDTH));
  const isHidden = table.rows.some(({ counts }) => counts.some(({ n }) => n === null));
  return {
    ...frameOf(name, widths),
    data: [
      headOf(heads),
      ...table.rows.map((row) => rowOf(table, row, share !== null)),
      ...(isHidden ? [[], noteOf(note, widths)] : []),
    ],
  };
}

function rowOf(table: CountTable, row: CountRow, hasShares: boolean): Row {
  const weight = row.isTotal ? ({ fontWeight: 'bold' } as const) : {};
  return [
    { value: row.label, wrap: true, height: heightOf([row.label], LABEL_WIDTH), ...TOP, ...weight },
    ...row.counts.map(({ n }) =>
      n === null
        ? { value: HIDDEN, align: 'right' as const, ...TOP, ...weight }
        : { value: n, type: Number, format: WHOLE, ...TOP, ...weight },
    ),
    ...(hasShares ? shareCells(table, row) : []),
  ];
}

function shareCells(table: CountTable, row: CountRow): Row {
  const share = countsOfPercentage(table, row);
  if (share === null) return [null, null, null];
  const { low, high } = wilsonInterval(share.n, share.of);
  return [share.n / share.of, low, high].map((value) => ({ value, type: Number, format: PERCENT, ...TOP }));
}

/** The numbers that tables bear on paper, so that a reader of the one finds the other; by table. */
function tableNumbers(report: PartnershipReport): ReadonlyMap<string, string> {
  return new Map(
    printReport(report).flatMap((block) => {
      const number = block.kind === 'table' ? /^Table (\d+)\./.exec(block.caption)?.[1] : undefined;
      return block.kind === 'table' && number !== undefined ? [[block.id, number] as const] : [];
    }),
  );
}
