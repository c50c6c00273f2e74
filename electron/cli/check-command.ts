import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { isCalendarDate } from '../../shared/domain/calendar-date.ts';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import type { Hint } from '../../shared/domain/hint.ts';
import { derivePlanFacts } from '../../shared/domain/plan-facts.ts';
import { DocumentError } from '../backend/documents/document-errors.ts';
import { createParsePool } from '../backend/documents/parse-pool.ts';
import type { ParsePool } from '../backend/documents/parse-pool.ts';
import { findHints } from '../backend/understanding/hints/find-hints.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';

export const USAGE = `usage: goldthread check FILE… [--fail-on hints] [--date YYYY-MM-DD] [--json]
  --fail-on hints  exit 1 where any hint or missing section was seen
  --date           judge as on this day, instead of today
  --json           one line of JSON for each file
`;

interface Usage {
  files: string[];
  isJson: boolean;
  mayFail: boolean;
  date: string;
}

/**
 * `check FILE…`: sections that are missing and hints with the words they came from, plan by plan. Gives the exit code:
 * 0 done, 1 something was seen and `--fail-on hints` asked for it, 2 wrong usage, 3 some file could not be read.
 */
export async function runCheck(
  args: readonly string[],
  io: CommandIo,
  today: () => Date = () => new Date(),
): Promise<number> {
  const usage = readUsage(args, today);
  if ('problem' in usage) {
    io.stderr(`${errorLine('USAGE', usage.problem)}${USAGE}`);
    return EXIT.usage;
  }
  const resources = io.env['GOLDTHREAD_RESOURCES'];
  const pool = createParsePool(resources === undefined ? {} : { resourcesDir: path.join(resources, 'pdfjs') });
  try {
    // All are handed over at once; answers come out in the order asked for.
    const checks = usage.files.map((file) => check(file, usage, pool));
    let [hasFailed, hasFound] = [false, false];
    for (const result of checks) {
      const found = await result;
      if ('error' in found) {
        hasFailed = true;
        const { code, message, advice } = found.error;
        io.stderr(errorLine(code, `${found.file}: ${message}`, advice));
        if (usage.isJson) io.stdout(`${JSON.stringify({ file: found.file, error: { code, message } })}\n`);
        continue;
      }
      if (found.missing.length > 0 || found.hints.length > 0) hasFound = true;
      io.stdout(usage.isJson ? `${JSON.stringify(found)}\n` : asText(found));
    }
    if (hasFailed) return EXIT.unreadable;
    return usage.mayFail && hasFound ? EXIT.findings : EXIT.done;
  } finally {
    await pool.close();
  }
}

function readUsage(args: readonly string[], today: () => Date): Usage | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'fail-on': { type: 'string' }, date: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const failOn = values['fail-on'];
    const date = values.date ?? today().toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (positionals.length === 0) return { problem: 'Name at least one file.' };
    if (failOn !== undefined && failOn !== 'hints') return { problem: `--fail-on takes hints, not ${failOn}.` };
    if (!isCalendarDate(date)) return { problem: `${date} is not a date written as YYYY-MM-DD.` };
    return { files: positionals, isJson: values.json, mayFail: failOn === 'hints', date };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

interface Found {
  file: string;
  missing: string[];
  hints: Hint[];
}

interface Failed {
  file: string;
  error: { code: string; message: string; advice: string };
}

async function check(file: string, { date }: Usage, pool: ParsePool): Promise<Found | Failed> {
  try {
    const model = await pool.parse(await readFile(file), { fileName: file });
    if (model.warnings.some(({ code }) => code === 'NO_TEXT')) throw new DocumentError('NO_TEXT');
    const hints = findHints(model, factsOf(model, date), date);
    const missing = hints.filter(({ rule }) => rule === 'section-missing').map(({ section }) => section ?? '');
    return { file, missing, hints: hints.filter(({ rule }) => rule !== 'section-missing') };
  } catch (error) {
    return { file, error: failureOf(error) };
  }
}

/** What the plan's own front page says; the register is not at hand here. */
function factsOf({ cover, keyDates }: DocumentModel, auditDate: string): ReturnType<typeof derivePlanFacts> {
  return derivePlanFacts(builtInRubric(), {
    auditDate,
    dateOfBirth: keyDates.dateOfBirth?.iso ?? null,
    ncYear: cover.ncYear,
    stage: cover.stage,
  });
}

function failureOf(error: unknown): Failed['error'] {
  if (error instanceof DocumentError) return error.toJSON();
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT')
    return { code: 'FILE_NOT_FOUND', message: 'There is no such file.', advice: 'Check the path.' };
  if (typeof code !== 'string') throw error;
  return {
    code: 'CANNOT_OPEN',
    message: 'The file cannot be opened.',
    advice: 'Check that it is a file and that you may read it.',
  };
}

function asText({ file, missing, hints }: Found): string {
  const bySection = Map.groupBy(hints, ({ section }) => section ?? '');
  const lines = [
    file,
    missing.length === 0 ? 'No section is missing.' : `Sections not found: ${missing.join(', ')}.`,
    `Hints: ${hints.length}`,
  ];
  for (const [section, list] of [...bySection].toSorted(([a], [b]) => a.localeCompare(b))) {
    lines.push('', section === '' || section === 'cover' ? 'The whole plan' : `Section ${section}`);
    for (const { assist, message, quote, source } of list) {
      const words = quote === '' || message.includes(quote) ? '' : ` In: “${quote}”.`;
      lines.push(`  ${assist}: ${message}${words} (${source})`);
    }
  }
  return `${lines.join('\n')}\n\n`;
}
