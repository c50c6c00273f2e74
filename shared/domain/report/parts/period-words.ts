import { halfTermName } from '../../half-term.ts';
import { fewestInDetail } from '../coarse-tables.ts';
import type { ReportInput } from '../report-input.ts';

/** What a publishable edition says before its summary where its half-term is not told of by itself, in sentences. */
export function periodWords(input: ReportInput): string[] {
  return [...togetherNow(input), ...latePlanWords(input)];
}

/** Not how many: of a few that would be told. */
function latePlanWords({ latePlans, period }: ReportInput): string[] {
  return [
    ...(latePlans?.areCounted === true && period?.isHeldBack !== true
      ? ['Plans of earlier half-terms that were settled after these had been published are counted here.']
      : []),
    ...(latePlans?.areLeftOut === true
      ? [
          'Figures of this half-term were given out before. Plans that were settled since are not among them: they are counted with the next half-term that is published.',
        ]
      : []),
  ];
}

function togetherNow({ halfTerm, period, threshold }: ReportInput): string[] {
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
