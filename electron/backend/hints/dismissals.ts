import type { Kysely } from 'kysely';
import { answersShownAt } from '../audits/answers-shown.ts';
import type { Graded } from '../audits/graded.ts';
import { createOpenCheck } from '../audits/open-answers.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

type Dismissal = Row<'dismissed_hint'>;

/**
 * The dismissals of a plan's hints that an auditor may see, by hint: their own, and others' once all who are asked have
 * submitted; on the document that the auditor is grading only once answers were shown, for until then an audit may be
 * reopened. Where several set a hint aside, one's own reason goes before others', the latest of them first.
 */
export async function visibleDismissals(
  db: Kysely<WorkspaceTables>,
  viewerId: string,
  { planId, graded }: { planId: string; graded: Graded },
): Promise<Map<string, Dismissal>> {
  const rows = await db.selectFrom('dismissed_hint').selectAll().where('plan_id', '=', planId).orderBy('at').execute();
  const isOpen = createOpenCheck(db);
  const areShown = (await answersShownAt(db, graded.roundId, graded.documentId)) !== null;
  const visible = new Map<string, Dismissal>();
  for (const row of rows) {
    const { round_id: roundId, document_id: documentId } = row;
    const isOwn = row.person_id === viewerId;
    if (!isOwn) {
      // Of one from before rounds were kept with it, nobody can tell.
      if (roundId === null || documentId === null || !(await isOpen({ roundId, documentId }))) continue;
      if (roundId === graded.roundId && documentId === graded.documentId && !areShown) continue;
      if (visible.get(row.hint_id)?.person_id === viewerId) continue;
    }
    visible.set(row.hint_id, row);
  }
  return visible;
}
