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
  /** 0 as well: it is shown unless a person chooses otherwise (field brief §16.4). */
  hideZero: boolean;
}

/** Counts of 1 to 4 are hidden, as is usual, or of 1 to 9 for research-grade care (field brief §16.4); each with 0 or without. */
export const HIDDEN_CHOICES = [5, 10].flatMap((threshold) =>
  [false, true].map((hideZero) => ({
    value: `${hideZero ? 0 : 1} to ${threshold - 1}`,
    label: `${hideZero ? 0 : 1} to ${threshold - 1}`,
    hidden: { threshold, hideZero },
  })),
);
export const USUALLY_HIDDEN = { threshold: 5, hideZero: false };

/** As the choice stands in the list. */
export function hiddenChoice({ threshold, hideZero }: { threshold: number; hideZero: boolean }): string {
  return `${hideZero ? 0 : 1} to ${threshold - 1}`;
}

/** What is made for others is for outside unless a person says otherwise. */
export const FOR_OUTSIDE: HowChoice = { edition: 'publishable', ...USUALLY_HIDDEN };

/** The half-term now. */
export function latestRun(halfTerms: OutletChoices['halfTerms']): RunChoice {
  const last = halfTerms.at(-1)?.id ?? '';
  return { from: last, to: last };
}
