import type { StoredRubric } from '../../../shared/contract/rubrics.ts';
import type { MeasureSources } from '../../../shared/domain/report/measures-figures.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { selectIssued } from './measures-queries.ts';

/** Where figures come from, whoever they are for. */
export interface FigureSources {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  results: ResultsService;
  rubrics: RubricService;
}

/** Everything that measures, the scorecard and what is told of them are counted from, of these plans. */
export async function countedFrom(
  { db, clock, partnership, rubrics }: Omit<FigureSources, 'results'>,
  plans: readonly SettledPlan[],
): Promise<MeasureSources & { rubrics: ReadonlyMap<string, StoredRubric> }> {
  const { halfTerms } = await partnership.get();
  return {
    plans,
    rubrics: await rubricsOf(rubrics, plans),
    calendar: halfTerms,
    issued: await selectIssued(db, halfTerms),
    rubric: (await rubrics.current()).rubric,
    today: englishDay(clock()),
  };
}

/** By id: every version of the standards that these plans were graded by. */
export async function rubricsOf(
  rubrics: Pick<RubricService, 'get'>,
  plans: readonly Pick<SettledPlan, 'rubricId'>[],
): Promise<Map<string, StoredRubric>> {
  const ids = new Set(plans.map(({ rubricId }) => rubricId));
  return new Map(await Promise.all([...ids].map(async (id) => [id, await rubrics.get(id)] as const)));
}
