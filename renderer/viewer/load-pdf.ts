import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import { DOCUMENT_PASSWORD_HEADER } from '../../shared/contract/documents.ts';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** pdf.js's own resources, served by the backend on the page's origin; the slash at the end is needed. */
const RESOURCES = '/pdfjs/';

export interface LoadedPdf {
  pdf: PDFDocumentProxy;
  /** Frees the document and its worker. */
  close: () => void;
}

/**
 * Opens the stored bytes of a document for drawing. They are fetched whole: they come from this machine, and a
 * stream would gain nothing.
 * @throws when the bytes cannot be had or are no PDF.
 */
export async function loadPdf(fileUrl: string, signal: AbortSignal): Promise<LoadedPdf> {
  const response = await fetch(fileUrl, { signal, credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The document's bytes could not be had (${response.status}).`);
  const password = response.headers.get(DOCUMENT_PASSWORD_HEADER);
  const task = getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    ...(password === null ? {} : { password: decodeURIComponent(password) }),
    cMapUrl: `${RESOURCES}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${RESOURCES}standard_fonts/`,
    wasmUrl: `${RESOURCES}wasm/`,
    iccUrl: `${RESOURCES}iccs/`,
    verbosity: 0,
  });
  const close = (): void => {
    void task.destroy();
  };
  signal.addEventListener('abort', close, { once: true });
  return { pdf: await task.promise, close };
}
