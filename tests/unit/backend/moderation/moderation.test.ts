import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import type { Response } from '../../../../shared/domain/rubric/rubric.ts';
import {
  addAuditor,
  addPlan,
  GOOD,
  gradeDocument,
  LOWER,
  PANEL_PIN,
  type PanelAuditor,
} from '../../../support/prepared-moderation.ts';
import { countNamed, countsNamed, previewReport } from '../../../support/internal-report.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

const RUBRIC = builtInRubric();
const LEADS_PIN = '4071';
const WHY = 'The timetable on page 4 names hours and who gives them.';

describe('moderating a document', () => {
  test('waits for all, begins, and shows both sides; the auditors’ own answers stay as they were', async () => {
    const panel = await openPanel(['s01-willowshire-amara']);
    const { client, roundId, auditors, plans } = panel;
    const of = { roundId, documentId: plans[0]?.documentId ?? '' };
    await panel.grade(0, 0, GOOD);
    expect((await client.moderation.list({ roundId })).documents).toMatchObject([
      { state: 'waiting', submitted: 1, reasons: [], given: [], disagreement: null, grade: null },
    ]);
    await expect(client.moderation.get(of)).rejects.toMatchObject({
      code: 'WAITING',
      data: { advice: expect.stringContaining('1 of 2') },
    });
    expect((await client.moderation.begin({ roundId })).documents[0]?.state).toBe('waiting');

    const theirs = await panel.grade(1, 0, LOWER);
    expect((await client.moderation.list({ roundId })).documents[0]).toMatchObject({ state: 'ready', reasons: [] });
    await expect(client.moderation.get(of)).rejects.toMatchObject({ code: 'NOT_BEGUN' });
    const [begun] = (await client.moderation.begin({ roundId })).documents;
    expect(begun).toMatchObject({ state: 'open', disagreement: { gradeSteps: 1, limiting: 1, key: 1, criteria: 1 } });
    expect(begun?.reasons.map(({ id }) => id)).toEqual(['MD1', 'MD2', 'MD3']);

    const open = await client.moderation.get(of);
    expect(open.audits.map(({ auditor, overallGrade }) => [auditor.name, overallGrade])).toEqual([
      ['Briar Tolland', 'good'],
      ['Corin Vale', 'requires_improvement'],
    ]);
    expect(open.grading.overallGrade).toBe('requires_improvement');
    const disputed = open.criteria.find(({ criterionId }) => criterionId === 'S06.C1');
    expect(disputed).toMatchObject({ kind: 'different', agreed: 'not_met', decision: null });
    expect(disputed?.given.map(({ response }) => response)).toEqual(['met', 'not_met']);
    expect(disputed?.given[1]?.comment).not.toBe('');
    expect(open.criteria.filter(({ kind }) => kind === 'different')).toHaveLength(1);

    const own = await panel.as(auditors[1], () => client.audits.get({ auditId: theirs }));
    const decide = { ...of, criterionId: 'S06.C1', response: 'met' as const };
    await expect(client.moderation.decide({ ...decide, reason: '' })).rejects.toMatchObject({ code: 'REASON_NEEDED' });
    await expect(client.moderation.decide({ ...decide, criterionId: 'S01.C1', reason: WHY })).rejects.toMatchObject({
      code: 'ALIKE',
    });
    const agreed = await client.moderation.decide({ ...decide, reason: WHY });
    expect(agreed.grading.overallGrade).toBe('good');
    expect(agreed.criteria.find(({ criterionId }) => criterionId === 'S06.C1')).toMatchObject({
      agreed: 'met',
      decision: { response: 'met', reason: WHY, by: 'Ottoline Sedge' },
    });
    const undone = await client.moderation.decide({ ...decide, response: null, reason: '' });
    expect(undone.grading.overallGrade).toBe('requires_improvement');
    await client.moderation.decide({ ...decide, reason: WHY });
    expect(await panel.as(auditors[1], () => client.audits.get({ auditId: theirs }))).toEqual(own);
  });

  test('is overridden by one step under every cap, with a reason; dissent is noted; what is agreed is locked', async () => {
    const panel = await openPanel(['s01-willowshire-amara']);
    const { client, roundId, auditors, plans } = panel;
    const of = { roundId, documentId: plans[0]?.documentId ?? '' };
    await panel.grade(0, 0, GOOD);
    await panel.grade(1, 0, { ...GOOD, 'S03.C3': 'partly' });
    await client.moderation.begin({ roundId });
    // Good, and capped there by the hedged wording of F.
    expect(await client.moderation.get(of)).toMatchObject({
      grading: { overallGrade: 'good' },
      overrideChoices: ['requires_improvement'],
    });
    await expect(client.moderation.override({ ...of, grade: 'outstanding', reason: WHY })).rejects.toMatchObject({
      code: 'NOT_A_STEP',
    });
    await expect(client.moderation.override({ ...of, grade: 'inadequate', reason: WHY })).rejects.toMatchObject({
      code: 'NOT_A_STEP',
    });
    const lower = { ...of, grade: 'requires_improvement' };
    await expect(client.moderation.override({ ...lower, reason: ' ' })).rejects.toMatchObject({
      code: 'REASON_NEEDED',
    });
    const moved = await client.moderation.override({ ...lower, reason: WHY });
    expect(moved).toMatchObject({ agreedGrade: 'requires_improvement', grading: { overallGrade: 'good' } });
    const dissent = { ...of, personId: auditors[0]?.id ?? '', text: 'Good, as graded.' };
    await client.moderation.noteDissent(dissent);

    const agreed = await client.moderation.agree(of);
    expect(agreed).toMatchObject({
      state: 'agreed',
      agreedGrade: 'requires_improvement',
      agreed: { by: 'Ottoline Sedge' },
      dissents: [{ text: 'Good, as graded.', person: { name: 'Briar Tolland' } }],
    });
    await expect(client.moderation.noteDissent({ ...dissent, text: '' })).rejects.toMatchObject({
      code: 'ALREADY_AGREED',
    });
    await expect(client.moderation.agree(of)).rejects.toMatchObject({ code: 'ALREADY_AGREED' });
    const report = await previewReport(client, roundId);
    expect(countNamed(report, 'standing', 'overridden', 'versions')).toBe(1);
    expect(
      countsNamed(report, 'overall-final-new-not-drawn')
        ?.rows.at(-1)
        ?.counts.map(({ n }) => n),
    ).toEqual([0, 0, 1, 0, 1, 0]);

    const back = await client.moderation.takeBack({ ...of, reason: 'A passage was missed.' });
    expect(back).toMatchObject({ state: 'open', takenBack: [{ reason: 'A passage was missed.' }], agreed: null });
    const again = await previewReport(client, roundId);
    expect(countNamed(again, 'standing', 'overridden', 'versions')).toBe(0);
    expect(countNamed(again, 'standing', 'lower_of_several', 'versions')).toBe(1);
    const { entries } = await client.trail.list({ before: null, limit: 50 });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['moderation.begin', 'moderation.override', 'moderation.agree', 'moderation.takeBack']),
    );
    expect(JSON.stringify(entries)).not.toMatch(/timetable|as graded|passage/);
  });

  test('an audit cannot be reopened once the panel has begun, and a third auditor closes it again', async () => {
    const panel = await openPanel(['s01-willowshire-amara']);
    const { client, roundId, plans, lead } = panel;
    const of = { roundId, documentId: plans[0]?.documentId ?? '' };
    const auditId = await panel.grade(0, 0, GOOD);
    await panel.grade(1, 0, LOWER);
    await client.moderation.begin({ roundId });
    await panel.as(panel.auditors[0], async () => {
      const reopening = client.audits.reopen({ auditId, reason: 'Another thought.' });
      await expect(reopening).rejects.toMatchObject({ code: 'ANSWERS_SHOWN' });
    });
    const third = await addAuditor(client, 'Dilys Marsh', 'education', lead);
    await client.assignments.assign({ ...of, auditorId: third.id, standards: null, dueOn: null });
    await expect(client.moderation.get(of)).rejects.toMatchObject({ code: 'WAITING' });
    expect((await client.moderation.list({ roundId })).documents[0]).toMatchObject({ state: 'waiting', given: [] });
    await panel.as(third, () => gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD }));
    expect((await client.moderation.get(of)).audits).toHaveLength(3);
  });

  test('agencies that graded a part each are joined', async () => {
    const half = RUBRIC.standards.slice(0, 7).map(({ id }) => id);
    const rest = RUBRIC.standards.slice(7).map(({ id }) => id);
    const panel = await openPanel(['s01-willowshire-amara'], [half, rest]);
    const { client, roundId, plans } = panel;
    const of = { roundId, documentId: plans[0]?.documentId ?? '' };
    await panel.grade(0, 0, GOOD);
    await panel.grade(1, 0, GOOD);
    expect(countNamed(await previewReport(client, roundId), 'standing', 'joined', 'versions')).toBe(1);
    await client.moderation.begin({ roundId });
    const open = await client.moderation.get(of);
    expect(open.audits.map(({ overallGrade }) => overallGrade)).toEqual([null, null]);
    expect(open.grading).toMatchObject({ isPartial: false, overallGrade: 'good' });
    expect(new Set(open.criteria.map(({ kind }) => kind))).toEqual(new Set(['single']));
    expect(await client.moderation.agree(of)).toMatchObject({ agreedGrade: 'good' });
  });
});

