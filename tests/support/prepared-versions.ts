import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod';
import { madeOnce } from './made-once.ts';

/** Finals of the half-term in hand that were graded by the first version of the standards, and by the second. */
export const BY_VERSION = { '1.0.0': 10, '1.1.0': 14 };

/**
 * Makes a workspace whose half-term was graded by two versions of the standards, in a process of its own: rows are
 * written straight into the file.
 */
export const prepareVersions = madeOnce('versions', z.void(), async (dataFolder) => {
  const made = spawnSync(process.execPath, [path.resolve('tests/support/make-versions.ts'), dataFolder], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`The workspace was not made: ${made.stderr}`);
});
