import { type Kysely, sql } from 'kysely';
import {
  type Opening,
  openingSchema,
  type Reply,
  replySchema,
  type SupervisionNote,
  supervisionNoteSchema,
} from '../../../shared/contract/supervision.ts';
import type { Graded } from '../audits/graded.ts';
import type { Caller } from '../caller.ts';
import { digestOf } from '../trail/trail.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { versionName } from './version-words.ts';

type Db = Kysely<WorkspaceTables>;

/** What was agreed with a caseworker, latest first. Only its author changes a note. */
export async function selectNotes(
  db: Db,
  caller: Pick<Caller, 'id'>,
  where: { caseworkerId?: string; noteId?: string },
): Promise<SupervisionNote[]> {
  let select = db
    .selectFrom('supervision_note')
    .innerJoin('person', 'person.id', 'supervision_note.manager_id')
    .selectAll('supervision_note')
    .select('person.name as managerName')
    .orderBy('supervision_note.held_on', 'desc')
    .orderBy('supervision_note.written_at', 'desc')
    .orderBy('supervision_note.id');
  if (where.caseworkerId !== undefined)
    select = select.where('supervision_note.caseworker_id', '=', where.caseworkerId);
  if (where.noteId !== undefined) select = select.where('supervision_note.id', '=', where.noteId);
  const notes = await select.execute();
  if (notes.length === 0) return [];
  const points = await db
    .selectFrom('supervision_point')
    .selectAll()
    .where(
      'note_id',
      'in',
      notes.map(({ id }) => id),
    )
    .orderBy('place')
    .execute();
  return notes.map((note) => {
    const own = points.filter((point) => point.note_id === note.id);
    return supervisionNoteSchema.parse({
      id: note.id,
      revision: digestOf(
        JSON.stringify([note.held_on, note.words, note.look_again_on, ...own.map(({ words }) => words)]),
      ),
      by: { id: note.manager_id, name: note.managerName },
      heldOn: note.held_on,
      words: note.words,
      agreed: own.map(({ id, words, done_at: doneAt }) => ({ id, words, isDone: doneAt !== null })),
      lookAgainOn: note.look_again_on,
      changedAt: note.changed_at,
      mayChange: note.manager_id === caller.id,
    });
  });
}

/** Replies, latest first. */
export async function selectReplies(db: Db, where: { caseworkerId?: string; replyId?: string }): Promise<Reply[]> {
  let select = db
    .selectFrom('supervision_reply')
    .innerJoin('person as caseworker', 'caseworker.id', 'supervision_reply.caseworker_id')
    .innerJoin('person as enterer', 'enterer.id', 'supervision_reply.entered_by')
    .leftJoin('person as answerer', 'answerer.id', 'supervision_reply.answered_by')
    .leftJoin('document', 'document.id', 'supervision_reply.document_id')
    .leftJoin('cycle', 'cycle.id', 'document.cycle_id')
    .leftJoin('plan', 'plan.id', 'cycle.plan_id')
    .selectAll('supervision_reply')
    .select([
      'caseworker.name as caseworkerName',
      'enterer.name as entererName',
      'answerer.name as answererName',
      'plan.reference as reference',
      'document.stage as stage',
    ])
    .orderBy('supervision_reply.entered_at', 'desc')
    .orderBy(sql`supervision_reply.rowid`, 'desc');
  if (where.caseworkerId !== undefined) {
    select = select.where('supervision_reply.caseworker_id', '=', where.caseworkerId);
  }
  if (where.replyId !== undefined) select = select.where('supervision_reply.id', '=', where.replyId);
  return (await select.execute()).map((row) =>
    replySchema.parse({
      id: row.id,
      caseworker: { id: row.caseworker_id, name: row.caseworkerName },
      kind: row.kind,
      about:
        row.round_id === null || row.document_id === null || row.reference === null
          ? null
          : {
              roundId: row.round_id,
              documentId: row.document_id,
              plan: versionName({ reference: row.reference, stage: row.stage }),
            },
      words: row.words,
      enteredAt: row.entered_at,
      enteredFor: row.entered_by === row.caseworker_id ? null : row.entererName,
      state: row.answered_at === null ? 'waiting' : 'answered',
      answer:
        row.answered_at === null
          ? null
          : { outcome: row.outcome, words: row.answer, by: row.answererName, at: row.answered_at },
    }),
  );
}

