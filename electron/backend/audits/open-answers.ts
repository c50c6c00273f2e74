import type { Kysely } from 'kysely';
import { areAnswersOpen, type LiveAudit } from '../../../shared/domain/rounds/blindness.ts';
import { selectLiveAudits, selectLiveAuditsOfRound } from '../assignments/assignments-queries.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { answersShownAt } from './answers-shown.ts';
import type { Graded } from './graded.ts';

type Db = Kysely<WorkspaceTables>;

/** Documents of a round to which all who are asked have submitted. */
export async function selectOpenDocuments(db: Db, roundId: string): Promise<Set<string>> {
  const live = await selectLiveAuditsOfRound(db, roundId);
  return new Set([...live].filter(([, audits]) => areAnswersOpen(audits)).map(([documentId]) => documentId));
}

/** Tells, document by document, whether answers are open; each is looked up once. */
export function createOpenCheck(db: Db): (graded: Graded) => Promise<boolean> {
  const known = new Map<string, Promise<LiveAudit[]>>();
  return async ({ roundId, documentId }) => {
    const key = `${roundId} ${documentId}`;
    const live = known.get(key) ?? selectLiveAudits(db, roundId, documentId);
    known.set(key, live);
    return areAnswersOpen(await live);
  };
}

/**
 * Tells, document by document, whether a viewer may be told what others found: answers are open, and, for whoever was
 * ever asked to grade it, were shown. Until then an audit may be reopened, and what was read in passing would change it.
 */
export function createTellCheck(db: Db, viewerId: string): (graded: Graded) => Promise<boolean> {
  const isOpen = createOpenCheck(db);
  return async (graded) => {
    if (!(await isOpen(graded))) return false;
    if ((await answersShownAt(db, graded.roundId, graded.documentId)) !== null) return true;
    const asked = await db
      .selectFrom('assignment')
      .select('id')
      .where('round_id', '=', graded.roundId)
      .where('document_id', '=', graded.documentId)
      .where('auditor_id', '=', viewerId)
      .executeTakeFirst();
    return asked === undefined;
  };
}

/** Ids of others' audits whose answers the viewer may not be told yet. */
export async function selectClosedAudits(db: Db, viewerId: string): Promise<string[]> {
  // Only documents that somebody is not done with, that nobody is asked for any more, or that the viewer was asked for
  // and whose answers were not shown, can be closed.
  const rows = await db
    .selectFrom('audit')
    .select(['audit.id as id', 'audit.round_id as roundId', 'audit.document_id as documentId'])
    .where('audit.auditor_id', '!=', viewerId)
    .where((eb) => {
      const asked = eb
        .selectFrom('assignment')
        .leftJoin('audit as own', (join) =>
          join
            .onRef('own.round_id', '=', 'assignment.round_id')
            .onRef('own.document_id', '=', 'assignment.document_id')
            .onRef('own.auditor_id', '=', 'assignment.auditor_id'),
        )
        .select('assignment.id')
        .whereRef('assignment.round_id', '=', 'audit.round_id')
        .whereRef('assignment.document_id', '=', 'audit.document_id');
      const live = asked.where('assignment.state', '=', 'assigned');
      const shown = eb
        .selectFrom('answers_shown')
        .select('answers_shown.at')
        .whereRef('answers_shown.round_id', '=', 'audit.round_id')
        .whereRef('answers_shown.document_id', '=', 'audit.document_id');
      return eb.or([
        eb.not(eb.exists(live)),
        eb.exists(live.where('own.state', 'is not', 'submitted')),
        eb.and([eb.exists(asked.where('assignment.auditor_id', '=', viewerId)), eb.not(eb.exists(shown))]),
      ]);
    })
    .execute();
  const mayTell = createTellCheck(db, viewerId);
  const closed: string[] = [];
  for (const [, audits] of Map.groupBy(rows, ({ roundId, documentId }) => `${roundId} ${documentId}`)) {
    const [first] = audits;
    if (first !== undefined && !(await mayTell(first))) closed.push(...audits.map(({ id }) => id));
  }
  return closed;
}
