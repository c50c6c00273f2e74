import { expect, test, vi } from 'vitest';
import { double } from '../support/electron-double/state.ts';
import { startDesktop } from './desktop-under-test.ts';

vi.mock('electron', () => import('../support/electron-double/electron.ts'));

test('a page is sandboxed, apart from its preload, and without Node', async () => {
  const { open } = await startDesktop();
  expect(open().webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});

test('a window shows our own page, once it is ready', async () => {
  const { open } = await startDesktop();
  const window = open();
  expect(window.webContents.mainFrame.url).toBe('app://goldthread/');
  await vi.waitFor(() => expect(window.isShown).toBe(true));
});

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  'leaving the page is refused: %s',
  async (event) => {
    const { open } = await startDesktop();
    const { webContents } = open();
    expect(webContents.lets(event, 'https://evil.example/')).toBe(false);
    expect(webContents.lets(event, 'app://goldthread/assets/a.js')).toBe(false);
  },
);

test.each(['https://evil.example/', 'app://goldthread/', 'about:blank', 'file:///etc/passwd'])(
  'a page opens no other window: %s',
  async (url) => {
    const { open } = await startDesktop();
    expect(open().webContents.openWindow(url)).toBe('deny');
  },
);

test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'usb', 'openExternal', 'unknown'])(
  'every permission is refused: %s',
  async (permission) => {
    const { open } = await startDesktop();
    expect(open().webPreferences.session.grants(permission)).toEqual({
      onRequest: false,
      onCheck: false,
      device: false,
    });
  },
);

test.each([
  'http://127.0.0.1:80/',
  'https://evil.example/',
  'ws://evil.example/',
  'wss://evil.example/',
  'ftp://evil.example/',
  'file:///etc/passwd',
  'chrome://gpu/',
  'not an address',
])('nothing is loaded from %s', async (url) => {
  const { open } = await startDesktop();
  expect(open().webPreferences.session.isCancelled(url)).toBe(true);
});

test('the page loads its own address and what it made itself', async () => {
  const { open } = await startDesktop();
  const { session } = open().webPreferences;
  for (const url of ['app://goldthread/assets/a.js', 'blob:app://goldthread/1', 'data:image/png;base64,AA==']) {
    expect(session.isCancelled(url)).toBe(false);
  }
});

test('each window has a network session of its own that leaves nothing on the disk', async () => {
  const { open } = await startDesktop();
  const [first, second] = [open().webPreferences.session, open().webPreferences.session];
  expect(first).not.toBe(second);
  for (const network of [first, second]) {
    expect(network.partition.startsWith('persist:')).toBe(false);
    expect(network.cache).toBe(false);
    expect(network.isSpellChecked).toBe(false);
  }
});

test('a report that the page made is saved by the system’s dialog; no other download is', async () => {
  const { open } = await startDesktop();
  const { session } = open().webPreferences;
  const download = (url: string) => {
    const item = {
      getURL: () => url,
      getFilename: () => 'report.docx',
      setSaveDialogOptions: vi.fn<(options: unknown) => void>(),
    };
    const event = { preventDefault: vi.fn<() => void>() };
    session.emit('will-download', event, item);
    return {
      isRefused: event.preventDefault.mock.calls.length > 0,
      options: item.setSaveDialogOptions.mock.calls[0]?.[0],
    };
  };
  expect(download('blob:app://goldthread/0f1e')).toEqual({
    isRefused: false,
    options: { title: 'Save', defaultPath: 'report.docx' },
  });
  for (const url of ['https://evil.example/a.exe', 'blob:https://evil.example/1', 'app://goldthread.evil.example/x']) {
    expect(download(url)).toEqual({ isRefused: true, options: undefined });
  }
});

test('asking for the application again brings its last window to the front', async () => {
  const { open, windows } = await startDesktop();
  const first = open();
  const second = open();
  second.isMinimised = true;
  windows.showAny();
  expect(double.windows).toHaveLength(2);
  expect([first.isFocused(), second.isFocused(), second.isMinimised]).toEqual([false, true, false]);
  first.close();
  second.close();
  windows.showAny();
  expect(double.windows).toHaveLength(1);
});
