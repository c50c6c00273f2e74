import { parseArgs } from 'node:util';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';
import { onWorkspace, PASSPHRASE_USAGE } from './workspace-command.ts';

export const USAGE = `usage: goldthread verify --workspace FILE [--json]
  checks every page, reference and document, and the chain of the trail
  --json  one line of JSON, instead of a line for each check
${PASSPHRASE_USAGE}`;

/** `goldthread verify`: pages, references, the trail's chain and every document's hash. Exit 0 sound, 4 not. */
export async function runVerify(args: readonly string[], io: CommandIo): Promise<number> {
  let options: { workspace?: string | undefined; json?: boolean | undefined };
  try {
    options = parseArgs({
      args: [...args],
      options: { workspace: { type: 'string' }, json: { type: 'boolean' } },
    }).values;
  } catch (error) {
    io.stderr(errorLine('USAGE', error instanceof Error ? error.message : 'Wrong usage.') + USAGE);
    return EXIT.usage;
  }
  const { workspace } = options;
  if (workspace === undefined) {
    io.stderr(errorLine('USAGE', 'Name the workspace file with --workspace.') + USAGE);
    return EXIT.usage;
  }
  return onWorkspace(
    workspace,
    io,
    async (client) => {
      const verification = await client.workspaces.verify();
      if (options.json === true) io.stdout(`${JSON.stringify(verification)}\n`);
      else {
        for (const check of verification.checks) {
          io.stdout(`${check.isSound ? 'ok    ' : 'BROKEN'}  ${check.label}: ${check.detail}\n`);
        }
        io.stdout(verification.isSound ? 'The workspace is sound.\n' : 'The workspace is damaged.\n');
      }
      if (verification.isSound) return EXIT.done;
      io.stderr(
        errorLine('WORKSPACE_DAMAGED', 'The workspace is not sound.', 'Keep the file, and open your latest copy.'),
      );
      return EXIT.workspace;
    },
    'nobody',
  );
}
