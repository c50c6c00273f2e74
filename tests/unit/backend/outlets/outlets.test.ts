import { randomUUID } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { isUnlocked } from '../../../../electron/backend/session.ts';
import { readCsvText } from '../../../../shared/domain/csv-text.ts';
import type { CountTable } from '../../../../shared/domain/report/count-table.ts';
import { printReport } from '../../../../shared/domain/report/print-report.ts';
import type { PartnershipReport } from '../../../../shared/domain/report/report-model.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import {
  addAuditor,
  addPlan,
  type Client,
  GOOD,
  gradeDocument,
  LEADS_PIN,
  PANEL_PIN,
} from '../../../support/prepared-moderation.ts';
import { wordsOfDocx } from '../../../support/read-report.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

async function openPanel() {
  const folder = tempFolder();
  let now = '2026-12-10T09:00:00Z';
  const backend = await createBackend({
    dataFolder: folder,
    parsePool: warmThreads,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
    clock: () => new Date(now),
  });
  onTestFinished(() => backend.close());
  const session = backend.openSession();
  const client: Client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id } = await client.people.changePin({ current: '', next: LEADS_PIN });
  const auditor = await addAuditor(client, 'Briar Tolland', 'health', { id, pin: LEADS_PIN });
  const { id: roundId, halfTerm } = await client.rounds.current();
  const plan = await addPlan(client, 's01-willowshire-amara', 'FM-1');
  await client.assignments.assign({
    roundId,
    documentId: plan.documentId,
    auditorId: auditor.id,
    standards: null,
    dueOn: null,
  });
  await client.people.signIn({ personId: auditor.id, pin: PANEL_PIN });
  await gradeDocument(client, { roundId, documentId: plan.documentId, rubric: builtInRubric(), given: GOOD });
  await client.people.signIn({ personId: id, pin: LEADS_PIN });
  if (!isUnlocked(session.state)) throw new Error('The workspace is locked.');
  return {
    client,
    roundId,
    run: { from: halfTerm.id, to: halfTerm.id },
    db: session.state.workspace.db,
    services: session.state.services,
    toNextYear: () => {
      now = '2027-01-11T09:00:00Z';
    },
  };
}

const EDUCATION = { agency: 'education', service: null };

test('an example is shown once a person has ticked it, and not once its masks have changed', async () => {
  const { client, run, db } = await openPanel();
  const { examples } = await client.outlets.examples({ agency: 'education', run });
  const masked = examples.find(({ masked: words }) => words.includes('[child]')) ?? examples[0];
  if (masked === undefined) throw new Error('no example');
  const { evidenceId } = masked;
  const feedback = async () => {
    const { blocks } = await client.outlets.feedback({ for: EDUCATION, run, edition: 'publishable', threshold: 5 });
    return JSON.stringify(blocks);
  };
  expect(await feedback()).toContain('No example has been read and ticked yet.');

  const tick = (words: string, read = masked.masked) => client.outlets.tickExample({ evidenceId, masked: read, words });
  await expect(tick('Made up', masked.masked)).rejects.toMatchObject({ code: 'BAD_EXCERPT' });
  await expect(tick(masked.masked, 'Something else was read')).rejects.toMatchObject({ code: 'MASKS_CHANGED' });
  await tick(masked.masked);
  const [first] = (await client.outlets.examples({ agency: 'education', run })).examples;
  expect(first).toMatchObject({ evidenceId, tick: { by: 'Ottoline Sedge', at: '2026-12-10T09:00:00.000Z' } });
  expect(await feedback()).toContain(`“${masked.masked}”`);
  // It is of a standard that another agency leads.
  const health = await client.outlets.feedback({
    for: { agency: 'health', service: null },
    run,
    edition: 'publishable',
    threshold: 5,
  });
  expect(JSON.stringify(health.blocks)).toContain('No example has been read and ticked yet.');

  await db.updateTable('outlet_example').set({ masked: 'As the rules had it before' }).execute();
  expect(await feedback()).toContain('No example has been read and ticked yet.');
  await tick(masked.masked);
  await client.outlets.untickExample({ evidenceId });
  expect(await feedback()).toContain('No example has been read and ticked yet.');
  const { entries } = await client.trail.list({ before: null, limit: 50 });
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['outlets.tickExample', 'outlets.untickExample']),
  );
  expect(JSON.stringify(entries)).not.toContain(masked.masked);
});

