import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../electron/backend/create-backend.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { CallMeta } from '../../shared/contract/meta.ts';
import type { DocumentSummary, PlanFields } from '../../shared/contract/plans.ts';
import type { Anchor } from '../../shared/domain/document-model.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { type Client, type Door, DOORS } from './doors.ts';

const PLAN = path.resolve('tests/corpus/plans/s01-willowshire-amara');
const NOBODY = '00000000-0000-4000-8000-000000000000';

const FIELDS: PlanFields = {
  reference: 'FM-001',
  initials: 'AB',
  name: null,
  dateOfBirth: '2019-03-04',
  planType: 'new',
  ncYear: 3,
  setting: null,
  primaryNeed: null,
  locality: null,
};

interface Story {
  door: Door;
  client: Client;
  document: DocumentSummary;
  planId: string;
  roundId: string;
  auditId: string;
  rubricId: string;
}

interface Case {
  /** Calls it as it is meant to be called. */
  happy: (story: Story) => Promise<unknown>;
  /** The refusal that the story's state calls for, where it is not yet ready to be done. */
  answers?: string;
  /** Calls it with input that its schema refuses; absent where there is no input. */
  foreign?: (client: Client) => Promise<unknown>;
}

/** Input of the wrong shape on purpose: what a hostile or broken caller would send. */
function wrong(input: unknown): never {
  return input as never;
}

const audit = ({ auditId }: Story) => ({ auditId, criterionId: 'S01.C1' });

