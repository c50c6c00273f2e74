import { type HalfTermDates, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { type HalfTermRun, halfTermRun } from '../../../shared/domain/report/outlets/half-term-run.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { ToldFrom } from '../../../shared/domain/report/told-sums.ts';
import type { Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { selectIssued } from '../measures/measures-queries.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { Refusal } from '../refusal.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

/** How small counts are hidden in what is given out. */
export interface HowChoice {
  edition: Edition;
  threshold: number;
  hideZero: boolean;
}
export interface RunChoice extends HowChoice {
  run: { from: string; to: string };
}

export type OutletSources = ReturnType<typeof createOutletSources>;

/** What everything for others is counted from. */
export function createOutletSources({
  db,
  clock,
  partnership,
  results,
  rubrics,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  results: ResultsService;
  rubrics: RubricService;
}) {
  function today(): string {
    return englishDay(clock());
  }

  async function rubricsOf(plans: readonly SettledPlan[]) {
    const ids = new Set(plans.map(({ rubricId }) => rubricId));
    return new Map(await Promise.all([...ids].map(async (id) => [id, await rubrics.get(id)] as const)));
  }

  return {
    today,
    rubricsOf,
    partnership: () => partnership.get(),
    settled: () => results.settled(),
    currentRubric: async () => (await rubrics.current()).rubric,
    issued: async () => selectIssued(db, (await partnership.get()).halfTerms),

    /** ISO time. */
    now: () => clock().toISOString(),

    async countedFrom(): Promise<ToldFrom> {
      const { halfTerms } = await partnership.get();
      const plans = await results.settled();
      const issued = await selectIssued(db, halfTerms);
      return { plans, rubrics: await rubricsOf(plans), calendar: halfTerms, issued, today: today() };
    },

    /** Throws Refusal NO_SUCH_RUN. */
    async findRun({ from, to }: RunChoice['run']): Promise<{ calendar: HalfTermDates[]; run: HalfTermRun }> {
      const calendar = sortHalfTerms((await partnership.get()).halfTerms);
      const run = halfTermRun(calendar, from, to);
      if (run !== null) return { calendar, run };
      throw new Refusal(
        'NO_SUCH_RUN',
        'There is no such run of half-terms.',
        'Choose a first half-term and, from it on, a last one.',
      );
    },

    async plansIn(...runs: readonly (Pick<HalfTermRun, 'halfTerms'> | null)[]): Promise<SettledPlan[]> {
      const ids = new Set(runs.flatMap((run) => run?.halfTerms.map(({ id }) => id) ?? []));
      return (await results.settled()).filter(({ halfTermId }) => ids.has(halfTermId));
    },

    async roundsIn({ halfTerms }: Pick<HalfTermRun, 'halfTerms'>): Promise<string[]> {
      const rows = await db
        .selectFrom('round')
        .select('id')
        .where(
          'half_term_id',
          'in',
          halfTerms.map(({ id }) => id),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
