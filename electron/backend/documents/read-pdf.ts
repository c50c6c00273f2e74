import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentWarning, ReadDocument } from '../../../shared/domain/document-model.ts';
import { DocumentError } from './document-errors.ts';
import type { DraftBlock } from './draft-block.ts';
import { finishBlocks } from './finish-blocks.ts';
import { openPdf } from './load-pdfjs.ts';
import type { OpenPdf } from './load-pdfjs.ts';
import { sortFurniture } from './pdf-furniture.ts';
import type { FurniturePage } from './pdf-furniture.ts';
import { toView } from './pdf-geometry.ts';
import { findGrids } from './pdf-grids.ts';
import { joinPages } from './pdf-join.ts';
import type { LaidPage } from './pdf-join.ts';
import { layPage } from './pdf-layout.ts';
import { viewPage } from './pdf-lines.ts';
import type { Line } from './pdf-lines.ts';
import { readPageMarks } from './pdf-marks.ts';
import type { PageMarks } from './pdf-marks.ts';
import { makeParagraphs } from './pdf-paragraphs.ts';
import { readSetting } from './pdf-setting.ts';
import type { PageFacts } from './pdf-paragraphs.ts';
import { READER_VERSION } from './reader-version.ts';

type Page = ReadDocument['pages'][number];

/** No plan, its appendices included, comes near this. */
const MAX_PAGES = 5000;

