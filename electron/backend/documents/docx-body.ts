import { isInContentsField, isPlaceholder, RANGE_MARKS, readInline } from './docx-inline.ts';
import type { InlineLine } from './docx-inline.ts';
import { mergeNumbering, readHeadingLevel, readNumberingReference } from './docx-styles.ts';
import type { NumberingReference, WordLook } from './docx-styles.ts';
import type { Place, Story } from './docx-story.ts';
import { readTable } from './docx-table.ts';
import type { Revision } from './docx-types.ts';
import { isAllBold, takeTypedMarker } from './draft-block.ts';
import type { DraftBlock } from './draft-block.ts';
import { child, childValue, elements, wordAttribute } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';

type Handler = (node: XmlNode, story: Story, place: Place) => void;

const HANDLERS: Record<string, Handler> = {
  'w:p': readParagraph,
  'w:tbl': (node, story, place) => readTable(node, story, place, readBlocks),
  'w:sdt': readControl,
  'w:customXml': readBlocks,
  'w:smartTag': readBlocks,
  'w:ins': readBlocks,
  'w:moveTo': readBlocks,
  'm:oMath': readEquation,
  'm:oMathPara': readEquation,
  'mc:AlternateContent': (node, story, place) => {
    const choice = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
    if (choice) readBlocks(choice, story, place);
  },
};

const IGNORED = new Set([
  ...RANGE_MARKS,
  'w:br',
  'w:sectPr',
  'w:tcPr',
  'w:del',
  'w:moveFrom',
  'w:customXmlPr',
  'w:background',
  'w:sdtPr',
  'w:sdtEndPr',
]);

/** Reads block content (paragraphs, tables, controls) into the story's blocks, in reading order. */
export function readBlocks(node: XmlNode, story: Story, place: Place): void {
  for (const each of elements(node)) {
    const handle = HANDLERS[each.name];
    if (handle) handle(each, story, place);
    else if (!IGNORED.has(each.name)) story.unknown.add(each.name);
  }
}

