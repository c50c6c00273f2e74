import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown, selectNotShown } from '../audits/answers-shown.ts';
import type { Caller } from '../caller.ts';
import type { ResultsService } from '../results/results-service.ts';
import { ofTeams } from '../supervision/settled-results.ts';
import { teamsOf } from '../supervision/who-may.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { gradedKey, selectCycles, selectOwnWork } from './insight-queries.ts';

/** Whose plans a caller is told of, by the role that lets them see most. */
export type InsightView = 'whole' | 'own_teams' | 'published';

export function viewOf({ roles }: Pick<Caller, 'roles'>): InsightView {
  if (roles.includes('qa_lead') || roles.includes('chair')) return 'whole';
  return roles.includes('locality_manager') ? 'own_teams' : 'published';
}

/** Settled plan versions that a caller may be told of. */
export interface ToldPlans {
  plans: SettledPlan[];
  /** Left out, since the caller was asked to audit them and nobody has opened them to the panel. */
  heldBack: number;
  /** The manager's own teams, as their entry names them; null where it is no manager who asks. */
  teams: string | null;
  cycleOf: ReadonlyMap<string, string>;
}

/**
 * Who may be told of what, live. A figure of few plans is as good as their grades, so nothing is counted for somebody
 * who was asked to audit it until the panel has opened it: until then an audit can be reopened, and what was read in
 * passing would change it. The report may still show it, and then ends that; looking here ends nothing of one's own.
 */
export function createToldPlans({ db, results }: { db: WorkspaceDb; results: ResultsService }) {
  return {
    async of(caller: Caller): Promise<ToldPlans> {
      const settled = await results.settled();
      const { unopened, live } = await selectOwnWork(db, caller.id);
      const isOwnAlone = (plan: SettledPlan) => plan.agencies.length === 1 && live.has(gradedKey(plan));
      const mayTell = settled.filter((plan) => !unopened.has(gradedKey(plan)) || isOwnAlone(plan));
      const heldBack = settled.length - mayTell.length;
      const cycles = await selectCycles(db);
      const cycleOf = new Map(cycles.map(({ documentId, cycleId }) => [documentId, cycleId]));
      if (viewOf(caller) !== 'own_teams') return { plans: mayTell, heldBack, teams: null, cycleOf };
      const teams = await teamsOf(db, caller);
      const own = new Set((await ofTeams(db, cycles, teams)).map(({ documentId }) => documentId));
      return {
        plans: mayTell.filter((plan) => own.has(plan.documentId) && isFinal(plan)),
        heldBack:
          settled.filter((plan) => own.has(plan.documentId)).length -
          mayTell.filter((plan) => own.has(plan.documentId)).length,
        teams,
        cycleOf,
      };
    },

    /** Keeps that the caller was told of these in figures. For a manager they are shown, as a sheet is. */
    async keepTold(caller: Caller, plans: readonly SettledPlan[], at: string): Promise<void> {
      if (viewOf(caller) === 'own_teams') await keepShown(plans, at);
      const { live } = await selectOwnWork(db, caller.id);
      const others = plans.filter((plan) => plan.agencies.length > 1 || !live.has(gradedKey(plan)));
      await recordAnswersSeen(db, caller.id, others, at);
    },

    keepShown,
  };

  /** Grades of plans one by one: from then on their audits cannot be reopened. */
  async function keepShown(plans: readonly SettledPlan[], at: string): Promise<void> {
    const fresh = await selectNotShown(db, plans);
    if (fresh.length === 0) return;
    await db.transaction().execute(async (trx) => {
      await recordAnswersShown(trx, fresh, at);
    });
  }
}

/** What supervision takes for settled: agreed by the panel, or graded by one auditor alone. */
function isFinal({ standing }: SettledPlan): boolean {
  return standing === 'agreed' || standing === 'overridden' || standing === 'one_auditor';
}
