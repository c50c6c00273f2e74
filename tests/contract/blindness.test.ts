import { isContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/client';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { contract } from '../../shared/contract/contract.ts';
import { EVERY_PLAN } from '../../shared/contract/plans.ts';
import { INSIGHT_PARTS } from '../../shared/domain/insight/insight-blocks.ts';
import { NO_INSIGHT_FILTER } from '../../shared/domain/insight/insight-filter.ts';
import { internalEdition, previewReport } from '../support/internal-report.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { answerAll, beginBlindStory, type BlindStory, SECRETS, type World } from './blindness-story.ts';
import { type Client, DOORS } from './doors.ts';
import { NOBODY } from './story.ts';
import { warmThreads } from '../support/warm-threads.ts';
import { WHOLE_FRAME } from '../support/whole-frame.ts';

const FILTER = { ...EVERY_PLAN, isNameSearched: true };
const PAGE = { sort: { column: 'reference', direction: 'ascending' }, offset: 0, limit: 50 } as const;
const OUTLETS_HOW = { run: { from: '2026-27/1', to: '2026-27/2' }, edition: 'internal' as const, threshold: 5 };

type Attack = (client: Client, story: BlindStory) => unknown[];

/** Every call that reads, asked for all that the first auditor could be found by; and commands that answer with what they read. */
const ATTACKS: Record<string, Attack> = {
  'app.info': (client) => [client.app.info()],
  'workspaces.current': (client) => [client.workspaces.current()],
  'workspaces.list': (client) => [client.workspaces.list()],
  'workspaces.ratePassphrase': (client) => [client.workspaces.ratePassphrase({ passphrase: 'marigold', names: [] })],
  'workspaces.verify': (client) => [client.workspaces.verify()],
  'partnership.get': (client) => [client.partnership.get()],
  'people.list': (client) => [client.people.list()],
  'people.atDoor': (client) => [client.people.atDoor()],
  'rounds.list': (client) => [client.rounds.list()],
  'rounds.current': (client) => [client.rounds.current()],
  'rounds.members': (client, { roundId }) => [client.rounds.members({ roundId })],
  'samples.get': (client, { roundId }) => [client.samples.get({ roundId })],
  'samples.drawAgain': (client, { roundId }) => [client.samples.drawAgain({ roundId })],
  'samples.preview': (client, { roundId }) =>
    [0, 1].map((notAuditedForRounds) =>
      client.samples.preview({
        roundId,
        size: 5,
        method: 'random',
        strataBy: [],
        allocation: 'proportional',
        filter: { ...WHOLE_FRAME, notAuditedForRounds },
      }),
    ),
  'assignments.list': (client, { roundId }) => [client.assignments.list({ roundId })],
  'assignments.mine': (client, { roundId }) => [client.assignments.mine({ roundId })],
  'assignments.board': (client, { roundId }) => [client.assignments.board({ roundId })],
  'assignments.heldBy': (client, { first }) => [client.assignments.heldBy({ personId: first })],
  'assignments.propose': (client, { roundId }) => [
    client.assignments.propose({ roundId, rule: { kind: 'different_agencies', auditors: 2 }, seed: 5 }),
  ],
  'plans.page': (client) =>
    [true, false, null].flatMap((isAudited) =>
      (['to_begin', 'under_way', 'submitted', null] as const).flatMap((myWork) =>
        ['', ...Object.values(SECRETS)].map((text) =>
          client.plans.page({ ...PAGE, filter: { ...FILTER, text, isAudited, myWork } }),
        ),
      ),
    ),
  'plans.choices': (client) => [client.plans.choices()],
  'plans.queue': (client) => [client.plans.queue()],
  'plans.get': (client, { planId }) => [client.plans.get({ planId })],
  'plans.cycles': (client, { planId }) => [client.plans.cycles({ planId })],
  'register.imports': (client) => [client.register.imports()],
  'register.results': (client, { planId }) => [client.register.results({ planId })],
  'documents.tray': (client) => [client.documents.tray()],
  'documents.get': (client, { documentId }) => [client.documents.get({ documentId })],
  'comparisons.get': (client, { documentId }) => [
    client.comparisons.get({ earlierId: documentId, laterId: documentId }),
  ],
  'rubrics.current': (client) => [client.rubrics.current()],
  'rubrics.get': (client, { rubricId }) => [client.rubrics.get({ rubricId })],
  'rubrics.versions': (client) => [client.rubrics.versions()],
  'rubrics.drafts': (client) => [client.rubrics.drafts()],
  'rubrics.draft': (client, { rubricDraftId }) => [client.rubrics.draft({ draftId: rubricDraftId })],
  'rubrics.effect': (client, { rubricDraftId }) => [client.rubrics.effect({ draftId: rubricDraftId, revision: 2 })],
  'audits.list': (client, { roundId }) => [client.audits.list({ roundId })],
  'audits.get': (client, { firstAudit, secondAudit }) =>
    [firstAudit, secondAudit].map((auditId) => client.audits.get({ auditId })),
  'audits.timeTaken': (client, { roundId }) => [client.audits.timeTaken({ roundId })],
  'advice.queue': (client) =>
    (['health', 'social_care'] as const).map((agency) => client.advice.queue({ agency, includePast: true })),
  'advice.get': (client, { documentId }) =>
    (['health', 'social_care'] as const).map((agency) => client.advice.get({ agency, documentId })),
  'advice.gaps': (client) => (['health', 'social_care'] as const).map((agency) => client.advice.gaps({ agency })),
  'actions.list': (client, { planId }) => [
    client.actions.list({ filter: { level: null, planId, service: null, state: null, isMine: false }, limit: 50 }),
  ],
  'actions.asked': (client, { firstAudit, secondAudit }) =>
    [firstAudit, secondAudit].map((auditId) => client.actions.asked({ auditId })),
  'actions.done': (client) => [client.actions.done({ sinceRoundId: null })],
  'actions.reAuditsDue': (client, { roundId }) => [client.actions.reAuditsDue({ roundId })],
  'supervision.team': (client) => [null, ['2026-27/2']].map((halfTermIds) => client.supervision.team({ halfTermIds })),
  'supervision.sheet': (client, { writer }) => [
    client.supervision.open({ caseworkerId: writer }).then((opening) => client.supervision.sheet(opening)),
  ],
  'supervision.feedbackPlans': (client) =>
    [null, '2026-27/2'].map((halfTermId) => client.supervision.feedbackPlans({ halfTermId })),
  'supervision.replies': (client) => [client.supervision.replies()],
  'supervision.openings': (client) => [client.supervision.openings()],
  'supervision.exportSheet': (client, { writer }) => [
    readReport(client.supervision.exportSheet({ caseworkerId: writer })),
  ],
  'supervision.feedback': (client, { roundId, documentId }) => [
    readReport(client.supervision.feedback({ roundId, documentId })),
  ],
  'hints.list': (client, { firstAudit, secondAudit }) =>
    [firstAudit, secondAudit].map((auditId) => client.hints.list({ auditId })),
  'threads.get': (client, { documentId }) => [client.threads.get({ documentId })],
  'threads.across': (client, { roundId }) => [client.threads.across({ roundId })],
  'phrases.list': (client) => [client.phrases.list()],
  'familyFeedback.figures': (client) => [client.familyFeedback.figures()],
  'familyFeedback.list': (client) => [client.familyFeedback.list({ limit: 50 })],
  'flags.list': (client) => [true, false, null].map((isOpen) => client.flags.list({ isOpen })),
  'flags.owners': (client) => [client.flags.owners()],
  'moderation.list': (client, { roundId }) => [client.moderation.list({ roundId })],
  'moderation.get': (client, { roundId, documentId }) => [client.moderation.get({ roundId, documentId })],
  'moderation.agreement': (client, { roundId }) => [client.moderation.agreement({ roundId })],
  'moderation.leniency': (client, { roundId }) => [client.moderation.leniency({ roundId })],
  'moderation.notes': (client, { rubricId }) => [client.moderation.notes({ rubricId })],
  'masking.get': (client, { documentId }) => [client.masking.get({ documentId })],
  'masking.list': (client, { roundId }) => [client.masking.list({ roundId })],
  'moderation.begin': (client, { roundId }) => [client.moderation.begin({ roundId })],
  'moderation.draw': (client, { roundId }) => [client.moderation.draw({ roundId, seed: 5 })],
  'reports.soFar': (client, { roundId }) => [client.reports.soFar({ roundId })],
  'measures.list': (client) => [client.measures.list()],
  'insight.figures': (client) =>
    INSIGHT_PARTS.flatMap((part) =>
      [NO_INSIGHT_FILTER, { ...NO_INSIGHT_FILTER, groups: { need: 'Not known' } }].map((filter) =>
        client.insight.figures({ filter, part }),
      ),
    ),
  'insight.plans': (client) =>
    [
      ['grades', 'overall-chosen', '2026-27.2/final-new~not-drawn'],
      ['groups', 'by-need', 'all'],
      ['standards', 'standards-chosen', 'S01'],
      ['agreement', 'standing', 'all'],
    ].map(([part, tableId = '', rowId = '']) =>
      client.insight.plans({
        filter: NO_INSIGHT_FILTER,
        part: INSIGHT_PARTS.find((known) => known === part) ?? 'grades',
        tableId,
        rowId,
        limit: 50,
      }),
    ),
  'reports.preview': (client, { roundId }) => [previewReport(client, roundId)],
  // One after another: each leaves its entry in the trail, whose order must not hang on which file is written faster.
  'reports.export': (client, { roundId }) => [exportReports(client, roundId, ['html', 'docx', 'xlsx', 'csv'])],
  'reports.additions': (client, { roundId }) =>
    (['internal', 'publishable'] as const).map(async (edition) => {
      const { halfTermId } = await internalEdition(client, roundId);
      return client.reports.additions({ halfTermId, edition });
    }),
  'reports.candidates': (client, { roundId }) => [
    internalEdition(client, roundId).then(({ halfTermId }) => client.reports.candidates({ halfTermId })),
  ],
  'reports.frozen': (client, { roundId }) => [freezeReport(client, roundId)],
  'reports.changesSince': (client) => [
    client.reports
      .earlier()
      .then((kept) => Promise.all(kept.map(({ id }) => client.reports.changesSince({ snapshotId: id })))),
  ],
  'reports.earlier': (client) => [client.reports.earlier()],
  'outlets.choices': (client) => [client.outlets.choices()],
  'outlets.feedback': (client) =>
    ['health', 'education', 'social_care'].map((agency) =>
      client.outlets.feedback({ for: { agency, service: null }, ...OUTLETS_HOW }),
    ),
  'outlets.exportFeedback': (client) => [
    readReport(
      client.outlets.exportFeedback({ for: { agency: 'health', service: null }, ...OUTLETS_HOW, format: 'html' }),
    ),
  ],
  'outlets.examples': (client) =>
    ['health', 'education', 'social_care'].map((agency) => client.outlets.examples({ agency, run: OUTLETS_HOW.run })),
  'outlets.figures': (client) => [client.outlets.figures(OUTLETS_HOW)],
  'outlets.exportFigures': (client) => [readReport(client.outlets.exportFigures({ ...OUTLETS_HOW, format: 'csv' }))],
  'outlets.scorecard': (client) => [client.outlets.scorecard({ edition: 'internal', threshold: 5 })],
  'outlets.exportScorecard': (client) => [
    readReport(client.outlets.exportScorecard({ edition: 'internal', threshold: 5, format: 'csv' })),
  ],
  'trail.list': (client) => [
    client.trail.list({ before: null, limit: 500 }),
    client.trail.list({ before: 12, limit: 2 }),
  ],
  'hints.restore': (client, { firstAudit, secondAudit }) =>
    [firstAudit, secondAudit].map((auditId) => client.hints.restore({ auditId, hintId: 'none' })),
  'audits.saveAnswer': (client, { firstAudit }) => [
    client.audits.saveAnswer({ auditId: firstAudit, criterionId: 'S01.C1', change: {} }),
  ],
  'audits.saveNote': (client, { firstAudit }) => [
    client.audits.saveNote({ auditId: firstAudit, standardId: null, note: '' }),
  ],
  'audits.addTime': (client, { firstAudit }) => [client.audits.addTime({ auditId: firstAudit, seconds: 1 })],
  'audits.submit': (client, { firstAudit }) => [client.audits.submit({ auditId: firstAudit })],
};

/** Reads that hold no answers and cannot be asked here, each with its reason. */
const NOT_ATTACKED: Record<string, string> = {
  'outlets.combine': 'answers with the files that are given to it',
  'register.read': 'answers with the file that is given to it',
  'register.preview': 'answers with the file that is given to it, held against the register',
  'register.classify': 'answers with the file that is given to it, held against the register',
};

const THOROUGH: World = { response: 'partly', isThorough: true };
const BRISK: World = { response: 'not_met', isThorough: false };

test('every call that reads is attacked', () => {
  const reads = namedQueries(contract);
  expect(reads.filter((name) => !(name in ATTACKS) && !(name in NOT_ATTACKED))).toEqual([]);
});

describe.each(Object.entries(DOORS))('through %s', (_name, openDoor) => {
  test('nobody can tell what the first auditor did until the second has submitted, whoever asks whatever', async () => {
    const thorough = await blindStory(openDoor, THOROUGH);
    const brisk = await blindStory(openDoor, BRISK);
    for (const [at, viewer] of thorough.viewers.entries()) {
      const told = await everythingTo(thorough, viewer.id);
      const otherwise = await everythingTo(brisk, brisk.viewers[at]?.id ?? NOBODY);
      for (const [call, answer] of told) {
        for (const [what, secret] of Object.entries(SECRETS)) {
          // The QA lead and the chair act on a flag the same day, unless they audit the document themselves.
          const isTold = what === 'flag' && call === 'flags.list' && viewer.isToldOfFlags;
          expect([viewer.as, call, what, answer.includes(secret)]).toEqual([viewer.as, call, what, isTold]);
        }
        const difference = firstDifference(answer, otherwise.get(call) ?? '');
        expect({ as: viewer.as, call, difference }).toEqual({ as: viewer.as, call, difference: null });
      }
    }
  }, 60_000);

  test('once the second has submitted, figures hold both, and the trail tells who did what', async () => {
    const story = await blindStory(openDoor, THOROUGH);
    const { client } = story.door;
    await answerAll(story.inside, story.secondAudit, 'partly');
    for (const { actionId } of await story.inside.actions.asked({ auditId: story.secondAudit })) {
      const said = { auditId: story.secondAudit, actionId, comment: '' };
      await story.inside.actions.answer({ ...said, answer: 'answered' });
    }
    await story.inside.audits.submit({ auditId: story.secondAudit });
    const report = await previewReport(client, story.roundId);
    expect(report.parts.find(({ id }) => id === 'grades')?.blocks.filter(({ kind }) => kind === 'counts')).toHaveLength(
      1,
    );
    const { entries } = await client.trail.list({ before: null, limit: 500 });
    const work = entries.filter(({ personId }) => personId === story.first);
    expect(work.map(({ action }) => action)).toContain('audits.saveAnswer');
    expect(work.find(({ action }) => action === 'audits.submit')?.detail).toHaveProperty('overallGrade');
    expect(entries.every(({ hash }) => hash !== null)).toBe(true);
    await expect(client.audits.get({ auditId: story.firstAudit })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }, 60_000);
});

async function blindStory(openDoor: (typeof DOORS)[string], world: World): Promise<BlindStory> {
  const folder = tempFolder();
  const backend = await createBackend({
    dataFolder: folder,
    parsePool: warmThreads,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
    clock: () => new Date('2026-11-20T09:00:00Z'),
  });
  const door = await openDoor(backend);
  onTestFinished(async () => {
    await door.close();
    await backend.close();
  });
  return beginBlindStory(backend, door, world);
}

/** What every call answers to a person, refusals among them, with ids made alike. */
async function everythingTo(story: BlindStory, personId: string): Promise<Map<string, string>> {
  await story.signIn(personId);
  const told = new Map<string, string>();
  for (const [call, attack] of Object.entries(ATTACKS)) {
    const answers: unknown[] = [];
    for (const answer of await Promise.allSettled(attack(story.door.client, story))) {
      if (answer.status === 'fulfilled') answers.push(answer.value);
      else if (answer.reason instanceof ORPCError) answers.push([answer.reason.code, answer.reason.message]);
      else throw answer.reason;
    }
    told.set(call, alike(JSON.stringify(answers)));
  }
  return told;
}

/** The same text for two workspaces that differ in nothing but what chance gave them. */
function alike(text: string): string {
  const ids = new Map<string, string>();
  return (
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        const known = ids.get(id) ?? `id ${ids.size}`;
        ids.set(id, known);
        return known;
      })
      .replaceAll(/[0-9a-f]{64}/g, 'hash')
      .replaceAll(/"(dataFolder|folder)":"[^"]*"/g, '"$1":""')
      // What the file system tells of the workspace's file to everybody: when it was written, and how large it is.
      .replaceAll(/"detail":"\d+ pages"/g, '"detail":"pages"')
      .replaceAll(/\{"id":"[0-9a-f]{16}"[^}]*"isSample":false\}/g, '"file"')
  );
}

