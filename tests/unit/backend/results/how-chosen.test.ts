import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { EVERY_PLAN } from '../../../../shared/contract/plans.ts';
import type { SampleInput } from '../../../../shared/contract/samples.ts';
import { populationsOf } from '../../../../shared/domain/report/series.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';
import { addPlan, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';
import { WHOLE_FRAME } from '../../../support/whole-frame.ts';

const RUBRIC = builtInRubric();
const FOLDERS = ['s01-willowshire-amara', 's02-willowshire-jasper', 's03-cinderhill-priya'];
const DRAW: Omit<SampleInput, 'roundId'> = {
  size: 1,
  method: 'random',
  strataBy: [],
  allocation: 'proportional',
  filter: WHOLE_FRAME,
};

test('of a random round only what its draw brought counts as random, and what was swapped in for it', async () => {
  const { client, session } = await newWorkspace('2026-11-20T09:00:00Z');
  const { id: roundId } = await client.rounds.current();
  for (const [at, folder] of FOLDERS.entries()) await addPlan(client, folder, `FM-${at}`);
  const drawn = await client.samples.draw({ ...DRAW, roundId, seed: 11 });
  const first = drawn.plans[0]?.planId ?? '';
  const swapped = await client.samples.swap({ roundId, planId: first, reason: 'Moved away.' });
  const into = swapped.plans.find(({ origin }) => origin === 'swapped_in');
  const { documents } = await client.assignments.board({ roundId });
  expect(documents.map(({ planId }) => planId)).toEqual([into?.planId]);
  const picked = await otherPlan(client, [first, into?.planId ?? '']);
  await client.samples.pick({ roundId, planIds: [picked], reason: 'The panel asked for it.' });

  for (const { documentId } of (await client.assignments.board({ roundId })).documents) {
    await gradeDocument(client, { roundId, documentId, rubric: RUBRIC, given: GOOD });
  }
  if (session.state.status !== 'open') throw new Error('The workspace is not open.');
  const settled = await session.state.services.results.settled();
  expect(Object.fromEntries(settled.map(({ planId, roundKind }) => [planId, roundKind]))).toEqual({
    [into?.planId ?? '']: 'random',
    [picked]: 'not_drawn',
  });
  expect(populationsOf(settled, new Map()).map(({ id, label }) => [id, label])).toEqual([
    ['final-new', 'Final plans, new'],
    ['final-new~not-drawn', 'Final plans, new (not drawn)'],
  ]);
  expect(await client.rounds.current()).toMatchObject({ plans: 2, drawn: 1 });

  // A round that is chosen by a theme stays that, drawn or not.
  const { panelDate, gradingDue } = await client.rounds.current();
  await client.rounds.update({ roundId, kind: 'thematic', theme: 'Year 3', panelDate, gradingDue });
  const themed = await session.state.services.results.settled();
  expect(themed.map(({ roundKind }) => roundKind)).toEqual(['thematic', 'thematic']);
});

test('a plan that was picked beside the draw is none of those that the report counts from its frame', async () => {
  const { client } = await newWorkspace('2026-11-20T09:00:00Z');
  const { id: roundId, halfTerm } = await client.rounds.current();
  const [first = '', second = '', third = ''] = FOLDERS;
  await addPlan(client, first, 'FM-0');
  await addPlan(client, second, 'FM-1');
  const drawn = await client.samples.draw({ ...DRAW, roundId, seed: 11 });
  await addPlan(client, third, 'FM-2');
  const { rows } = await client.plans.page({
    filter: EVERY_PLAN,
    sort: { column: 'reference', direction: 'ascending' },
    offset: 0,
    limit: 10,
  });
  const later = rows.find(({ reference }) => reference === 'FM-2')?.id ?? '';
  await client.samples.pick({ roundId, planIds: [later], reason: 'The panel asked for it.' });
  expect(drawn.plans).toHaveLength(1);
  for (const { documentId } of (await client.assignments.board({ roundId })).documents) {
    await gradeDocument(client, { roundId, documentId, rubric: RUBRIC, given: GOOD });
  }
  const report = await client.reports.preview({ halfTermId: halfTerm.id, edition: 'internal', threshold: 5 });
  const words = JSON.stringify(report.parts);
  expect(words).toContain('drawn by chance from 2 plans of the register');
  expect(words).toContain('1 of these 2 was in the round.');
});

async function otherPlan(client: Awaited<ReturnType<typeof newWorkspace>>['client'], not: readonly string[]) {
  const { rows } = await client.plans.page({
    filter: EVERY_PLAN,
    sort: { column: 'reference', direction: 'ascending' },
    offset: 0,
    limit: 10,
  });
  return rows.find(({ id }) => !not.includes(id))?.id ?? '';
}
