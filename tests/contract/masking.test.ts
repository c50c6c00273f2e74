import { isContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBackend, type Backend } from '../../electron/backend/create-backend.ts';
import { maskedCall } from '../../electron/backend/masking/masked-calls.ts';
import { contract } from '../../shared/contract/contract.ts';
import { type CallMeta } from '../../shared/contract/meta.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { anyInputs, type Fillings } from './any-input.ts';
import { DOORS } from './doors.ts';
import { beginMaskingStory, CANARIES, type MaskingStory } from './masking-story.ts';
import { warmThreads } from '../support/warm-threads.ts';

interface NamedCall {
  name: string;
  path: readonly string[];
  meta: CallMeta;
  input: unknown;
  output: unknown;
}

const CALLS = namedCalls(contract);
const MAY_CALL = CALLS.filter(({ meta }) => !Array.isArray(meta.roles) || meta.roles.includes('auditor'));
/** Those that would end the session that attacks. */
const LEAVES = /^(?:workspaces\.(?!current|list|verify)|people\.(?!list|atDoor)|app\.setTheme)/;

test('every call that a representative may reach says what it does for them', () => {
  const unsaid = MAY_CALL.filter(({ path, meta }) => meta.kind === 'query' && maskedCall(path) === 'refused').map(
    ({ name }) => name,
  );
  // Named here, so that a call is refused on purpose and not because nobody thought of it.
  expect(unsaid.toSorted()).toEqual(
    ['plans.choices', 'plans.cycles', 'plans.page', 'register.results', 'threads.across'].toSorted(),
  );
});

/** The roads of the two hosts; in process is the road of the other tests. */
const HOSTS = Object.entries(DOORS).filter(([name]) => name !== 'in process');

describe.each(HOSTS)('through %s', (_name, openDoor) => {
  test('before anybody has ticked it nothing of the plan is told, and the refusal says whom to ask', async () => {
    const { story, backend } = await masking(openDoor);
    await story.colleagueGrades();
    await story.signIn(story.representative);
    await expectNothingTold(story);
    const { client } = story.door;
    const { roundId, finalId, draftId } = story;
    for (const call of [
      client.documents.get({ documentId: finalId }),
      client.audits.open({ documentId: finalId, roundId }),
      client.comparisons.get({ earlierId: draftId, laterId: finalId }),
      client.moderation.get({ roundId, documentId: finalId }),
    ]) {
      await expect(call).rejects.toMatchObject({
        code: 'MASKING_NOT_CHECKED',
        data: { advice: expect.stringContaining('QA lead') },
      });
    }
    await expectNoBytes(story, backend);
  }, 120_000);

  test('once it is ticked they read, quote and submit, and nobody is named in anything that they are told', async () => {
    const { story, backend } = await masking(openDoor);
    await story.tick();
    await story.colleagueGrades();
    await story.panelMeets();
    await story.signIn(story.representative);
    const { client } = story.door;
    const { model, masked, document } = await client.documents.get({ documentId: story.finalId });
    expect(masked).toEqual({ by: expect.any(String), at: expect.any(String) });
    expect(document).toMatchObject({ format: 'docx', pages: null });
    expect(model.blocks.filter(({ text }) => text.includes('[child]')).length).toBeGreaterThan(10);
    const told = await expectNothingTold(story);
    // The sweep must not have passed for want of anything to sweep.
    expect(told.get('moderation.get')).toContain('[professional');
    expect(told.get('moderation.notes')).toContain('[child]');
    expect(told.get('actions.list')).toContain('[child]');
    expect(told.get('phrases.list')).toContain('[child]');
    expect(told.get('comparisons.get')).toContain('differences');
    await expectNoBytes(story, backend);
    // A colleague is told by the same calls whom it is about: there was something to find.
    await story.signIn(story.colleague);
    const { roundId, finalId, rubricId } = story;
    const filter = { level: null, planId: null, service: null, state: null, isMine: false };
    for (const call of [
      client.documents.get({ documentId: finalId }),
      client.moderation.get({ roundId, documentId: finalId }),
      client.moderation.notes({ rubricId }),
      client.actions.list({ filter, limit: 50 }),
      client.phrases.list(),
    ]) {
      expect(around(JSON.stringify(await call), 'Amara')).not.toBeNull();
    }
  }, 120_000);
});

