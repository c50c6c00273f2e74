import { createRouterClient } from '@orpc/server';
import { z } from 'zod';
import { REPORT_FORMATS } from '../../shared/contract/reports.ts';
import { processIo } from '../../electron/cli/command-io.ts';
import { commandBackend } from '../../electron/cli/workspace-command.ts';

/**
 * Run as a process of its own, so that the peak of its memory is that of one form: opens a workspace, exports the report
 * of its half-term again and again in one form, and prints what it took. The first export of a process is also the slowest.
 */
const argumentsSchema = z.tuple([z.string(), z.enum(REPORT_FORMATS), z.coerce.number().int().positive()]);

const [file, format, runs] = argumentsSchema.parse(process.argv.slice(2));
const backend = await commandBackend(processIo());
const session = backend.openSession();
await backend.openWorkspaceAt(session, file, z.string().parse(process.env['GOLDTHREAD_PASSPHRASE']));
const client = createRouterClient(backend.router, { context: { session } });
const { halfTerm } = await client.rounds.current();
const before = megabytes();
const times: number[] = [];
let peakOfFirst = before;
let size = 0;
for (let run = 0; run <= runs; run += 1) {
  const started = performance.now();
  const report = await client.reports.export({ halfTermId: halfTerm.id, edition: 'internal', threshold: 5, format });
  times.push(performance.now() - started);
  if (run === 0) peakOfFirst = megabytes();
  ({ size } = report);
}
await backend.close();
console.log(JSON.stringify({ times, size, before, peakOfFirst, peak: megabytes() }));

/** The most memory that this process has held so far: maxRSS comes in kilobytes. */
function megabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
