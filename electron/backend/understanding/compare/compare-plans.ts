import type { DocumentModel } from '../../../../shared/domain/document-model.ts';
import { COVER } from '../section-ids.ts';
import { isNil } from '../statement-words.ts';
import { alignUnits } from './align-units.ts';
import type { Alignment } from './align-units.ts';
import { gatherUnits, spansOf, textOf } from './compare-units.ts';
import type { Unit } from './compare-units.ts';
import type { MovedPassage, PlanComparison, PlanDifference } from '../../../../shared/domain/plan-comparison.ts';
import { contentWords, keyOf } from './plan-words.ts';
import { runWords } from './running-words.ts';
import type { RunningWords } from './running-words.ts';
import { showDifferences } from './show-differences.ts';
import { summariseComparison } from './summarise-comparison.ts';
import { readTrackedChanges } from './tracked-changes.ts';

/** A unit without its like in the section; dropped where it turns out to stand elsewhere. */
interface Change {
  left: Unit[];
  right: Unit[];
  /** Place in the later version's section; halves lie between passages. */
  place: number;
}

interface SectionChanges {
  name: string;
  left: Unit[];
  right: Unit[];
  /** All words of each side, run on. */
  before: RunningWords;
  after: RunningWords;
  changes: Change[];
}

/** Words that a passage needs before finding it elsewhere tells anything. */
const TELLING_WORDS = 4;
/** A section that was a line or two and is now another line or two is one change. */
const REPLACED_MAX_WORDS = 60;

/**
 * Compares two versions of a plan as a reader would: passages are aligned within each section, then their words. What only
 * moved, was numbered anew, set or cut into lines and cells otherwise is no difference; nor are the cover, running headers
 * and footers, headings and table heads.
 */
export function comparePlans(draft: DocumentModel, final: DocumentModel): PlanComparison {
  const tracked = readTrackedChanges(final);
  const [before, after] = [gatherUnits(draft, final), gatherUnits(final, draft)];
  const isWholeH = before.has('H') || after.has('H');
  const nameOf = (id: string): string => (isWholeH && /^H[12]$/.test(id) ? 'H' : id);
  const [left, right] = [bySection(before, nameOf), bySection(after, nameOf)];
  const moved: MovedPassage[] = [];
  const sections = [...new Set([...right.keys(), ...left.keys()])].map((name): SectionChanges => {
    const [own, other] = [left.get(name) ?? [], right.get(name) ?? []];
    const alignment = alignUnits(own, other, { isKnownPair: (a, b) => tracked.isKnownPair(a, b) });
    for (const [i, j] of alignment.same) {
      const [a, b] = [own[i], other[j]];
      if (a && b && alignment.moved.has(i) && !a.isLabel) moved.push(asMoved(a, b));
    }
    return {
      name,
      left: own,
      right: other,
      before: runWords(own.flatMap(({ words }) => words)),
      after: runWords(other.flatMap(({ words }) => words)),
      changes: joinFields(joinReplaced(changesOf(alignment, own, other), own, other)),
    };
  });
  moved.push(...settleAcrossSections(sections, left, right));
  const strays = { draft: strayKeys(draft), final: strayKeys(final) };
  const differences = sections.flatMap((section) =>
    section.changes
      .filter((change) => isTold(change, section, strays))
      .toSorted((a, b) => a.place - b.place)
      .flatMap((change): PlanDifference[] => showDifferences(change.left, change.right, tracked)),
  );
  return { differences, moved, summary: summariseComparison(differences, moved.length) };
}

function bySection(units: ReadonlyMap<string, Unit[]>, nameOf: (id: string) => string): Map<string, Unit[]> {
  const named = new Map<string, Unit[]>();
  for (const [id, list] of units) named.set(nameOf(id), [...(named.get(nameOf(id)) ?? []), ...list]);
  return named;
}

