import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { AdviceRequestFields } from '../../../../shared/contract/advice.ts';
import type { Agency } from '../../../../shared/contract/person.ts';
import type { PlanFields } from '../../../../shared/contract/plans.ts';
import { quoteAnchor } from '../../../../shared/domain/anchors.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

const CORPUS = path.resolve('tests/corpus/plans');
const AMARA = path.join(CORPUS, 's01-willowshire-amara');

const FIELDS: PlanFields = {
  reference: 'FM-1',
  initials: 'AF',
  name: 'Amara Fieldgate',
  dateOfBirth: '2019-03-04',
  planType: 'new',
  ncYear: 1,
  setting: null,
  primaryNeed: null,
  locality: null,
};

const REQUEST: AdviceRequestFields = {
  agency: 'health',
  service: 'Willowshire NHS',
  profession: 'Occupational therapist',
  askedOn: '2026-01-06',
  receivedOn: '2026-02-26',
  isNilReturn: false,
  form: 'Appendix 2',
  answers: { needs: true, provision: true, outcomes: false },
  adviceDocumentId: null,
  note: '',
};

/** A draft filed in a workspace of its own, with the DCO signed in; its final is due on 26 May 2026. */
async function withDraft(agency: Agency = 'health') {
  const { client, session } = await newWorkspace('2026-05-14T09:00:00Z');
  const { state } = session;
  if (state.status !== 'open') throw new Error('not open');
  async function load(file: string, name = path.basename(file)): Promise<string> {
    for await (const event of await client.documents.import({ file: new File([readFileSync(file)], name) })) {
      if (event.kind === 'done') return event.document.id;
    }
    throw new Error('The import ended without a document.');
  }
  const documentId = await load(path.join(AMARA, 'draft.docx'));
  const plan = await client.documents.file({
    documentId,
    stage: 'draft',
    issuedOn: '2026-04-14',
    plan: { kind: 'new', fields: FIELDS },
  });
  await client.plans.setDate({ cycleId: plan.cycleId, kind: 'requestReceived', date: '2026-01-06' });
  const as = (roles: typeof state.caller.roles, own: Agency) => {
    session.state = { ...state, caller: { ...state.caller, roles, agency: own } };
  };
  as(['designated_officer'], agency);
  const of = { agency: 'health' as const, documentId };
  const log = async (change: Partial<AdviceRequestFields> = {}) => {
    const { requests } = await client.advice.saveRequest({
      ...of,
      requestId: null,
      fields: { ...REQUEST, ...change },
      suggestionKey: null,
    });
    return requests.at(-1)?.id ?? '';
  };
  return { client, session, as, of, load, log, planId: plan.id, lead: state.caller };
}

async function weakened(world: Awaited<ReturnType<typeof withDraft>>, requestId: string) {
  const { client, of } = world;
  const { model, document } = await client.documents.get({ documentId: of.documentId });
  const block = model.sections.find(({ id }) => id === 'G')?.blocks[0];
  const text = model.blocks.find(({ id }) => id === block)?.text ?? '';
  const planAnchor = quoteAnchor(model, document.sha256, text);
  const check = {
    ...of,
    checkId: null,
    requestId,
    adviceWords: 'Amara needs ten minutes every day with an adult trained by the therapist.',
    adviceAnchor: null,
    planAnchor,
    finding: 'weakened' as const,
    comment: 'Every day has become regularly for Amara.',
  };
  const { checks } = await client.advice.saveCheck(check);
  return { check, checkId: checks.at(-1)?.id ?? '', planAnchor, checks };
}

test('the log says in words what is late, nil and missing, and the queue counts them', async () => {
  const { client, of, log } = await withDraft();
  await log();
  await log({ service: 'School nursing', isNilReturn: true, receivedOn: '2026-01-20' });
  await log({ service: 'CAMHS', receivedOn: null });
  await log({ agency: 'social_care', service: 'Early help', receivedOn: null });
  const { requests, finalDue } = await client.advice.get(of);
  expect(finalDue).toBe('2026-05-26');
  expect(requests.map(({ service, standing: { words } }) => [service, words])).toEqual([
    ['Willowshire NHS', 'Late by 9 days (regulation 8)'],
    ['School nursing', 'Nil return. In time: 2 weeks (regulation 8)'],
    ['CAMHS', 'Missing: overdue by 86 days (regulation 8)'],
    ['Early help', 'Missing: overdue by 86 days (regulation 8)'],
  ]);
  const { drafts, matching } = await client.advice.queue({ agency: 'health', includePast: false });
  expect(matching).toBe(1);
  expect(drafts).toMatchObject([
    { reference: 'FM-1', finalDue: '2026-05-26', advice: { requests: 3, received: 1, nil: 1, missing: 1 } },
  ]);
  const nil = { ...REQUEST, isNilReturn: true, receivedOn: null };
  await expect(
    client.advice.saveRequest({ ...of, requestId: null, fields: nil, suggestionKey: null }),
  ).rejects.toMatchObject({ code: 'NIL_WITHOUT_DAY' });
});

