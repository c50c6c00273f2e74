import { type Scorecard, scorecard } from '../../../shared/domain/report/outlets/scorecard.ts';
import { toldBy } from '../../../shared/domain/report/outlets/told-figures.ts';
import { versionOf } from '../../../shared/domain/report/told-once.ts';
import { selectMeasures } from '../measures/measures-queries.ts';
import type { SnapshotsService } from '../reports/snapshots-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { GivesOut, Made } from './given-out.ts';
import type { HowChoice, OutletSources } from './outlet-sources.ts';
import { selectMeasureOrder } from './outlets-queries.ts';

/** Makes the performance board's scorecard, a line a month. */
export function createScorecardMaker({
  db,
  sources,
  givesOut,
  snapshots,
}: {
  db: WorkspaceDb;
  sources: OutletSources;
  givesOut: GivesOut;
  snapshots: Pick<SnapshotsService, 'standing'>;
}) {
  return async function makeScorecard(choice: HowChoice): Promise<Made<Scorecard>> {
    const { name, areaCode } = await sources.partnership();
    const order = await selectMeasureOrder(db);
    const given = await givesOut(choice);
    const { plans: counted, ...from } = await sources.countedFrom(choice.edition);
    // What came late waits for the half-term with which it is counted.
    const begun = new Set(from.calendar.filter(({ start }) => start <= from.today).map(({ id }) => id));
    const plans = choice.edition === 'internal' ? counted : counted.filter((plan) => begun.has(plan.halfTermId));
    const card = scorecard(
      {
        ...from,
        plans,
        partnership: { name, areaCode },
        measures: (await selectMeasures(db)).toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
        isPublishable: choice.edition === 'publishable',
        told: toldBy(await snapshots.standing(), from.calendar),
      },
      given.hide,
    );
    const settled = await sources.settled();
    const versions = new Set(settled.map(versionOf));
    // A half-term that is not over grows with its panels, and its lines with it.
    const over = new Set(from.calendar.filter(({ end }) => end < from.today).map(({ id }) => id));
    return {
      thing: card,
      plans: plans.filter((plan) => versions.has(versionOf(plan))),
      told: { plans: plans.filter(({ halfTermId }) => over.has(halfTermId)), halfTermIds: [...over] },
      given,
      at: sources.now(),
      isPublished: true,
    };
  };
}
