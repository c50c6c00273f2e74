import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

const CORPUS = path.resolve('tests/corpus/plans');
const FILES = ['s01-willowshire-amara/draft.docx', 's02-willowshire-jasper/draft.docx'];

export const PIN = '4071';
export const LEAD = 'Ottoline Sedge';
/** Asked for the standards of health, of both plans. */
export const NURSE = 'Briar Tolland';
/** Asked for all standards of the first plan. */
export const OTHER = 'Corin Vale';
export const HEALTH_STANDARDS = ['S04', 'S10'];

/**
 * Makes a workspace with two plans, two auditors and their assignments, and ends the host that made it. Nobody has begun;
 * the lead has signed out.
 */
export const prepareGrading = madeOnce('grading', z.void(), async (dataFolder) => {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  await client.people.changePin({ current: '', next: PIN });
  const { id: roundId } = await client.rounds.current();
  const add = (name: string, agency: 'health' | 'social_care') =>
    client.people.add({ name, agency, team: '', roles: ['auditor'], signsIn: true });
  const nurse = await add(NURSE, 'health');
  const other = await add(OTHER, 'social_care');
  for (const [at, file] of FILES.entries()) {
    const bytes = readFileSync(path.join(CORPUS, file));
    let documentId = '';
    for await (const event of await client.documents.import({ file: new File([bytes], path.basename(file)) })) {
      if (event.kind === 'done') documentId = event.document.id;
    }
    await client.documents.file({
      documentId,
      stage: 'draft',
      issuedOn: null,
      plan: {
        kind: 'new',
        fields: {
          reference: `FM-0${at + 1}`,
          initials: 'AB',
          name: null,
          dateOfBirth: '2017-03-04',
          planType: 'new',
          ncYear: 4,
          setting: null,
          primaryNeed: null,
          locality: null,
        },
      },
    });
    const asked = { roundId, documentId, dueOn: null };
    await client.assignments.assign({ ...asked, auditorId: nurse.id, standards: HEALTH_STANDARDS });
    if (at === 0) await client.assignments.assign({ ...asked, auditorId: other.id, standards: null });
  }
  for (const { id } of [nurse, other]) {
    await client.people.signOut();
    await client.people.choosePin({ personId: id, pin: PIN });
  }
  await client.people.signOut();
  await host.stop();
});
