import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/contract.ts';
import { shortHalfTermName } from '../../shared/domain/half-term.ts';
import { columns } from './measure.ts';

const RUNS = 3;
const FORMS = ['csv', 'html', 'docx', 'xlsx'] as const;

/**
 * The report of the half-term that now is, in each form: the time from the press to the file (the median of three, in
 * milliseconds; held against the CSV, which is the same figures and next to no layout), the file's size, and the most
 * memory that the process had held by then. Main thread and worker are one process, so that both are in the peak.
 */
export async function measureForms(client: ContractRouterClient<Contract>): Promise<string> {
  const { halfTerm } = await client.rounds.current();
  const choice = { halfTermId: halfTerm.id, edition: 'internal', threshold: 5 } as const;
  const begun = peak();
  const took: { form: string; times: number[]; size: number; peak: number }[] = [];
  for (const format of FORMS) {
    const times: number[] = [];
    let size = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now();
      const file = await client.reports.export({ ...choice, format });
      times.push(performance.now() - started);
      ({ size } = file);
    }
    took.push({ form: format, times: times.sort((a, b) => a - b), size, peak: peak() });
  }
  const least = took[0]?.times[1] ?? 1;
  return [
    `The report of ${shortHalfTermName(halfTerm)} in each form (the process had held ${begun.toFixed(0)} MB before)`,
    columns(
      ['form', 'median', 'slowest', 'against CSV', 'size', 'most memory so far'],
      took.map(({ form, times, size, peak: most }) => [
        form,
        `${(times[1] ?? 0).toFixed(0)} ms`,
        `${(times.at(-1) ?? 0).toFixed(0)} ms`,
        ((times[1] ?? 0) / least).toFixed(2),
        `${(size / 1024).toFixed(0)} kB`,
        `${most.toFixed(0)} MB`,
      ]),
    ),
  ].join('\n\n');
}

/** The most memory that this process has held, in megabytes. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}
