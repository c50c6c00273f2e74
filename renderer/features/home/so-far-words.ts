import type { GradesSoFar } from '../../../shared/contract/reports.ts';
import { count } from '../../../shared/domain/calendar-date.ts';

/** Of how many plans the figures are, and why not of all. */
export function countedWords(
  { ready, counted }: Pick<GradesSoFar['populations'][number], 'ready' | 'counted'>,
  atATime: number,
): string {
  const submitted = `${count(ready, 'plan')} submitted by all`;
  if (counted === ready) return `${submitted}.`;
  const why = `Grades that you have not been shown are counted ${atATime} at a time, so that no single plan’s can be told.`;
  return counted === 0 ? `${submitted}. ${why}` : `${counted} of the ${submitted}. ${why}`;
}
