import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { PersonAtDoor, PersonFields } from '../../../shared/contract/people.ts';
import { type Person, personSchema, type PinReset } from '../../../shared/contract/person.ts';
import { nameKey } from '../../../shared/domain/names.ts';
import { pinProblem, waitAfter } from '../../../shared/domain/pin-policy.ts';
import { type HandOver, handOverAudits } from '../assignments/hand-over.ts';
import { refuseUnfit } from '../assignments/refuse-unfit.ts';
import type { Caller, Clock } from '../caller.ts';
import { createTurns } from '../documents/in-turn.ts';
import { notFound, Refusal } from '../refusal.ts';
import { type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { hashPin, isPin } from './pin.ts';

/** With these roles one sees and changes what others must not: nobody comes in by them without more than a name. */
const ENTRUSTED = ['qa_lead', 'chair'] as const;

export type PeopleService = ReturnType<typeof createPeopleService>;

/** Who takes part, and by which PIN they are told apart at one machine. */
export function createPeopleService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  const inTurn = createTurns();

  async function list(): Promise<Person[]> {
    const people = await db.selectFrom('person').selectAll().orderBy('created_at').orderBy('name').execute();
    const roles = await db.selectFrom('person_role').selectAll().orderBy('role').execute();
    return people.map((row) =>
      toPerson(
        row,
        roles.filter((role) => role.person_id === row.id).map(({ role }) => role),
      ),
    );
  }

  async function get(personId: string): Promise<Person> {
    const person = (await list()).find((candidate) => candidate.id === personId);
    if (!person) throw notFound('person');
    return person;
  }

  async function atDoor(): Promise<PersonAtDoor[]> {
    const rows = await db
      .selectFrom('person')
      .selectAll()
      .where('is_active', '=', 1)
      .where('signs_in', '=', 1)
      .orderBy('name')
      .execute();
    const entrusted = await selectEntrusted();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      agency: personSchema.shape.agency.parse(row.agency),
      hasPin: row.pin !== null,
      needsPassphrase: row.pin === null && entrusted.has(row.id),
      waitUntil: waitUntil(row, clock()),
    }));
  }

  /** Who sets up or settles. */
  async function selectEntrusted(): Promise<Set<string>> {
    const rows = await db.selectFrom('person_role').select('person_id').where('role', 'in', ENTRUSTED).execute();
    return new Set(rows.map((row) => row.person_id));
  }

  /** One change, with its entry in the trail, in one transaction. */
  async function change(
    caller: Caller | null,
    action: string,
    subjectId: string,
    write: (trx: Transaction<WorkspaceTables>, at: string) => Promise<EventDetail | undefined>,
  ): Promise<void> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const detail = await write(trx, at);
      await recordEvent(trx, { at, personId: caller?.id ?? null, action, subjectId, ...(detail ? { detail } : {}) });
    });
  }

  /** Someone who may come in, else a Refusal. */
  async function comingIn(personId: string): Promise<Row<'person'>> {
    const row = await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
    if (!row || row.is_active === 0 || row.signs_in === 0) throw notFound('person');
    return row;
  }

  /** Holds a PIN against the stored one, and counts the wrong ones. Throws Refusal WRONG_PIN or PIN_WAIT. */
  function checkPin(personId: string, pin: string): Promise<void> {
    // Tries that come at once go one after the other, else all of them would pass before the first is counted.
    return inTurn(personId, () => tryPin(personId, pin));
  }

  async function tryPin(personId: string, pin: string): Promise<void> {
    const row = await comingIn(personId);
    const until = waitUntil(row, clock());
    if (until !== null) throw pinWait(until, clock());
    if (row.pin !== null && (await isPin(pin, row.pin))) {
      if (row.wrong_pins > 0) {
        await db
          .updateTable('person')
          .set({ wrong_pins: 0, last_wrong_pin_at: null })
          .where('id', '=', row.id)
          .execute();
      }
      return;
    }
    await change(null, 'people.wrongPin', row.id, async (trx, at) => {
      await trx
        .updateTable('person')
        .set((eb) => ({ wrong_pins: eb('wrong_pins', '+', 1), last_wrong_pin_at: at }))
        .where('id', '=', row.id)
        .execute();
      return undefined;
    });
    const { wrong_pins: failures } = await comingIn(row.id);
    throw new Refusal(
      'WRONG_PIN',
      'That is not the PIN of this person.',
      waitAfter(failures) > 0
        ? `The next try is taken in ${inWords(waitAfter(failures))}. A forgotten PIN is reset with the passphrase.`
        : 'Type it again. A forgotten PIN is reset with the passphrase.',
    );
  }

  async function setPin(
    caller: Caller | null,
    action: string,
    personId: string,
    pin: string,
    also: (trx: Transaction<WorkspaceTables>, at: string) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const problem = pinProblem(pin);
    if (problem !== null) throw new Refusal('PIN_UNSUITABLE', problem, 'Choose another one.');
    const stored = await hashPin(pin);
    await change(caller, action, personId, async (trx, at) => {
      await trx
        .updateTable('person')
        .set({ pin: stored, wrong_pins: 0, last_wrong_pin_at: null })
        .where('id', '=', personId)
        .execute();
      await also(trx, at);
      return undefined;
    });
  }

  return {
    list,
    get,
    atDoor,

    /** Throws Refusal WRONG_PIN, PIN_WAIT or PIN_MISSING. */
    async signIn(personId: string, pin: string): Promise<Person> {
      const row = await comingIn(personId);
      if (row.pin === null) {
        throw new Refusal('PIN_MISSING', 'This person has not chosen a PIN yet.', 'Choose one to come in.');
      }
      await checkPin(personId, pin);
      const person = await get(personId);
      await change(person, 'people.signIn', personId, async () => undefined);
      return person;
    },

    /** A person's first PIN. Throws Refusal PIN_CHOSEN or PIN_UNSUITABLE. */
    async choosePin(personId: string, pin: string): Promise<Person> {
      const row = await comingIn(personId);
      if (row.pin !== null) {
        throw new Refusal('PIN_CHOSEN', 'This person has a PIN already.', 'Type it to come in.');
      }
      if ((await selectEntrusted()).has(personId)) {
        throw new Refusal(
          'PASSPHRASE_NEEDED',
          'The first PIN of a QA lead or chair is chosen with the passphrase.',
          'Type the passphrase of the workspace with it.',
        );
      }
      await setPin(await get(personId), 'people.choosePin', personId, pin);
      return get(personId);
    },

    /** For whoever has shown the passphrase; `by` is who had signed in then. The trail says so, and the person is told. */
    async resetPin(by: Caller | null, personId: string, pin: string): Promise<Person> {
      await comingIn(personId);
      await setPin(by, 'people.resetPin', personId, pin, async (trx, at) => {
        const reset = { at, by_person_id: by?.id ?? null };
        await trx
          .insertInto('pin_reset')
          .values({ person_id: personId, ...reset })
          .onConflict((conflict) => conflict.column('person_id').doUpdateSet(reset))
          .execute();
      });
      return get(personId);
    },

    /** What a person who has just come in is to be told of their PIN: once, then no more. */
    async takePinReset(personId: string): Promise<PinReset | null> {
      const row = await db
        .selectFrom('pin_reset')
        .leftJoin('person', 'person.id', 'pin_reset.by_person_id')
        .select(['pin_reset.at as at', 'person.name as by'])
        .where('pin_reset.person_id', '=', personId)
        .executeTakeFirst();
      if (row === undefined) return null;
      await change(await get(personId), 'people.toldOfReset', personId, async (trx) => {
        await trx.deleteFrom('pin_reset').where('person_id', '=', personId).execute();
        return undefined;
      });
      return row;
    },

    async changePin(caller: Caller, { current, next }: { current: string; next: string }): Promise<Person> {
      const row = await comingIn(caller.id);
      if (row.pin !== null) await checkPin(caller.id, current);
      await setPin(caller, 'people.changePin', caller.id, next);
      return get(caller.id);
    },

    async add(caller: Caller, fields: PersonFields): Promise<Person> {
      await refuseWithoutPin(caller);
      const personId = randomUUID();
      await change(caller, 'people.add', personId, async (trx, at) => {
        await refuseTakenName(trx, fields.name, null);
        await trx
          .insertInto('person')
          .values({ id: personId, ...personRow(fields), created_at: at })
          .execute();
        await writeRoles(trx, personId, fields);
        return { roles: fields.roles.join(' '), agency: fields.agency };
      });
      return get(personId);
    },

    /** Throws Refusal NAME_TAKEN, LAST_QA_LEAD, HAS_OPEN_AUDITS or CONFLICT_OF_INTEREST. */
    async update(caller: Caller, personId: string, fields: PersonFields): Promise<Person> {
      await change(caller, 'people.update', personId, async (trx) => {
        await refuseTakenName(trx, fields.name, personId);
        const { numUpdatedRows } = await trx
          .updateTable('person')
          .set(personRow(fields))
          .where('id', '=', personId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('person');
        await trx.deleteFrom('person_role').where('person_id', '=', personId).execute();
        await writeRoles(trx, personId, fields);
        await refuseWithoutLead(trx);
        await refuseUnfit(trx, personId, fields);
        return { roles: fields.roles.join(' '), agency: fields.agency };
      });
      return get(personId);
    },

    /** Throws Refusal NOT_YOURSELF, HAS_OPEN_AUDITS, and as handing an audit over does. */
    async setActive(
      caller: Caller,
      personId: string,
      isActive: boolean,
      handOver: HandOver | null = null,
    ): Promise<Person> {
      if (personId === caller.id && !isActive) {
        throw new Refusal('NOT_YOURSELF', 'You cannot take yourself out.', 'Ask another QA lead to do it.');
      }
      await change(caller, 'people.setActive', personId, async (trx, at) => {
        const { numUpdatedRows } = await trx
          .updateTable('person')
          .set({ is_active: isActive ? 1 : 0 })
          .where('id', '=', personId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('person');
        await refuseWithoutLead(trx);
        // Once they are gone, so that none of it is handed to themselves.
        const handedOver = isActive ? {} : await handOverAudits(trx, personId, handOver, caller, at);
        return { isActive, ...handedOver };
      });
      return get(personId);
    },

    refuseWithoutPin,
  };

  /** Where others can come to the machine, nobody stays without a PIN. Throws Refusal OWN_PIN_NEEDED. */
  async function refuseWithoutPin(caller: Caller): Promise<void> {
    const { hasPin } = await get(caller.id);
    if (hasPin) return;
    throw new Refusal(
      'OWN_PIN_NEEDED',
      'You have no PIN yet.',
      'Choose one in Settings, under People, so that nobody else at this machine can work in your name.',
    );
  }
}

function toPerson(row: Row<'person'>, roles: string[]): Person {
  return personSchema.parse({
    id: row.id,
    name: row.name,
    agency: row.agency,
    team: row.team,
    roles,
    isActive: row.is_active === 1,
    signsIn: row.signs_in === 1,
    hasPin: row.pin !== null,
  });
}

function personRow(fields: PersonFields) {
  return { name: fields.name, agency: fields.agency, team: fields.team, signs_in: fields.signsIn ? 1 : 0 };
}

async function writeRoles(trx: Transaction<WorkspaceTables>, personId: string, { roles }: PersonFields): Promise<void> {
  await trx
    .insertInto('person_role')
    .values([...new Set(roles)].map((role) => ({ person_id: personId, role })))
    .execute();
}

async function refuseTakenName(
  trx: Transaction<WorkspaceTables>,
  name: string,
  exceptPersonId: string | null,
): Promise<void> {
  const people = await trx.selectFrom('person').select(['id', 'name']).execute();
  const isTaken = people.some((person) => person.id !== exceptPersonId && nameKey(person.name) === nameKey(name));
  if (isTaken) {
    throw new Refusal('NAME_TAKEN', 'There is a person of this name already.', 'Add what tells the two apart.');
  }
}

/** Throws Refusal LAST_QA_LEAD where the change would leave nobody to look after the workspace. */
async function refuseWithoutLead(trx: Transaction<WorkspaceTables>): Promise<void> {
  const lead = await trx
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .select('person.id')
    .where('person_role.role', '=', 'qa_lead')
    .where('person.is_active', '=', 1)
    .where('person.signs_in', '=', 1)
    .executeTakeFirst();
  if (lead) return;
  throw new Refusal('LAST_QA_LEAD', 'A workspace needs a QA lead.', 'Give that role to another person first.');
}

/** When the next try is taken, or null where it is taken now. */
function waitUntil(row: Row<'person'>, now: Date): string | null {
  if (row.last_wrong_pin_at === null) return null;
  const until = new Date(Date.parse(row.last_wrong_pin_at) + waitAfter(row.wrong_pins) * 1000);
  return until > now ? until.toISOString() : null;
}

function pinWait(until: string, now: Date): Refusal {
  const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1000);
  return new Refusal(
    'PIN_WAIT',
    'There were too many wrong PINs.',
    `The next try is taken in ${inWords(seconds)}. A forgotten PIN is reset with the passphrase.`,
  );
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
