import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import { USUALLY_HIDDEN } from '../../../shared/domain/report/hidden-choices.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';

export interface RunChoice {
  from: string;
  to: string;
}

export interface HowChoice {
  edition: Edition;
  /** In what is given out, counts from 1 to one under this are hidden. */
  threshold: number;
  /** 0 as well: it is shown unless a person chooses otherwise (field brief §16.4). */
  hideZero: boolean;
}

/** What is made for others is for outside unless a person says otherwise. */
export const FOR_OUTSIDE: HowChoice = { edition: 'publishable', ...USUALLY_HIDDEN };

/** The half-term now. */
export function latestRun(halfTerms: OutletChoices['halfTerms']): RunChoice {
  const last = halfTerms.at(-1)?.id ?? '';
  return { from: last, to: last };
}