const CASES: Record<string, Case> = {
  'app.info': { happy: ({ client }) => client.app.info() },
  'app.setTheme': {
    happy: ({ client }) => client.app.setTheme({ theme: 'dark' }),
    foreign: (client) => client.app.setTheme({ theme: wrong('sepia') }),
  },
  'workspaces.list': { happy: ({ client }) => client.workspaces.list() },
  'workspaces.current': { happy: ({ client }) => client.workspaces.current() },
  'workspaces.ratePassphrase': {
    happy: ({ client }) => client.workspaces.ratePassphrase({ passphrase: 'abc', names: [] }),
    foreign: (client) => client.workspaces.ratePassphrase(wrong({ passphrase: 1, names: [] })),
  },
  'workspaces.create': {
    // The story begins with it, so here it meets the workspace that is there.
    happy: ({ client }) => client.workspaces.create(WORKSPACE_INPUT),
    answers: 'WORKSPACE_EXISTS',
    foreign: (client) => client.workspaces.create(Object.assign({ extra: true }, WORKSPACE_INPUT)),
  },
  'workspaces.unlock': {
    happy: async ({ client }) => {
      const opened = await client.workspaces.current();
      if (opened.status !== 'open') throw new Error('not open');
      await client.workspaces.lock();
      return client.workspaces.unlock({ workspaceId: opened.file.id, passphrase: PASSPHRASE });
    },
    foreign: (client) => client.workspaces.unlock({ workspaceId: '../etc', passphrase: 'x' }),
  },
  'workspaces.choose': { happy: ({ client }) => client.workspaces.choose() },
  'workspaces.lock': {
    happy: async ({ client }) => {
      const locked = await client.workspaces.lock();
      if (locked.status !== 'locked') throw new Error('not locked');
      await client.workspaces.unlock({ workspaceId: locked.file.id, passphrase: PASSPHRASE });
      return locked;
    },
  },
  'workspaces.leave': {
    happy: async ({ client }) => {
      const opened = await client.workspaces.current();
      if (opened.status !== 'open') throw new Error('not open');
      const left = await client.workspaces.leave();
      await client.workspaces.unlock({ workspaceId: opened.file.id, passphrase: PASSPHRASE });
      return left;
    },
  },
  'workspaces.stillHere': { happy: ({ client }) => client.workspaces.stillHere() },
  'workspaces.setIdleMinutes': {
    happy: ({ client }) => client.workspaces.setIdleMinutes({ minutes: 20 }),
    foreign: (client) => client.workspaces.setIdleMinutes({ minutes: 0 }),
  },
  'workspaces.changePassphrase': {
    happy: ({ client }) => client.workspaces.changePassphrase({ current: PASSPHRASE, next: PASSPHRASE }),
    foreign: (client) => client.workspaces.changePassphrase({ current: '', next: '' }),
  },
  'workspaces.makeSample': {
    happy: async ({ client }) => {
      // Broken off after its first word of progress: the whole of it is tested with the sample itself.
      const controller = new AbortController();
      const events = await client.workspaces.makeSample(undefined, { signal: controller.signal });
      const first = await events.next();
      controller.abort();
      await events.return(undefined);
      return first.value;
    },
  },
  'workspaces.verify': { happy: ({ client }) => client.workspaces.verify() },
  'partnership.get': { happy: ({ client }) => client.partnership.get() },
  'partnership.rename': {
    happy: ({ client }) => client.partnership.rename({ name: 'Fernmoor', areaCode: '' }),
    foreign: (client) => client.partnership.rename({ name: ' ', areaCode: '' }),
  },
  'people.list': { happy: ({ client }) => client.people.list() },
  'rounds.list': { happy: ({ client }) => client.rounds.list() },
  'rounds.current': { happy: ({ client }) => client.rounds.current() },
  'rounds.update': {
    happy: ({ client, roundId }) =>
      client.rounds.update({ roundId, kind: 'thematic', theme: 'Year 9', panelDate: '2026-12-09' }),
    foreign: (client) =>
      client.rounds.update({ roundId: NOBODY, kind: 'random', theme: '', panelDate: '9 December 2026' }),
  },
  'plans.list': { happy: ({ client }) => client.plans.list() },
  'plans.get': {
    happy: ({ client, planId }) => client.plans.get({ planId }),
    foreign: (client) => client.plans.get({ planId: 'x' }),
  },
  'plans.create': {
    happy: ({ client }) => client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` }),
    foreign: (client) => client.plans.create({ ...FIELDS, reference: '  ' }),
  },
  'plans.update': {
    happy: ({ client, planId }) => client.plans.update({ planId, fields: { ...FIELDS, setting: 'Alder School' } }),
    foreign: (client) => client.plans.update({ planId: NOBODY, fields: { ...FIELDS, dateOfBirth: '2019-02-30' } }),
  },
  'plans.remove': {
    happy: async ({ client }) => {
      const { id } = await client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` });
      return client.plans.remove({ planId: id });
    },
    foreign: (client) => client.plans.remove({ planId: 'x' }),
  },
  'documents.import': {
    happy: async ({ client }) => (await load(client, 'draft.docx')).document,
    foreign: (client) => client.documents.import(wrong({ file: '/etc/passwd' })),
  },
  'documents.tray': { happy: ({ client }) => client.documents.tray() },
  'documents.file': {
    happy: async ({ client, planId }) => {
      const { document } = await load(client, 'draft.docx');
      const plan = { kind: 'existing' as const, planId };
      return client.documents.file({ documentId: document.id, stage: 'draft', issuedOn: null, plan });
    },
    foreign: (client) =>
      client.documents.file({
        documentId: NOBODY,
        stage: wrong('finished'),
        issuedOn: null,
        plan: { kind: 'existing', planId: NOBODY },
      }),
  },
  'documents.get': {
    happy: ({ client, document }) => client.documents.get({ documentId: document.id }),
    foreign: (client) => client.documents.get({ documentId: '' }),
  },
  'documents.relabel': {
    happy: async ({ client, document }) => {
      const { model } = await client.documents.get({ documentId: document.id });
      const block = model.blocks.find((candidate) => candidate.text !== '')?.id ?? '';
      return client.documents.relabel({ documentId: document.id, relabel: { blocks: [block], section: 'A' } });
    },
    foreign: (client) => client.documents.relabel({ documentId: NOBODY, relabel: { blocks: [], section: 'A' } }),
  },
  'documents.undoRelabel': {
    happy: ({ client, document }) => client.documents.undoRelabel({ documentId: document.id }),
    foreign: (client) => client.documents.undoRelabel({ documentId: 'x' }),
  },
  'documents.confirmSections': {
    happy: ({ client, document }) => client.documents.confirmSections({ documentId: document.id }),
    foreign: (client) => client.documents.confirmSections({ documentId: 'x' }),
  },
  'documents.remove': {
    happy: async ({ client }) => {
      const { document } = await load(client, 'final.docx');
      return client.documents.remove({ documentId: document.id });
    },
    foreign: (client) => client.documents.remove({ documentId: 'x' }),
  },
  'comparisons.get': {
    happy: ({ client, document }) => client.comparisons.get({ earlierId: document.id, laterId: document.id }),
    foreign: (client) => client.comparisons.get({ earlierId: 'x', laterId: NOBODY }),
  },
  'rubrics.current': { happy: ({ client }) => client.rubrics.current() },
  'rubrics.get': {
    happy: ({ client, rubricId }) => client.rubrics.get({ rubricId }),
    foreign: (client) => client.rubrics.get({ rubricId: 'default' }),
  },
  'audits.list': {
    happy: ({ client, roundId }) => client.audits.list({ roundId }),
    foreign: (client) => client.audits.list({ roundId: 'x' }),
  },
  'audits.open': {
    happy: ({ client, document, roundId }) => client.audits.open({ documentId: document.id, roundId }),
    foreign: (client) => client.audits.open({ documentId: 'x', roundId: NOBODY }),
  },
  'audits.get': {
    happy: ({ client, auditId }) => client.audits.get({ auditId }),
    foreign: (client) => client.audits.get({ auditId: 'x' }),
  },
  'audits.saveAnswer': {
    happy: (story) => story.client.audits.saveAnswer({ ...audit(story), change: { response: 'partly', comment: 'H' } }),
    foreign: (client) =>
      client.audits.saveAnswer({ auditId: NOBODY, criterionId: 'S01.C1', change: { response: wrong('maybe') } }),
  },
  'audits.addEvidence': {
    happy: async (story) =>
      story.client.audits.addEvidence({ ...audit(story), anchor: await firstWords(story.client, story.document) }),
    foreign: (client) =>
      client.audits.addEvidence({ auditId: NOBODY, criterionId: 'S01.C1', anchor: wrong({ kind: 'text' }) }),
  },
  'audits.removeEvidence': {
    happy: async (story) => {
      const anchor = await firstWords(story.client, story.document);
      const { answers } = await story.client.audits.addEvidence({ ...audit(story), anchor });
      const evidenceId = answers['S01.C1']?.evidence.at(-1)?.id ?? '';
      return story.client.audits.removeEvidence({ auditId: story.auditId, evidenceId });
    },
    foreign: (client) => client.audits.removeEvidence({ auditId: NOBODY, evidenceId: 'x' }),
  },
  'audits.setFact': {
    happy: ({ client, auditId }) => client.audits.setFact({ auditId, fact: 'hasHealthProvision', value: true }),
    foreign: (client) => client.audits.setFact({ auditId: NOBODY, fact: 'ncYear', value: wrong([9]) }),
  },
  'audits.setDevelopmental': {
    happy: ({ client, auditId }) =>
      client.audits.setDevelopmental({ auditId, standardId: 'S09', isDevelopmental: true }),
    foreign: (client) =>
      client.audits.setDevelopmental({ auditId: NOBODY, standardId: 'S09', isDevelopmental: wrong('yes') }),
  },
  'audits.submit': {
    happy: ({ client, auditId }) => client.audits.submit({ auditId }),
    answers: 'NOT_READY',
    foreign: (client) => client.audits.submit({ auditId: 'x' }),
  },
  'hints.list': {
    happy: ({ client, auditId }) => client.hints.list({ auditId }),
    foreign: (client) => client.hints.list({ auditId: 'x' }),
  },
  'hints.dismiss': {
    happy: async ({ client, auditId }) => {
      const [hint] = await client.hints.list({ auditId });
      return client.hints.dismiss({ auditId, hintId: hint?.id ?? '', reason: 'The advice was looked at.' });
    },
    foreign: (client) => client.hints.dismiss({ auditId: NOBODY, hintId: 'x', reason: ' ' }),
  },
  'hints.restore': {
    happy: async ({ client, auditId }) => {
      const [hint] = await client.hints.list({ auditId });
      return client.hints.restore({ auditId, hintId: hint?.id ?? '' });
    },
    foreign: (client) => client.hints.restore({ auditId: 'x', hintId: 'x' }),
  },
  'reports.preview': {
    happy: ({ client, roundId }) => client.reports.preview({ roundId }),
    foreign: (client) => client.reports.preview({ roundId: 'x' }),
  },
  'reports.export': {
    happy: async ({ client, roundId }) => {
      const file = await client.reports.export({ roundId, format: 'html' });
      expect(await file.text()).toContain('<html');
      return file.name;
    },
    foreign: (client) => client.reports.export({ roundId: NOBODY, format: wrong('exe') }),
  },
  'trail.list': {
    happy: ({ client }) => client.trail.list({ before: null, limit: 5 }),
    foreign: (client) => client.trail.list({ before: null, limit: 0 }),
  },
};

