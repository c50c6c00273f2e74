import type { Person } from '../../../shared/contract/people.ts';
import { agencySchema, personSchema } from '../../../shared/contract/people.ts';
import { notFound } from '../refusal.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

export type PeopleService = ReturnType<typeof createPeopleService>;

export function createPeopleService({ db }: { db: WorkspaceDb }) {
  async function list(): Promise<Person[]> {
    const people = await db.selectFrom('person').selectAll().orderBy('created_at').execute();
    const roles = await db.selectFrom('person_role').selectAll().execute();
    return people.map((row) =>
      personSchema.parse({
        id: row.id,
        name: row.name,
        agency: agencySchema.parse(row.agency),
        roles: roles.filter((role) => role.person_id === row.id).map((role) => role.role),
      }),
    );
  }

  return {
    list,
    async get(personId: string): Promise<Person> {
      const person = (await list()).find((candidate) => candidate.id === personId);
      if (!person) throw notFound('person');
      return person;
    },
  };
}