test('Section K only suggests: nothing is logged until a person confirms, and what they decide stays decided', async () => {
  const { client, of } = await withDraft();
  const { suggestions, requests } = await client.advice.get(of);
  expect(requests).toEqual([]);
  const therapist = suggestions.find(({ profession }) => profession === 'Occupational therapist');
  expect(therapist).toMatchObject({ agency: 'health', author: 'Noreen Applethwaite' });
  const other = suggestions.find(({ key }) => key !== therapist?.key);
  const confirmed = await client.advice.saveRequest({
    ...of,
    requestId: null,
    fields: REQUEST,
    suggestionKey: therapist?.key ?? '',
  });
  expect(confirmed.requests).toHaveLength(1);
  const after = await client.advice.setAside({ ...of, suggestionKey: other?.key ?? '' });
  expect(after.suggestions.map(({ key }) => key)).toEqual(
    suggestions.map(({ key }) => key).filter((key) => key !== therapist?.key && key !== other?.key),
  );
});

test('a passage of the plan is held to its words and to the finding', async () => {
  const world = await withDraft();
  const { client, of, log } = world;
  const requestId = await log();
  const nilId = await log({ service: 'School nursing', isNilReturn: true });
  const { check, checkId, checks, planAnchor } = await weakened(world, requestId);
  expect(checks).toMatchObject([{ finding: 'weakened', planSection: 'G', correction: null }]);
  if (planAnchor === null) throw new Error('no anchor');
  for (const [code, change] of [
    ['PASSAGE_NEEDED', { planAnchor: null }],
    ['QUOTE_NOT_FOUND', { planAnchor: { ...planAnchor, quote: 'Something else' } }],
    ['QUOTE_NOT_FOUND', { adviceAnchor: planAnchor }],
    ['NOTHING_TO_COMPARE', { requestId: nilId }],
  ] as const) {
    await expect(client.advice.saveCheck({ ...check, ...change })).rejects.toMatchObject({ code });
  }
  await expect(client.advice.removeRequest({ ...of, requestId })).rejects.toMatchObject({ code: 'HAS_FINDINGS' });
  const missing = await client.advice.saveCheck({ ...check, checkId, planAnchor: null, finding: 'missing' });
  expect(missing.checks).toMatchObject([{ id: checkId, finding: 'missing', planAnchor: null, planSection: '' }]);
  expect((await client.advice.removeCheck({ ...of, checkId })).checks).toEqual([]);
});

test('a correction is due before the final, sent once, and then only answered', async () => {
  const world = await withDraft();
  const { client, of, log } = world;
  const { check, checkId } = await weakened(world, await log());
  const ask = (dueOn: string) =>
    client.advice.saveCorrection({ ...of, checkId, correction: { wording: 'Say how often.', dueOn } });
  await expect(ask('2026-05-26')).rejects.toMatchObject({ code: 'AFTER_FINAL' });
  await expect(client.advice.sendCorrections(of)).rejects.toMatchObject({ code: 'NOTHING_TO_SEND' });
  await ask('2026-05-20');
  const queued = async () => (await client.advice.queue({ agency: 'health', includePast: false })).drafts[0];
  expect(await queued()).toMatchObject({ correctionsToSend: 1, correctionsSent: 0 });
  const answer = (words: string | null) => client.advice.answerCorrection({ ...of, checkId, answer: words });
  await expect(answer('Done.')).rejects.toMatchObject({ code: 'NOT_SENT' });
  await client.advice.sendCorrections(of);
  for (const late of [
    ask('2026-05-21'),
    client.advice.saveCheck({ ...check, checkId }),
    client.advice.removeCheck({ ...of, checkId }),
  ]) {
    await expect(late).rejects.toMatchObject({ code: 'CORRECTION_SENT' });
  }
  await answer('The plan now says daily.');
  expect(await queued()).toMatchObject({ correctionsToSend: 0, correctionsSent: 0, correctionsAnswered: 1 });
  await answer(null);
  expect(await queued()).toMatchObject({ correctionsSent: 1, correctionsAnswered: 0 });
  const done = await client.advice.finish({ ...of, isChecked: true });
  expect(done.checkedAt).toBe('2026-05-14T09:00:00.000Z');
  expect((await client.advice.finish({ ...of, isChecked: false })).checkedAt).toBeNull();
});

