import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { CONNECT_CHANNEL } from '../../../shared/contract/desktop-port.ts';
import { connect } from './ports-double.ts';
import { double } from './state.ts';
import type { BrowserWindow } from './window-double.ts';

/**
 * Chromium knows no app:// scheme outside Electron: pages are shown at this origin instead. It is one that browsers
 * treat as secure, and nothing ever goes out to it.
 */
const STAND_IN = 'https://goldthread.test';
const APP = 'app://goldthread';

/** What crosses between page and main: text as it is, bytes as base64. */
type Carried = { text: string } | { base64: string };

/**
 * Makes each window of the double a page of `context`: its requests are answered by the window's own app:// handler, its
 * preload script runs before it with a `require('electron')` that carries the port to the double's main process.
 */
export function showWindowsIn(context: BrowserContext): Page[] {
  const pages: Page[] = [];
  double.openPage = async (window) => {
    const page = await context.newPage();
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      if (!url.startsWith(`${STAND_IN}/`)) return route.abort();
      const answer = await window.webPreferences.session.request(url.replace(STAND_IN, APP));
      const headers = Object.fromEntries(answer.headers);
      await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
    });
    await bridgePorts(page, window);
    await page.addInitScript({ content: preloadInPage(readFileSync(window.webPreferences.preload, 'utf8')) });
    await page.goto(window.webContents.mainFrame.url.replace(APP, STAND_IN));
    pages.push(page);
  };
  return pages;
}

/** Carries a page's port to main and back; a reloaded page asks for a new one. */
async function bridgePorts(page: Page, window: BrowserWindow): Promise<void> {
  let port: MessagePort | undefined;
  await page.exposeFunction('connectToMain', (channel: string) => {
    if (channel !== CONNECT_CHANNEL) throw new Error(`the preload sent to ${channel}`);
    port = connect(window, channel);
    port.addEventListener('message', ({ data }: MessageEvent<string | Uint8Array>) => {
      const carried: Carried =
        typeof data === 'string' ? { text: data } : { base64: Buffer.from(data).toString('base64') };
      // A page that is closing takes no more answers.
      page.evaluate(`fromMain(${JSON.stringify(carried)})`).catch(() => undefined);
    });
  });
  await page.exposeFunction('toMain', (carried: Carried) => {
    port?.postMessage('text' in carried ? carried.text : new Uint8Array(Buffer.from(carried.base64, 'base64')), []);
  });
}

/** The built preload script as the page's first script, given the only module that a sandboxed one may have. */
function preloadInPage(preload: string): string {
  return `(() => {
  let port;
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const base64Of = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
  globalThis.fromMain = ({ text, base64 }) => port.postMessage(text ?? bytesOf(base64));
  const ipcRenderer = {
    postMessage(channel, message, ports) {
      port = ports[0];
      let earlier = connectToMain(channel);
      port.onmessage = ({ data }) => {
        const carried = typeof data === 'string' ? { text: data } : { base64: base64Of(data) };
        earlier = earlier.then(() => toMain(carried));
      };
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload script may not require ' + name);
    return { ipcRenderer };
  };
  (function (require, module, exports) {
${preload}
  })(require, { exports: {} }, {});
})();`;
}
