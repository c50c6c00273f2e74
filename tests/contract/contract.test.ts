import { isContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../electron/backend/create-backend.ts';
import { contract } from '../../shared/contract/contract.ts';
import { type CallMeta, ROLES } from '../../shared/contract/meta.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { PASSPHRASE } from '../support/workspace-input.ts';
import { ADVICE_CASES } from './cases/advice-cases.ts';
import { ACTIONS_CASES } from './cases/actions-cases.ts';
import { APP_CASES } from './cases/app-cases.ts';
import { WORKSPACES_CASES } from './cases/workspaces-cases.ts';
import { PARTNERSHIP_CASES } from './cases/partnership-cases.ts';
import { PEOPLE_CASES } from './cases/people-cases.ts';
import { ROUNDS_CASES } from './cases/rounds-cases.ts';
import { PLANS_CASES } from './cases/plans-cases.ts';
import { DOCUMENTS_CASES } from './cases/documents-cases.ts';
import { COMPARISONS_CASES } from './cases/comparisons-cases.ts';
import { RUBRICS_CASES } from './cases/rubrics-cases.ts';
import { ASSIGNMENTS_CASES } from './cases/assignments-cases.ts';
import { AUDITS_CASES } from './cases/audits-cases.ts';
import { MASKING_CASES } from './cases/masking-cases.ts';
import { MEASURES_CASES } from './cases/measures-cases.ts';
import { MODERATION_CASES } from './cases/moderation-cases.ts';
import { FAMILY_FEEDBACK_CASES } from './cases/family-feedback-cases.ts';
import { FLAGS_CASES } from './cases/flags-cases.ts';
import { HINTS_CASES } from './cases/hints-cases.ts';
import { INSIGHT_CASES } from './cases/insight-cases.ts';
import { OUTLETS_CASES } from './cases/outlets-cases.ts';
import { PHRASES_CASES } from './cases/phrases-cases.ts';
import { REGISTER_CASES } from './cases/register-cases.ts';
import { REPORTS_CASES } from './cases/reports-cases.ts';
import { SAMPLES_CASES } from './cases/samples-cases.ts';
import { THREADS_CASES } from './cases/threads-cases.ts';
import { SUPERVISION_CASES } from './cases/supervision-cases.ts';
import { TRAIL_CASES } from './cases/trail-cases.ts';
import { beginStory, type Case, type Story, STORY_PIN } from './story.ts';
import { DOORS } from './doors.ts';
import { warmThreads } from '../support/warm-threads.ts';

const CASES: Record<string, Case> = {
  ...ADVICE_CASES,
  ...SAMPLES_CASES,
  ...ASSIGNMENTS_CASES,
  ...APP_CASES,
  ...WORKSPACES_CASES,
  ...PARTNERSHIP_CASES,
  ...PEOPLE_CASES,
  ...ROUNDS_CASES,
  ...PLANS_CASES,
  ...REGISTER_CASES,
  ...DOCUMENTS_CASES,
  ...COMPARISONS_CASES,
  ...RUBRICS_CASES,
  ...AUDITS_CASES,
  ...MODERATION_CASES,
  ...MASKING_CASES,
  ...ACTIONS_CASES,
  ...SUPERVISION_CASES,
  ...HINTS_CASES,
  ...THREADS_CASES,
  ...PHRASES_CASES,
  ...FAMILY_FEEDBACK_CASES,
  ...FLAGS_CASES,
  ...MEASURES_CASES,
  ...INSIGHT_CASES,
  ...REPORTS_CASES,
  ...OUTLETS_CASES,
  ...TRAIL_CASES,
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
      parsePool: warmThreads,
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

  const forRoles = [...META].filter(([, meta]) => Array.isArray(meta.roles));
  test.each(ROLES)('a %s may call what the table gives them, and nothing else', async (role) => {
    const { session } = story.door;
    const { state } = session;
    if (state.status !== 'open') throw new Error('not open');
    session.state = { ...state, caller: { ...state.caller, roles: [role] } };
    const answers = new Map<string, boolean>();
    for (const [name] of forRoles) {
      const call = CASES[name];
      // Who may not call is refused before anything else is looked at; who may is told that the input is foreign.
      const foreign = call?.foreign;
      const { code } = await attempt(foreign ? { happy: ({ client }) => foreign(client) } : call, story);
      answers.set(name, code !== 'NOT_ALLOWED');
    }
    session.state = state;
    const table = forRoles.map(([name, { roles }]) => [name, Array.isArray(roles) && roles.includes(role)]);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(table));
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
    // Others who sign in have joined meanwhile, so that unlocking asks who is there.
    expect(await story.client.workspaces.unlock({ workspaceId, passphrase: PASSPHRASE })).toMatchObject({
      status: 'signed_out',
    });
    expect(await story.client.people.signIn({ personId: story.personId, pin: STORY_PIN })).toMatchObject({
      status: 'open',
    });
  });
});

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
