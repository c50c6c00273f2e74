import { mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import type { HostShell } from '../../../../electron/backend/host-shell.ts';
import type { Session } from '../../../../electron/backend/session.ts';
import { openWorkspaceFile, type OpenWorkspace } from '../../../../electron/backend/workspace/open-workspace.ts';
import { createWorkspaceFiles } from '../../../../electron/backend/workspace/workspace-files.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../../../support/workspace-input.ts';

/** What befalls a workspace outside its own doing: full disks, other programs, files that move or break. */

const NOW = new Date();

async function startBackend(folder: string, host: HostShell['host'] = 'local') {
  const backend = await createBackend({ dataFolder: folder, rendererFolder: folder, shell: { host } });
  onTestFinished(() => backend.close());
  const openDoor = () => {
    const session = backend.openSession();
    return { session, client: createRouterClient(backend.router, { context: { session } }) };
  };
  return { backend, openDoor };
}

async function startWithWorkspace() {
  const folder = tempFolder();
  const { backend, openDoor } = await startBackend(folder);
  const { session, client } = openDoor();
  const opened = await client.workspaces.create(WORKSPACE_INPUT);
  if (opened.status !== 'open') throw new Error('not open');
  const { id: workspaceId, fileName } = opened.file;
  return { folder, backend, openDoor, session, client, workspaceId, file: path.join(folder, fileName) };
}

function workspaceOf({ state }: Session): OpenWorkspace {
  if (state.status !== 'open') throw new Error('not open');
  return state.workspace;
}

/** Leaves no room for a single page more, as a full disk does. */
function fillDisk(workspace: OpenWorkspace): void {
  workspace.raw.pragma(`max_page_count = ${String(workspace.raw.pragma('page_count', { simple: true }))}`);
}

/** Longer than what is free in the pages that are there. */
const LONG_NAME = 'Long '.repeat(39);

async function saveUntilRefused(save: (name: string) => Promise<unknown>): Promise<{ last: string; error: unknown }> {
  let last = WORKSPACE_INPUT.partnershipName;
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const name = `${LONG_NAME}${attempt}`;
    try {
      await save(name);
    } catch (error) {
      return { last, error };
    }
    last = name;
  }
  throw new Error('never refused');
}

describe('on a full disk', () => {
  test('a save is refused in words, and what was saved before stays', async () => {
    const { client, session } = await startWithWorkspace();
    fillDisk(workspaceOf(session));
    const { last, error } = await saveUntilRefused((name) => client.partnership.rename({ name, areaCode: '' }));
    expect(error).toMatchObject({ code: 'DISK_FULL', defined: true });
    expect((await client.partnership.get()).name).toBe(last);
    expect(await client.workspaces.verify()).toMatchObject({ isSound: true });
  });

  test.each(['lock', 'leave'] as const)('a workspace is shut all the same by %s', async (deed) => {
    const { client, session } = await startWithWorkspace();
    const workspace = workspaceOf(session);
    fillDisk(workspace);
    await saveUntilRefused((name) => client.partnership.rename({ name, areaCode: '' }));
    expect(await client.workspaces[deed]()).toMatchObject({ status: deed === 'lock' ? 'locked' : 'none' });
    expect(workspace.raw.open).toBe(false);
  });
});

describe('beside another program', () => {
  test('a transaction that has begun cannot be overtaken', async () => {
    const { session, file } = await startWithWorkspace();
    const other = await openWorkspaceFile(file, PASSPHRASE, NOW);
    other.raw.pragma('busy_timeout = 0');
    await workspaceOf(session)
      .db.transaction()
      .execute(async (trx) => {
        await trx.selectFrom('event').select('sequence').execute();
        expect(() => other.raw.exec('begin immediate')).toThrow('database is locked');
        await trx.updateTable('partnership').set({ name: 'Mine' }).execute();
      });
    expect(other.raw.prepare('select name from partnership').get()).toEqual({ name: 'Mine' });
    await other.close();
  });

  test('a save that cannot have its turn is refused in words', async () => {
    const { client, session, file } = await startWithWorkspace();
    workspaceOf(session).raw.pragma('busy_timeout = 0');
    const other = await openWorkspaceFile(file, PASSPHRASE, NOW);
    other.raw.exec('begin immediate');
    const save = client.partnership.rename({ name: 'Mine', areaCode: '' });
    await expect(save).rejects.toMatchObject({ code: 'WORKSPACE_BUSY' });
    other.raw.exec('rollback');
    await other.close();
    expect(await client.partnership.rename({ name: 'Mine', areaCode: '' })).toMatchObject({ name: 'Mine' });
  });
});

