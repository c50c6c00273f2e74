import path from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '../../shared/domain/calendar-date.ts';
import { regionalRows, REGIONAL_COLUMNS } from '../../shared/domain/report/regional-form.ts';
import { type CsvFile, RegionalError } from '../../shared/domain/report/regional-read.ts';
import { combineFiles, type Regional } from '../../shared/domain/report/regional.ts';
import { writeFileAtomically } from '../backend/files/atomic-write.ts';
import { csvOf } from '../backend/reports/to-csv.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';
import { toFailure } from './read-plan-file.ts';

export const USAGE = `usage: goldthread combine CSV… --out FILE.csv [--json]
  CSV       the CSVs of partnerships' reports, one for each partnership and half-term
  --out     where the sums go, as CSV
  --json    what was combined as JSON, instead of a line
`;

/** `goldthread combine`: several partnerships' figures taken together, without a workspace and without identities. */
export async function runCombine(args: readonly string[], io: CommandIo): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    io.stderr(errorLine('USAGE', error instanceof Error ? error.message : 'Wrong usage.') + USAGE);
    return EXIT.usage;
  }
  const { positionals, values } = parsed;
  if (positionals.length === 0 || values.out === undefined) {
    io.stderr(errorLine('USAGE', 'Name the CSVs to combine, and with --out the file to write.') + USAGE);
    return EXIT.usage;
  }
  if (positionals.some((file) => path.resolve(file) === path.resolve(values.out ?? ''))) {
    io.stderr(errorLine('USAGE', 'The sums cannot go into one of the files that they are made of.') + USAGE);
    return EXIT.usage;
  }
  const regional = await combine(positionals, io);
  if (regional === null) return EXIT.unreadable;
  const csv = csvOf(
    REGIONAL_COLUMNS.map(({ id }) => id),
    regionalRows(regional),
  );
  try {
    writeFileAtomically(values.out, new TextEncoder().encode(csv));
  } catch {
    const advice = 'Check that its folder is there and that you may write in it.';
    io.stderr(errorLine('NOT_WRITTEN', `${values.out} cannot be written.`, advice));
    return EXIT.unreadable;
  }
  for (const note of regional.notes) io.stderr(`note: ${note}\n`);
  io.stdout(
    values.json === true
      ? `${JSON.stringify({ file: values.out, ...regional })}\n`
      : `${values.out}: ${count(regional.areas.length, 'report')}, ${count(regional.tables.length, 'table')}\n`,
  );
  return EXIT.done;
}

/** Null where something was said on stderr instead: of every file that cannot be read, or cannot be taken together. */
async function combine(files: readonly string[], io: CommandIo): Promise<Regional | null> {
  const read: CsvFile[] = [];
  for (const file of files) {
    try {
      read.push({ name: file, text: await io.readFile(file) });
    } catch (error) {
      const { code, message, advice } = toFailure(error);
      io.stderr(errorLine(code, `${file}: ${message}`, advice));
    }
  }
  if (read.length < files.length) return null;
  try {
    return combineFiles(read);
  } catch (error) {
    if (!(error instanceof RegionalError)) throw error;
    for (const problem of error.problems) {
      io.stderr(
        errorLine('NOT_COMBINED', problem, 'Give the CSV of each partnership’s report, one for each half-term.'),
      );
    }
    return null;
  }
}