test('each officer checks for their own agency; a QA lead looks at both and changes nothing', async () => {
  const world = await withDraft();
  const { client, as, of, log } = world;
  const { check } = await weakened(world, await log());
  const notAllowed = { code: 'NOT_ALLOWED' };
  as(['designated_officer'], 'social_care');
  await expect(client.advice.get(of)).rejects.toMatchObject(notAllowed);
  await expect(client.advice.gaps({ agency: 'health' })).rejects.toMatchObject(notAllowed);
  const theirs = { ...of, agency: 'social_care' as const };
  expect((await client.advice.get(theirs)).checks).toEqual([]);
  await expect(client.advice.saveCheck({ ...check, ...theirs })).rejects.toMatchObject({ code: 'NOT_YOUR_SERVICE' });
  const entry = {
    requestId: check.requestId,
    suggestionKey: null,
    fields: { ...REQUEST, agency: 'social_care' as const },
  };
  await expect(client.advice.saveRequest({ ...theirs, ...entry })).rejects.toMatchObject({ code: 'NOT_YOUR_SERVICE' });
  await expect(client.advice.removeRequest({ ...theirs, requestId: check.requestId })).rejects.toMatchObject({
    code: 'NOT_YOUR_SERVICE',
  });
  as(['designated_officer'], 'health');
  await expect(client.advice.saveRequest({ ...of, ...entry })).rejects.toMatchObject({ code: 'HAS_FINDINGS' });
  as(['qa_lead'], 'education');
  expect((await client.advice.get(of)).checks).toHaveLength(1);
  await expect(client.advice.finish({ ...of, isChecked: true })).rejects.toMatchObject(notAllowed);
  as(['auditor'], 'health');
  await expect(client.advice.get(of)).rejects.toMatchObject(notAllowed);
});

