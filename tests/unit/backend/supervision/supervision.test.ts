import { createRouterClient } from '@orpc/server';
import { strFromU8, unzipSync } from 'fflate';
import { cpSync } from 'node:fs';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import type { Response } from '../../../../shared/domain/rubric/rubric.ts';
import {
  addPlan,
  type Client,
  GOOD,
  gradeDocument,
  LEADS_PIN,
  LOWER,
  PANEL_PIN,
} from '../../../support/prepared-moderation.ts';
import { CASEWORKER, CAUSES, MANAGER, prepareTeam, TEAM } from '../../../support/prepared-supervision.ts';
import { makeTempFolder, tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';
import { parseXml, textOf } from '../reports/xml-tree.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

const prepared = makeTempFolder();
let team: Awaited<ReturnType<typeof prepareTeam>>;

/** Grading takes a while: it is done once, and each test works on a copy of the file. */
beforeAll(async () => {
  const { backend, client } = await start(prepared.path, () => new Date(BEGUN));
  team = await prepareTeam(client);
  await backend.close();
}, 60_000);

afterAll(prepared.remove);

const BEGUN = '2026-11-09T10:00:00Z';

async function start(dataFolder: string, clock: () => Date) {
  const backend = await createBackend({
    dataFolder,
    parsePool: warmThreads,
    rendererFolder: '',
    shell: { host: 'command_line' },
    clock,
  });
  const client: Client = createRouterClient(backend.router, { context: { session: backend.openSession() } });
  return { backend, client };
}

async function withTeam() {
  let now = new Date(BEGUN);
  const folder = tempFolder();
  cpSync(prepared.path, folder, { recursive: true });
  const { backend, client } = await start(folder, () => now);
  onTestFinished(() => backend.close());
  const [file] = await client.workspaces.list();
  await client.workspaces.unlock({ workspaceId: file?.id ?? '', passphrase: PASSPHRASE });
  const signIn = (id: string) =>
    client.people.signIn({ personId: id, pin: id === team.leadId ? LEADS_PIN : PANEL_PIN });
  const grade = async (documentId: string, auditorId: string, given: Record<string, Response>) => {
    await signIn(auditorId);
    await gradeDocument(client, { roundId: team.roundId, documentId, rubric: team.rubric, given, causes: CAUSES });
    await signIn(team.leadId);
  };
  await signIn(team.leadId);
  const open = async (caseworkerId: string) =>
    client.supervision.sheet(await client.supervision.open({ caseworkerId }));
  const wait = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
  };
  return { ...team, client, open, wait, signIn, grade };
}

test('a manager’s team page counts the settled plans of their own team by criterion, and names nobody beside a grade', async () => {
  const { client, managerId, otherManagerId, agreed, alone, signIn } = await withTeam();
  await signIn(managerId);
  const page = await client.supervision.team({ halfTermIds: null });
  expect(page.teams).toEqual([TEAM]);
  expect(
    page.plans.map(({ reference, documentId, grade, isModerated }) => [
      reference,
      documentId,
      grade?.label,
      isModerated,
    ]),
  ).toEqual([
    ['FM-1', agreed.documentId, 'Requires improvement', true],
    ['FM-2', alone.documentId, 'Good', false],
  ]);
  expect(page.noun).toBe('plans');
  expect(page.grades).toEqual([
    { label: 'Outstanding', n: 0 },
    { label: 'Good', n: 1 },
    { label: 'Requires improvement', n: 1 },
    { label: 'Inadequate', n: 0 },
  ]);
  expect(page.criteria.map(({ id, words, trend }) => [id, words, trend])).toEqual([
    ['S07.C4', 'Not fully met in 2 of 2 plans', 'too_few'],
    ['S06.C1', 'Not fully met in 1 of 2 plans', 'too_few'],
  ]);
  expect(page.standards.map(({ id, below, of }) => [id, below, of])).toEqual([['S06', 1, 2]]);
  expect(page.caseworkers.map(({ name, plans }) => [name, plans])).toEqual([
    [CASEWORKER, 2],
    ['Ivo Larch', 0],
  ]);
  expect(JSON.stringify(page)).not.toMatch(/Briar|Corin|Juniper|FM-3/);
  await signIn(otherManagerId);
  const theirs = await client.supervision.team({ halfTermIds: null });
  expect([theirs.plans, theirs.criteria, theirs.caseworkers.map(({ name }) => name)]).toEqual([[], [], ['Bo Tarn']]);
}, 60_000);

