import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { createRouterClient } from '@orpc/server';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { isUnlocked } from '../../../../electron/backend/session.ts';
import { NO_INSIGHT_FILTER } from '../../../../shared/domain/insight/insight-filter.ts';
import type { CountTable } from '../../../../shared/domain/report/count-table.ts';
import type { SettledPlan } from '../../../../shared/domain/report/settled-plan.ts';
import { disclosures, suppress } from '../../../../shared/domain/report/suppression.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import {
  addAuditor,
  addPlan,
  type Client,
  GOOD,
  gradeDocument,
  LEADS_PIN,
  LOWER,
  PANEL_PIN,
} from '../../../support/prepared-moderation.ts';
import { tablesOfDocx, tablesOfHtml } from '../../../support/read-report.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

vi.mock(import('../../../../shared/domain/report/suppression.ts'), async (original) => {
  const own = await original();
  return {
    ...own,
    suppress: vi.fn<typeof suppress>(own.suppress),
    disclosures: vi.fn<typeof disclosures>(own.disclosures),
  };
});

const INTERNAL = { edition: 'internal', threshold: 5 } as const;
const PUBLISHABLE = { edition: 'publishable', threshold: 5 } as const;

test('a frozen report is the same in every figure whenever it is exported, and what changed since is listed', async () => {
  const { client, halfTermId, pass, grade } = await openPanel();
  await grade('s01-willowshire-amara', 'FM-1', 'good');
  await grade('s02-willowshire-jasper', 'FM-2', 'lower');
  await client.reports.saveWords({ halfTermId, edition: 'internal', slot: 'summary', words: 'The panel met twice.' });
  const { snapshot, isNew } = await client.reports.freeze({ halfTermId, ...INTERNAL });
  expect(isNew).toBe(true);
  expect(snapshot).toMatchObject({ halfTermName: '2026/27 Aut 2', edition: 'internal', withdrawn: null });
  const before = await everyForm(client, snapshot.id);
  const word = await wordOf(client, snapshot.id);
  expect(await client.reports.changesSince({ snapshotId: snapshot.id })).toEqual([]);

  pass(3);
  const again = await client.reports.freeze({ halfTermId, ...INTERNAL });
  expect(again).toMatchObject({ isNew: false, snapshot: { id: snapshot.id } });
  await grade('s03-cinderhill-priya', 'FM-3', 'good');
  await client.reports.saveWords({ halfTermId, edition: 'internal', slot: 'summary', words: 'Three times.' });
  const after = await everyForm(client, snapshot.id);
  expect(after).toEqual(before);
  expect(await wordOf(client, snapshot.id)).toEqual(word);
  expect(after.csv).toContain('final-new~not-drawn/');

  const changes = await client.reports.changesSince({ snapshotId: snapshot.id });
  expect(changes.find(({ tableId }) => tableId === 'overall-final-new-not-drawn')?.lines).toContain(
    '2026/27 Aut 2, All graded: 2, now 3',
  );
  expect(changes.find(({ tableId }) => tableId === 'words-summary')?.lines).toEqual([
    'What was written by hand differs.',
  ]);
  const next = await client.reports.freeze({ halfTermId, ...INTERNAL });
  expect(next.isNew).toBe(true);
  expect(await client.reports.changesSince({ snapshotId: next.snapshot.id })).toEqual([]);
  expect((await client.reports.earlier()).map(({ id }) => id)).toEqual([next.snapshot.id, snapshot.id]);
});

test('that 0 is hidden as well is chosen, kept with the frozen report, and said in it', async () => {
  const { client, halfTermId, grade } = await openPanel();
  await gradeThree(grade);
  const { snapshot } = await client.reports.freeze({ halfTermId, ...PUBLISHABLE, hideZero: true });
  expect(snapshot.hideZero).toBe(true);
  const [froze] = (await client.trail.list({ before: null, limit: 1 })).entries;
  expect(froze).toMatchObject({ action: 'reports.freeze', detail: { threshold: 5, hideZero: true } });
  const frozen = await client.reports.frozen({ snapshotId: snapshot.id });
  expect(frozen.hideZero).toBe(true);
  expect(JSON.stringify(frozen)).toContain('A count of 0 is hidden as well.');
  expect(await client.reports.changesSince({ snapshotId: snapshot.id })).toEqual([]);
  const usual = await client.reports.preview({ halfTermId, ...PUBLISHABLE });
  expect(JSON.stringify(usual)).not.toContain('A count of 0 is hidden as well.');
  expect((await client.reports.freeze({ halfTermId, ...INTERNAL })).snapshot.hideZero).toBe(false);
});

