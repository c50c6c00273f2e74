import { expect, test } from 'vitest';
import { addSampleMeasures, SAMPLE_MEASURES } from '../../../../electron/backend/sample/sample-measures.ts';
import { isUnlocked } from '../../../../electron/backend/session.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import type { MeasureFields } from '../../../../shared/domain/measures.ts';
import { latestStanding, readingsOf } from '../../../../shared/domain/report/measures-standing.ts';
import {
  addAuditor,
  addPlan,
  type Client,
  GOOD,
  gradeDocument,
  LEADS_PIN,
  PANEL_PIN,
} from '../../../support/prepared-moderation.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';
import { WHOLE_FRAME } from '../../../support/whole-frame.ts';

const NEW_PLANS: MeasureFields = {
  name: 'New plans good or better',
  unit: 'percent',
  better: 'higher',
  counted: { kind: 'good_or_better' },
  plans: 'new',
  stage: 'final',
  roundKind: 'random',
  theme: '',
  milestones: [{ on: '2026-06-30', value: 50 }],
  target: 100,
  tolerance: 5,
  source: 'Recovery plan',
  owner: { personId: null, name: 'Head of SEND' },
  note: '',
};
const READING = { on: '2025-10-31', n: 6, of: 20, percent: null, note: 'Board paper' };

test('a measure is added, changed and retired, and its readings are corrected and never lost', async () => {
  const { client, raw } = await openPanel();
  const { id: measureId, revision } = await client.measures.create({ fields: NEW_PLANS });
  await expect(
    client.measures.create({ fields: { ...NEW_PLANS, name: 'new plans  GOOD or better' } }),
  ).rejects.toMatchObject({ code: 'BAD_MEASURE', message: 'Another measure has this name.' });
  const twice = [...NEW_PLANS.milestones, ...NEW_PLANS.milestones];
  await expect(
    client.measures.create({ fields: { ...NEW_PLANS, name: 'Other', milestones: twice } }),
  ).rejects.toMatchObject({ message: 'There are two milestones on 30 June 2026.' });
  await expect(
    client.measures.create({ fields: { ...NEW_PLANS, name: 'Other', milestones: [{ on: '2026-06-30', value: 101 }] } }),
  ).rejects.toMatchObject({ message: 'The milestone of 30 June 2026 must be from 0 to 100 per cent.' });

  const { byHand } = await client.measures.addReading({ measureId, replaces: null, reading: READING });
  await expect(client.measures.addReading({ measureId, replaces: null, reading: READING })).rejects.toMatchObject({
    code: 'BAD_READING',
  });
  await expect(
    client.measures.addReading({ measureId, replaces: null, reading: { ...READING, on: '2026-11-21' } }),
  ).rejects.toMatchObject({ message: 'The day of a reading cannot be still to come.' });
  const first = byHand[0]?.id ?? '';
  const corrected = await client.measures.addReading({
    measureId,
    replaces: first,
    reading: { ...READING, n: 7 },
  });
  expect(corrected.byHand.map(({ n, of }) => [n, of])).toEqual([[7, 20]]);

  const fields = { ...NEW_PLANS, milestones: [...NEW_PLANS.milestones, { on: '2026-12-31', value: 75 }] };
  const changed = await client.measures.update({ measureId, revision, fields });
  expect(changed).toMatchObject({ ...fields, revision: 2, byHand: [{ n: 7 }] });
  await expect(client.measures.update({ measureId, revision, fields })).rejects.toMatchObject({
    code: 'MEASURE_CHANGED',
  });
  await expect(
    client.measures.update({
      measureId,
      revision: 2,
      fields: { ...fields, unit: 'count', counted: { kind: 'by_hand', numerator: 'Appeals', denominator: '' } },
    }),
  ).rejects.toMatchObject({ message: 'It has readings in another unit.' });

  await client.measures.setRetired({ measureId, isRetired: true });
  const other = await client.measures.create({ fields: NEW_PLANS });
  await expect(client.measures.setRetired({ measureId, isRetired: false })).rejects.toMatchObject({
    code: 'BAD_MEASURE',
  });
  await client.measures.setRetired({ measureId: other.id, isRetired: true });
  expect(await client.measures.setRetired({ measureId, isRetired: false })).toMatchObject({ byHand: [{ n: 7 }] });
  const gone = await client.measures.withdrawReading({ measureId, readingId: corrected.byHand[0]?.id ?? '' });
  expect(gone.byHand).toEqual([]);
  expect(await raw()).toEqual([
    { n: 6, isWithdrawn: 1 },
    { n: 7, isWithdrawn: 1 },
  ]);

  const { entries } = await client.trail.list({ before: null, limit: 100 });
  const own = entries.filter(({ action }) => action.startsWith('measures.'));
  expect(own.map(({ action }) => action).toReversed()).toEqual([
    'measures.create',
    'measures.addReading',
    'measures.addReading',
    'measures.update',
    'measures.setRetired',
    'measures.create',
    'measures.setRetired',
    'measures.setRetired',
    'measures.withdrawReading',
  ]);
  expect(JSON.stringify(own)).not.toMatch(/New plans|Head of SEND|Recovery|Board paper/);
});

