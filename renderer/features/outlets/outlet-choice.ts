import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';

export interface RunChoice {
  from: string;
  to: string;
}

export interface HowChoice {
  edition: Edition;
  /** In what is given out, counts from 1 to one under this are hidden. */
  threshold: number;
}

/** Counts of 1 to 4 are hidden, as is usual (field brief §16.4). */
export const USUAL_THRESHOLD = 5;
/** The choice for research-grade care: counts of 1 to 9 are hidden. */
export const CAREFUL_THRESHOLD = 10;

/** What is made for others is for outside unless a person says otherwise. */
export const FOR_OUTSIDE: HowChoice = { edition: 'publishable', threshold: USUAL_THRESHOLD };

/** The half-term now. */
export function latestRun(halfTerms: OutletChoices['halfTerms']): RunChoice {
  const last = halfTerms.at(-1)?.id ?? '';
  return { from: last, to: last };
}
