import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import { gradeDocument, LOWER } from './prepared-moderation.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

const PLAN = path.resolve('tests/corpus/plans/s02-willowshire-jasper');

export const ACTIONS_REFERENCE = 'FM-001';
/** From this day on the final is due twenty weeks later, on 19 January 2027. */
const REQUEST_RECEIVED = '2026-09-01';

/**
 * Makes a workspace with a plan whose draft is graded and submitted, and whose final is graded and opened again, and ends
 * the host that made it.
 */
export const prepareActions = madeOnce('actions', z.void(), async (dataFolder) => {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: roundId } = await client.rounds.current();
  const rubric = builtInRubric();
  let planId: string | null = null;
  for (const stage of ['draft', 'final'] as const) {
    const name = `${stage}.docx`;
    const bytes = readFileSync(path.join(PLAN, name));
    let documentId = '';
    for await (const event of await client.documents.import({ file: new File([bytes], name) })) {
      if (event.kind === 'done') documentId = event.document.id;
    }
    const fields = {
      reference: ACTIONS_REFERENCE,
      initials: 'JT',
      name: null,
      dateOfBirth: '2018-11-23',
      planType: 'new' as const,
      ncYear: 3,
      setting: null,
      primaryNeed: null,
      locality: null,
    };
    const plan = await client.documents.file({
      documentId,
      stage,
      issuedOn: null,
      plan: planId === null ? { kind: 'new', fields } : { kind: 'existing', planId },
    });
    planId = plan.id;
    await client.plans.setDate({ cycleId: plan.cycleId, kind: 'requestReceived', date: REQUEST_RECEIVED });
    const given = stage === 'draft' ? LOWER : {};
    const { auditId } = await gradeDocument(client, { roundId, documentId, rubric, given });
    if (stage === 'final') await client.audits.reopen({ auditId, reason: 'To look at it once more.' });
  }
  await host.stop();
});
