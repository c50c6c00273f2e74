import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sample, SampleInput } from '../../../../shared/contract/samples.ts';
import type { Agency } from '../../../../shared/contract/person.ts';
import type { PlanFields } from '../../../../shared/contract/plans.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';
import { WHOLE_FRAME } from '../../../support/whole-frame.ts';

const PLANS = path.resolve('tests/corpus/plans');

describe('a round’s sample', () => {
  test('is drawn in proportion, can be drawn again, and stands in the trail with its seed', async () => {
    const { client, roundId } = await openWorkspace();
    await addPlans(client, 8, { planType: 'new' });
    await addPlans(client, 4, { planType: 'amended' });
    const input = stratified(roundId, 6);
    expect(await client.samples.preview(input)).toMatchObject({
      frameSize: 12,
      strata: [
        { stratum: 'Amended or reviewed', size: 4, drawn: 2 },
        { stratum: 'New', size: 8, drawn: 4 },
      ],
      leftOut: [],
    });
    const drawn = await client.samples.draw({ ...input, seed: 20_261_122 });
    expect(drawn.plans).toHaveLength(6);
    expect(drawn.draw).toMatchObject({ seed: 20_261_122, frameSize: 12, drawnBy: 'Ottoline Sedge' });
    expect(await client.samples.drawAgain({ roundId })).toEqual({ isSame: true, isFrameWhole: true });
    const again = await client.samples.draw({ ...input, seed: 20_261_122 });
    expect(again.plans).toEqual(drawn.plans);
    const { entries } = await client.trail.list({ before: null, limit: 5 });
    expect(entries[0]).toMatchObject({ action: 'samples.draw', detail: { seed: 20_261_122, frameSize: 12 } });
  });

  test('is still drawn alike when the register has grown since', async () => {
    const { client, roundId } = await openWorkspace();
    await addPlans(client, 9, {});
    await client.samples.draw({ ...stratified(roundId, 3), seed: 5 });
    await addPlans(client, 5, {});
    expect(await client.samples.drawAgain({ roundId })).toEqual({ isSame: true, isFrameWhole: true });
  });

  test('leaves out what is not asked for, and says how many', async () => {
    const { client, roundId } = await openWorkspace();
    await addPlans(client, 3, { ncYear: 9, isLookedAfter: true });
    await addPlans(client, 5, { ncYear: 2 });
    const filter = { ...WHOLE_FRAME, ncYearFrom: 9, isLookedAfter: true };
    expect(await client.samples.preview({ ...stratified(roundId, 10), filter })).toMatchObject({
      frameSize: 3,
      leftOut: [{ reason: 'nc_year', count: 5 }],
    });
    await expect(
      client.samples.draw({ ...stratified(roundId, 10), filter: { ...filter, ncYearFrom: 14 }, seed: null }),
    ).rejects.toMatchObject({ code: 'EMPTY_FRAME' });
  });

  test('a swap brings in the next reserve of the same stratum, with the reason, and logs both', async () => {
    const { client, roundId } = await openWorkspace();
    await addPlans(client, 3, { planType: 'new' });
    await addPlans(client, 3, { planType: 'amended' });
    const { plans } = await client.samples.draw({ ...stratified(roundId, 2), seed: 1 });
    const out = plans[0];
    const swapped = await client.samples.swap({ roundId, planId: out?.planId ?? '', reason: 'Moved away.' });
    const into = swapped.plans.find(({ origin }) => origin === 'swapped_in');
    expect(into).toMatchObject({ stratum: out?.stratum, replaces: out?.reference, reason: 'Moved away.', state: 'in' });
    expect(swapped.plans.find(({ planId }) => planId === out?.planId)).toMatchObject({ state: 'swapped_out' });
    await client.samples.swap({ roundId, planId: into?.planId ?? '', reason: 'No document.' });
    const last = (await client.samples.get({ roundId })).plans.find(
      ({ stratum, state }) => state === 'in' && stratum === out?.stratum,
    );
    await expect(client.samples.swap({ roundId, planId: last?.planId ?? '', reason: 'Ceased.' })).rejects.toMatchObject(
      { code: 'NO_RESERVE' },
    );
    const { entries } = await client.trail.list({ before: null, limit: 5 });
    expect(JSON.stringify(entries)).not.toContain('Moved away');
  });
});

