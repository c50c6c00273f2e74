import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import type { Session } from '../../../../electron/backend/session.ts';
import type { ShownHint } from '../../../../shared/contract/hints.ts';
import type { DocumentModel } from '../../../../shared/domain/document-model.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';
import { FIELDS } from '../../../contract/story.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

/** Two corpus plans of other children hold one sentence alike; each is filed, the first as its draft and its final. */
const AMARA = 's01-willowshire-amara';
const ELSIE = 's05-middlefen-elsie';
const SHARED = 'will use the same words, signs and strategies, as agreed with her family.';

let folder = '';
let backend: Backend;
let session: Session;
let model: DocumentModel;
let auditId = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hints-service-'));
  backend = await createBackend({
    dataFolder: folder,
    parsePool: warmThreads,
    rendererFolder: folder,
    shell: { host: 'local' },
  });
  session = backend.openSession();
  const client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: roundId } = await client.rounds.current();

  async function load(plan: string, file: string): Promise<string> {
    const bytes = await readFile(path.resolve('tests/corpus/plans', plan, file));
    for await (const event of await client.documents.import({ file: new File([bytes], `${plan} ${file}`) })) {
      if (event.kind === 'done') return event.document.id;
    }
    throw new Error(`${plan} was not read.`);
  }

  const final = await load(AMARA, 'final.docx');
  const filed = { issuedOn: null, stage: 'final' } as const;
  const { id: planId } = await client.documents.file({
    ...filed,
    documentId: final,
    plan: { kind: 'new', fields: { ...FIELDS, reference: 'FM-AMARA' } },
  });
  await client.documents.file({
    ...filed,
    documentId: await load(AMARA, 'draft.pdf'),
    stage: 'draft',
    plan: { kind: 'existing', planId },
  });
  await client.documents.file({
    ...filed,
    documentId: await load(ELSIE, 'final.pdf'),
    plan: { kind: 'new', fields: { ...FIELDS, reference: 'FM-ELSIE' } },
  });
  auditId = (await client.audits.open({ documentId: final, roundId })).id;
  model = (await client.documents.get({ documentId: final })).model;
});

afterAll(async () => {
  await backend.close();
  await rm(folder, { recursive: true });
});

async function hintsOf(assist: string, roles?: readonly ('auditor' | 'board_reader')[]): Promise<ShownHint[]> {
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const caller = roles === undefined ? state.caller : { ...state.caller, roles: [...roles] };
  return (await state.services.hints.list(caller, auditId)).filter((hint) => hint.assist === assist);
}

function wordsAt({ spans }: ShownHint): string[] {
  return spans.map(
    ({ block, start, end }) => model.blocks.find(({ id }) => id === block)?.text.slice(start, end) ?? '',
  );
}

it('finds what another plan shares, and names it to those who may read plans', async () => {
  const found = await hintsOf('cross-plan-duplication');
  const shared = found.find(({ quote }) => quote.endsWith(SHARED));
  expect(shared?.message).toContain('in 1 other plan (FM-ELSIE)');
  expect(shared === undefined ? [] : wordsAt(shared)).toEqual([shared?.quote]);
});

it('counts the other plans for everybody else', async () => {
  const found = await hintsOf('cross-plan-duplication', ['board_reader']);
  const shared = found.find(({ quote }) => quote.endsWith(SHARED));
  expect(shared?.message).toContain('in 1 other plan.');
  expect(found.map(({ message }) => message).join(' ')).not.toContain('FM-');
});

it('shows what changed since the draft at its words in the final', async () => {
  const found = await hintsOf('version-compare');
  expect(found.length).toBeGreaterThan(0);
  for (const hint of found) {
    expect(hint.spans.length).toBeGreaterThan(0);
    const words = wordsAt(hint);
    expect(words.every((text) => text.trim() !== '')).toBe(true);
    expect(words.join(' ')).toContain(hint.quote);
  }
});
