import type { Block, DocumentModel, Span } from '../../../../shared/domain/document-model.ts';
import { readField } from '../record-labels.ts';
import { COVER } from '../section-ids.ts';
import type { PassageKind } from '../../../../shared/domain/plan-comparison.ts';
import { pieceOf } from './cut-pieces.ts';
import type { Piece, Things } from './cut-pieces.ts';
import { contentWords, keyOf } from './plan-words.ts';
import { readTableFacts, readTags, rowOf } from './table-facts.ts';

/** What is compared as one: a row of a table, a provision with its details, a paragraph. */
export interface Unit {
  section: string;
  pieces: readonly Piece[];
  words: readonly string[];
  key: string;
  /** The words of its first sentence: what a provision is, before who gives it and when. */
  statement: readonly string[];
  isLabel: boolean;
  /** Cells of one row, whose order of reading may differ between formats. */
  isRow: boolean;
  what: PassageKind;
  /** The block belongs to several sections at once. */
  isShared: boolean;
}

/** A row with more words than this is a page in a grid, and its paragraphs are compared one by one. */
const ROW_MAX_WORDS = 160;
const ROW_MAX_PIECES = 8;

/**
 * The passages of every section but the cover, in reading order. `other` is the version that it is compared with: a tag that
 * stands at the front of several rows there and of one row here is the template's in both.
 */
export function gatherUnits(model: DocumentModel, other: DocumentModel): Map<string, Unit[]> {
  const blocks = new Map(model.blocks.map((block) => [block.id, block]));
  const facts = readTableFacts(model.blocks);
  const things = {
    ...thingsOf(model),
    ...facts,
    tags: new Set([...facts.tags, ...readTags(other.blocks)]),
  };
  const spans = unitSpans(model);
  const owners = ownersOf(model, things);
  const units = new Map<string, Unit[]>();
  for (const section of model.sections) {
    if (section.id === COVER) continue;
    const own = section.blocks
      .filter((id) => owners.get(id)?.section === section.id)
      .map((id) => blocks.get(id))
      .filter((block) => block !== undefined);
    const pieces = own
      .flatMap((block) => cutUnits(block, spans.get(block.id) ?? [], things))
      .filter(({ piece }) => piece.words.length > 0);
    const list = groupPieces(pieces).map((group) => {
      const isShared = group.some(
        ({ block }) => owners.get(block) !== undefined && owners.get(block)?.isShared === true,
      );
      return makeUnit(section.id, group, { what: whatOf(section.id, group, things), isShared });
    });
    units.set(section.id, list);
  }
  return units;
}

/** What a stretch of a block is part of: an outcome, a provision, an entry of advice. */
interface UnitSpan extends Span {
  name: string;
}

function unitSpans(model: DocumentModel): Map<string, UnitSpan[]> {
  const spans = new Map<string, UnitSpan[]>();
  const add = (name: string, list: readonly Span[]): void => {
    for (const span of list) spans.set(span.block, [...(spans.get(span.block) ?? []), { ...span, name }]);
  };
  for (const { id, spans: own, steps } of model.outcomes) {
    add(`outcome ${id}`, own);
    for (const [index, step] of steps.entries()) add(`step ${id}/${index}`, step.spans);
  }
  for (const { id, section, spans: own } of model.provisions) add(`${section} ${id}`, own);
  for (const [index, { spans: own }] of model.advice.entries()) add(`advice ${index}`, own);
  return spans;
}

/** A paragraph that holds several outcomes, provisions or entries of advice is compared one by one. */
function cutUnits(block: Block, spans: readonly UnitSpan[], things: Things): Placed[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const apart = sorted.filter((span, index) => index === 0 || span.start >= (sorted[index - 1]?.end ?? 0));
  const [first] = apart;
  if (first === undefined || apart.length < 2 || new Set(apart.map(({ name }) => name)).size < 2) {
    return [{ block, piece: pieceOf(block, 0, block.text.length, things), name: first?.name ?? null }];
  }
  // The mark before an item, "(ii)", is that item's.
  const starts = apart.map(({ start }) => startOfMark(block.text, start));
  const lead = starts[0] === 0 ? [] : [{ block, piece: pieceOf(block, 0, starts[0] ?? 0, things), name: null }];
  return [
    ...lead,
    ...apart.map(({ name }, index) => {
      const piece = pieceOf(block, starts[index] ?? 0, starts[index + 1] ?? block.text.length, things);
      return { block, piece, name };
    }),
  ];
}