test('a withdrawn report is kept with its reason, is not given out again, and no longer counts as published', async () => {
  const { client, halfTermId, grade, db, lead } = await openPanel();
  await gradeThree(grade);
  await expect(client.reports.export({ halfTermId, ...PUBLISHABLE, format: 'csv' })).rejects.toMatchObject({
    code: 'NOT_FROZEN',
  });
  const { snapshots } = db().services;
  const report = { ...(await client.reports.preview({ halfTermId, ...PUBLISHABLE })), periods: [[halfTermId]] };
  const keep = () => snapshots.keep(lead, report, [], TOLD, null);
  const { snapshot } = await keep();
  const published = async () => (await snapshots.published()).knownHidden.size;
  expect(await published()).toBe(2);
  const withdrawn = await client.reports.withdraw({ snapshotId: snapshot.id, reason: 'The wrong panel date' });
  expect(withdrawn.withdrawn).toMatchObject({ reason: 'The wrong panel date', by: 'Ottoline Sedge' });
  expect(await published()).toBe(0);
  await expect(client.reports.exportFrozen({ snapshotId: snapshot.id, format: 'csv' })).rejects.toMatchObject({
    code: 'WITHDRAWN',
  });
  await expect(client.reports.withdraw({ snapshotId: snapshot.id, reason: 'Again' })).rejects.toMatchObject({
    code: 'WITHDRAWN',
  });
  expect((await client.reports.frozen({ snapshotId: snapshot.id })).edition).toBe('publishable');
  // The same report is frozen anew, since the one that it equals stands no more.
  expect((await keep()).isNew).toBe(true);
});

test('a publishable report waits for every excerpt to be read; its words are the plan’s own, masked', async () => {
  const { client, halfTermId, grade } = await openPanel();
  await gradeThree(grade);
  const candidates = await client.reports.candidates({ halfTermId });
  expect(candidates.length).toBeGreaterThan(5);
  const first = candidates.find(({ isGood, masked }) => isGood && masked.split(' ').length > 3);
  if (first === undefined) throw new Error('There is no evidence of good practice.');
  const excerpt = await client.reports.chooseExcerpt({ halfTermId, evidenceId: first.evidenceId });
  expect(excerpt).toMatchObject({ words: first.masked, tick: null, isGood: true });
  expect((await client.reports.chooseExcerpt({ halfTermId, evidenceId: first.evidenceId })).id).toBe(excerpt.id);
  await expect(client.reports.freeze({ halfTermId, ...PUBLISHABLE })).rejects.toMatchObject({
    code: 'EXCERPTS_UNTICKED',
    message: 'One excerpt has not been read and ticked.',
  });
  expect((await client.reports.freeze({ halfTermId, ...INTERNAL })).isNew).toBe(true);

  const excerptId = excerpt.id;
  await expect(client.reports.editExcerpt({ excerptId, words: 'Something else entirely' })).rejects.toMatchObject({
    code: 'NOT_SHORTER',
  });
  const shorter = excerpt.words.split(' ').slice(0, 3).join(' ');
  await expect(
    client.reports.tickExcerpt({ excerptId, isTicked: true, words: `${excerpt.words}.` }),
  ).rejects.toMatchObject({ code: 'EXCERPT_CHANGED' });
  expect((await client.reports.tickExcerpt({ excerptId, isTicked: true, words: excerpt.words })).tick).not.toBeNull();
  expect(await client.reports.editExcerpt({ excerptId, words: shorter })).toMatchObject({ words: shorter, tick: null });
  await client.reports.tickExcerpt({ excerptId, isTicked: true, words: shorter });

  const preview = await client.reports.preview({ halfTermId, ...PUBLISHABLE });
  const excerpts = preview.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'excerpts' ? block.items : [])),
  );
  expect(excerpts.map(({ words }) => words)).toEqual([shorter]);
  expect(JSON.stringify(preview)).toContain('a person has read each excerpt');
  expect((await client.reports.freeze({ halfTermId, ...PUBLISHABLE })).isNew).toBe(true);
  await client.reports.removeExcerpt({ excerptId });
  expect((await client.reports.candidates({ halfTermId })).some(({ isChosen }) => isChosen)).toBe(false);
});

