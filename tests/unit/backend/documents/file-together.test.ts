import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';

const PLANS = path.resolve('electron/backend/sample/plans');

test('a draft and its final are matched, paired and filed in one step, new plans of one reference as one plan', async () => {
  const folder = makeTempFolder();
  const backend = await createBackend({
    dataFolder: folder.path,
    rendererFolder: folder.path,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
  });
  const session = backend.openSession();
  await backend.createWorkspaceAt(session, path.join(folder.path, 'w.goldthread'), WORKSPACE_INPUT);
  const client = createRouterClient(backend.router, { context: { session } });
  for (const name of ['MD-26-0397 CS EHCP draft.docx', 'MD-26-0397 CS EHCP final.pdf']) {
    const file = new File([readFileSync(path.join(PLANS, name))], name);
    for await (const event of await client.documents.import({ file })) void event;
  }
  const unknown = await client.documents.tray();
  expect(unknown.map(({ proposed, plans }) => [proposed.planId, proposed.stage, plans])).toEqual([
    [null, 'draft', []],
    [null, 'final', []],
  ]);

  const fields = {
    initials: 'CS',
    name: null,
    dateOfBirth: null,
    planType: 'new',
    ncYear: null,
    setting: null,
  } as const;
  const plan = {
    kind: 'new' as const,
    fields: { ...fields, reference: 'MD-26-0397', primaryNeed: null, locality: null },
  };
  const other = { kind: 'new' as const, fields: { ...plan.fields, reference: 'md-26-0397 ' } };
  const [draft, final] = unknown.map(({ document }) => document.id);
  const filings = [
    { documentId: draft ?? '', stage: 'draft' as const, issuedOn: '2026-08-28', plan },
    { documentId: final ?? '', stage: 'final' as const, issuedOn: null, plan: other },
  ];
  const wrong = client.documents.fileAll({
    filings: [...filings, { ...filings[0], documentId: crypto.randomUUID(), stage: 'draft', issuedOn: null, plan }],
  });
  await expect(wrong).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await client.documents.tray()).toHaveLength(2);
  const before = (await client.trail.list({ before: null, limit: 100 })).total;
  expect(await client.documents.fileAll({ filings })).toEqual({ filed: 2, plans: 1 });
  expect((await client.trail.list({ before: null, limit: 100 })).total).toBe(before + 1);
  expect(await client.documents.tray()).toEqual([]);

  // What is entered in the register wins over what the final prints, in its hints too.
  const [, filed] = await client.plans.queue();
  const { id: roundId } = await client.rounds.current();
  const { id: auditId } = await client.audits.open({ documentId: filed?.document.id ?? '', roundId });
  const lateness = async () =>
    (await client.hints.list({ auditId })).filter(({ rule }) => rule === 'late-final').map(({ message }) => message);
  expect(await lateness()).toEqual([]);
  const cycleId = filed?.document.cycleId ?? '';
  await client.plans.setDate({ cycleId, kind: 'requestReceived', date: '2026-05-18' });
  expect(await lateness()).toEqual([expect.stringContaining('late by 7 days')]);
  await client.plans.setExceptions({ cycleId, exceptions: ['away'] });
  expect(await lateness()).toEqual([]);

  // The next version finds its plan by itself.
  const twin = 'MD-26-0405 AT EHCP final.pdf';
  const named = new File([readFileSync(path.join(PLANS, twin))], 'MD-26-0397 CS again final.pdf');
  for await (const event of await client.documents.import({ file: named })) void event;
  const [again] = await client.documents.tray();
  expect(again?.proposed.remarks).toContain('The plan has a final already.');
  await backend.close();
  folder.remove();
});
