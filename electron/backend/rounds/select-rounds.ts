import type { Kysely } from 'kysely';
import { type Round, roundSchema } from '../../../shared/contract/rounds.ts';
import { toHalfTerm } from '../partnership/partnership-service.ts';
import { notFound } from '../refusal.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import type { RoundCounts } from './round-counts.ts';

/** A round with its half-term, without what it holds: cheap however many gradings there are. */
export interface PlacedRound {
  row: Row<'round'>;
  halfTerm: Round['halfTerm'];
}

/** All rounds, by panel date, then as they were begun. Throws NOT_FOUND where a half-term is missing. */
export async function selectRounds(db: Kysely<WorkspaceTables>): Promise<PlacedRound[]> {
  const rows = await db.selectFrom('round').selectAll().orderBy('panel_date').orderBy('created_at').execute();
  const halfTerms = await db.selectFrom('half_term').selectAll().execute();
  return rows.map((row) => {
    const halfTerm = halfTerms.find(({ id }) => id === row.half_term_id);
    if (!halfTerm) throw notFound('half-term');
    return { row, halfTerm: toHalfTerm(halfTerm) };
  });
}

/** The round as it leaves the backend. */
export function toRound({ row, halfTerm }: PlacedRound, counts: RoundCounts): Round {
  return roundSchema.parse({
    id: row.id,
    halfTerm,
    kind: row.kind,
    theme: row.theme,
    panelDate: row.panel_date,
    gradingDue: row.grading_due,
    rubricId: row.rubric_id,
    state: row.state,
    ...counts,
  });
}
