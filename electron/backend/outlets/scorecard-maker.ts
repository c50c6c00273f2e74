import { type Scorecard, scorecard } from '../../../shared/domain/report/outlets/scorecard.ts';
import { toldBy } from '../../../shared/domain/report/outlets/told-figures.ts';
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
    const { plans, ...from } = await sources.countedFrom();
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
    return { thing: card, plans, given, at: sources.now(), isPublished: true };
  };
}