const DRAW = {
  size: 1,
  method: 'random' as const,
  strataBy: [],
  allocation: 'proportional' as const,
  filter: WHOLE_FRAME,
};

test('only the QA lead changes measures; the chair reads them, an auditor does not', async () => {
  const { client, lead, signIn } = await openPanel();
  const { id: measureId } = await client.measures.create({ fields: NEW_PLANS });
  const chair = await addMember(client, 'Edda Quill', 'chair', lead);
  const auditor = await addAuditor(client, 'Briar Tolland', 'health', lead);
  await signIn(chair, PANEL_PIN);
  expect((await client.measures.list()).measures).toHaveLength(1);
  await expect(client.measures.setRetired({ measureId, isRetired: true })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
  await signIn(auditor.id, PANEL_PIN);
  await expect(client.measures.list()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
});

test('a half-term is read once all have submitted and its results were shown, and looking shows nothing', async () => {
  const { client, lead, roundId, signIn, count, draft, tell } = await openPanel();
  await client.measures.create({ fields: NEW_PLANS });
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'FM-1');
  // The measure counts rounds drawn at random.
  await client.samples.draw({ ...DRAW, roundId, seed: 1 });
  const auditors = [
    await addAuditor(client, 'Briar Tolland', 'health', lead),
    await addAuditor(client, 'Corin Vale', 'social_care', lead),
  ];
  for (const { id } of auditors) {
    await client.assignments.assign({ roundId, documentId, auditorId: id, standards: null, dueOn: null });
  }
  const told = [];
  for (const { id } of auditors) {
    const before = await client.measures.list();
    told.push([before.heldBack, before.measures[0]?.figures.points.length]);
    await signIn(id, PANEL_PIN);
    await gradeDocument(client, { roundId, documentId, rubric: builtInRubric(), given: GOOD });
    await signIn(lead.id, lead.pin);
  }
  expect(told).toEqual([
    [[], 0],
    [[], 0],
  ]);
  const held = await client.measures.list();
  expect(held.heldBack).toEqual(['2026/27 Aut 2']);
  expect(held.measures[0]?.figures.table).toBeNull();
  expect(await count()).toEqual({ seen: 0, shown: 0 });

  // The report counts it all the same: what it shows it records itself.
  const drafted = await draft();
  expect(drafted?.counted.tables[0]?.rows.map(({ counts }) => counts.map(({ n }) => n))).toEqual([[1, 0, 1]]);

  await tell(documentId);
  const { heldBack, measures } = await client.measures.list();
  expect(heldBack).toEqual([]);
  const [own] = measures;
  if (own === undefined) throw new Error('No measure.');
  const standing = latestStanding(own.measure, readingsOf(own.figures, own.figures.table));
  expect(standing.words).toMatch(/^1 of 1 plan in Autumn 2 2026\/27, too few to hold against/);
});

test('the sample’s two plans stand at once', async () => {
  const { client } = await openPanel();
  await addSampleMeasures(client);
  const { measures } = await client.measures.list();
  expect(measures.map(({ measure }) => measure.name).toSorted()).toEqual(
    SAMPLE_MEASURES.map(({ fields }) => fields.name).toSorted(),
  );
  const timed = measures.find(({ measure }) => measure.counted.kind === 'in_time');
  expect(timed?.figures.percentsAlone.map(({ percent }) => percent)).toEqual([29, 38, 33]);
  // Reviews, new plans and all plans are three denominators.
  expect(new Set(measures.map(({ definition }) => definition)).size).toBe(SAMPLE_MEASURES.length);
});

async function addMember(
  client: Client,
  name: string,
  role: 'chair',
  lead: { id: string; pin: string },
): Promise<string> {
  const { id } = await client.people.add({ name, agency: 'education', team: '', roles: [role], signsIn: true });
  await client.people.signOut();
  await client.people.resetPin({ personId: id, passphrase: PASSPHRASE, pin: PANEL_PIN });
  await client.people.signIn({ personId: lead.id, pin: lead.pin });
  return id;
}

/** A QA lead who is signed in, with ways to look into the encrypted file. */
async function openPanel() {
  const { client, session } = await newWorkspace('2026-11-20T09:00:00Z');
  const { id } = await client.people.changePin({ current: '', next: LEADS_PIN });
  const { id: roundId, halfTerm } = await client.rounds.current();
  const open = () => {
    if (!isUnlocked(session.state)) throw new Error('The workspace is locked.');
    return session.state;
  };
  return {
    client,
    lead: { id, pin: LEADS_PIN },
    roundId,
    signIn: async (personId: string, pin: string) => {
      await client.people.signIn({ personId, pin });
    },
    raw: async () => {
      const rows = await open().workspace.db.selectFrom('measure_reading').selectAll().orderBy('n').execute();
      return rows.map(({ n, withdrawn_at }) => ({ n, isWithdrawn: Number(withdrawn_at !== null) }));
    },
    count: async () => {
      const { db } = open().workspace;
      const seen = await db.selectFrom('answers_seen').selectAll().execute();
      const shown = await db.selectFrom('answers_shown').selectAll().execute();
      return { seen: seen.length, shown: shown.length };
    },
    draft: async () => {
      const { results, measures } = open().services;
      return measures.draft(await results.settled(), halfTerm.id, 'internal');
    },
    tell: async (documentId: string) => {
      const row = { round_id: roundId, document_id: documentId, person_id: id, at: '2026-11-20T09:00:00.000Z' };
      await open().workspace.db.insertInto('answers_seen').values(row).execute();
    },
  };
}

test('the report tells a measure with its chart, its counts and its milestones', async () => {
  const { client } = await openPanel();
  const { id } = await client.measures.create({ fields: NEW_PLANS });
  await client.measures.addReading({ measureId: id, replaces: null, reading: READING });
  const report = await client.reports.preview({ halfTermId: '2026-27/2', edition: 'internal', threshold: 5 });
  const blocks = report.parts.flatMap((part) => part.blocks);
  expect(blocks.find((block) => block.kind === 'chart' && block.tableId === `measure-${id}`)).toMatchObject({
    chart: 'trend',
    dates: ['2025-10-31'],
    milestones: [{ on: '2026-06-30', percent: 50 }],
  });
  expect(blocks.find((block) => block.kind === 'counts' && block.table.id === `measure-${id}`)).toMatchObject({
    table: { rows: [{ label: '31 October 2025 (entered by hand)', counts: [{ n: 6 }, { n: 14 }, { n: 20 }] }] },
  });
  expect(JSON.stringify(blocks)).toContain(
    '"31 October 2025 (entered by hand): 30% (6 of 20; likely range 15–52%)","First: 50% by 30 June 2026","No milestone yet"',
  );
  const published = await client.reports.preview({ halfTermId: '2026-27/2', edition: 'publishable', threshold: 10 });
  const text = JSON.stringify(published.parts);
  expect(text).toContain('How the measures of the partnership stand is hidden (c).');
  expect(text).not.toContain('30% (6 of 20');
});