test('one withdrawn after it was exported is with its readers still', async () => {
  const { client, halfTermId, db, lead } = await openPanel();
  const report = { ...(await client.reports.preview({ halfTermId, ...PUBLISHABLE })), periods: [[halfTermId]] };
  const { snapshot } = await db().services.snapshots.keep(lead, report, [], TOLD, null);
  await client.reports.exportFrozen({ snapshotId: snapshot.id, format: 'csv' });
  await client.reports.withdraw({ snapshotId: snapshot.id, reason: 'The wrong panel date' });
  const { known, knownHidden, periods } = await db().services.snapshots.published();
  expect([...known]).toEqual([['plans/total', 12]]);
  expect([...knownHidden]).toEqual(['plans/good', 'plans/below']);
  expect(periods).toEqual([[halfTermId]]);
});

test('half-terms of no plan, of one and of three are published, with nothing told of them', async () => {
  const { client, halfTermId, grade } = await openPanel();
  const publish = async () => {
    const { snapshot } = await client.reports.freeze({ halfTermId, ...PUBLISHABLE });
    const file = await client.reports.exportFrozen({ snapshotId: snapshot.id, format: 'csv' });
    const rows: unknown = parse(await file.text(), { bom: true, columns: true });
    return { rows: z.array(z.looseObject({ count: z.string(), key: z.string() })).parse(rows), snapshot };
  };
  const none = await publish();
  const words = async (snapshotId: string) => JSON.stringify(await client.reports.frozen({ snapshotId }));
  expect(await words(none.snapshot.id)).toContain('so there is nothing to report');
  await grade('s01-willowshire-amara', 'FM-1', 'good');
  const one = await publish();
  await grade('s02-willowshire-jasper', 'FM-2', 'lower');
  await grade('s03-cinderhill-priya', 'FM-3', 'good');
  const three = await publish();
  for (const { rows } of [none, one, three]) {
    for (const { key, count } of rows)
      expect([key, count]).toEqual([key, expect.stringMatching(/^(c|0|[5-9]|\d\d+)$/)]);
    expect(rows.some(({ key }) => key.includes('/standard/'))).toBe(false);
  }
  expect(await words(three.snapshot.id)).toContain('They are held back until later half-terms');
  expect((await client.reports.frozen({ snapshotId: three.snapshot.id })).periods).toEqual([]);
});

test('a saved word does not have what is hidden looked for anew; another threshold does', async () => {
  const { client, halfTermId, grade } = await openPanel();
  await grade('s01-willowshire-amara', 'FM-1', 'good');
  const looks = async (threshold: number = PUBLISHABLE.threshold) => {
    const before = vi.mocked(suppress).mock.calls.length;
    await client.reports.preview({ halfTermId, edition: 'publishable', threshold });
    return vi.mocked(suppress).mock.calls.length - before;
  };
  expect(await looks()).toBe(1);
  await client.reports.saveWords({ halfTermId, edition: 'publishable', slot: 'summary', words: 'The panel met.' });
  expect(await looks()).toBe(0);
  expect(await looks(10)).toBe(1);
});

