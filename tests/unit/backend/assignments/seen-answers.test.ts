import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { internalEdition, previewReport } from '../../../support/internal-report.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { addAuditor, addPlan, type Client, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

const RUBRIC = builtInRubric();
const SEEN = { code: 'HAS_SEEN_ANSWERS' };

type Look = (client: Client, of: { roundId: string; documentId: string }) => Promise<unknown>;

/** Every way by which a QA lead, who may audit too, is told what somebody else found. */
const LOOKS: Record<string, Look> = {
  'reports.preview': (client, { roundId }) => previewReport(client, roundId),
  'reports.export': async (client, { roundId }) =>
    client.reports.export({ ...(await internalEdition(client, roundId)), format: 'html' }),
  'actions.reAuditsDue': (client, { roundId }) => client.actions.reAuditsDue({ roundId }),
  'trail.list': (client) => client.trail.list({ before: null, limit: 500 }),
};

test.each(Object.entries(LOOKS))('whoever has looked at %s cannot audit what they saw', async (_name, look) => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(auditor.id);
  await signIn(auditor.id);
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: LOWEST });
  await signIn(lead.id);
  expect(await seenBy(client, of)).toEqual([]);
  await look(client, of);
  expect(await seenBy(client, of)).toEqual([lead.id]);
  await expect(ask(lead.id)).rejects.toMatchObject(SEEN);
  await expect(ask(lead.id)).rejects.toThrow('This person has seen what others found in this plan.');
});

test('who has looked at moderation, and nobody else, is kept from being a third auditor', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const second = await addAuditor(client, 'Corin Vale', 'social_care', lead);
  const third = await addAuditor(client, 'Dilys Marsh', 'education', lead);
  for (const { id } of [auditor, second]) {
    await ask(id);
    await signIn(id);
    await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
    await signIn(lead.id);
  }
  await client.moderation.begin({ roundId: of.roundId });
  await client.moderation.get(of);
  await expect(ask(lead.id)).rejects.toMatchObject(SEEN);
  await ask(third.id);
});

test('nobody takes by themselves, or is proposed for, what they have seen the figures of', async () => {
  const { client, lead, auditor, of, signIn } = await openPanel();
  await signIn(auditor.id);
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  await signIn(lead.id);
  const { documentId } = await addPlan(client, 's01-willowshire-amara', 'FM-2');
  await previewReport(client, of.roundId);
  await expect(client.audits.open(of)).rejects.toMatchObject(SEEN);
  await client.audits.open({ ...of, documentId });
  const rule = { kind: 'different_agencies' as const, auditors: 2 };
  const { assigned } = await client.assignments.propose({ roundId: of.roundId, rule, seed: 5 });
  expect(assigned.map(({ documentId: id, auditorId }) => [id, auditorId])).toEqual([[documentId, auditor.id]]);
});

test('a look before anybody has submitted tells nothing, and is held against nobody', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(auditor.id);
  await signIn(auditor.id);
  await client.audits.open(of);
  await signIn(lead.id);
  for (const look of Object.values(LOOKS)) await look(client, of);
  await client.moderation.list({ roundId: of.roundId });
  expect(await seenBy(client, of)).toEqual([]);
  await ask(lead.id);
});

/** Inadequate, so that a re-audit is owed. */
const LOWEST = { ...GOOD, 'S06.C1': 'not_met', 'S07.C1': 'not_met', 'S07.C2': 'not_met' } as const;

async function seenBy(client: Client, { roundId, documentId }: { roundId: string; documentId: string }) {
  const { documents } = await client.assignments.board({ roundId });
  return documents.find((document) => document.documentId === documentId)?.seenBy;
}
