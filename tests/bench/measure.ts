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

/** Runs that only warm up: the engine has compiled what it will compile by then. */
const WARM_RUNS = 4;

/**
 * The median of `runs` runs over all files for each work, in milliseconds and in their order. The works take turns at
 * every file, each going first as often as the others, so that what else the machine does falls on all of them alike.
 */
export async function medians(
  runs: number,
  files: readonly string[],
  works: readonly ((file: string) => Promise<unknown>)[],
): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let run = 0; run < WARM_RUNS + runs; run += 1) {
    const took = works.map(() => 0);
    for (const [turn, file] of files.entries()) {
      for (const offset of works.keys()) {
        const index = (run + turn + offset) % works.length;
        const started = performance.now();
        await works[index]?.(file);
        took[index] = (took[index] ?? 0) + performance.now() - started;
      }
    }
    if (run >= WARM_RUNS) for (const [index, milliseconds] of took.entries()) times[index]?.push(milliseconds);
  }
  return times.map((each) => each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0);
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
