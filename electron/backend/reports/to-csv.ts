import { LONG_FORM_COLUMNS, longForm } from '../../../shared/domain/report/long-form.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';

/** Text that a spreadsheet would take for a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = '\u{FEFF}';

/** The report's counts in the long form, as CSV that Excel and Power BI read as UTF-8. */
export function renderCsv(report: PartnershipReport): string {
  return csvOf(
    LONG_FORM_COLUMNS.map(({ id }) => id),
    longForm(report).map((row) => LONG_FORM_COLUMNS.map(({ id }) => row[id])),
  );
}

/** What each column of that CSV holds, as CSV itself. */
export function renderDataDictionary(): string {
  return csvOf(
    ['column', 'holds'],
    LONG_FORM_COLUMNS.map(({ id, words }) => [id, words]),
  );
}

/** RFC 4180 with a byte order mark; text that looks like a formula gets an apostrophe before it. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = LIKE_A_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
