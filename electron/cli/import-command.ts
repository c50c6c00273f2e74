import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ORPCError } from '@orpc/server';
import type { Filing, FilingSuggestion } from '../../shared/contract/documents.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';
import { type CommandClient, onWorkspace, SIGN_IN_USAGE, whoMay } from './workspace-command.ts';

export const USAGE = `usage: goldthread import --workspace FILE PLANS… [--as-results] [--skip-known] [--leave-out-wrong] [--as NAME] [--json]
  PLANS              documents (PDF, Word), and registers (CSV, XLSX)
  --as-results       tables hold past results, not a register
  --skip-known       plans that are known already stay as they are
  --leave-out-wrong  rows that cannot go in are left out; else nothing of their table goes in
  --json             one line of JSON for each file
${SIGN_IN_USAGE}`;

interface Options {
  asResults: boolean;
  skipKnown: boolean;
  leaveOutWrong: boolean;
}

/** What became of one file. */
type Outcome = Record<string, unknown> & { file: string };

/**
 * `goldthread import`: documents (PDF, Word), and registers or past results (CSV, XLSX), into a workspace. Documents that
 * one plan alone fits are filed under it; the rest waits in the application. Exit 3 where a file could not be read or has
 * rows that cannot go in; the others still go in.
 */
export async function runImport(args: readonly string[], io: CommandIo): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        as: { type: 'string' },
        'as-results': { type: 'boolean' },
        'skip-known': { type: 'boolean' },
        'leave-out-wrong': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    io.stderr(errorLine('USAGE', error instanceof Error ? error.message : 'Wrong usage.') + USAGE);
    return EXIT.usage;
  }
  const { values, positionals } = parsed;
  const { workspace, json } = values;
  if (workspace === undefined || positionals.length === 0) {
    io.stderr(errorLine('USAGE', 'Name the workspace with --workspace, and the files to import.') + USAGE);
    return EXIT.usage;
  }
  const options: Options = {
    asResults: values['as-results'] === true,
    skipKnown: values['skip-known'] === true,
    leaveOutWrong: values['leave-out-wrong'] === true,
  };
  return onWorkspace(
    workspace,
    io,
    async (client) => {
      let isWhole = true;
      const tell = (outcome: Outcome, words: string) => {
        io.stdout(json === true ? `${JSON.stringify(outcome)}\n` : `${outcome.file}: ${words}\n`);
      };
      // Registers first: the documents are then matched to their plans.
      const files = [...positionals].sort((one, other) => Number(isTable(other)) - Number(isTable(one)));
      for (const file of files) {
        try {
          const bytes = new File([readFileSync(file)], path.basename(file));
          if (isTable(file)) {
            const { words, ...outcome } = await importTable(client, bytes, options);
            if (outcome.wrong > 0) {
              isWhole = false;
              for (const line of outcome.problems) io.stderr(errorLine('ROWS_WRONG', `${file}, ${line}`));
            }
            tell({ file, ...outcome }, words);
          } else {
            const { words, ...outcome } = await importDocument(client, bytes);
            tell({ file, ...outcome }, words);
          }
        } catch (error) {
          isWhole = false;
          const { code, message, advice: known } = described(error);
          const advice = code === 'NOT_ALLOWED' ? await whoMay(client) : known;
          io.stderr(errorLine(code, `${file}: ${message}`, advice));
          if (json === true) io.stdout(`${JSON.stringify({ file, error: { code, message } })}\n`);
        }
      }
      return isWhole ? EXIT.done : EXIT.unreadable;
    },
    { as: values.as },
  );
}

function isTable(file: string): boolean {
  return /\.(?:csv|tsv|txt|xlsx|xlsm)$/i.test(file);
}

async function importTable(client: CommandClient, file: File, { asResults, skipKnown, leaveOutWrong }: Options) {
  const upload = await client.register.upload({ file, kind: asResults ? 'results' : 'register' });
  const onKnown: 'skip' | 'update' = skipKnown ? 'skip' : 'update';
  const plan = { uploadId: upload.uploadId, columns: upload.columns, onKnown, mends: [], leftOut: [] as number[] };
  const wrong: { row: number; line: string }[] = [];
  for (;;) {
    const page = await client.register.preview({ ...plan, only: 'wrong', offset: wrong.length, limit: 200 });
    if (page.obstacle !== null) return refused([page.obstacle]);
    for (const { row, problems } of page.rows) {
      wrong.push({ row, line: `row ${row}: ${problems.map(({ message }) => message).join(' ')}` });
    }
    if (page.rows.length === 0 || wrong.length >= page.matching) break;
  }
  const problems = wrong.map(({ line }) => line);
  if (wrong.length > 0 && !leaveOutWrong) return refused(problems);
  const done = await client.register.apply({ ...plan, leftOut: wrong.map(({ row }) => row) });
  const { added, updated, skipped } = done;
  const words = `${added} added, ${updated} updated, ${skipped} left as they were`;
  return { importId: done.id, added, updated, skipped, wrong: problems.length, problems, words };
}

function refused(problems: string[]) {
  const words = 'nothing went in: mend the rows named, or give --leave-out-wrong';
  return { importId: null, added: 0, updated: 0, skipped: 0, wrong: problems.length, problems, words };
}

async function importDocument(client: CommandClient, file: File) {
  for await (const event of await client.documents.import({ file })) {
    if (event.kind !== 'done') continue;
    const { id: documentId, planId } = event.document;
    if (planId !== null) return { documentId, planId, isFiled: true, words: 'there already, and filed' };
    const suggestion = (await client.documents.tray()).find(({ document }) => document.id === documentId);
    const filing = suggestion === undefined ? null : filingOf(suggestion);
    if (filing === null) return { documentId, planId: null, isFiled: false, words: 'read; waits to be filed' };
    const plan = await client.documents.file(filing);
    return { documentId, planId: plan.id, isFiled: true, words: `filed under ${plan.reference} as ${filing.stage}` };
  }
  throw new Error('The import ended without a document.');
}

/** Only what is beyond doubt is filed without a person: one plan by its reference or name and birth, and a stage. */
function filingOf({ document, issuedOn, proposed }: FilingSuggestion): Filing | null {
  const { planId, stage, remarks } = proposed;
  if (planId === null || stage === null || remarks.length > 0) return null;
  return { documentId: document.id, stage, issuedOn, plan: { kind: 'existing', planId } };
}

function described(error: unknown): { code: string; message: string; advice: string } {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    const advice = typeof data === 'object' && data !== null && 'advice' in data ? String(data.advice) : '';
    return { code: error.code, message: error.message, advice };
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return { code: 'NO_SUCH_FILE', message: 'There is no such file.', advice: '' };
  }
  throw error;
}
