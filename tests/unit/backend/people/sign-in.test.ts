import { describe, expect, test, vi } from 'vitest';
import type { PersonFields } from '../../../../shared/contract/people.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

// Here PINs are what they really are.
vi.unmock('../../../../electron/backend/people/pin.ts');

const LEADS_PIN = '4071';
const BRIAR: PersonFields = {
  name: 'Briar Tolland',
  agency: 'health',
  team: 'Community therapies',
  roles: ['auditor'],
  signsIn: true,
};

describe('one machine, several people', () => {
  test('a workspace with one person needs no PIN, and takes a second one only once the first has theirs', async () => {
    const { client } = await openWorkspace();
    await expect(client.people.add(BRIAR)).rejects.toMatchObject({ code: 'OWN_PIN_NEEDED' });
    const { id } = await me(client);
    await client.people.changePin({ current: '', next: LEADS_PIN });
    expect(await client.people.add(BRIAR)).toMatchObject({ ...BRIAR, isActive: true, hasPin: false });
    expect(await client.workspaces.current()).toMatchObject({ status: 'open', person: { id, hasPin: true } });
  });

  test('after unlocking nobody is in, nothing is served, and each comes in by their own PIN', async () => {
    const { client, reopen } = await openWorkspace();
    const { lead, briar } = await twoPeople(client);
    await reopen();
    expect(await client.workspaces.current()).toMatchObject({ status: 'signed_out' });
    await expect(client.plans.queue()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await client.people.atDoor()).toEqual([
      { id: briar, name: BRIAR.name, agency: 'health', hasPin: false, needsPassphrase: false, waitUntil: null },
      expect.objectContaining({ id: lead, hasPin: true }),
    ]);
    await expect(client.people.signIn({ personId: briar, pin: '' })).rejects.toMatchObject({ code: 'PIN_MISSING' });
    await expect(client.people.choosePin({ personId: lead, pin: '8250' })).rejects.toMatchObject({
      code: 'PIN_CHOSEN',
    });
    await expect(client.people.choosePin({ personId: briar, pin: '1111' })).rejects.toMatchObject({
      code: 'PIN_UNSUITABLE',
    });
    expect(await client.people.choosePin({ personId: briar, pin: '8250' })).toMatchObject({
      status: 'open',
      person: { name: BRIAR.name, roles: ['auditor'] },
    });
    await expect(client.people.add({ ...BRIAR, name: 'Another' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await client.people.signOut()).toMatchObject({ status: 'signed_out' });
    await expect(client.people.signIn({ personId: lead, pin: '8250' })).rejects.toMatchObject({ code: 'WRONG_PIN' });
    expect(await client.people.signIn({ personId: lead, pin: LEADS_PIN })).toMatchObject({ person: { id: lead } });
  });

  test('too many wrong PINs make everyone wait, also after the workspace was shut, and it stands in the trail', async () => {
    const { client, reopen, clock } = await openWorkspace();
    const { lead } = await twoPeople(client);
    await reopen();
    for (let count = 0; count < 5; count += 1) {
      await expect(client.people.signIn({ personId: lead, pin: '0000' })).rejects.toMatchObject({ code: 'WRONG_PIN' });
    }
    await reopen();
    await expect(client.people.signIn({ personId: lead, pin: LEADS_PIN })).rejects.toMatchObject({ code: 'PIN_WAIT' });
    clock.now = new Date(clock.now.getTime() + 31_000);
    expect(await client.people.signIn({ personId: lead, pin: LEADS_PIN })).toMatchObject({ status: 'open' });
    const { entries } = await client.trail.list({ before: null, limit: 100 });
    expect(entries.filter(({ action }) => action === 'people.wrongPin')).toHaveLength(5);
    expect(JSON.stringify(entries)).not.toContain(LEADS_PIN);
  });

  test('tries that come at once wait like those that come one by one', async () => {
    const { client, reopen } = await openWorkspace();
    const { lead } = await twoPeople(client);
    await reopen();
    const tries = Array.from({ length: 8 }, (_, at) =>
      client.people.signIn({ personId: lead, pin: `000${at}` }).catch((error: unknown) => error),
    );
    expect((await Promise.all(tries)).slice(5)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ code: 'PIN_WAIT' })),
    );
  });

  test('who has gone while their new PIN was being made is not brought back by it', async () => {
    const { client, reopen } = await openWorkspace();
    const { lead } = await twoPeople(client);
    await reopen();
    await client.people.signIn({ personId: lead, pin: LEADS_PIN });
    const changing = client.people.changePin({ current: LEADS_PIN, next: '9306' });
    await client.people.signOut();
    await changing;
    expect(await client.workspaces.current()).toMatchObject({ status: 'signed_out' });
  });

  test('a forgotten PIN gives way to a new one with the passphrase, and only with it', async () => {
    const { client, reopen } = await openWorkspace();
    const { lead } = await twoPeople(client);
    await reopen();
    const reset = { personId: lead, pin: '9306' };
    await expect(client.people.resetPin({ ...reset, passphrase: 'no' })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(await client.people.resetPin({ ...reset, passphrase: PASSPHRASE })).toMatchObject({ status: 'open' });
    await client.people.signOut();
    await expect(client.people.signIn({ personId: lead, pin: LEADS_PIN })).rejects.toMatchObject({ code: 'WRONG_PIN' });
    expect(await client.people.signIn({ personId: lead, pin: '9306' })).toMatchObject({ status: 'open' });
  });

  test('a person is told once that their PIN was reset, when, and who was signed in then', async () => {
    const { client, reopen, clock } = await openWorkspace();
    const { lead, briar } = await twoPeople(client);
    await reopen();
    await client.people.signIn({ personId: lead, pin: LEADS_PIN });
    const { name } = await me(client);
    const at = clock.now.toISOString();
    // Who resets it is in as that person, and must not be the one who reads of it.
    const reset = { personId: briar, passphrase: PASSPHRASE, pin: '9306' };
    expect(await client.people.resetPin(reset)).toMatchObject({ person: { id: briar }, pinReset: null });
    await client.people.signOut();
    clock.now = new Date(clock.now.getTime() + 60_000);
    const told = { person: { id: briar }, pinReset: { at, by: name } };
    expect(await client.people.signIn({ personId: briar, pin: '9306' })).toMatchObject(told);
    expect(await client.workspaces.current()).toMatchObject(told);
    await client.people.signOut();
    expect(await client.people.signIn({ personId: briar, pin: '9306' })).toMatchObject({ pinReset: null });
    await client.people.signOut();
    await client.people.resetPin({ ...reset, pin: '8250' });
    await reopen();
    expect(await client.people.signIn({ personId: briar, pin: '8250' })).toMatchObject({ pinReset: { by: null } });
    await client.people.signOut();
    await client.people.signIn({ personId: lead, pin: LEADS_PIN });
    const { entries } = await client.trail.list({ before: null, limit: 100 });
    expect(entries.filter(({ action }) => action === 'people.resetPin').map(({ personId }) => personId)).toEqual([
      null,
      lead,
    ]);
  });

  test('a workspace keeps a QA lead, names tell people apart, and who has gone does not come in', async () => {
    const { client } = await openWorkspace();
    const { lead, briar } = await twoPeople(client);
    const own = await me(client);
    const { name, agency, team, signsIn } = own;
    const without = { personId: lead, fields: { name, agency, team, signsIn, roles: ['auditor' as const] } };
    await expect(client.people.update(without)).rejects.toMatchObject({ code: 'LAST_QA_LEAD' });
    expect((await me(client)).roles).toContain('qa_lead');
    await expect(client.people.setActive({ personId: lead, isActive: false })).rejects.toMatchObject({
      code: 'NOT_YOURSELF',
    });
    await expect(client.people.add({ ...BRIAR, name: 'briar tolland' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await client.people.setActive({ personId: briar, isActive: false });
    await client.people.signOut();
    await expect(client.people.choosePin({ personId: briar, pin: '8250' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('nobody comes in as a new QA lead or chair by the name alone', async () => {
    const { client, reopen } = await openWorkspace();
    await twoPeople(client);
    const { id: personId } = await client.people.add({ ...BRIAR, name: 'Corin Vale', roles: ['chair'] });
    await reopen();
    expect((await client.people.atDoor()).find(({ id }) => id === personId)).toMatchObject({ needsPassphrase: true });
    await expect(client.people.choosePin({ personId, pin: '8250' })).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
    });
    expect(await client.people.resetPin({ personId, pin: '8250', passphrase: PASSPHRASE })).toMatchObject({
      status: 'open',
      person: { id: personId },
    });
  });

  test('what a QA lead changes of their own roles holds at once', async () => {
    const { client } = await openWorkspace();
    const { briar } = await twoPeople(client);
    await client.people.update({ personId: briar, fields: { ...BRIAR, roles: ['qa_lead'] } });
    const { id: personId, name, agency, team, signsIn } = await me(client);
    await client.people.update({ personId, fields: { name, agency, team, signsIn, roles: ['board_reader'] } });
    await expect(client.plans.queue()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

type Client = Awaited<ReturnType<typeof openWorkspace>>['client'];

async function me(client: Client) {
  const current = await client.workspaces.current();
  if (current.status !== 'open') throw new Error('nobody is in');
  return current.person;
}

async function twoPeople(client: Client): Promise<{ lead: string; briar: string }> {
  const { id: lead } = await me(client);
  await client.people.changePin({ current: '', next: LEADS_PIN });
  const { id: briar } = await client.people.add(BRIAR);
  return { lead, briar };
}

async function openWorkspace() {
  const clock = { now: new Date('2026-11-09T10:00:00Z') };
  const { client } = await newWorkspace(() => clock.now);
  async function reopen() {
    const locked = await client.workspaces.lock();
    if (locked.status !== 'locked') throw new Error('not locked');
    await client.workspaces.unlock({ workspaceId: locked.file.id, passphrase: PASSPHRASE });
  }
  return { client, clock, reopen };
}
