import type { Kysely } from 'kysely';
import { z } from 'zod';
import { areAnswersOpen } from '../../../shared/domain/rounds/blindness.ts';
import { type PlanFacts, planFactsSchema, responseSchema } from '../../../shared/domain/rubric/rubric.ts';
import { selectLiveAuditsOfRound } from '../assignments/assignments-queries.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** Of a frozen grading, only what the comparison needs: the rest of it is left unread. */
const gradingPart = z.object({
  overallGrade: z.string().nullable(),
  overallScore: z.number().nullable(),
  guardsApplied: z.array(z.object({ id: z.string() })),
  capsApplied: z.array(z.object({ criterion: z.string(), capsOverallTo: z.string(), bites: z.boolean() })),
  standards: z.array(
    z.object({
      id: z.string(),
      grade: z.string().nullable(),
      criteria: z.array(z.object({ id: z.string(), response: responseSchema.nullable() })),
    }),
  ),
});
const frozenPart = z.object({
  facts: z.record(z.string(), z.object({ value: planFactsSchema.valueType })),
  grading: gradingPart,
});
const moderatedPart = z.object({ grading: gradingPart });
const idsSchema = z.array(z.string());

export interface PastAudit {
  id: string;
  roundId: string;
  documentId: string;
  rubricId: string;
  reference: string;
  stage: string | null;
  facts: PlanFacts;
  grading: z.infer<typeof gradingPart>;
  developmental: string[];
  standards: string[] | null;
}

/** A frozen grading is some 15 kB: a page is read within a frame, and is gone again before the next. */
const PAGE = 25;

/** Every submitted audit that counts, page by page off one query. */
export async function* selectPastAudits(db: Db): AsyncGenerator<PastAudit> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .innerJoin('document', 'document.id', 'audit.document_id')
      .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
      .innerJoin('plan', 'plan.id', 'cycle.plan_id')
      .innerJoin('assignment', (join) =>
        join
          .onRef('assignment.round_id', '=', 'audit.round_id')
          .onRef('assignment.document_id', '=', 'audit.document_id')
          .onRef('assignment.auditor_id', '=', 'audit.auditor_id')
          .on('assignment.state', '=', 'assigned')
          .on('assignment.is_calibration', '=', 0),
      )
      .leftJoin('calibration', (join) =>
        join
          .onRef('calibration.round_id', '=', 'audit.round_id')
          .onRef('calibration.document_id', '=', 'audit.document_id'),
      )
      .select([
        'audit.id as id',
        'audit.round_id as roundId',
        'audit.document_id as documentId',
        'audit.rubric_id as rubricId',
        'audit.frozen as frozen',
        'audit.developmental as developmental',
        'assignment.standards as standards',
        'plan.reference as reference',
        'document.stage as stage',
      ])
      .where('audit.state', '=', 'submitted')
      .where('audit.is_calibration', '=', 0)
      .where('calibration.document_id', 'is', null)
      .where('audit.id', '>', after)
      .orderBy('audit.id')
      .limit(PAGE)
      .execute();
    for (const { frozen, developmental, standards, ...row } of rows) {
      const { facts, grading } = frozenPart.parse(JSON.parse(frozen ?? ''));
      yield {
        ...row,
        facts: Object.fromEntries(Object.entries(facts).map(([fact, { value }]) => [fact, value])),
        grading,
        developmental: idsSchema.parse(JSON.parse(developmental)),
        standards: standards === null ? null : idsSchema.parse(JSON.parse(standards)),
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

export interface Agreed {
  grading: PastAudit['grading'];
  /** Facts on which the panel decided. */
  settled: PlanFacts;
}

/** What panels have agreed and locked, by round and document. */
export async function selectAgreed(db: Db): Promise<Map<string, Agreed>> {
  const rows = await db
    .selectFrom('moderation')
    .select(['id', 'round_id', 'document_id', 'frozen'])
    .where('frozen', 'is not', null)
    .execute();
  const decisions = await db
    .selectFrom('moderation_decision')
    .select(['moderation_id', 'subject', 'value'])
    .where('kind', '=', 'fact')
    .orderBy('moderation_id')
    .orderBy('sequence')
    .execute();
  const byModeration = Map.groupBy(decisions, (decision) => decision.moderation_id);
  return new Map(
    rows.map((row) => [
      `${row.round_id} ${row.document_id}`,
      {
        grading: moderatedPart.parse(JSON.parse(row.frozen ?? '')).grading,
        // The last decision on a fact counts.
        settled: Object.fromEntries(
          (byModeration.get(row.id) ?? []).map(({ subject, value }) => [
            subject,
            planFactsSchema.valueType.parse(JSON.parse(value ?? 'null')),
          ]),
        ),
      },
    ]),
  );
}

/**
 * Documents of which the viewer may be told what others found, as 'round document': all who are asked have submitted,
 * and, where the viewer was ever asked too, the answers were shown before. Breathes between one round and the next.
 */
export async function selectTellable(db: Db, viewerId: string, breathe: () => Promise<void>): Promise<Set<string>> {
  const rounds = await db.selectFrom('round').select('id').execute();
  const shown = await db.selectFrom('answers_shown').select(['round_id', 'document_id']).execute();
  const asked = await db
    .selectFrom('assignment')
    .select(['round_id', 'document_id'])
    .distinct()
    .where('auditor_id', '=', viewerId)
    .execute();
  const keyOf = (row: { round_id: string; document_id: string }): string => `${row.round_id} ${row.document_id}`;
  const isShown = new Set(shown.map(keyOf));
  const isAsked = new Set(asked.map(keyOf));
  const tellable = new Set<string>();
  for (const { id } of rounds) {
    for (const [documentId, live] of await selectLiveAuditsOfRound(db, id)) {
      const key = `${id} ${documentId}`;
      if (areAnswersOpen(live) && (isShown.has(key) || !isAsked.has(key))) tellable.add(key);
    }
    await breathe();
  }
  return tellable;
}