test('is not drawn any more once somebody audits a plan of the round, drawn or not', async () => {
  const { client, roundId, me } = await openWorkspace();
  const [document] = await fileDocuments(client, 1);
  await addPlans(client, 3, {});
  const documentId = document?.documentId ?? '';
  await client.audits.open({ documentId, roundId });
  const input = { ...stratified(roundId, 2), seed: 1 };
  await expect(client.samples.draw(input)).rejects.toMatchObject({ code: 'SAMPLE_IN_USE' });
  const [own] = await client.assignments.list({ roundId });
  expect(own).toMatchObject({ auditor: { id: me } });
  await client.assignments.withdraw({ assignmentId: own?.id ?? '', reason: 'Too soon.' });
  expect((await client.samples.draw(input)).plans).toHaveLength(2);
});

test('a swap can be swapped back: the reserve leaves, and is the next one again', async () => {
  const { client, roundId } = await openWorkspace();
  await addPlans(client, 5, {});
  const { plans } = await client.samples.draw({ ...stratified(roundId, 1), seed: 3 });
  const first = plans[0]?.planId ?? '';
  const second = standIn(await client.samples.swap({ roundId, planId: first, reason: 'Moved away.' }));
  const third = standIn(await client.samples.swap({ roundId, planId: second, reason: 'No document.' }));
  const back = await client.samples.bringBack({ roundId, planId: first });
  expect(back.plans).toMatchObject([{ planId: first, origin: 'sampled', state: 'in', reason: '' }]);
  expect(standIn(await client.samples.swap({ roundId, planId: first, reason: 'Moved.' }))).toBe(second);
  expect(third).not.toBe(second);
  await expect(client.samples.bringBack({ roundId, planId: second })).rejects.toMatchObject({ code: 'NOT_IN_ROUND' });
});

test('what is left out is told by the first thing asked for that it is not, with its references', async () => {
  const { client, roundId } = await openWorkspace();
  await addPlans(client, 1, { planType: 'amended', team: 'Coast' });
  await addPlans(client, 2, { planType: 'new', team: 'Dale' });
  await addPlans(client, 3, { planType: 'new', team: 'Coast' });
  const filter = { ...WHOLE_FRAME, planTypes: ['new' as const], team: 'Coast' };
  const { frameSize, leftOut } = await client.samples.preview({ ...stratified(roundId, 2), filter });
  expect(frameSize).toBe(3);
  expect(leftOut.map(({ reason, count, references }) => [reason, count, references.length])).toEqual([
    ['plan_type', 1, 1],
    ['team', 2, 2],
  ]);
  expect(leftOut[0]?.references[0]).toMatch(/^FM-amended/);
});

test('a draw keeps how many plans of the register were left out, as it was on that day', async () => {
  const { client, roundId } = await openWorkspace();
  await addPlans(client, 1, { planType: 'amended', team: 'Coast' });
  await addPlans(client, 2, { planType: 'new', team: 'Dale' });
  await addPlans(client, 3, { planType: 'new', team: 'Coast' });
  const asked = { ...stratified(roundId, 2), filter: { ...WHOLE_FRAME, planTypes: ['new' as const], team: 'Coast' } };
  await client.samples.draw({ ...asked, seed: 4 });
  await addPlans(client, 5, { planType: 'amended', team: 'Coast', ncYear: 3 });
  const { draw } = await client.samples.get({ roundId });
  expect(draw).toMatchObject({
    frameSize: 3,
    leftOut: [
      { reason: 'plan_type', count: 1 },
      { reason: 'team', count: 2 },
    ],
  });
  const { entries } = await client.trail.list({ before: null, limit: 9 });
  expect(entries.find(({ action }) => action === 'samples.draw')).toMatchObject({
    detail: { frameSize: 3, leftOut: 3 },
  });
  const all = await client.samples.draw({ ...stratified(roundId, 2), seed: 4 });
  expect(all.draw).toMatchObject({ frameSize: 11, leftOut: [] });
});