test('what the check of disclosures names is never frozen, whatever else it says of it', async () => {
  const { client, halfTermId } = await openPanel();
  vi.mocked(disclosures).mockReturnValueOnce([{ key: 'plans/good', how: 'worked_out', isOutAlready: true }]);
  await expect(client.reports.freeze({ halfTermId, ...PUBLISHABLE })).rejects.toMatchObject({
    code: 'NOT_FIT_TO_PUBLISH',
    message: 'A hidden count could be worked out from this report.',
  });
  expect(await client.reports.earlier()).toEqual([]);
});

test('a stricter rule after what is already out is advised against, not to be hidden still more', async () => {
  const { client, halfTermId, db, lead } = await openPanel();
  const given = { key: 'plans/good', how: 'worked_out', isOutAlready: true } as const;
  const adviceBy = async (threshold: number) => {
    vi.mocked(disclosures).mockReturnValueOnce([given]);
    const refused: unknown = await client.reports
      .freeze({ halfTermId, edition: 'publishable', threshold })
      .catch((e) => e);
    return z.object({ data: z.object({ advice: z.string() }) }).parse(refused).data.advice;
  };
  expect(await adviceBy(10)).toContain('wait until more plans of this half-term are settled');
  const report = { ...(await client.reports.preview({ halfTermId, ...PUBLISHABLE })), periods: [[halfTermId]] };
  await db().services.snapshots.keep(lead, report, [], TOLD, null);
  expect(await adviceBy(10)).toContain('hide counts of 1 to 4, as the published reports do');
  expect(await adviceBy(5)).toContain('Publish with the next half-term’s report');
});

test('a half-term that was published together with later ones is not published alone', async () => {
  const { client, halfTermId, db, lead } = await openPanel();
  const report = {
    ...(await client.reports.preview({ halfTermId, ...PUBLISHABLE })),
    periods: [[halfTermId, '2026-27/3']],
  };
  await db().services.snapshots.keep(lead, report, [], TOLD, null);
  await expect(client.reports.freeze({ halfTermId, ...PUBLISHABLE })).rejects.toMatchObject({
    code: 'NOT_FIT_TO_PUBLISH',
    message: 'This half-term was published together with later ones.',
  });
  const preview = JSON.stringify(await client.reports.preview({ halfTermId, ...PUBLISHABLE }));
  expect(preview).toContain('This half-term was published together with later ones.');
  expect(preview).not.toContain('held back until later');
  const isOut = async (edition: 'internal' | 'publishable') =>
    (await client.reports.additions({ halfTermId, edition })).isOutWithLater;
  expect([await isOut('publishable'), await isOut('internal')]).toEqual([true, false]);
});

test('what is published of plans stays so; what is settled or changed since is told inside the panel alone', async () => {
  const { client, halfTermId, grade, db, publishAs } = await openPanel();
  await gradeThree(grade);
  const { snapshots, results } = db().services;
  const settled = await results.settled();
  const { snapshot } = await publishAs(settled);
  expect((await snapshots.toldPlans()).plans.size).toBe(3);
  const say = async (edition: 'internal' | 'publishable') =>
    JSON.stringify(await client.reports.preview({ halfTermId, edition, threshold: 5 }));
  expect(await say('publishable')).not.toContain('Figures of this half-term were given out before');
  const { documentId } = await grade('s04-ravensea-dylan', 'FM-4', 'good');
  expect((await results.settled()).map((plan) => plan.documentId)).toContain(documentId);
  const told = await say('publishable');
  expect(told).toContain('Figures of this half-term were given out before. Plans that were settled since are not');
  expect(await say('internal')).not.toContain('Figures of this half-term were given out before');

  // Frozen by hand as well, the late one is not among what is kept, and what was kept is as it was.
  const changed = settled.map((plan) => ({ ...plan, overallGrade: 'inadequate' }));
  await publishAs(changed);
  const kept = (await snapshots.toldPlans()).plans;
  expect([...kept.values()]).toEqual(expect.arrayContaining(settled));
  // Something else was published since: what the first told is out though it is withdrawn.
  await client.reports.withdraw({ snapshotId: snapshot.id, reason: 'The wrong panel date' });
  expect((await snapshots.toldPlans()).plans.size).toBe(3);
});

