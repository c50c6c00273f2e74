import type { DocumentWarning, ReadDocument } from '../../../shared/domain/document-model.ts';
import { readBlocks } from './docx-body.ts';
import type { Story } from './docx-story.ts';
import { readNumbering } from './docx-numbering.ts';
import { openDocxPackage } from './docx-package.ts';
import type { DocxPackage } from './docx-package.ts';
import { readStyles } from './docx-styles.ts';
import { DocumentError } from './document-errors.ts';
import type { DraftBlock } from './draft-block.ts';
import { finishBlocks } from './finish-blocks.ts';
import { READER_VERSION } from './reader-version.ts';
import { child, elements, wordAttribute } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';

/**
 * Reads a Word file (docx, docm, dotx, dotm) into blocks: headers first, then the body in reading order, then footnotes,
 * comments and footers; everything but the body is marked as furniture. Tracked changes read as accepted and are kept
 * in each block's `revisions`. Throws a DocumentError.
 */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const document = openDocxPackage(bytes);
  const body = child(document.read(document.mainPart), 'w:body');
  if (body === undefined) throw new DocumentError('DAMAGED_FILE');
  const warnings: DocumentWarning[] = [];
  const story: Story = {
    styles: readStyles(readRelated(document, 'styles', warnings)),
    numbering: readNumbering(readRelated(document, 'numbering', warnings)),
    fields: { stack: [] },
    blocks: [],
    warnings,
    unknown: new Set(),
    tables: { count: 0 },
    furniture: undefined,
    orphans: [],
    carried: null,
    sectionEnds: new Map(),
  };
  const read = (kind: string, furniture: DraftBlock['furniture']): DraftBlock[] =>
    readParts(document, document.related(kind), furniture, story);
  const later = headersOfLaterSections(document, body);
  const placed = new Set([...later.values()].flat());
  const front = document.related('header').filter((part) => !placed.has(part));
  const drafts = [
    ...readParts(document, front, 'header', story),
    ...withHeaders(readStory(body, undefined, story), story, (end) =>
      readParts(document, later.get(end) ?? [], 'header', story),
    ),
    ...read('footnotes', 'footnote'),
    ...read('endnotes', 'footnote'),
    ...read('comments', 'comment'),
    ...read('footer', 'footer'),
  ];
  if (OTHER_FILES.filter((name) => story.unknown.delete(name)).length > 0) {
    warnings.push({
      code: 'OTHER_FILE_INSIDE',
      message: 'The document takes in another file, which was not read; saved anew by Word it can be.',
    });
  }
  if (story.unknown.size > 0) {
    const names = [...story.unknown].sort().slice(0, 12).join(', ');
    warnings.push({ code: 'UNKNOWN_CONTENT', message: `The document holds parts that were not read: ${names}.` });
  }
  const revisions = drafts.flatMap((draft) => draft.revisions ?? []);
  // A change that Word tracked has someone to its name; what is only struck out has no one.
  const struck = revisions.filter((each) => each.author === null && each.date === null && each.kind === 'deleted');
  const changes = revisions.length - struck.length;
  if (changes > 0) {
    const words = changes === 1 ? '1 tracked change' : `${changes} tracked changes`;
    warnings.push({
      code: 'TRACKED_CHANGES',
      message: `The document holds ${words}; it is read as if they were accepted.`,
    });
  }
  if (struck.length > 0) {
    const places = struck.length === 1 ? '1 place' : `${struck.length} places`;
    warnings.push({
      code: 'TRACKED_CHANGES',
      message: `Words are struck out in ${places}; they are read as taken away.`,
    });
  }
  if (!drafts.some((draft) => draft.furniture === undefined)) {
    warnings.push({
      code: 'NO_TEXT',
      message: 'The document has no text of its own: it may hold a scan or pictures only.',
    });
  }
  return { format: 'docx', readerVersion: READER_VERSION, pages: [], blocks: finishBlocks(drafts), warnings };
}

