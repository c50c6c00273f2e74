import { expect, test } from 'vitest';
import { openPanel } from '../../../support/open-panel.ts';
import { addPlan } from '../../../support/prepared-moderation.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

test('a document does not go to a plan that one of its auditors had a hand in', async () => {
  const { client, lead, auditor, of, ask } = await openPanel();
  const other = await addPlan(client, 's01-willowshire-amara', 'FM-2');
  const { planId } = (await client.documents.get({ documentId: other.documentId })).document;
  const { cycles } = await client.plans.cycles({ planId: planId ?? '' });
  await client.plans.setPeople({ cycleId: cycles[0]?.id ?? '', part: 'advised', personIds: [auditor.id] });
  await ask(auditor.id);
  const there = { stage: 'final' as const, issuedOn: null, plan: { kind: 'existing' as const, planId: planId ?? '' } };
  const conflict = { code: 'CONFLICT_OF_INTEREST', data: { advice: expect.stringContaining(auditor.name) } };
  await expect(client.documents.file({ documentId: of.documentId, ...there })).rejects.toMatchObject(conflict);
  const filings = [{ documentId: of.documentId, ...there }];
  await expect(client.documents.fileAll({ filings })).rejects.toMatchObject(conflict);
  expect((await client.documents.get({ documentId: of.documentId })).document.planId).not.toBe(planId);

  const [assignment] = await client.assignments.list({ roundId: of.roundId });
  await client.assignments.move({ assignmentId: assignment?.id ?? '', auditorId: lead.id, reason: 'Advised on it.' });
  expect(await client.documents.file({ documentId: of.documentId, ...there })).toMatchObject({ id: planId });
});

test('nobody comes to have had a hand in a plan that they are asked to audit, by the register or an import of it', async () => {
  const { client, auditor, of, ask } = await openPanel();
  const { planId } = (await client.documents.get({ documentId: of.documentId })).document;
  const { cycles } = await client.plans.cycles({ planId: planId ?? '' });
  await ask(auditor.id);
  const conflict = {
    code: 'CONFLICT_OF_INTEREST',
    data: { advice: expect.stringContaining(`FM-1 is with ${auditor.name}`) },
  };
  const signing = { cycleId: cycles[0]?.id ?? '', part: 'signed_off' as const, personIds: [auditor.id] };
  await expect(client.plans.setPeople(signing)).rejects.toMatchObject(conflict);
  const file = new File([`Reference,Caseworker\nFM-1,${auditor.name}\n`], 'register.csv');
  const { uploadId, columns } = await client.register.upload({ file, kind: 'register' });
  const applying = { uploadId, columns, onKnown: 'update' as const, mends: [], leftOut: [] };
  await expect(client.register.apply(applying)).rejects.toMatchObject(conflict);
  expect((await client.plans.cycles({ planId: planId ?? '' })).cycles[0]?.people).toEqual(cycles[0]?.people);

  const [assignment] = await client.assignments.list({ roundId: of.roundId });
  await client.assignments.withdraw({ assignmentId: assignment?.id ?? '', reason: 'Signed it off.' });
  expect((await client.register.apply(applying)).updated).toBe(1);
  expect((await client.plans.setPeople(signing)).cycles[0]?.people).not.toEqual(cycles[0]?.people);
});

test('taking an import back gives nobody a hand in a plan that they are asked to audit by now', async () => {
  const { client, lead, auditor, of, ask } = await openPanel();
  const { planId } = (await client.documents.get({ documentId: of.documentId })).document;
  const { cycles } = await client.plans.cycles({ planId: planId ?? '' });
  await client.plans.setPeople({ cycleId: cycles[0]?.id ?? '', part: 'wrote', personIds: [auditor.id] });
  const file = new File(['Reference,Caseworker\nFM-1,Bryony Tansy\n'], 'register.csv');
  const { uploadId, columns } = await client.register.upload({ file, kind: 'register' });
  const past = await client.register.apply({ uploadId, columns, onKnown: 'update', mends: [], leftOut: [] });
  await ask(auditor.id);
  const undoing = { importId: past.id };
  await expect(client.register.undo(undoing)).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  const [assignment] = await client.assignments.list({ roundId: of.roundId });
  await client.assignments.move({ assignmentId: assignment?.id ?? '', auditorId: lead.id, reason: 'Wrote it.' });
  expect((await client.register.undo(undoing)).undoneAt).not.toBeNull();
});

