import { EventEmitter } from 'node:events';
import type { NetworkSession } from './network-double.ts';
import { double } from './state.ts';

export interface WebPreferences {
  session: NetworkSession;
  preload: string;
  [preference: string]: unknown;
}

export class WebContents extends EventEmitter {
  readonly mainFrame = { url: '' };
  #openWindow: ((details: { url: string }) => { action: string }) | undefined;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openWindow = handler;
  }

  /** What becomes of `window.open`: Electron allows it where nobody refuses. */
  openWindow(url: string): string {
    return this.#openWindow?.({ url }).action ?? 'allow';
  }

  /** A stand-in for the printed page: what was asked for is kept in the double. */
  async printToPDF(options: Record<string, unknown>): Promise<Buffer> {
    double.printed.push({ url: this.mainFrame.url, options });
    return Buffer.from('%PDF-1.7 printed');
  }

  /** Whether an event of leaving the page is let through. */
  lets(event: string, url: string): boolean {
    let isLet = true;
    this.emit(event, { url, preventDefault: () => (isLet = false) });
    return isLet;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly webPreferences: WebPreferences;
  isShown = false;
  isMinimised = false;
  #isFocused = false;

  constructor({ webPreferences }: { webPreferences: WebPreferences }) {
    super();
    if (!double.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    this.webPreferences = webPreferences;
    double.windows.push(this);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    await double.openPage(this);
    this.emit('ready-to-show');
  }

  show(): void {
    this.isShown = true;
  }

  focus(): void {
    for (const window of double.windows) window.#isFocused = window === this;
  }

  isFocused(): boolean {
    return this.#isFocused;
  }

  isMinimized(): boolean {
    return this.isMinimised;
  }

  restore(): void {
    this.isMinimised = false;
  }

  destroy(): void {
    this.close();
  }

  close(): void {
    const place = double.windows.indexOf(this);
    if (place === -1) return;
    double.windows.splice(place, 1);
    this.emit('closed');
  }
}
