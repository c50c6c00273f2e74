import { type HalfTermDates, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { type HalfTermRun, halfTermRun } from '../../../shared/domain/report/outlets/half-term-run.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { toldOnce } from '../../../shared/domain/report/told-once.ts';
import { englishDay } from '../english-day.ts';
import { countedFrom, type FigureSources, rubricsOf } from '../measures/figure-sources.ts';
import { Refusal } from '../refusal.ts';
import type { SnapshotsService } from '../reports/snapshots-service.ts';

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
  snapshots,
  ...from
}: FigureSources & { snapshots: Pick<SnapshotsService, 'toldPlans'> }) {
  const { db, clock, partnership, results, rubrics } = from;

  /** As the panel has them, or as they may be told of outside. */
  async function plansFor(edition: Edition): Promise<readonly SettledPlan[]> {
    const settled = await results.settled();
    if (edition === 'internal') return settled;
    const { halfTerms } = await partnership.get();
    return toldOnce(settled, await snapshots.toldPlans(), halfTerms).plans;
  }

  return {
    today: () => englishDay(clock()),
    rubricsOf: (plans: readonly SettledPlan[]) => rubricsOf(rubrics, plans),
    partnership: () => partnership.get(),
    settled: () => results.settled(),
    currentRubric: async () => (await rubrics.current()).rubric,

    /** ISO time. */
    now: () => clock().toISOString(),

    countedFrom: async (edition: Edition) => countedFrom(from, await plansFor(edition)),

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

    /** Plans of every kind that reports may have told of in these runs, as they stand and as they were told of. */
    async kindsIn(...runs: readonly Pick<HalfTermRun, 'halfTerms'>[]): Promise<SettledPlan[]> {
      const ids = new Set(runs.flatMap(({ halfTerms }) => halfTerms.map(({ id }) => id)));
      const plans = [...(await plansFor('publishable')), ...(await results.settled())];
      return plans.filter(({ halfTermId }) => ids.has(halfTermId));
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
