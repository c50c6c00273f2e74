import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import { anchorSchema, type DocumentModel } from '../../../shared/domain/document-model.ts';
import {
  countThread,
  THREAD_PARTS,
  type ThreadPart,
  threadWants,
  weakestOf,
} from '../../../shared/domain/golden-thread.ts';
import { ownNames } from '../understanding/hints/own-names.ts';
import { type FoundPassage, findThreadPassages } from '../understanding/thread/find-passages.ts';
import { createEndPlacer, type PlacedEnd, type ThreadLinkEnd } from '../understanding/thread/place-ends.ts';
import { suggestLinks } from '../understanding/thread/suggest-links.ts';
import type { ThreadLinkRow } from './threads-queries.ts';

/** Links of an earlier version, and how that version is spoken of: "the draft of 3 March 2026". */
export interface EarlierLinks {
  version: string;
  rows: readonly ThreadLinkRow[];
}

type Passage = Omit<ThreadPassage, 'isCounted' | 'standing' | 'wants'>;

/** The drawn part of a thread, as the contract gives it: passages, links, suggestions and how all of it stands. */
export function drawnThread({
  model,
  sha256,
  names,
  rows,
  earlier,
  viewerId,
}: {
  model: DocumentModel;
  sha256: string;
  /** The child's names in the register. */
  names: readonly string[];
  /** What the viewer may see of this document's links and refusals. */
  rows: readonly ThreadLinkRow[];
  earlier: readonly EarlierLinks[];
  viewerId: string;
}): Pick<Thread, 'passages' | 'links' | 'suggestions' | 'refused' | 'counts'> {
  const found = findThreadPassages(model, sha256);
  const place = createEndPlacer(model, sha256, found);
  const passages = new Map<string, Passage>(found.map((passage) => [passage.id, toPassage(passage)]));
  const put = (end: ThreadLinkEnd): string => {
    const placed = place(end);
    if (placed.own !== null && !passages.has(placed.passageId)) {
      passages.set(placed.passageId, chosenPassage(end.part, placed, placed.own));
    }
    return placed.passageId;
  };
  const verdicts = rows.map((row) => {
    const { from, to } = endsOf(row);
    const by = { id: row.person_id, name: row.personName };
    const shown = { id: row.id, fromId: put(from), toId: put(to), by, isOwn: by.id === viewerId, at: row.at };
    return { verdict: row.verdict, shown };
  });
  const links = verdicts
    .filter(({ verdict }) => verdict !== 'refused')
    .map(({ verdict, shown }) => ({ ...shown, isConfirmed: verdict === 'confirmed' }));
  const refused = verdicts.filter(({ verdict }) => verdict === 'refused').map(({ shown }) => shown);

  const suggested = new Map(
    suggestLinks(found, ownNames(model, names)).map((suggestion) => [pairKey(suggestion), suggestion]),
  );
  for (const { version, rows: before } of earlier) {
    for (const row of before) {
      const { from, to } = endsOf(row);
      const [start, end] = [place(from), place(to)];
      if (row.verdict === 'refused' || isGone(start) || isGone(end)) continue;
      const pair = { fromId: put(from), toId: put(to) };
      const who = row.person_id === viewerId ? 'you' : row.personName;
      const reasons = [`linked in ${version} by ${who}`, ...(suggested.get(pairKey(pair))?.reasons ?? [])];
      suggested.set(pairKey(pair), { ...pair, reasons });
    }
  }
  const settled = new Set(verdicts.map(({ shown }) => pairKey(shown)));
  const suggestions = [...suggested.values()].filter((suggestion) => !settled.has(pairKey(suggestion)));

  const linked = new Set(links.flatMap(({ fromId, toId }) => [fromId, toId]));
  const isCounted = ({ id, kind }: Passage): boolean => kind === 'found' || linked.has(id);
  const counted = [...passages.values()].filter(isCounted);
  const wants = threadWants(counted, [
    ...links.map(({ fromId, toId }) => ({ fromId, toId, isSuggested: false })),
    ...suggestions.map(({ fromId, toId }) => ({ fromId, toId, isSuggested: true })),
  ]);
  return {
    passages: inReadingOrder(model, [...passages.values()]).map((passage) => ({
      ...passage,
      isCounted: isCounted(passage),
      standing: weakestOf(wants.get(passage.id) ?? []),
      wants: (wants.get(passage.id) ?? []).map((want) => ({ ...want })),
    })),
    links,
    suggestions: suggestions.map((suggestion) => ({ ...suggestion, reasons: [...suggestion.reasons] })),
    refused,
    counts: countThread(counted, wants),
  };
}

/** The two ends of a link as it was kept. */
export function endsOf(row: Pick<ThreadLinkRow, 'from_part' | 'to_part' | 'from_anchor' | 'to_anchor'>): {
  from: ThreadLinkEnd;
  to: ThreadLinkEnd;
} {
  const end = (part: string, anchor: string): ThreadLinkEnd => ({
    part: THREAD_PARTS.find((known) => known === part) ?? 'outcome',
    anchor: anchorSchema.parse(JSON.parse(anchor)),
  });
  return { from: end(row.from_part, row.from_anchor), to: end(row.to_part, row.to_anchor) };
}

function pairKey({ fromId, toId }: { fromId: string; toId: string }): string {
  return `${fromId}\n${toId}`;
}

/** A rectangle on a page says nothing of another version's pages. */
function isGone({ own }: PlacedEnd): boolean {
  return own !== null && (own.isLost || own.anchor.kind === 'region');
}

function toPassage({ id, part, section, label, text, isTaken, anchor }: FoundPassage): Passage {
  return { id, part, section, label, text, kind: isTaken ? 'found' : 'other', anchor };
}

function chosenPassage(part: ThreadPart, { passageId }: PlacedEnd, own: NonNullable<PlacedEnd['own']>): Passage {
  const { section, text, anchor, isLost } = own;
  return { id: passageId, part, section, label: null, text, kind: isLost ? 'lost' : 'chosen', anchor };
}

function inReadingOrder(model: DocumentModel, passages: readonly Passage[]): Passage[] {
  const order = new Map(model.blocks.map(({ id }, at) => [id, at]));
  const at = ({ kind, anchor }: Passage): number => {
    if (kind === 'lost' || anchor.kind === 'region') return Number.MAX_SAFE_INTEGER;
    return order.get(anchor.spans[0]?.block ?? '') ?? Number.MAX_SAFE_INTEGER;
  };
  const startsAt = ({ anchor }: Passage): number => (anchor.kind === 'text' ? (anchor.spans[0]?.start ?? 0) : 0);
  return passages.toSorted(
    (one, other) =>
      THREAD_PARTS.indexOf(one.part) - THREAD_PARTS.indexOf(other.part) ||
      at(one) - at(other) ||
      startsAt(one) - startsAt(other),
  );
}
