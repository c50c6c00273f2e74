import { type Kysely, sql } from 'kysely';
import type { OutletExample } from '../../../shared/contract/outlets.ts';
import { anchorSchema } from '../../../shared/domain/document-model.ts';
import { excerptProblem } from '../../../shared/domain/report/excerpt-words.ts';
import { criteriaInOrder } from '../../../shared/domain/report/result-code.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { criterionText } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller, Clock } from '../caller.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import { notFound, Refusal } from '../refusal.ts';
import { keepTold } from '../reports/told-of-results.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export type OutletExamplesService = ReturnType<typeof createOutletExamplesService>;

/** As many as a person reads in one sitting; a few of each criterion, so that one does not fill the list. */
const MOST_LISTED = 30;
const MOST_OF_CRITERION = 3;
/** Shorter ones say nothing by themselves, longer ones nobody reads. */
const SHORTEST_QUOTE = 20;
const LONGEST_QUOTE = 600;

interface Candidate {
  evidenceId: string;
  roundId: string;
  documentId: string;
  planId: string;
  planReference: string;
  criterionId: string;
  quote: string;
}

/** Examples of good for services: quotes of what was met, masked by rule, then read and ticked by a person. */
export function createOutletExamplesService({
  db,
  clock,
  results,
  rubrics,
  masking,
}: {
  db: WorkspaceDb;
  clock: Clock;
  results: Pick<ResultsService, 'settled'>;
  rubrics: Pick<RubricService, 'get'>;
  masking: Pick<MaskingService, 'redact'>;
}) {
  async function rubricOf({ rubricId }: SettledPlan): Promise<Rubric> {
    return (await rubrics.get(rubricId)).rubric;
  }

  /** Masked as the rules have it now; the tick holds as long as that is what was read. */
  async function maskedOf(candidate: Candidate, rubric: Rubric): Promise<OutletExample> {
    const { words: masked } = await masking.redact(candidate.planId, candidate.quote);
    const kept = await db
      .selectFrom('outlet_example')
      .innerJoin('person', 'person.id', 'outlet_example.ticked_by')
      .select(['outlet_example.masked', 'outlet_example.words', 'outlet_example.ticked_at as at', 'person.name as by'])
      .where('evidence_id', '=', candidate.evidenceId)
      .executeTakeFirst();
    const holds = kept !== undefined && kept.masked === masked;
    return {
      evidenceId: candidate.evidenceId,
      planReference: candidate.planReference,
      criterionId: candidate.criterionId,
      criterion: criterionText(rubric, candidate.criterionId),
      masked,
      words: holds ? kept.words : masked,
      tick: holds ? { by: kept.by, at: kept.at } : null,
    };
  }

  /** Quotes behind criteria that the settled result of their plan has as met, of an agency's standards. */
  async function candidatesOf(
    plans: readonly SettledPlan[],
    agency: string | null,
    evidenceId?: string,
  ): Promise<{ candidate: Candidate; plan: SettledPlan }[]> {
    const found: { candidate: Candidate; plan: SettledPlan }[] = [];
    // Two auditors may quote the same words: the first who did stands for both.
    const seen = new Set<string>();
    const byName = new Map(plans.map((plan) => [`${plan.roundId} ${plan.documentId}`, plan]));
    for (const candidate of await selectMet(db, plans, evidenceId)) {
      const plan = byName.get(`${candidate.roundId} ${candidate.documentId}`);
      if (plan === undefined || !isMet(await rubricOf(plan), plan, candidate.criterionId, agency)) continue;
      const words = JSON.stringify([candidate.planId, candidate.criterionId, candidate.quote]);
      if (!seen.has(words)) found.push({ candidate, plan });
      seen.add(words);
    }
    return found;
  }

  return {
    /** Those already ticked first, then a few of each criterion. Each quote is one auditor's: that it was shown is kept. */
    async list(
      caller: Caller,
      plans: readonly SettledPlan[],
      agency: string,
    ): Promise<{ examples: OutletExample[]; more: number }> {
      const ticked = await selectTicked(db);
      const all = await candidatesOf(plans, agency);
      const ofCriterion = new Map<string, number>();
      const fresh = all.filter(({ candidate: { criterionId, evidenceId } }) => {
        if (ticked.has(evidenceId)) return false;
        const number = (ofCriterion.get(criterionId) ?? 0) + 1;
        ofCriterion.set(criterionId, number);
        return number <= MOST_OF_CRITERION;
      });
      const listed = [...all.filter(({ candidate }) => ticked.has(candidate.evidenceId)), ...fresh].slice(
        0,
        MOST_LISTED,
      );
      const examples: OutletExample[] = [];
      for (const { candidate, plan } of listed) examples.push(await maskedOf(candidate, await rubricOf(plan)));
      const at = clock().toISOString();
      const told = [...new Set(listed.map(({ plan }) => plan))];
      await keepTold(db, caller, told, at);
      if (told.length > 0) {
        await db.transaction().execute(async (trx) => {
          await recordAnswersShown(trx, told, at);
        });
      }
      return { examples, more: all.length - listed.length };
    },

    /** Those whose tick holds, for a paper. */
    async ticked(plans: readonly SettledPlan[], agency: string): Promise<OutletExample[]> {
      const found: OutletExample[] = [];
      const ticked = await selectTicked(db);
      if (ticked.size === 0) return [];
      for (const { candidate, plan } of await candidatesOf(plans, agency)) {
        if (ticked.has(candidate.evidenceId)) found.push(await maskedOf(candidate, await rubricOf(plan)));
      }
      return found.filter(({ tick }) => tick !== null);
    },

    /** Throws Refusal NOT_FOUND, MASKS_CHANGED, BAD_EXCERPT. */
    async tick(
      caller: Caller,
      { evidenceId, masked, words }: { evidenceId: string; masked: string; words: string },
    ): Promise<null> {
      const [found] = await candidatesOf(await results.settled(), null, evidenceId);
      if (found === undefined) throw notFound('quote');
      const { candidate } = found;
      const now = await masking.redact(candidate.planId, candidate.quote);
      if (now.words !== masked) {
        throw new Refusal(
          'MASKS_CHANGED',
          'What is masked has changed since this was read.',
          'Read it again, then tick it.',
        );
      }
      const problem = excerptProblem(masked, words);
      if (problem !== null) throw new Refusal('BAD_EXCERPT', problem, 'Put it right and tick it again.');
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const tick = { masked, words, ticked_at: at, ticked_by: caller.id };
        const { planId, documentId, criterionId } = candidate;
        await trx
          .insertInto('outlet_example')
          .values({
            evidence_id: evidenceId,
            plan_id: planId,
            document_id: documentId,
            criterion_id: criterionId,
            ...tick,
          })
          .onConflict((conflict) => conflict.column('evidence_id').doUpdateSet(tick))
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'outlets.tickExample',
          subjectId: documentId,
          detail: { evidenceId, criterionId, words: digestOf(words), isShortened: words !== masked },
        });
      });
      return null;
    },

    async untick(caller: Caller, evidenceId: string): Promise<null> {
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const kept = await trx
          .selectFrom('outlet_example')
          .select('document_id as documentId')
          .where('evidence_id', '=', evidenceId)
          .executeTakeFirst();
        if (kept === undefined) throw notFound('tick');
        await trx.deleteFrom('outlet_example').where('evidence_id', '=', evidenceId).execute();
        const detail = { evidenceId };
        const subjectId = kept.documentId;
        await recordEvent(trx, { at, personId: caller.id, action: 'outlets.untickExample', subjectId, detail });
      });
      return null;
    },
  };
}

