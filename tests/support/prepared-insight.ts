import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod';
import { madeOnce } from './made-once.ts';

/** Finals of the half-term in hand; the half-term before has as many. */
export const FINALS = 24;

/**
 * Makes a workspace with three rounds of graded plans in a data folder. In a process of its own, since rows are written
 * straight into the file, which what runs the journeys cannot open.
 */
export const prepareInsight = madeOnce('insight', z.void(), async (dataFolder) => {
  const made = spawnSync(process.execPath, [path.resolve('tests/support/make-insight.ts'), dataFolder], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`The workspace was not made: ${made.stderr}`);
});