test('once plans are drawn, documents of others are handed out no longer; those filed later are', async () => {
  const { client, roundId } = await openWorkspace();
  const [first, second] = await fileDocuments(client, 2);
  expect((await client.assignments.board({ roundId })).documents).toHaveLength(2);
  await addPlans(client, 1, {});
  const drawn = await client.samples.draw({
    ...stratified(roundId, 1),
    seed: 2,
    filter: { ...WHOLE_FRAME, ncYearFrom: 4 },
  });
  const inRound = drawn.plans[0]?.planId ?? '';
  const board = await client.assignments.board({ roundId });
  expect(board.documents.map(({ planId }) => planId)).toEqual([inRound]);
  const other = [first, second].find((document) => document?.planId !== inRound);
  await client.samples.pick({ roundId, planIds: [other?.planId ?? ''], reason: 'Asked for by the family.' });
  expect((await client.assignments.board({ roundId })).documents).toHaveLength(2);
});

test('a document filed in time for a later round is there when that round hands out', async () => {
  const { client } = await openWorkspace();
  const later = await client.rounds.create({
    kind: 'random',
    theme: '',
    panelDate: '2026-12-17',
    gradingDue: null,
    copyFrom: null,
  });
  const { id: planId } = await client.plans.create({ ...PLAN, reference: 'FM-9' });
  await client.samples.pick({ roundId: later.id, planIds: [planId], reason: 'Owed.' });
  expect(await client.assignments.board({ roundId: later.id })).toMatchObject({
    documents: [],
    withoutDocument: [{ planReference: 'FM-9' }],
  });
  const file = new File([readFileSync(path.join(PLANS, 's01-willowshire-amara', 'final.docx'))], 'final.docx');
  for await (const event of await client.documents.import({ file })) {
    if (event.kind !== 'done') continue;
    const target = { documentId: event.document.id, stage: 'final' as const, issuedOn: null };
    await client.documents.file({ ...target, plan: { kind: 'existing', planId } });
  }
  expect(await client.assignments.board({ roundId: later.id })).toMatchObject({
    documents: [{ planReference: 'FM-9', stage: 'final' }],
    withoutDocument: [],
  });
});

test('only a round that nothing was put into is taken back, and never the last', async () => {
  const { client, roundId } = await openWorkspace();
  await expect(client.rounds.remove({ roundId })).rejects.toMatchObject({ code: 'ROUND_IN_USE' });
  const next = { kind: 'random' as const, theme: '', panelDate: '2026-12-17', gradingDue: null, copyFrom: roundId };
  const { id } = await client.rounds.create(next);
  const { id: planId } = await client.plans.create({ ...PLAN, reference: 'FM-9' });
  await client.samples.pick({ roundId: id, planIds: [planId], reason: 'Owed.' });
  await expect(client.rounds.remove({ roundId: id })).rejects.toMatchObject({ code: 'ROUND_IN_USE' });
  const { id: empty } = await client.rounds.create(next);
  const left = await client.rounds.remove({ roundId: empty });
  expect(left.map((round) => round.id).toSorted()).toEqual([roundId, id].toSorted());
});

