export interface Row {
  work: string;
  /** Milliseconds. */
  ours: number;
  /** What ours is held against, and its milliseconds. */
  against: string;
  bare: number;
  /** The ratio that we allow ourselves; empty where there is none. */
  budget: string;
}

/** The shortest of several runs, in milliseconds: what is left when the machine was least disturbed. */
export async function bestOf(runs: number, work: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  return columns(
    ['work', 'ours', 'held against', 'ratio', 'budget'],
    rows.map((row) => [
      row.work,
      `${row.ours.toFixed(0)} ms`,
      `${row.bare.toFixed(0)} ms ${row.against}`,
      (row.ours / row.bare).toFixed(2),
      row.budget,
    ]),
  );
}

/** Cells in columns for a terminal. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return [head, ...rows]
    .map((cells) =>
      cells
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
