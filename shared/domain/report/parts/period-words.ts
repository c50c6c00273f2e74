import { halfTermName } from '../../half-term.ts';
import { fewestInDetail } from '../coarse-tables.ts';
import type { ReportInput } from '../report-input.ts';

/** What a publishable edition says before its summary where its half-term is not told of by itself, in sentences. */
export function periodWords({ halfTerm, period, threshold }: ReportInput): string[] {
  if (period?.isOutWithLater === true) {
    return [
      'This half-term was published together with later ones. Nothing is told of it here: beside that report, its own figures would give small counts away.',
    ];
  }
  if (period?.isHeldBack === true) {
    return [
      `Fewer than ${fewestInDetail(threshold)} plans of any kind have been audited since figures were last published, too few for any that could be. They are held back until later half-terms can be counted with them.`,
    ];
  }
  if (period === undefined || period.halfTerms.length < 2) return [];
  return [
    `Half-terms are counted together here, ${halfTermName(halfTerm)}: one alone has too few plans for figures that could be published. “This half-term” means all of them together.`,
  ];
}