test('plans of a report that is withdrawn before it was exported are not out', async () => {
  const { client, grade, db, publishAs } = await openPanel();
  await gradeThree(grade);
  const { snapshots, results } = db().services;
  const { snapshot } = await publishAs(await results.settled());
  await client.reports.withdraw({ snapshotId: snapshot.id, reason: 'Too early' });
  expect(await snapshots.toldPlans()).toEqual({ plans: new Map(), halfTermIds: new Set() });
  const again = await publishAs(await results.settled());
  await client.reports.exportFrozen({ snapshotId: again.snapshot.id, format: 'csv' });
  await client.reports.withdraw({ snapshotId: again.snapshot.id, reason: 'Too early again' });
  expect((await snapshots.toldPlans()).plans.size).toBe(3);
});

test.for([
  ['the first', 'the second'],
  ['the second', 'the first'],
] as const)('of two reports that both are withdrawn unseen, %s first, nothing is out', async (order) => {
  const { client, grade, db, publishAs } = await openPanel();
  await gradeThree(grade);
  const { snapshots, results } = db().services;
  const settled = await results.settled();
  const frozen = { 'the first': await publishAs(settled), 'the second': await publishAs(settled) };
  for (const which of order) {
    expect((await snapshots.toldPlans()).plans.size).toBe(3);
    await client.reports.withdraw({ snapshotId: frozen[which].snapshot.id, reason: 'Too early' });
  }
  expect(await snapshots.toldPlans()).toEqual({ plans: new Map(), halfTermIds: new Set() });
});

test('what a scorecard told of the year while a report stood is out, though the report is withdrawn', async () => {
  const { client, halfTermId, grade, db, publishAs, pass } = await openPanel();
  await gradeThree(grade);
  const { snapshots, results } = db().services;
  const scorecard = () => client.outlets.exportScorecard({ ...PUBLISHABLE, hideZero: false, format: 'csv' });
  // Its months are the same again, so that nothing new is kept of them.
  await scorecard();
  pass(1);
  const { snapshot } = await publishAs(await results.settled());
  pass(1);
  await scorecard();
  pass(1);
  await client.reports.withdraw({ snapshotId: snapshot.id, reason: 'Too early' });
  expect(await snapshots.toldPlans()).toMatchObject({ halfTermIds: new Set([halfTermId]), plans: { size: 3 } });
  expect((await snapshots.published()).known.get('plans/total')).toBe(12);
});

test('what a board reader looked at is out, though the report is withdrawn before it was exported', async () => {
  const { client, halfTermId, grade, db, publishAs, pass, lead } = await openPanel();
  await gradeThree(grade);
  const settled = await db().services.results.settled();
  const reader = { name: 'Bo Tarn', agency: 'education', team: '', roles: ['board_reader'], signsIn: true } as const;
  const { id: personId } = await client.people.add({ ...reader, roles: [...reader.roles] });
  await client.people.signOut();
  await client.people.choosePin({ personId, pin: PANEL_PIN });
  await client.people.signIn({ personId: lead.id, pin: LEADS_PIN });
  const { snapshot } = await publishAs(settled);
  pass(1);
  await client.people.signIn({ personId, pin: PANEL_PIN });
  await client.insight.figures({ filter: NO_INSIGHT_FILTER, part: 'grades' });
  pass(1);
  await client.people.signIn({ personId: lead.id, pin: LEADS_PIN });
  await client.reports.withdraw({ snapshotId: snapshot.id, reason: 'Too early' });
  const { snapshots } = db().services;
  expect(await snapshots.toldPlans()).toMatchObject({ halfTermIds: new Set([halfTermId]), plans: { size: 3 } });
  expect((await snapshots.published()).knownHidden.size).toBe(2);
});

test('a plan that came late is counted with the next half-term, in the round that it was audited in', async () => {
  const { client, grade, db, publishAs } = await openPanel();
  await gradeThree(grade);
  await publishAs(await db().services.results.settled());
  await grade('s04-ravensea-dylan', 'FM-4', 'good');
  const next = { schoolYear: '2026-27', number: 3, label: 'Spring 1', start: '2027-01-04', end: '2027-02-12' };
  await client.partnership.setHalfTerms({ halfTerms: [next] });
  const report = await client.reports.preview({ halfTermId: '2026-27/3', ...PUBLISHABLE });
  expect(report.rounds).toHaveLength(1);
  const inside = await client.reports.preview({ halfTermId: '2026-27/3', ...INTERNAL });
  expect(inside.rounds).toEqual([]);
});