/** Without those on plans of which the reader may not be told yet what was found: the words would tell it. */
export async function tellable(
  replies: readonly Reply[],
  mayTell: (graded: Graded) => Promise<boolean>,
): Promise<Reply[]> {
  const found: Reply[] = [];
  for (const reply of replies) if (reply.about === null || (await mayTell(reply.about))) found.push(reply);
  return found;
}

/** Who opened sheets, latest first; one caseworker's where it is named. */
export async function selectOpenings(db: Db, caseworkerId: string | null): Promise<Opening[]> {
  let select = db
    .selectFrom('sheet_opening')
    .innerJoin('person as caseworker', 'caseworker.id', 'sheet_opening.caseworker_id')
    .innerJoin('person as opener', 'opener.id', 'sheet_opening.opened_by')
    .selectAll('sheet_opening')
    .select(['caseworker.name as caseworkerName', 'opener.name as openerName'])
    .orderBy('sheet_opening.at', 'desc')
    .orderBy(sql`sheet_opening.rowid`, 'desc')
    .limit(MOST_OPENINGS);
  if (caseworkerId !== null) select = select.where('sheet_opening.caseworker_id', '=', caseworkerId);
  return (await select.execute()).map((row) =>
    openingSchema.parse({
      id: row.id,
      caseworker: { id: row.caseworker_id, name: row.caseworkerName },
      by: { id: row.opened_by, name: row.openerName },
      kind: row.kind,
      at: row.at,
    }),
  );
}

/** What a screen lists; the trail holds every one. */
const MOST_OPENINGS = 200;

export interface TeamAction {
  id: string;
  kind: string;
  reference: string;
  words: string;
  owner: string;
  dueOn: string | null;
  planTeam: string;
  cycleId: string;
  roundId: string | null;
  documentId: string | null;
}

/** Open actions on plans, what is due first first; on one plan where it is named. */
export async function selectOpenActions(db: Db, planId?: string): Promise<TeamAction[]> {
  const ofPlan = planId === undefined ? sql`true` : sql`plan.id = ${planId}`;
  const { rows } = await sql<TeamAction>`
    select action.id as id, action.kind as kind, plan.reference as reference, action.words as words,
      coalesce(person.name, action.owner_name) as owner, action.due_on as "dueOn",
      coalesce(plan.team, '') as "planTeam", coalesce(action.cycle_id, cycle.id) as "cycleId",
      action.round_id as "roundId", action.document_id as "documentId"
    from action join plan on plan.id = action.plan_id
      join cycle on cycle.plan_id = plan.id and cycle.is_current = 1
      left join person on person.id = action.owner_id
    where action.state = 'open' and action.level = 'plan' and ${ofPlan}
    order by action.due_on is null, action.due_on, plan.reference_key, action.created_at, action.id`.execute(db);
  return rows;
}

/** Of each person, when what was agreed last is looked at again, and how many of their replies wait for an answer. */
export async function selectStandings(db: Db): Promise<Map<string, { lookAgainOn: string | null; waiting: number }>> {
  const { rows } = await sql<{ id: string; lookAgainOn: string | null; waiting: number }>`
    select person.id as id,
      (select look_again_on from supervision_note where caseworker_id = person.id
        order by held_on desc, written_at desc, id limit 1) as "lookAgainOn",
      (select count(*) from supervision_reply where caseworker_id = person.id and answered_at is null) as waiting
    from person`.execute(db);
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}
