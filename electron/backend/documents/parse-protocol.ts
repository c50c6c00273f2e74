import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import type { SerialisedDocumentError } from './document-errors.ts';
import type { ParseProgress } from './parse-document.ts';

/** What the pool sends to a worker. */
export type WorkerRequest =
  | { type: 'parse'; job: number; bytes: Uint8Array; relabels: readonly Relabel[]; password: string | undefined }
  | { type: 'understand'; job: number; read: ReadDocument; relabels: readonly Relabel[] }
  | { type: 'cancel'; job: number };

/** What a worker answers. */
export type WorkerAnswer =
  | { type: 'progress'; job: number; progress: ParseProgress }
  /** The file was encrypted, and the password opened it. */
  | { type: 'unlocked'; job: number }
  | { type: 'done'; job: number; model: DocumentModel }
  | { type: 'failed'; job: number; error: SerialisedDocumentError };

/** What a worker is started with. */
export interface WorkerSettings {
  resourcesDir: string | undefined;
}
