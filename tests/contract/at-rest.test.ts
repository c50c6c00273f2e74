import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createBackend, type Backend } from '../../electron/backend/create-backend.ts';
import type { Session } from '../../electron/backend/session.ts';
import { quoteAnchor } from '../../shared/domain/anchors.ts';
import { decryptSqlcipher4 } from '../support/sqlcipher-reader.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import type { Client } from './doors.ts';
import { warmThreads } from '../support/warm-threads.ts';

vi.unmock('../../electron/backend/workspace/cipher.ts');

const PLAN = path.resolve('tests/corpus/plans/s04-ravensea-dylan');
const FILES = ['draft.pdf', 'final.docx'];
const COMMENT = 'The hearing aids are named, and nobody is named who looks after them.';
const FIELDS = {
  reference: 'RCC-0-25-611',
  initials: 'DC',
  name: 'Dylan Copperbeech',
  dateOfBirth: '2008-05-14',
  planType: 'new',
  ncYear: 12,
  setting: 'Sandpiper College (school sixth form)',
  primaryNeed: 'Severe learning difficulty',
  locality: 'Harbour and Old Town',
} as const;

const folder = makeTempFolder();
let backend: Backend;
let session: Session;
/** Every table, as the application saw it last. */
let lastSeen: Record<string, string>;

beforeAll(async () => {
  backend = await createBackend({
    dataFolder: folder.path,
    parsePool: warmThreads,
    rendererFolder: folder.path,
    shell: { host: 'local' },
  });
  session = backend.openSession();
  await fill(createRouterClient(backend.router, { context: { session } }));
}, 60_000);
afterAll(async () => {
  await backend.close();
  folder.remove();
});

describe('at rest', () => {
  test('neither the file nor its log shows a word of a plan, a name or an answer while it is open', () => {
    const parts = workspaceParts();
    expect(parts.map((part) => part.replace(/^.*\.goldthread/, ''))).toEqual(['', '-shm', '-wal']);
    expect(readFileSync(`${workspaceFile()}-wal`).length).toBeGreaterThan(100_000);
    for (const part of parts) expectNothingReadable(readFileSync(part), part);
  });

  test('nor does anything else in the folder once it is closed', async () => {
    if (session.state.status !== 'open') throw new Error('The workspace is not open.');
    const { raw } = session.state.workspace;
    lastSeen = rowsOf((query) => raw.prepare<[], Record<string, unknown>>(query).all());
    await backend.close();
    expect(existsSync(`${workspaceFile()}-wal`)).toBe(false);
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) expectNothingReadable(readFileSync(path.join(parentPath, name)), name);
  });

  test("decrypted by SQLCipher's published format alone, it holds the very same rows", () => {
    const image = path.join(folder.path, 'decrypted.sqlite');
    writeFileSync(image, decryptSqlcipher4(readFileSync(workspaceFile()), PASSPHRASE));
    const plain = new DatabaseSync(image, { readOnly: true });
    expect(rowsOf((query) => plain.prepare(query).all())).toEqual(lastSeen);
    expect(plain.prepare('select name from plan').get()).toEqual({ name: FIELDS.name });
    expect(plain.prepare("select comment from answer where comment <> ''").all()).toEqual([{ comment: COMMENT }]);
    expect(plain.prepare('select count(*) as n from evidence').get()).toEqual({ n: 1 });
    plain.close();
    // The search finds what there is to find, where nothing is encrypted.
    expect(readablePhrases(readFileSync(image)).length).toBeGreaterThan(50);
  });
});

/** A plan in two versions, a name, an audit with an answer, its comment and a quote. */
async function fill(client: Client): Promise<void> {
  await client.workspaces.create(WORKSPACE_INPUT);
  const documentIds: string[] = [];
  for (const name of FILES) {
    const file = new File([readFileSync(path.join(PLAN, name))], name);
    for await (const event of await client.documents.import({ file })) {
      if (event.kind === 'done') documentIds.push(event.document.id);
    }
  }
  const [draft = '', final = ''] = documentIds;
  const plan = await client.documents.file({
    documentId: draft,
    stage: 'draft',
    issuedOn: '2025-09-15',
    plan: { kind: 'new', fields: FIELDS },
  });
  await client.documents.file({
    documentId: final,
    stage: 'final',
    issuedOn: null,
    plan: { kind: 'existing', planId: plan.id },
  });
  const { id: roundId } = await client.rounds.current();
  const { id: auditId } = await client.audits.open({ documentId: draft, roundId });
  const answer = { auditId, criterionId: 'S04.C1' };
  await client.audits.saveAnswer({ ...answer, change: { response: 'partly', comment: COMMENT } });
  const { document, model } = await client.documents.get({ documentId: draft });
  const anchor = quoteAnchor(model, document.sha256, 'Dylan wears hearing aids in both ears');
  if (anchor === null) throw new Error('The words to quote are not in the plan.');
  await client.audits.addEvidence({ ...answer, anchor });
}

/** Lines of both versions, names, the comment, the workspace's own words and the files' own bytes. */
function phrases(): Set<string> {
  const found = new Set<string>(
    [
      ...Object.values(FIELDS).filter((value) => typeof value === 'string' && value.length > 5),
      COMMENT,
      WORKSPACE_INPUT.partnershipName,
      WORKSPACE_INPUT.person.name,
      PASSPHRASE,
      'create table',
      'SQLite format 3',
      '%PDF-1.',
      'word/document.xml',
      'S04.C1',
      'hearing aids',
      'Copperbeech',
    ].map(String),
  );
  for (const version of ['draft', 'final']) {
    const gold: { sections: Record<string, string> } = JSON.parse(
      readFileSync(path.join(PLAN, `${version}.gold.json`), 'utf8'),
    );
    for (const text of Object.values(gold.sections)) {
      for (const line of text.split('\n')) if (line.length >= 12) found.add(line);
    }
  }
  return found;
}

function readablePhrases(bytes: Buffer): string[] {
  return [...phrases()].filter((phrase) =>
    [Buffer.from(phrase, 'utf8'), Buffer.from(phrase, 'utf16le'), Buffer.from(phrase, 'utf16le').swap16()].some(
      (form) => bytes.includes(form),
    ),
  );
}

function expectNothingReadable(bytes: Buffer, name: string): void {
  expect({ name, readable: readablePhrases(bytes) }).toEqual({ name, readable: [] });
}

function workspaceFile(): string {
  const file = readdirSync(folder.path).find((name) => name.endsWith('.goldthread'));
  if (file === undefined) throw new Error('There is no workspace.');
  return path.join(folder.path, file);
}

function workspaceParts(): string[] {
  return ['', '-shm', '-wal'].map((ending) => `${workspaceFile()}${ending}`).filter((part) => existsSync(part));
}

/** All tables: how many rows, and a digest over every value of them. */
function rowsOf(all: (query: string) => Record<string, unknown>[]): Record<string, string> {
  const tables = all("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name");
  return Object.fromEntries(
    tables.map(({ name }) => {
      const lines = all(`select * from "${String(name)}"`).map((row) => JSON.stringify(Object.values(row).map(asText)));
      return [String(name), `${lines.length} rows, ${digest(lines.toSorted().join('\n'))}`];
    }),
  );
}

function asText(value: unknown): unknown {
  return value instanceof Uint8Array ? digest(value) : value;
}

function digest(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}
