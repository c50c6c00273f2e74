import type { Hide } from '../../../shared/domain/report/build-report.ts';
import { countsByKey, type CountedTables } from '../../../shared/domain/report/count-table.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { disclosures, suppress } from '../../../shared/domain/report/suppression.ts';
import { type ToldFrom, withToldSums } from '../../../shared/domain/report/told-sums.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller } from '../caller.ts';
import { ruleDetail } from '../reports/rule-detail.ts';
import { keepTold } from '../reports/told-of-results.ts';
import { keepToldHalfTerms, keepToldPlans } from '../reports/told-plans.ts';
import { Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

/** One thing that is made to be given out: hides what may not be shown in it, and keeps what was. */
export interface GivenOut {
  hide: Hide;
  /** Throws Refusal NOT_FIT_TO_PUBLISH. */
  keep: (caller: Caller, export_: ExportedThing) => Promise<void>;
}

/** Something that may be looked at, and then given out. */
export interface Made<Thing> {
  thing: Thing;
  /** Whose results are in it. */
  plans: readonly SettledPlan[];
  told?: ToldForGood;
  given: GivenOut;
  /** ISO time. */
  at: string;
  /** False where reports that it is made of are not published yet. */
  isPublished: boolean;
}

/** What is counted anew for an export, and from then on told of as it is in it. */
interface ToldForGood {
  plans: readonly SettledPlan[];
  halfTermIds: readonly string[];
}

export type GivesOut = ReturnType<typeof createGivenOut>;

interface ExportedThing {
  kind: 'feedback' | 'figures' | 'scorecard';
  action: string;
  plans: readonly SettledPlan[];
  told?: ToldForGood | undefined;
  at: string;
  format: string;
  /** What was exported, for its digest. */
  figures: unknown;
  /** Of what was looked through for hiding, what the thing itself tells; all of it where this is missing. */
  isTold?: (key: string) => boolean;
}

interface HidingChoice {
  edition: Edition;
  threshold: number;
  hideZero: boolean;
}

/**
 * Hides small counts against everything that published reports and earlier exports tell, and keeps what an export tells
 * so that later ones do not give it away. Keeping throws Refusal NOT_FIT_TO_PUBLISH where something hidden could be
 * worked out all the same.
 */
export function createGivenOut({
  db,
  published,
  countedFrom,
}: {
  db: WorkspaceDb;
  /** What published reports and everything given out before tell. */
  published: () => Promise<{ known: ReadonlyMap<string, number>; knownHidden: ReadonlySet<string> }>;
  /** What everything that is given out is counted from. */
  countedFrom: () => Promise<ToldFrom>;
}) {
  return async function givesOut({ edition, threshold, hideZero }: HidingChoice): Promise<GivenOut> {
    const before = edition === 'internal' ? null : { ...(await published()), from: await countedFrom() };
    let shown: CountedTables = { tables: [], sums: [] };
    let leaks = (): number => 0;
    return {
      hide: (counted) => {
        shown = counted;
        if (before === null) return counted;
        const { known, knownHidden, from } = before;
        const linked = withToldSums(counted, before, from);
        const options = { threshold, hideZero, known, knownHidden };
        shown = suppress(linked, options);
        leaks = () =>
          disclosures(linked, shown, options).filter(({ key }) => !key.split(' less ').every((part) => known.has(part)))
            .length;
        return shown;
      },

      async keep(caller, { kind, action, plans, told: forGood, at, format, figures, isTold = () => true }) {
        if (leaks() > 0) {
          throw new Refusal(
            'NOT_FIT_TO_PUBLISH',
            'Beside what was given out before, a hidden count could be worked out from this.',
            hideZero
              ? 'Choose more half-terms together, or give out what is there already.'
              : 'Nothing was exported. Hide 0 as well, or choose more half-terms together.',
          );
        }
        const told = [...countsByKey(shown.tables)].filter(([key, n]) => n === null || isTold(key));
        const counts = JSON.stringify(told);
        await keepTold(db, caller, plans, at);
        await db.transaction().execute(async (trx) => {
          await recordAnswersShown(trx, plans, at);
          if (edition === 'publishable' && told.length > 0) {
            await trx
              .insertInto('outlet_given')
              .values({ digest: digestOf(counts), kind, counts, given_at: at, given_by: caller.id })
              .onConflict((conflict) => conflict.doNothing())
              .execute();
            await keepToldPlans(trx, digestOf(counts), forGood?.plans ?? []);
            await keepToldHalfTerms(trx, digestOf(counts), forGood?.halfTermIds ?? []);
          }
          const rule = ruleDetail({ edition, threshold, hideZero });
          const detail = { edition, ...rule, format, figures: digestOf(JSON.stringify(figures)) };
          await recordEvent(trx, { at, personId: caller.id, action, subjectId: null, detail });
        });
      },
    };
  };
}
