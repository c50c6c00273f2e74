import { randomUUID } from 'node:crypto';
import { BrowserWindow, session as networkSessions, type WebContents } from 'electron';
import type { Backend } from '../backend/create-backend.ts';
import type { Session } from '../backend/session.ts';
import { APP_ORIGIN, serveApp } from './app-protocol.ts';
import { lockDownContents, lockDownNetwork } from './lock-down.ts';

export interface Windows {
  /** Opens a window with a session of its own. */
  open: () => BrowserWindow;
  /** Brings the window that holds a session to the front. */
  show: (sessionId: string) => void;
  /** Brings the last window to the front, or opens one. */
  showAny: () => void;
  /** The session of the window whose page this is. */
  sessionOf: (contents: WebContents) => Session | undefined;
  /** The window in front, for the system's dialogs to belong to. */
  front: () => BrowserWindow | undefined;
}

/** The application's windows; one backend session each, so that a workspace is open in one window at most. */
export function createWindows(backend: Backend, preload: string): Windows {
  const opened = new Map<BrowserWindow, Session>();

  function open(): BrowserWindow {
    const session = backend.openSession();
    // A network session of its own tells whose request it is; without a `persist:` name nothing of it is kept on disk.
    const network = networkSessions.fromPartition(`window-${randomUUID()}`, { cache: false });
    lockDownNetwork(network);
    serveApp(network.protocol, (request) => backend.handleRequest(request, session));
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 800,
      minHeight: 560,
      show: false,
      title: 'Goldthread',
      webPreferences: {
        preload,
        session: network,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    opened.set(window, session);
    lockDownContents(window.webContents);
    window.once('ready-to-show', () => window.show());
    window.once('closed', () => {
      opened.delete(window);
      void backend.closeSession(session);
    });
    void window.loadURL(`${APP_ORIGIN}/`);
    return window;
  }

  function show(sessionId: string): void {
    for (const [window, session] of opened) if (session.id === sessionId) bringToFront(window);
  }

  function showAny(): void {
    const last = [...opened.keys()].at(-1);
    if (last) bringToFront(last);
    else open();
  }

  function sessionOf(contents: WebContents): Session | undefined {
    for (const [window, session] of opened) if (window.webContents === contents) return session;
    return undefined;
  }

  function front(): BrowserWindow | undefined {
    return [...opened.keys()].find((window) => window.isFocused()) ?? [...opened.keys()].at(-1);
  }

  return { open, show, showAny, sessionOf, front };
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