describe('assignments', () => {
  test('what a round has handed out is counted, dated and taken back as a whole', async () => {
    const { client, roundId, me } = await openWorkspace();
    const team = await addPanel(client);
    await fileDocuments(client, 2);
    await client.rounds.setMembers({ roundId, personIds: [...team, me] });
    const rule = { kind: 'different_agencies' as const, auditors: 3 };
    await client.assignments.accept({ roundId, rule, seed: 4, dueOn: null });
    const countsNow = async () => (await client.rounds.list()).find(({ id }) => id === roundId);
    expect(await countsNow()).toMatchObject({ members: 4, plans: 0, late: 0, handedIn: 0 });
    const dated = await client.assignments.setAllDue({ roundId, dueOn: '2026-11-06' });
    expect(dated.every(({ isLate }) => isLate)).toBe(true);
    const byOthers = dated.filter(({ auditor }) => auditor.id !== me).length;
    expect(await countsNow()).toMatchObject({ assigned: byOthers, late: byOthers });
    const queue = await client.plans.queue();
    expect(queue.map(({ assignment }) => assignment?.isLate)).toEqual(
      dated.filter(({ auditor }) => auditor.id === me).map(() => true),
    );
    const after = await client.assignments.withdrawUnbegun({ roundId, assignmentIds: null, reason: 'Too soon.' });
    expect(after.every(({ state }) => state === 'withdrawn')).toBe(true);
    expect(await client.plans.queue()).toHaveLength(2);
  });

  test('are proposed evenly to different agencies, taken as shown, and begun by nobody else', async () => {
    const { client, roundId } = await openWorkspace();
    const team = await addPanel(client);
    const documents = await fileDocuments(client, 3);
    await client.rounds.setMembers({ roundId, personIds: team });
    const rule = { kind: 'different_agencies' as const, auditors: 2 };
    const proposal = await client.assignments.propose({ roundId, rule, seed: null });
    expect(proposal.assigned).toHaveLength(6);
    expect(proposal.loads.map(({ plans }) => plans)).toEqual([2, 2, 2]);
    const list = await client.assignments.accept({ roundId, rule, seed: proposal.seed, dueOn: '2026-12-01' });
    const pairs = (all: readonly { documentId: string; auditorId: string }[]) =>
      all.map(({ documentId, auditorId }) => `${documentId} ${auditorId}`).toSorted();
    expect(pairs(list.map(({ documentId, auditor }) => ({ documentId, auditorId: auditor.id })))).toEqual(
      pairs(proposal.assigned),
    );
    expect(list.every(({ progress, isLate, dueOn }) => progress === 'not_begun' && !isLate && dueOn !== null)).toBe(
      true,
    );
    await expect(client.audits.open({ documentId: documents[0]?.documentId ?? '', roundId })).rejects.toMatchObject({
      code: 'NOT_ASSIGNED',
    });
  });

  test('one per agency gives each the standards that it leads, and no overall grade', async () => {
    const { client, roundId, me } = await openWorkspace();
    await addPanel(client);
    const [first] = await fileDocuments(client, 1);
    const rule = { kind: 'one_per_agency' as const, agencies: ['education', 'health'] as Agency[] };
    const { seed } = await client.assignments.propose({ roundId, rule, seed: 3 });
    const list = await client.assignments.accept({ roundId, rule, seed, dueOn: null });
    const health = list.find(({ auditor }) => auditor.agency === 'health');
    expect(health?.standards).toContain('S04');
    expect(health?.standards).not.toContain('S07');
    const own = list.find(({ auditor }) => auditor.agency === 'education');
    const mine =
      own?.auditor.id === me
        ? own
        : (await client.assignments.move({ assignmentId: own?.id ?? '', auditorId: me, reason: 'Closer.' })).find(
            ({ auditor, state }) => auditor.id === me && state === 'assigned',
          );
    const audit = await client.audits.open({ documentId: first?.documentId ?? '', roundId });
    expect(mine?.standards).not.toBeNull();
    expect(audit.grading.standards.map(({ id }) => id).toSorted()).toEqual(mine?.standards?.toSorted());
    expect(audit.grading.isPartial).toBe(true);
  });

  test('nobody audits a plan that they had a hand in, by proposal, by hand or by themselves', async () => {
    const { client, roundId, me } = await openWorkspace();
    const [document] = await fileDocuments(client, 1);
    const documentId = document?.documentId ?? '';
    const { cycles } = await client.plans.cycles({ planId: document?.planId ?? '' });
    await client.plans.setPeople({ cycleId: cycles[0]?.id ?? '', part: 'signed_off', personIds: [me] });
    const rule = { kind: 'different_agencies' as const, auditors: 1 };
    expect(await client.assignments.propose({ roundId, rule, seed: 1 })).toMatchObject({
      assigned: [],
      unfilled: [{ documentId, reason: 'all_conflicted' }],
    });
    const input = { roundId, documentId, auditorId: me, standards: null, dueOn: null };
    await expect(client.assignments.assign(input)).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
    await expect(client.audits.open({ documentId, roundId })).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });

  test('one that is withdrawn takes its open audit out of the round, and the plan may go', async () => {
    const { client, roundId, me } = await openWorkspace();
    const [document] = await fileDocuments(client, 1);
    const documentId = document?.documentId ?? '';
    const { id } = await client.audits.open({ documentId, roundId });
    const [own] = await client.assignments.list({ roundId });
    expect(own).toMatchObject({ progress: 'open', auditor: { id: me } });
    await client.assignments.withdraw({ assignmentId: own?.id ?? '', reason: 'Ill.' });
    await expect(client.audits.get({ auditId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.audits.list({ roundId })).toEqual([]);
  });
});

test('a changed calendar moves rounds to the half-term that holds their panel date, and is refused where it cannot', async () => {
  const { client, roundId } = await openWorkspace();
  const halfTerm = { schoolYear: '2026-27', label: 'Term 2' };
  await expect(
    client.partnership.setHalfTerms({
      halfTerms: [{ ...halfTerm, number: 3, start: '2026-12-01', end: '2027-02-01' }],
    }),
  ).rejects.toMatchObject({ code: 'BAD_CALENDAR' });
  await client.partnership.setHalfTerms({
    halfTerms: [
      { ...halfTerm, number: 2, start: '2026-11-02', end: '2026-12-04' },
      { ...halfTerm, number: 3, label: 'Term 3', start: '2026-12-07', end: '2027-02-12' },
    ],
  });
  const round = (await client.rounds.list()).find(({ id }) => id === roundId);
  expect(round).toMatchObject({ panelDate: '2026-12-08', halfTerm: { id: '2026-27/3', label: 'Term 3' } });
});

const PLAN: PlanFields = {
  reference: '',
  initials: 'AB',
  name: null,
  dateOfBirth: null,
  planType: 'new',
  ncYear: null,
  setting: null,
  primaryNeed: null,
  locality: null,
};

/** The plan that was swapped in last. */
function standIn({ plans }: Sample): string {
  return plans.find(({ origin, state }) => origin === 'swapped_in' && state === 'in')?.planId ?? '';
}

type Client = Awaited<ReturnType<typeof openWorkspace>>['client'];

function stratified(roundId: string, size: number): SampleInput {
  return {
    roundId,
    method: 'stratified',
    strataBy: ['plan_type'],
    allocation: 'proportional',
    filter: WHOLE_FRAME,
    size,
  };
}

async function addPlans(client: Client, count: number, fields: Partial<PlanFields>): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await client.plans.create({
      ...PLAN,
      reference: `FM-${fields.planType ?? ''}${fields.ncYear ?? ''}-${number}-${Math.random()}`,
      ...fields,
    });
  }
}