test('advice that was loaded waits no longer, is quoted from, and goes with its plan', async () => {
  const world = await withDraft();
  const { client, as, of, load, planId, lead } = world;
  const adviceDocumentId = await load(path.join(CORPUS, 's02-willowshire-jasper', 'final.docx'), 'ot-report.docx');
  expect((await client.documents.tray()).map(({ document }) => document.id)).toEqual([adviceDocumentId]);
  const requestId = await world.log({ adviceDocumentId });
  expect(await client.documents.tray()).toEqual([]);
  const { model, document } = await client.documents.get({ documentId: adviceDocumentId });
  const text = model.blocks.find((block) => block.furniture === undefined && block.text.length > 40)?.text ?? '';
  const saved = await client.advice.saveCheck({
    ...of,
    checkId: null,
    requestId,
    adviceWords: text,
    adviceAnchor: quoteAnchor(model, document.sha256, text),
    planAnchor: null,
    finding: 'missing',
    comment: '',
  });
  expect(saved.checks[0]?.adviceAnchor).not.toBeNull();
  const filed = { ...REQUEST, adviceDocumentId: of.documentId };
  await expect(
    client.advice.saveRequest({ ...of, requestId: null, fields: filed, suggestionKey: null }),
  ).rejects.toMatchObject({ code: 'NOT_ADVICE' });
  as(lead.roles, lead.agency);
  await client.plans.remove({ planId });
  await expect(client.documents.get({ documentId: adviceDocumentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('gaps are counted by service, and the letter says them without a name', async () => {
  const world = await withDraft();
  const { client, of, log } = world;
  const { checkId } = await weakened(world, await log());
  await log({ service: 'willowshire nhs', isNilReturn: true });
  await log({ service: 'CAMHS', receivedOn: null });
  await client.advice.saveCorrection({
    ...of,
    checkId,
    correction: { wording: 'Say how often Amara Fieldgate is seen, and Joel with her.', dueOn: '2026-05-20' },
  });
  const { rows } = await client.advice.gaps({ agency: 'health' });
  expect(rows.map(({ service, received, nil, missing, late }) => [service, received, nil, missing, late])).toEqual([
    ['Willowshire NHS', 1, 1, 0, 2],
    ['CAMHS', 0, 0, 1, 0],
  ]);
  expect(rows[0]?.byRound).toHaveLength(1);
  const letter = { agency: 'health' as const, roundId: null, strengths: ['Clear on needs.'] };
  const file = await client.advice.letter({
    ...letter,
    service: 'Willowshire NHS',
    trainingPoints: ['Name outcomes, as for Amara and for Joel.'],
  });
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const words = xml.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  for (const said of [
    'To: Willowshire NHS',
    'Clear on needs.',
    'AF needs ten minutes every day',
    'FM-1 (AF)',
    'Say how often AF is seen, and [sibling] with her.',
    'Name outcomes, as for AF and for [sibling].',
    '2 of 2 answers came after the six weeks of regulation 8.',
    '1 of 1 pieces of advice did not say which outcomes are sought.',
    'Designated Clinical Officer',
  ]) {
    expect(words).toContain(said);
  }
  expect(words).not.toMatch(/Amara|Fieldgate|Joel/i);
  expect(xml).toContain('w:tblHeader');
  expect(xml).toContain('Heading1');
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('en-GB');
  await expect(client.advice.letter({ ...letter, service: 'Nobody', trainingPoints: [] })).rejects.toMatchObject({
    code: 'NO_SUCH_SERVICE',
  });
});

test('corrections that were sent are actions: listed with the officer, and asked about on the final', async () => {
  const world = await withDraft();
  const { client, as, of, load, log, planId, lead } = world;
  const { checkId } = await weakened(world, await log());
  const correction = { wording: 'Say how often.', dueOn: '2026-05-20' };
  await client.advice.saveCorrection({ ...of, checkId, correction });
  const filter = { level: null, planId, service: null, state: null, isMine: false };
  const listed = async () => (await client.actions.list({ filter, limit: 5 })).actions;
  expect(await listed()).toEqual([]);
  await client.advice.sendCorrections(of);
  const [action] = await listed();
  expect(action).toMatchObject({
    words: 'Say how often.',
    dueOn: '2026-05-20',
    source: 'advice',
    owner: { personId: lead.id },
    version: { documentId: of.documentId, stage: 'draft' },
    maySettle: true,
  });
  as(lead.roles, lead.agency);
  const documentId = await load(path.join(AMARA, 'final.pdf'));
  const plan = { kind: 'existing' as const, planId };
  expect(await client.advice.get(of)).toMatchObject({ isFinalOut: false });
  await client.documents.file({ documentId, stage: 'final', issuedOn: '2026-05-25', plan });
  expect(await client.advice.get(of)).toMatchObject({ isFinalOut: true });
  const { id: roundId } = await client.rounds.current();
  const { id: auditId } = await client.audits.open({ documentId, roundId });
  expect(await client.actions.asked({ auditId })).toMatchObject([{ actionId: action?.id, words: 'Say how often.' }]);
  const draft = await client.audits.open({ documentId: of.documentId, roundId });
  expect(await client.actions.asked({ auditId: draft.id })).toEqual([]);
});

test('an officer who audits the plan too tells the other auditors nothing by a correction', async () => {
  const world = await withDraft();
  const { client, session, as, of, log, planId, lead } = world;
  as(lead.roles, lead.agency);
  const other = await client.people
    .changePin({ current: '', next: '4071' })
    .then(() =>
      client.people.add({ name: 'Corin Vale', agency: 'social_care', team: '', roles: ['auditor'], signsIn: true }),
    );
  const { id: roundId } = await client.rounds.current();
  const asked = { roundId, documentId: of.documentId, standards: null, dueOn: null };
  await client.assignments.assign({ ...asked, auditorId: lead.id });
  as(['designated_officer'], 'health');
  const { checkId } = await weakened(world, await log());
  await client.advice.saveCorrection({
    ...of,
    checkId,
    correction: { wording: 'Say how often.', dueOn: '2026-05-20' },
  });
  await client.advice.sendCorrections(of);
  const filter = { level: null, planId, service: null, state: null, isMine: false };
  const told = async () => (await client.actions.list({ filter, limit: 5 })).actions.length;
  expect(await told()).toBe(1);
  const { state } = session;
  if (state.status !== 'open') throw new Error('not open');
  session.state = { ...state, caller: other };
  expect(await told()).toBe(0);
});
