import { createParsePool } from '../../electron/backend/documents/parse-pool.ts';
import { hostileDocx, hostilePdf } from '../support/hostile-files.ts';
import { type Mutant, mutants, type Outcome, readAll } from '../support/robustness.ts';
import { longPdf } from '../support/write-pdf.ts';
import { columns } from './measure.ts';

/** Outcomes that no file of these may have: the reader fell over, or over its limits. */
const FAULTS = new Set(['BROKEN_MODEL', 'READER_FAILED', 'TIMED_OUT', 'OUT_OF_MEMORY']);

/**
 * Reads every hostile file and about `count` mutants of each kind, and prints what came of them. Gives the number of
 * faults.
 */
export async function measureRobustness({ count }: { count: number }): Promise<number> {
  const pool = createParsePool({ size: 2 });
  const counts = new Map<string, number>();
  const faults: string[] = [];
  const expected = new Map(hostileFiles().map((file) => [file.name, file.expected]));
  const started = performance.now();
  await readAll(pool, made(count), ({ name }: Mutant, outcome: Outcome) => {
    const code = 'model' in outcome ? 'read' : outcome.code;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    const allowed = expected.get(name);
    if (allowed === undefined ? FAULTS.has(code) : !allowed.includes(code)) faults.push(`${name}: ${code}`);
  });
  await pool.close();
  const rows = [...counts].sort(([, one], [, other]) => other - one).map(([code, files]) => [code, String(files)]);
  console.log(columns(['outcome', 'files'], rows));
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s; faults: ${faults.length}`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length;
}

function hostileFiles() {
  // Nobody listens there: a file that had its way would only wait in vain.
  const nowhere = 'http://127.0.0.1:9';
  return [...hostileDocx(nowhere), ...hostilePdf(nowhere)];
}

function* made(count: number): Generator<Mutant> {
  for (const file of hostileFiles()) yield { name: file.name, bytes: file.make() };
  yield { name: 'a PDF of 2,000 pages', bytes: longPdf(2000, 'Wren likes the tide mill.') };
  yield* mutants(count, 1);
}
