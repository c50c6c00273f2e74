import type { CountTable } from '../count-table.ts';
import type { DataTable } from '../data-table.ts';
import type { ChartBlock, ReportBlock } from '../report-model.ts';

/** Blocks of a report, written briefly. */

export function heading(id: string, text: string): ReportBlock {
  return { kind: 'heading', id, text };
}

/** Sentences of one paragraph; nothing where there is none. */
export function paragraph(id: string, items: readonly string[]): ReportBlock[] {
  return items.length === 0 ? [] : [{ kind: 'sentences', id, items: [...items], asList: false }];
}

export function bullets(id: string, items: readonly string[]): ReportBlock[] {
  return items.length === 0 ? [] : [{ kind: 'sentences', id, items: [...items], asList: true }];
}

export function counts(table: CountTable): ReportBlock {
  return { kind: 'counts', table };
}

/** A table of counts for the workbook and the CSV alone: on paper something else says the same. */
export function onlyData(table: CountTable): ReportBlock {
  return { kind: 'counts', table, isDataAlone: true };
}

/** A table of words for the workbook and the CSV alone. */
export function unprinted(table: ReportBlock): ReportBlock {
  return table.kind === 'text_table' ? { ...table, isDataAlone: true } : table;
}

/** A chart of a table, which stands beside it. */
export function chartOf(
  table: CountTable,
  chart: ChartBlock['chart'],
  caption: string,
  trend: Pick<ChartBlock, 'dates' | 'milestones' | 'breaksBefore'> = { dates: [], milestones: [], breaksBefore: [] },
): ReportBlock {
  return { kind: 'chart', id: `${table.id}-chart`, caption, chart, tableId: table.id, ...trend };
}

/** Words in columns; with `data` the workbook and the CSV hold it as well. */
export function textTable(
  id: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  data: DataTable | null = null,
): ReportBlock {
  return { kind: 'text_table', id, caption, columns: [...columns], rows: rows.map((row) => [...row]), data };
}
