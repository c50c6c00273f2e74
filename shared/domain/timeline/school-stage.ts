import { ageOn } from '../calendar-date.ts';
import { augustBefore, usualNcYear } from '../plan-facts.ts';
import { compulsorySchoolAgeEnds } from './timeline.ts';

/** Where somebody stands on the way from nursery to work, by national curriculum year (N2 = -1, Reception = 0). */
export interface SchoolStage {
  keyStage: string;
  phase: 'Early years' | 'Primary' | 'Secondary' | 'Post-16' | 'Post-19';
}

/** Key stage and phase of a year group (domain: EYFS, KS1 Years 1–2, KS2 3–6, KS3 7–9, KS4 10–11, post-16 12–13). */
export function schoolStage(ncYear: number): SchoolStage {
  if (ncYear <= 0) return { keyStage: 'Early years foundation stage', phase: 'Early years' };
  if (ncYear <= 2) return { keyStage: 'Key stage 1', phase: 'Primary' };
  if (ncYear <= 6) return { keyStage: 'Key stage 2', phase: 'Primary' };
  if (ncYear <= 9) return { keyStage: 'Key stage 3', phase: 'Secondary' };
  if (ncYear <= 11) return { keyStage: 'Key stage 4', phase: 'Secondary' };
  if (ncYear <= 13) return { keyStage: 'Key stage 5', phase: 'Post-16' };
  return { keyStage: 'After key stage 5', phase: 'Post-19' };
}

/** The year group that a date of birth usually means in the school year of `date`; undefined before birth. */
export function usualYearOf(dateOfBirth: string, date: string): number | undefined {
  const age = ageOn(dateOfBirth, augustBefore(date));
  return age === undefined ? undefined : usualNcYear(age);
}

/** When the young person comes to hold the rights: after compulsory school age (Act s83; Education Act 1996 s8). */
export function rightsPassOn(dateOfBirth: string): string {
  return compulsorySchoolAgeEnds(dateOfBirth);
}
