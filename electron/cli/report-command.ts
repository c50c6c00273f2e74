import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Edition, EDITIONS } from '../../shared/domain/report/report-model.ts';
import { writeFileAtomically } from '../backend/files/atomic-write.ts';
import { Refusal } from '../backend/refusal.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';
import { type CommandClient, onWorkspace } from './workspace-command.ts';

const USAGE =
  'usage: goldthread report --workspace FILE [--half-term 2026-27/1] [--edition internal|publishable] --out DIR [--as NAME] [--json]\n';
const FORMATS = ['docx', 'html', 'xlsx', 'csv'] as const;
/** Counts of 1 to 4 are hidden in a publishable edition, as is usual (field brief §16.4). */
const THRESHOLD = 5;

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
        const known = rounds.map((candidate) => candidate.halfTerm.id).join(', ');
        io.stderr(
          errorLine('NO_SUCH_HALF_TERM', `There is no round in half-term ${wanted ?? ''}.`, `There are: ${known}.`),
        );
        return EXIT.unreadable;
      }
      const files = await writeReports(client, round.halfTerm.id, out, edition);
      io.stdout(json === true ? `${JSON.stringify({ files })}\n` : files.map((file) => `${file}\n`).join(''));
      return EXIT.done;
    },
    { as: options.as },
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
  edition: Edition = 'internal',
): Promise<string[]> {
  makeFolder(folder);
  const choice = { halfTermId, edition, threshold: THRESHOLD };
  const frozen = edition === 'publishable' ? (await client.reports.freeze(choice)).snapshot : null;
  const files: string[] = [];
  for (const format of FORMATS) {
    const report =
      frozen === null
        ? await client.reports.export({ ...choice, format })
        : await client.reports.exportFrozen({ snapshotId: frozen.id, format });
    const file = path.join(folder, `partnership-report.${format}`);
    writeFileAtomically(file, new Uint8Array(await report.arrayBuffer()));
    files.push(file);
  }
  return files;
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