/** Three auditors of three agencies; gives their ids. */
async function addPanel(client: Client): Promise<string[]> {
  await client.people.changePin({ current: '', next: '4071' });
  const ids: string[] = [];
  for (const agency of ['education', 'health', 'social_care'] as const) {
    const fields = { name: `${agency} auditor`, agency, team: '', roles: ['auditor' as const], signsIn: true };
    ids.push((await client.people.add(fields)).id);
  }
  return ids;
}

async function fileDocuments(client: Client, count: number): Promise<{ documentId: string; planId: string }[]> {
  const names = ['s01-willowshire-amara', 's03-cinderhill-priya', 's05-middlefen-elsie'].slice(0, count);
  const filed: { documentId: string; planId: string }[] = [];
  for (const name of names) {
    const file = new File([readFileSync(path.join(PLANS, name, 'final.docx'))], `${name}.docx`);
    for await (const event of await client.documents.import({ file })) {
      if (event.kind !== 'done') continue;
      const fields: PlanFields = {
        reference: name,
        initials: 'AB',
        name: null,
        dateOfBirth: '2016-04-11',
        planType: 'new',
        ncYear: 4,
        setting: null,
        primaryNeed: null,
        locality: null,
      };
      const target = { documentId: event.document.id, stage: 'final' as const, issuedOn: null };
      const plan = await client.documents.file({ ...target, plan: { kind: 'new', fields } });
      filed.push({ documentId: event.document.id, planId: plan.id });
    }
  }
  return filed;
}

async function openWorkspace() {
  const { client, me } = await newWorkspace('2026-11-09T10:00:00Z');
  const { id: roundId } = await client.rounds.current();
  return { client, roundId, me };
}