test('a half-term that is not chosen is not counted', async () => {
  const { client, managerId, signIn } = await withTeam();
  await signIn(managerId);
  const { halfTerms } = await client.supervision.team({ halfTermIds: null });
  expect(halfTerms.map(({ plans, isChosen }) => [plans, isChosen])).toEqual([[2, true]]);
  const other = await client.supervision.team({ halfTermIds: ['2019-20/1'] });
  expect([other.plans, other.criteria, other.halfTerms.map(({ isChosen }) => isChosen)]).toEqual([[], [], [false]]);
}, 60_000);

test('a sheet tells strengths, the writer’s own points, and keeps weak advice apart; of settled plans alone', async () => {
  const { open, managerId, adaId, signIn } = await withTeam();
  await signIn(managerId);
  const sheet = await open(adaId);
  expect(sheet.plans.map(({ reference, isModerated }) => [reference, isModerated])).toEqual([
    ['FM-1', true],
    ['FM-2', false],
  ]);
  expect(sheet.criteriaMet).toMatch(/^\d+ of \d+$/);
  expect(sheet.strengths).toHaveLength(2);
  for (const { excerpts, met, applicable } of sheet.strengths) {
    expect(met).toBe(applicable);
    expect(excerpts[0]?.quote).toHaveLength(30);
  }
  expect(
    sheet.points.map(({ criterionId, missed, causes, isCauseKnown }) => [criterionId, missed, causes, isCauseKnown]),
  ).toEqual([['S07.C4', 2, ['Writing'], true]]);
  expect(sheet.points[0]?.whatGoodLooksLike).not.toBe('');
  expect(sheet.shares.map(({ share, n }) => [share, n])).toEqual([
    ['writer', 2],
    ['advice', 1],
    ['service', 0],
    ['unknown', 0],
  ]);
  expect(JSON.stringify(sheet)).not.toMatch(/Briar|Corin|Juniper|Ashdown|FM-3/);
}, 60_000);

test('a plan comes onto the sheet once the panel has agreed it, and goes when that is taken back', async () => {
  const { client, open, managerId, adaId, corinId, leadId, waiting, grade, roundId, signIn } = await withTeam();
  const seen = async () => {
    await signIn(managerId);
    const { plans } = await open(adaId);
    await signIn(leadId);
    return plans.map(({ reference }) => reference);
  };
  await grade(waiting.documentId, corinId, LOWER);
  expect(await seen()).toEqual(['FM-1', 'FM-2']);
  await client.moderation.begin({ roundId });
  const of = { roundId, documentId: waiting.documentId };
  await client.moderation.agree(of);
  expect(await seen()).toEqual(['FM-1', 'FM-2', 'FM-3']);
  await client.moderation.takeBack({ ...of, reason: 'Agreed too soon.' });
  expect(await seen()).toEqual(['FM-1', 'FM-2']);
}, 60_000);

test('calibration counts on no page and no sheet', async () => {
  const { client, open, managerId, adaId, roundId, briarId, corinId, grade, signIn } = await withTeam();
  await client.rounds.setMembers({ roundId, personIds: [briarId, corinId] });
  const { documentId } = await addPlan(client, 's05-middlefen-elsie', 'FM-9');
  const { planId } = (await client.documents.get({ documentId })).document;
  const { cycleId } = await client.plans.get({ planId: planId ?? '' });
  await client.plans.setPeople({ cycleId, part: 'wrote', personIds: [adaId] });
  await client.moderation.nameCalibration({ roundId, documentId });
  await grade(documentId, briarId, GOOD);
  await grade(documentId, corinId, GOOD);
  await signIn(managerId);
  expect((await open(adaId)).plans.map(({ reference }) => reference)).toEqual(['FM-1', 'FM-2']);
  expect((await client.supervision.team({ halfTermIds: null })).plans).toHaveLength(2);
}, 60_000);