test('a tick falls when more of the plan is masked', async () => {
  const { client, halfTermId, grade } = await openPanel();
  const { documentId } = await grade('s01-willowshire-amara', 'FM-1', 'good');
  // A quote ends wherever it was cut, so its last word may be none of the plan's.
  const wholeWord = (masked: string) =>
    masked
      .split(' ')
      .slice(0, -1)
      .find((each) => /^[a-z]{5,}$/.test(each));
  const candidate = (await client.reports.candidates({ halfTermId })).find(
    ({ masked }) => !masked.includes('[') && wholeWord(masked) !== undefined,
  );
  const word = wholeWord(candidate?.masked ?? '');
  if (candidate === undefined || word === undefined) throw new Error('No quote without masks.');
  const { id, words } = await client.reports.chooseExcerpt({ halfTermId, evidenceId: candidate.evidenceId });
  await client.reports.tickExcerpt({ excerptId: id, isTicked: true, words });
  await client.masking.edit({ documentId, edit: { kind: 'mask', words: word, as: 'place' } });
  const { excerpts } = await client.reports.additions({ halfTermId, edition: 'internal' });
  expect(excerpts).toMatchObject([{ id, tick: null }]);
  expect(excerpts[0]?.words).not.toContain(word);
  expect(excerpts[0]?.words).toContain('[place');
  await expect(client.reports.freeze({ halfTermId, ...PUBLISHABLE })).rejects.toMatchObject({
    code: 'EXCERPTS_UNTICKED',
  });
});

test('words are kept by edition, offered to the next report, and taken away again', async () => {
  const { client, halfTermId } = await openPanel();
  const save = (edition: 'internal' | 'publishable', words: string) =>
    client.reports.saveWords({ halfTermId, edition, slot: 'grades', words });
  await save('internal', 'For the panel alone.');
  const publishable = await client.reports.additions({ halfTermId, edition: 'publishable' });
  expect(publishable).toMatchObject({
    words: [],
    offers: [{ slot: 'grades', from: 'the internal edition', words: 'For the panel alone.' }],
  });
  const preview = await client.reports.preview({ halfTermId, ...PUBLISHABLE });
  expect(JSON.stringify(preview)).not.toContain('For the panel alone.');
  expect(JSON.stringify(await client.reports.preview({ halfTermId, ...INTERNAL }))).toContain('For the panel alone.');
  const next = { schoolYear: '2026-27', number: 3, label: 'Spring 1', start: '2027-01-04', end: '2027-02-12' };
  await client.partnership.setHalfTerms({ halfTerms: [next] });
  const later = await client.reports.additions({ halfTermId: '2026-27/3', edition: 'internal' });
  expect(later.offers).toEqual([{ slot: 'grades', from: '2026/27 Aut 2', words: 'For the panel alone.' }]);
  await save('internal', ' ');
  expect((await client.reports.additions({ halfTermId, edition: 'internal' })).words).toEqual([]);
});

