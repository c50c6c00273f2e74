import type { Kysely } from 'kysely';
import { areAnswersOpen, type LiveAudit, maySeeAnswers } from '../../../shared/domain/blindness.ts';
import { selectLiveAudits, selectLiveAuditsOfRound } from '../assignments/assignments-queries.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** A document in a round: what auditors' answers are opened or kept closed for. */
export interface Graded {
  roundId: string;
  documentId: string;
}

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

/** Ids of others' audits whose answers the viewer may not see yet. */
export async function selectClosedAudits(db: Db, viewerId: string): Promise<string[]> {
  // Only documents that somebody is not done with, or that nobody is asked for any more, can be closed.
  const rows = await db
    .selectFrom('audit')
    .select(['audit.id as id', 'audit.round_id as roundId', 'audit.document_id as documentId'])
    .select('audit.auditor_id as auditorId')
    .where('audit.auditor_id', '!=', viewerId)
    .where((eb) => {
      const live = eb
        .selectFrom('assignment')
        .leftJoin('audit as own', (join) =>
          join
            .onRef('own.round_id', '=', 'assignment.round_id')
            .onRef('own.document_id', '=', 'assignment.document_id')
            .onRef('own.auditor_id', '=', 'assignment.auditor_id'),
        )
        .select('assignment.id')
        .whereRef('assignment.round_id', '=', 'audit.round_id')
        .whereRef('assignment.document_id', '=', 'audit.document_id')
        .where('assignment.state', '=', 'assigned');
      return eb.not(eb.exists(live)).or(eb.exists(live.where('own.state', 'is not', 'submitted')));
    })
    .execute();
  const closed: string[] = [];
  for (const [, audits] of Map.groupBy(rows, ({ roundId, documentId }) => `${roundId} ${documentId}`)) {
    const [first] = audits;
    if (first === undefined) continue;
    const live = await selectLiveAudits(db, first.roundId, first.documentId);
    closed.push(...audits.filter(({ auditorId }) => !maySeeAnswers(viewerId, auditorId, live)).map(({ id }) => id));
  }
  return closed;
}