test('what was given out is kept once, and looking keeps nothing', async () => {
  const { client, db, services, run, toNextYear } = await openPanel();
  const how = { edition: 'publishable' as const, threshold: 5 };
  await client.outlets.scorecard(how);
  const given = () => db.selectFrom('outlet_given').select(['kind', 'counts']).execute();
  expect(await given()).toEqual([]);
  const csv = await (await client.outlets.exportScorecard({ ...how, format: 'csv' })).text();
  await client.outlets.exportScorecard({ ...how, format: 'csv' });
  await client.outlets.exportScorecard({ ...how, edition: 'internal', format: 'csv' });
  const kept = await given();
  expect(kept.map(({ kind }) => kind)).toEqual(['scorecard']);
  const [inside, outside] = (await client.trail.list({ before: null, limit: 2 })).entries;
  expect(outside?.detail).toMatchObject({ edition: 'publishable', threshold: 5, hideZero: false });
  expect(Object.keys(inside?.detail ?? {})).not.toContain('threshold');
  expect((readCsvText(csv) ?? []).length).toBeGreaterThan(1);
  // Of one plan nothing may be told, and all that was hidden is known to have been.
  const counts: unknown = JSON.parse(kept[0]?.counts ?? '[]');
  const isHidden = (entry: unknown) => Array.isArray(entry) && (entry[1] === null || entry[1] === 0);
  expect(Array.isArray(counts) && counts.length > 0 && counts.every(isHidden)).toBe(true);
  // Its half-term grows until it is over; from then on what a scorecard tells of it stays.
  const toldOf = async () => [...(await services.snapshots.toldPlans()).plans.values()].map((plan) => plan?.halfTermId);
  expect(await toldOf()).toEqual([]);
  toNextYear();
  await client.outlets.exportScorecard({ ...how, edition: 'internal', format: 'csv' });
  expect(await toldOf()).toEqual([]);
  await client.outlets.exportScorecard({ ...how, format: 'csv' });
  expect(await toldOf()).toEqual([run.to]);
  const { halfTerms } = await client.partnership.get();
  const over = halfTerms.filter(({ end }) => end < '2027-01-11').map(({ id }) => id);
  expect((await services.snapshots.toldPlans()).halfTermIds).toEqual(new Set(over));
});

test('figures and feedback that are given out wait for the report that they are made of', async () => {
  const { client, run, db } = await openPanel();
  const how = { run, edition: 'publishable' as const, threshold: 5 };
  const inside = { ...how, edition: 'internal' as const };
  // One plan is too few for any report to tell of.
  const none = JSON.stringify((await client.outlets.figures(how)).parts);
  expect(none).toContain('Publishable reports tell nothing of');
  expect(none).not.toContain('"kind":"counts"');
  await expect(client.outlets.exportFigures({ ...how, format: 'csv' })).rejects.toMatchObject({ code: 'NOT_FROZEN' });
  expect(
    readCsvText(await (await client.outlets.exportFigures({ ...inside, format: 'csv' })).text())?.length,
  ).toBeGreaterThan(50);
  // Of feedback there is what is no count: examples, and what is asked of the service.
  const file = await client.outlets.exportFeedback({ for: EDUCATION, ...how, format: 'html' });
  expect(await file.text()).toContain('Publishable reports tell nothing of');
  expect(await db.selectFrom('outlet_given').select('counts').execute()).toEqual([]);
});

