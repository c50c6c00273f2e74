import path from 'node:path';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

  const { code, stderr } = await report();
  expect(code).toBe(4);
  for (const words of ['Briar Tolland, Ottoline Sedge', '--as "NAME"', 'GOLDTHREAD_PIN', 'A QA lead or a chair']) {
    expect(stderr).toContain(words);
  }
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

test('whoever may not do what a command does is told who may, and how to name them', async () => {
  const folder = tempFolder();
  const inOut = [
    '--workspace',
    await workspaceOfTwo(folder),
    '--out',
    path.join(folder, 'out'),
    '--as',
    'Briar Tolland',
  ];
  const { code, stderr } = await run({ GOLDTHREAD_PIN: '2583' }, ...inOut);
  expect(code).toBe(3);
  expect(stderr).toMatch(
    /^error \[NOT_ALLOWED\] The role of Briar Tolland .* --as.*GOLDTHREAD_PIN.*"Ottoline Sedge"\.\n$/,
  );
});

test('a publishable report hides by the threshold that was named, from 5 to 10', async () => {
  const folder = tempFolder();
  const out = path.join(folder, 'out');
  const inOut = ['--workspace', await workspaceOfTwo(folder), '--out', out, '--as', 'Ottoline Sedge'];
  const env = { GOLDTHREAD_PIN: '4071' };
  for (const threshold of ['4', '11', '7.5', '', 'many', '-5']) {
    const found = await run(env, ...inOut, '--edition', 'publishable', `--threshold=${threshold}`);
    expect([threshold, found.code, found.stderr.split('\n')[0]]).toEqual([
      threshold,
      2,
      'error [USAGE] --threshold takes a whole number from 5 to 10.',
    ]);
  }
  expect(existsSync(out)).toBe(false);
  for (const [words, hides] of [
    [['--threshold', '10'], '1 to 9'],
    [['--hide-zeros'], '0 to 4'],
    [[], '1 to 4'],
  ] as const) {
    expect(await run(env, ...inOut, '--edition', 'publishable', ...words)).toEqual({ code: 0, stderr: '' });
    expect(readFileSync(path.join(out, 'partnership-report-publishable.html'), 'utf8')).toContain(
      `Counts of ${hides} are hidden`,
    );
  }
  const internal = await run(env, ...inOut, '--threshold', '6');
  expect(internal).toEqual({ code: 0, stderr: expect.stringContaining('nothing is hidden in an internal edition') });
  for (const name of ['partnership-report.html', 'partnership-report-publishable.html']) {
    expect([name, existsSync(path.join(out, name))]).toEqual([name, true]);
  }
});

test('a half-term without a round is refused with those that there are, each once', async () => {
  const folder = tempFolder();
  const file = await workspaceOfTwo(folder);
  const inOut = ['--workspace', file, '--out', path.join(folder, 'out'), '--as', 'Ottoline Sedge'];
  const found = await run({ GOLDTHREAD_PIN: '4071' }, ...inOut, '--half-term', '1999-00/1');
  expect(found.code).toBe(3);
  expect(found.stderr).toMatch(
    /^error \[NO_SUCH_HALF_TERM\] There is no round in half-term 1999-00\/1\. There are: 2026-27\/2\.\n$/,
  );
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
  // A second round in the same half-term.
  await client.rounds.create({
    kind: 'thematic',
    theme: 'Preparing for adulthood',
    panelDate: WORKSPACE_INPUT.round.panelDate,
    gradingDue: null,
    copyFrom: null,
  });
  await client.people.add({ name: 'Briar Tolland', agency: 'health', team: '', roles: ['auditor'], signsIn: true });
  await client.people.signOut();
  const briar = (await client.people.atDoor()).find(({ name }) => name === 'Briar Tolland');
  await client.people.choosePin({ personId: briar?.id ?? '', pin: '2583' });
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
