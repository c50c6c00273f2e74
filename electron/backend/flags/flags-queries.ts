import type { Kysely } from 'kysely';
import { type Flag, flagSchema } from '../../../shared/contract/flags.ts';
import { breachDue, FLAG_KINDS } from '../../../shared/domain/flags.ts';
import { selectLiveAudits } from '../assignments/assignments-queries.ts';
import { createTellCheck } from '../audits/open-answers.ts';
import type { Caller } from '../caller.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** Who may be named as an owner, and acts on any flag that they see. */
const HANDLERS = ['qa_lead', 'chair'] as const;
const OWNERS = [...HANDLERS, 'designated_officer'] as const;

/** People who may own a flag, by name. */
export async function selectOwners(db: Db): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .select(['person.id as id', 'person.name as name'])
    .distinct()
    .where('person.is_active', '=', 1)
    .where('person_role.role', 'in', [...OWNERS])
    .orderBy('person.name')
    .execute();
}

/** The flags that a person may see, newest first. */
export async function selectFlags(db: Db, viewer: Caller, where: { isOpen?: boolean; id?: string }): Promise<Flag[]> {
  let select = db
    .selectFrom('flag')
    .innerJoin('document', 'document.id', 'flag.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .selectAll('flag')
    .select(['plan.id as planId', 'plan.reference as planReference', 'plan.initials as planInitials'])
    .select('document.stage as stage')
    .orderBy('flag.raised_at', 'desc')
    .orderBy('flag.id');
  if (where.id !== undefined) select = select.where('flag.id', '=', where.id);
  if (where.isOpen !== undefined) select = select.where('flag.resolved_at', where.isOpen ? 'is' : 'is not', null);
  const rows = await select.execute();
  if (rows.length === 0) return [];
  const names = new Map(
    (await db.selectFrom('person').select(['id', 'name']).execute()).map((row) => [row.id, row.name]),
  );
  const who = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  const flags: Flag[] = [];
  for (const row of rows) {
    if (!(await maySee(db, viewer, row))) continue;
    const kind = FLAG_KINDS.find((known) => known === row.kind) ?? 'other';
    flags.push(
      flagSchema.parse({
        id: row.id,
        roundId: row.round_id,
        planId: row.planId,
        planReference: row.planReference,
        planInitials: row.planInitials,
        documentId: row.document_id,
        stage: row.stage,
        kind,
        words: row.words,
        raisedBy: who(row.raised_by),
        raisedAt: row.raised_at,
        owner: who(row.owner_id),
        acknowledged:
          row.acknowledged_at === null
            ? null
            : { at: row.acknowledged_at, by: who(row.acknowledged_by), words: row.acknowledged_words },
        breachDue: breachDue(kind, row.raised_at),
        officerTold: row.officer_told_at === null ? null : { at: row.officer_told_at, by: who(row.officer_told_by) },
        resolved:
          row.resolved_at === null ? null : { at: row.resolved_at, by: who(row.resolved_by), words: row.resolution },
        canHandle:
          row.owner_id === viewer.id || viewer.roles.some((role) => HANDLERS.some((handler) => handler === role)),
      }),
    );
  }
  return flags;
}

/**
 * What one auditor flags would sway another of the same document, the QA lead and the chair too where they audit it. Its
 * owner sees it all the same: what cannot wait goes before blindness.
 */
async function maySee(
  db: Db,
  viewer: Caller,
  flag: { raised_by: string; owner_id: string; round_id: string; document_id: string },
): Promise<boolean> {
  if (flag.raised_by === viewer.id || flag.owner_id === viewer.id) return true;
  const live = await selectLiveAudits(db, flag.round_id, flag.document_id);
  const isAsked = live.some(({ auditorId }) => auditorId === viewer.id);
  if (isAsked) return createTellCheck(db, viewer.id)({ roundId: flag.round_id, documentId: flag.document_id });
  return viewer.roles.some((role) => HANDLERS.some((handler) => handler === role));
}
