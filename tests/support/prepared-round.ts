import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { PlanFields } from '../../shared/contract/plans.ts';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

const CORPUS = path.resolve('tests/corpus/plans');
const WITH_DOCUMENTS = [
  's01-willowshire-amara/draft.docx',
  's01-willowshire-amara/final.pdf',
  's02-willowshire-jasper/draft.docx',
  's02-willowshire-jasper/final.docx',
  's03-cinderhill-priya/draft.docx',
  's03-cinderhill-priya/final.docx',
  's05-middlefen-elsie/draft.docx',
  's05-middlefen-elsie/final.docx',
];

/** How many plans each team has; those of the coast have their documents. */
export const COAST_PLANS = WITH_DOCUMENTS.length;
export const DALE_PLANS = 12;

/** Makes a workspace with an empty half-term and a register of two teams, and ends the host that made it. */
export const prepareRegister = madeOnce('register', z.void(), async (dataFolder) => {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  for (const [at, file] of WITH_DOCUMENTS.entries()) {
    let documentId = '';
    const bytes = readFileSync(path.join(CORPUS, file));
    for await (const event of await client.documents.import({ file: new File([bytes], path.basename(file)) })) {
      if (event.kind === 'done') documentId = event.document.id;
    }
    const plan = { kind: 'new' as const, fields: fieldsOf(at, 'Coast') };
    await client.documents.file({ documentId, stage: 'final', issuedOn: null, plan });
  }
  for (let at = 0; at < DALE_PLANS; at += 1) await client.plans.create(fieldsOf(COAST_PLANS + at, 'Dale'));
  await host.stop();
});

function fieldsOf(at: number, team: string): PlanFields {
  return {
    reference: `FM-${String(at + 1).padStart(2, '0')}`,
    initials: 'AB',
    name: null,
    dateOfBirth: null,
    planType: at % 2 === 0 ? 'new' : 'amended',
    ncYear: 1 + (at % 11),
    setting: null,
    primaryNeed: null,
    locality: null,
    team,
  };
}
