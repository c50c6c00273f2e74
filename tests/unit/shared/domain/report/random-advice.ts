import { type AdviceCounts, countAdvice } from '../../../../../shared/domain/advice/advice-gaps.ts';
import type { ReportInput } from '../../../../../shared/domain/report/report-input.ts';
import { HALF_TERMS } from './settled-plans.ts';

/** The services of health, the only agency that is asked for advice. */
export const SERVICES = ['Nursing', 'Therapy'] as const;

/** What one service was asked for in one half-term. */
export interface AdviceOfService {
  halfTermId: string;
  service: string;
  counts: AdviceCounts;
}

const NONE = countAdvice([]);

/**
 * Advice of each half-term by service.
 *
 * @param facts of each half-term: received, nil, missing, waiting, timed, late
 * @param quarters of each half-term: how much of it the first service was asked for
 */
export function adviceByService(facts: readonly (readonly number[])[], quarters: readonly number[]): AdviceOfService[] {
  return HALF_TERMS.flatMap((halfTermId, at) => {
    const [received = 0, nil = 0, missing = 0, waiting = 0, timed = 0, late = 0] = facts[at] ?? [];
    const part = (n: number) => Math.round((n * (quarters[at] ?? 0)) / 4);
    const own = [received, nil, missing, waiting].map(part);
    const [first = 0, second = 0, third = 0, fourth = 0] = own;
    const allTimed = Math.min(timed, received + nil);
    const allLate = Math.min(late, allTimed);
    const mine = between(part(allTimed), allTimed - (received + nil - first - second), first + second);
    const mineLate = between(part(allLate), allLate - (allTimed - mine), mine);
    return [
      { halfTermId, service: SERVICES[0], counts: countsOf(first, second, third, fourth, mine, mineLate) },
      {
        halfTermId,
        service: SERVICES[1],
        counts: countsOf(
          received - first,
          nil - second,
          missing - third,
          waiting - fourth,
          allTimed - mine,
          allLate - mineLate,
        ),
      },
    ];
  });
}

/** As the report has it: by agency, and nothing where none was asked for. */
export function adviceOfAgency(
  advice: readonly AdviceOfService[],
  halfTermIds: ReadonlySet<string>,
): ReportInput['advice'] {
  const counts = adviceIn(advice, halfTermIds);
  return counts.requests === 0 ? [] : [{ agency: 'health', label: 'Health', counts }];
}

/** Of one service, or of all, in these half-terms together. */
export function adviceIn(
  advice: readonly AdviceOfService[],
  halfTermIds: ReadonlySet<string>,
  service?: string,
): AdviceCounts {
  return advice
    .filter((own) => halfTermIds.has(own.halfTermId) && (service === undefined || own.service === service))
    .reduce(
      (sum, { counts }) => ({
        ...sum,
        requests: sum.requests + counts.requests,
        received: sum.received + counts.received,
        nil: sum.nil + counts.nil,
        missing: sum.missing + counts.missing,
        waiting: sum.waiting + counts.waiting,
        timed: sum.timed + counts.timed,
        late: sum.late + counts.late,
      }),
      NONE,
    );
}

function countsOf(
  received: number,
  nil: number,
  missing: number,
  waiting: number,
  timed: number,
  late: number,
): AdviceCounts {
  return { ...NONE, requests: received + nil + missing + waiting, received, nil, missing, waiting, timed, late };
}

function between(n: number, least: number, most: number): number {
  return Math.min(Math.max(n, least), most);
}
