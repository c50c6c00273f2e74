import { homedir } from 'node:os';
import path from 'node:path';

export interface DataFolderFacts {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/**
 * Where this machine keeps Goldthread's workspaces: `GOLDTHREAD_DATA` if it is set, otherwise the system's usual place
 * for an application's data. The folder need not exist yet.
 */
export function dataFolder(
  facts: DataFolderFacts = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { platform, env, home } = facts;
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const chosen = env['GOLDTHREAD_DATA'];
  if (chosen) return paths.resolve(chosen);
  if (platform === 'win32') return paths.join(env['APPDATA'] ?? paths.join(home, 'AppData', 'Roaming'), 'Goldthread');
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support', 'Goldthread');
  const shared = env['XDG_DATA_HOME'];
  // The XDG base directory specification: a relative path there is to be ignored.
  return paths.join(shared && paths.isAbsolute(shared) ? shared : paths.join(home, '.local', 'share'), 'goldthread');
}
