import { expect, test } from 'vitest';
import type { Audit } from '../../../../shared/contract/audits.ts';
import { type Change, pendingId } from '../../../../renderer/features/audit/changes.ts';
import { createSaveQueue } from '../../../../renderer/features/audit/save-queue.ts';
import { emptyAudit } from './support.ts';

/** A workspace that answers when told to. */
function workspace() {
  const sent: Change[] = [];
  const saved: Audit[] = [];
  const answers: { resolve: (audit: Audit) => void; reject: (error: unknown) => void }[] = [];
  const queue = createSaveQueue({
    send: (change) => {
      sent.push(change);
      return new Promise((resolve, reject) => answers.push({ resolve, reject }));
    },
    onSaved: (audit) => saved.push(audit),
    now: () => '2026-11-05T14:32:00.000Z',
  });
  async function settle(act: (answer: (typeof answers)[number]) => void): Promise<void> {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('nothing was sent');
    act(answer);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { queue, sent, saved, settle };
}

function comment(text: string, criterionId = 'S01.C1'): Change {
  return { kind: 'answer', criterionId, change: { comment: text } };
}

test('nothing counts as saved before the workspace has said so', async () => {
  const { queue, settle } = workspace();
  queue.push(comment('one'));
  expect(queue.state.getState()).toMatchObject({ isSending: true, savedAt: null });
  expect(queue.state.getState().waiting).toHaveLength(1);
  await settle(({ resolve }) => resolve(emptyAudit()));
  expect(queue.state.getState()).toMatchObject({ isSending: false, waiting: [], savedAt: '2026-11-05T14:32:00.000Z' });
});

test('what is typed during a save joins into one, and leaves the one under way alone', async () => {
  const { queue, sent, settle } = workspace();
  queue.push(comment('o'));
  queue.push(comment('on'));
  queue.push({ kind: 'answer', criterionId: 'S01.C1', change: { response: 'met' } });
  queue.push(comment('one'));
  expect(queue.state.getState().waiting).toHaveLength(2);
  await settle(({ resolve }) => resolve(emptyAudit()));
  await settle(({ resolve }) => resolve(emptyAudit()));
  expect(sent).toEqual([
    comment('o'),
    { kind: 'answer', criterionId: 'S01.C1', change: { comment: 'one', response: 'met' } },
  ]);
});

test('changes go out in the order in which they were made, one at a time', async () => {
  const { queue, sent, settle } = workspace();
  queue.push(comment('a', 'S01.C1'));
  queue.push(comment('b', 'S01.C2'));
  queue.push(comment('c', 'S01.C1'));
  expect(sent).toHaveLength(1);
  for (let round = 0; round < 3; round += 1) await settle(({ resolve }) => resolve(emptyAudit()));
  expect(sent.map((change) => (change.kind === 'answer' ? change.change.comment : ''))).toEqual(['a', 'b', 'c']);
});

test('a failed save keeps its value and everything behind it, and goes out again when asked to', async () => {
  const { queue, sent, saved, settle } = workspace();
  queue.push(comment('kept'));
  queue.push(comment('behind', 'S01.C2'));
  await settle(({ reject }) => reject(new Error('no room')));
  expect(queue.state.getState().failure).toBeInstanceOf(Error);
  expect(queue.state.getState().waiting).toEqual([comment('kept'), comment('behind', 'S01.C2')]);
  expect(saved).toEqual([]);
  queue.retry();
  await settle(({ resolve }) => resolve(emptyAudit()));
  await settle(({ resolve }) => resolve(emptyAudit()));
  expect(queue.state.getState()).toMatchObject({ waiting: [], failure: null });
  expect(sent).toHaveLength(3);
});

test('the next change tries the failed one again, joined with it', async () => {
  const { queue, sent, settle } = workspace();
  queue.push(comment('first'));
  await settle(({ reject }) => reject(new Error('away')));
  queue.push(comment('first, longer'));
  await settle(({ resolve }) => resolve(emptyAudit()));
  expect(sent).toEqual([comment('first'), comment('first, longer')]);
});

test('what can never be saved can be given up, and the rest goes on', async () => {
  const { queue, sent, settle } = workspace();
  queue.push(comment('bad'));
  queue.push(comment('good', 'S01.C2'));
  await settle(({ reject }) => reject(new Error('refused')));
  queue.giveUp();
  await settle(({ resolve }) => resolve(emptyAudit()));
  expect(sent.at(-1)).toEqual(comment('good', 'S01.C2'));
  expect(queue.state.getState().waiting).toEqual([]);
});

test('a quote taken back before it had an id is removed by the id that it was given', async () => {
  const { queue, sent, settle } = workspace();
  const anchor = {
    kind: 'text' as const,
    sha256: 'a'.repeat(64),
    spans: [{ block: 'b', start: 0, end: 5 }],
    quote: 'Amara',
    before: '',
    after: '',
  };
  queue.push({ kind: 'add_evidence', criterionId: 'S01.C1', anchor, key: 'k' });
  queue.push({ kind: 'remove_evidence', criterionId: 'S01.C1', evidenceId: pendingId('k') });
  const evidence = [{ id: 'real', criterionId: 'S01.C1', anchor, addedAt: '2026-11-05T14:32:00.000Z' }];
  const answer = { response: null, comment: '', absentIn: [], rootCause: null, evidence, savedAt: null };
  await settle(({ resolve }) => resolve(emptyAudit({ answers: { 'S01.C1': answer } })));
  expect(sent[1]).toEqual({ kind: 'remove_evidence', criterionId: 'S01.C1', evidenceId: 'real' });
});

function answered(before: string, next: string): Change {
  return { kind: 'answer', criterionId: 'S01.C1', change: { comment: next }, before: { comment: before } };
}

test('what joins on the way is made from what the first of it was made from', async () => {
  const { queue, sent, settle } = workspace();
  queue.push(answered('', 'o'));
  queue.push(answered('o', 'on'));
  queue.push(answered('on', 'one'));
  await settle(({ resolve }) => resolve(emptyAudit()));
  await settle(({ resolve }) => resolve(emptyAudit()));
  expect(sent).toEqual([answered('', 'o'), answered('o', 'one')]);
});

test('what another window was before is given up with what it was made from, or saved over it when asked to', async () => {
  const { queue, sent, settle } = workspace();
  queue.push(answered('old', 'mine'));
  queue.push(answered('elsewhere', 'b'));
  await settle(({ reject }) => reject(new Error('changed elsewhere')));
  queue.giveUp();
  expect(sent.at(-1)).toEqual(answered('old', 'b'));
  await settle(({ reject }) => reject(new Error('changed elsewhere')));
  queue.insist();
  expect(sent.at(-1)).toEqual(comment('b'));
  await settle(({ resolve }) => resolve(emptyAudit()));
  expect(queue.state.getState()).toMatchObject({ waiting: [], failure: null });
});
