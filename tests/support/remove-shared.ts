import { rmSync } from 'node:fs';

/** Removes what the journeys of a run shared. */
export default function removeShared(): void {
  const folder = process.env['JOURNEYS_SHARE'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
