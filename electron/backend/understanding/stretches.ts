import type { Block, KeyDateId } from '../../../shared/domain/document-model.ts';
import { keyDateOfLabel } from './key-date-words.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { saysItIsNoPart } from './section-titles.ts';
import { countCues, hear } from './section-voices.ts';
import type { Heard } from './section-voices.ts';
import { ENOUGH } from './weigh-candidates.ts';
import type { Weighed } from './weigh-candidates.ts';

/** What stands between one heading of the flow and the next. */
export interface Stretch {
  /** How plainly it speaks as each section, and by which cues. */
  heard: Heard;
  /** The heading is a chapter's: under it stand only sections' own headings, or tables that name their sections. */
  isChapter: boolean;
  /** Its first lines say of themselves that they are not part of the plan. */
  isNoPart: boolean;
}

/** Enough of a long stretch to tell how it speaks. */
const STRETCH_MAX_CHARACTERS = 6000;
/** A note on how to read what follows is no section's text. */
const CHAPTER_NOTE_MAX_WORDS = 60;
const OPENING_CHARACTERS = 250;
/** A line or two between a chapter's name and its first section. */
const LINE_MAX_WORDS = 30;

export function readStretches(view: PlanView, items: readonly Weighed[], claimed: ReadonlySet<string>): Stretch[] {
  const first = items.findIndex(opensSection);
  return items.map((item, index) => readStretch(view, item, items[index + 1], claimed, index > first));
}

/**
 * Tables whose columns, cells or rows say themselves to which sections they belong. Where headings name E and F each by
 * letter, the heads "Provision | … | Outcome" within one of them only tell which column holds what.
 */
export function tablesThatTell(weighed: readonly Weighed[]): ReadonlySet<string> {
  const headed = new Set(weighed.filter(headsOneByLetter).flatMap(({ mark }) => mark.sections));
  const tables = new Set<string>();
  for (const { place, table, score, mark } of weighed) {
    const isPlain = place === 'row' ? mark.form === 'named' || mark.form === 'tagged' : place !== 'flow';
    const isOnlyHead = place === 'column' && mark.form === 'title' && mark.sections.every((id) => headed.has(id));
    if (table !== undefined && isPlain && !isOnlyHead && score >= ENOUGH) tables.add(table.id);
  }
  return tables;
}

/** "Section F: …" in the flow of the text, and no other section with it. */
function headsOneByLetter({ place, mark, score, isOther }: Weighed): boolean {
  return place === 'flow' && !isOther && mark.form !== 'title' && mark.sections.length === 1 && score >= ENOUGH;
}

function readStretch(
  view: PlanView,
  item: Weighed,
  next: Weighed | undefined,
  claimed: ReadonlySet<string>,
  isInside: boolean,
): Stretch {
  const from = item.at + (item.mark.isRunIn ? 0 : item.blocks.length);
  const blocks = view.blocks.slice(from, next?.at ?? view.blocks.length);
  let text = '';
  let holdsTables = false;
  for (const block of blocks) {
    if (text.length >= STRETCH_MAX_CHARACTERS) break;
    if (claimed.has(block.cell?.table ?? '')) holdsTables = true;
    else text += `${block.text}\n`;
  }
  const words = text.split(/\s+/).length;
  const isChapter =
    (words <= CHAPTER_NOTE_MAX_WORDS && (holdsTables || isOverRecords(view, item, next, claimed))) ||
    ((text === '' || (isInside && words <= LINE_MAX_WORDS)) && isLarger(item, next)) ||
    (text === '' && isSetLike(item, next));
  const dates = countKeyDates(blocks);
  return {
    // Dates of the plan's own making sound like those of its advice.
    heard: dates >= DATES_OF_A_FRONT_PAGE ? RECORD : text === '' ? SILENCE : hear(countCues(text)),
    isChapter,
    isNoPart: saysItIsNoPart(text.slice(0, OPENING_CHARACTERS)) || (isInside && dates >= DATES_OF_A_RECORD),
  };
}

const DATES_OF_A_FRONT_PAGE = 2;
const DATES_OF_A_RECORD = 3;
const RECORD_MAX_BLOCKS = 60;
const DATE_LABEL_MAX_CHARACTERS = 60;

/**
 * "Request received", "Draft issued", "Final issued": the council's own record of how the plan came about may stand behind
 * the last section as well as on the front page.
 */
function countKeyDates(blocks: readonly Block[]): number {
  if (blocks.length > RECORD_MAX_BLOCKS) return 0;
  const told = blocks.flatMap(({ text, cell }) => {
    const front = /^([^:]+):/.exec(text)?.[1];
    const labels = cell?.column === 0 ? [text, front] : [front];
    const id = labels.map((label) => keyDateIn(label)).find((each) => each !== null) ?? null;
    return id === null || id === 'dateOfBirth' ? [] : [id];
  });
  return new Set(told).size;
}

function keyDateIn(label: string | undefined): KeyDateId | null {
  return label === undefined || label.length > DATE_LABEL_MAX_CHARACTERS ? null : keyDateOfLabel(label);
}

/** A larger line than the name of a record under it, which is a table that names its sections itself. */
function isOverRecords(
  view: PlanView,
  item: Weighed,
  next: Weighed | undefined,
  claimed: ReadonlySet<string>,
): boolean {
  const [block] = item.blocks;
  const [under] = next?.blocks ?? [];
  if (next === undefined || block === undefined || under === undefined || next.score >= ENOUGH) return false;
  const behind = view.blocks[next.at + next.blocks.length];
  return claimed.has(behind?.cell?.table ?? '') && (block.fontSize ?? 0) > (under.fontSize ?? 0) + 0.9;
}

const SILENCE = hear(countCues(''));
/** A record of dates is of the front page, and no section's. */
const RECORD: Heard = { ...SILENCE, scores: { ...SILENCE.scores, front: 0.5 } };

/** A line set larger than the section's own heading that follows it. */
function isLarger(item: Weighed, next: Weighed | undefined): boolean {
  const [block] = item.blocks;
  const [under] = next?.blocks ?? [];
  if (block === undefined || under === undefined || !opensSection(next)) return false;
  return (block.fontSize ?? 0) > (under.fontSize ?? 0) + 0.9;
}

/** A chapter set like the sections in it: "PART 5: NON-EDUCATIONAL NEEDS" right above "Health Needs (Section C)". */
function isSetLike(item: Weighed, next: Weighed | undefined): boolean {
  const [block] = item.blocks;
  const [under] = next?.blocks ?? [];
  if (block === undefined || under === undefined || !opensSection(next)) return false;
  if (item.mark.form !== 'title' || next?.mark.form === 'title') return false;
  return block.fontSize === under.fontSize && isStrong(block) && isStrong(under);
}

function opensSection(next: Weighed | undefined): boolean {
  return next !== undefined && next.score >= ENOUGH && next.mark.sections.length > 0 && !next.mark.isRunIn;
}