test('a flag tells of a danger, not of answers: whoever acted on it may still be asked to audit the plan', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(auditor.id);
  await signIn(auditor.id);
  const { id: auditId } = await client.audits.open(of);
  await client.flags.raise({ auditId, kind: 'safeguarding', words: 'Ring today.', ownerId: lead.id });
  await signIn(lead.id);
  expect(await client.flags.list({ isOpen: true })).toMatchObject([{ words: 'Ring today.' }]);
  await ask(lead.id);
  expect(await client.assignments.list({ roundId: of.roundId })).toHaveLength(2);
});

test('a round that there is not is refused wherever it is named', async () => {
  const { client } = await openPanel();
  const unknown = { code: 'NOT_FOUND' };
  const due = { roundId: NOBODY, dueOn: '2026-12-01' };
  await expect(client.assignments.setAllDue(due)).rejects.toMatchObject(unknown);
  const all = { roundId: NOBODY, assignmentIds: null, reason: 'Handed out anew.' };
  await expect(client.assignments.withdrawUnbegun(all)).rejects.toMatchObject(unknown);
  const round = { kind: 'random' as const, theme: '', panelDate: '2026-12-17', gradingDue: null };
  await expect(client.rounds.create({ ...round, copyFrom: NOBODY })).rejects.toMatchObject(unknown);
  expect(await client.rounds.list()).toHaveLength(1);
});

test('a proposal that is taken twice at once hands everything out once', async () => {
  const { client, lead, of } = await openPanel();
  await addPlan(client, 's01-willowshire-amara', 'FM-2');
  const rule = { kind: 'different_agencies' as const, auditors: 2 };
  const { seed } = await client.assignments.propose({ roundId: of.roundId, rule, seed: 7 });
  const taking = { roundId: of.roundId, rule, seed, dueOn: null };
  const taken = await Promise.all([client.assignments.accept(taking), client.assignments.accept(taking)]);
  expect(taken.map((list) => list.length)).toEqual([4, 4]);
  expect(taken[1].filter(({ auditor }) => auditor.id === lead.id)).toHaveLength(2);
});

test('no list of exceptions, and no name of a sheet, is longer than there can be', async () => {
  const { client } = await openPanel();
  const exceptions = Array.from({ length: 100 }, () => 'away' as const);
  await expect(client.plans.setExceptions({ cycleId: NOBODY, exceptions })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const sheet = { uploadId: NOBODY, sheet: 'x'.repeat(1000) };
  await expect(client.register.chooseSheet(sheet)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('a locality manager audits other teams’ plans, and none of the team that they manage', async () => {
  const { client, lead, auditor, of, ask } = await openPanel();
  const { planId } = (await client.documents.get({ documentId: of.documentId })).document;
  const {
    documents: _documents,
    id: _id,
    cycleId,
    createdAt: _at,
    ...fields
  } = await client.plans.get({ planId: planId ?? '' });
  const manager = { name: auditor.name, agency: 'health' as const, signsIn: true };
  const roles = ['auditor' as const, 'locality_manager' as const];
  await client.people.update({ personId: auditor.id, fields: { ...manager, team: 'North; Coast', roles } });
  const conflicted = async () => (await client.assignments.board({ roundId: of.roundId })).documents[0]?.conflicted;
  const refused = { code: 'CONFLICT_OF_INTEREST', data: { advice: expect.stringContaining('team that they manage') } };

  await client.plans.update({ planId: planId ?? '', fields: { ...fields, team: 'coast' } });
  expect(await conflicted()).toEqual([auditor.id]);
  await expect(ask(auditor.id)).rejects.toMatchObject(refused);

  // Where the register names no team, the writer's says whose plan it is.
  await client.plans.update({ planId: planId ?? '', fields: { ...fields, team: null } });
  expect(await conflicted()).toEqual([]);
  await client.people.update({
    personId: lead.id,
    fields: {
      name: 'Ottoline Sedge',
      agency: 'education',
      team: 'North',
      roles: ['qa_lead', 'caseworker'],
      signsIn: true,
    },
  });
  await client.plans.setPeople({ cycleId, part: 'wrote', personIds: [lead.id] });
  await expect(ask(auditor.id)).rejects.toMatchObject(refused);

  await client.plans.update({ planId: planId ?? '', fields: { ...fields, team: 'South' } });
  expect(await ask(auditor.id)).toHaveLength(1);
  // Nor does a plan come to the team of whoever is asked to audit it.
  await expect(
    client.plans.update({ planId: planId ?? '', fields: { ...fields, team: 'North' } }),
  ).rejects.toMatchObject({
    code: 'CONFLICT_OF_INTEREST',
    data: { advice: expect.stringContaining(`FM-1 is with ${auditor.name}`) },
  });
});
