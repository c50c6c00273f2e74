import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type * as z from 'zod';

const GIVEN = 'given.json';
const LOOK_AGAIN_MS = 50;

/**
 * Makes a prepared data folder the first time that any journey of this run asks for it, and copies it from then on:
 * a third of the journeys' time was making the same few workspaces again. `given` is the form of what the maker gives,
 * which is kept beside the folder. The copies are each journey's own.
 */
export function madeOnce<Given>(
  name: string,
  given: z.ZodType<Given>,
  make: (dataFolder: string) => Promise<Given>,
): (dataFolder: string) => Promise<Given> {
  return async (dataFolder) => {
    const kept = await keptFolder(name, async (folder) => {
      const data = path.join(folder, 'data');
      mkdirSync(data);
      const gave = await make(data);
      if (gave !== undefined) writeFileSync(path.join(folder, GIVEN), JSON.stringify(gave));
    });
    cpSync(path.join(kept, 'data'), dataFolder, { recursive: true });
    const file = path.join(kept, GIVEN);
    return given.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  };
}

/** The folder of that name, made by whichever worker comes first while the others wait for it. */
async function keptFolder(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const kept = path.join(runFolder(), name);
  const making = `${kept}.making`;
  while (!existsSync(kept)) {
    if (!isFirst(making)) {
      await wait(LOOK_AGAIN_MS);
      continue;
    }
    try {
      await make(making);
      renameSync(making, kept);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw error;
    }
  }
  return kept;
}

function isFirst(making: string): boolean {
  try {
    mkdirSync(making);
    return true;
  } catch {
    return false;
  }
}

/** The folder that the workers of one run share; see build/playwright.config.ts. */
function runFolder(): string {
  const folder = process.env['JOURNEYS_SHARE'];
  if (folder === undefined) throw new Error('JOURNEYS_SHARE names no folder.');
  mkdirSync(folder, { recursive: true });
  return folder;
}
