import type { Block, FoundSection } from '../../../shared/domain/document-model.ts';
import { assignSections } from './assign-sections.ts';
import type { Assigned } from './assign-sections.ts';
import type { Candidate } from './candidate.ts';
import { hearColumns } from './column-voices.ts';
import { findCandidates } from './find-candidates.ts';
import { findContents } from './find-contents.ts';
import { findFrontList, shareOfLargest } from './front-list.ts';
import { findHeadingLike } from './heading-like.ts';
import { rowsOfKey } from './label-cards.ts';
import { viewPlan } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { headingsOfKey, readKey } from './read-key.ts';
import type { SectionKey } from './read-key.ts';
import { COVER } from './section-ids.ts';
import { findSectionRecords } from './section-records.ts';
import { weighCandidates } from './weigh-candidates.ts';

/** A plan's sections before anything is asked of their text. */
export interface SectionReading extends Assigned {
  /** All blocks, the lists in front marked as furniture. */
  blocks: readonly Block[];
  view: PlanView;
}

/** So many sections are a plan's, and not a chance. */
const SECTIONS_MIN = 4;
const STILL_IN_ONE = 0.6;

/**
 * Finds the lists in front (contents, a key) and then the sections. Where nearly all text falls to the last entry of a list
 * that nothing else told for one, the plan is read again without that list, and the better reading holds.
 */
export function readSections(blocks: readonly Block[], names: ReadonlySet<string>): SectionReading {
  const whole = viewPlan(blocks);
  const entries = findCandidates(whole, names);
  const contents = findContents(whole, entries);
  const key = contents.size === 0 ? readKey(whole, names) : null;
  const list = key?.blocks ?? contents;
  const reading = readWithout(blocks, whole, entries, list, key, names);
  const front = list.size === 0 ? findFrontList(reading.view, reading.sections) : null;
  if (front === null) return reading;
  const again = readWithout(blocks, whole, entries, front, null, names);
  return isSpread(again) ? again : reading;
}

function isSpread({ view, sections }: SectionReading): boolean {
  const own = sections.filter(({ id }: FoundSection) => id !== COVER);
  return own.length >= SECTIONS_MIN && shareOfLargest(view, own) < STILL_IN_ONE;
}

function readWithout(
  blocks: readonly Block[],
  whole: PlanView,
  entries: readonly Candidate[],
  list: ReadonlySet<string>,
  key: SectionKey | null,
  names: ReadonlySet<string>,
): SectionReading {
  const rest = list.size === 0 ? blocks : blocks.map((block) => (list.has(block.id) ? asContents(block) : block));
  const view = list.size === 0 ? whole : viewPlan(rest);
  const listed = entries.filter((each) => each.blocks.every((block) => list.has(block.id)));
  const known = withKey(view, findCandidates(view, names, listed), key);
  const alone = weighCandidates(inOrder([...known, ...findHeadingLike(view, known)]));
  const weighed = inOrder([...alone, ...hearColumns(view, alone)]);
  return { ...assignSections(view, weighed, findSectionRecords(view, names)), blocks: rest, view };
}

function asContents(block: Block): Block {
  return { ...block, furniture: 'contents' };
}

/** What a key in front explains goes before what the lines say alone. */
function withKey(view: PlanView, known: readonly Candidate[], key: SectionKey | null): Candidate[] {
  if (key === null) return [...known];
  const explained = [...headingsOfKey(view, key), ...rowsOfKey(view, key)];
  const places = new Set(explained.map((each) => each.at));
  return [...known.filter((each) => !places.has(each.at)), ...explained];
}

function inOrder<T extends Candidate>(candidates: T[]): T[] {
  return candidates.sort((a, b) => a.at - b.at);
}
