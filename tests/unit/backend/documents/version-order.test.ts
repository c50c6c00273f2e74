import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newWorkspace } from '../../../support/new-workspace.ts';

const PLANS = path.resolve('electron/backend/sample/plans');
const FINAL = 'MD-26-0397 CS EHCP final.pdf';
const DRAFT = 'MD-26-0397 CS EHCP draft.docx';

describe('the versions of a plan stand in their order, whatever was read first', () => {
  test.each([
    [DRAFT, FINAL],
    [FINAL, DRAFT],
  ])('%s first', async (...names) => {
    const { client } = await newWorkspace('2026-10-01T09:00:00Z');
    const { id: roundId } = await client.rounds.current();
    for (const name of names) {
      const file = new File([readFileSync(path.join(PLANS, name))], name);
      for await (const event of await client.documents.import({ file })) void event;
      const [waiting] = await client.documents.tray();
      if (waiting === undefined) throw new Error(`${name} is not in the tray.`);
      const { planId } = waiting.proposed;
      await client.documents.file({
        documentId: waiting.document.id,
        stage: name === FINAL ? 'final' : 'draft',
        issuedOn: null,
        plan:
          planId === null
            ? {
                kind: 'new',
                fields: {
                  reference: 'MD-26-0397',
                  initials: 'CS',
                  name: null,
                  dateOfBirth: null,
                  planType: 'new',
                  ncYear: null,
                  setting: null,
                  primaryNeed: null,
                  locality: null,
                },
              }
            : { kind: 'existing', planId },
      });
    }
    const queue = await client.plans.queue();
    expect(queue.map(({ document }) => document.stage)).toEqual(['draft', 'final']);
    const plan = await client.plans.get({ planId: queue[0]?.plan.id ?? '' });
    expect(plan.documents.map(({ stage }) => stage)).toEqual(['draft', 'final']);
    const { documents } = await client.assignments.board({ roundId });
    expect(documents.map(({ stage }) => stage)).toEqual(['final']);
  });
});
