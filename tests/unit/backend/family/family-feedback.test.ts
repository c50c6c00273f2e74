import { expect, test } from 'vitest';
import type { PlanFields } from '../../../../shared/contract/plans.ts';
import { makeXlsx } from '../../../support/make-xlsx.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

const PLAN: PlanFields = {
  reference: 'FM-1',
  initials: 'AB',
  name: null,
  dateOfBirth: null,
  planType: 'new',
  ncYear: null,
  setting: null,
  primaryNeed: null,
  locality: null,
};
const HEADS = ['Case ID', 'Date completed', 'How satisfied are you?', 'Tell us more', 'I am'];

async function withPlan() {
  const { client } = await newWorkspace('2026-12-01T09:00:00Z');
  const { id: planId } = await client.plans.create(PLAN);
  const answer = {
    planId,
    answeredOn: '2026-11-14',
    respondent: 'parent_carer' as const,
    answer: 'satisfied',
    words: '',
  };
  return { client, planId, answer, family: client.familyFeedback };
}

function sheet(rows: (string | number)[][]): File {
  return new File(
    [new Uint8Array(makeXlsx([{ name: 'Survey', rows: [['Answers so far'], HEADS, ...rows] }]))],
    's.xlsx',
  );
}

test('an answer is entered once, counted in its half-term, and can be removed and entered again', async () => {
  const { family, answer } = await withPlan();
  const { id } = await family.add(answer);
  await expect(family.add(answer)).rejects.toMatchObject({ code: 'ALREADY_THERE' });
  await family.add({ ...answer, answer: 'dissatisfied', words: 'Nobody rang back.' });
  for (const [code, change] of [
    ['NO_SUCH_ANSWER', { answer: 'delighted' }],
    ['NOT_YET', { answeredOn: '2026-12-02' }],
    ['NOT_FOUND', { planId: '00000000-0000-4000-8000-000000000000' }],
  ] as const) {
    await expect(family.add({ ...answer, ...change })).rejects.toMatchObject({ code });
  }
  const { halfTerms, total } = await family.figures();
  expect(total).toBe(2);
  expect(halfTerms).toMatchObject([
    {
      halfTerm: { label: 'Autumn 2' },
      satisfied: { n: 1, of: 2, percent: null, range: null, words: '1 of 2 answers' },
    },
  ]);
  const removed = await family.remove({ answerId: id });
  expect(removed).toMatchObject({ planReference: 'FM-1', answer: 'satisfied' });
  await family.add(answer);
  expect((await family.list({ limit: 1 })).total).toBe(2);
});

