import type { Assignment, Board } from '../../../shared/contract/assignments.ts';

/** A document with those who audit it. */
export interface BoardRow extends Pick<
  Assignment,
  'documentId' | 'planId' | 'planReference' | 'planInitials' | 'stage'
> {
  /** Who had a hand in the plan; empty where the document is no longer one to hand out. */
  conflicted: readonly string[];
  /** Who was told what others found in it. */
  seenBy: readonly string[];
  assignments: Assignment[];
}

/** Every document to hand out, and every other one that somebody has, in the order of their references. */
export function boardRows(board: Board, live: readonly Assignment[]): BoardRow[] {
  const byDocument = Map.groupBy(live, ({ documentId }) => documentId);
  const rows: BoardRow[] = board.documents.map((document) => ({
    ...document,
    assignments: byDocument.get(document.documentId) ?? [],
  }));
  const known = new Set(rows.map(({ documentId }) => documentId));
  for (const [documentId, assignments] of byDocument) {
    const [first] = assignments;
    if (known.has(documentId) || first === undefined) continue;
    const { planId, planReference, planInitials, stage } = first;
    rows.push({ documentId, planId, planReference, planInitials, stage, conflicted: [], seenBy: [], assignments });
  }
  return rows.sort((one, other) => compare.compare(one.planReference, other.planReference));
}

const compare = new Intl.Collator('en-GB', { numeric: true });

/** Who could take a document, and in words who could not. */
export function takersOf(row: BoardRow, board: Board): { free: Board['auditors']; others: string } {
  const has = new Set(row.assignments.map(({ auditor }) => auditor.id));
  const left = board.auditors.filter(({ id }) => !has.has(id));
  const named = (why: string, people: Board['auditors']): string =>
    people.length === 0 ? '' : `Not offered, having ${why}: ${people.map(({ name }) => name).join(', ')}.`;
  const conflicted = left.filter(({ id }) => row.conflicted.includes(id));
  const seen = left.filter(({ id }) => row.seenBy.includes(id) && !row.conflicted.includes(id));
  return {
    free: left.filter(({ id }) => !row.conflicted.includes(id) && !row.seenBy.includes(id)),
    others: [named('had a hand in the plan', conflicted), named('seen what others found', seen)]
      .filter((words) => words !== '')
      .join(' '),
  };
}
