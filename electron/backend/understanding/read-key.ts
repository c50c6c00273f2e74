import type { Candidate } from './candidate.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView, RowView } from './plan-view.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';
import type { SectionId } from './section-ids.ts';
import { plainWords } from './section-titles.ts';

/** A key in front that pairs letters with the plan's own titles, and where those titles come again. */
export interface SectionKey {
  /** Its own blocks, which are no section's text. */
  blocks: ReadonlySet<string>;
  /** The headings that it explains, by the ids of their blocks. */
  headings: ReadonlyMap<string, readonly SectionId[]>;
  /** Labels within other parts of the plan, in plain words ("… and the cards where it says Health"). */
  labels: ReadonlyMap<string, readonly SectionId[]>;
  /** Sections that it also looks for elsewhere, under labels that it does not name ("… and the cards"). */
  elsewhere: readonly SectionId[];
}

/** One row or line of the key. */
interface Entry {
  letters: SectionId[];
  /** What stands beside the letters, one text for each paragraph. */
  texts: string[];
  from: number;
  to: number;
}

/** A heading that a key's words name, and the words that it leaves over. */
interface Found {
  id: string;
  rest: string;
}

const SECTIONS_OF_A_KEY = 4;
const ENTRIES_OF_A_KEY = 3;
const EXPLAINED_SHARE = 0.6;
const KEY_TEXT_MAX_CHARACTERS = 240;
const HEADING_MAX_CHARACTERS = 130;
/** So many words in common are no chance. */
const WORDS_OF_A_TITLE = 3;
const BETWEEN_TITLES = /\s*[·•;|]\s*|\s+\/\s+|(?<=\?)\s+(?=\p{Lu})/u;
const NAMES_A_LABEL =
  /\b(?:where (?:it|they|this|the (?:label|row|card)) says?|(?:headed|labelled|marked|called|named|titled)|under the (?:label|heading))\s+["'“‘]?([^"'”’()]{3,50}?)["'”’]?\s*\)?\.?$/i;

/**
 * Finds a key: a table or a list before the body, each row of which sets letters beside titles ("Sections I, J | Where will I
 * learn? · Is there money?"), where the titles come again as headings. Null where there is none, or where the headings have
 * letters of their own.
 */
export function readKey(view: PlanView, names: ReadonlySet<string>): SectionKey | null {
  for (const entries of entryGroups(view, names)) {
    const key = explain(view, entries, names);
    if (key !== null) return key;
  }
  return null;
}

function entryGroups(view: PlanView, names: ReadonlySet<string>): Entry[][] {
  const groups: Entry[][] = [];
  let open: Entry[] = [];
  let at = 0;
  while (at < view.blocks.length) {
    const entry = readEntry(view, at, names);
    if (entry === null) {
      if (open.length > 0) groups.push(open);
      open = [];
      at += 1;
    } else {
      open.push(entry);
      at = entry.to + 1;
    }
  }
  if (open.length > 0) groups.push(open);
  return groups.filter((each) => each.length >= ENTRIES_OF_A_KEY);
}

/** "Sections C, D | My body · My home" in a row of two cells, either way round; "C: My body" on a line. */
function readEntry(view: PlanView, at: number, names: ReadonlySet<string>): Entry | null {
  const block = view.blocks[at];
  const row = block?.cell && view.tables.get(block.cell.table)?.rowAt.get(block.cell.row);
  if (block === undefined) return null;
  if (row === undefined || row.cells.length === 1) return readLine(block.text, at, names);
  if (row.cells.length !== 2 || row.cells[0]?.blocks[0] !== block) return null;
  const blocks = row.cells.flatMap((cell) => cell.blocks);
  for (const [mine, other] of [row.cells, row.cells.toReversed()]) {
    const letters = mine === undefined ? null : lettersAlone(mine.text, names);
    if (letters === null || other === undefined || other.text.length > KEY_TEXT_MAX_CHARACTERS) continue;
    return { letters, texts: other.blocks.map(({ text }) => text), from: at, to: at + blocks.length - 1 };
  }
  return null;
}

function readLine(text: string, at: number, names: ReadonlySet<string>): Entry | null {
  if (text.length > KEY_TEXT_MAX_CHARACTERS) return null;
  const mark = readMark(text, names);
  if (mark === null || mark.form === 'title' || mark.isRunIn || mark.title === '') return null;
  return { letters: mark.sections, texts: [mark.title], from: at, to: at };
}

