import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../../electron/backend/create-backend.ts';
import { openPdf } from '../../../../electron/backend/documents/load-pdfjs.ts';
import type { Session } from '../../../../electron/backend/session.ts';
import { DOCUMENT_PASSWORD_HEADER, documentFilePath } from '../../../../shared/contract/documents.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';
import { makePdf } from './make-pdf.ts';

const folder = makeTempFolder();
const PASSWORD = 'Grüße aus 7 Mühlen';
let backend: Backend;
let session: Session;

beforeAll(async () => {
  backend = await createBackend({ dataFolder: folder.path, rendererFolder: folder.path, shell: { host: 'local' } });
  session = backend.openSession();
  await client().workspaces.create(WORKSPACE_INPUT);
});
afterAll(async () => {
  await backend.close();
  folder.remove();
});

function client() {
  return createRouterClient(backend.router, { context: { session } });
}

async function load(bytes: Uint8Array<ArrayBuffer>, name: string, password?: string) {
  const input = { file: new File([bytes], name), ...(password === undefined ? {} : { password }) };
  for await (const event of await client().documents.import(input)) {
    if (event.kind === 'done') return event.document;
  }
  throw new Error('The import ended without a document.');
}

function ask(documentId: string): Promise<Response> {
  return backend.handleRequest(new Request(`http://localhost${documentFilePath(documentId)}`), session);
}

async function lockedPdf(words: string): Promise<Uint8Array<ArrayBuffer>> {
  const options = { userPassword: PASSWORD, ownerPassword: 'other', pdfVersion: '1.7ext3' };
  return new Uint8Array(await makePdf((pdf) => pdf.text(words), options));
}

test('a PDF asks for its password, is kept as it came, and is served with what opens it', async () => {
  const bytes = await lockedPdf('Section A – My views');
  await expect(load(bytes, 'plan.pdf')).rejects.toMatchObject({ code: 'PASSWORD_NEEDED' });
  await expect(load(bytes, 'plan.pdf', 'wrong')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  const document = await load(bytes, 'plan.pdf', PASSWORD);
  expect(document.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const { model } = await client().documents.get({ documentId: document.id });
  expect(model.blocks.map((block) => block.text)).toEqual(['Section A – My views']);

  const response = await ask(document.id);
  const password = decodeURIComponent(response.headers.get(DOCUMENT_PASSWORD_HEADER) ?? '');
  const served = new Uint8Array(await response.arrayBuffer());
  expect(Buffer.from(served).equals(Buffer.from(bytes))).toBe(true);
  const opened = await openPdf(served, undefined, password);
  expect(opened.document.numPages).toBe(1);
  await opened.close();
});

test('a Word document likewise', async () => {
  const bytes = new Uint8Array(readFileSync(path.resolve('tests/support/files/encrypted-agile.docx')));
  await expect(load(bytes, 'plan.docx')).rejects.toMatchObject({ code: 'PASSWORD_NEEDED' });
  await expect(load(bytes, 'plan.docx', 'wrong')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  const document = await load(bytes, 'plan.docx', 'Amber Lantern 7');
  expect(document).toMatchObject({ format: 'docx', sha256: createHash('sha256').update(bytes).digest('hex') });
});

test('a password that a file does not need is not kept', async () => {
  const bytes = new Uint8Array(await makePdf((pdf) => pdf.text('Section B')));
  const { id } = await load(bytes, 'open.pdf', PASSWORD);
  expect((await ask(id)).headers.has(DOCUMENT_PASSWORD_HEADER)).toBe(false);
});

test('the trail tells of the documents and never of their passwords', async () => {
  const { entries } = await client().trail.list({ before: null, limit: 50 });
  expect(entries.some((event) => event.action === 'documents.import')).toBe(true);
  expect(JSON.stringify(entries)).not.toContain(PASSWORD);
});
