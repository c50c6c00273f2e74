import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countNamed } from '../../support/internal-report.ts';
import {
  SAMPLE_LEAD,
  SAMPLE_PANEL_DATE,
  SAMPLE_PASSPHRASE,
  SAMPLE_WORKSPACE,
} from '../../../electron/backend/sample/sample-partnership.ts';
import type { AppRouter } from '../../../electron/backend/router.ts';
import { SAMPLE_PIN } from '../../../shared/domain/sample-pin.ts';
import type { CommandIo } from '../../../electron/cli/command-io.ts';
import { runDemo } from '../../../electron/cli/demo-command.ts';
import { commandBackend } from '../../../electron/cli/workspace-command.ts';
import { type NodeRun, runNodeAlone } from '../../support/run-node.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

// The sample is made by the command in a process of its own, where PINs are what they really are.
vi.unmock('../../../electron/backend/people/pin.ts');

const folder = makeTempFolder();

describe('goldthread demo, without any network but the machine itself', () => {
  let made: NodeRun;
  beforeAll(async () => {
    made = await runNodeAlone('electron/cli/main.ts', 'demo', '--out', folder.path, '--json');
  }, 300_000);
  afterAll(() => folder.remove());

  it('ends with 0, names its files on stdout, and tells each step and the passphrase on stderr', () => {
    expect(made.code).toBe(0);
    const forms = ['docx', 'html', 'xlsx', 'csv', 'columns.csv'];
    const names = ['sample.goldthread', ...forms.map((form) => `partnership-report.${form}`)];
    expect(JSON.parse(made.stdout)).toEqual({ files: names.map((name) => path.join(folder.path, name)) });
    const steps = [...made.stderr.matchAll(/^ *(\d+)\/(\d+) /gm)].map(([, done, of]) => [Number(done), Number(of)]);
    expect(steps.map(([done]) => done)).toEqual(steps.map((_, at) => at));
    expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);
    expect(made.stderr).toContain(SAMPLE_PASSPHRASE);
    // Whom to come in as is the last thing that is said.
    const [lead = ''] = made.stderr.trimEnd().split('\n').slice(-2);
    for (const words of [SAMPLE_LEAD, 'the QA lead', SAMPLE_PIN]) expect(lead).toContain(words);
  });

  it(
    'has feedback for each agency with an example of good and with what is asked of its services',
    () =>
      inSample(async (client) => {
        const { agencies, named } = await client.outlets.choices();
        expect(named.filter(({ agency }) => agency === null)).toEqual([]);
        const run = { from: '2026-27/2', to: '2026-27/2' };
        for (const { id: agency, services } of agencies) {
          expect(services).not.toEqual([]);
          const of = { for: { agency, service: null }, run, edition: 'publishable', threshold: 5 } as const;
          const { blocks } = await client.outlets.feedback(of);
          const words = JSON.stringify(blocks);
          expect(words).not.toContain('No example has been read and ticked yet.');
          expect(words).not.toContain('No action is put down for this service.');
        }
      }),
    60_000,
  );

  it(
    'leaves three half-terms agreed, and a fourth half-way',
    () =>
      inSample(async (client) => {
        const all = await client.rounds.list();
        const rounds = all.filter(({ kind }) => kind === 'random');
        expect(rounds).toHaveLength(4);
        expect(await client.rounds.current()).toMatchObject({ panelDate: SAMPLE_PANEL_DATE });
        // The panels that agreed plans have all met before the sample’s story ends.
        const { entries } = await client.trail.list({ before: null, limit: 1 });
        expect(rounds.map(({ panelDate }) => panelDate).filter((day) => day > (entries[0]?.at ?? ''))).toEqual([]);
        const shares = await Promise.all(
          rounds.map(async ({ id: roundId }) => {
            const { documents } = await client.moderation.list({ roundId });
            const finals = documents.filter(({ stage, isCalibration }) => stage?.endsWith('final') && !isCalibration);
            const agreed = finals.filter(({ state }) => state === 'agreed');
            const good = agreed.filter(({ grade }) => grade === 'good' || grade === 'outstanding').length;
            return { good, agreed: agreed.length, states: [...new Set(finals.map(({ state }) => state))].toSorted() };
          }),
        );
        expect(shares).toEqual([
          { good: 3, agreed: 8, states: ['agreed'] },
          // With the re-audit of the plan that was inadequate.
          { good: 6, agreed: 10, states: ['agreed'] },
          { good: 4, agreed: 9, states: ['agreed'] },
          // One of them moved below by the chair.
          { good: 3, agreed: 7, states: ['agreed', 'open', 'waiting'] },
        ]);
        const themed = all.filter(({ kind }) => kind === 'thematic');
        expect(themed).toMatchObject([{ theme: 'Preparing for adulthood', documents: 3 }]);
        const report = await client.reports.preview({ halfTermId: '2026-27/2', edition: 'internal', threshold: 5 });
        expect(countNamed(report, 'standing', 'overridden', 'versions')).toBe(1);
        expect(countNamed(report, 'standing', 'one_auditor', 'versions')).toBe(3);
        expect(countNamed(report, 'advice', 'social_care', 'nil')).toBe(1);
        for (const { id: roundId } of rounds) {
          expect(await client.samples.drawAgain({ roundId })).toEqual({ isSame: true, isFrameWhole: true });
        }
        // What was audited in the rounds before it could not be drawn: the rest of the register of that day could.
        const drawn = rounds.at(-1)?.id ?? '';
        const of = (column: string) => countNamed(report, 'left-out', drawn, column) ?? 0;
        expect(of('audited_lately')).toBeGreaterThan(0);
        expect(of('frame') + of('audited_lately')).toBe(of('all'));
        const [, second] = rounds;
        const calibrated = await client.moderation.list({ roundId: second?.id ?? '' });
        expect(calibrated.documents.filter(({ isCalibration }) => isCalibration)).toHaveLength(1);
      }),
    60_000,
  );

  it(
    'is sound, with people of every agency and role, a register from tables, and a trail in the order of time',
    () =>
      inSample(async (client) => {
        expect((await client.workspaces.verify()).isSound).toBe(true);
        const { entries } = await client.trail.list({ before: null, limit: 500 });
        const times = entries.slice(1).map(({ at }) => at);
        expect(times).toEqual(times.toSorted().toReversed());
        const people = await client.people.list();
        expect(people.length).toBeGreaterThanOrEqual(16);
        expect(new Set(people.map(({ agency }) => agency)).size).toBe(4);
        expect(new Set(people.flatMap(({ roles }) => roles)).size).toBe(7);
        const imports = await client.register.imports();
        expect(imports.filter(({ kind }) => kind === 'register').reduce((sum, { added }) => sum + added, 0)).toBe(40);
        expect(imports.some(({ kind }) => kind === 'results')).toBe(true);
      }),
    60_000,
  );

  it(
    'has published its summer, with most figures shown, and froze its autumn for the panel',
    () =>
      inSample(async (client) => {
        const earlier = await client.reports.earlier();
        expect(earlier.map(({ halfTermName, edition }) => `${halfTermName} ${edition}`)).toEqual([
          '2026/27 Aut 1 internal',
          '2025/26 Sum 2 publishable',
        ]);
        const published = await client.reports.frozen({ snapshotId: earlier[1]?.id ?? '' });
        const tables = published.parts.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])),
        );
        const overall = tables.find(({ id }) => id === 'overall-final-new')?.rows.at(-1);
        expect(overall?.counts.slice(-2).map(({ n }) => n)).toEqual([expect.any(Number), expect.any(Number)]);
        const counts = tables.flatMap(({ rows }) => rows.flatMap((row) => row.counts));
        expect(counts.filter(({ n }) => n === null).length).toBeLessThan(counts.length / 3);
      }),
    60_000,
  );

  it(
    'has what comes of a panel: flags, actions, a re-audit, checks, notes and answers of families',
    () =>
      inSample(async (client) => {
        const flags = await client.flags.list({ isOpen: null });
        expect(flags.filter(({ resolved }) => resolved === null)).toHaveLength(1);
        expect(flags).toHaveLength(2);
        const filter = { level: null, planId: null, service: null, state: null, isMine: false } as const;
        const { actions } = await client.actions.list({ filter, limit: 500 });
        expect(new Set(actions.map(({ level, state }) => `${level} ${state}`))).toEqual(
          new Set(['plan open', 'plan done', 'service open', 'service done', 'system open', 'system done']),
        );
        const second = actions.filter(({ kind }) => kind === 're_audit');
        expect(second).toMatchObject([{ state: 'done', reAudit: { before: 'Inadequate', after: 'Good' } }]);
        expect(actions.some(({ later }) => later?.isProposedDone)).toBe(true);
        expect((await client.familyFeedback.figures()).halfTerms.map(({ satisfied }) => satisfied.of)).toEqual([
          6, 7, 8, 7,
        ]);
        const { drafts } = await client.advice.queue({ agency: 'health', includePast: false });
        expect(drafts.some(({ checkedAt, correctionsSent }) => checkedAt !== null && correctionsSent > 0)).toBe(true);
        const round = await client.rounds.current();
        expect((await client.masking.list({ roundId: round.id })).map(({ state }) => state)).toEqual(['checked']);
      }),
    60_000,
  );

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

/** Opens the sample that was made, as its QA lead. */
async function inSample(look: (client: RouterClient<AppRouter>) => Promise<void>): Promise<void> {
  const backend = await commandBackend(silent());
  try {
    const session = backend.openSession();
    await backend.openWorkspaceAt(session, path.join(folder.path, 'sample.goldthread'), SAMPLE_PASSPHRASE);
    const client = createRouterClient(backend.router, { context: { session } });
    const lead = (await client.people.atDoor()).find(({ name }) => name === SAMPLE_LEAD);
    await client.people.signIn({ personId: lead?.id ?? '', pin: SAMPLE_PIN });
    await look(client);
  } finally {
    await backend.close();
  }
}

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