test('own words that name whom a plan is about are published only once somebody has read them', async () => {
  const { client, halfTermId, grade } = await openPanel();
  await grade('s01-willowshire-amara', 'FM-1', 'good');
  const save = (edition: 'internal' | 'publishable', slot: 'grades' | 'summary', words: string) =>
    client.reports.saveWords({ halfTermId, edition, slot, words });
  await save('publishable', 'summary', 'The panel met on 2 May 2026, and FM-12 was not among its plans.');
  expect((await client.reports.additions({ halfTermId, edition: 'publishable' })).words).toMatchObject([
    { telling: [] },
  ]);
  await save('publishable', 'grades', 'What Amara’s plan (FM-1) says of speech was the best.');
  await save('internal', 'grades', 'Amara’s plan was the best.');
  const { words } = await client.reports.additions({ halfTermId, edition: 'publishable' });
  expect(words.find(({ slot }) => slot === 'grades')?.telling).toEqual(['name', 'reference']);
  await expect(client.reports.freeze({ halfTermId, ...PUBLISHABLE })).rejects.toMatchObject({
    code: 'WORDS_NAME_SOMEBODY',
    message:
      'Your own words seem to tell of somebody whose plan was audited: “Overall grades” (a name and a reference).',
  });
  expect(await client.reports.earlier()).toEqual([]);
  expect((await client.reports.freeze({ halfTermId, ...INTERNAL })).isNew).toBe(true);
  const [ofInternal] = (await client.trail.list({ before: null, limit: 1 })).entries;
  expect(ofInternal?.action).toBe('reports.freeze');
  expect(Object.keys(ofInternal?.detail ?? {}).toSorted()).toEqual(['digest', 'edition', 'halfTerm']);
  expect((await client.reports.freeze({ halfTermId, ...PUBLISHABLE, areWordsRead: true })).isNew).toBe(true);
  // Who let words that name somebody out is known for good; the words themselves are not in the trail.
  const [entry] = (await client.trail.list({ before: null, limit: 1 })).entries;
  expect(entry).toMatchObject({
    action: 'reports.freeze',
    detail: { edition: 'publishable', areWordsRead: true, wordsNaming: 'grades' },
  });
  expect(JSON.stringify(entry)).not.toMatch(/Amara|FM-1/);
  await save('publishable', 'grades', 'What the plans say of speech was the best.');
  await client.reports.freeze({ halfTermId, ...PUBLISHABLE });
  const [unread] = (await client.trail.list({ before: null, limit: 1 })).entries;
  expect(unread).toMatchObject({ action: 'reports.freeze', detail: { areWordsRead: false, wordsNaming: '' } });
});

test('a report frozen before its tables of words were kept as data is the same report still', async () => {
  const { client, halfTermId, db, lead } = await openPanel();
  const { snapshots } = db().services;
  const preview = await client.reports.preview({ halfTermId, ...INTERNAL });
  const words = {
    kind: 'text_table' as const,
    id: 'words',
    caption: 'Words',
    columns: ['Word'],
    rows: [['Plan']],
    data: null,
  };
  const report = {
    ...preview,
    parts: preview.parts.map((part) => (part.id === 'methods' ? { ...part, blocks: [...part.blocks, words] } : part)),
  };
  const { db: tables } = db().workspace;
  const { snapshot } = await snapshots.keep(lead, report, [], [], null);
  await sql`drop trigger report_snapshot_stands`.execute(tables);
  const { model } = await tables.selectFrom('report_snapshot').select('model').executeTakeFirstOrThrow();
  expect(model).toContain('"data":null,');
  const older = model.replaceAll('"data":null,', '');
  const digest = createHash('sha256').update(older).digest('hex');
  await tables
    .updateTable('report_snapshot')
    .set({ model: older, digest, content_digest: digest })
    .where('id', '=', snapshot.id)
    .execute();
  expect(await snapshots.keep(lead, report, [], [], null)).toMatchObject({ isNew: false });
});

test('a frozen report that was tampered with is refused', async () => {
  const { client, halfTermId, db } = await openPanel();
  const { snapshot } = await client.reports.freeze({ halfTermId, ...INTERNAL });
  const { db: tables } = db().workspace;
  await sql`drop trigger report_snapshot_stands`.execute(tables);
  await sql`update report_snapshot set model = replace(model, 'Ottoline', 'Odile')`.execute(tables);
  await expect(client.reports.frozen({ snapshotId: snapshot.id })).rejects.toMatchObject({ code: 'FROZEN_DAMAGED' });
  await expect(client.reports.exportFrozen({ snapshotId: snapshot.id, format: 'csv' })).rejects.toMatchObject({
    code: 'FROZEN_DAMAGED',
  });
});

