import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import { understand } from '../understanding/understand.ts';
import { DocumentError } from './document-errors.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { sniffFormat } from './sniff-format.ts';

/** How far the work has come; pages are told for PDF only. */
export interface ParseProgress {
  stage: 'reading' | 'understanding';
  page?: number;
  pages?: number;
}

export interface ParseDocumentOptions {
  relabels?: readonly Relabel[] | undefined;
  resourcesDir?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ParseProgress) => void) | undefined;
}

/** Larger than any plan with its appendices; what lies above is not even opened. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

/**
 * Reads and understands one document on the calling thread; takes over `bytes`. The application goes through the parse
 * pool instead. A scan gives a model with the warning NO_TEXT. Throws a DocumentError.
 */
export async function parseDocument(bytes: Uint8Array, options: ParseDocumentOptions = {}): Promise<DocumentModel> {
  if (bytes.length > MAX_FILE_BYTES) throw new DocumentError('TOO_LARGE');
  const format = sniffFormat(bytes);
  options.onProgress?.({ stage: 'reading' });
  const read = format === 'pdf' ? await readPdfPages(bytes, options) : readDocx(bytes);
  options.signal?.throwIfAborted();
  options.onProgress?.({ stage: 'understanding' });
  return understand(read, options.relabels ?? []);
}

function readPdfPages(
  bytes: Uint8Array,
  { resourcesDir, signal, onProgress }: ParseDocumentOptions,
): Promise<ReadDocument> {
  return readPdf(bytes, {
    resourcesDir,
    signal,
    onPage: (page, pages) => onProgress?.({ stage: 'reading', page, pages }),
  });
}
