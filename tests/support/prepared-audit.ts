import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

/** The reference under which the plan of a prepared workspace is filed. */
export const PREPARED_REFERENCE = 'FM-001';

const AUDIT = z.object({ auditId: z.string(), documentId: z.string() });

/** Makes a workspace with one plan, its draft and an audit begun, and ends the host that made it. */
export const prepareAudit = madeOnce('audit', AUDIT, async (dataFolder) => {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  const bytes = readFileSync(path.resolve('tests/corpus/plans/s01-willowshire-amara/draft.docx'));
  let documentId = '';
  for await (const event of await client.documents.import({ file: new File([bytes], 'draft.docx') })) {
    if (event.kind === 'done') documentId = event.document.id;
  }
  await client.documents.file({
    documentId,
    stage: 'draft',
    issuedOn: null,
    plan: {
      kind: 'new',
      fields: {
        reference: PREPARED_REFERENCE,
        initials: 'AF',
        name: null,
        dateOfBirth: '2016-04-11',
        planType: 'new',
        ncYear: 4,
        setting: null,
        primaryNeed: null,
        locality: null,
      },
    },
  });
  const { id: roundId } = await client.rounds.current();
  const { id: auditId } = await client.audits.open({ documentId, roundId });
  await host.stop();
  return { auditId, documentId };
});
