import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { showWindowsIn } from '../support/electron-double/chromium-windows.ts';
import { app } from '../support/electron-double/electron.ts';
import { double } from '../support/electron-double/state.ts';

const root = path.resolve(import.meta.dirname, '../..');
const doubleUrl = pathToFileURL(path.join(root, 'tests/support/electron-double/electron.ts')).href;
const builtMain = path.join(root, 'out/main/index.js');
const PASSPHRASE = 'lantern orchard violet harbour';

/**
 * The built main process, the built preload script and the built screens, together, with only Electron itself replaced:
 * main runs in this process on the double, its window is a page of Chromium.
 */
test('the desktop opens, makes a workspace and shows the round', async ({ context }) => {
  if (!existsSync(builtMain)) throw new Error('The application is not built. Run: npm run build');
  const data = mkdtempSync(path.join(tmpdir(), 'goldthread-smoke-'));
  process.env['GOLDTHREAD_DATA'] = data;
  process.argv = ['electron', '.'];
  registerHooks({
    resolve: (specifier, hookContext, next) =>
      specifier === 'electron' ? { url: doubleUrl, shortCircuit: true } : next(specifier, hookContext),
  });
  const complaints: string[] = [];
  context.on('page', (page) => listenForComplaints(page, complaints));
  const pages = showWindowsIn(context);
  await import(pathToFileURL(builtMain).href);
  await expect.poll(() => pages.length).toBe(1);
  const page = pages[0];
  if (!page) throw new Error('no window was opened');

  await makeWorkspace(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026/27');
  expect(readdirSync(data)).toContain('Fernmoor SEND Partnership.goldthread');
  expect(double.windows[0]?.isShown).toBe(true);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026/27');

  expect(complaints).toEqual([]);
  app.quit();
  await expect.poll(() => double.exitCode).toBe(0);
  rmSync(data, { recursive: true });
});

async function makeWorkspace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up your partnership' }).click();
  await page.getByLabel('Partnership').fill('Fernmoor SEND Partnership');
  await page.getByLabel('Your name').fill('Ottoline Sedge');
  await page.getByRole('radio', { name: 'Education' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('School year').selectOption('2026/27');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same passphrase again').fill(PASSPHRASE);
  await page.getByLabel('I have understood').check();
  await page.getByRole('button', { name: 'Make the workspace' }).click();
}

/** A page must say nothing on its console, and never try what its policy forbids. */
function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}