function readControl(node: XmlNode, story: Story, place: Place): void {
  const content = child(node, 'w:sdtContent');
  if (content === undefined || isPlaceholder(node)) return;
  const gallery = childValue(child(child(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  readBlocks(content, story, gallery === 'Table of Contents' ? { ...place, isContents: true } : place);
}

/** An equation may stand between paragraphs. */
function readEquation(node: XmlNode, story: Story, place: Place): void {
  readParagraph({ name: 'w:p', attributes: {}, children: [node] }, story, place);
}

function readParagraph(node: XmlNode, story: Story, place: Place): void {
  const properties = child(node, 'w:pPr');
  const style = story.styles.get(childValue(properties, 'w:pStyle') ?? story.styles.defaultParagraphStyle);
  const look: WordLook = { ...story.styles.defaults, ...style?.look };
  const textBoxes: XmlNode[] = [];
  const beganInContents = isInContentsField(story.fields);
  const read = readInline(node, {
    styles: story.styles,
    fields: story.fields,
    paragraphLook: look,
    onTextBox: (content) => textBoxes.push(content),
    onUnknown: (element) => story.unknown.add(element),
  });
  const lines = story.carried === null ? read : joinCarried(story.carried, read);
  story.carried = null;
  const markProperties = child(properties, 'w:rPr');
  if (child(markProperties, 'w:del') ?? child(markProperties, 'w:moveFrom')) {
    story.carried = lines;
    return;
  }
  const isContents =
    place.isContents === true ||
    beganInContents ||
    isInContentsField(story.fields) ||
    /^toc \d/i.test(style?.name ?? '');
  const numbering = mergeNumbering(readNumberingReference(properties), style?.numbering);
  const headingLevel = readHeadingLevel(properties) ?? style?.headingLevel ?? undefined;
  addLines(lines, { numbering, headingLevel, isContents, look, hanging: readHanging(properties) }, story, place);
  for (const content of textBoxes) readBlocks(content, story, place);
  const section = child(properties, 'w:sectPr');
  if (section !== undefined && story.furniture === undefined) story.sectionEnds.set(section, story.blocks.length);
}

interface ParagraphFacts {
  numbering: NumberingReference | undefined;
  headingLevel: number | undefined;
  isContents: boolean;
  look: WordLook;
  hanging: number;
}

function addLines(lines: InlineLine[], facts: ParagraphFacts, story: Story, place: Place): void {
  let marker = countMarker(lines, facts, story);
  for (const line of splitLines(lines)) {
    const { text, runs } = line.builder.finish();
    if (text === '') {
      story.orphans.push(...line.revisions.filter((each) => each.kind === 'deleted'));
      continue;
    }
    const fontSize = mostUsed(line.sizes) ?? facts.look.fontSize;
    const revisions = [...story.orphans.map((each) => ({ ...each, start: 0, end: 0 })), ...line.revisions];
    story.orphans = [];
    let draft: DraftBlock = {
      kind: facts.headingLevel === undefined ? (marker === null ? 'paragraph' : 'list_item') : 'heading',
      text: facts.look.isCapitals === true ? text.toUpperCase() : text,
      page: null,
      runs,
      isBold: isAllBold(text, runs),
      ...(fontSize !== undefined && { fontSize }),
      ...(facts.headingLevel !== undefined && { level: facts.headingLevel }),
      ...(marker !== null && {
        marker: marker.marker,
        ...(facts.headingLevel === undefined && { level: marker.level + 1 }),
      }),
      ...(place.cell !== undefined && { cell: place.cell }),
      ...(revisions.length > 0 && { revisions: revisions.map((each) => clampRevision(each, text)) }),
    };
    if (story.furniture !== undefined) draft.furniture = story.furniture;
    else if (facts.isContents) draft.furniture = 'contents';
    if (marker === null) draft = takeTypedMarker(draft);
    if (draft.kind === 'list_item' && marker === null && facts.hanging > 0) draft.level = facts.hanging;
    story.blocks.push(draft);
    marker = null;
  }
}

function countMarker(
  lines: InlineLine[],
  facts: ParagraphFacts,
  story: Story,
): { marker: string; level: number } | null {
  if (facts.numbering === undefined || lines.every((line) => line.builder.length === 0)) return null;
  const next = story.numbering.next(facts.numbering);
  return next === null || next.marker === '' ? null : next;
}

/**
 * Lines cut by hand stay apart where the next one begins anew (a capital, a number, a bullet) after an end or a label;
 * otherwise somebody only broke a long line, and it is one paragraph.
 */
function splitLines(lines: InlineLine[]): InlineLine[] {
  const result: InlineLine[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    const before = last?.builder.text.trimEnd() ?? '';
    const after = line.builder.text.trimStart();
    const runsOn = before !== '' && after !== '' && !line.afterPageBreak && !beginsAnew(before, after);
    if (last && runsOn) appendLine(last, line);
    else result.push(line);
  }
  return result;
}

function beginsAnew(before: string, after: string): boolean {
  if (/^[\p{Ll},;)]/u.test(after)) return false;
  return /[.!?:;]['"’”)]?$/.test(before) || before.length < 60 || !/^\p{L}/u.test(after);
}

function appendLine(target: InlineLine, line: InlineLine): void {
  const { text, runs } = line.builder.finish();
  if (!target.builder.text.endsWith(' ')) target.builder.append(' ', lookOf(runs[0]));
  const shift = target.builder.length;
  for (const run of runs) target.builder.append(text.slice(run.start, run.end), lookOf(run));
  for (const each of line.revisions)
    target.revisions.push({ ...each, start: each.start + shift, end: each.end + shift });
  for (const [size, count] of line.sizes) target.sizes.set(size, (target.sizes.get(size) ?? 0) + count);
}

function joinCarried(carried: InlineLine[], lines: InlineLine[]): InlineLine[] {
  const last = carried.at(-1);
  const [first, ...rest] = lines;
  if (last === undefined || first === undefined) return [...carried, ...lines];
  appendLine(last, first);
  return [...carried, ...rest];
}

function lookOf(run: DraftBlock['runs'][number] | undefined): { bold: boolean; italic: boolean; underline: boolean } {
  return { bold: run?.bold ?? false, italic: run?.italic ?? false, underline: run?.underline ?? false };
}

function clampRevision(revision: Revision, text: string): Revision {
  return { ...revision, start: Math.min(revision.start, text.length), end: Math.min(revision.end, text.length) };
}

function mostUsed(sizes: Map<number, number>): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [size, count] of sizes) {
    if (count > most) {
      most = count;
      best = size;
    }
  }
  return best;
}

const TWIPS_PER_LIST_LEVEL = 360;

/** List depth by indent, for bullets that were typed: a quarter inch is a level. */
function readHanging(properties: XmlNode | undefined): number {
  const indent = child(properties, 'w:ind');
  const left = Number(wordAttribute(indent, 'left') ?? wordAttribute(indent, 'start') ?? 0);
  return Math.min(9, Math.max(0, Math.round(left / TWIPS_PER_LIST_LEVEL)));
}
