import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { previewReport } from '../../../support/internal-report.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

const RUBRIC = builtInRubric();

test('coming Home shows no plan’s grade, ends no reopening and is held against nobody; opening the report does', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const { roundId } = of;
  await ask(lead.id);
  await ask(auditor.id);
  await signIn(auditor.id);
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  await signIn(lead.id);
  expect((await client.reports.soFar({ roundId })).populations).toEqual([]);
  const { auditId } = await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  // Asked for it themselves, they are not even counted in: their own audit may still be opened again.
  expect((await client.reports.soFar({ roundId })).populations).toEqual([]);
  expect((await client.audits.get({ auditId })).canReopen).toBe(true);
  await previewReport(client, roundId);
  expect((await client.audits.get({ auditId })).canReopen).toBe(false);
  expect((await client.reports.soFar({ roundId })).populations).toMatchObject([
    { label: 'Final plans, new', ready: 1, counted: 1, grades: [{ grade: 'good', count: 1 }] },
  ]);
});

test('a QA lead who came Home may still be asked to audit what was counted there', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  await ask(auditor.id);
  await signIn(auditor.id);
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  await signIn(lead.id);
  expect((await client.reports.soFar({ roundId: of.roundId })).populations).toMatchObject([
    { ready: 1, counted: 0, grades: [] },
  ]);
  await ask(lead.id);
});
