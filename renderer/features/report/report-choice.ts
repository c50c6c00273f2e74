import type { Edition } from '../../../shared/domain/report/report-model.ts';

/** Which report is looked at. */
export interface ReportChoice {
  halfTermId: string;
  edition: Edition;
  /** In a publishable edition, counts from 1 to one under this are hidden. */
  threshold: number;
  /** 0 as well: it is shown unless a person chooses otherwise (field brief §16.4). */
  hideZero: boolean;
}

export const EDITION_WORDS = { internal: 'Internal', publishable: 'Publishable' } as const;