test('what a report would tell can be looked at before it is frozen, and given out once it is', async () => {
  const { client, run, db } = await openPanel();
  const how = { run, edition: 'publishable' as const, threshold: 5 };
  const { figures, exportFigures } = client.outlets;
  const population = tablesOf(await figures({ ...how, edition: 'internal' }))[0]?.rows[0]?.id ?? '';
  const key = (name: string) => `${population}/${name}`;
  expect(tablesOf(await figures(how))).toEqual([]);
  await client.reports.freeze({ halfTermId: run.to, edition: 'publishable', threshold: 5 });
  expect(tablesOf(await figures(how))).toEqual([]);
  // As if there had been twenty plans when another was frozen.
  const counts = [
    [key('total'), 20],
    [key('overall/good-or-better'), 12],
  ];
  const frozen = await db.selectFrom('report_snapshot').selectAll().executeTakeFirstOrThrow();
  const other = {
    id: randomUUID(),
    counts: JSON.stringify(counts),
    model: JSON.stringify({ periods: [[run.to]], hideZero: false }),
    frozen_at: '2026-12-11T09:00:00.000Z',
  };
  await db
    .insertInto('report_snapshot')
    .values({ ...frozen, ...other })
    .execute();
  expect(tablesOf(await figures(how)).map(({ rows }) => rows.map((row) => row.counts.map(({ n }) => n)))).toEqual([
    [[8, 20, 12]],
  ]);
  const csv = await (await exportFigures({ ...how, format: 'csv' })).text();
  expect(csv).toContain(key('total'));
  // What is put together from reports tells nothing new.
  expect(await db.selectFrom('outlet_given').select('counts').execute()).toEqual([]);
  await client.reports.withdraw({ snapshotId: other.id, reason: 'Counted wrongly' });
  expect(tablesOf(await figures(how))).toEqual([]);
});

test('where reports hid by different rules, every form of what is made of them names each rule', async () => {
  const { client, run, db } = await openPanel();
  const how = { edition: 'publishable' as const, threshold: 5 };
  const population = tablesOf(await client.outlets.figures({ run, ...how, edition: 'internal' }))[0]?.rows[0]?.id ?? '';
  const [, ...kind] = population.split('/');
  await client.reports.freeze({ halfTermId: run.to, ...how });
  const frozen = await db.selectFrom('report_snapshot').selectAll().executeTakeFirstOrThrow();
  const before = '2026-27/1';
  const autumn = { id: before, school_year: '2026-27', number: 1, label: 'Autumn 1' };
  await db
    .insertInto('half_term')
    .values({ ...autumn, start: '2026-09-01', end: '2026-10-23' })
    .execute();
  for (const [halfTermId, threshold] of [
    [before, 10],
    [run.to, 5],
  ] as const) {
    const key = (name: string) => [halfTermId.replace('/', '.'), ...kind, name].join('/');
    const counts = JSON.stringify([
      [key('total'), 40],
      [key('overall/good-or-better'), null],
      ...builtInRubric().standards.flatMap(({ id }) => [
        [key(`standard/${id}/applied`), 40],
        [key(`standard/${id}/good-or-better`), null],
      ]),
    ]);
    const model = JSON.stringify({ periods: [[halfTermId]], hideZero: false });
    const other = { id: randomUUID(), half_term_id: halfTermId, threshold, counts, model };
    const values = { ...frozen, ...other, frozen_at: '2026-12-11T09:00:00.000Z' };
    await db.insertInto('report_snapshot').values(values).execute();
  }
  const both = { run: { from: before, to: run.to }, ...how };
  const rule = '1 to 4 (1 to 9 in the report on 2026/27 Aut 1)';
  const seen = await client.outlets.figures(both);
  expect(JSON.stringify(seen.parts)).toContain(`Counts of ${rule} are hidden and shown as c`);
  expect(seen).toMatchObject({ threshold: 5, otherRules: [{ threshold: 10, hideZero: false }] });
  expect(JSON.stringify(printReport(seen))).toContain(`a count of ${rule}, or one`);
  const csv = await (await client.outlets.exportFigures({ ...both, format: 'csv' })).text();
  expect(csv).toContain(`a count of ${rule}, or one`);
  const workbook = await (await client.outlets.exportFigures({ ...both, format: 'xlsx' })).bytes();
  const sheets = Object.values(unzipSync(workbook)).map((part) => strFromU8(part));
  expect(sheets.join('\n')).toContain(`a count of ${rule}, or one`);
  // A period by itself was hidden by one rule.
  const one = await client.outlets.figures({ ...both, run: { from: before, to: before } });
  expect(one.threshold).toBe(10);
  expect(one.otherRules).toBeUndefined();

  const about = { for: EDUCATION, ...both };
  expect(JSON.stringify((await client.outlets.feedback(about)).blocks)).toContain(rule);
  const strict = { ...about, threshold: 10 };
  const paper = await client.outlets.exportFeedback({ ...strict, format: 'html' });
  expect(await paper.text()).toContain(`${rule.slice(0, -1)}; 1 to 9 of advice)`);
  const word = await client.outlets.exportFeedback({ ...strict, format: 'docx' });
  expect(wordsOfDocx(await word.bytes())).toContain(`${rule.slice(0, -1)}; 1 to 9 of advice)`);
});

