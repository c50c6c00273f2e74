import type { ResultCode } from './result-code.ts';

/** How a plan version came to its grade. */
export const STANDINGS = ['agreed', 'overridden', 'one_auditor', 'lower_of_several', 'joined'] as const;
export type ResultStanding = (typeof STANDINGS)[number];

/**
 * One plan version with the result that counts: agreed where the panel has moderated it; else the one auditor's; else
 * the lower of what several gave; else what audits that each cover a part make together. Calibration is never among
 * them. All figures are counted from these.
 */
export interface SettledPlan {
  documentId: string;
  planId: string;
  roundId: string;
  halfTermId: string;
  /**
   * How it was chosen: 'random' only where the round's draw brought it, or it was swapped in for one that the draw
   * brought; 'not_drawn' for any other of such a round; else 'thematic' or 'risk_based'.
   */
  roundKind: string;
  theme: string;
  /** ISO date of the panel. */
  panelDate: string;
  rubricId: string;
  stage: string;
  planType: string;
  /** National curriculum year of its cycle; null where it is not known. */
  ncYear: number | null;
  primaryNeed: string | null;
  setting: string | null;
  settingType: string | null;
  locality: string | null;
  team: string | null;
  isLookedAfter: boolean | null;
  /** Whether its final came after the statutory time without a lawful exception; null where no date tells. */
  isLate: boolean | null;
  standing: ResultStanding;
  /** Submitted audits that count, by their auditors' agencies: 'health' twice where two health auditors graded it. */
  agencies: readonly string[];
  /** The lower of what the auditors gave before they met; null where no one graded the whole plan. */
  gradeAlone: string | null;
  overallGrade: string;
  /** Grades by standard and answers by criterion, in the order of its rubric version. */
  code: ResultCode;
}
