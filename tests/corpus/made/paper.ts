import type { TextRole } from '../../../build/sample/layout.ts';

/**
 * A made plan as its template sets it: what stands where and what each text means. The writers of Word and PDF draw it, and
 * the gold is read off it, so that they can never differ.
 */

export interface Phrase {
  readonly role: TextRole;
  readonly words: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** One paragraph. */
export interface Text {
  readonly kind: 'text';
  /** Section id, several joined by "+", or null for what belongs to none. */
  readonly section: string | null;
  readonly phrases: readonly Phrase[];
  readonly look: TextLook;
}

export interface TextLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Letters in points; the template's body size where it says nothing. */
  readonly points?: number;
  /** Word's heading style of this level; without it a heading is one by look alone. */
  readonly heading?: 1 | 2 | 3;
  /** Typed before the text. */
  readonly marker?: string;
  /** Numbered or bulleted by Word itself: the list's format, `%1` for its number. */
  readonly list?: string;
  readonly indent?: 1 | 2;
  readonly isCentred?: boolean;
  readonly ink?: string;
  /** A bar of colour behind the line. */
  readonly bar?: string;
  /** Dots and a page number at its end. */
  readonly leaderTo?: number;
  /** In the style of a contents list. */
  readonly isContents?: boolean;
}

export interface Cell {
  readonly nodes: readonly (Text | Table)[];
  readonly span?: number;
  /** How many rows it reaches over; the rows below leave it out. */
  readonly down?: number;
  readonly fill?: string;
}

export interface Table {
  readonly kind: 'table';
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Repeated on every page that the table reaches. */
  readonly heads?: number;
  readonly lines?: 'all' | 'across' | 'none';
}

export interface Break {
  readonly kind: 'break';
  /** The pages from here on lie on their side. */
  readonly turn?: 'landscape' | 'portrait';
}

/** Text side by side in two columns of the page. */
export interface Columns {
  readonly kind: 'columns';
  readonly nodes: readonly Text[];
}

/** A text box that floats (Word) or a filled box (PDF). */
export interface Shape {
  readonly kind: 'shape';
  readonly nodes: readonly Text[];
  readonly fill: string;
}

/** A content control of a form. */
export interface Control {
  readonly kind: 'control';
  readonly nodes: readonly (Text | Table)[];
}

export type Node = Text | Table | Break | Columns | Shape | Control;

export interface Paper {
  readonly header: string | null;
  /** "{page}" and "{pages}" stand for their numbers. */
  readonly footer: string;
  readonly font: 'sans' | 'serif';
  readonly points: number;
  readonly nodes: readonly Node[];
}

export function line(section: string | null, role: TextRole, words: string, look: TextLook = {}): Text {
  return { kind: 'text', section, phrases: [{ role, words }], look };
}

/** A paragraph of phrases that mean different things: a label and what it labels. */
export function phrases(section: string | null, parts: readonly Phrase[], look: TextLook = {}): Text {
  return { kind: 'text', section, phrases: parts.filter(({ words }) => words !== ''), look };
}

export function cell(nodes: readonly (Text | Table)[] | Text | Table, look: Omit<Cell, 'nodes'> = {}): Cell {
  return { nodes: 'kind' in nodes ? [nodes] : nodes, ...look };
}

export function table(
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  look: Omit<Table, 'kind' | 'widths' | 'rows'> = {},
): Table {
  return { kind: 'table', widths, rows, ...look };
}

/** Every text in reading order. */
export function* textsOf(nodes: readonly Node[]): Generator<Text> {
  for (const node of nodes) {
    if (node.kind === 'text') yield node;
    else if (node.kind === 'table') for (const row of node.rows) for (const one of row) yield* textsOf(one.nodes);
    else if (node.kind !== 'break') yield* textsOf(node.nodes);
  }
}
