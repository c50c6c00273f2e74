import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { DocumentError } from '../backend/documents/document-errors.ts';
import { createParsePool } from '../backend/documents/parse-pool.ts';
import type { ParsePool } from '../backend/documents/parse-pool.ts';

/** Why a file was not read, in words for people. */
export interface ReadFailure {
  code: string;
  message: string;
  advice: string;
}

/** A pool for the command line; `GOLDTHREAD_RESOURCES` names the packaged resources. The caller closes it. */
export function createCommandPool(): ParsePool {
  const resources = process.env['GOLDTHREAD_RESOURCES'];
  return createParsePool(resources === undefined ? {} : { resourcesDir: path.join(resources, 'pdfjs') });
}

/**
 * Reads and understands one file; a scan, which has no text to work on, is a failure here. A file with a password is
 * opened by GOLDTHREAD_DOCUMENT_PASSWORD, never by an argument, which others could read. Never throws.
 */
export async function readPlanFile(
  file: string,
  pool: ParsePool,
): Promise<{ model: DocumentModel } | { failure: ReadFailure }> {
  const password = process.env['GOLDTHREAD_DOCUMENT_PASSWORD'];
  try {
    const model = await pool.parse(await readFile(file), {
      fileName: file,
      ...(password === undefined ? {} : { password }),
    });
    if (model.warnings.some((warning) => warning.code === 'NO_TEXT'))
      return { failure: toFailure(new DocumentError('NO_TEXT')) };
    return { model };
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code !== 'PASSWORD_NEEDED') return { failure };
    return {
      failure: { ...failure, advice: 'Put its password into GOLDTHREAD_DOCUMENT_PASSWORD and run this again.' },
    };
  }
}

/** Why a file cannot be opened or read, in words. */
export function toFailure(error: unknown): ReadFailure {
  if (error instanceof DocumentError) return error.toJSON();
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') {
    return { code: 'FILE_NOT_FOUND', message: 'There is no such file.', advice: 'Check the path.' };
  }
  return {
    code: 'CANNOT_OPEN',
    message: 'The file cannot be opened.',
    advice: 'Check that it is a file and that you may read it.',
  };
}
