import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { EVERY_PLAN } from '../../../../shared/contract/plans.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { addAuditor, type Client, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

const RUBRIC = builtInRubric();

test('a document that was audited in an earlier round waits to be begun in the next one', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(auditor.id);
  await signIn(auditor.id);
  const first = await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  const { planId } = await client.audits.get({ auditId: first.auditId });
  await signIn(lead.id);
  const next = await laterRound(client);
  await ask(auditor.id, null, next.id);

  await signIn(auditor.id);
  expect(await client.plans.queue()).toMatchObject([{ roundId: next.id, document: { myAudit: null } }]);
  expect((await client.plans.get({ planId })).documents).toMatchObject([{ myAudit: null }]);
  expect(await toBegin(client)).toBe(1);
  const second = await client.audits.open({ ...of, roundId: next.id });
  expect(second.id).not.toBe(first.auditId);
  expect(await client.plans.queue()).toMatchObject([{ document: { myAudit: { id: second.id, state: 'open' } } }]);
  expect(await client.audits.get({ auditId: first.auditId })).toMatchObject({
    document: { myAudit: { id: first.auditId, state: 'submitted' } },
  });
  expect(await client.audits.list({ roundId: of.roundId })).toMatchObject([
    { document: { myAudit: { id: first.auditId } } },
  ]);
  expect(await toBegin(client)).toBe(0);
  await signIn(lead.id);
  // One round alone is counted as it is among all.
  const all = await client.rounds.list();
  const current = await client.rounds.current();
  expect(all.map(({ assigned, handedIn, auditsOpen }) => [assigned, handedIn, auditsOpen])).toEqual([
    [1, 1, 0],
    [1, 0, 1],
  ]);
  expect(all).toContainEqual(current);
});

test('a wording of an earlier round that is shared in the next one waits for the others of that one', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const second = await addAuditor(client, 'Corin Vale', 'social_care', lead);
  await ask(auditor.id);
  await signIn(auditor.id);
  const { auditId } = await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  const phrase = { criterionId: 'S06.C1', words: 'Velvet quarry.' };
  await client.phrases.add({ ...phrase, auditId, isShared: false });
  await signIn(lead.id);
  const next = await laterRound(client);
  for (const { id } of [auditor, second]) await ask(id, null, next.id);
  await signIn(auditor.id);
  const { id: again } = await client.audits.open({ ...of, roundId: next.id });
  await client.phrases.add({ ...phrase, auditId: again, isShared: true });
  await signIn(second.id);
  expect(await client.phrases.list()).toEqual([]);
});

test('of one version in two rounds, the later panel’s answers to an earlier action are told', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const { planId } = (await client.documents.get({ documentId: of.documentId })).document;
  const owner = { personId: lead.id, name: '' };
  const wanted = {
    kind: 'change' as const,
    level: 'plan' as const,
    words: 'Name who provides it.',
    service: '',
    owner,
  };
  const action = await client.actions.create({
    ...wanted,
    planId,
    documentId: null,
    roundId: null,
    criterionId: null,
    dueOn: null,
  });
  const answerIn = async (roundId: string, answer: 'answered' | 'not_answered') => {
    await ask(auditor.id, null, roundId);
    await signIn(auditor.id);
    const { id } = await client.audits.open({ ...of, roundId });
    await client.actions.answer({ auditId: id, actionId: action.id, answer, comment: '' });
    await gradeDocument(client, { ...of, roundId, rubric: RUBRIC, given: GOOD });
    await signIn(lead.id);
  };
  await answerIn(of.roundId, 'not_answered');
  const next = await laterRound(client);
  await answerIn(next.id, 'answered');
  const filter = { level: null, planId, service: null, state: null, isMine: false };
  const { actions } = await client.actions.list({ filter, limit: 5 });
  expect(actions[0]?.later).toMatchObject({ roundId: next.id, answers: [{ answer: 'answered' }] });
});

test('who knows how a version was graded in one round is not asked to grade it alone in the next', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const others = [await addAuditor(client, 'Corin Vale', 'social_care', lead)];
  const fresh = await addAuditor(client, 'Esme Larch', 'education', lead);
  for (const { id } of [auditor, ...others]) await ask(id);
  for (const { id } of [auditor, ...others]) {
    await signIn(id);
    await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  }
  await signIn(lead.id);
  await client.moderation.begin({ roundId: of.roundId });
  await signIn(auditor.id);
  await client.moderation.get(of);
  await signIn(lead.id);
  const next = await laterRound(client);
  await expect(ask(auditor.id, null, next.id)).rejects.toMatchObject({ code: 'HAS_SEEN_ANSWERS' });
  await ask(fresh.id, null, next.id);
  const { documents } = await client.assignments.board({ roundId: next.id });
  expect(documents.find(({ documentId }) => documentId === of.documentId)?.seenBy).toContain(auditor.id);
});

function laterRound(client: Client) {
  const fields = { kind: 'random' as const, theme: '', gradingDue: null, copyFrom: null };
  return client.rounds.create({ ...fields, panelDate: '2026-12-17' });
}

async function toBegin(client: Client): Promise<number> {
  const filter = { ...EVERY_PLAN, myWork: 'to_begin' } as const;
  const sort = { column: 'reference', direction: 'ascending' } as const;
  return (await client.plans.page({ filter, sort, offset: 0, limit: 5 })).matching;
}
