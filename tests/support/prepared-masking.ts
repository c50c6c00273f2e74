import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import { addAuditor, LEADS_PIN } from './prepared-moderation.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

/** The parent carer representative of a prepared workspace, and the standard that she is asked to grade. */
export const REPRESENTATIVE = 'Della Marsh';
export const HER_STANDARD = 'S10';

/**
 * Makes a workspace with one plan, a PDF, that a representative of the parent carer forum is asked to audit. Nobody has
 * checked what is masked in it. Ends the host that made it.
 */
export const prepareMasking = madeOnce('masking', z.void(), async (dataFolder) => {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id } = await client.people.changePin({ current: '', next: LEADS_PIN });
  const representative = await addAuditor(client, REPRESENTATIVE, 'parent_carer_forum', { id, pin: LEADS_PIN });
  const { id: roundId } = await client.rounds.current();
  await client.rounds.setMembers({ roundId, personIds: [representative.id] });
  const bytes = readFileSync(path.resolve('tests/corpus/plans/s01-willowshire-amara/final.pdf'));
  let documentId = '';
  for await (const event of await client.documents.import({ file: new File([bytes], 'FM-1 AF final.pdf') })) {
    if (event.kind === 'done') documentId = event.document.id;
  }
  const fields = {
    reference: 'FM-1',
    initials: 'AF',
    name: 'Amara Fieldgate',
    dateOfBirth: '2016-04-11',
    planType: 'new' as const,
    ncYear: 4,
    setting: 'Riverbank Primary School',
    primaryNeed: null,
    locality: null,
  };
  await client.documents.file({ documentId, stage: 'final', issuedOn: '2026-11-02', plan: { kind: 'new', fields } });
  await client.assignments.assign({
    roundId,
    documentId,
    auditorId: representative.id,
    standards: [HER_STANDARD],
    dueOn: null,
  });
  await host.stop();
});
