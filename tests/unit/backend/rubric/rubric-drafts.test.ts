import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import type { DraftContent } from '../../../../shared/domain/rubric/rubric-draft.ts';
import { addCriterion, updateCriterion, updateStandard } from '../../../../shared/domain/rubric/rubric-edits.ts';
import type { Rubric } from '../../../../shared/domain/rubric/rubric.ts';
import {
  addAuditor,
  addPlan,
  type Client,
  gradeDocument,
  LOWER,
  PANEL_PIN,
  prepareModeration,
} from '../../../support/prepared-moderation.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

const PIN = '4071';
/** Whoever was told what auditors found cannot be asked to find it for themselves. */
const SEEN = 'HAS_SEEN_ANSWERS';
const RUBRIC = builtInRubric();

async function workspace() {
  let now = new Date('2026-11-09T10:00:00Z');
  const { client } = await newWorkspace(() => now);
  const { id } = await client.people.changePin({ current: '', next: PIN });
  const { id: rubricId } = await client.rubrics.current();
  const { id: roundId } = await client.rounds.current();
  const wait = (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000);
  };
  return { client, lead: { id, pin: PIN }, rubricId, roundId, wait };
}

/** A draft of the version with a change, saved. */
async function drafted(
  client: Client,
  rubricId: string,
  edit: (rubric: Rubric) => Rubric,
  more: Partial<DraftContent>,
) {
  const { id: draftId, revision, rubric } = await client.rubrics.begin({ rubricId });
  const saved = await client.rubrics.save({
    draftId,
    revision,
    rubric: edit(rubric),
    effectiveFrom: '2026-11-09',
    note: 'Provision weighs more.',
    ...more,
  });
  return { draftId, revision: saved.revision };
}

const heavier = (rubric: Rubric) => updateStandard(rubric, 'S07', { weight: 30 });

