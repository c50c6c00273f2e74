import type { Kysely } from 'kysely';
import { shareTeam } from '../../../shared/domain/teams.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/**
 * Locality managers of the team whose plan a document is, by the document: they supervise whoever wrote it. The team is the
 * register's, and where it names none that of the plan's writers.
 */
export async function selectTeamManagers(
  db: Kysely<WorkspaceTables>,
  documentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const managers = await db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .select(['person.id as id', 'person.team as team'])
    .where('person_role.role', '=', 'locality_manager')
    .where('person.team', '!=', '')
    .execute();
  if (managers.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .leftJoin('cycle_person as wrote', (join) =>
      join.onRef('wrote.cycle_id', '=', 'cycle.id').on('wrote.part', '=', 'wrote'),
    )
    .leftJoin('person as writer', 'writer.id', 'wrote.person_id')
    .select(['document.id as documentId', 'plan.team as planTeam', 'writer.team as writersTeam'])
    .where('document.id', 'in', documentIds)
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ documentId }) => documentId)].map(([documentId, own]) => {
      const teams = own.map(({ planTeam, writersTeam }) => (planTeam?.trim() ? planTeam : (writersTeam ?? '')));
      return [documentId, managers.filter(({ team }) => teams.some((one) => shareTeam(one, team))).map(({ id }) => id)];
    }),
  );
}