test('of two windows that unlock at once only one gets the workspace', async () => {
  const { client, openDoor, workspaceId } = await startWithWorkspace();
  await client.workspaces.leave();
  const unlocks = [openDoor(), openDoor()].map((door) =>
    door.client.workspaces.unlock({ workspaceId, passphrase: PASSPHRASE }).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    ),
  );
  expect(await Promise.all(unlocks)).toEqual(['open', 'WORKSPACE_IN_USE']);
});

test('a window that is closed while its workspace opens leaves it shut', async () => {
  const { backend, client, openDoor, workspaceId } = await startWithWorkspace();
  await client.workspaces.leave();
  const door = openDoor();
  const unlock = door.client.workspaces.unlock({ workspaceId, passphrase: PASSPHRASE });
  await backend.closeSession(door.session);
  await expect(unlock).rejects.toMatchObject({ code: 'NO_WORKSPACE' });
  expect(door.session.state).toEqual({ status: 'none' });
});

test('a transaction that is under way is written whole before the workspace shuts', async () => {
  const { session, client, workspaceId } = await startWithWorkspace();
  const workspace = workspaceOf(session);
  const writing = workspace.db.transaction().execute(async (trx) => {
    await trx.updateTable('partnership').set({ name: 'Half' }).execute();
    await new Promise((resolve) => setImmediate(resolve));
    await trx.updateTable('partnership').set({ name: 'Whole' }).execute();
  });
  await workspace.close();
  await writing;
  expect(workspace.raw.open).toBe(false);
  await client.workspaces.leave();
  await client.workspaces.unlock({ workspaceId, passphrase: PASSPHRASE });
  expect((await client.partnership.get()).name).toBe('Whole');
});

test('a locked workspace whose file was taken away is no longer asked for', async () => {
  const { client, folder, file, workspaceId } = await startWithWorkspace();
  await client.workspaces.lock();
  renameSync(file, path.join(folder, 'elsewhere'));
  expect(await client.workspaces.current()).toEqual({ status: 'none' });
  const unlock = client.workspaces.unlock({ workspaceId, passphrase: PASSPHRASE });
  await expect(unlock).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('a file that is no whole workspace', () => {
  test('is refused as damaged where it is a folder', async () => {
    const folder = path.join(tempFolder(), 'folder.goldthread');
    mkdirSync(folder);
    await expect(openWorkspaceFile(folder, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  });

  test('is refused as damaged where its trail cannot be read, and is let go', async () => {
    const { backend, client, session, file } = await startWithWorkspace();
    const trail = "select rootpage from sqlite_master where name = 'event'";
    const page = Number(workspaceOf(session).raw.prepare(trail).pluck().get());
    await client.workspaces.leave();
    const bytes = readFileSync(file);
    bytes.fill(0x55, (page - 1) * 4096, page * 4096);
    writeFileSync(file, bytes);
    const other = backend.openSession();
    const opening = backend.openWorkspaceAt(other, file, PASSPHRASE);
    await expect(opening).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(other.state).toEqual({ status: 'none' });
  });
});

describe('the data folder', () => {
  test('need not be writable for a workspace elsewhere', async () => {
    const { client, file } = await startWithWorkspace();
    await client.workspaces.leave();
    const noFolder = path.join(tempFolder(), 'file');
    writeFileSync(noFolder, '');
    const { backend } = await startBackend(path.join(noFolder, 'data'), 'command_line');
    expect(await backend.openWorkspaceAt(backend.openSession(), file, PASSPHRASE)).toMatchObject({ status: 'open' });
  });

  test('is cleared of what a broken-off making left, and of nothing that is being made', async () => {
    const folder = tempFolder();
    const files = createWorkspaceFiles(folder);
    const [old, young] = [files, files].map((each) => each.pathInTheMaking(path.join(folder, 'a.goldthread')));
    for (const file of [old, young]) writeFileSync(file ?? '', 'x');
    const yesterday = new Date(NOW.getTime() - 24 * 60 * 60 * 1000);
    utimesSync(old ?? '', yesterday, yesterday);
    await startBackend(folder);
    expect(readdirSync(folder)).toEqual([path.basename(young ?? '')]);
  });

  test('is not where a workspace for another disk is made, since a file cannot be renamed across', () => {
    const target = path.join(tempFolder(), 'out', 'sample.goldthread');
    expect(path.dirname(createWorkspaceFiles(tempFolder()).pathInTheMaking(target))).toBe(path.dirname(target));
  });
});

test('two signs of life at once leave one idle timer, and none is left behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { client } = await startWithWorkspace();
  await client.workspaces.setIdleMinutes({ minutes: 5 });
  await Promise.all([client.workspaces.stillHere(), client.workspaces.stillHere()]);
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  await client.workspaces.stillHere();
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(await client.workspaces.current()).toMatchObject({ status: 'open' });
});
