import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { hashPin } from '../../electron/backend/people/pin.ts';
import { completeStandings } from '../../electron/backend/plans/standing.ts';
import { addPlan } from '../support/prepared-moderation.ts';
import { importTemplate } from '../../shared/domain/register/register-columns.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { fillLargeWorkspace, type LargeWorkspace } from './large-workspace.ts';

/** Everyone of the large workspace signs in with it. */
export const PIN = '4071';
/** Rows of a register that is brought in at once. */
const REGISTER_ROWS = 2000;
/** Reports of other half-terms that are taken together. */
const REGIONAL_REPORTS = 3;

/** A large workspace that screens can be gone through in, and where to look. */
export interface ScreensWorkspace {
  large: LargeWorkspace;
  roundId: string;
  /** Standards being edited. */
  rubricDraftId: string;
  /** A register to bring in. */
  registerFile: string;
  /** Reports to take together. */
  regionalFiles: readonly string[];
}

/** Makes the large workspace in a folder, with a frozen report, a draft of the standards, and files to bring in. */
export async function makeScreensWorkspace(folder: string): Promise<ScreensWorkspace> {
  const backend = await createBackend({
    dataFolder: folder,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
  });
  const session = backend.openSession();
  const client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'BR-READ');
  const { id: roundId } = await client.rounds.current();
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const large = fillLargeWorkspace({ raw, roundId, leadId: state.caller.id, documentId });
  raw.prepare('update person set pin = ?').run(await hashPin(PIN));
  // What documents come to is kept once it is known: a workspace that grew has it.
  await client.actions.reAuditsDue({ roundId });
  await completeStandings(state.workspace.db);
  const { id: rubricId } = await client.rubrics.current();
  const { id: rubricDraftId } = await client.rubrics.begin({ rubricId });
  const halfTermIds = [...new Set((await client.rounds.list()).map(({ halfTerm }) => halfTerm.id))].toSorted();
  const [latest = ''] = halfTermIds.slice(-1);
  await client.reports.freeze({ halfTermId: latest, edition: 'internal', threshold: 5 });
  const regionalFiles: string[] = [];
  for (const halfTermId of halfTermIds.slice(-REGIONAL_REPORTS)) {
    const file = await client.reports.export({ halfTermId, edition: 'internal', threshold: 5, format: 'csv' });
    const kept = path.join(folder, `${halfTermId.replace('/', '-')}.csv`);
    writeFileSync(kept, Buffer.from(await file.arrayBuffer()));
    regionalFiles.push(kept);
  }
  await backend.close();
  return { large, roundId, rubricDraftId, registerFile: writeRegister(folder), regionalFiles };
}

/** A register as a case system gives it out: references that the workspace has, and as many that it has not. */
function writeRegister(folder: string): string {
  const [head = '', example = ''] = importTemplate('register').split('\r\n');
  const rest = example.slice(example.indexOf(','));
  const rows = Array.from({ length: REGISTER_ROWS }, (_, at) => `${at % 2 === 0 ? 'BR' : 'NEW'}-${at}${rest}`);
  const kept = path.join(folder, 'register.csv');
  writeFileSync(kept, `${[head, ...rows].join('\r\n')}\r\n`);
  return kept;
}