function startOfMark(text: string, start: number): number {
  return start - (/\(?\w{1,4}\)\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
}

/** Which outcome and which provision a block belongs to. */
function thingsOf(model: DocumentModel): Pick<Things, 'outcomes' | 'provisions'> {
  const outcomes = new Map<string, string>();
  for (const { id, spans } of model.outcomes) for (const { block } of spans) outcomes.set(block, id);
  const provisions = new Map<string, { id: string; section: string }>();
  for (const { id, section, spans } of model.provisions) {
    for (const { block } of spans) if (!provisions.has(block)) provisions.set(block, { id, section });
  }
  return { outcomes, provisions };
}

/** A block that several sections share counts once: for the section whose outcome or provision it is, else for the first. */
function ownersOf(
  model: DocumentModel,
  things: Pick<Things, 'outcomes' | 'provisions'>,
): Map<string, { section: string; isShared: boolean }> {
  const owners = new Map<string, { section: string; isShared: boolean }>();
  for (const { id, blocks } of model.sections) {
    if (id === COVER) continue;
    for (const block of blocks) {
      const known = owners.get(block);
      if (known === undefined) owners.set(block, { section: id, isShared: false });
      else {
        const isOwn = (id === 'E' && things.outcomes.has(block)) || things.provisions.get(block)?.section === id;
        owners.set(block, { section: isOwn ? id : known.section, isShared: true });
      }
    }
  }
  return owners;
}

type Placed = { block: Block; piece: Piece; name: string | null };

function groupPieces(placed: readonly Placed[]): Piece[][] {
  const rows = new Map<string, Placed[]>();
  for (const each of placed) {
    const row = rowOf(each.block);
    if (row !== null) rows.set(row, [...(rows.get(row) ?? []), each]);
  }
  const groups: { name: string | null; pieces: Piece[] }[] = [];
  for (const [index, { block, piece, name: unit }] of placed.entries()) {
    const row = rowOf(block);
    const isInRecord = row !== null && isRecord(rows.get(row) ?? []);
    const name = isInRecord ? row : piece.isLabel ? null : (unit ?? fieldOf(placed, index));
    const last = groups.at(-1);
    if (name !== null && last?.name === name) last.pieces.push(piece);
    else groups.push({ name, pieces: [piece] });
  }
  return groups.map(({ pieces }) => pieces);
}

/** A record has no more fields than this on either side of its statement. */
const RECORD_FIELDS = 10;

/** "PfA category: …" above a statement and "Target date: …" below it are of its record; the unit's name, or null. */
function fieldOf(placed: readonly Placed[], index: number): string | null {
  const field = readField(placed[index]?.block.text ?? '');
  if (field === null) return null;
  const step = field.kind === 'filing' ? 1 : -1;
  for (let at = index + step; Math.abs(at - index) <= RECORD_FIELDS; at += step) {
    const near = placed[at];
    if (near === undefined || rowOf(near.block) !== rowOf(placed[index]?.block ?? near.block)) return null;
    if (near.name !== null) return near.name;
    if (!near.piece.isLabel && readField(near.block.text) === null) return null;
  }
  return null;
}

/** A row is compared as one where several cells of it say something, and not too much. */
function isRecord(row: readonly Placed[]): boolean {
  const said = row.filter(({ piece }) => !piece.isLabel);
  if (new Set(said.map(({ piece }) => piece.cell)).size < 2 || row.length > ROW_MAX_PIECES) return false;
  if (arePanels(row)) return false;
  return said.reduce((sum, { piece }) => sum + piece.words.length, 0) <= ROW_MAX_WORDS;
}

/** "What I like" over its lines, "What people like about me" over others: cells that each open with a heading of their own. */
function arePanels(row: readonly Placed[]): boolean {
  const cells = [...Map.groupBy(row, ({ piece }) => piece.cell).values()];
  const isPanel = (cell: readonly Placed[]): boolean => {
    const [head, ...lines] = cell;
    return head?.block.kind === 'heading' && lines.length > 0 && lines.every(({ piece }) => !piece.isLabel);
  };
  return cells.length > 1 && cells.every(isPanel);
}

function whatOf(section: string, pieces: readonly Piece[], things: Things): PassageKind {
  if (pieces.some(({ block }) => things.provisions.has(block))) return 'provision';
  if (pieces.some(({ block }) => things.outcomes.has(block))) return 'outcome';
  return section === 'K' && pieces.some(({ isLabel: label }) => !label) ? 'advice' : 'passage';
}

/** One unit of some pieces; what a template prints beside a row's words is not among them. */
export function makeUnit(
  section: string,
  given: readonly Piece[],
  { what, isShared }: Pick<Unit, 'what' | 'isShared'>,
): Unit {
  const said = given.filter((piece) => !piece.isLabel);
  const pieces = said.length > 0 ? said : given;
  const words = pieces.flatMap((piece) => piece.words);
  return {
    section,
    pieces,
    words,
    key: keyOf(words),
    statement: cutSentences(pieces.slice(0, 1))[0]?.words ?? [],
    isLabel: said.length === 0,
    isRow: new Set(pieces.map(({ cell }) => cell)).size > 1,
    what,
    isShared,
  };
}

/** The pieces of some units as a person reads them. */
export function textOf(pieces: readonly Piece[]): string {
  let text = '';
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before !== undefined)
      text += before.cell === piece.cell || before.cell === '' || piece.cell === '' ? ' ' : ' | ';
    text += piece.text;
  }
  return text;
}

export function spansOf(pieces: readonly Piece[]): Span[] {
  return pieces.map(({ block, start, end }) => ({ block, start, end }));
}

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Pieces cut into sentences. */
export function cutSentences(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) =>
    [...SENTENCES.segment(piece.text)]
      .map(({ segment, index }) => {
        const text = segment.trimEnd();
        const words = contentWords(index === 0 ? text : ` ${text}`).map(({ word }) => word);
        return {
          ...piece,
          markers: index === 0 ? piece.markers : [],
          start: piece.start + index,
          end: piece.start + index + text.length,
          text,
          words,
        };
      })
      .filter(({ words }) => words.length > 0),
  );
}
