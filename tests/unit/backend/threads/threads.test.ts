import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Thread } from '../../../../shared/contract/threads.ts';
import { quoteAnchor } from '../../../../shared/domain/anchors.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { addAuditor, type Client, GOOD, gradeDocument } from '../../../support/prepared-moderation.ts';

const RUBRIC = builtInRubric();

function endOf(thread: Thread, id: string | undefined) {
  const passage = thread.passages.find((each) => each.id === id);
  if (passage === undefined) throw new Error('no such passage');
  return { part: passage.part, anchor: passage.anchor };
}

/** The ends of what is suggested, as the calls take them. */
function ends(thread: Thread, at = 0) {
  const suggestion = thread.suggestions[at];
  return { from: endOf(thread, suggestion?.fromId), to: endOf(thread, suggestion?.toId) };
}

async function version(client: Client, planId: string, file: string): Promise<string> {
  const bytes = readFileSync(path.resolve('tests/corpus/plans/s02-willowshire-jasper', file));
  for await (const event of await client.documents.import({ file: new File([bytes], file) })) {
    if (event.kind !== 'done') continue;
    const { id: documentId } = event.document;
    const plan = { kind: 'existing' as const, planId };
    await client.documents.file({ documentId, stage: 'amended_final', issuedOn: '2026-11-12', plan });
    return documentId;
  }
  throw new Error('The import ended without a document.');
}

test('a suggestion counts as one until it is confirmed, is gone once refused, and both can be taken back', async () => {
  const { client, of } = await openPanel();
  const { documentId } = of;
  const first = await client.threads.get({ documentId });
  expect(first.suggestions.length).toBeGreaterThan(2);
  expect(first.counts.reduce((sum, { linked }) => sum + linked, 0)).toBe(0);

  const confirmed = await client.threads.link({ documentId, ...ends(first), isConfirmed: true });
  expect(confirmed.links).toEqual([expect.objectContaining({ isConfirmed: true, isOwn: true })]);
  expect(confirmed.suggestions).toHaveLength(first.suggestions.length - 1);
  expect(confirmed.counts.reduce((sum, { linked }) => sum + linked, 0)).toBeGreaterThan(0);

  const refused = await client.threads.refuse({ documentId, ...ends(confirmed) });
  expect(refused.suggestions).toHaveLength(first.suggestions.length - 2);
  expect(refused.refused).toHaveLength(1);
  // Linking what was refused puts the link in the place of the refusal.
  const changed = await client.threads.link({ documentId, ...ends(confirmed), isConfirmed: false });
  expect(changed.refused).toEqual([]);
  expect(changed.links).toHaveLength(2);

  for (const { id: linkId } of changed.links) await client.threads.takeBack({ documentId, linkId });
  expect(await client.threads.get({ documentId })).toEqual(first);
});

test('words that a person chose become a passage, which counts as long as it is linked', async () => {
  const { client, of } = await openPanel();
  const { documentId } = of;
  const { model, document } = await client.documents.get({ documentId });
  const thread = await client.threads.get({ documentId });
  const inB = new Set(model.sections.find(({ id }) => id === 'B')?.blocks);
  const words = model.blocks.find(({ id, text }) => inB.has(id) && text.length > 60)?.text.slice(0, 40) ?? '';
  const anchor = quoteAnchor(model, document.sha256, words);
  if (anchor === null) throw new Error('not there');
  const from = { part: 'need' as const, anchor };
  const to = endOf(thread, thread.passages.find(({ part }) => part === 'provision')?.id);
  const linked = await client.threads.link({ documentId, from, to, isConfirmed: false });
  expect(linked.passages.filter(({ kind }) => kind === 'chosen')).toEqual([
    expect.objectContaining({ part: 'need', section: 'B', text: words, isCounted: true, standing: 'linked' }),
  ]);
  const { passages } = await client.threads.takeBack({ documentId, linkId: linked.links[0]?.id ?? '' });
  expect(passages).toEqual(thread.passages);
});