function firstDifference(one: string, other: string): [string, string] | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 100);
  return [one.slice(from, at + 200), other.slice(from, at + 200)];
}

/** The words of a report in each of these forms. */
async function exportReports(
  client: Client,
  roundId: string,
  formats: readonly ('html' | 'docx' | 'xlsx' | 'csv')[],
): Promise<string[]> {
  const choice = await internalEdition(client, roundId);
  const texts: string[] = [];
  for (const format of formats) texts.push(await readReport(await client.reports.export({ ...choice, format })));
  return texts;
}

/** A report as it is frozen, in every word. */
async function freezeReport(client: Client, roundId: string): Promise<unknown> {
  const { snapshot } = await client.reports.freeze(await internalEdition(client, roundId));
  return client.reports.frozen({ snapshotId: snapshot.id });
}

/** A report's words. */
async function readReport(exported: File | Promise<File>): Promise<string> {
  const file = await exported;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = /\.(docx|xlsx)$/.test(file.name)
    ? Object.values(unzipSync(bytes, { filter: ({ name }) => /^(word|xl)\/.*\.xml$/.test(name) }))
        .map((part) => strFromU8(part))
        .join('\n')
    : strFromU8(bytes).replaceAll(/<style>[^<]*<\/style>/g, '');
  return text.replaceAll(/<[^>]*>/g, ' ');
}

function namedQueries(router: object, prefix = ''): string[] {
  return Object.entries(router).flatMap(([key, value]): string[] => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (isContractProcedure(value)) return value['~orpc'].meta['kind'] === 'query' ? [name] : [];
    return typeof value === 'object' && value !== null ? namedQueries(value, name) : [];
  });
}