describe('a draft', () => {
  test('is kept as it was saved, faults and all, until somebody discards it', async () => {
    const { client, rubricId } = await workspace();
    const faulty = (rubric: Rubric) => updateStandard(rubric, 'S07', { weight: 0, criteria: [] });
    const { draftId, revision } = await drafted(client, rubricId, faulty, { effectiveFrom: null, note: '' });
    const draft = await client.rubrics.draft({ draftId });
    expect(draft).toMatchObject({ basedOn: rubricId, revision, effectiveFrom: null });
    expect(draft.rubric.standards[6]).toMatchObject({ id: 'S07', weight: 0, criteria: [] });
    await expect(client.rubrics.publish({ draftId, revision })).rejects.toMatchObject({
      code: 'HAS_FAULTS',
      data: {
        advice: expect.stringMatching(/^Standard 7: the weight must be more than 0; it is 0\. There is 1 more\.$/),
      },
    });
    expect(await client.rubrics.discard({ draftId })).toEqual([]);
    await expect(client.rubrics.draft({ draftId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { entries } = await client.trail.list({ before: null, limit: 20 });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['rubrics.begin', 'rubrics.save', 'rubrics.discard']),
    );
    expect(JSON.stringify(entries)).not.toContain('EHCP quality');
  });

  test('is not written over by another window', async () => {
    const { client, rubricId } = await workspace();
    const { draftId, revision } = await drafted(client, rubricId, heavier, {});
    const { rubric, effectiveFrom, note } = await client.rubrics.draft({ draftId });
    const old = { draftId, revision: revision - 1 };
    await expect(client.rubrics.save({ ...old, rubric, effectiveFrom, note })).rejects.toMatchObject({
      code: 'CHANGED_ELSEWHERE',
    });
    await expect(client.rubrics.publish(old)).rejects.toMatchObject({ code: 'CHANGED_ELSEWHERE' });
    await expect(client.rubrics.effect(old)).rejects.toMatchObject({ code: 'CHANGED_ELSEWHERE' });
  });

  const NOT_YET: [string, (rubric: Rubric) => Rubric, Partial<DraftContent>, string][] = [
    ['without a day', heavier, { effectiveFrom: null }, 'NO_DATE'],
    ['without a note', heavier, { note: ' ' }, 'NO_NOTE'],
    ['under a number that is taken', (rubric) => heavier({ ...rubric, version: '1.0.0' }), {}, 'VERSION_TAKEN'],
    ['that changes nothing', (rubric) => ({ ...rubric, title: RUBRIC.title }), {}, 'NOTHING_CHANGED'],
  ];
  test('that is not ready is not published, and says why', async () => {
    const { client, rubricId } = await workspace();
    for (const [what, edit, more, code] of NOT_YET) {
      const at = await drafted(client, rubricId, edit, more);
      const refused = await client.rubrics.publish(at).catch((error: unknown) => error);
      expect([what, refused]).toEqual([what, expect.objectContaining({ code })]);
    }
    expect(await client.rubrics.versions()).toHaveLength(1);
  });

  test('of nonsense is not kept', async () => {
    const { client, rubricId } = await workspace();
    const { id: draftId, revision, rubric } = await client.rubrics.begin({ rubricId });
    const huge = { ...rubric, description: 'x'.repeat(2_100_000) };
    const at = { draftId, revision, effectiveFrom: null, note: '' };
    await expect(client.rubrics.save({ ...at, rubric: huge })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});

test('new rounds take the version whose day has come, and rounds and audits stay on theirs', async () => {
  const { client, rubricId, roundId, wait } = await workspace();
  const first = await client.rubrics.publish(await drafted(client, rubricId, heavier, { effectiveFrom: '2026-11-10' }));
  expect(first).toMatchObject({ version: '1.1.0', basedOn: rubricId, isCurrent: false, publishedBy: 'Ottoline Sedge' });
  expect((await client.rubrics.current()).id).toBe(rubricId);
  wait(1);
  expect((await client.rubrics.current()).id).toBe(first.id);
  const later = await client.rubrics.publish(
    await drafted(client, first.id, (rubric) => addCriterionWithWords(heavier(rubric)), {
      effectiveFrom: '2027-01-04',
    }),
  );
  const round = { kind: 'random' as const, theme: '', panelDate: '2026-12-04', gradingDue: null, copyFrom: null };
  expect((await client.rounds.create(round)).rubricId).toBe(first.id);
  expect((await client.rounds.create({ ...round, rubricId: later.id })).rubricId).toBe(later.id);
  await expect(client.rounds.create({ ...round, rubricId: roundId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await client.rounds.list()).find(({ id }) => id === roundId)?.rubricId).toBe(rubricId);
  expect(
    (await client.rubrics.versions()).map(({ version, isCurrent, rounds }) => [version, isCurrent, rounds]),
  ).toEqual([
    ['1.2.0', false, 1],
    ['1.1.0', true, 1],
    ['1.0.0', false, 1],
  ]);
  const { rubric } = await client.rubrics.get({ rubricId: first.id });
  expect(rubric).toMatchObject({
    status: 'published',
    effectiveFrom: '2026-11-10',
    changeNote: 'Provision weighs more.',
  });
});

function addCriterionWithWords(rubric: Rubric): Rubric {
  const added = addCriterion(rubric, 'S01');
  return updateCriterion(added.rubric, added.id, { text: 'Is the plan dated?' });
}

describe('a file', () => {
  const file = (text: string) => new File([text], 'standards.json');

  test('that was exported comes back as the same standards', async () => {
    const { client, rubricId } = await workspace();
    const { id } = await client.rubrics.publish(await drafted(client, rubricId, heavier, {}));
    const exported = await client.rubrics.export({ rubricId: id });
    expect(exported.name).toBe('quality-standards-1.1.0.json');
    const answer = await client.rubrics.import({ file: file(await exported.text()) });
    if (answer.kind === 'refused') throw new Error(answer.problems.join('\n'));
    const { rubric } = await client.rubrics.get({ rubricId: id });
    expect(answer.draft.basedOn).toBe(id);
    expect(answer.draft.rubric.version).toBe('1.2.0');
    expect(answer.draft.rubric.standards).toEqual(rubric.standards);
    expect(answer.draft.rubric.scoring).toEqual(rubric.scoring);
    const { id: draftId, revision } = answer.draft;
    await expect(client.rubrics.publish({ draftId, revision })).rejects.toMatchObject({ code: 'NO_DATE' });
  });

  test('that is hostile is refused with its code', async () => {
    const { client } = await workspace();
    for (const [text, code] of [
      ['{', 'NOT_JSON'],
      ['{"a":{"__proto__":{}}}', 'FORBIDDEN_KEY'],
      [`${'['.repeat(100)}${']'.repeat(100)}`, 'TOO_DEEP'],
      [`"${'x'.repeat(2_000_001)}"`, 'TOO_LARGE'],
    ] as const) {
      await expect(client.rubrics.import({ file: file(text) })).rejects.toMatchObject({ code });
    }
    expect(await client.rubrics.drafts()).toEqual([]);
  });

  test('of another form is told of in sentences, and nothing is kept of it', async () => {
    const { client } = await workspace();
    const spoilt = JSON.stringify({ ...RUBRIC, gradeScale: 'stars' });
    const answer = await client.rubrics.import({ file: file(spoilt) });
    expect(answer).toEqual({ kind: 'refused', problems: ['gradeScale: must be an array, not string.'] });
    expect(await client.rubrics.drafts()).toEqual([]);
  });
});

describe('the effect on past gradings', () => {
  const capped = (rubric: Rubric) =>
    updateCriterion(rubric, 'S06.C1', {
      limiting: { isLimiting: true, capsOverallTo: 'inadequate', triggeredBy: ['not_met'] },
    });

  test('counts gradings and what panels agreed, names plans and reasons, and keeps that it was told', async () => {
    const { client, lead, rubricId, roundId } = await workspace();
    const { documentId, different } = await prepareModeration(client, { roundId, lead, rubric: RUBRIC });
    await client.moderation.begin({ roundId });
    await client.moderation.decide({
      roundId,
      documentId,
      criterionId: different,
      response: 'not_met',
      reason: 'As read.',
    });
    await client.moderation.agree({ roundId, documentId });
    const effect = await client.rubrics.effect(await drafted(client, rubricId, capped, {}));
    expect(effect.auditors).toMatchObject({ total: 2, changed: 1 });
    expect(effect.agreed).toMatchObject({ total: 1, changed: 1 });
    expect(effect.changes).toEqual(
      ['auditor', 'agreed'].map((kind) => ({
        reference: 'FM-MOD',
        stage: 'final',
        kind,
        from: 'Requires improvement',
        to: 'Inadequate',
        reasons: ['S06.C1 now caps it at inadequate'],
      })),
    );
    expect(effect.leftOut).toBe(0);
    const same = await client.rubrics.effect(await drafted(client, rubricId, (rubric) => rubric, {}));
    expect([same.auditors.changed, same.agreed.changed, same.changes]).toEqual([0, 0, []]);
  });

  test('keeps whom it was told to, who can then not be asked to audit the plan alone', async () => {
    const { client, lead, rubricId, roundId } = await workspace();
    const { documentId } = await prepareModeration(client, { roundId, lead, rubric: RUBRIC });
    const asked = { roundId, documentId, auditorId: lead.id, standards: null, dueOn: null };
    await client.rubrics.effect(await drafted(client, rubricId, capped, {}));
    await expect(client.assignments.assign(asked)).rejects.toMatchObject({ code: SEEN });
  });

  test('leaves out what others are still grading, what the viewer was asked to grade, and calibration', async () => {
    const { client, lead, rubricId, roundId } = await workspace();
    const briar = await addAuditor(client, 'Briar Tolland', 'health', lead);
    const { documentId } = await addPlan(client, 's01-willowshire-amara', 'FM-7');
    const gradeAs = async (person: { id: string; pin: string }) => {
      await client.people.signIn({ personId: person.id, pin: person.pin });
      await gradeDocument(client, { roundId, documentId, rubric: RUBRIC, given: LOWER });
      await client.people.signIn({ personId: lead.id, pin: lead.pin });
    };
    for (const auditorId of [briar.id, lead.id]) {
      await client.assignments.assign({ roundId, documentId, auditorId, standards: null, dueOn: null });
    }
    const at = await drafted(client, rubricId, capped, {});
    await gradeAs({ id: briar.id, pin: PANEL_PIN });
    expect(await client.rubrics.effect(at)).toMatchObject({ auditors: { total: 0 }, changes: [], leftOut: 1 });
    await gradeAs(lead);
    expect(await client.rubrics.effect(at)).toMatchObject({ auditors: { total: 0 }, changes: [], leftOut: 2 });
    await client.moderation.begin({ roundId });
    expect(await client.rubrics.effect(at)).toMatchObject({ auditors: { total: 2, changed: 2 }, leftOut: 0 });

    const other = await addPlan(client, 's02-willowshire-jasper', 'FM-8');
    await client.rounds.setMembers({ roundId, personIds: [briar.id] });
    await client.moderation.nameCalibration({ roundId, documentId: other.documentId });
    await client.people.signIn({ personId: briar.id, pin: PANEL_PIN });
    await gradeDocument(client, { roundId, documentId: other.documentId, rubric: RUBRIC, given: LOWER });
    await client.people.signIn({ personId: lead.id, pin: lead.pin });
    expect(await client.rubrics.effect(at)).toMatchObject({ auditors: { total: 2 }, leftOut: 0 });
  });
});
