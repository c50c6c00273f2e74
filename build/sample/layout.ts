/**
 * A document as a template sets it: what stands where, and what each text means. The two renderers draw it; the gold
 * is read off it, so that the two can never differ.
 */

/** What a text is to a reader of plans; `body` and `sub` are content, the others may be kept or dropped. */
export type TextRole = 'body' | 'sub' | 'heading' | 'label' | 'th' | 'tag' | 'note' | 'extra';

export interface Meaning {
  /** Section id, or null for the front page and what belongs to no section. */
  readonly section: string | null;
  readonly role: TextRole;
}

export interface HeadingNode extends Meaning {
  readonly kind: 'heading';
  /** 1 is the document's title. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface ParagraphNode extends Meaning {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Number or bullet that stands before the text and is not part of it. */
  readonly marker?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface Cell {
  readonly paragraphs: readonly ParagraphNode[];
  readonly columnSpan?: number;
  readonly fill?: 'band' | 'tint';
}

export interface TableNode {
  readonly kind: 'table';
  /** Shares of the text width. */
  readonly columns: readonly number[];
  /** Repeated on every page that the table reaches. */
  readonly headerRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

export interface PageBreakNode {
  readonly kind: 'page_break';
}

export type LayoutNode = HeadingNode | ParagraphNode | TableNode | PageBreakNode;

export interface Theme {
  readonly docxFont: string;
  readonly pdfFont: 'arimo' | 'helvetica' | 'times';
  readonly bodyPoints: number;
  readonly headingPoints: readonly [number, number, number];
  /** Six hex digits. */
  readonly ink: string;
  readonly headingColour: string;
  /** Behind `band` cells and, in some templates, behind headings. */
  readonly band: string;
  readonly bandInk: string;
  readonly tint: string;
  readonly rule: string;
  /** Section headings stand on a band of colour. */
  readonly hasBandedHeadings: boolean;
  /** Section headings begin with a rule above. */
  readonly hasRuledHeadings: boolean;
}

export interface LaidOutPlan {
  readonly title: string;
  readonly author: string;
  /** ISO date of issue: the file's own date. */
  readonly date: string;
  readonly theme: Theme;
  readonly header: string;
  /** "Page 2 of 9" is added at the end. */
  readonly footer: string;
  /** Across every page, as drafts have it. */
  readonly watermark: string | null;
  readonly nodes: readonly LayoutNode[];
}

export function heading(level: 1 | 2 | 3, section: string | null, text: string, role?: TextRole): HeadingNode {
  return { kind: 'heading', level, section, text, role: role ?? (level === 3 ? 'sub' : 'heading') };
}

export function text(section: string | null, role: TextRole, words: string, look: TextLook = {}): ParagraphNode {
  return { kind: 'paragraph', section, role, text: words, ...look };
}

export interface TextLook {
  readonly marker?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export function cell(paragraphs: readonly ParagraphNode[] | ParagraphNode, look: Omit<Cell, 'paragraphs'> = {}): Cell {
  return { paragraphs: Array.isArray(paragraphs) ? paragraphs : [paragraphs as ParagraphNode], ...look };
}

/** Every text of the plan with its meaning, in reading order. */
export function* textsOf(nodes: readonly LayoutNode[]): Generator<ParagraphNode | HeadingNode> {
  for (const node of nodes) {
    if (node.kind === 'table') {
      for (const row of node.rows) for (const one of row) yield* one.paragraphs;
    } else if (node.kind !== 'page_break') {
      yield node;
    }
  }
}
