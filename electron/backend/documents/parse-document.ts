import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { understand } from '../understanding/understand.ts';
import { decryptOffice } from './decrypt-office.ts';
import { DocumentError } from './document-errors.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { type DocumentFormat, sniffFormat } from './sniff-format.ts';

/** How far the work has come; pages are told for PDF only. */
export interface ParseProgress {
  stage: 'reading' | 'understanding';
  page?: number;
  pages?: number;
}

export interface ParseDocumentOptions {
  relabels?: readonly Relabel[] | undefined;
  resourcesDir?: string | undefined;
  /** Tried where the file is encrypted, and only there. */
  password?: string | undefined;
  /** The file was encrypted, and the password opened it. */
  onUnlocked?: (() => void) | undefined;
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
  const read = await readFormat(bytes, format, options);
  options.signal?.throwIfAborted();
  options.onProgress?.({ stage: 'understanding' });
  return understand(read, options.relabels ?? []);
}

async function readFormat(
  bytes: Uint8Array,
  format: DocumentFormat,
  options: ParseDocumentOptions,
): Promise<ReadDocument> {
  switch (format) {
    case 'pdf':
      return readPdfPages(bytes, options);
    case 'docx':
      return readDocx(bytes);
    case 'encrypted office': {
      const decrypted = decryptOffice(bytes, options.password);
      options.onUnlocked?.();
      // An encrypted workbook or a package inside a package ends here.
      if (sniffFormat(decrypted) !== 'docx') throw new DocumentError('UNSUPPORTED_FORMAT');
      return readDocx(decrypted);
    }
    default:
      return assertNever(format);
  }
}

function readPdfPages(
  bytes: Uint8Array,
  { resourcesDir, password, onUnlocked, signal, onProgress }: ParseDocumentOptions,
): Promise<ReadDocument> {
  return readPdf(bytes, {
    resourcesDir,
    password,
    onUnlocked,
    signal,
    onPage: (page, pages) => onProgress?.({ stage: 'reading', page, pages }),
  });
}
