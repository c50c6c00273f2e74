import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';
import { tablesOfDocx } from '../../../support/read-report.ts';

test('the minutes hold what came of the round in actions, and what was put down on the panel’s day', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const { roundId } = of;
  await ask(auditor.id);
  await signIn(auditor.id);
  await gradeDocument(client, { ...of, rubric: builtInRubric(), given: GOOD });
  await signIn(lead.id);
  const change = { kind: 'change' as const, planId: null, criterionId: null, dueOn: null };
  const ofNone = { documentId: null, roundId: null };
  const template = { personId: null, name: 'Template group' };
  await client.actions.create({
    ...change,
    ...ofNone,
    level: 'system',
    words: 'Part H1 from H2.',
    service: '',
    owner: template,
  });
  await client.actions.create({
    ...change,
    ...of,
    level: 'service',
    words: 'Send the advice form anew.',
    service: 'Fernmoor Therapies',
    owner: template,
  });
  await client.actions.create({
    ...change,
    ...of,
    level: 'plan',
    words: 'Say how often the therapist comes.',
    service: '',
    owner: { personId: auditor.id, name: '' },
    dueOn: '2026-12-16',
  });
  const listed = async () => {
    const paper = await client.moderation.paper({ roundId, kind: 'minutes' });
    const tables = tablesOfDocx(new Uint8Array(await paper.arrayBuffer()));
    return tables.find(({ caption }) => caption.endsWith('What is to change'))?.rows.slice(1);
  };
  const found = [
    ['FM-1, final', 'Say how often the therapist comes.', auditor.name, 'Due 16 December 2026'],
    ['Fernmoor Therapies', 'Send the advice form anew.', 'Template group', 'Open'],
  ];
  expect(await listed()).toEqual(found);
  await client.rounds.update({ roundId, kind: 'random', theme: '', panelDate: '2026-11-20', gradingDue: null });
  expect(await listed()).toEqual([...found, ['The whole system', 'Part H1 from H2.', 'Template group', 'Open']]);
});
