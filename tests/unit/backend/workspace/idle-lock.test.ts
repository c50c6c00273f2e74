import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import type { HostShell } from '../../../../electron/backend/host-shell.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../../../support/workspace-input.ts';

const MINUTE_MS = 60_000;
const IDLE_MINUTES = 5;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the idle lock', () => {
  test('shuts the workspace when nobody was there for as long as is set, and not before', async () => {
    const client = await openWorkspace('local');
    await vi.advanceTimersByTimeAsync(IDLE_MINUTES * MINUTE_MS - 1);
    expect(await client.workspaces.current()).toMatchObject({ status: 'open' });
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(async () =>
      expect(await client.workspaces.current()).toMatchObject({ status: 'locked', reason: 'idle' }),
    );
    await expect(client.plans.queue()).rejects.toMatchObject({ code: 'WORKSPACE_LOCKED' });
  });

  test('is not put off by a window that merely asks, nor by calls that read', async () => {
    const client = await openWorkspace('local');
    for (let minute = 0; minute < IDLE_MINUTES; minute += 1) {
      await client.workspaces.current();
      await client.plans.queue();
      await vi.advanceTimersByTimeAsync(MINUTE_MS);
    }
    await vi.waitFor(async () => expect(await client.workspaces.current()).toMatchObject({ status: 'locked' }));
  });

  test('is put off while somebody is there', async () => {
    const client = await openWorkspace('local');
    for (let minute = 0; minute < 3 * IDLE_MINUTES; minute += 1) {
      await vi.advanceTimersByTimeAsync(MINUTE_MS);
      const { locksAt } = await client.workspaces.stillHere();
      expect(locksAt).toBe(new Date(Date.now() + IDLE_MINUTES * MINUTE_MS).toISOString());
    }
    expect(await client.workspaces.current()).toMatchObject({ status: 'open' });
    await vi.advanceTimersByTimeAsync(IDLE_MINUTES * MINUTE_MS);
    await vi.waitFor(async () => expect(await client.workspaces.current()).toMatchObject({ status: 'locked' }));
  });

  test('opens again with the passphrase, says in the trail that it shut, and shuts again', async () => {
    const client = await openWorkspace('local');
    await vi.advanceTimersByTimeAsync(IDLE_MINUTES * MINUTE_MS);
    await vi.waitFor(async () => expect(await client.workspaces.current()).toMatchObject({ status: 'locked' }));
    const [file] = await client.workspaces.list();
    await client.workspaces.unlock({ workspaceId: file?.id ?? '', passphrase: PASSPHRASE });
    const { entries } = await client.trail.list({ before: null, limit: 20 });
    const lock = entries.find(({ action }) => action === 'workspaces.lock');
    expect(lock).toMatchObject({ detail: { reason: 'idle' } });
    await vi.advanceTimersByTimeAsync(IDLE_MINUTES * MINUTE_MS);
    await vi.waitFor(async () => expect(await client.workspaces.current()).toMatchObject({ status: 'locked' }));
  });

  test('leaves a command alone, which ends by itself', async () => {
    const client = await openWorkspace('command_line');
    await vi.advanceTimersByTimeAsync(100 * IDLE_MINUTES * MINUTE_MS);
    expect(await client.workspaces.current()).toMatchObject({ status: 'open' });
  });
});

async function openWorkspace(host: HostShell['host']) {
  const folder = tempFolder();
  const backend = await createBackend({ dataFolder: folder, rendererFolder: folder, shell: { host } });
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.router, { context: { session: backend.openSession() } });
  await client.workspaces.create(WORKSPACE_INPUT);
  await client.workspaces.setIdleMinutes({ minutes: IDLE_MINUTES });
  return client;
}
