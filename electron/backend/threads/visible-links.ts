import type { Kysely } from 'kysely';
import type { Graded } from '../audits/graded.ts';
import { createTellCheck } from '../audits/open-answers.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectThreadLinks, type ThreadLinkRow } from './threads-queries.ts';

/**
 * The links and refusals on a document that a viewer may see: their own; others' once everybody who is asked to audit the
 * document, in whichever round, has submitted, since a link tells what its author thinks of the plan. As long as nobody
 * was asked, what somebody draws is theirs alone: they, and whoever saw it, may be asked to grade the plan yet, and
 * would not do so alone. Whoever shows them keeps that the gradings in `told` were.
 */
export async function selectVisibleLinks(
  db: Kysely<WorkspaceTables>,
  viewerId: string,
  documentId: string,
): Promise<{ rows: ThreadLinkRow[]; told: Graded[] }> {
  const all = await selectThreadLinks(db, documentId);
  if (all.every((row) => row.person_id === viewerId)) return { rows: all, told: [] };
  const asked = await db
    .selectFrom('assignment')
    .select('round_id as roundId')
    .distinct()
    .where('document_id', '=', documentId)
    .where('state', '=', 'assigned')
    .execute();
  const mayTell = createTellCheck(db, viewerId);
  const closed = new Set<string>();
  const rounds = new Set([...asked.map(({ roundId }) => roundId), ...all.flatMap((row) => row.round_id ?? [])]);
  for (const roundId of rounds) if (!(await mayTell({ roundId, documentId }))) closed.add(roundId);
  const isClosedToAll = asked.length === 0 || asked.some(({ roundId }) => closed.has(roundId));
  const rows = all.filter(
    (row) => row.person_id === viewerId || (!isClosedToAll && (row.round_id === null || !closed.has(row.round_id))),
  );
  // Whoever drew outside an audit may have been asked for one since.
  const told = new Set(
    rows
      .filter((row) => row.person_id !== viewerId)
      .flatMap((row) => (row.round_id === null ? asked.map(({ roundId }) => roundId) : [row.round_id])),
  );
  return { rows, told: [...told].map((roundId) => ({ roundId, documentId })) };
}
