import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import type { CommandIo } from '../../../electron/cli/command-io.ts';
import { runReport } from '../../../electron/cli/report-command.ts';
import { runVerify } from '../../../electron/cli/verify-command.ts';
import { commandBackend } from '../../../electron/cli/workspace-command.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../../support/workspace-input.ts';

test('where several people work, a command works in the name of one, by their PIN', async () => {
  const folder = tempFolder();
  const file = await workspaceOfTwo(folder);
  const report = (...more: string[]) => run({}, '--workspace', file, '--out', path.join(folder, 'out'), ...more);

  expect(await report()).toMatchObject({ code: 4, stderr: expect.stringContaining('Briar Tolland, Ottoline Sedge') });
  expect(await report('--as', 'Nobody')).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('[NO_SUCH_PERSON]'),
  });
  const lead = ['--as', 'ottoline sedge'];
  expect(await report(...lead)).toMatchObject({ code: 4, stderr: expect.stringContaining('[PIN_NEEDED]') });
  const inOut = ['--workspace', file, '--out', path.join(folder, 'out'), ...lead];
  expect(await run({ GOLDTHREAD_PIN: '0000' }, ...inOut)).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('[WRONG_PIN]'),
  });
  expect(await run({ GOLDTHREAD_PIN: '4071' }, ...inOut)).toMatchObject({ code: 0, stderr: '' });
  writeFileSync(path.join(folder, 'taken'), '');
  const taken = ['--workspace', file, '--out', path.join(folder, 'taken'), ...lead];
  expect(await run({ GOLDTHREAD_PIN: '4071' }, ...taken)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('[NOT_A_FOLDER]'),
  });
});

test('whether a workspace is whole is nobody’s secret among those who have the passphrase', async () => {
  const file = await workspaceOfTwo(tempFolder());
  const io = collecting({});
  expect(await runVerify(['--workspace', file], io)).toBe(0);
  expect(io.stdoutText()).toContain('The workspace is sound.');
});

async function workspaceOfTwo(folder: string): Promise<string> {
  const file = path.join(folder, 'two.goldthread');
  const backend = await commandBackend(collecting({}));
  const session = backend.openSession();
  await backend.createWorkspaceAt(session, file, WORKSPACE_INPUT);
  const client = createRouterClient(backend.router, { context: { session } });
  await client.people.changePin({ current: '', next: '4071' });
  await client.people.add({ name: 'Briar Tolland', agency: 'health', team: '', roles: ['auditor'], signsIn: true });
  await backend.close();
  return file;
}

async function run(env: Record<string, string>, ...args: string[]): Promise<{ code: number; stderr: string }> {
  const io = collecting(env);
  const code = await runReport(args, io);
  return { code, stderr: io.stderrText() };
}

function collecting(env: Record<string, string>): CommandIo & { stdoutText(): string; stderrText(): string } {
  const out: string[] = [];
  const errors: string[] = [];
  return {
    stdout: (text) => void out.push(text),
    stderr: (text) => void errors.push(text),
    readFile: () => Promise.reject(new Error('reads no file')),
    readStdin: () => Promise.resolve(''),
    isTerminal: false,
    askSecret: () => Promise.resolve(null),
    env: { GOLDTHREAD_PASSPHRASE: PASSPHRASE, ...env },
    stdoutText: () => out.join(''),
    stderrText: () => errors.join(''),
  };
}
