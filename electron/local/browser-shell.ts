import type { HostShell } from '../backend/host-shell.ts';

/** What a browser can do for the backend: nothing natively. Files come in and go out with the calls themselves. */
export function createBrowserShell(): HostShell {
  return { host: 'local' };
}
