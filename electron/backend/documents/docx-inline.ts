import type { Revision } from './docx-types.ts';
import type { WordLook, WordStyles } from './docx-styles.ts';
import { defined, readLook } from './docx-styles.ts';
import { symbolOf } from './docx-symbols.ts';
import { TextBuilder } from './text-builder.ts';
import type { RunLook } from './text-builder.ts';
import { child, childValue, elements, isOn, wordAttribute } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';

/** One line of a paragraph: a paragraph is cut where Word breaks the line by hand. */
export interface InlineLine {
  builder: TextBuilder;
  /** Characters by font size in points; the most used one is the line's. */
  sizes: Map<number, number>;
  revisions: Revision[];
  /** True where a page break stands before it. */
  afterPageBreak: boolean;
}

/** Complex fields run over paragraphs (a contents list is one field), so their state belongs to the whole story. */
export interface FieldState {
  stack: { isInstruction: boolean; instruction: string }[];
}

export interface InlineContext {
  styles: WordStyles;
  fields: FieldState;
  paragraphLook: WordLook;
  /** Called for text boxes met on the way; their blocks follow the paragraph. */
  onTextBox(content: XmlNode): void;
  onUnknown(element: string): void;
}

interface Cursor extends InlineContext {
  lines: InlineLine[];
  revision: { kind: 'inserted' | 'deleted'; author: string | null; date: string | null } | null;
}

type Handler = (node: XmlNode, cursor: Cursor) => void;

/** Reads everything inside a paragraph into lines of text with runs and tracked changes. */
export function readInline(paragraph: XmlNode, context: InlineContext): InlineLine[] {
  const cursor: Cursor = { ...context, lines: [newLine(false)], revision: null };
  walk(paragraph, cursor);
  return cursor.lines;
}

/** True while the story is inside a table of contents field. */
export function isInContentsField(fields: FieldState): boolean {
  return fields.stack.some((field) => /^\s*TOC\b/i.test(field.instruction));
}

const HANDLERS: Record<string, Handler> = {
  'w:r': readRun,
  'w:hyperlink': walk,
  'w:smartTag': walk,
  'w:fldSimple': walk,
  'w:customXml': walk,
  'w:dir': walk,
  'w:bdo': walk,
  'w:ruby': walk,
  'w:rubyBase': walk,
  'w:sdt': (node, cursor) => {
    const content = child(node, 'w:sdtContent');
    if (content && !isPlaceholder(node)) walk(content, cursor);
  },
  'w:ins': (node, cursor) => revised('inserted', node, cursor),
  'w:moveTo': (node, cursor) => revised('inserted', node, cursor),
  'w:del': (node, cursor) => revised('deleted', node, cursor),
  'w:moveFrom': (node, cursor) => revised('deleted', node, cursor),
  'mc:AlternateContent': (node, cursor) => {
    const choice = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
    if (choice) walk(choice, cursor);
  },
  'w:t': (node, cursor) => append(textOf(node), PLAIN_LOOK, cursor),
  'm:oMath': (node, cursor) => append(equationOf(node), PLAIN_LOOK, cursor),
  'm:oMathPara': walk,
  'w:br': (node, cursor) => breakLine(wordAttribute(node, 'type') === 'page', cursor),
  // A table stands between paragraphs, but some programs write it within one.
  'w:tbl': (node, cursor) => cursor.onTextBox({ name: 'w:txbxContent', attributes: {}, children: [node] }),
};

const PLAIN_LOOK: WordLook = {};

/** Where something begins or ends, between paragraphs as well as within them (ECMA-376 part 1, 17.13). */
export const RANGE_MARKS = [
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  ...['comment', 'moveFrom', 'moveTo', 'customXmlIns', 'customXmlDel', 'customXmlMoveFrom', 'customXmlMoveTo'].flatMap(
    (kind) => [`w:${kind}RangeStart`, `w:${kind}RangeEnd`],
  ),
];