const META = new Map(namedCalls(contract));

test('every call of the contract has its case', () => {
  expect(Object.keys(CASES).toSorted()).toEqual([...META.keys()].toSorted());
});

describe.each(Object.entries(DOORS))('through %s', (_name, openDoor) => {
  let backend: Backend;
  let story: Story;
  const folder = makeTempFolder();

  beforeAll(async () => {
    backend = await createBackend({
      dataFolder: folder.path,
      rendererFolder: folder.path,
      shell: { host: 'local', chooseWorkspaceFile: async () => null },
      clock: () => new Date('2026-11-20T09:00:00Z'),
    });
    story = await beginStory(await openDoor(backend));
  });

  afterAll(async () => {
    await story.door.close();
    await backend.close();
    folder.remove();
  });

  test.each(Object.keys(CASES))('%s does its work', async (name) => {
    const { result, code } = await attempt(CASES[name], story);
    expect(code).toBe(CASES[name]?.answers ?? null);
    expect(result !== undefined || code !== null).toBe(true);
  });

  const withInput = Object.entries(CASES).filter(([, call]) => call.foreign !== undefined);
  test.each(withInput.map(([name]) => name))('%s refuses what its schema does not know', async (name) => {
    const { foreign } = CASES[name] ?? {};
    const { code } = await attempt(foreign && { happy: ({ client }) => foreign(client) }, story);
    expect(code).toBe('BAD_REQUEST');
  });

  const forRoles = [...META].filter(([, meta]) => Array.isArray(meta.roles)).map(([name]) => name);
  test.each(forRoles)('%s is refused to a role that may not', async (name) => {
    const { session } = story.door;
    const { state } = session;
    if (state.status !== 'open') throw new Error('not open');
    session.state = { ...state, caller: { ...state.caller, roles: ['board_reader'] } };
    const { code } = await attempt(CASES[name], story);
    session.state = state;
    expect(code).toBe('NOT_ALLOWED');
  });

  const forMembers = [...META].filter(([, meta]) => meta.roles !== 'anyone').map(([name]) => name);
  test('nothing but opening is served while the workspace is locked', async () => {
    const opened = await story.client.workspaces.current();
    if (opened.status !== 'open') throw new Error('not open');
    await story.client.workspaces.lock();
    for (const name of forMembers) {
      const { code } = await attempt(CASES[name], story);
      expect([name, code]).toEqual([name, 'WORKSPACE_LOCKED']);
    }
    await story.client.workspaces.unlock({ workspaceId: opened.file.id, passphrase: PASSPHRASE });
  });

  test('a wrong passphrase is refused in words, and the right one then opens it', async () => {
    const locked = await story.client.workspaces.lock();
    if (locked.status !== 'locked') throw new Error('not locked');
    const workspaceId = locked.file.id;
    const error = await story.client.workspaces
      .unlock({ workspaceId, passphrase: 'no' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'WRONG_PASSPHRASE', data: { advice: expect.any(String) } });
    expect(await story.client.workspaces.unlock({ workspaceId, passphrase: PASSPHRASE })).toMatchObject({
      status: 'open',
    });
  });
});