function lettersAlone(text: string, names: ReadonlySet<string>): SectionId[] | null {
  const mark = text.length > 40 ? null : readMark(text, names);
  return mark === null || mark.form === 'title' || mark.title !== '' ? null : mark.sections;
}

function explain(view: PlanView, entries: readonly Entry[], names: ReadonlySet<string>): SectionKey | null {
  const end = entries.at(-1)?.to ?? 0;
  const later = laterHeadings(view, end, names);
  const headings = new Map<string, readonly SectionId[]>();
  const labels = new Map<string, readonly SectionId[]>();
  const elsewhere = new Set<SectionId>();
  let explained = 0;
  for (const { letters, texts } of entries) {
    const pieces = texts.flatMap((text) => text.split(BETWEEN_TITLES)).filter((piece) => piece.trim() !== '');
    const found = pieces.map((piece) => findTitle(piece, later));
    const told = found.filter((each) => each !== null);
    if (told.length > 0) explained += 1;
    const isOneEach = told.length === letters.length;
    for (const [at, each] of told.entries()) {
      const own = isOneEach ? letters.slice(at, at + 1) : lettersOf(letters, told.length, each.rest);
      if (!headings.has(each.id)) headings.set(each.id, own);
      const label = NAMES_A_LABEL.exec(each.rest)?.[1];
      if (label !== undefined) labels.set(plainWords(label), own);
      else if (each.rest !== '' && own.length < letters.length) for (const id of letters) elsewhere.add(id);
    }
  }
  const sections = new Set([...headings.values()].flat());
  if (sections.size < SECTIONS_OF_A_KEY || explained < EXPLAINED_SHARE * entries.length) return null;
  const blocks = new Set(view.blocks.slice(entries[0]?.from ?? 0, end + 1).map(({ id }) => id));
  return { blocks, headings, labels, elsewhere: [...elsewhere] };
}

/** One title for several letters: all of them, unless the key goes on to say where else to look. */
function lettersOf(letters: readonly SectionId[], titles: number, rest: string): readonly SectionId[] {
  return titles === 1 && rest !== '' ? letters.slice(0, 1) : letters;
}

/** Strong lines behind the key that name no section by letter themselves, in plain words. */
function laterHeadings(view: PlanView, end: number, names: ReadonlySet<string>): { id: string; words: string }[] {
  return view.blocks.slice(end + 1).flatMap((block) => {
    if (!isStrong(block) || block.text.length > HEADING_MAX_CHARACTERS || !isWholeRow(view, block.cell)) return [];
    const mark = readMark(block.text, names);
    return mark === null || mark.form === 'title' ? [{ id: block.id, words: plainWords(block.text) }] : [];
  });
}

function isWholeRow(view: PlanView, cell: { table: string; row: number } | undefined): boolean {
  const row: RowView | undefined = cell && view.tables.get(cell.table)?.rowAt.get(cell.row);
  return row === undefined || row.cells.length === 1;
}

/** The heading that begins as the key's words do, or with which those begin. */
function findTitle(piece: string, later: readonly { id: string; words: string }[]): Found | null {
  const words = plainWords(piece.replace(/\s*[([].*$/, ''));
  const whole = plainWords(piece);
  if (words === '') return null;
  const same = later.find((each) => each.words === words);
  const longer = later.filter((each) => startsWith(each.words, words) || startsWith(words, each.words));
  const best = same ?? longer.toSorted((a, b) => b.words.length - a.words.length)[0];
  if (best === undefined) return null;
  const rest = startsWith(whole, best.words) || startsWith(whole, words) ? restOf(piece, best.words, words) : '';
  return { id: best.id, rest };
}

/** What the key says behind the title: "… (and the cards where it says Health)". */
function restOf(piece: string, heading: string, words: string): string {
  const count = Math.min(heading.split(' ').length, words.split(' ').length);
  const parts = piece.trim().split(/\s+/);
  return parts.slice(count).join(' ');
}

function startsWith(whole: string, front: string): boolean {
  return front.split(' ').length >= WORDS_OF_A_TITLE && (whole === front || whole.startsWith(`${front} `));
}

/** The headings that a key explains, as candidates. */
export function headingsOfKey(view: PlanView, { headings }: SectionKey): Candidate[] {
  return view.blocks.flatMap((block, at): Candidate[] => {
    const sections = headings.get(block.id);
    if (sections === undefined) return [];
    const mark: Mark = { form: 'tagged', sections: [...sections], title: block.text, titleScore: 0.5, isRunIn: false };
    return [{ mark, place: 'flow', isOther: false, blocks: [block], at }];
  });
}
