import type { HalfTermRun } from './half-term-run.ts';

/** What published reports tell of a run of half-terms, and what they do not, in sentences. */
export function toldWords(run: HalfTermRun, periods: readonly HalfTermRun[]): string[] {
  const told = new Set(periods.flatMap(({ halfTerms }) => halfTerms.map(({ id }) => id)));
  const missing = run.halfTerms.filter(({ id }) => !told.has(id)).length;
  const wider = periods.filter(({ halfTerms }) =>
    halfTerms.some(({ id }) => !run.halfTerms.some((own) => own.id === id)),
  );
  if (periods.length === 0) {
    return [
      `Publishable reports tell nothing of ${run.words}: there are no figures to give out. A half-term with few plans is held back until later ones can be counted with it.`,
    ];
  }
  return [
    ...(wider.length === 0
      ? []
      : [
          `Half-terms that a report counts together are told of together: ${wider.map(({ words }) => words).join('; ')}.`,
        ]),
    ...(missing === 0
      ? []
      : [
          `${missing === 1 ? 'One half-term' : `${missing} half-terms`} of ${run.words} ${missing === 1 ? 'is' : 'are'} in no publishable report, and left out.`,
        ]),
  ];
}
