import type { BrowserWindow } from './window-double.ts';

/** What a test may set or read about the pretended Electron. */
export interface DoubleState {
  isReady: boolean;
  hasSingleInstanceLock: boolean;
  isPackaged: boolean;
  /** The code that the process would have ended with; null while it runs. */
  exitCode: number | null;
  schemes: { scheme: string; privileges: Record<string, boolean> }[];
  switches: string[];
  paths: Record<string, string>;
  windows: BrowserWindow[];
  /** Shows a window's page; a test in a real browser opens it there. */
  openPage: (window: BrowserWindow) => Promise<void>;
  openDialogAnswer: { canceled: boolean; filePaths: string[] };
  openDialogs: unknown[][];
  menus: unknown[];
  /** Pages printed to a PDF, with the options asked for. */
  printed: { url: string; options: Record<string, unknown> }[];
}

const KEY = Symbol.for('goldthread.electron-double');

/** One state, however often a bundler or a test runner loads this module. */
export const double: DoubleState = ((globalThis as { [KEY]?: DoubleState })[KEY] ??= fresh());

/** As Electron is just after its start. Listeners are dropped by the modules that hold them. */
export function resetDouble(): void {
  Object.assign(double, fresh());
}

function fresh(): DoubleState {
  return {
    isReady: false,
    hasSingleInstanceLock: true,
    isPackaged: false,
    exitCode: null,
    schemes: [],
    switches: [],
    paths: {},
    windows: [],
    openPage: () => Promise.resolve(),
    openDialogAnswer: { canceled: true, filePaths: [] },
    openDialogs: [],
    menus: [],
    printed: [],
  };
}
