import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { answerAll } from '../../../contract/blindness-story.ts';
import { FIELDS, load, STORY_PIN } from '../../../contract/story.ts';
import { internalEdition } from '../../../support/internal-report.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

const REASON = 'The appendix was not read.';

test('an audit is reopened with its reason and its submission kept, until answers were shown to anyone', async () => {
  const { client, audit, roundId, second, signIn, lead } = await twoAuditors(null);
  await answerAll(client, audit.id, 'partly');
  const submitted = await client.audits.submit({ auditId: audit.id });
  expect(submitted.canReopen).toBe(true);
  await expect(client.audits.saveAnswer({ ...S01C1(audit.id), change: { comment: 'Late.' } })).rejects.toMatchObject({
    code: 'ALREADY_SUBMITTED',
  });

  await signIn(second);
  await expect(client.audits.reopen({ auditId: audit.id, reason: REASON })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await signIn(audit.auditorId);
  expect(await client.audits.reopen({ auditId: audit.id, reason: REASON })).toEqual({
    auditId: audit.id,
    state: 'open',
  });
  const open = await client.audits.get({ auditId: audit.id });
  expect(open).toMatchObject({
    state: 'open',
    submittedAt: null,
    answers: submitted.answers,
    earlierSubmissions: [
      {
        submittedAt: submitted.submittedAt,
        reason: REASON,
        reopenedBy: 'Briar Tolland',
        overallGrade: submitted.grading.overallGrade,
      },
    ],
  });
  await expect(client.audits.reopen({ auditId: audit.id, reason: REASON })).rejects.toMatchObject({
    code: 'NOT_SUBMITTED',
  });
  await client.audits.saveAnswer({ ...S01C1(audit.id), change: { comment: 'Read again, with the appendix.' } });
  await client.audits.submit({ auditId: audit.id });

  await signIn(lead);
  const { entries } = await client.trail.list({ before: null, limit: 20 });
  expect(entries.map(({ action }) => action)).toContain('audits.reopen');
  expect(JSON.stringify(entries)).not.toContain('appendix');
  const own = (await client.assignments.list({ roundId })).find(({ auditId }) => auditId === audit.id);
  expect(own?.canReopen).toBe(true);
  await client.audits.reopen({ auditId: audit.id, reason: 'Asked for by the auditor.' });
  await signIn(audit.auditorId);
  expect((await client.audits.submit({ auditId: audit.id })).earlierSubmissions).toHaveLength(2);

  await signIn(second);
  const { id: secondAudit } = await client.audits.open({ documentId: audit.document.id, roundId });
  await answerAll(client, secondAudit, 'partly');
  await client.audits.submit({ auditId: secondAudit });
  await signIn(lead);
  await client.reports.export({ ...(await internalEdition(client, roundId)), format: 'html' });
  for (const auditId of [audit.id, secondAudit]) {
    await expect(client.audits.reopen({ auditId, reason: REASON })).rejects.toMatchObject({ code: 'ANSWERS_SHOWN' });
  }
  // Somebody who audits it too, and had seen the other's answers, could not begin anew.
  await expect(
    client.assignments.assign({
      roundId,
      documentId: audit.document.id,
      auditorId: lead,
      standards: null,
      dueOn: null,
    }),
  ).rejects.toMatchObject({ code: 'HAS_SEEN_ANSWERS' });
});

test('an audit of some standards asks for those alone, has no overall grade, and counts in the figures', async () => {
  const { client, audit, roundId } = await twoAuditors(['S04', 'S06']);
  expect(audit).toMatchObject({ standards: ['S04', 'S06'], agency: 'health' });
  const answered = await answerAll(client, audit.id, 'partly');
  expect(answered.grading).toMatchObject({ isPartial: true, isComplete: true, overallGrade: null });
  expect(answered.problems).toEqual([]);
  const [summary] = await client.audits.list({ roundId });
  expect(summary).toMatchObject({ isPartial: true, overallGrade: null });
  expect(summary?.standards.map(({ id, answered: done, toAnswer }) => [id, done === toAnswer])).toEqual([
    ['S04', true],
    ['S06', true],
  ]);
  expect(await client.audits.submit({ auditId: audit.id })).toMatchObject({ state: 'submitted' });
});

test('a shortfall without a cause is put down as not known at submission, and what is met has none', async () => {
  const { client, audit } = await twoAuditors(null);
  await client.audits.saveAnswer({ ...S01C1(audit.id), change: { response: 'partly', rootCause: 'advice_vague' } });
  await client.audits.saveAnswer({ ...S01C1(audit.id), change: { comment: 'The advice names no hours.' } });
  const { answers } = await answerAll(client, audit.id, 'partly');
  expect(answers['S01.C1']?.rootCause).toBe('advice_vague');
  await client.audits.saveAnswer({
    auditId: audit.id,
    criterionId: 'S01.C2',
    change: { response: 'met', rootCause: 'writing' },
  });
  const submitted = await client.audits.submit({ auditId: audit.id });
  expect(submitted.answers['S01.C1']?.rootCause).toBe('advice_vague');
  expect(submitted.answers['S01.C2']?.rootCause).toBe(null);
  expect(submitted.answers['S01.C3']?.rootCause).toBe('not_known');
});

test('notes are kept after submission too, and the time at work until then', async () => {
  const { client, audit, roundId, lead, signIn } = await twoAuditors(['S04']);
  await client.audits.saveNote({ auditId: audit.id, standardId: 'S04', note: 'Ask the nurse.' });
  await client.audits.addTime({ auditId: audit.id, seconds: 50 });
  expect(await client.audits.addTime({ auditId: audit.id, seconds: 40 })).toEqual({ activeSeconds: 90 });
  await answerAll(client, audit.id, 'partly');
  await client.audits.submit({ auditId: audit.id });
  expect(await client.audits.addTime({ auditId: audit.id, seconds: 40 })).toEqual({ activeSeconds: 90 });
  expect((await client.audits.saveNote({ auditId: audit.id, standardId: null, note: 'For the panel.' })).notes).toEqual(
    { S04: 'Ask the nurse.', '': 'For the panel.' },
  );
  expect((await client.audits.saveNote({ auditId: audit.id, standardId: 'S04', note: ' ' })).notes).toEqual({
    '': 'For the panel.',
  });
  await signIn(lead);
  expect(await client.audits.timeTaken({ roundId })).toEqual({ audits: 0, medianSeconds: null });
  const { entries } = await client.trail.list({ before: null, limit: 500 });
  expect(entries.map(({ action }) => action)).not.toContain('audits.saveNote');
});

function S01C1(auditId: string) {
  return { auditId, criterionId: 'S01.C1' };
}

/** Two auditors on one document: the first of them signed in, with an audit begun of the standards given. */
async function twoAuditors(standards: string[] | null) {
  const folder = tempFolder();
  let seconds = 0;
  const backend = await createBackend({
    dataFolder: folder,
    parsePool: warmThreads,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
    clock: () => new Date(Date.parse('2026-11-20T09:00:00Z') + (seconds += 1) * 1000),
  });
  const session = backend.openSession();
  onTestFinished(async () => {
    await backend.closeSession(session);
    await backend.close();
  });
  const client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: lead } = await client.people.changePin({ current: '', next: STORY_PIN });
  const { id: roundId } = await client.rounds.current();
  const { document } = await load(client, 'draft.docx');
  await client.documents.file({
    documentId: document.id,
    stage: 'draft',
    issuedOn: null,
    plan: { kind: 'new', fields: FIELDS },
  });
  const people: string[] = [];
  for (const [name, agency] of [
    ['Briar Tolland', 'health'],
    ['Corin Vale', 'social_care'],
  ] as const) {
    const { id } = await client.people.add({ name, agency, team: '', roles: ['auditor'], signsIn: true });
    const own = people.length === 0 ? standards : null;
    await client.assignments.assign({
      roundId,
      documentId: document.id,
      auditorId: id,
      standards: own,
      dueOn: null,
    });
    people.push(id);
  }
  const [first = '', second = ''] = people;
  const signIn = async (personId: string): Promise<void> => {
    await client.people.signIn({ personId, pin: STORY_PIN });
  };
  for (const personId of [second, first]) {
    await client.people.signOut();
    await client.people.choosePin({ personId, pin: STORY_PIN });
  }
  const audit = await client.audits.open({ documentId: document.id, roundId });
  return { client, audit, roundId, lead, second, signIn };
}
