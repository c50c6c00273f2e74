import type { HalfTermRun } from '../../../shared/domain/report/outlets/half-term-run.ts';
import { periodsOfRun, toldBy, type ToldFigures } from '../../../shared/domain/report/outlets/told-figures.ts';
import { rulesOfReports } from '../../../shared/domain/report/outlets/told-rules.ts';
import type { HidingRule, HidingRules } from '../../../shared/domain/report/suppression-words.ts';
import type { Caller } from '../caller.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { Refusal } from '../refusal.ts';
import type { ReportsService } from '../reports/reports-service.ts';
import type { StandingReport } from '../reports/snapshots-queries.ts';
import type { SnapshotsService } from '../reports/snapshots-service.ts';

/** What publishable reports tell of a run, and how they stand. */
export interface ToldReports {
  told: ToldFigures;
  /** False where it is looked at before the report is frozen. */
  isPublished: boolean;
  /** Sentences on that, for the paper; empty where all is published. */
  standing: readonly string[];
  /** By what the reports hide counts of some periods; the choice where they tell of none of them. */
  rulesOf: (periods: readonly HalfTermRun[]) => HidingRules;
}

/**
 * Reads what publishable reports tell of a run. Of half-terms that none tells of yet it is what the report on the run's
 * last half-term would tell, so that it can be looked at before it is published.
 */
export function createToldReports({
  partnership,
  snapshots,
  reports,
}: {
  partnership: Pick<PartnershipService, 'get'>;
  snapshots: Pick<SnapshotsService, 'standing'>;
  reports: Pick<ReportsService, 'wouldTell'>;
}) {
  return async function toldOf(caller: Caller, run: HalfTermRun, choice: HidingRule): Promise<ToldReports> {
    const { halfTerms } = await partnership.get();
    const standing = await snapshots.standing();
    const published = toldBy(standing, halfTerms);
    const rulesBy = (telling: readonly StandingReport[]) => (periods: readonly HalfTermRun[]) =>
      rulesOfReports(telling, periods, halfTerms) ?? choice;
    const last = run.halfTerms.at(-1);
    if (last === undefined || published.periods.some(({ halfTerms: own }) => own.some(({ id }) => id === last.id))) {
      return { told: published, isPublished: true, standing: [], rulesOf: rulesBy(standing) };
    }
    const next = await reports.wouldTell(caller, { halfTermId: last.id, ...choice });
    const told = toldBy([...standing, next], halfTerms);
    const isPublished = periodsOfRun(told, run).length === periodsOfRun(published, run).length;
    if (isPublished) return { told: published, isPublished, standing: [], rulesOf: rulesBy(standing) };
    return { told, isPublished, standing: NOT_YET, rulesOf: rulesBy([...standing, next]) };
  };
}

/** Throws Refusal NOT_FROZEN where a report that this is made of is not published. */
export function refuseUnpublished({ isPublished }: Pick<ToldReports, 'isPublished'>): void {
  if (isPublished) return;
  throw new Refusal(
    'NOT_FROZEN',
    'These figures are those of a report that is not published yet.',
    'Freeze the publishable report on the last of these half-terms first, under Report; then export this.',
  );
}

const NOT_YET = [
  'The publishable report on the last of these half-terms is not frozen yet: this is what it would tell. Freeze it before this is given out.',
];
