import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { app, ipcMain } from '../support/electron-double/electron.ts';
import { double, resetDouble } from '../support/electron-double/state.ts';

vi.mock('electron', () => import('../support/electron-double/electron.ts'));

let data: string;
let starts = 0;

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'goldthread-main-'));
  vi.stubEnv('GOLDTHREAD_DATA', data);
  resetDouble();
  app.removeAllListeners();
  ipcMain.removeAllListeners();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(data, { recursive: true });
});

/** Starts the desktop as Electron would, with these words after the program and the application's folder. */
async function startMain(...words: string[]): Promise<void> {
  const argv = process.argv;
  process.argv = ['electron', '.', ...words];
  try {
    // Another query is another module: main runs anew, on the one double that the test holds.
    starts += 1;
    await import(/* @vite-ignore */ `../../electron/main.ts?start=${starts}`);
  } finally {
    process.argv = argv;
  }
}

async function end(): Promise<void> {
  app.quit();
  await vi.waitFor(() => expect(double.exitCode).not.toBeNull());
}

test('app:// is a secure origin of its own before Electron is ready, then the window opens', async () => {
  await startMain();
  expect(double.isReady).toBe(false);
  expect(double.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  await vi.waitFor(() => expect(double.windows).toHaveLength(1));
  expect(double.paths['userData']).toBe(path.join(data, 'desktop'));
  await end();
});

test('Chromium’s habits of using the network are switched off', async () => {
  await startMain();
  expect(double.switches).toEqual(
    expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'dns-prefetch-disable']),
  );
  await vi.waitFor(() => expect(double.windows).toHaveLength(1));
  await end();
});

test('a second start only brings the first one’s window to the front', async () => {
  await startMain();
  await vi.waitFor(() => expect(double.windows).toHaveLength(1));
  app.emit('second-instance');
  expect(double.windows).toHaveLength(1);
  expect(double.windows[0]?.isFocused()).toBe(true);
  await end();
});

test('without the single instance’s lock it ends and opens nothing', async () => {
  double.hasSingleInstanceLock = false;
  await startMain();
  expect(double.exitCode).toBe(0);
  expect(double.windows).toHaveLength(0);
});

test('a command is answered without a window, with its exit code', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await startMain('nonsense');
  await vi.waitFor(() => expect(double.exitCode).toBe(2));
  expect(said.mock.calls.join('\n')).toContain('There is no command called nonsense');
  expect(double.isReady).toBe(false);
  expect(double.windows).toHaveLength(0);
  said.mockRestore();
});

test('closing the last window ends the application, after the backend has closed', async () => {
  await startMain();
  await vi.waitFor(() => expect(double.windows).toHaveLength(1));
  double.windows[0]?.close();
  expect(double.exitCode).toBeNull();
  app.emit('window-all-closed');
  await vi.waitFor(() => expect(double.exitCode).toBe(0));
});

test('the menu is ours, in British English', async () => {
  await startMain();
  await vi.waitFor(() => expect(double.windows).toHaveLength(1));
  const labels = JSON.stringify(double.menus.at(-1));
  for (const label of ['New window', 'Close window', 'Actual size', 'About Goldthread']) {
    expect(labels.replaceAll('&', '')).toContain(label);
  }
  expect(labels).not.toMatch(/toggleDevTools|reload/i);
  await end();
});
