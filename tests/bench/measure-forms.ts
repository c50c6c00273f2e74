import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { columns } from './measure.ts';

const RUNS = 3;
const FORMS = ['csv', 'html', 'docx', 'xlsx'] as const;

const tookSchema = z.strictObject({
  times: z.array(z.number()),
  size: z.number(),
  before: z.number(),
  peakOfFirst: z.number(),
  peak: z.number(),
});

/**
 * The report of the half-term that now is, in each form, each made in a process of its own on the same workspace: the
 * time from the press to the file (the first of the process, and the median of the three after it, in milliseconds; held
 * against the CSV, which is the same figures and next to no layout), the file's size, what the process held with the
 * workspace open and nothing made, and by how much one export raised the most that it ever held. Main thread and worker
 * are one process, so that both are in it. Nobody else may have the workspace open.
 */
export function measureForms(file: string, passphrase: string, halfTermName: string): string {
  const took = FORMS.map((form) => ({ form, ...exportOnce(file, passphrase, form) }));
  const least = medianOf(took[0]?.times ?? []);
  return [
    `The report of ${halfTermName} in each form, each in a process of its own`,
    columns(
      ['form', 'first', 'median after', 'against CSV', 'size', 'held before', 'one export adds', 'all four add'],
      took.map(({ form, times, size, before, peakOfFirst, peak }) => [
        form,
        `${(times[0] ?? 0).toFixed(0)} ms`,
        `${medianOf(times).toFixed(0)} ms`,
        (medianOf(times) / least).toFixed(2),
        `${(size / 1024).toFixed(0)} kB`,
        `${before.toFixed(0)} MB`,
        `${(peakOfFirst - before).toFixed(0)} MB`,
        `${(peak - before).toFixed(0)} MB`,
      ]),
    ),
  ].join('\n\n');
}

/** Of those after the first, which also had the engine compile. */
function medianOf([, ...times]: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 1;
}

function exportOnce(file: string, passphrase: string, form: string): z.infer<typeof tookSchema> {
  const script = path.join(import.meta.dirname, 'export-once.ts');
  const read = execFileSync(process.execPath, [script, file, form, String(RUNS)], {
    encoding: 'utf8',
    env: { ...process.env, GOLDTHREAD_PASSPHRASE: passphrase },
  });
  return tookSchema.parse(JSON.parse(read));
}
