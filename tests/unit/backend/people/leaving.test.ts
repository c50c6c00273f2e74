import { expect, test } from 'vitest';
import { openPanel } from '../../../support/open-panel.ts';
import { addAuditor } from '../../../support/prepared-moderation.ts';

test('whoever leaves with audits that are not submitted hands them over in the same step, or they are withdrawn', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const { roundId, documentId } = of;
  const other = await addAuditor(client, 'Corin Ashby', 'social_care', lead);
  await ask(auditor.id, ['S01']);
  await signIn(auditor.id);
  await client.audits.open(of);
  await signIn(lead.id);
  const later = await client.rounds.create({
    kind: 'random',
    theme: '',
    panelDate: '2026-12-16',
    gradingDue: null,
    copyFrom: null,
  });
  await ask(auditor.id, null, later.id);

  const held = await client.assignments.heldBy({ personId: auditor.id });
  expect(held.map(({ assignment }) => [assignment.roundId, assignment.progress])).toEqual([
    [roundId, 'open'],
    [later.id, 'not_begun'],
  ]);
  expect(held[0]?.takers.map(({ id }) => id)).toContain(other.id);
  expect(held[0]?.takers.map(({ id }) => id)).not.toContain(auditor.id);

  const leave = { personId: auditor.id, isActive: false };
  const ids = held.map(({ assignment }) => assignment.id);
  await expect(client.people.setActive(leave)).rejects.toMatchObject({ code: 'HAS_OPEN_AUDITS' });
  const some = { reason: 'On long leave.', audits: [{ assignmentId: ids[0] ?? '', auditorId: other.id }] };
  await expect(client.people.setActive({ ...leave, handOver: some })).rejects.toMatchObject({
    code: 'HAS_OPEN_AUDITS',
  });
  // Nobody takes over from themselves, and then nothing else of the step stands either.
  const toSelf = ids.map((assignmentId) => ({ assignmentId, auditorId: auditor.id }));
  const refused = client.people.setActive({ ...leave, handOver: { ...some, audits: toSelf } });
  await expect(refused).rejects.toMatchObject({ code: 'NOT_AN_AUDITOR' });
  expect(await client.assignments.heldBy({ personId: auditor.id })).toEqual(held);

  const audits = [...some.audits, { assignmentId: ids[1] ?? '', auditorId: null }];
  const gone = await client.people.setActive({ ...leave, handOver: { ...some, audits } });
  expect(gone.isActive).toBe(false);
  const now = await client.assignments.list({ roundId });
  expect(now.map(({ auditor: { id }, state, standards, reason }) => [id, state, standards, reason])).toEqual(
    expect.arrayContaining([
      [auditor.id, 'moved', ['S01'], 'On long leave.'],
      [other.id, 'assigned', ['S01'], ''],
    ]),
  );
  expect(await client.assignments.list({ roundId: later.id })).toMatchObject([{ documentId, state: 'withdrawn' }]);
  const { entries } = await client.trail.list({ before: null, limit: 1 });
  expect(entries[0]).toMatchObject({ action: 'people.setActive', detail: { isActive: false, moved: 1, withdrawn: 1 } });
  expect(JSON.stringify(entries)).not.toContain('long leave');
});

test('whoever holds open audits stays an auditor who comes in, and no manager of the team whose plan it is', async () => {
  const { client, auditor, of, ask } = await openPanel();
  const { planId } = (await client.documents.get({ documentId: of.documentId })).document;
  const {
    documents: _documents,
    id: _id,
    cycleId: _cycleId,
    createdAt: _at,
    ...fields
  } = await client.plans.get({ planId: planId ?? '' });
  await client.plans.update({ planId: planId ?? '', fields: { ...fields, team: 'North' } });
  await ask(auditor.id);
  const person = { name: auditor.name, agency: 'health' as const, team: 'North', signsIn: true };
  const change = (changed: Partial<{ roles: ('auditor' | 'chair' | 'locality_manager')[]; signsIn: boolean }>) =>
    client.people.update({ personId: auditor.id, fields: { ...person, roles: ['auditor'], ...changed } });
  await expect(change({ roles: ['chair'] })).rejects.toMatchObject({ code: 'HAS_OPEN_AUDITS' });
  await expect(change({ signsIn: false })).rejects.toMatchObject({ code: 'HAS_OPEN_AUDITS' });
  await expect(change({ roles: ['auditor', 'locality_manager'] })).rejects.toMatchObject({
    code: 'CONFLICT_OF_INTEREST',
    data: { advice: expect.stringContaining(`FM-1 is with ${auditor.name}`) },
  });
  expect((await change({ roles: ['auditor', 'chair'] })).roles).toEqual(['auditor', 'chair']);

  const [assignment] = await client.assignments.list({ roundId: of.roundId });
  await client.assignments.withdraw({ assignmentId: assignment?.id ?? '', reason: 'Chairs from now on.' });
  expect((await change({ roles: ['chair'] })).roles).toEqual(['chair']);
});
