import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Edition, EDITIONS } from '../../shared/domain/report/report-model.ts';
import { writeFileAtomically } from '../backend/files/atomic-write.ts';
import { Refusal } from '../backend/refusal.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';
import { type CommandClient, onWorkspace, SIGN_IN_USAGE } from './workspace-command.ts';

/** What is written, and how each file's name ends: beside the CSV what its columns hold. */
const FORMATS = [
  ['docx', 'docx'],
  ['html', 'html'],
  ['xlsx', 'xlsx'],
  ['csv', 'csv'],
  ['dictionary', 'columns.csv'],
] as const;
/** Counts of 1 to 4 are hidden in a publishable edition, as is usual; of 1 to 9 at most (field brief §16.4). */
const USUAL_THRESHOLD = 5;
const HIGHEST_THRESHOLD = 10;

export const USAGE = `usage: goldthread report --workspace FILE --out DIR [--half-term 2026-27/1] [--edition internal|publishable]
                         [--threshold N] [--hide-zeros] [--as NAME] [--json]
  --out              a folder, made where there is none: Word, HTML, Excel and CSV, and what the CSV’s columns hold
  --half-term        the half-term reported on, instead of the current one
  --edition          publishable: frozen first, with small counts hidden; else internal, with every count
  --threshold        ${USUAL_THRESHOLD} to ${HIGHEST_THRESHOLD}: a publishable edition hides counts from 1 to one under it; else ${USUAL_THRESHOLD}
  --hide-zeros       a publishable edition hides 0 as well
  --json             the files made as one line of JSON, instead of a line each
${SIGN_IN_USAGE}`;

/** `goldthread report`: the partnership report of a half-term's round, in every form there is, into a folder. */
export async function runReport(args: readonly string[], io: CommandIo): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args: [...args],
      options: {
        workspace: { type: 'string' },
        'half-term': { type: 'string' },
        edition: { type: 'string' },
        'hide-zeros': { type: 'boolean' },
        threshold: { type: 'string' },
        out: { type: 'string' },
        as: { type: 'string' },
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    io.stderr(errorLine('USAGE', error instanceof Error ? error.message : 'Wrong usage.') + USAGE);
    return EXIT.usage;
  }
  const { workspace, out, json } = options;
  if (workspace === undefined || out === undefined) {
    io.stderr(errorLine('USAGE', 'Name the workspace with --workspace and a folder with --out.') + USAGE);
    return EXIT.usage;
  }
  const edition = EDITIONS.find((known) => known === (options.edition ?? 'internal'));
  if (edition === undefined) {
    io.stderr(errorLine('USAGE', `There is no ${options.edition ?? ''} edition.`) + USAGE);
    return EXIT.usage;
  }
  const threshold = options.threshold === undefined ? USUAL_THRESHOLD : thresholdOf(options.threshold);
  if (threshold === null) {
    io.stderr(
      errorLine('USAGE', `--threshold takes a whole number from ${USUAL_THRESHOLD} to ${HIGHEST_THRESHOLD}.`) + USAGE,
    );
    return EXIT.usage;
  }
  const hideZero = options['hide-zeros'] === true;
  if ((options.threshold !== undefined || hideZero) && edition === 'internal') {
    const given = options.threshold === undefined ? '--hide-zeros' : '--threshold';
    io.stderr(`note: nothing is hidden in an internal edition; ${given} goes with --edition publishable\n`);
  }
  return onWorkspace(
    workspace,
    io,
    async (client) => {
      const rounds = await client.rounds.list();
      const wanted = options['half-term'];
      const round =
        wanted === undefined
          ? await client.rounds.current()
          : rounds.find((candidate) => candidate.halfTerm.id === wanted);
      if (!round) {
        const known = [...new Set(rounds.map((candidate) => candidate.halfTerm.id))].toSorted().join(', ');
        io.stderr(
          errorLine('NO_SUCH_HALF_TERM', `There is no round in half-term ${wanted ?? ''}.`, `There are: ${known}.`),
        );
        return EXIT.unreadable;
      }
      const files = await writeReports(client, round.halfTerm.id, out, { edition, threshold, hideZero });
      io.stdout(json === true ? `${JSON.stringify({ files })}\n` : files.map((file) => `${file}\n`).join(''));
      return EXIT.done;
    },
    { as: options.as, doneBy: 'A QA lead or a chair makes the report.' },
  );
}

/**
 * Writes the report in every form into a folder, made if need be; gives the files' paths. A publishable edition is
 * frozen first, as on the screen: throws Refusal EXCERPTS_UNTICKED where nobody has read an excerpt, and
 * WORDS_NAME_SOMEBODY where own words seem to.
 */
export async function writeReports(
  client: Pick<CommandClient, 'reports'>,
  halfTermId: string,
  folder: string,
  { edition, threshold, hideZero }: { edition: Edition; threshold: number; hideZero: boolean } = {
    edition: 'internal',
    threshold: USUAL_THRESHOLD,
    hideZero: false,
  },
): Promise<string[]> {
  makeFolder(folder);
  const choice = { halfTermId, edition, threshold, hideZero };
  const frozen = edition === 'publishable' ? (await client.reports.freeze(choice)).snapshot : null;
  // Both editions may go into one folder.
  const name = frozen === null ? 'partnership-report' : 'partnership-report-publishable';
  const files: string[] = [];
  for (const [format, ending] of FORMATS) {
    const report =
      frozen === null
        ? await client.reports.export({ ...choice, format })
        : await client.reports.exportFrozen({ snapshotId: frozen.id, format });
    const file = path.join(folder, `${name}.${ending}`);
    writeFileAtomically(file, new Uint8Array(await report.arrayBuffer()));
    files.push(file);
  }
  return files;
}

/** Null where it is none that the report takes. */
function thresholdOf(text: string): number | null {
  const threshold = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return threshold >= USUAL_THRESHOLD && threshold <= HIGHEST_THRESHOLD ? threshold : null;
}

/** Throws Refusal NOT_A_FOLDER where something else has the name. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new Refusal(
      'NOT_A_FOLDER',
      `${folder} is a file.`,
      'Name a folder with --out; it is made where there is none.',
    );
  }
  mkdirSync(folder, { recursive: true });
}
