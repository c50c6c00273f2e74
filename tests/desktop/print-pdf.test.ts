import { expect, test, vi } from 'vitest';
import { double } from '../support/electron-double/state.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { clientOf, startDesktop } from './desktop-under-test.ts';

vi.mock('electron', () => import('../support/electron-double/electron.ts'));

test('a report is printed as a tagged PDF, in a window that is never shown, runs no script and is gone afterwards', async () => {
  const { open } = await startDesktop();
  const client = clientOf(open());
  await client.workspaces.create(WORKSPACE_INPUT);
  const { halfTerm } = await client.rounds.current();
  const choice = { halfTermId: halfTerm.id, edition: 'internal', threshold: 5 } as const;
  let page = '';
  const seen: unknown[] = [];
  double.openPage = async (window) => {
    const { session, ...preferences } = window.webPreferences;
    seen.push({ isShown: window.isShown, preferences });
    page = await (await session.request(window.webContents.mainFrame.url)).text();
    await expect(session.request('https://evil.example/')).rejects.toThrow('BLOCKED');
  };
  const file = await client.reports.export({ ...choice, format: 'pdf' });
  expect(file.name).toMatch(/^partnership-report-.*\.pdf$/);
  expect(await file.text()).toBe('%PDF-1.7 printed');
  expect(page).toContain('<html lang="en-GB">');
  expect(seen).toMatchObject([
    {
      isShown: false,
      preferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    },
  ]);
  expect(double.printed).toEqual([
    {
      url: 'app://goldthread/report.html',
      options: {
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
        printBackground: true,
      },
    },
  ]);
  expect(double.windows).toHaveLength(1);
}, 30_000);
