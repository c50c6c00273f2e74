import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandIo } from '../../../electron/cli/command-io.ts';
import { runImport } from '../../../electron/cli/import-command.ts';
import { commandBackend } from '../../../electron/cli/workspace-command.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../../support/workspace-input.ts';

const folder = makeTempFolder();
const workspace = path.join(folder.path, 'w.goldthread');
const PLAN = path.resolve('electron/backend/sample/plans/MD-26-0397 CS EHCP final.pdf');

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

async function run(...args: string[]): Promise<Run> {
  const said = { stdout: '', stderr: '' };
  const code = await runImport(args, io(said));
  return { code, ...said };
}

function io(said: { stdout: string; stderr: string }): CommandIo {
  return {
    stdout: (text) => void (said.stdout += text),
    stderr: (text) => void (said.stderr += text),
    readFile: () => Promise.reject(new Error('not asked for')),
    readStdin: () => Promise.reject(new Error('not asked for')),
    isTerminal: false,
    askSecret: () => Promise.resolve(null),
    env: { GOLDTHREAD_PASSPHRASE: PASSPHRASE },
  };
}

function file(name: string, text: string): string {
  const target = path.join(folder.path, name);
  writeFileSync(target, text);
  return target;
}

describe('goldthread import', () => {
  beforeAll(async () => {
    const backend = await commandBackend(io({ stdout: '', stderr: '' }));
    await backend.createWorkspaceAt(backend.openSession(), workspace, WORKSPACE_INPUT);
    await backend.close();
  });
  afterAll(() => folder.remove());

  it('says its usage', async () => {
    expect(await run(PLAN)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('error [USAGE]') });
  });

  it('keeps a register with a bad row out, names the row, and takes the rest in where told to', async () => {
    const register = file(
      'register.csv',
      'Reference,DOB,Year group\nMD-26-0397,01/02/2016,Y5\nMD-26-0398,31/02/2016,Y5\n',
    );
    const refused = await run('--workspace', workspace, register);
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('row 3: There is no such day') });
    const taken = await run('--workspace', workspace, '--leave-out-wrong', '--json', register);
    expect(taken.code).toBe(3);
    expect(JSON.parse(taken.stdout)).toMatchObject({ file: register, added: 1, updated: 0, skipped: 1, wrong: 1 });
  });

  it('files a document under the one plan that it names, and goes on past a file that cannot be read', async () => {
    const broken = file('broken.pdf', 'no plan at all');
    const done = await run('--workspace', workspace, '--json', broken, PLAN);
    const [failed, filed] = done.stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(done.code).toBe(3);
    expect(failed).toMatchObject({ file: broken, error: { code: 'UNSUPPORTED_FORMAT' } });
    expect(filed).toMatchObject({ file: PLAN, isFiled: true });
    expect(await run('--workspace', workspace, PLAN)).toEqual({
      code: 0,
      stdout: `${PLAN}: there already, and filed\n`,
      stderr: '',
    });
  });

  it('brings past results in', async () => {
    const results = file('results.csv', 'Reference,Audit date,Overall\nMD-26-0397,12/05/2025,Good\n');
    expect(await run('--workspace', workspace, '--as-results', results)).toMatchObject({
      code: 0,
      stdout: `${results}: 1 added, 0 updated, 0 left as they were\n`,
    });
  });
});
