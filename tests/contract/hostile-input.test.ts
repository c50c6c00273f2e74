import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../electron/backend/create-backend.ts';
import type { DocumentSummary, PlanFields } from '../../shared/contract/plans.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { type Client, type Door, DOORS } from './doors.ts';
import { warmThreads } from '../support/warm-threads.ts';

/** Input that fits its schema and would do harm: text where an id belongs, dates half typed, the same thing twice at once. */

const folder = makeTempFolder();
const SECRET = 'Amara of 4 Mill Lane';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const PLAN = path.resolve('tests/corpus/plans/s01-willowshire-amara');

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

let backend: Backend;
let door: Door;
let client: Client;
let draft: DocumentSummary;
let final: DocumentSummary;
let planId: string;
let roundId: string;
let auditId: string;

beforeAll(async () => {
  backend = await createBackend({
    dataFolder: folder.path,
    parsePool: warmThreads,
    rendererFolder: folder.path,
    shell: { host: 'local' },
  });
  const open = DOORS['in process'];
  if (!open) throw new Error('no door');
  door = await open(backend);
  ({ client } = door);
  await client.workspaces.create(WORKSPACE_INPUT);
  ({ id: roundId } = await client.rounds.current());
  draft = await load('draft.docx');
  final = await load('final.docx');
  const plan = { kind: 'new', fields: FIELDS } as const;
  ({ id: planId } = await client.documents.file({ documentId: draft.id, stage: 'draft', issuedOn: null, plan }));
  const same = { kind: 'existing', planId } as const;
  await client.documents.file({ documentId: final.id, stage: 'final', issuedOn: null, plan: same });
  ({ id: auditId } = await client.audits.open({ documentId: draft.id, roundId }));
});

afterAll(async () => {
  await door.close();
  await backend.close();
  folder.remove();
});

async function load(name: string): Promise<DocumentSummary> {
  const file = new File([readFileSync(path.join(PLAN, name))], name);
  for await (const event of await client.documents.import({ file })) if (event.kind === 'done') return event.document;
  throw new Error('not loaded');
}

test('a date whose year is half typed is refused, and everything is still served', async () => {
  const dateOfBirth = '0020-01-01';
  const born = client.plans.update({ planId, fields: { ...FIELDS, dateOfBirth } });
  await expect(born).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const round = { roundId, kind: 'random', theme: '', panelDate: '0002-12-08' } as const;
  await expect(client.rounds.update(round)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await client.audits.get({ auditId })).toMatchObject({ state: 'open' });
  expect(await client.plans.queue()).toHaveLength(2);
});

test('text where an id belongs is refused, and never comes into the trail', async () => {
  const { model } = await client.documents.get({ documentId: draft.id });
  const blocks = model.blocks.slice(0, 1).map((block) => block.id);
  const calls = {
    NO_SUCH_SECTION: [
      client.documents.relabel({ documentId: draft.id, relabel: { blocks, section: SECRET } }),
      client.audits.saveAnswer({ auditId, criterionId: 'S01.C1', change: { absentIn: [SECRET] } }),
    ],
    NO_SUCH_STANDARD: [client.audits.setDevelopmental({ auditId, standardId: SECRET, isDevelopmental: true })],
    NO_SUCH_FACT: [client.audits.setFact({ auditId, fact: SECRET, value: true })],
    NO_SUCH_CRITERION: [client.audits.saveAnswer({ auditId, criterionId: SECRET, change: { comment: SECRET } })],
    NOT_FOUND: [client.audits.open({ documentId: draft.id, roundId: NOBODY })],
  };
  for (const [code, refused] of Object.entries(calls)) {
    for (const call of refused) await expect(call).rejects.toMatchObject({ code });
  }
  const { entries } = await client.trail.list({ before: null, limit: 500 });
  expect(JSON.stringify(entries)).not.toContain('Mill Lane');
});

test('the same thing done several times at once is done as if one after the other', async () => {
  const audits = await Promise.all([1, 2, 3].map(() => client.audits.open({ documentId: final.id, roundId })));
  expect(new Set(audits.map(({ id }) => id)).size).toBe(1);
  const { model } = await client.documents.get({ documentId: final.id });
  const relabels = await Promise.all(
    model.blocks
      .slice(0, 3)
      .map(({ id }) => client.documents.relabel({ documentId: final.id, relabel: { blocks: [id], section: 'B' } })),
  );
  expect(relabels.map((each) => each.relabels)).toEqual([1, 2, 3]);
});

// The last of the story: from here on the draft has an audit that counts.
test('a document that counts in the report is not filed elsewhere', async () => {
  const { state } = door.session;
  if (state.status !== 'open') throw new Error('not open');
  state.workspace.raw.prepare("update audit set state = 'submitted', submitted_at = started_at, frozen = '{}'").run();
  const filing = client.documents.file({
    documentId: draft.id,
    stage: 'final',
    issuedOn: null,
    plan: { kind: 'new', fields: { ...FIELDS, reference: 'FM-002' } },
  });
  await expect(filing).rejects.toMatchObject({ code: 'HAS_SUBMITTED_AUDIT' });
});
