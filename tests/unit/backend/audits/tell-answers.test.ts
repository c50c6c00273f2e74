import { expect, test } from 'vitest';
import { recordAnswersSeen } from '../../../../electron/backend/audits/answers-seen.ts';
import type { Graded } from '../../../../electron/backend/audits/graded.ts';
import { tellAnswers } from '../../../../electron/backend/audits/tell-answers.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';
import { addAuditor, addPlan, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

const PIN = '4071';

test('what is closed while it is being read is not told, and it is read anew', async () => {
  const { client, session, me } = await newWorkspace('2026-11-20T09:00:00Z');
  if (session.state.status !== 'open') throw new Error('The workspace is not open.');
  const { db } = session.state.workspace;
  await client.people.changePin({ current: '', next: PIN });
  const other = await addAuditor(client, 'Briar Tolland', 'health', { id: me, pin: PIN });
  const { id: roundId } = await client.rounds.current();
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'FM-1');
  await gradeDocument(client, { roundId, documentId, rubric: builtInRubric(), given: GOOD });
  const graded = { roundId, documentId };
  const at = '2026-11-20T09:00:00.000Z';
  const seen = () => db.selectFrom('answers_seen').select('person_id').execute();
  const tell = (read: () => Promise<{ answer: string; told: Graded[] }>) =>
    tellAnswers(db, read, (trx, told) => recordAnswersSeen(trx, other.id, told, at));

  let reads = 0;
  const told = await tell(async () => {
    reads += 1;
    if (reads > 1) return { answer: 'nothing', told: [] };
    // Whoever is told is asked to grade the document just then.
    await client.assignments.assign({ ...graded, auditorId: other.id, standards: null, dueOn: null });
    return { answer: 'what was found', told: [graded] };
  });
  expect(told).toBe('nothing');
  expect(await seen()).toEqual([]);

  await expect(tell(async () => Promise.resolve({ answer: 'what was found', told: [graded] }))).rejects.toMatchObject({
    code: 'CHANGED_MEANWHILE',
  });
  expect(await seen()).toEqual([]);

  const asked = (await client.assignments.list({ roundId })).find(({ auditor }) => auditor.id === other.id);
  await client.assignments.withdraw({ assignmentId: asked?.id ?? '', reason: 'On leave.' });
  expect(await tell(async () => Promise.resolve({ answer: 'what was found', told: [graded] }))).toBe('what was found');
  expect(await seen()).toEqual([{ person_id: other.id }]);
});
