import type { Kysely } from 'kysely';
import { shareTeam } from '../../../shared/domain/teams.ts';
import type { Caller } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** Whose sheet is whose: a manager's are those of their own team, a caseworker's is their own. */

/** The caller's own teams as they are kept now, whatever they were when the caller signed in. */
export async function teamsOf(db: Db, caller: Caller): Promise<string> {
  const row = await db.selectFrom('person').select('team').where('id', '=', caller.id).executeTakeFirst();
  return row?.team ?? '';
}

/** People who write plans in a team, by name; the caller is not among their own. */
export async function selectCaseworkers(db: Db, teams: string, exceptId: string): Promise<Row<'person'>[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .selectAll('person')
    .where('person_role.role', '=', 'caseworker')
    .where('person.id', '<>', exceptId)
    .orderBy('person.name')
    .execute();
  return rows.filter(({ team }) => shareTeam(team, teams));
}

/** The caseworker, where the caller is their manager, or they themselves. Throws Refusal NOT_YOUR_TEAM. */
export async function caseworkerFor(
  db: Db,
  caller: Caller,
  caseworkerId: string,
): Promise<{ caseworker: Row<'person'>; isOwn: boolean }> {
  if (caseworkerId === caller.id && caller.roles.includes('caseworker')) {
    const caseworker = await db.selectFrom('person').selectAll().where('id', '=', caller.id).executeTakeFirst();
    if (!caseworker) throw notFound('person');
    return { caseworker, isOwn: true };
  }
  return { caseworker: await managedBy(db, caller, caseworkerId), isOwn: false };
}

/** The caseworker, where the caller is their manager. Throws Refusal NOT_YOUR_TEAM, for people who do not exist as well. */
export async function managedBy(db: Db, caller: Caller, caseworkerId: string): Promise<Row<'person'>> {
  const team = caller.roles.includes('locality_manager')
    ? await selectCaseworkers(db, await teamsOf(db, caller), caller.id)
    : [];
  const caseworker = team.find(({ id }) => id === caseworkerId);
  if (caseworker !== undefined) return caseworker;
  throw new Refusal(
    'NOT_YOUR_TEAM',
    'This caseworker is not in your team.',
    'A sheet is read by its caseworker and the manager of their team. The QA lead keeps who is in which team.',
  );
}
