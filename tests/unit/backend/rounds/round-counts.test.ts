import { expect, test } from 'vitest';
import { openPanel } from '../../../support/open-panel.ts';
import { addAuditor, addPlan, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

test('a round tells what is with nobody, what is ready for the panel, and what the panel asked for', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const { roundId, documentId } = of;
  const other = await addAuditor(client, 'Corin Ashby', 'social_care', lead);
  const { planId } = (await client.assignments.board({ roundId })).documents[0] ?? { planId: '' };
  await client.samples.pick({ roundId, planIds: [planId], reason: 'Asked for.' });
  const counts = () => client.rounds.current();
  expect(await counts()).toMatchObject({ plans: 1, plansWithoutAuditor: 1, forPanel: 0 });

  await ask(auditor.id);
  expect(await counts()).toMatchObject({ plansWithoutAuditor: 0, forPanel: 0, readyForPanel: 0 });
  await ask(other.id);
  expect(await counts()).toMatchObject({ assigned: 2, forPanel: 1, readyForPanel: 0 });

  const { rubric } = await client.rubrics.current();
  for (const person of [auditor, other]) {
    expect(await counts()).toMatchObject({ readyForPanel: 0 });
    await signIn(person.id);
    await gradeDocument(client, { roundId, documentId, rubric, given: GOOD });
    await signIn(lead.id);
  }
  expect(await counts()).toMatchObject({ handedIn: 2, forPanel: 1, readyForPanel: 1, inPanel: 0, agreed: 0 });
  await client.moderation.begin({ roundId });
  expect(await counts()).toMatchObject({ readyForPanel: 0, inPanel: 1, agreed: 0, actions: 0 });
  const { id: actionId } = await client.actions.create({
    kind: 'change',
    level: 'plan',
    planId,
    documentId,
    roundId,
    criterionId: null,
    words: 'Say how often the support is given.',
    service: '',
    owner: { personId: lead.id, name: '' },
    dueOn: null,
  });
  expect(await counts()).toMatchObject({ actions: 1, actionsOpen: 1 });
  await client.actions.settle({ actionId, state: 'done', evidence: 'It says so now.', quote: null });
  expect(await counts()).toMatchObject({ actions: 1, actionsOpen: 0 });
  await client.moderation.agree({ roundId, documentId });
  expect(await counts()).toMatchObject({ inPanel: 0, agreed: 1, forPanel: 1 });
});

test('a calibration document counts apart, and is nothing for the panel', async () => {
  const { client, lead, auditor, of } = await openPanel();
  const { roundId } = of;
  const { documentId } = await addPlan(client, 's01-willowshire-amara', 'FM-2');
  await client.rounds.setMembers({ roundId, personIds: [auditor.id, lead.id] });
  await client.moderation.nameCalibration({ roundId, documentId });
  const { calibrating, ...round } = await client.rounds.current();
  expect(calibrating).toBeGreaterThan(0);
  expect(round).toMatchObject({ calibrated: 0, assigned: 0, forPanel: 0 });
});
