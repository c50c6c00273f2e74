import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_PASSPHRASE, SAMPLE_WORKSPACE } from '../../../electron/backend/sample/make-sample.ts';
import type { CommandIo } from '../../../electron/cli/command-io.ts';
import { runDemo } from '../../../electron/cli/demo-command.ts';
import { commandBackend } from '../../../electron/cli/workspace-command.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const folder = makeTempFolder();

describe('goldthread demo', () => {
  let made: Run;
  beforeAll(async () => {
    made = await demo('--out', folder.path, '--json');
  }, 120_000);
  afterAll(() => folder.remove());

  it('ends with 0, names its files on stdout, and tells each step and the passphrase on stderr', () => {
    expect(made.code).toBe(0);
    const names = ['sample.goldthread', 'partnership-report.docx', 'partnership-report.html'];
    expect(JSON.parse(made.stdout)).toEqual({ files: names.map((name) => path.join(folder.path, name)) });
    expect(made.stderr).toMatch(/^ 0\/28 Reading MD-26-0412 TF EHCP final\.docx\n/);
    expect(made.stderr).toContain('28/28');
    expect(made.stderr).toContain(SAMPLE_PASSPHRASE);
  });

  it('leaves twelve submitted audits, one half done and one plan to begin', async () => {
    const io = silent();
    const backend = await commandBackend(io);
    try {
      const session = backend.openSession();
      await backend.openWorkspaceAt(session, path.join(folder.path, 'sample.goldthread'), SAMPLE_PASSPHRASE);
      const client = createRouterClient(backend.router, { context: { session } });
      const round = await client.rounds.current();
      expect(round).toMatchObject({ panelDate: SAMPLE_WORKSPACE.round.panelDate, auditsSubmitted: 12, auditsOpen: 1 });
      const queue = await client.plans.queue();
      expect(new Set(queue.map(({ plan }) => plan.id)).size).toBe(12);
      const documents = queue.map(({ document }) => document);
      expect(documents.filter(({ myAudit }) => myAudit === null).map(({ stage }) => stage)).toEqual(['draft']);
      const audits = await client.audits.list({ roundId: round.id });
      const grades = audits.map(({ overallGrade }) => overallGrade ?? 'none').sort();
      expect(grades.filter((grade) => grade === 'good')).toHaveLength(6);
      expect(new Set(grades)).toEqual(new Set(['good', 'inadequate', 'none', 'outstanding', 'requires_improvement']));
    } finally {
      await backend.close();
    }
  }, 60_000);

  it('writes a report of that partnership', () => {
    const word = unzipSync(readFileSync(path.join(folder.path, 'partnership-report.docx')));
    expect(strFromU8(word['word/document.xml'] ?? new Uint8Array())).toContain(SAMPLE_WORKSPACE.partnershipName);
    const html = readFileSync(path.join(folder.path, 'partnership-report.html'), 'utf8');
    expect(html).toContain(SAMPLE_WORKSPACE.partnershipName);
    // No child is named in a partnership report.
    for (const name of ['Sorrel', 'Brambling', 'Teasel']) expect(html).not.toContain(name);
  });

  it('will not write over what is there, unless told to', async () => {
    const file = path.join(folder.path, 'sample.goldthread');
    const before = statSync(file).mtimeMs;
    const again = await demo('--out', folder.path);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('error [FILES_EXIST]');
    expect(again.stderr).toContain('--force');
    expect(statSync(file).mtimeMs).toBe(before);
  });
});

describe('goldthread demo, wrongly used', () => {
  it.each([
    ['without a folder', []],
    ['with a word that it does not know', ['--out', 'x', '--colour']],
  ])('%s: says how, and exits with 2', async (_name, args) => {
    const run = await demo(...args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('usage: goldthread demo --out DIR');
  });

  it('onto a report alone is refused too', async () => {
    const other = makeTempFolder();
    writeFileSync(path.join(other.path, 'partnership-report.html'), 'mine');
    expect((await demo('--out', other.path)).stderr).toContain('partnership-report.html');
    expect(readFileSync(path.join(other.path, 'partnership-report.html'), 'utf8')).toBe('mine');
    other.remove();
  });
});

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

async function demo(...args: string[]): Promise<Run> {
  const run = { code: -1, stdout: '', stderr: '' };
  run.code = await runDemo(args, {
    ...silent(),
    stdout: (text) => {
      run.stdout += text;
    },
    stderr: (text) => {
      run.stderr += text;
    },
  });
  return run;
}

function silent(): CommandIo {
  return {
    stdout: () => {},
    stderr: () => {},
    readFile: () => Promise.reject(new Error('demo reads no file of the caller’s')),
    readStdin: () => Promise.resolve(''),
    isTerminal: false,
    askSecret: () => Promise.resolve(null),
    env: {},
  };
}