/** What a published report told: of twelve plans neither how many were good nor how many were below. */
const TOLD: readonly CountTable[] = [
  {
    id: 'told',
    caption: '',
    noun: 'plans',
    rowHead: '',
    columns: ['good', 'below', 'total'].map((id) => ({ id, label: id, isTotal: id === 'total' })),
    rows: [
      {
        id: 'row',
        label: '',
        isTotal: false,
        counts: [
          { key: 'plans/good', n: null },
          { key: 'plans/below', n: null },
          { key: 'plans/total', n: 12 },
        ],
      },
    ],
    share: null,
  },
];

type Grade = Awaited<ReturnType<typeof openPanel>>['grade'];

async function gradeThree(grade: Grade): Promise<void> {
  await grade('s01-willowshire-amara', 'FM-1', 'good');
  await grade('s02-willowshire-jasper', 'FM-2', 'lower');
  await grade('s03-cinderhill-priya', 'FM-3', 'good');
}

/** CSV as bytes; of the other forms every cell of every table. */
async function everyForm(client: Client, snapshotId: string) {
  const read = async (format: 'docx' | 'html' | 'xlsx' | 'csv') =>
    new Uint8Array(await (await client.reports.exportFrozen({ snapshotId, format })).arrayBuffer());
  const xlsx = unzipSync(await read('xlsx'), { filter: ({ name }) => name.startsWith('xl/worksheets/') });
  return {
    csv: strFromU8(await read('csv')),
    docx: tablesOfDocx(await read('docx')),
    html: tablesOfHtml(strFromU8(await read('html'))),
    xlsx: Object.fromEntries(Object.entries(xlsx).map(([name, bytes]) => [name, strFromU8(bytes)])),
  };
}

/** Every byte of it. */
async function wordOf(client: Client, snapshotId: string): Promise<string> {
  const word = await client.reports.exportFrozen({ snapshotId, format: 'docx' });
  return createHash('sha256')
    .update(new Uint8Array(await word.arrayBuffer()))
    .digest('hex');
}

async function openPanel() {
  const folder = tempFolder();
  let now = new Date('2026-12-10T09:00:00Z');
  const backend = await createBackend({
    dataFolder: folder,
    parsePool: warmThreads,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
    clock: () => now,
  });
  onTestFinished(() => backend.close());
  const session = backend.openSession();
  const client: Client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const lead = await client.people.changePin({ current: '', next: LEADS_PIN });
  const { id } = lead;
  const auditor = await addAuditor(client, 'Briar Tolland', 'health', { id, pin: LEADS_PIN });
  const { id: roundId, halfTerm } = await client.rounds.current();
  return {
    client,
    lead,
    halfTermId: halfTerm.id,
    pass: (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000);
    },
    /** As if a publishable report had told of these plans, none of them too few. */
    publishAs: async (told: readonly SettledPlan[]) => {
      if (!isUnlocked(session.state)) throw new Error('The workspace is locked.');
      now = new Date(now.getTime() + 60_000);
      const preview = await client.reports.preview({ halfTermId: halfTerm.id, ...PUBLISHABLE });
      const report = {
        ...preview,
        periods: [[halfTerm.id]],
        author: `${now.getTime()}`,
        title: `Report ${now.getTime()}`,
      };
      return session.state.services.snapshots.keep(lead, report, told, TOLD, null, told);
    },
    db: () => {
      if (!isUnlocked(session.state)) throw new Error('The workspace is locked.');
      return session.state;
    },
    /** A final of its own plan, graded by the auditor and submitted. */
    grade: async (corpus: string, reference: string, how: 'good' | 'lower') => {
      const plan = await addPlan(client, corpus, reference);
      const { documentId } = plan;
      await client.assignments.assign({ roundId, documentId, auditorId: auditor.id, standards: null, dueOn: null });
      await client.people.signIn({ personId: auditor.id, pin: PANEL_PIN });
      const given = how === 'good' ? GOOD : LOWER;
      await gradeDocument(client, { roundId, documentId, rubric: builtInRubric(), given });
      await client.people.signIn({ personId: id, pin: LEADS_PIN });
      return plan;
    },
  };
}