/** Parts of a paragraph that carry no words of their own. */
const IGNORED = new Set([
  ...RANGE_MARKS,
  'w:pPr',
  'w:rPr',
  'w:rt',
  'w:rubyPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'm:oMathParaPr',
  'w:fldData',
  'w:ffData',
]);

function walk(node: XmlNode, cursor: Cursor): void {
  for (const each of elements(node)) {
    const handle = HANDLERS[each.name];
    if (handle) handle(each, cursor);
    else if (!IGNORED.has(each.name)) cursor.onUnknown(each.name);
  }
}

function revised(kind: 'inserted' | 'deleted', node: XmlNode, cursor: Cursor): void {
  const before = cursor.revision;
  // Text deleted inside an insertion is gone for good; an insertion inside a deletion never came to be.
  if (before?.kind !== 'deleted') {
    cursor.revision = {
      kind,
      author: wordAttribute(node, 'author') ?? null,
      date: wordAttribute(node, 'date') ?? null,
    };
  }
  walk(node, cursor);
  cursor.revision = before;
}

const RUN_HANDLERS: Record<string, (node: XmlNode, look: WordLook, cursor: Cursor) => void> = {
  'w:t': (node, look, cursor) => append(textOf(node), look, cursor),
  'w:delText': (node, look, cursor) => append(textOf(node), look, cursor),
  'w:tab': (_, look, cursor) => append(isNumberAlone(cursor) ? '. ' : ' ', look, cursor),
  'w:ptab': (_, look, cursor) => append(' ', look, cursor),
  'w:noBreakHyphen': (_, look, cursor) => append('-', look, cursor),
  'w:br': (node, _, cursor) => breakLine(wordAttribute(node, 'type') === 'page', cursor),
  'w:cr': (_, __, cursor) => breakLine(false, cursor),
  'w:sym': (node, look, cursor) => append(symbolOf(wordAttribute(node, 'char')), look, cursor),
  'w:fldChar': (node, _, cursor) => fieldCharacter(node, cursor),
  'w:instrText': (node, _, cursor) => {
    const field = cursor.fields.stack.at(-1);
    if (field) field.instruction += textOf(node);
  },
  'mc:AlternateContent': (node, look, cursor) => {
    const choice = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
    if (choice) readRunContent(choice, look, cursor);
  },
  'w:drawing': (node, _, cursor) => findTextBoxes(node, cursor),
  'w:pict': (node, _, cursor) => findTextBoxes(node, cursor),
  'w:object': (node, _, cursor) => findTextBoxes(node, cursor),
};

const RUN_IGNORED = new Set([
  'w:rPr',
  'w:lastRenderedPageBreak',
  'w:softHyphen',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:commentReference',
  'w:annotationRef',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:separator',
  'w:continuationSeparator',
  'w:delInstrText',
  'w:pgNum',
  'w:dayLong',
  'w:dayShort',
  'w:monthLong',
  'w:monthShort',
  'w:yearLong',
  'w:yearShort',
  'w:ruby',
  'w:contentPart',
]);

function readRun(node: XmlNode, cursor: Cursor): void {
  const properties = child(node, 'w:rPr');
  const style = cursor.styles.get(childValue(properties, 'w:rStyle'));
  const look = { ...cursor.paragraphLook, ...style?.look, ...defined(readLook(properties)) };
  readRunContent(node, look, cursor);
}

function readRunContent(node: XmlNode, look: WordLook, cursor: Cursor): void {
  for (const each of elements(node)) {
    const handle = RUN_HANDLERS[each.name];
    if (handle) handle(each, look, cursor);
    else if (!RUN_IGNORED.has(each.name)) cursor.onUnknown(each.name);
  }
}

/** "3" before a tab numbers its paragraph; without a stop it would read as an amount. */
function isNumberAlone({ lines }: Cursor): boolean {
  return /^\d{1,2}$/.test(lines.at(-1)?.builder.text ?? '');
}

