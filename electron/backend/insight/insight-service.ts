import type { Insight, PlansBehind } from '../../../shared/contract/insight.ts';
import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import { asAtOf, type HalfTermDates, shortHalfTermName, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { leadingTables, plansBehind } from '../../../shared/domain/insight/insight-behind.ts';
import { countInsight, type InsightCounted } from '../../../shared/domain/insight/count-insight.ts';
import { INSIGHT_PARTS, insightBlocks, type InsightPart } from '../../../shared/domain/insight/insight-blocks.ts';
import {
  type InsightFilter,
  type Selection,
  selectionNotes,
  selectPlans,
} from '../../../shared/domain/insight/insight-filter.ts';
import { draftsAndFinals } from '../../../shared/domain/insight/insight-movement.ts';
import type { ReportInput } from '../../../shared/domain/report/report-input.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { teamsIn } from '../../../shared/domain/teams.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { rubricsOf } from '../measures/figure-sources.ts';
import type { MeasuresService } from '../measures/measures-service.ts';
import { agreementFacts } from '../moderation/agreement-facts.ts';
import type { AgreementService } from '../moderation/agreement-service.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { notFound } from '../refusal.ts';
import { selectAdviceCounts } from '../reports/report-facts.ts';
import type { SnapshotsService } from '../reports/snapshots-service.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { selectReferences } from './insight-queries.ts';
import { createPublishedInsight } from './published-insight.ts';
import { createToldPlans, type ToldPlans, viewOf } from './told-plans.ts';

/** Of the whole partnership: whoever sees the plans of some teams alone is not told of it live. */
const OF_THE_WHOLE: ReadonlySet<InsightPart> = new Set(['measures', 'agreement']);

export type InsightService = ReturnType<typeof createInsightService>;

interface InsightChoice {
  filter: InsightFilter;
  part: InsightPart;
}

interface Looked {
  told: ToldPlans;
  selection: Selection;
  counted: InsightCounted | null;
  /** Of the plans that may be told, those that something on the screen was counted from. */
  shown: readonly SettledPlan[];
  rubrics: ReportInput['rubrics'];
  calendar: HalfTermDates[];
}

/** The report's figures, live: of chosen half-terms and groups of plans, with the plans behind each row. */
export function createInsightService({
  db,
  clock,
  partnership,
  results,
  rubrics,
  agreement,
  measures,
  snapshots,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  results: ResultsService;
  rubrics: RubricService;
  agreement: AgreementService;
  measures: Pick<MeasuresService, 'draft'>;
  snapshots: SnapshotsService;
}) {
  const told = createToldPlans({ db, results });
  const published = createPublishedInsight({ partnership, snapshots });

  async function look(caller: Caller, { filter, part }: InsightChoice): Promise<Looked> {
    const found = await told.of(caller);
    const calendar = sortHalfTerms((await partnership.get()).halfTerms);
    const known = await rubricsOf(rubrics, found.plans);
    const selection = selectPlans(found.plans, calendar, known, filter);
    const isWhole = viewOf(caller) === 'whole';
    const last = selection.run.at(-1);
    const upToNow = last === undefined ? [] : found.plans.filter(startsUpTo(last, calendar));
    const movement =
      part === 'movement' ? draftsAndFinals(selection.plans, found.plans, found.cycleOf) : { pairs: [], alone: 0 };
    const asAt = last === undefined ? today() : asAtOf(last, calendar, today());
    const counted = countInsight(selection, found.plans, known, calendar, {
      today: today(),
      asAt,
      advice:
        part === 'agencies'
          ? await selectAdviceCounts(db, roundsOf(selection.plans), asAt, documentsOf(selection.plans))
          : [],
      agreement:
        part === 'agreement' && isWhole ? await agreementFacts(agreement, caller, roundsOf(selection.plans)) : [],
      measures:
        part === 'measures' && isWhole && last !== undefined
          ? await measures.draft(upToNow, last.id, 'internal')
          : null,
      movement,
    });
    return {
      told: found,
      selection,
      counted,
      shown:
        counted === null
          ? []
          : part === 'grades' || part === 'measures'
            ? upToNow
            : [...selection.plans, ...movement.pairs.flatMap(({ draft, final }) => [draft, final])],
      rubrics: known,
      calendar,
    };
  }

  const today = () => englishDay(clock());

  return {
    async figures(caller: Caller, choice: InsightChoice): Promise<Insight> {
      const view = viewOf(caller);
      if (view === 'published') return published(caller, choice);
      const { told: found, selection, counted, shown } = await look(caller, choice);
      await told.keepTold(caller, shown, clock().toISOString());
      const blocks = counted === null ? [] : insightBlocks(choice.part, counted, selection);
      const noun = counted?.tally.population.noun ?? 'plans';
      return {
        view,
        teams: found.teams === null ? [] : teamsIn(found.teams),
        parts: INSIGHT_PARTS.filter((part) => view === 'whole' || !OF_THE_WHOLE.has(part)),
        part: choice.part,
        filter: selection.filter,
        runName: selection.runName,
        seriesLabel: selection.series?.label ?? '',
        choices: selection.choices,
        counted: { plans: selection.plans.length, of: selection.of, noun },
        heldBack: found.heldBack,
        notes: selectionNotes(selection, noun),
        blocks,
        leading: counted === null ? [] : leadingTables(blocks, counted),
      };
    },

    /** Throws Refusal NOT_FOUND for a table whose rows lead to no plans. */
    async plans(
      caller: Caller,
      { tableId, rowId, limit, ...choice }: InsightChoice & { tableId: string; rowId: string; limit: number },
    ): Promise<PlansBehind> {
      const { counted, rubrics: known, calendar } = await look(caller, choice);
      const behind = counted === null ? [] : plansBehind(counted, tableId, rowId);
      if (behind === null) throw notFound('table');
      const listed = behind.slice(0, limit);
      const plans = listed.map(({ plan }) => plan);
      const at = clock().toISOString();
      await told.keepTold(caller, plans, at);
      await told.keepShown(plans, at);
      const references = await selectReferences(db, plans);
      const names = new Map(calendar.map((halfTerm) => [halfTerm.id, shortHalfTermName(halfTerm)]));
      return {
        total: behind.length,
        plans: listed.flatMap(({ plan, words }) => {
          const rubric = known.get(plan.rubricId)?.rubric;
          if (rubric === undefined) return [];
          return [
            {
              planId: plan.planId,
              roundId: plan.roundId,
              documentId: plan.documentId,
              reference: references.get(plan.planId) ?? '',
              stage: plan.stage,
              halfTerm: names.get(plan.halfTermId) ?? plan.halfTermId,
              grade: { id: plan.overallGrade, label: gradeLabel(rubric, plan.overallGrade) },
              gradeScale: gradesFromBest(rubric).map(({ id, label, order }) => ({ id, label, order })),
              words,
            },
          ];
        }),
      };
    },
  };
}

function startsUpTo(last: HalfTermDates, calendar: readonly HalfTermDates[]): (plan: SettledPlan) => boolean {
  const known = new Set(calendar.filter(({ start }) => start <= last.start).map(({ id }) => id));
  return ({ halfTermId }) => known.has(halfTermId);
}

function roundsOf(plans: readonly SettledPlan[]): string[] {
  return [...new Set(plans.map(({ roundId }) => roundId))];
}

function documentsOf(plans: readonly SettledPlan[]): string[] {
  return plans.map(({ documentId }) => documentId);
}
