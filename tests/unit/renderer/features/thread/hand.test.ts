import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ThreadChoice, take } from '../../../../../renderer/features/thread/hand.ts';
import { placeInAddress, threadPath } from '../../../../../renderer/features/thread/place-in-address.ts';
import { tiesOf, tieWords } from '../../../../../renderer/features/thread/ties.ts';
import { placeWords } from '../../../../../renderer/features/thread/thread-words.ts';
import type { Thread, ThreadPassage } from '../../../../../shared/contract/threads.ts';
import { leadsTo, THREAD_PARTS, type ThreadPart } from '../../../../../shared/domain/golden-thread.ts';

const BY = { id: '00000000-0000-4000-8000-000000000001', name: 'Briar Tolland' };
const NO_LINKS = { links: [] };

function choice(id: string | null, part: ThreadPart): ThreadChoice {
  const box: [number, number, number, number] = [0, 0, 1, 1];
  return {
    id,
    part,
    text: id ?? 'words',
    anchor: { kind: 'region', sha256: 'a'.repeat(64), page: 1, box, quote: 'x' },
  };
}

function link(fromId: string, toId: string, isOwn = true) {
  return { id: `${fromId}-${toId}`, fromId, toId, by: BY, isOwn, isConfirmed: false, at: '2026-11-09T10:00:00.000Z' };
}

test('the second choice links with the first in the order of the thread, or says why not', () => {
  const part = fc.constantFrom(...THREAD_PARTS);
  fc.assert(
    fc.property(part, part, (one, other) => {
      const taken = take(choice('one', one), choice('other', other), NO_LINKS);
      const isPair = leadsTo(one, other) || leadsTo(other, one);
      expect(taken.kind).toBe(one === other ? 'hold' : isPair ? 'link' : 'told');
      expect(taken.kind !== 'link' || leadsTo(taken.pair.from.part, taken.pair.to.part)).toBe(true);
      expect(taken.kind !== 'hold' || taken.choice.id === 'other').toBe(true);
    }),
  );
});

test('the same choice again lets go, and what one has linked is not linked twice', () => {
  const need = choice('n', 'need');
  const provision = choice('p', 'provision');
  expect(take(null, need, NO_LINKS).kind).toBe('hold');
  expect(take(need, need, NO_LINKS).kind).toBe('let_go');
  expect(take(provision, need, { links: [link('n', 'p')] })).toMatchObject({ kind: 'told' });
  expect(take(need, provision, { links: [link('n', 'p', false)] }).kind).toBe('link');
  // Words from the plan are no passage yet: two of them are never the same.
  expect(take(choice(null, 'need'), choice(null, 'outcome'), NO_LINKS).kind).toBe('link');
});

test('a tie is told in words, with who drew it or what speaks for it', () => {
  const passage = (id: string, part: ThreadPart): ThreadPassage => ({
    ...choice(id, part),
    id,
    section: '',
    label: null,
    kind: 'found',
    isCounted: true,
    standing: 'linked',
    wants: [],
  });
  const passages = [passage('n', 'need'), passage('o', 'outcome'), passage('p', 'provision')];
  const thread: Pick<Thread, 'passages' | 'links' | 'suggestions' | 'refused'> = {
    passages,
    links: [link('n', 'p'), link('gone', 'p')],
    suggestions: [{ fromId: 'o', toId: 'p', reasons: ['same row of the table', 'both speak of: reading'] }],
    refused: [{ ...link('n', 'o', false) }],
  };
  expect(tiesOf(thread).map(tieWords)).toEqual([
    'Linked by you',
    'Suggested: same row of the table; both speak of: reading',
    'Refused by Briar Tolland',
  ]);
  expect(tiesOf(thread, 'o').map(({ kind }) => kind)).toEqual(['suggested', 'refused']);
});

test('an address names a place, and any other names none', () => {
  const at = { block: 'b 1:2&3', start: 4, end: 19 };
  const path = threadPath('d', at);
  expect(placeInAddress(`#${path}`)?.place).toEqual({ kind: 'spans', spans: [at] });
  expect(placeInAddress(`#${threadPath('d')}`)).toBeNull();
  expect(placeInAddress('#/thread/d?at=b1:x-2')).toBeNull();
});

test('a passage is called as its section calls it, once', () => {
  expect(placeWords({ part: 'outcome', section: 'E', label: 'E. Outcome 1' })).toBe('Outcome 1 in Section E');
  expect(placeWords({ part: 'outcome', section: 'E', label: '2' })).toBe('Outcome 2 in Section E');
  expect(placeWords({ part: 'need', section: 'B', label: 'Background' })).toBe('Need Background in Section B');
  expect(placeWords({ part: 'provision', section: 'F', label: null })).toBe('Provision in Section F');
});
