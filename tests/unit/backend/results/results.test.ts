import { expect, test } from 'vitest';
import { isUnlocked } from '../../../../electron/backend/session.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { decodeResult } from '../../../../shared/domain/report/result-code.ts';
import {
  addAuditor,
  addPlan,
  GOOD,
  gradeDocument,
  LEADS_PIN,
  LOWER,
  PANEL_PIN,
} from '../../../support/prepared-moderation.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

const RUBRIC = builtInRubric();
const WHY = 'The timetable on page 4 names hours and who gives them.';

test('a result is there once all have submitted, follows the panel, and goes when the document calibrates', async () => {
  const { client, settled, lead, roundId } = await openPanel();
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'FM-1');
  const auditors = [
    await addAuditor(client, 'Briar Tolland', 'health', lead),
    await addAuditor(client, 'Corin Vale', 'social_care', lead),
  ];
  for (const { id } of auditors) {
    await client.assignments.assign({ roundId, documentId, auditorId: id, standards: null, dueOn: null });
  }
  expect(await settled()).toEqual([]);
  for (const [at, { id }] of auditors.entries()) {
    expect(await settled()).toEqual([]);
    await client.people.signIn({ personId: id, pin: PANEL_PIN });
    await gradeDocument(client, { roundId, documentId, rubric: RUBRIC, given: at === 0 ? GOOD : LOWER });
  }
  await client.people.signIn({ personId: lead.id, pin: lead.pin });
  const [alone] = await settled();
  expect(alone).toMatchObject({
    documentId,
    standing: 'lower_of_several',
    agencies: ['health', 'social_care'],
    gradeAlone: 'requires_improvement',
    overallGrade: 'requires_improvement',
    // Nobody has drawn a sample: in a random round it speaks for itself alone.
    roundKind: 'not_drawn',
    stage: 'final',
    planType: 'new',
    ncYear: 3,
  });
  expect(await settled()).toEqual([alone]);
  if (alone === undefined) throw new Error('No result.');
  const before = decodeResult(RUBRIC, alone.code);
  expect(before.criteria.get('S06.C1')).toBe('not_met');
  expect(before.causes.get('S06.C1')).toEqual(['not_known']);
  expect(before.causes.has('S01.C1')).toBe(false);

  const of = { roundId, documentId };
  await client.moderation.begin({ roundId });
  await client.moderation.decide({ ...of, criterionId: 'S06.C1', response: 'met', reason: WHY });
  expect(await settled()).toMatchObject([{ standing: 'lower_of_several', overallGrade: 'requires_improvement' }]);
  await client.moderation.agree(of);
  const [agreed] = await settled();
  expect(agreed).toMatchObject({ standing: 'agreed', overallGrade: 'good', gradeAlone: 'requires_improvement' });
  if (agreed === undefined) throw new Error('No result.');
  expect(decodeResult(RUBRIC, agreed.code).criteria.get('S06.C1')).toBe('met');
  expect(decodeResult(RUBRIC, agreed.code).causes.has('S06.C1')).toBe(false);
});

/** A QA lead who is signed in, with the settled plans of her workspace. */
async function openPanel() {
  const { client, session } = await newWorkspace('2026-11-20T09:00:00Z');
  const { id } = await client.people.changePin({ current: '', next: LEADS_PIN });
  const { id: roundId } = await client.rounds.current();
  return {
    client,
    lead: { id, pin: LEADS_PIN },
    roundId,
    settled: () => {
      if (!isUnlocked(session.state)) throw new Error('The workspace is locked.');
      return session.state.services.results.settled();
    },
  };
}
