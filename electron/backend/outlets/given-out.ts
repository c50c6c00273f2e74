import type { Hide } from '../../../shared/domain/report/build-report.ts';
import { countsByKey, type CountedTables } from '../../../shared/domain/report/count-table.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { disclosures, suppress } from '../../../shared/domain/report/suppression.ts';
import { type ToldFrom, withToldSums } from '../../../shared/domain/report/told-sums.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller } from '../caller.ts';
import { keepTold } from '../reports/told-of-results.ts';
import { Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { selectGiven } from './outlets-queries.ts';

/** One thing that is made to be given out: hides what may not be shown in it, and keeps what was. */
export interface GivenOut {
  hide: Hide;
  /** Throws Refusal NOT_FIT_TO_PUBLISH. */
  keep: (caller: Caller, export_: ExportedThing) => Promise<void>;
}

interface ExportedThing {
  kind: 'feedback' | 'figures' | 'scorecard';
  action: string;
  plans: readonly SettledPlan[];
  at: string;
  format: string;
  /** What was exported, for its digest. */
  figures: unknown;
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
  published: () => Promise<{ known: ReadonlyMap<string, number>; knownHidden: ReadonlySet<string> }>;
  /** What everything that is given out is counted from. */
  countedFrom: () => Promise<ToldFrom>;
}) {
  return {
    async begin({ edition, threshold, hideZero }: HidingChoice): Promise<GivenOut> {
      const told = edition === 'internal' ? null : { ...(await allKnown()), from: await countedFrom() };
      let shown: CountedTables = { tables: [], sums: [] };
      let leaks = (): number => 0;
      return {
        hide: (counted) => {
          shown = counted;
          if (told === null) return counted;
          const { known, knownHidden, from } = told;
          const linked = withToldSums(counted, told, from);
          const options = { threshold, hideZero, known, knownHidden };
          shown = suppress(linked, options);
          leaks = () =>
            disclosures(linked, shown, options).filter(
              ({ key }) => !key.split(' less ').every((part) => known.has(part)),
            ).length;
          return shown;
        },

        async keep(caller, { kind, action, plans, at, format, figures }) {
          if (leaks() > 0) {
            throw new Refusal(
              'NOT_FIT_TO_PUBLISH',
              'Beside what was given out before, a hidden count could be worked out from this.',
              hideZero
                ? 'Choose more half-terms together, or give out what is there already.'
                : 'Nothing was exported. Hide 0 as well, or choose more half-terms together.',
            );
          }
          const counts = JSON.stringify([...countsByKey(shown.tables)]);
          await keepTold(db, caller, plans, at);
          await db.transaction().execute(async (trx) => {
            await recordAnswersShown(trx, plans, at);
            if (edition === 'publishable') {
              await trx
                .insertInto('outlet_given')
                .values({ digest: digestOf(counts), kind, counts, given_at: at, given_by: caller.id })
                .onConflict((conflict) => conflict.doNothing())
                .execute();
            }
            const detail = { edition, format, figures: digestOf(JSON.stringify(figures)) };
            await recordEvent(trx, { at, personId: caller.id, action, subjectId: null, detail });
          });
        },
      };
    },
  };

  async function allKnown() {
    const { known, knownHidden } = await published();
    const given = await selectGiven(db);
    const shown = given.flatMap(([key, n]) => (n === null ? [] : [[key, n] as const]));
    return {
      known: new Map([...known, ...shown]),
      knownHidden: new Set([...knownHidden, ...given.flatMap(([key, n]) => (n === null ? [key] : []))]),
    };
  }
}
