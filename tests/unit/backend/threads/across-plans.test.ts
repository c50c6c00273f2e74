import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CopiedSentence, joinNeighbours } from '../../../../electron/backend/threads/join-neighbours.ts';
import { openPanel } from '../../../support/open-panel.ts';
import { addPlan } from '../../../support/prepared-moderation.ts';

test('passages that two plans of a round share are listed with both, and a plan alone shares nothing', async () => {
  const { client, of } = await openPanel();
  expect(await client.threads.across({ roundId: of.roundId })).toMatchObject({ documents: 1, copied: [] });
  await addPlan(client, 's01-willowshire-amara', 'FM-2');
  await addPlan(client, 's05-middlefen-elsie', 'FM-3');
  const { documents, copied } = await client.threads.across({ roundId: of.roundId });
  expect(documents).toBe(3);
  expect(copied.length).toBeGreaterThan(0);
  for (const { places, elsewhere } of copied) {
    expect(elsewhere).toEqual([]);
    expect(new Set(places.map(({ planId }) => planId)).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(1);
  }
  const shared = copied.find(({ places }) => places.some(({ words }) => words.includes('the same words, signs')));
  expect(shared?.places.map(({ reference }) => reference).toSorted()).toEqual(['FM-2', 'FM-3']);
  const { model } = await client.documents.get({ documentId: shared?.places[0]?.documentId ?? '' });
  const at = shared?.places[0]?.at;
  const text = model.blocks.find(({ id }) => id === at?.block)?.text ?? '';
  expect(text.slice(at?.start, at?.end)).toBe(shared?.places[0]?.words);
});

/** A sentence of two plans, at its turn in a paragraph of each. */
function sentence(block: string, turn: number): CopiedSentence {
  const place = (planId: string) => ({
    documentId: `d${planId}`,
    planId,
    reference: planId,
    initials: '',
    stage: null,
    section: 'F',
    words: `${block}${turn}`,
    at: { block, start: turn * 10, end: turn * 10 + 9 },
  });
  return { places: new Map(['p', 'q'].map((id) => [id, place(id)])), elsewhere: [] };
}

test('sentences that follow each other become one passage, and none is lost or told twice', () => {
  const turns = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b'), fc.nat({ max: 6 })), {
    selector: ([block, turn]) => `${block}${turn}`,
  });
  fc.assert(
    fc.property(turns, (list) => {
      const joined = joinNeighbours(list.map(([block, turn]) => sentence(block, turn)));
      const words = joined.flatMap(({ places }) => places.get('p')?.words.split(' ') ?? []);
      expect(words.toSorted()).toEqual(list.map(([block, turn]) => `${block}${turn}`).toSorted());
      const breaks = list.filter(([block, turn]) => !list.some(([b, t]) => b === block && t === turn - 1));
      expect(joined).toHaveLength(breaks.length);
    }),
  );
});
