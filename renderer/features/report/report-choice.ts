import type { Edition } from '../../../shared/domain/report/report-model.ts';

/** Which report is looked at. */
export interface ReportChoice {
  halfTermId: string;
  edition: Edition;
  /** In a publishable edition, counts from 1 to one under this are hidden. */
  threshold: number;
}

/** Counts of 1 to 4 are hidden, as is usual (field brief §16.4). */
export const USUAL_THRESHOLD = 5;
/** The choice for research-grade care: counts of 1 to 9 are hidden. */
export const CAREFUL_THRESHOLD = 10;

export const EDITION_WORDS = { internal: 'Internal', publishable: 'Publishable' } as const;
