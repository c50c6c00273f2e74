import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Upload } from '../../../shared/contract/register.ts';
import { findHeaderRow, guessColumns } from '../../../shared/domain/register/guess-columns.ts';
import type { ImportKind } from '../../../shared/domain/register/register-columns.ts';
import { readRow, type RowReading } from '../../../shared/domain/register/register-rows.ts';
import { Refusal } from '../refusal.ts';
import type { SheetFile } from './sheet-file.ts';

/** A table in memory, on its way into the register. */
export interface HeldUpload {
  id: string;
  kind: ImportKind;
  fileName: string;
  sha256: string;
  bytes: Uint8Array;
  password: string | undefined;
  file: SheetFile;
  /** Its place among the rows. */
  headerRow: number;
  headers: string[];
  readings: { key: string; rows: RowReading[] } | null;
}

/** As many as a person compares; older ones are dropped. */
const MOST_HELD = 3;
const EXAMPLES = 3;
/** Rows read before other work gets its turn: about 10 ms. */
const ROWS_A_TURN = 500;

/** A person's say on a table: which column is what, and which cells were mended. */
export interface TablePlan {
  columns: readonly (string | null)[];
  mends: readonly { row: number; column: number; value: string }[];
}

export function createUploads({ today }: { today: () => string }) {
  const held = new Map<string, HeldUpload>();

  return {
    hold(upload: Omit<HeldUpload, 'id' | 'headerRow' | 'headers' | 'readings'>): HeldUpload {
      const made = withSheet({ ...upload, id: randomUUID(), headerRow: 0, headers: [], readings: null }, upload.file);
      held.set(made.id, made);
      for (const [id] of held) if (held.size > MOST_HELD) held.delete(id);
      return made;
    },

    chooseSheet(upload: HeldUpload, file: SheetFile): HeldUpload {
      const chosen = withSheet(upload, file);
      held.set(upload.id, chosen);
      return chosen;
    },

    get(id: string): HeldUpload {
      const upload = held.get(id);
      if (!upload) {
        throw new Refusal('UPLOAD_GONE', 'This table is no longer in memory.', 'Choose the file again.');
      }
      return upload;
    },

    drop(id: string): void {
      held.delete(id);
    },

    describe(upload: HeldUpload): Upload {
      const { kind, file, headers } = upload;
      const body = file.rows.slice(upload.headerRow + 1);
      return {
        uploadId: upload.id,
        kind,
        fileName: upload.fileName,
        format: file.format,
        sheets: file.sheets,
        sheet: file.sheet,
        headers,
        examples: headers.map((_, at) =>
          body
            .map((row) => (row[at] ?? '').slice(0, 60))
            .filter((cell) => cell !== '')
            .slice(0, EXAMPLES),
        ),
        columns: guessColumns(kind, headers, body, today()),
        rows: body.filter((row) => row.some((cell) => cell !== '')).length,
      };
    },

    /** Every row as it reads by these columns, with the mended cells; the unmended reading is kept for the next time. */
    async read(
      upload: HeldUpload,
      { columns, mends }: TablePlan,
    ): Promise<(RowReading & { row: number; cells: string[] })[]> {
      const { kind, headers, file, headerRow } = upload;
      const key = JSON.stringify(columns);
      const body = file.rows.slice(headerRow + 1);
      if (upload.readings?.key !== key) {
        const rows: RowReading[] = [];
        for (const cells of body) {
          rows.push(readRow(kind, columns, headers, cells, today()));
          if (rows.length % ROWS_A_TURN === 0) await nextTurn();
        }
        upload.readings = { key, rows };
      }
      const mended = Map.groupBy(mends, ({ row }) => row);
      const { rows } = upload.readings;
      return body.flatMap((cells, at) => {
        const row = headerRow + 2 + at;
        const changes = mended.get(row);
        if (changes === undefined) {
          const reading = rows[at];
          return reading === undefined || reading.isEmpty ? [] : [{ ...reading, row, cells }];
        }
        const changed = headers.map((_, column) => cells[column] ?? '');
        for (const { column, value } of changes) if (column < headers.length) changed[column] = value.trim();
        const reading = readRow(kind, columns, headers, changed, today());
        return reading.isEmpty ? [] : [{ ...reading, row, cells: changed }];
      });
    },
  };
}

function withSheet(upload: HeldUpload, file: SheetFile): HeldUpload {
  const headerRow = findHeaderRow(upload.kind, file.rows);
  const width = Math.max(0, ...file.rows.slice(headerRow, headerRow + 200).map((row) => row.length));
  const header = file.rows[headerRow] ?? [];
  const headers = Array.from({ length: width }, (_, at) => header[at] ?? '');
  return { ...upload, file, headerRow, headers, readings: null };
}