export interface ReadPdfOptions {
  /** Folder with pdf.js's cmaps, standard_fonts, wasm and iccs; by default the installed package's. */
  resourcesDir?: string | undefined;
  /** Tried where the file is encrypted, and only there. */
  password?: string | undefined;
  /** The file was encrypted, and the password opened it. */
  onUnlocked?: (() => void) | undefined;
  onPage?: ((page: number, pages: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a PDF into blocks in reading order, with page and box. Takes over `bytes`. A document without any text gives
 * the warning NO_TEXT and pages with `hasText: false`. Throws a DocumentError.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<ReadDocument> {
  const pdf = await openPdf(bytes, options.resourcesDir, options.password);
  if (pdf.isUnlocked) options.onUnlocked?.();
  const { pages, views, warnings } = await readAndClose(pdf, options);
  const blocks = finishBlocks(joinPages(layPages(views)));
  return { format: 'pdf', readerVersion: READER_VERSION, pages, blocks, warnings };
}

/** Lays out one page after the other, and lets go of each behind it: a long document would else stand in memory twice. */
function* layPages(views: FurniturePage[]): Generator<LaidPage> {
  const sorted = sortFurniture(views);
  const vocabulary = gatherWords(views);
  const setting = readSetting(sorted.map(({ body }, index) => ({ body, grids: views[index]?.grids ?? [] })));
  const { leading, cellLeading } = setting;
  for (const [index, page] of sorted.entries()) {
    const view = views[index];
    const facts: PageFacts = { page: index + 1, turn: view?.view.turn ?? 0, vocabulary, leading, cellLeading };
    yield {
      header: [...running(page.header, 'header', facts), ...watermarks(view, facts)],
      elements: layPage(page.body, view?.grids ?? [], facts, setting.marginOf(page.body)),
      footer: running(page.footer, 'footer', facts),
    };
    views[index] = EMPTY_PAGE;
    sorted[index] = { body: [], header: [], footer: [] };
  }
}

/** pdf.js lets go of its memory before the pages are laid out. */
async function readAndClose(pdf: OpenPdf, options: ReadPdfOptions): ReturnType<typeof readPages> {
  try {
    return await readPages(pdf, options);
  } finally {
    await pdf.close();
  }
}

async function readPages(
  { document }: OpenPdf,
  options: ReadPdfOptions,
): Promise<{ pages: Page[]; views: FurniturePage[]; warnings: DocumentWarning[] }> {
  const count = document.numPages;
  if (count > MAX_PAGES) throw new DocumentError('TOO_LARGE', `The file has ${count} pages; no plan has so many.`);
  const pages: Page[] = [];
  const views: FurniturePage[] = [];
  const unread: number[] = [];
  for (const [number, begun] of beginPages(document)) {
    options.signal?.throwIfAborted();
    try {
      const { page, marks } = await begun;
      const view = viewPage(marks);
      const { width, height } = page.getViewport({ scale: 1 });
      pages.push({ number, width, height, rotation: page.rotate, hasText: view.pieces.length > 0 });
      const corners = [
        toView(view.turn, page.view[0] ?? 0, page.view[1] ?? 0),
        toView(view.turn, page.view[2] ?? 0, page.view[3] ?? 0),
      ];
      const edges = corners.map(([, y]) => y);
      views.push({
        view,
        grids: findGrids(view.horizontal, view.vertical),
        top: Math.min(...edges),
        bottom: Math.max(...edges),
      });
      page.cleanup();
    } catch (error) {
      if (error instanceof DocumentError || options.signal?.aborted === true) throw error;
      unread.push(number);
      pages.push({ number, width: 595, height: 842, rotation: 0, hasText: false });
      views.push(EMPTY_PAGE);
    }
    options.onPage?.(number, count);
  }
  if (count > 0 && unread.length === count) throw new DocumentError('DAMAGED_FILE');
  return { pages, views, warnings: pageWarnings(pages, unread) };
}

interface BegunPage {
  page: PDFPageProxy;
  marks: PageMarks;
}

/** Each page with its number, the next one begun too: other threads unpack its streams while this one is looked at. */
function* beginPages(document: PDFDocumentProxy): Generator<[number, Promise<BegunPage>]> {
  let next: Promise<BegunPage> | undefined;
  for (let number = 1; number <= document.numPages; number += 1) {
    const begun = next ?? beginPage(document, number);
    next = number < document.numPages ? beginPage(document, number + 1) : undefined;
    yield [number, begun];
  }
}

function beginPage(document: PDFDocumentProxy, number: number): Promise<BegunPage> {
  const begun = document.getPage(number).then(async (page) => ({ page, marks: await readPageMarks(page) }));
  // Where the reading has ended before this page's turn, nobody hears of its failure.
  begun.catch(() => undefined);
  return begun;
}

const EMPTY_PAGE: FurniturePage = {
  view: { turn: 0, pieces: [], watermarks: [], horizontal: [], vertical: [] },
  grids: [],
  top: 0,
  bottom: 842,
};

function pageWarnings(pages: readonly Page[], unread: readonly number[]): DocumentWarning[] {
  const warnings: DocumentWarning[] = unread.map((page) => ({
    code: 'PAGE_DAMAGED',
    message: `Page ${page} is damaged and was left out.`,
    page,
  }));
  const silent = pages.filter((page) => !page.hasText && !unread.includes(page.number));
  if (pages.length === 0 || silent.length === pages.length) {
    warnings.push({ code: 'NO_TEXT', message: 'The document has no text: it is a scan or pictures of pages.' });
  } else if (silent.length > 0) {
    const list = silent
      .slice(0, 10)
      .map((page) => page.number)
      .join(', ');
    const more = silent.length > 10 ? ' …' : '';
    warnings.push({
      code: 'PAGES_WITHOUT_TEXT',
      message: `These pages have no text and may be scans: ${list}${more}.`,
    });
  }
  return warnings;
}

function running(lines: readonly Line[], furniture: 'header' | 'footer', facts: PageFacts): DraftBlock[] {
  return lines
    .flatMap((line) => makeParagraphs([line], line.right, facts))
    .map(({ draft }) => ({ ...draft, furniture }));
}

function watermarks(page: FurniturePage | undefined, facts: PageFacts): DraftBlock[] {
  return (page?.view.watermarks ?? []).map((piece) => ({
    kind: 'paragraph',
    text: piece.text.trim(),
    page: facts.page,
    fontSize: piece.size,
    runs: [],
    furniture: 'watermark',
    isBold: false,
  }));
}

/** Words that stand inside a line, so whole for certain. */
function gatherWords(pages: readonly FurniturePage[]): Set<string> {
  const words = new Set<string>();
  for (const { view } of pages) {
    for (const { text } of view.pieces) {
      const found = text.toLowerCase().match(/[\p{L}'’]+(?:-[\p{L}'’]+)*/gu) ?? [];
      for (const word of found.slice(1, -1)) words.add(word);
    }
  }
  return words;
}
