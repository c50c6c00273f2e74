import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { AppInfo, Theme } from '../../shared/contract/app.ts';
import { themeSchema } from '../../shared/contract/app.ts';
import { writeFileAtomically } from './files/atomic-write.ts';
import type { HostShell } from './host-shell.ts';

const preferencesSchema = z.object({ theme: themeSchema });

/** What the application says of itself, and the few wishes of a person that belong to the machine and to no workspace. */
export function createAppService({
  dataFolder,
  shell,
  version = '',
}: {
  dataFolder: string;
  shell: HostShell;
  version?: string;
}) {
  const file = path.join(dataFolder, 'preferences.json');

  function theme(): Theme {
    try {
      return preferencesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).theme;
    } catch {
      // None yet, or one that cannot be read: as the system has it.
      return 'system';
    }
  }

  function info(): AppInfo {
    return {
      version,
      host: shell.host === 'desktop' ? 'desktop' : 'local',
      theme: theme(),
      capabilities: { chooseFiles: shell.chooseWorkspaceFile !== undefined, dataFolder },
    };
  }

  return {
    info,

    setTheme(wanted: Theme): AppInfo {
      mkdirSync(dataFolder, { recursive: true });
      writeFileAtomically(file, JSON.stringify({ theme: wanted }));
      return info();
    },
  };
}
