import {
  ADVICE_QUESTIONS,
  type AdviceAgency,
  type AdviceFinding,
  type AdviceQuestion,
  type AdviceState,
} from './advice-log.ts';

/** What recurs in a service's advice, and in what plans make of it, over rounds: gaps for training and commissioning. */

/** One request for advice, as it stands, with what was found of it in plans. */
export interface AdviceRecord {
  agency: AdviceAgency;
  service: string;
  profession: string;
  /** Rounds in which a document of the plan's cycle is audited; none where it was in no round. */
  roundIds: readonly string[];
  state: AdviceState;
  isOnTime: boolean | null;
  unanswered: readonly AdviceQuestion[];
  findings: readonly AdviceFinding[];
}

export interface AdviceCounts {
  /** Requests that were asked for or answered. */
  requests: number;
  received: number;
  /** Nil returns are answers, and are no part of what is missing. */
  nil: number;
  missing: number;
  waiting: number;
  /** Answers, nil returns among them, whose days are known. */
  timed: number;
  late: number;
  /** Received advice that leaves each question open. */
  unanswered: Record<AdviceQuestion, number>;
  /** Passages compared with a plan. */
  passages: number;
  findings: Record<AdviceFinding, number>;
}

export interface AdviceGapRow extends AdviceCounts {
  agency: AdviceAgency;
  service: string;
  profession: string;
  byRound: { roundId: string; counts: AdviceCounts }[];
}

/** Below so many a share says more about chance than about a service, and is not shown. */
export const FEWEST_FOR_PERCENT = 10;

/** Counts by service and profession, whatever the case they were typed in; those with the most to mend first. */
export function recurringGaps(records: readonly AdviceRecord[], roundOrder: readonly string[]): AdviceGapRow[] {
  const groups = Map.groupBy(records, ({ agency, service, profession }) =>
    JSON.stringify([agency, plain(service), plain(profession)]),
  );
  return [...groups.values()]
    .flatMap((group): AdviceGapRow[] => {
      const [first] = group;
      if (first === undefined) return [];
      const byRound = roundOrder.flatMap((roundId) => {
        const own = group.filter(({ roundIds }) => roundIds.includes(roundId));
        return own.length === 0 ? [] : [{ roundId, counts: countAdvice(own) }];
      });
      const { agency, service, profession } = first;
      return [{ agency, service, profession, ...countAdvice(group), byRound }];
    })
    .toSorted((a, b) => toMend(b) - toMend(a) || compare(a.service, b.service) || compare(a.profession, b.profession));
}

export function countAdvice(records: readonly AdviceRecord[]): AdviceCounts {
  const asked = records.filter(({ state }) => state !== 'not_asked');
  const received = asked.filter(({ state }) => state === 'received');
  const findings = records.flatMap((record) => record.findings);
  const of = (state: AdviceState): number => asked.filter((record) => record.state === state).length;
  const open = (question: AdviceQuestion): number =>
    received.filter((record) => record.unanswered.includes(question)).length;
  const found = (finding: AdviceFinding): number => findings.filter((each) => each === finding).length;
  return {
    requests: asked.length,
    received: received.length,
    nil: of('nil'),
    missing: of('missing'),
    waiting: of('waiting'),
    timed: asked.filter(({ isOnTime }) => isOnTime !== null).length,
    late: asked.filter(({ isOnTime }) => isOnTime === false).length,
    unanswered: { needs: open('needs'), provision: open('provision'), outcomes: open('outcomes') },
    passages: findings.length,
    findings: {
      faithful: found('faithful'),
      weakened: found('weakened'),
      missing: found('missing'),
      misplaced: found('misplaced'),
    },
  };
}

/** '3 of 8', and from ten on with the whole percentage: '6 of 12 (50%)'. */
export function shareWords(part: number, whole: number): string {
  const share = `${part} of ${whole}`;
  return whole < FEWEST_FOR_PERCENT ? share : `${share} (${Math.round((part / whole) * 100)}%)`;
}

/** The same service however it was typed. */
export function sameService(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function toMend({ missing, late, unanswered, findings }: AdviceCounts): number {
  const open = ADVICE_QUESTIONS.reduce((sum, question) => sum + unanswered[question], 0);
  return missing + late + open + findings.weakened + findings.missing + findings.misplaced;
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('en-GB');
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en-GB');
}
