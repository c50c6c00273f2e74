import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { wilsonInterval } from '../../../shared/domain/intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '../../../shared/domain/percentages.ts';
import { type CountRow, type CountTable, HIDDEN } from '../../../shared/domain/report/count-table.ts';
import { frontDetails, partTitle, periodOf } from '../../../shared/domain/report/print-report.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { countsOfPercentage } from '../../../shared/domain/report/shown-shares.ts';
import { hiddenFootnote } from '../../../shared/domain/report/suppression-words.ts';

type Page = Sheet<Buffer>;

const HEAD = { fontWeight: 'bold', backgroundColor: '#15304b', textColor: '#ffffff', wrap: true } as const;
const WHOLE = '0';
const PERCENT = '0.0%';
/** Excel allows 31 characters in a sheet's name. */
const LONGEST_NAME = 31;
const LABEL_WIDTH = 46;
const NUMBER_WIDTH = 13;

/**
 * The report as a workbook: first what it is and where each table stands, then a sheet for each table, with real numbers,
 * a header row that stays, and the same sign for a hidden count as everywhere.
 */
export async function renderXlsx(report: PartnershipReport): Promise<Uint8Array<ArrayBuffer>> {
  const tables = report.parts.flatMap((part) =>
    part.blocks.flatMap((block) =>
      block.kind === 'counts' && block.table.rows.length > 0
        ? [{ part: part.number, title: partTitle(part, report), table: block.table }]
        : [],
    ),
  );
  const names = sheetNames(tables);
  const note = hiddenFootnote({ threshold: report.threshold, hideZero: false });
  const sheets = tables.map(({ table }, at) => sheetOf(table, names[at] ?? table.id, note));
  const bytes = await writeXlsxFile([contentsSheet(report, tables, names), ...sheets]).toBuffer();
  return new Uint8Array(bytes);
}

function contentsSheet(
  report: PartnershipReport,
  tables: readonly { title: string; table: CountTable }[],
  names: readonly string[],
): Page {
  const pair = (label: string, value: string): Row => [
    { value: label, fontWeight: 'bold' },
    { value, wrap: true },
  ];
  return {
    sheet: 'Contents',
    columns: [{ width: 34 }, { width: 90 }, { width: 40 }],
    data: [
      [{ value: `${report.title}, ${report.partnership}, ${periodOf(report)}`, fontWeight: 'bold' }],
      pair('Marking', report.marking),
      ...frontDetails(report).map(({ label, value }) => pair(label, value)),
      pair(
        'Hidden counts',
        report.edition === 'publishable'
          ? hiddenFootnote({ threshold: report.threshold, hideZero: false })
          : 'Nothing is hidden in an internal edition.',
      ),
      pair('Percentages', `Only from ${FEWEST_FOR_PERCENTAGE} plans on, with the 95% Wilson range.`),
      [],
      [
        { value: 'Sheet', ...HEAD },
        { value: 'Table', ...HEAD },
        { value: 'Part', ...HEAD },
      ],
      ...tables.map(({ title, table }, at): Row => [names[at] ?? '', table.caption, title]),
    ],
  };
}

function sheetOf(table: CountTable, name: string, note: string): Page {
  const { share } = table;
  const isHidden = table.rows.some(({ counts }) => counts.some(({ n }) => n === null));
  return {
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: [
      { width: LABEL_WIDTH },
      ...table.columns.map(() => ({ width: NUMBER_WIDTH })),
      ...(share === null ? [] : [1, 2, 3].map(() => ({ width: NUMBER_WIDTH }))),
    ],
    data: [
      [
        table.rowHead,
        ...table.columns.map(({ label }) => label),
        ...(share === null ? [] : [share.label, 'Range from (95%)', 'Range to (95%)']),
      ].map((value) => ({ value, ...HEAD })),
      ...table.rows.map((row) => rowOf(table, row)),
      ...(isHidden ? [[], [{ value: note, wrap: true }]] : []),
    ],
  };
}

function rowOf(table: CountTable, row: CountRow): Row {
  const weight = row.isTotal ? ({ fontWeight: 'bold' } as const) : {};
  return [
    { value: row.label, wrap: true, ...weight },
    ...row.counts.map(({ n }) =>
      n === null
        ? { value: HIDDEN, align: 'right' as const, ...weight }
        : { value: n, type: Number, format: WHOLE, ...weight },
    ),
    ...(table.share === null ? [] : shareCells(table, row)),
  ];
}

function shareCells(table: CountTable, row: CountRow): Row {
  const share = countsOfPercentage(table, row);
  if (share === null) return [null, null, null];
  const { low, high } = wilsonInterval(share.n, share.of);
  return [share.n / share.of, low, high].map((value) => ({ value, type: Number, format: PERCENT }));
}

/** Names of sheets: unique, short, and without what Excel forbids. */
function sheetNames(tables: readonly { part: number; table: CountTable }[]): string[] {
  const used = new Set<string>(['Contents']);
  return tables.map(({ part, table }) => {
    const base = `${part} ${table.id}`.slice(0, LONGEST_NAME);
    let name = base;
    for (let again = 2; used.has(name.toLowerCase()); again += 1) {
      const end = ` ${again}`;
      name = base.slice(0, LONGEST_NAME - end.length) + end;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