function isMet(rubric: Rubric, { code }: SettledPlan, criterionId: string, agency: string | null): boolean {
  const order = criteriaInOrder(rubric);
  const at = order.findIndex(({ id }) => id === criterionId);
  const standard = rubric.standards.find(({ id }) => id === order[at]?.standard);
  return code.criteria[at] === 'm' && (agency === null || standard?.leadAgency === agency);
}

async function selectTicked(db: Kysely<WorkspaceTables>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('outlet_example').select('evidence_id as id').execute();
  return new Set(rows.map(({ id }) => id));
}

/** Quotes of submitted audits that count whose auditor answered met, the newest panels first. */
async function selectMet(
  db: Kysely<WorkspaceTables>,
  plans: readonly SettledPlan[],
  evidenceId?: string,
): Promise<Candidate[]> {
  const named = JSON.stringify(plans.map(({ roundId, documentId }) => ({ roundId, documentId })));
  const only = evidenceId === undefined ? sql`true` : sql`evidence.id = ${evidenceId}`;
  const { rows } = await sql<Omit<Candidate, 'quote'> & { anchor: string }>`
    select evidence.id as "evidenceId", audit.round_id as "roundId", audit.document_id as "documentId",
      plan.id as "planId", plan.reference as "planReference", evidence.criterion_id as "criterionId",
      evidence.anchor as anchor
    from json_each(${named}) wanted
      join audit on audit.round_id = wanted.value ->> 'roundId' and audit.document_id = wanted.value ->> 'documentId'
      join evidence on evidence.audit_id = audit.id
      join answer on answer.audit_id = audit.id and answer.criterion_id = evidence.criterion_id
      join document on document.id = audit.document_id join cycle on cycle.id = document.cycle_id
      join plan on plan.id = cycle.plan_id join round on round.id = audit.round_id
    where audit.state = 'submitted' and audit.is_calibration = 0 and answer.response = 'met' and ${only}
    order by round.panel_date desc, evidence.criterion_id, plan.reference_key, evidence.added_at, evidence.id`.execute(
    db,
  );
  return rows.flatMap(({ anchor, ...row }) => {
    const quote = anchorSchema.parse(JSON.parse(anchor)).quote.trim();
    return quote.length < SHORTEST_QUOTE || quote.length > LONGEST_QUOTE ? [] : [{ ...row, quote }];
  });
}