test('nobody opens the sheet of another team, of themselves as a manager, or of someone who writes no plans', async () => {
  const { client, open, managerId, otherManagerId, adaId, ivoId, otherId, leadId, signIn } = await withTeam();
  const refused = { code: 'NOT_YOUR_TEAM' };
  await signIn(otherManagerId);
  await expect(client.supervision.open({ caseworkerId: adaId })).rejects.toMatchObject(refused);
  await expect(client.supervision.exportSheet({ caseworkerId: adaId })).rejects.toMatchObject(refused);
  const note = {
    caseworkerId: adaId,
    noteId: null,
    heldOn: '2026-11-09',
    words: 'x y z',
    agreed: [],
    lookAgainOn: null,
  };
  await expect(client.supervision.saveNote(note)).rejects.toMatchObject(refused);
  await expect(
    client.supervision.reply({ caseworkerId: adaId, kind: 'comment', about: null, words: 'For her.' }),
  ).rejects.toMatchObject(refused);
  await signIn(managerId);
  for (const caseworkerId of [otherId, managerId, leadId]) {
    await expect(client.supervision.open({ caseworkerId })).rejects.toMatchObject(refused);
  }
  const { openingId } = await client.supervision.open({ caseworkerId: adaId });
  const saved = await client.supervision.saveNote({ ...note, agreed: ['Count the hours.'] });
  await signIn(otherManagerId);
  await expect(client.supervision.sheet({ openingId })).rejects.toMatchObject({ code: 'OPENING_OVER' });
  const [point] = saved.agreed;
  await expect(client.supervision.setPointDone({ pointId: point?.id ?? '', isDone: true })).rejects.toMatchObject(
    refused,
  );
  await signIn(adaId);
  await expect(client.supervision.open({ caseworkerId: ivoId })).rejects.toMatchObject(refused);
  expect(await open(adaId)).toMatchObject({ isOwn: true, caseworker: { name: CASEWORKER } });
  await expect(client.supervision.team({ halfTermIds: null })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
}, 60_000);

test('a manager who goes to another team loses the sheets of the old one, open ones too', async () => {
  const { client, managerId, adaId, leadId, signIn } = await withTeam();
  await signIn(managerId);
  const { openingId } = await client.supervision.open({ caseworkerId: adaId });
  await client.supervision.sheet({ openingId });
  await signIn(leadId);
  const fields = { name: MANAGER, agency: 'education' as const, roles: ['locality_manager' as const], signsIn: true };
  await client.people.update({ personId: managerId, fields: { ...fields, team: 'South locality' } });
  await signIn(managerId);
  await expect(client.supervision.sheet({ openingId })).rejects.toMatchObject({ code: 'NOT_YOUR_TEAM' });
  await signIn(leadId);
  await client.people.update({ personId: managerId, fields: { ...fields, team: '' } });
  await signIn(managerId);
  expect(await client.supervision.team({ halfTermIds: null })).toMatchObject({ teams: [], plans: [], caseworkers: [] });
}, 60_000);

test('every opening and export is kept, with ids alone in the trail, and told to the caseworker and the QA lead', async () => {
  const { client, wait, managerId, adaId, otherId, leadId, signIn } = await withTeam();
  await signIn(managerId);
  const { openingId } = await client.supervision.open({ caseworkerId: adaId });
  await client.supervision.sheet({ openingId });
  await client.supervision.sheet({ openingId });
  wait(1);
  await client.supervision.exportSheet({ caseworkerId: adaId });
  wait(8);
  await expect(client.supervision.sheet({ openingId })).rejects.toMatchObject({ code: 'OPENING_OVER' });
  await signIn(adaId);
  const told = [
    ['exported', MANAGER],
    ['opened', MANAGER],
  ];
  expect((await client.supervision.openings()).map(({ kind, by }) => [kind, by.name])).toEqual(told);
  await signIn(otherId);
  expect(await client.supervision.openings()).toEqual([]);
  await signIn(leadId);
  expect((await client.supervision.openings()).map(({ kind, by }) => [kind, by.name])).toEqual(told);
  const { entries } = await client.trail.list({ before: null, limit: 500 });
  const own = entries.filter(({ action }) => action.startsWith('supervision.'));
  expect(own.map(({ action, subjectId, personId }) => [action, subjectId, personId])).toEqual([
    ['supervision.exportSheet', adaId, managerId],
    ['supervision.open', adaId, managerId],
  ]);
  expect(JSON.stringify(own)).not.toMatch(/Ada|Maren|FM-/);
}, 60_000);

test('a note of a day that has not come is refused, and so is one that was changed since it was read', async () => {
  const { client, open, managerId, adaId, signIn } = await withTeam();
  await signIn(managerId);
  const note = { caseworkerId: adaId, noteId: null, heldOn: '2026-11-09', words: '', lookAgainOn: null };
  await expect(
    client.supervision.saveNote({ ...note, heldOn: '2026-11-10', agreed: ['Count the hours.'] }),
  ).rejects.toMatchObject({ code: 'NOT_HELD_YET' });
  const read = await client.supervision.saveNote({ ...note, agreed: ['Count the hours.'] });
  // Ticking what is done is no change of what was agreed.
  await client.supervision.setPointDone({ pointId: read.agreed[0]?.id ?? '', isDone: true });
  const change = { ...note, noteId: read.id, revision: read.revision };
  const changed = await client.supervision.saveNote({ ...change, agreed: ['Count the hours twice.'] });
  expect(changed.revision).not.toBe(read.revision);
  await expect(client.supervision.saveNote({ ...change, agreed: ['Forget the hours.'] })).rejects.toMatchObject({
    code: 'NOTE_CHANGED',
  });
  await expect(
    client.supervision.saveNote({ ...change, revision: null, agreed: ['Forget the hours.'] }),
  ).rejects.toMatchObject({ code: 'NOTE_CHANGED' });
  const [kept] = (await open(adaId)).notes;
  expect(kept?.agreed.map(({ words }) => words)).toEqual(['Count the hours twice.']);
  await client.supervision.saveNote({ ...change, revision: kept?.revision ?? '', agreed: ['Forget the hours.'] });
}, 60_000);

test('what was agreed is kept from one supervision to the next, and only its author changes it', async () => {
  const { client, open, wait, managerId, adaId, leadId, signIn } = await withTeam();
  await signIn(managerId);
  const first = await client.supervision.saveNote({
    caseworkerId: adaId,
    noteId: null,
    heldOn: '2026-11-09',
    words: 'A good half-term.',
    agreed: ['Say how often and how long.', 'Sit in with a therapist.'],
    lookAgainOn: '2026-12-07',
  });
  const [often, sit] = first.agreed;
  await client.supervision.setPointDone({ pointId: often?.id ?? '', isDone: true });
  const changed = await client.supervision.saveNote({
    caseworkerId: adaId,
    noteId: first.id,
    revision: first.revision,
    heldOn: '2026-11-09',
    words: '',
    agreed: ['Say how often and how long.', 'Read two plans that were graded good.'],
    lookAgainOn: null,
  });
  expect(changed.agreed.map(({ words, isDone }) => [words, isDone])).toEqual([
    ['Say how often and how long.', true],
    ['Read two plans that were graded good.', false],
  ]);
  expect(changed.agreed.some(({ id }) => id === sit?.id)).toBe(false);
  wait(24 * 28);
  await client.supervision.saveNote({
    caseworkerId: adaId,
    noteId: null,
    heldOn: '2026-12-07',
    words: 'Second time.',
    agreed: [],
    lookAgainOn: null,
  });
  expect((await open(adaId)).notes.map(({ heldOn, mayChange }) => [heldOn, mayChange])).toEqual([
    ['2026-12-07', true],
    ['2026-11-09', true],
  ]);
  await signIn(leadId);
  const { id: secondManager } = await client.people.add({
    name: 'Sorrel Wick',
    agency: 'education',
    team: ` ${TEAM.toUpperCase()} ; East`,
    roles: ['locality_manager'],
    signsIn: true,
  });
  await client.people.signOut();
  await client.people.resetPin({ personId: secondManager, passphrase: PASSPHRASE, pin: '8250' });
  await expect(
    client.supervision.saveNote({
      caseworkerId: adaId,
      noteId: first.id,
      heldOn: '2026-11-09',
      words: 'Mine.',
      agreed: [],
      lookAgainOn: null,
    }),
  ).rejects.toMatchObject({ code: 'NOT_YOUR_NOTE' });
  await signIn(adaId);
  expect((await open(adaId)).notes.map(({ mayChange }) => mayChange)).toEqual([false, false]);
}, 60_000);

test('a caseworker replies, or their manager for them and it says so; the chair answers, once', async () => {
  const { client, open, managerId, adaId, ivoId, leadId, agreed, waiting, roundId, signIn } = await withTeam();
  await signIn(adaId);
  const about = { roundId, documentId: agreed.documentId };
  const asked = await client.supervision.reply({
    caseworkerId: adaId,
    kind: 'second_look',
    about,
    words: 'The timetable says how often.',
  });
  expect(asked).toMatchObject({ enteredFor: null, state: 'waiting', about: { plan: 'FM-1, final' } });
  await expect(
    client.supervision.reply({ caseworkerId: adaId, kind: 'second_look', about, words: 'Again.' }),
  ).rejects.toMatchObject({ code: 'ASKED_ALREADY' });
  await expect(
    client.supervision.reply({
      caseworkerId: adaId,
      kind: 'comment',
      about: { roundId, documentId: waiting.documentId },
      words: 'On a plan that is not settled.',
    }),
  ).rejects.toMatchObject({ code: 'NOT_SETTLED' });
  await signIn(managerId);
  const forThem = await client.supervision.reply({
    caseworkerId: ivoId,
    kind: 'comment',
    about: null,
    words: 'He would like to see a good plan.',
  });
  expect(forThem).toMatchObject({ enteredFor: MANAGER, caseworker: { name: 'Ivo Larch' } });

  await signIn(leadId);
  expect((await client.supervision.replies()).map(({ id }) => id)).toEqual([asked.id, forThem.id]);
  await expect(
    client.supervision.answerReply({ replyId: asked.id, outcome: 'noted', words: 'Thank you.' }),
  ).rejects.toMatchObject({ code: 'WRONG_OUTCOME' });
  const answer = { replyId: asked.id, outcome: 'look_again' as const, words: 'The panel will look again.' };
  expect(await client.supervision.answerReply(answer)).toMatchObject({
    state: 'answered',
    answer: { outcome: 'look_again', words: answer.words },
  });
  await expect(client.supervision.answerReply(answer)).rejects.toMatchObject({ code: 'ANSWERED' });
  expect((await client.supervision.replies()).map(({ id }) => id)).toEqual([forThem.id, asked.id]);
  const filter = { level: null, planId: agreed.planId, service: null, state: null, isMine: false };
  const { actions } = await client.actions.list({ filter, limit: 10 });
  expect(actions.map(({ kind, words, reAudit }) => [kind, words, reAudit?.before])).toEqual([
    ['re_audit', 'Audit this plan again.', 'Requires improvement'],
  ]);
  await signIn(managerId);
  const page = await client.supervision.team({ halfTermIds: null });
  expect(page.reAudits.map(({ reference }) => reference)).toEqual(['FM-1']);
  expect(page.caseworkers.map(({ waiting: n }) => n)).toEqual([0, 1]);
  expect((await open(adaId)).replies.map(({ state }) => state)).toEqual(['answered']);
}, 60_000);

test('once a sheet told what one auditor found alone, that audit is not opened again', async () => {
  const { client, open, managerId, adaId, briarId, alone, roundId, signIn } = await withTeam();
  await signIn(managerId);
  await open(adaId);
  await signIn(briarId);
  const { id: auditId } = await client.audits.open({ documentId: alone.documentId, roundId });
  await expect(client.audits.reopen({ auditId, reason: 'A slip.' })).rejects.toMatchObject({ code: 'ANSWERS_SHOWN' });
}, 60_000);

test('the papers are named by references, and name no child and no auditor', async () => {
  const { client, managerId, otherManagerId, adaId, otherId, agreed, alone, roundId, signIn } = await withTeam();
  await signIn(managerId);
  const sheet = await client.supervision.exportSheet({ caseworkerId: adaId });
  expect(sheet.name).toBe('supervision-sheet-AF-2026-11-09.docx');
  const text = await words(sheet);
  expect(text).toContain(CASEWORKER);
  expect(text).toContain('Of 3 shortfalls – 2: the writer’s own (writing); 1: weak or missing advice');
  expect(text).not.toMatch(/Briar|Corin|Juniper|Ashdown|%/);
  const feedback = await client.supervision.feedback({ roundId, documentId: agreed.documentId });
  expect(feedback.name).toBe('feedback-fm-1-2026-11-09.docx');
  const said = await words(feedback);
  expect(said).toContain('Grade: Requires improvement');
  expect(said).toContain('Agreed by the panel.');
  expect(said).toContain('Not met, for want of good advice.');
  expect(said).not.toMatch(/Briar|Corin|Juniper|Ashdown|Ada|%/);
  const notTheirs = { code: 'NOT_SETTLED' };
  for (const personId of [otherManagerId, otherId]) {
    await signIn(personId);
    await expect(client.supervision.feedback({ roundId, documentId: alone.documentId })).rejects.toMatchObject(
      notTheirs,
    );
  }
  await signIn(adaId);
  const own = await client.supervision.feedback({ roundId, documentId: alone.documentId });
  expect(own.name).toContain('fm-2');
  const counted = await words(own);
  expect(counted).toMatch(/Of \d+ criteria that apply \d+ were met, \d+ partly and \d+ not\./);
  expect(counted).not.toContain('%');
}, 60_000);

test('the panel’s leads find every settled plan of a half-term, and make the feedback on it', async () => {
  const { client, managerId, leadId, agreed, alone, roundId, signIn } = await withTeam();
  await signIn(leadId);
  const found = await client.supervision.feedbackPlans({ halfTermId: null });
  expect(found.halfTerms.map(({ id }) => id)).toEqual([found.halfTermId]);
  expect(found.plans.map(({ documentId }) => documentId)).toEqual(
    expect.arrayContaining([agreed.documentId, alone.documentId]),
  );
  for (const { documentId } of found.plans) {
    expect((await client.supervision.feedback({ roundId, documentId })).name).toMatch(/^feedback-fm-\d-2026-11-09/);
  }
  const none = await client.supervision.feedbackPlans({ halfTermId: '2019-20/1' });
  expect([none.plans, none.waiting]).toEqual([[], 0]);
  await signIn(managerId);
  await expect(client.supervision.feedbackPlans({ halfTermId: null })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
}, 60_000);

test('papers mask whom a plan is about by the plan itself, where the register holds no name', async () => {
  const { client, leadId, managerId, agreed, roundId, signIn } = await withTeam();
  await signIn(leadId);
  const {
    id,
    cycleId: _cycle,
    createdAt: _made,
    documents: _documents,
    ...fields
  } = await client.plans.get({ planId: agreed.planId });
  await client.plans.update({ planId: id, fields: { ...fields, name: null, initials: '' } });
  await client.actions.create({
    kind: 'change',
    level: 'plan',
    planId: agreed.planId,
    documentId: agreed.documentId,
    roundId,
    criterionId: null,
    words: 'Ask Grace Fieldgate and Riverbank Primary School what Amara can do.',
    service: '',
    owner: { personId: leadId, name: '' },
    dueOn: '2026-12-01',
  });
  await signIn(managerId);
  const said = await words(await client.supervision.feedback({ roundId, documentId: agreed.documentId }));
  expect(said).toContain('Ask [parent 1] and [school] what [child] can do.');
  expect(said).not.toMatch(/Amara|Grace|Fieldgate|Riverbank/);
}, 60_000);

async function words(file: File): Promise<string> {
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  return Object.entries(files)
    .filter(([name]) => /^(word\/(document|header1|footer1)|docProps\/core)\.xml$/.test(name))
    .map(([, bytes]) => textOf(parseXml(strFromU8(bytes))))
    .join('\n');
}
