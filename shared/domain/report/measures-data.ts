import type { CountTable } from './count-table.ts';
import { countCell, type DataCell, dateCell, textCell, valueCell } from './data-table.ts';
import type { Reading } from './measures-standing.ts';

/** Columns of a reading in a table of data: which, when, and the counts that its own table shows. */
export const READING_COLUMNS = [
  { id: 'reading', label: 'Latest reading' },
  { id: 'read-on', label: 'Read on' },
  { id: 'n', label: 'Counted' },
  { id: 'of', label: 'Of' },
  { id: 'percent', label: 'Per cent' },
] as const;

/** The cells of those columns; `table` is the measure's own as the edition shows it. */
export function readingCells(table: CountTable | null, reading: Reading | null): (DataCell | null)[] {
  if (reading === null) return READING_COLUMNS.map(() => null);
  return [
    textCell(reading.label),
    dateCell(reading.date),
    countCell(table, reading.rowId, 'n'),
    countCell(table, reading.rowId, 'of'),
    valueCell('percent', percentOf(reading)),
  ];
}

/** At full precision; null under ten, and where it is hidden. */
function percentOf(reading: Reading): number | null {
  if (reading.kind === 'percent') return reading.percent;
  if (reading.kind !== 'share' || reading.share.percent === null) return null;
  return (100 * reading.share.n) / reading.share.of;
}