test('what cannot be linked is refused with a reason', async () => {
  const { client, of } = await openPanel();
  const { documentId } = of;
  const thread = await client.threads.get({ documentId });
  const { from, to } = ends(thread);
  const link = (pair: { from: typeof from; to: typeof to }) =>
    client.threads.link({ documentId, ...pair, isConfirmed: false });
  await expect(link({ from: to, to: from })).rejects.toMatchObject({ code: 'NO_SUCH_STEP' });
  const elsewhere = { ...from, anchor: { ...from.anchor, quote: 'Words that stand nowhere' } };
  await expect(link({ from: elsewhere, to })).rejects.toMatchObject({ code: 'QUOTE_NOT_FOUND' });
  const linkId = crypto.randomUUID();
  await expect(client.threads.takeBack({ documentId, linkId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an auditor’s links are theirs until all have submitted, and tell from then on', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const { documentId } = of;
  const second = await addAuditor(client, 'Corin Vale', 'social_care', lead);
  await ask(auditor.id);
  await ask(second.id);
  const untouched = await client.threads.get({ documentId });

  await signIn(auditor.id);
  const before = await client.threads.get({ documentId });
  expect(before.closed?.message).toBe('You are asked to audit this document, and have not begun.');
  const pair = { documentId, ...ends(before) };
  await expect(client.threads.link({ ...pair, isConfirmed: true })).rejects.toMatchObject({ code: 'AUDIT_NOT_BEGUN' });
  await client.audits.open(of);
  const { links } = await client.threads.link({ ...pair, isConfirmed: true });
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  await expect(client.threads.refuse(pair)).rejects.toMatchObject({ code: 'ALREADY_SUBMITTED' });

  await signIn(second.id);
  expect((await client.threads.get({ documentId })).links).toEqual([]);
  await client.audits.open(of);
  const linkId = links[0]?.id ?? '';
  await expect(client.threads.takeBack({ documentId, linkId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await signIn(lead.id);
  expect(await client.threads.get({ documentId })).toEqual(untouched);

  await signIn(second.id);
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  // Until answers were shown an audit may be reopened: the other auditor is told nothing yet.
  expect((await client.threads.get({ documentId })).links).toEqual([]);
  await signIn(lead.id);
  expect((await client.threads.get({ documentId })).links).toEqual([
    expect.objectContaining({ id: linkId, isOwn: false, by: { id: auditor.id, name: auditor.name } }),
  ]);
  const { documents } = await client.assignments.board({ roundId: of.roundId });
  expect(documents[0]?.seenBy).toEqual([lead.id]);
  await signIn(second.id);
  expect((await client.threads.get({ documentId })).links).toHaveLength(1);
});

test('what somebody draws before anybody is asked is theirs alone, and tells others nothing that they would grade by', async () => {
  const { client, lead, auditor, of, ask, signIn } = await openPanel();
  const { documentId } = of;
  const thread = await client.threads.get({ documentId });
  const { links } = await client.threads.link({ documentId, ...ends(thread), isConfirmed: true });
  const linkId = links[0]?.id ?? '';
  const sees = async (personId: string): Promise<string[]> => {
    await signIn(personId);
    return (await client.threads.get({ documentId })).links.map(({ id }) => id);
  };
  expect(await sees(lead.id)).toEqual([linkId]);
  expect(await sees(auditor.id)).toEqual([]);
  await signIn(lead.id);
  await ask(auditor.id);
  expect(await sees(auditor.id)).toEqual([]);
  await gradeDocument(client, { ...of, rubric: RUBRIC, given: GOOD });
  // A third person who is not asked sees them now, and it is kept that they did.
  const { id: chair } = await addAuditor(client, 'Corin Vale', 'social_care', await signedIn(signIn, lead));
  expect(await sees(chair)).toEqual([linkId]);
  await signIn(lead.id);
  expect((await client.assignments.board({ roundId: of.roundId })).documents[0]?.seenBy).toEqual([chair]);
});

async function signedIn<Person extends { id: string }>(
  signIn: (personId: string) => Promise<unknown>,
  person: Person,
): Promise<Person> {
  await signIn(person.id);
  return person;
}

test('links stay with the version that they were drawn on, and are suggested on the next', async () => {
  const { client, of } = await openPanel();
  const { documentId } = of;
  const thread = await client.threads.get({ documentId });
  const { links, passages } = await client.threads.link({ documentId, ...ends(thread), isConfirmed: true });
  const next = await version(client, thread.plan.id, 'final.pdf');
  const later = await client.threads.get({ documentId: next });
  expect(later.links).toEqual([]);
  const carried = later.suggestions.filter(({ reasons }) => reasons[0]?.startsWith('linked in'));
  expect(carried).toHaveLength(1);
  expect(carried[0]?.reasons[0]).toBe('linked in the final of 2 November 2026 by you');
  const plain = (text: string | undefined) => text?.replaceAll(/\s+/gu, ' ');
  const words = (list: Thread['passages'], id: string | undefined) => plain(list.find((each) => each.id === id)?.text);
  expect(words(later.passages, carried[0]?.fromId)).toBe(words(passages, links[0]?.fromId));
  await client.threads.refuse({ documentId: next, ...carriedEnds(later) });
  expect((await client.threads.get({ documentId: next })).suggestions).not.toContainEqual(carried[0]);
  expect((await client.threads.get({ documentId })).links).toHaveLength(1);
});

function carriedEnds(thread: Thread) {
  const at = thread.suggestions.findIndex(({ reasons }) => reasons[0]?.startsWith('linked in'));
  return ends(thread, at);
}

test('the trail tells that somebody linked, and none of the plan’s words', async () => {
  const { client, of } = await openPanel();
  const { documentId } = of;
  const thread = await client.threads.get({ documentId });
  const { from, to } = ends(thread);
  await client.threads.link({ documentId, from, to, isConfirmed: true });
  const { entries } = await client.trail.list({ before: null, limit: 1 });
  expect(entries[0]).toMatchObject({ action: 'threads.link', subjectId: documentId });
  const told = JSON.stringify(entries);
  for (const { anchor } of [from, to]) expect(told).not.toContain(anchor.quote.slice(0, 20));
});