function changesOf(alignment: Alignment, left: readonly Unit[], right: readonly Unit[]): Change[] {
  const partners = new Map<number, number>(alignment.same.filter(([at]) => !alignment.moved.has(at)));
  for (const group of alignment.groups) {
    const [i, j] = [group.left[0], group.right[0]];
    if (i !== undefined && j !== undefined) partners.set(i, j);
  }
  const placeOf = (at: number): number => {
    for (let before = at - 1; before >= 0; before -= 1) {
      const partner = partners.get(before);
      if (partner !== undefined) return partner + 0.5;
    }
    return -0.5;
  };
  return alignment.groups.map((group) => ({
    left: group.left.map((at) => left[at]).filter((unit) => unit !== undefined),
    right: group.right.map((at) => right[at]).filter((unit) => unit !== undefined),
    place: group.right[0] ?? placeOf(group.left[0] ?? 0),
  }));
}

/** "Not applicable at draft stage." and the school that takes its place are one change. */
function joinReplaced(changes: Change[], left: readonly Unit[], right: readonly Unit[]): Change[] {
  const said = (units: readonly Unit[]): Unit[] => units.filter(({ isLabel }) => !isLabel);
  const [own, other] = [said(left), said(right)];
  const gone = changes.filter((change) => change.right.length === 0 && said(change.left).length > 0);
  const come = changes.filter((change) => change.left.length === 0 && said(change.right).length > 0);
  // "Setting name:", "Start date:" with nothing against them are labels: what fills them has come, all at once.
  const isAll = gone.length === own.length && come.length === other.length && gone.length + come.length > 1;
  const words = [...own, ...other].reduce((sum, unit) => sum + unit.words.length, 0);
  const isStatement = [...own, ...other].some(({ what }) => what !== 'passage');
  // "None." and the provision that takes its place, too.
  const wasNil = own.length > 0 && own.every(({ pieces }) => isNil(textOf(pieces)));
  if (!isAll || (isStatement && !wasNil) || words > REPLACED_MAX_WORDS || Math.min(gone.length, come.length) > 1)
    return changes;
  // The rows of a form are told one by one: the first of them in the place of what stood there.
  const kept = new Set(areRows(other) ? come.slice(1) : areRows(own) ? gone.slice(1) : []);
  const isJoined = (change: Change): boolean => (gone.includes(change) || come.includes(change)) && !kept.has(change);
  const of = changes.filter(isJoined);
  const joined: Change = {
    left: of.flatMap((change) => change.left),
    right: of.flatMap((change) => change.right),
    place: come[0]?.place ?? gone[0]?.place ?? 0,
  };
  return [...changes.filter((change) => !isJoined(change)), joined];
}

/** Several rows of a table, each with a value, and perhaps the label that it stands against. */
function areRows(units: readonly Unit[]): boolean {
  const rows = units.map(({ pieces, isRow }) => {
    const [, row, column] = /^(.+)\/(\d+)$/.exec(pieces[0]?.cell ?? '') ?? [];
    return isRow || (column !== undefined && column !== '0') ? (row ?? null) : null;
  });
  return units.length > 1 && !rows.includes(null) && new Set(rows).size === rows.length;
}

/** "Setting name: …", "Start date: …": how short a field of a form is. */
const FIELD_MAX_WORDS = 20;

/** Fields of a form that have come, or gone, one after the other are one change: a form filled in. */
function joinFields(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  for (const change of changes.toSorted((a, b) => a.place - b.place)) {
    const last = joined.at(-1);
    const step = change.left.length > 0 ? 0 : 1;
    const isNext = last !== undefined && change.place - last.place === step * Math.max(1, last.right.length);
    if (last !== undefined && isNext && isFieldAlone(last) && isFieldAlone(change) && isSameSide(last, change)) {
      last.left.push(...change.left);
      last.right.push(...change.right);
    } else joined.push({ ...change, left: [...change.left], right: [...change.right] });
  }
  return joined;
}

