import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionFilter, NewAction } from '../../../../shared/contract/actions.ts';
import type { Stage } from '../../../../shared/contract/plans.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import type { Response } from '../../../../shared/domain/rubric/rubric.ts';
import { addAuditor, type Client, gradeDocument, LOWER, PANEL_PIN } from '../../../support/prepared-moderation.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

const PIN = '4071';
const RUBRIC = builtInRubric();
const PLAN = path.resolve('tests/corpus/plans/s02-willowshire-jasper');
const ALL: ActionFilter = { level: null, planId: null, service: null, state: null, isMine: false };

/** A panel of two with a plan's draft, both to be signed in by name. */
async function withDraft() {
  let now = new Date('2026-11-09T10:00:00Z');
  const { client } = await newWorkspace(() => now);
  const { id: leadId } = await client.people.changePin({ current: '', next: PIN });
  const lead = { id: leadId, pin: PIN };
  const briar = await addAuditor(client, 'Briar Tolland', 'health', lead);
  const corin = await addAuditor(client, 'Corin Vale', 'social_care', lead);
  const { id: roundId } = await client.rounds.current();
  const draftId = await file(client, 'draft', null);
  const { planId } = (await client.documents.get({ documentId: draftId })).document;
  if (planId === null) throw new Error('not filed');
  const signIn = (id: string) => client.people.signIn({ personId: id, pin: id === leadId ? PIN : PANEL_PIN });
  const assign = async (documentId: string, inRound: string) => {
    for (const { id } of [briar, corin]) {
      await client.assignments.assign({ roundId: inRound, documentId, auditorId: id, standards: null, dueOn: null });
    }
  };
  const gradeAs = async (id: string, documentId: string, inRound: string, given: Record<string, Response>) => {
    await signIn(id);
    const graded = await gradeDocument(client, { roundId: inRound, documentId, rubric: RUBRIC, given });
    await signIn(leadId);
    return graded;
  };
  const wait = (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000);
  };
  const action: NewAction = {
    kind: 'change',
    level: 'plan',
    planId,
    documentId: draftId,
    roundId,
    criterionId: 'S06.C1',
    words: 'Say how often the therapist comes, and for how long.',
    service: 'Therapy',
    owner: { personId: briar.id, name: '' },
    dueOn: '2026-11-20',
  };
  return { client, leadId, briar, corin, roundId, draftId, planId, signIn, assign, gradeAs, wait, action };
}

async function file(client: Client, stage: Stage, planId: string | null): Promise<string> {
  const name = `${stage}.docx`;
  let documentId = '';
  for await (const event of await client.documents.import({
    file: new File([readFileSync(path.join(PLAN, name))], name),
  })) {
    if (event.kind === 'done') documentId = event.document.id;
  }
  const fields = {
    reference: 'FM-001',
    initials: 'JB',
    name: null,
    dateOfBirth: '2019-03-04',
    planType: 'new' as const,
    ncYear: 3,
    setting: null,
    primaryNeed: null,
    locality: null,
  };
  await client.documents.file({
    documentId,
    stage,
    issuedOn: null,
    plan: planId === null ? { kind: 'new', fields } : { kind: 'existing', planId },
  });
  return documentId;
}