async function beginStory(door: Door): Promise<Story> {
  const { client } = door;
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: roundId } = await client.rounds.current();
  const { id: rubricId } = await client.rubrics.current();
  const { document } = await load(client, 'final.pdf');
  const plan = await client.documents.file({
    documentId: document.id,
    stage: 'final',
    issuedOn: '2026-11-02',
    plan: { kind: 'new', fields: FIELDS },
  });
  const { id: auditId } = await client.audits.open({ documentId: document.id, roundId });
  return { door, client, document, planId: plan.id, roundId, auditId, rubricId };
}

async function load(client: Client, name: string) {
  const file = new File([readFileSync(path.join(PLAN, name))], name);
  for await (const event of await client.documents.import({ file })) {
    if (event.kind === 'done') return event;
  }
  throw new Error('The import ended without a document.');
}

async function firstWords(client: Client, document: DocumentSummary): Promise<Anchor> {
  const { model } = await client.documents.get({ documentId: document.id });
  const block = model.blocks.find((candidate) => candidate.text.length > 20);
  if (!block) throw new Error('no text');
  const quote = block.text.slice(0, 20);
  return {
    kind: 'text',
    sha256: document.sha256,
    spans: [{ block: block.id, start: 0, end: 20 }],
    quote,
    before: '',
    after: '',
  };
}

/** What a call gave, or the code that it was refused with; anything that is no refusal fails the test. */
async function attempt(call: Case | undefined, story: Story): Promise<{ result?: unknown; code: string | null }> {
  try {
    return { result: await call?.happy(story), code: null };
  } catch (error) {
    if (error instanceof ORPCError) return { code: error.code };
    throw error;
  }
}

function namedCalls(router: object, prefix = ''): [string, CallMeta][] {
  return Object.entries(router).flatMap(([key, value]): [string, CallMeta][] => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (isContractProcedure(value)) return [[name, value['~orpc'].meta as CallMeta]];
    return typeof value === 'object' && value !== null ? namedCalls(value, name) : [];
  });
}
