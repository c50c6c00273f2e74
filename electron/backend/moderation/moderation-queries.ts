import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import {
  type PlanFacts,
  planFactsSchema,
  type Response,
  responseSchema,
} from '../../../shared/domain/rubric/rubric.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

export interface Decision<Value> {
  value: Value;
  reason: string;
  personId: string;
  at: string;
}

/** What the panel has decided on a document: of each subject the last decision, where it was not taken back. */
export interface KeptDecisions {
  answers: Map<string, Decision<Response>>;
  facts: Map<string, Decision<PlanFacts[string]>>;
  override: Decision<string> | null;
  /** By the auditor who dissents. */
  dissents: Map<string, Decision<string>>;
  /** Each time that it was unlocked again. */
  takenBack: Decision<null>[];
}

export type DecisionKind = 'answer' | 'fact' | 'override' | 'dissent' | 'taken_back';

export async function selectModeration(
  db: Db,
  roundId: string,
  documentId: string,
): Promise<Row<'moderation'> | undefined> {
  return db
    .selectFrom('moderation')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
}

/** The documents of a round with which the panel has begun. */
export async function selectBegun(db: Db, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('moderation')
    .select('document_id as documentId')
    .where('round_id', '=', roundId)
    .execute();
  return new Set(rows.map(({ documentId }) => documentId));
}

export async function selectDecisions(db: Db, moderationId: string): Promise<KeptDecisions> {
  const rows = await db
    .selectFrom('moderation_decision')
    .selectAll()
    .where('moderation_id', '=', moderationId)
    .orderBy('sequence')
    .execute();
  const last = new Map(rows.map((row) => [`${row.kind} ${row.subject}`, row]));
  const kept = [...last.values()].filter(({ value }) => value !== null);
  const of = <Value>(kind: DecisionKind, schema: z.ZodType<Value>): Map<string, Decision<Value>> =>
    new Map(kept.filter((row) => row.kind === kind).map((row) => [row.subject, decisionOf(row, schema)] as const));
  return {
    answers: of('answer', responseSchema),
    facts: of('fact', planFactsSchema.valueType),
    override: of('override', z.string()).get('') ?? null,
    dissents: of('dissent', z.string()),
    takenBack: rows
      .filter(({ kind }) => kind === 'taken_back')
      .map((row) => ({ value: null, reason: row.reason, personId: row.person_id, at: row.at })),
  };
}

function decisionOf<Value>(row: Row<'moderation_decision'>, schema: z.ZodType<Value>): Decision<Value> {
  return {
    value: schema.parse(JSON.parse(row.value ?? 'null')),
    reason: row.reason,
    personId: row.person_id,
    at: row.at,
  };
}

/** Adds a decision after the others; the file refuses it where the document is agreed. */
export async function insertDecision(
  trx: Transaction<WorkspaceTables>,
  decision: Omit<Row<'moderation_decision'>, 'sequence'>,
): Promise<void> {
  const last = await trx
    .selectFrom('moderation_decision')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('moderation_id', '=', decision.moderation_id)
    .executeTakeFirst();
  await trx
    .insertInto('moderation_decision')
    .values({ ...decision, sequence: (last?.sequence ?? 0) + 1 })
    .execute();
}

/** Documents of a round that are graded by all to compare, and count nowhere. */
export async function selectCalibrations(db: Db, roundId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('calibration').select('document_id').where('round_id', '=', roundId).execute();
  return new Set(rows.map((row) => row.document_id));
}

export interface KeptDraw extends Row<'agreement_draw'> {
  plans: { documentId: string; reference: string; isDrawn: boolean }[];
}

/** The round's draws of agreements, in their order. */
export async function selectDraws(db: Db, roundId: string): Promise<KeptDraw[]> {
  const draws = await db
    .selectFrom('agreement_draw')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('drawn_at')
    .orderBy('id')
    .execute();
  const plans = await db
    .selectFrom('agreement_draw_plan')
    .innerJoin('agreement_draw', 'agreement_draw.id', 'agreement_draw_plan.draw_id')
    .innerJoin('document', 'document.id', 'agreement_draw_plan.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .select([
      'agreement_draw_plan.draw_id as drawId',
      'agreement_draw_plan.document_id as documentId',
      'agreement_draw_plan.is_drawn as isDrawn',
      'plan.reference as reference',
    ])
    .where('agreement_draw.round_id', '=', roundId)
    .orderBy('agreement_draw_plan.place')
    .execute();
  return draws.map((draw) => ({
    ...draw,
    plans: plans
      .filter(({ drawId }) => drawId === draw.id)
      .map(({ documentId, reference, isDrawn }) => ({ documentId, reference, isDrawn: isDrawn === 1 })),
  }));
}