/** A file within the package, or beside it, that Word makes part of the text when it opens the document. */
const OTHER_FILES = ['w:altChunk', 'w:subDoc'];

function readStory(node: XmlNode, furniture: DraftBlock['furniture'], shared: Story): DraftBlock[] {
  const story: Story = { ...shared, blocks: [], furniture, fields: { stack: [] }, orphans: [], carried: null };
  readBlocks(node, story, {});
  flush(story);
  return story.blocks;
}

/** What a deletion at the very end of a story left over stays known on its last block. */
function flush(story: Story): void {
  const last = story.blocks.at(-1);
  if (last === undefined || story.orphans.length === 0) return;
  const end = last.text.length;
  last.revisions = [...(last.revisions ?? []), ...story.orphans.map((each) => ({ ...each, start: end, end }))];
}

function readRelated(document: DocxPackage, kind: string, warnings: DocumentWarning[]): XmlNode | undefined {
  const [part] = document.related(kind);
  return part === undefined ? undefined : readPart(document, part, warnings);
}

/** Only the main part must be whole: without another one the document can still be read. */
function readPart(document: DocxPackage, part: string, warnings: DocumentWarning[]): XmlNode | undefined {
  try {
    return document.read(part);
  } catch (error) {
    if (!(error instanceof DocumentError) || error.code !== 'DAMAGED_FILE') throw error;
    warnings.push({ code: 'PART_DAMAGED', message: `A part of the file is damaged and was left out: ${part}.` });
    return undefined;
  }
}

/**
 * Headers that only a later section of pages has, by the element that ends the section before it: each may be the heading
 * of what stands on those pages.
 */
function headersOfLaterSections(document: DocxPackage, body: XmlNode): Map<XmlNode, string[]> {
  const inParagraphs = elements(body).flatMap((each) => child(child(each, 'w:pPr'), 'w:sectPr') ?? []);
  const last = child(body, 'w:sectPr');
  const found = new Map<XmlNode, string[]>();
  const seen = new Set<string>();
  for (const [index, section] of [...inParagraphs, ...(last === undefined ? [] : [last])].entries()) {
    const parts = elements(section)
      .filter(({ name }) => name === 'w:headerReference')
      .flatMap(({ attributes }) => document.partOf(attributes['r:id'] ?? '') ?? []);
    const fresh = parts.filter((part) => !seen.has(part));
    for (const part of fresh) seen.add(part);
    const before = inParagraphs[index - 1];
    if (before !== undefined) found.set(before, fresh);
  }
  return found;
}

/** Puts each section's own headers where its pages begin. */
function withHeaders(
  blocks: readonly DraftBlock[],
  { sectionEnds }: Story,
  headersAfter: (end: XmlNode) => DraftBlock[],
): DraftBlock[] {
  const drafts: DraftBlock[] = [];
  let from = 0;
  for (const [end, at] of sectionEnds) {
    drafts.push(...blocks.slice(from, at), ...headersAfter(end));
    from = at;
  }
  return [...drafts, ...blocks.slice(from)];
}

/** Headers and footers stand in the part's root; notes and comments one element deeper, separators apart. */
function readParts(
  document: DocxPackage,
  parts: readonly string[],
  furniture: DraftBlock['furniture'],
  shared: Story,
): DraftBlock[] {
  const seen = new Set<string>();
  const drafts: DraftBlock[] = [];
  const isRunning = furniture === 'header' || furniture === 'footer';
  for (const part of parts) {
    const root = readPart(document, part, shared.warnings);
    if (root === undefined) continue;
    const stories = isRunning ? [root] : elements(root).filter(isNote);
    for (const node of stories) {
      for (const draft of readStory(node, furniture, shared)) {
        // First-page, even and odd headers mostly say the same.
        const key = `${furniture}:${draft.text}`;
        if (isRunning && seen.has(key)) continue;
        seen.add(key);
        drafts.push(draft);
      }
    }
  }
  return drafts;
}

function isNote(node: XmlNode): boolean {
  const type = wordAttribute(node, 'type');
  return type === undefined || type === 'normal';
}
