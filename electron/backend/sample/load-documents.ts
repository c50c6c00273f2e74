import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import type { SampleDocument } from './sample-manifest.ts';
import { planOf, type SampleClient, type SampleWorld } from './sample-world.ts';

const TYPES = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Loads documents of plans, files each under its plan and agrees to its sections, in the name of who is signed in. */
export async function loadDocuments(
  world: SampleWorld,
  wanted: readonly { reference: string; document: SampleDocument }[],
): Promise<void> {
  const { client, folder, signal } = world;
  // The reader goes on with the next file while one is being filed.
  const loading = wanted.map(({ document }) => load(client, path.join(folder, document.file), signal));
  // A file that fails while an earlier one is awaited is told of when its turn comes.
  for (const one of loading) one.catch(() => undefined);
  for (const [at, { reference, document }] of wanted.entries()) {
    world.step(`Reading ${document.file}`);
    const loaded = await loading[at];
    if (loaded === undefined) continue;
    await client.documents.file({
      documentId: loaded.id,
      stage: document.stage,
      issuedOn: document.issuedOn,
      plan: { kind: 'existing', planId: planOf(world, reference).id },
    });
    await client.documents.confirmSections({ documentId: loaded.id });
    world.documents.set(document.file, loaded.id);
  }
}

async function load(client: SampleClient, place: string, signal: AbortSignal | undefined): Promise<DocumentSummary> {
  const type = TYPES[place.endsWith('.pdf') ? '.pdf' : '.docx'];
  const events = await client.documents.import(
    { file: new File([await readFile(place)], path.basename(place), { type }) },
    signal ? { signal } : {},
  );
  let loaded: DocumentSummary | null = null;
  for await (const event of events) if (event.kind === 'done') loaded = event.document;
  if (loaded === null) throw new Error(`The import of ${path.basename(place)} ended without its document.`);
  return loaded;
}
