import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { httpClient, startLocalHost } from '../support/local-host.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import type { Client } from './doors.ts';

const CUTS = 50;
const PLAN = path.resolve('tests/corpus/plans/s01-willowshire-amara/draft.docx');
const CRITERIA = ['S01.C1', 'S02.C1', 'S03.C1', 'S06.C2', 'S07.C4'];

test(`an answer that was shown as saved is there after each of ${CUTS} power cuts`, { timeout: 600_000 }, async () => {
  const folder = tempFolder();
  const { workspaceId, auditId } = await prepare(folder);
  /** What the host has said is saved, by criterion. */
  const saved = new Map<string, string>();
  let answers = 0;
  for (let cut = 0; cut <= CUTS; cut += 1) {
    const host = await startLocalHost(folder);
    const client = await httpClient(host.entryUrl);
    await client.workspaces.unlock({ workspaceId, passphrase: PASSPHRASE });
    const audit = await client.audits.get({ auditId });
    for (const criterion of CRITERIA) {
      const found = audit.answers[criterion]?.comment ?? '';
      // What was under way when the power went may be there or not; nothing older may have come back.
      expect([saved.get(criterion) ?? '', underWay.get(criterion)]).toContain(found);
      saved.set(criterion, found);
    }
    expect(await client.workspaces.verify()).toMatchObject({ isSound: true });
    if (cut === CUTS) {
      await host.stop();
      break;
    }
    answers += await answerUntilCut(client, auditId, saved, cut, () => host.kill());
  }
  expect(answers).toBeGreaterThanOrEqual(CUTS);
});

/** The answer that was on its way when the last cut came. */
const underWay = new Map<string, string>();

async function answerUntilCut(
  client: Client,
  auditId: string,
  saved: Map<string, string>,
  cut: number,
  kill: () => Promise<void>,
): Promise<number> {
  underWay.clear();
  let count = 0;
  async function answer(): Promise<void> {
    const criterionId = CRITERIA[count % CRITERIA.length] ?? '';
    const comment = `Cut ${cut}, answer ${count}: the wording is loose.`;
    underWay.set(criterionId, comment);
    await client.audits.saveAnswer({ auditId, criterionId, change: { response: 'partly', comment } });
    saved.set(criterionId, comment);
    underWay.delete(criterionId);
    count += 1;
  }
  // One is saved first, however long that takes on a busy machine.
  await answer();
  const power = new AbortController();
  // Spread over what one save takes, so that cuts fall before, in and after the write.
  const killed = new Promise<void>((resolve) => {
    setTimeout(
      () => {
        power.abort();
        void kill().then(resolve);
      },
      (cut * 7) % 60,
    );
  });
  while (!power.signal.aborted) {
    try {
      await answer();
    } catch {
      break;
    }
  }
  await killed;
  return count;
}

async function prepare(folder: string): Promise<{ workspaceId: string; auditId: string }> {
  const host = await startLocalHost(folder);
  const client = await httpClient(host.entryUrl);
  const opened = await client.workspaces.create(WORKSPACE_INPUT);
  if (opened.status !== 'open') throw new Error('not open');
  const file = new File([readFileSync(PLAN)], 'draft.docx');
  let documentId = '';
  for await (const event of await client.documents.import({ file })) {
    if (event.kind === 'done') documentId = event.document.id;
  }
  await client.documents.file({
    documentId,
    stage: 'draft',
    issuedOn: null,
    plan: {
      kind: 'new',
      fields: {
        reference: 'FM-001',
        initials: 'AB',
        name: null,
        dateOfBirth: null,
        planType: 'new',
        ncYear: 3,
        setting: null,
        primaryNeed: null,
        locality: null,
      },
    },
  });
  const { id: roundId } = await client.rounds.current();
  const { id: auditId } = await client.audits.open({ documentId, roundId });
  await host.stop();
  return { workspaceId: opened.file.id, auditId };
}