describe('an action on a draft', () => {
  test('waits for all who audit the plan, is asked of its final, and is done once a person says so', async () => {
    const { client, leadId, briar, corin, roundId, draftId, planId, signIn, assign, gradeAs, action } =
      await withDraft();
    const otherId = (await addAuditor(client, 'Dilys Marsh', 'education', { id: leadId, pin: PIN })).id;
    await assign(draftId, roundId);
    await gradeAs(briar.id, draftId, roundId, LOWER);
    const tooEarly = { code: 'ANSWERS_CLOSED' };
    for (const id of [leadId, briar.id, corin.id]) {
      await signIn(id);
      await expect(client.actions.create(action)).rejects.toMatchObject(tooEarly);
      await expect(client.actions.create({ ...action, roundId: null, documentId: null })).rejects.toMatchObject(
        tooEarly,
      );
    }
    await signIn(leadId);
    await gradeAs(corin.id, draftId, roundId, LOWER);
    await signIn(otherId);
    await expect(client.actions.create(action)).rejects.toMatchObject({ code: 'NOT_YOUR_PLAN' });
    await signIn(corin.id);
    const made = await client.actions.create(action);
    expect(made).toMatchObject({ source: 'audits', owner: { name: 'Briar Tolland' }, mayEdit: true, maySettle: false });
    const settling = { actionId: made.id, state: 'done' as const, evidence: 'It says so now.', quote: null };
    await expect(client.actions.settle(settling)).rejects.toMatchObject({ code: 'NOT_YOURS' });

    await signIn(leadId);
    const finalId = await file(client, 'final', planId);
    await assign(finalId, roundId);
    const say = async (id: string) => {
      await signIn(id);
      const { id: auditId } = await client.audits.open({ documentId: finalId, roundId });
      const [before] = await client.actions.asked({ auditId });
      expect(before).toMatchObject({ actionId: made.id, answer: null, comment: '', earlier: { documentId: draftId } });
      const said = { auditId, actionId: made.id, answer: 'answered' as const, comment: `So says ${id}.` };
      expect(await client.actions.answer(said)).toMatchObject([{ answer: 'answered' }]);
      return said;
    };
    const { auditId } = await say(briar.id);
    await say(corin.id);
    const laterNow = async () => (await client.actions.list({ filter: ALL, limit: 50 })).actions[0]?.later;
    expect(await laterNow()).toBeNull();
    await expect(client.actions.asked({ auditId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await gradeAs(briar.id, finalId, roundId, {});
    expect(await laterNow()).toBeNull();
    await gradeAs(corin.id, finalId, roundId, {});
    const glance = await client.actions.list({ filter: ALL, limit: 50, isGlance: true });
    expect(glance.actions[0]?.later).toBeNull();
    const canReopen = async () => {
      const assigned = await client.assignments.list({ roundId });
      return assigned.filter(({ documentId }) => documentId === finalId).map((each) => each.canReopen);
    };
    expect(await canReopen()).toEqual([true, true]);
    expect(await laterNow()).toMatchObject({ isProposedDone: true, version: { documentId: finalId } });
    expect(await canReopen()).toEqual([false, false]);
    await signIn(briar.id);
    await expect(
      client.actions.answer({ auditId, actionId: made.id, answer: 'partly', comment: '' }),
    ).rejects.toMatchObject({ code: 'ALREADY_SUBMITTED' });
    // What was shown to others is not changed by an audit that is opened again.
    await expect(client.audits.reopen({ auditId, reason: 'To look again.' })).rejects.toMatchObject({
      code: 'ANSWERS_SHOWN',
    });

    const text = (await client.documents.get({ documentId: finalId })).model.blocks.find(
      (block) => block.furniture === undefined && block.text.length > 40,
    )?.text;
    const quote = { documentId: finalId, text: text?.slice(0, 40) ?? '' };
    await expect(
      client.actions.settle({ ...settling, quote: { ...quote, text: 'words that nobody wrote' } }),
    ).rejects.toMatchObject({ code: 'QUOTE_NOT_FOUND' });
    const done = await client.actions.settle({ ...settling, quote });
    expect(done).toMatchObject({ state: 'done', settledBy: 'Briar Tolland', quote: { documentId: finalId } });
    await expect(client.actions.settle(settling)).rejects.toMatchObject({ code: 'SETTLED' });
    const reopened = await client.actions.reopen({ actionId: made.id });
    expect(reopened).toMatchObject({ state: 'open', settledAt: null, evidence: 'It says so now.' });
    await signIn(leadId);
    const { entries } = await client.trail.list({ before: null, limit: 500 });
    const own = entries.filter((entry) => entry.action.startsWith('actions.'));
    expect(own.map((entry) => entry.action).toSorted()).toEqual([
      'actions.answer',
      'actions.answer',
      'actions.create',
      'actions.reopen',
      'actions.settle',
    ]);
    expect(JSON.stringify(own)).not.toMatch(/therapist|says so|Briar/);
  }, 60_000);

  test('is answered before the audit of its final is submitted, and listed until then', async () => {
    const { client, briar, corin, roundId, draftId, planId, signIn, assign, gradeAs, action } = await withDraft();
    await assign(draftId, roundId);
    await gradeAs(briar.id, draftId, roundId, LOWER);
    await gradeAs(corin.id, draftId, roundId, LOWER);
    const { id: actionId } = await client.actions.create(action);
    const finalId = await file(client, 'final', planId);
    const { id: leadId } = (await client.people.atDoor()).find(({ name }) => name === 'Ottoline Sedge') ?? { id: '' };
    await signIn(leadId);
    await assign(finalId, roundId);
    await expect(gradeAs(briar.id, finalId, roundId, {})).rejects.toMatchObject({ code: 'NOT_READY' });
    const { id: auditId } = await client.audits.open({ documentId: finalId, roundId });
    const needed = { code: 'ACTION_NEEDED', message: expect.stringContaining(action.words) };
    expect((await client.audits.get({ auditId })).problems).toEqual([expect.objectContaining(needed)]);
    const said = { auditId, actionId, comment: '' };
    await client.actions.answer({ ...said, answer: 'partly' });
    await client.actions.answer({ ...said, answer: null });
    await expect(client.audits.submit({ auditId })).rejects.toMatchObject({ data: { problems: [needed] } });
    await client.actions.answer({ ...said, answer: 'not_answered' });
    expect(await client.audits.submit({ auditId })).toMatchObject({ state: 'submitted' });
  }, 60_000);

  test('is asked only of audits that cover what it is about, and not of the version that it came from', async () => {
    const { client, briar, corin, roundId, draftId, planId, signIn, assign, gradeAs, action } = await withDraft();
    await assign(draftId, roundId);
    await gradeAs(briar.id, draftId, roundId, LOWER);
    await gradeAs(corin.id, draftId, roundId, LOWER);
    await client.actions.create(action);
    const finalId = await file(client, 'final', planId);
    const asked = async (id: string, documentId: string, standards: string[]) => {
      await client.assignments.assign({ roundId, documentId, auditorId: id, standards, dueOn: null });
      await signIn(id);
      const { id: auditId } = await client.audits.open({ documentId, roundId });
      return (await client.actions.asked({ auditId })).length;
    };
    const { id: leadId } = (await client.people.atDoor()).find(({ name }) => name === 'Ottoline Sedge') ?? { id: '' };
    expect(await asked(briar.id, finalId, ['S06'])).toBe(1);
    await signIn(leadId);
    expect(await asked(corin.id, finalId, ['S01'])).toBe(0);
    const { auditId } = await gradedAs(client, draftId, roundId);
    expect(await client.actions.asked({ auditId })).toEqual([]);
  }, 60_000);
});

/** The caller's own audit of a document. */
async function gradedAs(client: Client, documentId: string, roundId: string) {
  const audits = await client.audits.list({ roundId });
  return { auditId: audits.find(({ document }) => document.id === documentId)?.id ?? '' };
}

test('what was done for services and the system is told; actions of single plans only to who may read plans', async () => {
  const { client, briar, corin, leadId, signIn, action, wait } = await withDraft();
  const beyond = {
    ...action,
    level: 'service' as const,
    planId: null,
    documentId: null,
    roundId: null,
    criterionId: null,
  };
  const form = await client.actions.create({ ...beyond, words: 'A new advice form.' });
  await client.actions.create({ ...beyond, level: 'system', service: '', owner: { personId: null, name: 'IT desk' } });
  await client.actions.create({ ...action, roundId: null, documentId: null, owner: { personId: leadId, name: '' } });
  await signIn(corin.id);
  await expect(client.actions.create(beyond)).rejects.toMatchObject({ code: 'NOT_YOUR_PLAN' });
  wait(30);
  await signIn(briar.id);
  const late = await client.actions.list({ filter: { ...ALL, state: 'overdue', isMine: true }, limit: 50 });
  expect(late.actions.map(({ id }) => id)).toEqual([form.id]);
  await client.actions.settle({ actionId: form.id, state: 'done', evidence: 'It is in use.', quote: null });
  const told = await client.actions.done({ sinceRoundId: null });
  expect(told).toEqual({
    since: null,
    items: [
      {
        level: 'service',
        service: 'Therapy',
        words: 'A new advice form.',
        evidence: 'It is in use.',
        doneOn: '2026-12-09',
      },
    ],
  });
  await signIn(leadId);
  expect(await client.actions.list({ filter: ALL, limit: 2 })).toMatchObject({ matching: 3, services: ['Therapy'] });
  const reader = await client.people.add({
    name: 'Edda Quill',
    agency: 'education',
    team: '',
    roles: ['board_reader'],
    signsIn: true,
  });
  await client.people.signOut();
  await client.people.choosePin({ personId: reader.id, pin: PANEL_PIN });
  const seen = await client.actions.list({ filter: ALL, limit: 50 });
  expect(seen.actions.map(({ level }) => level).toSorted()).toEqual(['service', 'system']);
}, 30_000);

test('a plan that is owed a re-audit comes along with the next sample, with its grades before and after', async () => {
  const { client, briar, corin, roundId, draftId, planId, assign, gradeAs, wait } = await withDraft();
  await assign(draftId, roundId);
  await gradeAs(briar.id, draftId, roundId, LOWER);
  await gradeAs(corin.id, draftId, roundId, LOWER);
  expect(await client.actions.reAuditsDue({ roundId })).toMatchObject([
    { planId, gradeLabel: 'Requires improvement', rule: 'share', isOwed: false },
  ]);
  expect(await client.actions.oweReAudits({ roundId, sharePercent: 0, seed: 1 })).toMatchObject([{ isOwed: false }]);
  expect(await client.actions.oweReAudits({ roundId, sharePercent: 20, seed: 1 })).toMatchObject([{ isOwed: true }]);
  await client.actions.oweReAudits({ roundId, sharePercent: 100, seed: 2 });
  const owed = await client.actions.list({ filter: ALL, limit: 50 });
  expect(owed.actions).toMatchObject([{ kind: 're_audit', reAudit: { before: 'Requires improvement', after: null } }]);

  wait(30);
  const { id: nextId } = await client.rounds.create({
    kind: 'random',
    theme: '',
    panelDate: '2026-12-16',
    gradingDue: null,
    copyFrom: null,
  });
  for (const reference of ['FM-002', 'FM-003', 'FM-004']) {
    await client.plans.create({
      reference,
      initials: 'AB',
      name: null,
      dateOfBirth: null,
      planType: 'amended',
      ncYear: null,
      setting: null,
      primaryNeed: null,
      locality: null,
    });
  }
  const sample = {
    roundId: nextId,
    method: 'random' as const,
    strataBy: [],
    allocation: 'proportional' as const,
    size: 1,
    filter: {
      planTypes: ['amended' as const],
      ncYearFrom: null,
      ncYearTo: null,
      team: null,
      locality: null,
      isLookedAfter: null,
      isLate: null,
      notAuditedForRounds: 0,
    },
  };
  for (const seed of [3, 4]) {
    const { plans } = await client.samples.draw({ ...sample, seed });
    expect(plans.map(({ origin }) => origin).toSorted()).toEqual(['re_audit', 'sampled']);
    expect(plans.find(({ origin }) => origin === 're_audit')?.planId).toBe(planId);
  }
  const finalId = await file(client, 'final', planId);
  await assign(finalId, nextId);
  await gradeAs(briar.id, finalId, nextId, {});
  const reAudit = async () => (await client.actions.list({ filter: ALL, limit: 50 })).actions[0]?.reAudit;
  expect(await reAudit()).toMatchObject({ after: null });
  await gradeAs(corin.id, finalId, nextId, {});
  expect(await reAudit()).toEqual({ before: 'Requires improvement', after: 'Outstanding' });
}, 60_000);