function append(raw: string, look: WordLook, cursor: Cursor): void {
  if (look.isHidden === true || cursor.fields.stack.some((field) => field.isInstruction)) return;
  const line = cursor.lines.at(-1);
  if (line === undefined || raw === '') return;
  const revision = revisionOf(look, cursor);
  if (revision?.kind === 'deleted') {
    addRevision(line, { ...revision, start: line.builder.length, end: line.builder.length, text: raw });
    return;
  }
  const start = line.builder.length;
  line.builder.append(raw, runLook(look));
  const end = line.builder.length;
  const size = look.fontSize;
  if (size !== undefined) line.sizes.set(size, (line.sizes.get(size) ?? 0) + (end - start));
  if (revision && end > start)
    addRevision(line, { ...revision, start, end, text: line.builder.text.slice(start, end) });
}

/** Words that someone struck out by hand are no longer the plan's, as if a tracked change had taken them away. */
function revisionOf(look: WordLook, { revision }: Cursor): Cursor['revision'] {
  const isStruck = look.isStruck === true || look.isDoubleStruck === true;
  return isStruck && revision?.kind !== 'deleted' ? { kind: 'deleted', author: null, date: null } : revision;
}

/** Word splits one change over many runs: neighbours of one kind and author are put together again. */
function addRevision(line: InlineLine, revision: Revision): void {
  const last = line.revisions.at(-1);
  if (last && last.kind === revision.kind && last.author === revision.author && last.end === revision.start) {
    last.end = revision.end;
    last.text += revision.text;
  } else line.revisions.push(revision);
}

function runLook(look: WordLook): RunLook {
  return { bold: look.bold ?? false, italic: look.italic ?? false, underline: look.underline ?? false };
}

function breakLine(isPage: boolean, cursor: Cursor): void {
  if (cursor.revision?.kind === 'deleted' || cursor.fields.stack.some((field) => field.isInstruction)) return;
  cursor.lines.push(newLine(isPage));
}

function newLine(afterPageBreak: boolean): InlineLine {
  return { builder: new TextBuilder(), sizes: new Map(), revisions: [], afterPageBreak };
}

function fieldCharacter(node: XmlNode, cursor: Cursor): void {
  const { stack } = cursor.fields;
  const type = wordAttribute(node, 'fldCharType');
  if (type === 'begin') {
    stack.push({ isInstruction: true, instruction: '' });
    const checkBox = child(child(node, 'w:ffData'), 'w:checkBox');
    if (checkBox) {
      const checked = isOn(child(checkBox, 'w:checked')) ?? isOn(child(checkBox, 'w:default')) ?? false;
      const field = stack.pop();
      append(checked ? '☒' : '☐', cursor.paragraphLook, cursor);
      if (field) stack.push(field);
    }
  } else if (type === 'separate') {
    const field = stack.at(-1);
    if (field) field.isInstruction = false;
  } else if (type === 'end') stack.pop();
}

/** Text boxes of a drawing, DrawingML (wps:txbx) or VML (v:textbox); each appears once, since only one choice is taken. */
function findTextBoxes(node: XmlNode, cursor: Cursor): void {
  for (const each of elements(node)) {
    if (each.name === 'w:txbxContent') cursor.onTextBox(each);
    else if (each.name === 'mc:AlternateContent') {
      const choice = child(each, 'mc:Choice') ?? child(each, 'mc:Fallback');
      if (choice) findTextBoxes(choice, cursor);
    } else findTextBoxes(each, cursor);
  }
}

/** "Click or tap here to enter text": a control that nobody has filled in says nothing. */
export function isPlaceholder(control: XmlNode): boolean {
  return isOn(child(child(control, 'w:sdtPr'), 'w:showingPlcHdr')) ?? false;
}

/** The signs of an equation one after the other: what stands above what is lost, no sign is. */
function equationOf(node: XmlNode): string {
  return node.name === 'm:t' ? textOf(node) : elements(node).map(equationOf).join('');
}

function textOf(node: XmlNode): string {
  return node.children.filter((each) => typeof each === 'string').join('');
}