test('evidence that a representative quotes stands in the plan’s own words for everybody else', async () => {
  const { story } = await masking(async (backend) => openFirst(backend));
  await story.tick();
  await story.signIn(story.representative);
  const { inside, roundId, finalId } = story;
  const { model } = await inside.documents.get({ documentId: finalId });
  const block = model.blocks.find(({ text }) => text.startsWith('[child] greets familiar people'));
  if (block === undefined) throw new Error('no such passage');
  const quote = block.text.slice(0, 30);
  const { id: auditId } = await inside.audits.open({ documentId: finalId, roundId });
  const anchor = {
    kind: 'text' as const,
    sha256: story.finalSha256,
    spans: [{ block: block.id, start: 0, end: 30 }],
    quote,
    before: '',
    after: '',
  };
  const audit = await inside.audits.addEvidence({ auditId, criterionId: 'S01.C1', anchor });
  expect(audit.answers['S01.C1']?.evidence[0]?.anchor).toMatchObject({ quote, spans: anchor.spans });

  // A guess at the name is no way to find it out: what is not in the masked text is not there.
  const guess = { ...anchor, quote: 'Amara greets familiar people b' };
  await expect(inside.audits.addEvidence({ auditId, criterionId: 'S01.C1', anchor: guess })).rejects.toMatchObject({
    code: 'QUOTE_NOT_FOUND',
  });
  const { state } = story.door.session;
  if (state.status !== 'open') throw new Error('not open');
  const row = await state.workspace.db
    .selectFrom('evidence')
    .select('anchor')
    .where('audit_id', '=', auditId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(row.anchor)).toMatchObject({ quote: expect.stringMatching(/^Amara greets familiar people/) });
});

test('an excerpt is redacted by what all versions of its plan and the register say, ticked or not', async () => {
  const { story } = await masking(async (backend) => openFirst(backend));
  const { state } = story.door.session;
  if (state.status !== 'open') throw new Error('not open');
  const redacted = await state.services.masking.redact(
    story.planId,
    'Stella Ironmonger says that Amara (born 11.04.16) settled at Riverbank, where Joel is in Year 6.',
  );
  expect(redacted.words).toMatch(
    /^\[professional \d\] says that \[child\] \(born \[date of birth\]\) settled at \[school\], where \[sibling\] is in Year 6\.$/,
  );
  expect(redacted.mentions.every(({ reason }) => reason !== '')).toBe(true);
});

test('a change of the masks, or of the register, closes the document until it is ticked again', async () => {
  const { story } = await masking(async (backend) => openFirst(backend));
  const { inside, finalId, planId } = story;
  await story.tick();
  const opens = async (): Promise<string | null> => {
    await story.signIn(story.representative);
    const refused = await inside.documents.get({ documentId: finalId }).then(
      () => null,
      (error: unknown) => (error instanceof ORPCError ? error.code : String(error)),
    );
    // Whoever cannot open it is told so before they try.
    const asked = (await inside.plans.queue()).find(({ document }) => document.id === finalId);
    expect(asked?.isPrepared).toBe(refused === null);
    await story.signIn(story.lead);
    return refused;
  };
  expect(await opens()).toBeNull();
  const { state } = await inside.masking.edit({
    documentId: finalId,
    edit: { kind: 'mask', words: 'recorder', as: 'place' },
  });
  expect(state).toBe('changed');
  expect(await opens()).toBe('MASKING_NOT_CHECKED');
  expect((await inside.masking.undo({ documentId: finalId })).state).toBe('checked');
  expect(await opens()).toBeNull();
  const plan = await inside.plans.get({ planId });
  const { id: _id, cycleId: _cycleId, createdAt: _createdAt, documents: _documents, ...fields } = plan;
  await inside.plans.update({ planId, fields: { ...fields, name: 'Amara Jane Fieldgate' } });
  expect(await opens()).toBe('MASKING_NOT_CHECKED');
  const stale = await inside.masking.get({ documentId: finalId });
  await inside.masking.edit({ documentId: finalId, edit: { kind: 'show', words: 'Joel' } });
  await expect(inside.masking.confirm({ documentId: finalId, digest: stale.digest })).rejects.toMatchObject({
    code: 'MASKS_CHANGED',
  });
});

