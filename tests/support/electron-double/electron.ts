import { EventEmitter } from 'node:events';
import { double } from './state.ts';

/**
 * A small double of the `electron` module for plain Node: what our main process asks of it, no more. It keeps Electron's
 * own rules where breaking them would only show in the real thing (schemes before ready, windows after).
 */

class App extends EventEmitter {
  readonly commandLine = { appendSwitch: (name: string) => void double.switches.push(name) };

  get isPackaged(): boolean {
    return double.isPackaged;
  }

  setPath(name: string, folder: string): void {
    double.paths[name] = folder;
  }

  getVersion(): string {
    return '0.0.0';
  }

  requestSingleInstanceLock(): boolean {
    return double.hasSingleInstanceLock;
  }

  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    double.isReady = true;
  }

  /** Windows close, then `will-quit` may still be held up, as in Electron. */
  quit(): void {
    for (const window of double.windows.toReversed()) window.close();
    let isHeldUp = false;
    this.emit('will-quit', { preventDefault: () => (isHeldUp = true) });
    if (!isHeldUp) double.exitCode ??= 0;
  }

  exit(code = 0): void {
    double.exitCode ??= code;
  }
}

export const app = new App();

export const protocol = {
  registerSchemesAsPrivileged(schemes: typeof double.schemes): void {
    if (double.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    double.schemes.push(...schemes);
  },
};

export const ipcMain = new EventEmitter();

export const dialog = {
  showOpenDialog(...args: unknown[]): Promise<typeof double.openDialogAnswer> {
    double.openDialogs.push(args);
    return Promise.resolve(double.openDialogAnswer);
  },
  showMessageBox: () => Promise.resolve({ response: 0 }),
};

export const Menu = {
  buildFromTemplate: (template: unknown[]) => template,
  setApplicationMenu: (menu: unknown) => void double.menus.push(menu),
};

export { session } from './network-double.ts';
export { BrowserWindow } from './window-double.ts';
