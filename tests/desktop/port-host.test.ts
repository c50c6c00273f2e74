import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { CONNECT_CHANNEL } from '../../shared/contract/desktop-port.ts';
import { connect } from '../support/electron-double/ports-double.ts';
import { double } from '../support/electron-double/state.ts';
import { WebContents } from '../support/electron-double/window-double.ts';
import { clientOf, startDesktop } from './desktop-under-test.ts';

vi.mock('electron', () => import('../support/electron-double/electron.ts'));

const STRONG = 'lantern-orchard-violet-harbour-71';

test('our own page may speak', async () => {
  const { open } = await startDesktop();
  expect(await clientOf(open()).app.info()).toMatchObject({ host: 'desktop', capabilities: { chooseFiles: true } });
});

test.each([
  ['a frame within the page', { frame: { url: 'app://goldthread/' } }],
  ['a frame that is gone', { frame: null }],
])('%s is shut out', async (_who, sender) => {
  const { open } = await startDesktop();
  expect(await isClosed(connect(open(), CONNECT_CHANNEL, sender))).toBe(true);
});

test.each(['https://evil.example/', 'app://elsewhere/', 'app://goldthread.evil.example/', 'about:blank', 'file:///x'])(
  'a window that has come to %s is shut out',
  async (url) => {
    const { open } = await startDesktop();
    const window = open();
    window.webContents.mainFrame.url = url;
    expect(await isClosed(connect(window, CONNECT_CHANNEL))).toBe(true);
  },
);

test('contents that are none of our windows’ are shut out', async () => {
  await startDesktop();
  const webContents = new WebContents();
  webContents.mainFrame.url = 'app://goldthread/';
  expect(await isClosed(connect({ webContents }, CONNECT_CHANNEL))).toBe(true);
});

test('a page that connects again loses its earlier port', async () => {
  const { open } = await startDesktop();
  const window = open();
  const earlier = connect(window, CONNECT_CHANNEL);
  const closed = isClosed(earlier);
  expect(await clientOf(window).app.info()).toMatchObject({ host: 'desktop' });
  expect(await closed).toBe(true);
});

test('a workspace is open in one window: the other is shown in its place', async () => {
  const { open } = await startDesktop();
  const [first, second] = [open(), open()];
  const [mine, other] = [clientOf(first), clientOf(second)];
  const current = await mine.workspaces.create({
    partnershipName: 'Larkshire',
    person: { name: 'Rowan Ashby', agency: 'education' },
    halfTerm: { schoolYear: '2026-27', number: 2, label: 'Autumn 2', start: '2026-11-02', end: '2026-12-18' },
    round: { kind: 'random', panelDate: '2026-12-10' },
    passphrase: STRONG,
  });
  if (current.status !== 'open') throw new Error(current.status);
  second.focus();
  const refusal = other.workspaces.unlock({ workspaceId: current.file.id, passphrase: STRONG });
  await expect(refusal).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' });
  expect([first.isFocused(), second.isFocused()]).toEqual([true, false]);
  first.close();
  await vi.waitFor(async () => {
    expect(await other.workspaces.unlock({ workspaceId: current.file.id, passphrase: STRONG })).toMatchObject({
      status: 'open',
    });
  });
});

test('a workspace file is chosen in the system’s own dialog, which belongs to the window in front', async () => {
  const { open } = await startDesktop();
  const window = open();
  window.focus();
  const client = clientOf(window);
  expect(await client.workspaces.choose()).toBeNull();
  expect(double.openDialogs[0]?.[0]).toBe(window);
  expect(double.openDialogs[0]?.[1]).toMatchObject({ filters: [{ extensions: ['goldthread'] }] });
});

/** Whether the other side closes the port; a port that stays open would leave the test waiting, so it has an end. */
async function isClosed(port: MessagePort): Promise<boolean> {
  const closed = new Promise<boolean>((resolve) => port.addEventListener('close', () => resolve(true)));
  return await Promise.race([closed, wait(2_000, false, { ref: false })]);
}