function isSameSide(a: Change, b: Change): boolean {
  return (a.left.length === 0) === (b.left.length === 0);
}

function isFieldAlone({ left, right }: Change): boolean {
  const units = [...left, ...right];
  if (left.length > 0 && right.length > 0) return false;
  return units.every(
    ({ pieces, words, what }) =>
      what === 'passage' &&
      words.length <= FIELD_MAX_WORDS &&
      pieces.every(({ text }) => /^(?:[\p{L}’'/-]+ ){0,4}[\p{L}’'/-]+:\s+\S/u.test(text)),
  );
}

/**
 * The same words gone from one section and come in another: a move that stays told as removed and added, since it changes
 * what a passage means in law; no difference where only the reading files it otherwise.
 */
function settleAcrossSections(
  sections: SectionChanges[],
  left: ReadonlyMap<string, readonly Unit[]>,
  right: ReadonlyMap<string, readonly Unit[]>,
): MovedPassage[] {
  const come = new Map<string, { section: SectionChanges; change: Change; unit: Unit }[]>();
  for (const section of sections) {
    for (const change of section.changes) {
      const [unit] = change.right;
      if (change.left.length > 0 || change.right.length > 1 || unit === undefined) continue;
      if (unit.words.length >= TELLING_WORDS)
        come.set(unit.key, [...(come.get(unit.key) ?? []), { section, change, unit }]);
    }
  }
  const moved: MovedPassage[] = [];
  const dropped = new Set<Change>();
  for (const section of sections) {
    for (const change of section.changes) {
      const [unit] = change.left;
      if (change.right.length > 0 || change.left.length > 1 || unit === undefined) continue;
      const found = come.get(unit.key)?.shift();
      if (found === undefined) continue;
      const isReading =
        unit.isShared || found.unit.isShared || !right.has(section.name) || !left.has(found.section.name);
      if (isReading) dropped.add(change).add(found.change);
      else moved.push(asMoved(unit, found.unit));
    }
  }
  for (const section of sections) section.changes = section.changes.filter((change) => !dropped.has(change));
  return moved;
}

function asMoved(from: Unit, to: Unit): MovedPassage {
  return {
    fromSection: from.section,
    toSection: to.section,
    text: textOf(to.pieces),
    beforeSpans: spansOf(from.pieces),
    afterSpans: spansOf(to.pieces),
  };
}

/** Keys of the blocks that stand in no section: guidance, the cover, signatures. */
function strayKeys(model: DocumentModel): Set<string> {
  const inSections = new Set(model.sections.filter(({ id }) => id !== COVER).flatMap(({ blocks }) => blocks));
  return new Set(
    model.blocks
      .filter(({ id }) => !inSections.has(id))
      .map(({ text }) => contentWords(text).map(({ word }) => word))
      .filter((words) => words.length >= TELLING_WORDS)
      .map(keyOf),
  );
}

function isTold(
  { left, right }: Change,
  section: SectionChanges,
  strays: { draft: ReadonlySet<string>; final: ReadonlySet<string> },
): boolean {
  if (left.length > 0 && right.length > 0) return [...left, ...right].some((unit) => !unit.isLabel);
  const isRemoved = right.length === 0;
  const units = isRemoved ? left : right;
  if (units.every(({ key }) => (isRemoved ? strays.final : strays.draft).has(key))) return false;
  // A heading belongs to the template, unless it is all that the section says.
  const own = isRemoved ? section.left : section.right;
  if (units.every(({ isLabel }) => isLabel) && own.some(({ isLabel }) => !isLabel)) return false;
  return !standsInBoth(units, section);
}

/** The same words, equally often, in both: cut into passages otherwise. */
function standsInBoth(units: readonly Unit[], { before, after }: SectionChanges): boolean {
  const words = units.flatMap((unit) => unit.words);
  const inAfter = after.count(words);
  return inAfter > 0 && inAfter === before.count(words);
}
