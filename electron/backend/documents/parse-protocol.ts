import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import type { Hint } from '../../../shared/domain/hint.ts';
import type { PlanComparison } from '../../../shared/domain/plan-comparison.ts';
import type { CopiedPassages, CopiedTask } from './copied-passages.ts';
import type { SerialisedDocumentError } from './document-errors.ts';
import type { ParseProgress } from './parse-document.ts';
import type { SheetRequest } from '../register/read-sheet.ts';
import type { SheetAnswer } from '../register/sheet-file.ts';
import type { CompareTask, DigestTask, HintsTask, PlanDigests } from './plan-tasks.ts';

/** Reads a table, such as a register. */
export interface SheetTask {
  type: 'sheet';
  bytes: Uint8Array;
  request: SheetRequest;
}

/** What a worker can be asked to do. */
export type WorkerTask =
  | { type: 'parse'; bytes: Uint8Array; relabels: readonly Relabel[]; password: string | undefined }
  | { type: 'understand'; read: ReadDocument; relabels: readonly Relabel[] }
  | HintsTask
  | CompareTask
  | DigestTask
  | CopiedTask
  | SheetTask;

/** What the pool sends to a worker. */
export type WorkerRequest = (WorkerTask & { job: number }) | { type: 'cancel'; job: number };

/** What a worker answers. */
export type WorkerAnswer =
  | { type: 'progress'; job: number; progress: ParseProgress }
  /** The file was encrypted, and the password opened it. */
  | { type: 'unlocked'; job: number }
  | { type: 'done'; job: number; model: DocumentModel }
  | { type: 'hinted'; job: number; hints: Hint[] }
  | { type: 'compared'; job: number; comparison: PlanComparison }
  | { type: 'digested'; job: number; digests: PlanDigests }
  | { type: 'copied'; job: number; passages: CopiedPassages }
  | { type: 'sheet'; job: number; answer: SheetAnswer }
  | { type: 'failed'; job: number; error: SerialisedDocumentError };

/** What a worker is started with. */
export interface WorkerSettings {
  resourcesDir: string | undefined;
}
