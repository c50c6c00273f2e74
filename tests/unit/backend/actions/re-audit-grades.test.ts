import { expect, test } from 'vitest';
import { createGrades } from '../../../../electron/backend/actions/re-audits.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { addPlan, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

test('the grades after any number of re-audits are read at once', async () => {
  let now = new Date('2026-11-09T10:00:00Z');
  const { client, session } = await newWorkspace(() => now);
  const { id: roundId } = await client.rounds.current();
  const plans = [
    await addPlan(client, 's01-willowshire-amara', 'FM-1'),
    await addPlan(client, 's02-willowshire-jasper', 'FM-2'),
  ];
  const wanted = { kind: 're_audit' as const, level: 'plan' as const, words: 'Look at it again.', service: '' };
  for (const { documentId } of plans) {
    const { planId } = (await client.documents.get({ documentId })).document;
    await client.actions.create({
      ...wanted,
      owner: { personId: null, name: 'The panel' },
      planId,
      documentId: null,
      roundId: null,
      criterionId: null,
      dueOn: null,
    });
  }
  now = new Date('2026-11-10T10:00:00Z');
  for (const { documentId } of plans) {
    await gradeDocument(client, { roundId, documentId, rubric: builtInRubric(), given: GOOD });
  }
  const { state } = session;
  if (state.status !== 'open') throw new Error('not open');
  const { services, workspace } = state;
  let reads = 0;
  const settled = (roundIds?: readonly string[]) => {
    reads += 1;
    return services.results.settled(roundIds);
  };
  const grades = createGrades({ db: workspace.db, results: { settled }, rubrics: services.rubrics });
  const rows = await workspace.db.selectFrom('action').selectAll().execute();
  const after = await grades.after(rows);
  expect(rows.map(({ id }) => after.get(id)?.label)).toEqual(['Good', 'Good']);
  expect(reads).toBe(1);
  expect(await grades.after([])).toEqual(new Map());
  expect(reads).toBe(1);
}, 30_000);