describe('the round', () => {
  test('orders by disagreement, draws from agreements with its seed, counts agreement, tells leniency to the chair', async () => {
    const panel = await openPanel(['s01-willowshire-amara', 's02-willowshire-jasper', 's03-cinderhill-priya']);
    const { client, roundId, auditors, plans } = panel;
    for (const [plan, given] of [GOOD, { ...GOOD, 'S06.C1': 'partly' as const }, LOWER].entries()) {
      await panel.grade(0, plan, GOOD);
      await panel.grade(1, plan, given);
    }
    const { documents, notDrawnYet } = await client.moderation.begin({ roundId });
    expect(documents.map(({ planReference, reasons }) => [planReference, reasons.length > 0])).toEqual([
      ['FM-2', true],
      ['FM-1', true],
      ['FM-0', false],
    ]);
    expect(notDrawnYet).toBe(1);
    const drawn = await client.moderation.draw({ roundId, seed: 7 });
    expect(drawn.draws).toMatchObject([{ seed: 7, percent: 20, frame: ['FM-0'], drawn: ['FM-0'] }]);
    expect(drawn.documents.find(({ planReference }) => planReference === 'FM-0')?.reasons).toMatchObject([
      { id: 'DRAWN' },
    ]);
    await expect(client.moderation.draw({ roundId, seed: 7 })).rejects.toMatchObject({ code: 'NOTHING_TO_DRAW' });

    const agreement = await client.moderation.agreement({ roundId });
    expect(agreement).toMatchObject({
      words: 'Auditors gave the same grade on 2 of 3 plans, and were within one grade on 3.',
      kappa: null,
      grades: ['outstanding', 'good', 'requires_improvement', 'inadequate'],
    });
    expect(agreement.crossTable[1]).toEqual([0, 2, 1, 0]);
    expect(agreement.criteria[0]).toEqual({ criterionId: 'S06.C1', pairs: 3, different: 2 });

    for (const { documentId } of plans) await client.moderation.agree({ roundId, documentId });
    expect(await client.moderation.leniency({ roundId })).toMatchObject([
      { auditor: { name: 'Briar Tolland' }, documents: 3, meanSteps: 1 / 3 },
      { auditor: { name: 'Corin Vale' }, documents: 3, meanSteps: 0 },
    ]);
    await panel.as(auditors[0], async () => {
      await expect(client.moderation.leniency({ roundId })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      expect((await client.moderation.list({ roundId })).draws).toEqual([]);
    });
  });

  test('an auditor sees the documents that they grade, and no others', async () => {
    const panel = await openPanel(['s01-willowshire-amara']);
    const { client, roundId, plans, lead } = panel;
    await panel.grade(0, 0, GOOD);
    await panel.grade(1, 0, GOOD);
    await client.moderation.begin({ roundId });
    const of = { roundId, documentId: plans[0]?.documentId ?? '' };
    const other = await addAuditor(client, 'Dilys Marsh', 'education', lead);
    await panel.as(other, async () => {
      expect((await client.moderation.list({ roundId })).documents).toEqual([]);
      await expect(client.moderation.get(of)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    await panel.as(panel.auditors[0], async () => {
      expect(await client.moderation.get(of)).toMatchObject({ state: 'open' });
      await expect(client.moderation.agree(of)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    });
  });

  test('a calibration is graded by all, compared, and counts nowhere; its notes stand beside the criterion', async () => {
    const panel = await openPanel([]);
    const { client, roundId, auditors } = panel;
    const { documentId } = await addPlan(client, 's01-willowshire-amara', 'FM-C');
    const of = { roundId, documentId };
    await expect(client.moderation.nameCalibration(of)).rejects.toMatchObject({ code: 'NO_MEMBERS' });
    await client.rounds.setMembers({ roundId, personIds: auditors.map(({ id }) => id) });
    expect((await client.moderation.nameCalibration(of)).documents).toMatchObject([
      { isCalibration: true, state: 'waiting', auditors: [{ name: 'Briar Tolland' }, { name: 'Corin Vale' }] },
    ]);
    await client.moderation.dropCalibration(of);
    await client.moderation.nameCalibration(of);
    await panel.as(auditors[0], async () => {
      expect((await client.plans.queue()).map(({ document }) => document.id)).toEqual([documentId]);
      await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
    });
    await expect(client.moderation.dropCalibration(of)).rejects.toMatchObject({ code: 'CALIBRATION_BEGUN' });
    const note = { ...of, criterionId: 'S06.C1', note: 'A link by name is enough.' };
    await expect(client.moderation.addNote(note)).rejects.toMatchObject({ code: 'WAITING' });
    await panel.as(auditors[1], () => gradeDocument(client, { ...of, rubric: RUBRIC, given: LOWER }));
    await client.moderation.begin({ roundId });

    expect(await client.moderation.get(of)).toMatchObject({ isCalibration: true, audits: [{}, {}] });
    const decide = { ...of, criterionId: 'S06.C1', response: 'met' as const, reason: WHY };
    await expect(client.moderation.decide(decide)).rejects.toMatchObject({ code: 'NOT_FOR_CALIBRATION' });
    await expect(client.moderation.agree(of)).rejects.toMatchObject({ code: 'NOT_FOR_CALIBRATION' });
    // Of no graded version there is no table of how its grade came about.
    expect(countNamed(await previewReport(client, roundId), 'standing', 'all', 'versions')).toBeUndefined();
    expect(await client.rounds.current()).toMatchObject({ documents: 0, auditsSubmitted: 0 });
    expect((await client.moderation.agreement({ roundId })).documents).toBe(0);
    const rule = { kind: 'different_agencies' as const, auditors: 2 };
    const { assigned, loads } = await client.assignments.propose({ roundId, rule, seed: 1 });
    expect([assigned, loads.map(({ plans }) => plans)]).toEqual([[], [0, 0]]);

    const { rubricId } = await client.moderation.list({ roundId });
    const [pinned] = await client.moderation.addNote(note);
    expect(pinned).toMatchObject({ criterionId: 'S06.C1', note: 'A link by name is enough.', by: 'Ottoline Sedge' });
    await panel.as(auditors[0], async () => {
      expect(await client.moderation.notes({ rubricId })).toEqual([pinned]);
    });
    expect(await client.moderation.removeNote({ noteId: pinned?.id ?? '' })).toEqual([]);
  });

  test('who came is kept, by person', async () => {
    const { client, roundId, auditors } = await openPanel([]);
    await client.rounds.setMembers({ roundId, personIds: auditors.map(({ id }) => id) });
    await client.moderation.setAttended({ roundId, personId: auditors[0]?.id ?? '', attended: true });
    expect((await client.rounds.members({ roundId })).map(({ attended }) => attended)).toEqual([true, null]);
    const { id } = await client.people.add({
      name: 'Edda',
      agency: 'health',
      team: '',
      roles: ['auditor'],
      signsIn: false,
    });
    await expect(client.moderation.setAttended({ roundId, personId: id, attended: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

/** A round with two auditors who are asked to grade every plan, and the QA lead, who is chair too, signed in. */
async function openPanel(folders: readonly string[], standards: [string[] | null, string[] | null] = [null, null]) {
  const { client } = await newWorkspace('2026-11-20T09:00:00Z');
  const lead = { ...(await client.people.changePin({ current: '', next: LEADS_PIN })), pin: LEADS_PIN };
  const auditors = [
    await addAuditor(client, 'Briar Tolland', 'health', lead),
    await addAuditor(client, 'Corin Vale', 'social_care', lead),
  ];
  const { id: roundId } = await client.rounds.current();
  const plans: { documentId: string; reference: string }[] = [];
  for (const [at, name] of folders.entries()) {
    const plan = await addPlan(client, name, `FM-${at}`);
    plans.push(plan);
    for (const [which, { id }] of auditors.entries()) {
      const own = standards[which] ?? null;
      await client.assignments.assign({
        roundId,
        documentId: plan.documentId,
        auditorId: id,
        standards: own,
        dueOn: null,
      });
    }
  }
  async function as<Result>(person: PanelAuditor | undefined, deed: () => Promise<Result>): Promise<Result> {
    await client.people.signIn({ personId: person?.id ?? '', pin: PANEL_PIN });
    const result = await deed();
    await client.people.signIn({ personId: lead.id, pin: LEADS_PIN });
    return result;
  }
  return {
    client,
    roundId,
    lead,
    auditors,
    plans,
    as,
    /** Grades a plan in an auditor's name; gives the audit's id. */
    grade: (auditor: number, plan: number, given: Record<string, Response>): Promise<string> =>
      as(auditors[auditor], async () => {
        const documentId = plans[plan]?.documentId ?? '';
        const own = standards[auditor];
        const rubric = own ? { ...RUBRIC, standards: RUBRIC.standards.filter(({ id }) => own.includes(id)) } : RUBRIC;
        return (await gradeDocument(client, { roundId, documentId, rubric, given })).auditId;
      }),
  };
}