async function masking(openDoor: (typeof DOORS)[string]): Promise<{ story: MaskingStory; backend: Backend }> {
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
  return { story: await beginMaskingStory(backend, door), backend };
}

async function openFirst(backend: Backend) {
  const open = DOORS['in process'];
  if (open === undefined) throw new Error('no door');
  return open(backend);
}

/** Calls everything that a representative may call, with all that is known of the plan, and looks for who is in it. */
async function expectNothingTold(story: MaskingStory): Promise<Map<string, string>> {
  const { roundId, planId, draftId, finalId, rubricId, representative, colleague, inside } = story;
  const audits = await inside.audits.list({ roundId });
  const actions = await inside.actions.list({
    filter: { level: null, planId: null, service: null, state: null, isMine: false },
    limit: 100,
  });
  const fillings: Fillings = {
    roundId: [roundId],
    planId: [planId],
    documentId: [finalId, draftId],
    earlierId: [draftId],
    laterId: [finalId],
    rubricId: [rubricId],
    auditId: audits.map(({ id }) => id),
    actionId: actions.actions.map(({ id }) => id),
    personId: [representative, colleague],
    text: ['', 'Amara', 'Fieldgate', 'Riverbank'],
    isNameSearched: [true],
    words: ['Amara', 'Riverbank'],
    limit: [50],
    offset: [0],
    halfTermId: ['2026-27/2'],
  };
  const told = new Map<string, string>();
  for (const { name, path, input, output, meta } of MAY_CALL) {
    if (LEAVES.test(name)) continue;
    const answers: unknown[] = [];
    for (const filled of anyInputs(input, fillings)) {
      try {
        const answer: unknown = await callAt(story.door.client, path, filled);
        if (output instanceof z.ZodType) output.parse(answer);
        answers.push(answer instanceof Blob ? await answer.text() : answer);
      } catch (error) {
        if (!(error instanceof ORPCError)) throw error;
        // A failure inside would hide what a call tells.
        if (meta.kind === 'query' && error.code === 'INTERNAL_SERVER_ERROR') throw new Error(name, { cause: error });
        answers.push([error.code, error.message, error.data]);
      }
    }
    const text = JSON.stringify(answers);
    for (const canary of CANARIES) expect([name, canary, around(text, canary)]).toEqual([name, canary, null]);
    told.set(name, text);
  }
  return told;
}

function around(text: string, canary: string): string | null {
  const at = text.search(new RegExp(`(?<![\\p{L}])${canary}(?![\\p{L}])`, 'iu'));
  return at === -1 ? null : text.slice(Math.max(0, at - 120), at + 80);
}

async function expectNoBytes({ door, finalId }: MaskingStory, backend: Backend): Promise<void> {
  const response = await backend.handleRequest(new Request(`http://localhost/documents/${finalId}/file`), door.session);
  expect(response.status).toBe(403);
}

async function callAt(client: object, path: readonly string[], input: unknown): Promise<unknown> {
  let at: unknown = client;
  for (const part of path) at = Reflect.get(Object(at), part);
  if (typeof at !== 'function') throw new Error(`no call ${path.join('.')}`);
  return Reflect.apply(at, undefined, [input]);
}

function namedCalls(router: object, path: readonly string[] = []): NamedCall[] {
  return Object.entries(router).flatMap(([key, value]): NamedCall[] => {
    const here = [...path, key];
    if (!isContractProcedure(value)) return typeof value === 'object' && value !== null ? namedCalls(value, here) : [];
    const { meta, inputSchema, outputSchema } = value['~orpc'];
    return [{ name: here.join('.'), path: here, meta: meta as CallMeta, input: inputSchema, output: outputSchema }];
  });
}
