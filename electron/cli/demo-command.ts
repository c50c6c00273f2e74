import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createRouterClient } from '@orpc/server';
import type { Progress } from '../../shared/contract/workspaces.ts';
import { SAMPLE_PIN } from '../../shared/domain/sample-pin.ts';
import { SAMPLE_LEAD, SAMPLE_PASSPHRASE } from '../backend/sample/sample-partnership.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';
import { writeReports } from './report-command.ts';
import { commandBackend, explain } from './workspace-command.ts';

export const USAGE = `usage: goldthread demo --out DIR [--force] [--json]
  makes sample.goldthread, whose people and plans are invented, and its report in every form
  --out    a folder, made where there is none
  --force  replaces what an earlier demo left there
  --json   the files made as one line of JSON, instead of a line each
`;

/** What the command writes. */
const OURS = /^(sample\.goldthread|partnership-report\.[\w.]+)$/;

/**
 * `goldthread demo`: makes the sample partnership and its report in a folder, through the services. Files that are there
 * already are left alone, and refused, unless `--force` is given. The list of files made is the answer.
 */
export async function runDemo(args: readonly string[], io: CommandIo): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, force: { type: 'boolean' }, json: { type: 'boolean' } },
    }).values;
  } catch (error) {
    io.stderr(errorLine('USAGE', error instanceof Error ? error.message : 'Wrong usage.') + USAGE);
    return EXIT.usage;
  }
  const { out, force, json } = options;
  if (out === undefined || out === '') {
    io.stderr(errorLine('USAGE', 'Name a folder with --out.') + USAGE);
    return EXIT.usage;
  }
  const workspace = path.join(out, 'sample.goldthread');
  const there = existsSync(out) ? readdirSync(out).filter((name) => OURS.test(name)) : [];
  if (there.length > 0 && force !== true) {
    io.stderr(
      errorLine(
        'FILES_EXIST',
        `The folder has ${there.join(', ')} already.`,
        'Choose another folder, or give --force to replace.',
      ),
    );
    return EXIT.usage;
  }
  mkdirSync(out, { recursive: true });
  removeWorkspace(workspace);
  return make(workspace, out, json === true, io);
}

async function make(workspace: string, folder: string, asJson: boolean, io: CommandIo): Promise<number> {
  const backend = await commandBackend(io);
  let isWhole = false;
  try {
    await backend.makeSampleAt(workspace, { onProgress: progressLines(io) });
    const session = backend.openSession();
    await backend.openWorkspaceAt(session, workspace, SAMPLE_PASSPHRASE);
    const client = createRouterClient(backend.router, { context: { session } });
    const lead = (await client.people.atDoor()).find(({ name }) => name === SAMPLE_LEAD);
    if (lead !== undefined) await client.people.signIn({ personId: lead.id, pin: SAMPLE_PIN });
    const round = await client.rounds.current();
    io.stderr('Writing the partnership report\n');
    const files = [workspace, ...(await writeReports(client, round.halfTerm.id, folder))];
    isWhole = true;
    io.stdout(asJson ? `${JSON.stringify({ files })}\n` : files.map((file) => `${file}\n`).join(''));
    io.stderr(welcome(workspace));
    return EXIT.done;
  } catch (error) {
    return explain(error, io);
  } finally {
    await backend.close();
    // Half a sample would look like a whole one.
    if (!isWhole) removeWorkspace(workspace);
  }
}

/** How to come in; the last thing that is said, since it is what one needs next. */
function welcome(workspace: string): string {
  return [
    `Open ${workspace} in Goldthread with the passphrase: ${SAMPLE_PASSPHRASE}`,
    `Sign in as ${SAMPLE_LEAD}, the QA lead, with the PIN ${SAMPLE_PIN}; everybody else there has the same PIN.`,
    `On the command line: --as "${SAMPLE_LEAD}"`,
    '',
  ].join('\n');
}

/** One line for each step; on a terminal one line written over and over. */
function progressLines(io: CommandIo): (progress: Progress) => void {
  return ({ done, of, message }) => {
    const line = `${String(done).padStart(String(of).length)}/${of} ${message}`;
    if (!io.isTerminal) io.stderr(`${line}\n`);
    else io.stderr(`\r\u001B[K${line}${done === of ? '\n' : ''}`);
  };
}

function removeWorkspace(workspace: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(workspace + suffix, { force: true });
}
