import './pdf-env.ts';
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { DocumentError } from './document-errors.ts';
import { PdfPort } from './pdf-port.ts';

export interface OpenPdf {
  document: PDFDocumentProxy;
  /** Whether the file was encrypted so that only the password opened it. */
  isUnlocked: boolean;
  close(): Promise<void>;
}

/**
 * Opens a PDF for reading its text and drawn lines; pictures are never decoded.
 * `bytes` are taken over by pdf.js and empty afterwards; `password` is tried only where it is needed.
 * Throws PASSWORD_NEEDED, WRONG_PASSWORD, UNSUPPORTED_ENCRYPTION or DAMAGED_FILE.
 */
export async function openPdf(bytes: Uint8Array, resourcesDir?: string, password?: string): Promise<OpenPdf> {
  const folder = resourcesDir ?? pdfjsFolder();
  const worker = startWorker();
  const task = getDocument({
    data: bytes,
    worker,
    cMapUrl: folderUrl(folder, 'cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderUrl(folder, 'standard_fonts'),
    wasmUrl: folderUrl(folder, 'wasm'),
    iccUrl: folderUrl(folder, 'iccs'),
    useSystemFonts: false,
    // Else the outlines of all letters are worked out for drawing.
    disableFontFace: false,
    ownerDocument: NOWHERE,
    // Fonts' own names say bold and italic.
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    // No picture is larger than nothing: a scan costs no decoding.
    maxImageSize: 0,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  let isUnlocked = false;
  let refusal: DocumentError | undefined;
  task.onPassword = (answer: (password: string | Error) => void) => {
    if (password !== undefined && password !== '' && !isUnlocked) {
      isUnlocked = true;
      answer(password);
      return;
    }
    refusal = new DocumentError(isUnlocked ? 'WRONG_PASSWORD' : 'PASSWORD_NEEDED');
    answer(refusal);
  };
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  try {
    const document = await task.promise;
    return { document, isUnlocked, close };
  } catch (error) {
    await close();
    throw refusal ?? new DocumentError(isForeignEncryption(error) ? 'UNSUPPORTED_ENCRYPTION' : 'DAMAGED_FILE');
  }
}

/** pdf.js's reading half, on this thread too and not looked for by a relative path, which a bundle does not have. */
function startWorker(): PDFWorker {
  const port = new PdfPort();
  WorkerMessageHandler.initializeFromPort(port);
  return PDFWorker.create({ port, verbosity: 0 });
}

/** The page that fonts would be shown on: it takes each, and keeps none. */
const NOWHERE: HTMLDocument = Object.assign(Object.create(null), { fonts: { add: leave, delete: leave } });

function leave(): void {
  // Nothing is shown.
}

/** pdf.js knows the standard security handler only: no certificates, no rights management. Its words are all it tells. */
function isForeignEncryption(error: unknown): boolean {
  return error instanceof Error && /unknown encryption method|unsupported encryption/i.test(error.message);
}

let installed: string | undefined;

/** The folder of pdf.js in the source tree; the packaged application names its own in `resourcesDir`. */
function pdfjsFolder(): string {
  installed ??= path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return installed;
}

function folderUrl(folder: string, name: string): string {
  // pdf.js in Node reads plain paths as well as file: URLs, and insists on the trailing slash.
  return `${path.join(folder, name).replaceAll('\\', '/')}/`;
}