function tablesOf({ parts }: PartnershipReport): CountTable[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])));
}

test('what is asked of a service stands in the feedback to its agency once somebody has said whose it is', async () => {
  const { client, run, db, roundId } = await openPanel();
  const how = { run, edition: 'publishable' as const, threshold: 5 };
  const ask = { kind: 'change', level: 'service', planId: null, criterionId: null, dueOn: '2026-12-04' } as const;
  const owner = { personId: null, name: 'Dr Hester Bullfinch' };
  const baselines = 'Give a dated baseline with each need.';
  const about = { documentId: null, roundId: null, owner };
  await client.actions.create({ ...ask, ...about, service: 'Educational psychology', words: baselines });
  await client.actions.create({ ...ask, ...about, service: 'health', words: 'Say what a condition means.' });
  // What came of a document that others still grade tells nobody of itself yet, nor of whom it is asked.
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'FM-2');
  await client.actions.create({
    ...ask,
    ...about,
    service: 'Early help',
    words: 'Answer each request.',
  });
  await db
    .updateTable('action')
    .set({ document_id: documentId, round_id: roundId })
    .where('service', '=', 'Early help')
    .execute();

  const { named, agencies, allAgencies } = await client.outlets.choices();
  expect(named).toEqual([{ service: 'Educational psychology', agency: null }]);
  expect(agencies.flatMap(({ services }) => services)).toEqual([]);
  expect(allAgencies.map(({ id }) => id)).toEqual(expect.arrayContaining(['education', 'health', 'psychology']));
  const feedback = async (service: string | null, agency = 'education') =>
    JSON.stringify((await client.outlets.feedback({ for: { agency, service }, ...how })).blocks);
  expect(await feedback(null)).toContain('No action is put down for this service.');
  expect(await feedback(null, 'health')).toContain('Say what a condition means.');
  await expect(feedback('Educational psychology')).rejects.toMatchObject({ code: 'NO_SUCH_SERVICE' });

  const say = (service: string, agency: string | null) => client.outlets.placeService({ service, agency });
  await expect(say('Early help', 'social_care')).rejects.toMatchObject({ code: 'NO_SUCH_SERVICE' });
  await expect(say('Educational psychology', 'nobody')).rejects.toMatchObject({ code: 'NO_SUCH_SERVICE' });
  await say('Educational psychology', 'health');
  await say('educational psychology', 'education');
  expect((await client.outlets.choices()).named).toEqual([{ service: 'Educational psychology', agency: 'education' }]);
  for (const service of [null, 'Educational psychology']) {
    const paper = await feedback(service);
    expect(paper).toContain(baselines);
    expect(paper).toContain('Overdue');
  }
  expect(await feedback(null, 'health')).not.toContain(baselines);
  await say('Educational psychology', null);
  expect(await feedback(null)).not.toContain(baselines);
  const { entries } = await client.trail.list({ before: null, limit: 10 });
  expect(entries.filter(({ action }) => action === 'outlets.placeService')).toHaveLength(3);
  expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toMatch(/psychology/i);
});

test('a run that stands the wrong way round and a service that nobody knows are refused', async () => {
  const { client, run } = await openPanel();
  const how = { edition: 'internal' as const, threshold: 5 };
  await expect(client.outlets.figures({ run: { from: run.from, to: '1999-00/1' }, ...how })).rejects.toMatchObject({
    code: 'NO_SUCH_RUN',
  });
  await expect(
    client.outlets.feedback({ for: { agency: 'education', service: 'Nobody' }, run, ...how }),
  ).rejects.toMatchObject({ code: 'NO_SUCH_SERVICE' });
});
