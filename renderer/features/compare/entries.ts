import type { DocumentModel, Span } from '../../../shared/domain/document-model.ts';
import type { PlanComparison, PlanDifference } from '../../../shared/domain/plan-comparison.ts';

/** One thing that a reader is told of two versions. */
export interface Entry {
  id: string;
  kind: EntryKind;
  section: string;
  /** For what moved, the section that it stood in. */
  fromSection: string | null;
  what: PlanDifference['what'];
  /** As the earlier version says it, cut where words changed; null for what was added. */
  before: readonly Piece[] | null;
  /** As the later version says it; null for what was removed. */
  after: readonly Piece[] | null;
  /** Both in one, for where there is little room. */
  words: readonly Piece[];
  beforeSpans: readonly Span[];
  afterSpans: readonly Span[];
  of: string | null;
  tracked: PlanDifference['tracked'];
}

/** A stretch of words; 'added' and 'removed' are in one version only. */
export type Piece = PlanDifference['words'][number];

export const ENTRY_KINDS = ['added', 'removed', 'changed', 'moved'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export type Counts = Record<EntryKind, number>;

/** The entries of one section. */
export interface Group {
  section: string;
  entries: readonly Entry[];
}

/**
 * All that differs, by section in the later version's order (a section that only the earlier one has comes where it
 * stood); within a section as the comparison tells it, with what moved where it stands now.
 */
export function groupsOf(comparison: PlanComparison, earlier: DocumentModel, later: DocumentModel): Group[] {
  const placeOf = new Map(later.blocks.map((block, index) => [block.id, index]));
  const groups = new Map<string, { entry: Entry; place: number }[]>(
    sectionOrder(earlier, later).map((section) => [section, []]),
  );
  const groupOf = (section: string): { entry: Entry; place: number }[] => {
    const known = groups.get(section);
    if (known !== undefined) return known;
    const made: { entry: Entry; place: number }[] = [];
    groups.set(section, made);
    return made;
  };
  const startOf = (spans: readonly Span[]): number | undefined => placeOf.get(spans[0]?.block ?? '');
  comparison.differences.forEach((difference, index) => {
    const group = groupOf(difference.section);
    const place = startOf(difference.afterSpans) ?? group.at(-1)?.place ?? -1;
    group.push({ entry: differenceEntry(difference, `d${index}`), place });
  });
  comparison.moved.forEach((passage, index) => {
    const group = groupOf(passage.toSection);
    const place = startOf(passage.afterSpans) ?? Number.MAX_SAFE_INTEGER;
    const at = group.findIndex((each) => each.place > place);
    const entry = movedEntry(passage, `m${index}`);
    group.splice(at === -1 ? group.length : at, 0, { entry, place });
  });
  return [...groups].flatMap(([section, placed]) =>
    placed.length === 0 ? [] : [{ section, entries: placed.map(({ entry }) => entry) }],
  );
}

/** How many of each kind. */
export function countsOf(entries: readonly Entry[]): Counts {
  const counts: Counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}

/** "2 added, 1 changed"; empty where there is nothing. */
export function countWords(counts: Counts): string {
  return ENTRY_KINDS.flatMap((kind) => (counts[kind] === 0 ? [] : [`${counts[kind]} ${kind}`])).join(', ');
}

/** The sections of both versions: as the later one has them, those that are gone where they stood. */
export function sectionOrder(earlier: DocumentModel, later: DocumentModel): string[] {
  const order = sectionsAsPrinted(later);
  let before = -1;
  for (const section of sectionsAsPrinted(earlier)) {
    const at = order.indexOf(section);
    if (at === -1) {
      before += 1;
      order.splice(before, 0, section);
    } else before = at;
  }
  return order;
}

function sectionsAsPrinted(model: DocumentModel): string[] {
  const owner = new Map<string, string>();
  for (const { id, headings, blocks } of model.sections) {
    for (const block of [...headings, ...blocks]) if (!owner.has(block)) owner.set(block, id);
  }
  return [...new Set(model.blocks.flatMap(({ id }) => owner.get(id) ?? []))];
}

function differenceEntry(difference: PlanDifference, id: string): Entry {
  const { kind, section, what, words, beforeSpans, afterSpans, of, tracked } = difference;
  return {
    id,
    kind,
    section,
    fromSection: null,
    what,
    before: difference.before === null ? null : words.filter((piece) => piece.kind !== 'added'),
    after: difference.after === null ? null : words.filter((piece) => piece.kind !== 'removed'),
    words,
    beforeSpans,
    afterSpans,
    of,
    tracked,
  };
}

function movedEntry(passage: PlanComparison['moved'][number], id: string): Entry {
  const same: Piece[] = [{ kind: 'same', text: passage.text }];
  return {
    id,
    kind: 'moved',
    section: passage.toSection,
    fromSection: passage.fromSection,
    what: 'passage',
    before: same,
    after: same,
    words: same,
    beforeSpans: passage.beforeSpans,
    afterSpans: passage.afterSpans,
    of: null,
    tracked: null,
  };
}
