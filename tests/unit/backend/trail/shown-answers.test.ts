import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { addAuditor, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

const RUBRIC = builtInRubric();

test('who may still reopen reads of the others’ answers in no trail, phrase or flag until they were shown', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(lead.id);
  await ask(auditor.id);
  await signIn(auditor.id);
  const { id: auditId } = await client.audits.open(of);
  const phrase = { auditId, criterionId: 'S06.C1', words: 'Velvet quarry.' };
  await client.phrases.add({ ...phrase, isShared: true });
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  await signIn(lead.id);
  const own = await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });

  const told = async () => {
    const { entries } = await client.trail.list({ before: null, limit: 500 });
    return entries.filter(({ personId, action }) => personId === auditor.id && action === 'audits.saveAnswer').length;
  };
  expect(await told()).toBe(0);
  expect(await client.phrases.list()).toEqual([]);
  await client.audits.reopen({ auditId: own.auditId, reason: 'A slip.' });
  await client.audits.submit({ auditId: own.auditId });

  await client.moderation.begin({ roundId: of.roundId });
  expect(await told()).toBeGreaterThan(0);
  expect(await client.phrases.list()).toMatchObject([{ words: phrase.words, isMine: false }]);
  await expect(client.audits.reopen({ auditId: own.auditId, reason: 'A slip.' })).rejects.toMatchObject({
    code: 'ANSWERS_SHOWN',
  });
});

test('a flag is kept from the others who grade the document until answers were shown', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const second = await addAuditor(client, 'Corin Vale', 'social_care', lead);
  await ask(second.id);
  await ask(auditor.id);
  await signIn(auditor.id);
  const { auditId } = await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  await client.flags.raise({ auditId, kind: 'other', words: 'Look at Section B.', ownerId: lead.id });
  await signIn(second.id);
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  expect(await client.flags.list({ isOpen: null })).toEqual([]);
  await signIn(lead.id);
  await client.moderation.begin({ roundId: of.roundId });
  await signIn(second.id);
  expect(await client.flags.list({ isOpen: null })).toHaveLength(1);
});

test('nobody is asked to audit what the panel has agreed, nor standards or rounds that there are not', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(lead.id);
  await ask(auditor.id);
  for (const id of [auditor.id, lead.id]) {
    await signIn(id);
    await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  }
  await client.moderation.begin({ roundId: of.roundId });
  await client.moderation.agree(of);
  const third = await addAuditor(client, 'Dilys Marsh', 'education', lead);
  await expect(ask(third.id)).rejects.toMatchObject({ code: 'ALREADY_AGREED' });
  await expect(ask(third.id, ['S99'])).rejects.toMatchObject({ code: 'NO_SUCH_STANDARD' });
  await expect(ask(third.id, [])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(ask(third.id, null, third.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await client.moderation.list({ roundId: of.roundId })).documents).toMatchObject([{ state: 'agreed' }]);
});

test('an auditor can neither remove a document nor move it to another plan once somebody else has begun', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const second = await addAuditor(client, 'Corin Vale', 'social_care', lead);
  await ask(auditor.id);
  await signIn(auditor.id);
  const { id: auditId } = await client.audits.open(of);
  await signIn(second.id);
  const removing = client.documents.remove({ documentId: of.documentId });
  await expect(removing).rejects.toMatchObject({ code: 'OTHERS_AUDIT' });
  const fields = { initials: 'CD', name: null, dateOfBirth: null, planType: 'new' as const, ncYear: null };
  const blank = { setting: null, primaryNeed: null, locality: null };
  const elsewhere = { kind: 'new' as const, fields: { reference: 'FM-2', ...fields, ...blank } };
  const filed = { documentId: of.documentId, stage: 'final' as const, issuedOn: null };
  await expect(client.documents.file({ ...filed, plan: elsewhere })).rejects.toMatchObject({ code: 'OTHERS_AUDIT' });
  await signIn(auditor.id);
  expect(await client.audits.get({ auditId })).toMatchObject({ state: 'open' });
  await signIn(lead.id);
  await client.documents.remove({ documentId: of.documentId });
});

test('what was submitted once is kept when its audit is reopened: neither document nor plan can go', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(auditor.id);
  await signIn(auditor.id);
  const { auditId } = await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  const { planId } = await client.audits.get({ auditId });
  await client.audits.reopen({ auditId, reason: 'A slip.' });
  await signIn(lead.id);
  const kept = { code: 'HAS_SUBMITTED_AUDIT' };
  await expect(client.documents.remove({ documentId: of.documentId })).rejects.toMatchObject(kept);
  await expect(client.plans.remove({ planId })).rejects.toMatchObject(kept);
});

test('a calibration document from which everyone was withdrawn can be named again', async () => {
  const { client, auditor, of } = await openPanel();
  await client.rounds.setMembers({ roundId: of.roundId, personIds: [auditor.id] });
  await client.moderation.nameCalibration(of);
  for (const { id } of await client.assignments.list({ roundId: of.roundId })) {
    await client.assignments.withdraw({ assignmentId: id, reason: 'Ill.' });
  }
  expect((await client.moderation.nameCalibration(of)).documents).toMatchObject([{ isCalibration: true }]);
});

test('what others did otherwise is told while audits are closed', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(lead.id);
  await ask(auditor.id);
  await signIn(auditor.id);
  await client.audits.open(of);
  await signIn(lead.id);
  const { entries } = await client.trail.list({ before: null, limit: 500 });
  const others = entries.filter(({ personId }) => personId === auditor.id).map(({ action }) => action);
  expect(others).toContain('people.signIn');
  expect(others).toContain('audits.open');
});