test('a survey’s table is matched by its headers, wrong rows are named, and what is there comes in no second time', async () => {
  const { family, answer } = await withPlan();
  await family.add({ ...answer, words: 'Clear.' });
  const rows = [
    ['FM-1', '14/11/2026', 'Satisfied', 'Clear.', 'Mum'],
    ['fm-1 ', '2026-11-20', 'VERY satisfied', 'Quick', 'young person'],
    ['FM-1', '2026-11-20', 'Very satisfied', 'Quick', 'Young person'],
    ['FM-9', '20/11/2026', 'Satisfied', '', ''],
    ['FM-1', '20/11/2026', 'Over the moon', '', ''],
    ['FM-1', '20/12/2026', 'Satisfied', '', ''],
    ['', '', '', '', ''],
  ];
  const input = { file: sheet(rows), columns: null };
  expect(await family.preview(input)).toEqual({
    headers: HEADS,
    columns: ['reference', 'answeredOn', 'answer', 'words', 'respondent'],
    counts: { new: 1, duplicate: 2, wrong: 3 },
    problems: [
      { row: 6, message: 'No plan in the register has this reference.' },
      { row: 7, message: '“Over the moon” is no answer of the scale.' },
      { row: 8, message: 'This day has not come yet.' },
    ],
    obstacle: null,
  });
  await expect(family.import({ ...input, leaveOutWrong: false })).rejects.toMatchObject({ code: 'ROWS_WRONG' });
  const { importId, ...counts } = await family.import({ ...input, leaveOutWrong: true });
  expect(counts).toEqual({ added: 1, skipped: 5 });
  await expect(family.import({ ...input, leaveOutWrong: true })).rejects.toMatchObject({ code: 'NOTHING_NEW' });
  expect(await family.list({ limit: 50 })).toMatchObject({
    total: 2,
    answers: [{ respondent: 'young_person', words: 'Quick' }, { words: 'Clear.' }],
    imports: [{ id: importId, answers: 1, isUndone: false }],
  });
  expect(await family.undoImport({ importId })).toEqual({ removed: 1 });
  await expect(family.undoImport({ importId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await family.list({ limit: 50 })).toMatchObject({ total: 1, imports: [{ isUndone: true }] });
});

test('a column is named by hand where its header says nothing; without those that are needed nothing goes in', async () => {
  const { family } = await withPlan();
  const file = new File(['Plan,When,Smiley\nFM-1,14/11/2026,Satisfied\n'], 'survey.csv');
  expect(await family.preview({ file, columns: null })).toMatchObject({
    obstacle: 'Say which column is: date, answer.',
  });
  await expect(family.import({ file, columns: null, leaveOutWrong: true })).rejects.toMatchObject({
    code: 'ROWS_WRONG',
  });
  const columns = ['reference' as const, 'answeredOn' as const, 'answer' as const];
  expect(await family.import({ file, columns, leaveOutWrong: false })).toMatchObject({ added: 1 });
  const empty = { file: new File([''], 'survey.csv'), columns: null };
  await expect(family.preview(empty)).rejects.toMatchObject({ code: 'EMPTY_FILE' });
});

test('the scale’s words and what counts can change, but no answer goes that a family has given', async () => {
  const { client, family, answer } = await withPlan();
  await family.add({ ...answer, answer: 'neither' });
  const { scale } = await family.figures();
  const without = scale.filter(({ id }) => id !== 'neither');
  await expect(family.setScale({ scale: without })).rejects.toMatchObject({ code: 'SCALE_IN_USE' });
  const none = scale.map((each) => ({ ...each, isSatisfied: false }));
  await expect(family.setScale({ scale: none })).rejects.toMatchObject({ code: 'BAD_SCALE' });
  const changed = scale
    .filter(({ id }) => id !== 'very_dissatisfied')
    .map((each) => (each.id === 'neither' ? { ...each, label: 'All right', isSatisfied: true } : each));
  const figures = await family.setScale({ scale: [...changed, { id: null, label: 'Angry', isSatisfied: false }] });
  expect(figures.scale.map(({ label }) => label)).toEqual([
    'Very satisfied',
    'Satisfied',
    'All right',
    'Dissatisfied',
    'Angry',
  ]);
  expect(figures.halfTerms).toMatchObject([{ satisfied: { n: 1, of: 1 } }]);
  const { entries } = await client.trail.list({ before: null, limit: 3 });
  expect(entries[0]).toMatchObject({ action: 'familyFeedback.setScale', detail: { answers: 5, satisfied: 3 } });
});

test('answers go with their plan', async () => {
  const { client, planId, family, answer } = await withPlan();
  await family.add(answer);
  await client.plans.remove({ planId });
  expect(await family.figures()).toMatchObject({ total: 0, halfTerms: [] });
});

test('what a family says is kept from whoever is asked to grade their plan, until they have submitted', async () => {
  const { client, lead, of, ask } = await openPanel();
  const { documentId, roundId } = of;
  const { planId, planReference } = (await client.assignments.board({ roundId })).documents[0] ?? {
    planId: '',
    planReference: '',
  };
  const said = 'They never once asked us what Jasper likes.';
  const file = sheet([[planReference, '2026-11-14', 'Satisfied', said, 'Parent or carer']]);
  await client.familyFeedback.import({ file, columns: null, leaveOutWrong: false });
  const typed = {
    planId,
    answeredOn: '2026-11-15',
    respondent: 'parent_carer' as const,
    answer: 'satisfied',
    words: '',
  };
  const own = await client.familyFeedback.add(typed);
  const list = () => client.familyFeedback.list({ limit: 50 });
  const before = await list();
  expect(before).toMatchObject({ total: 2, heldBack: 0 });
  const imported = before.answers.find(({ words }) => words === said)?.id ?? '';

  const { name, agency, team, signsIn } = (await client.people.list()).find(({ id }) => id === lead.id) ?? wrong();
  await client.people.update({
    personId: lead.id,
    fields: { name, agency, team, signsIn, roles: ['qa_lead', 'auditor'] },
  });
  await ask(lead.id);
  expect(await list()).toMatchObject({ total: 2, heldBack: 1, answers: [{ id: own.id }] });
  await expect(client.familyFeedback.remove({ answerId: imported })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await client.familyFeedback.figures()).total).toBe(2);
  await gradeDocument(client, { roundId, documentId, rubric: builtInRubric(), given: GOOD });
  expect(await list()).toEqual(before);
  await client.familyFeedback.remove({ answerId: imported });
  await expect(client.familyFeedback.remove({ answerId: imported })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

function wrong(): never {
  throw new Error('The QA lead is not among the people.');
}
