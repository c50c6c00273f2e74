import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import { DocumentError, reviveDocumentError, type SerialisedDocumentError } from './document-errors.ts';

export type ParseJob =
  | { kind: 'parse'; bytes: Uint8Array; relabels: Relabel[]; resourcesDir?: string }
  | { kind: 'understand'; read: ReadDocument; relabels: Relabel[] };

export interface ParseProgress {
  stage: 'reading' | 'understanding';
  page?: number;
  pages?: number;
}

export type ParseReply =
  | ({ kind: 'progress' } & ParseProgress)
  | { kind: 'done'; model: DocumentModel }
  | { kind: 'failed'; error: SerialisedDocumentError };

export interface ParsePool {
  parse(
    bytes: Uint8Array,
    options?: { fileName?: string; relabels?: Relabel[]; signal?: AbortSignal; onProgress?: (progress: ParseProgress) => void },
  ): Promise<DocumentModel>;
  understand(read: ReadDocument, relabels: Relabel[]): Promise<DocumentModel>;
  close(): Promise<void>;
}

/** The slowest plan of a hundred pages takes a few seconds; a 2,000-page file about a minute. */
const DEADLINE_MS = 120_000;
const MEMORY_MB = 1_024;

interface Waiting {
  job: ParseJob;
  signal: AbortSignal | undefined;
  onProgress: ((progress: ParseProgress) => void) | undefined;
  resolve: (model: DocumentModel) => void;
  reject: (error: unknown) => void;
}

/** Warm worker threads that take one document at a time, with a deadline and a memory limit. */
export function createParsePool({
  size = Math.max(1, Math.min(4, availableParallelism())),
  deadlineMs = DEADLINE_MS,
  memoryMb = MEMORY_MB,
  workerUrl = new URL(import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js', import.meta.url),
  resourcesDir,
}: { size?: number; deadlineMs?: number; memoryMb?: number; workerUrl?: URL; resourcesDir?: string } = {}): ParsePool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  let busy = 0;

  function next(): void {
    if (busy >= size) return;
    const waiting = queue.shift();
    if (!waiting) return;
    if (waiting.signal?.aborted) {
      waiting.reject(new DocumentError('CANCELLED'));
      next();
      return;
    }
    busy += 1;
    const worker = idle.pop() ?? new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    run(worker, waiting);
  }

  function run(worker: Worker, { job, signal, onProgress, resolve, reject }: Waiting): void {
    const finish = (isReusable: boolean, settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      busy -= 1;
      if (isReusable) idle.push(worker);
      else void worker.terminate();
      settle();
      next();
    };
    const fail = (code: 'TIMED_OUT' | 'CANCELLED' | 'OUT_OF_MEMORY' | 'READER_FAILED') => () =>
      finish(false, () => reject(new DocumentError(code)));
    const timer = setTimeout(fail('TIMED_OUT'), deadlineMs);
    const cancel = fail('CANCELLED');
    signal?.addEventListener('abort', cancel);
    worker.on('message', (reply: ParseReply) => {
      if (reply.kind === 'progress') onProgress?.({ ...reply });
      else if (reply.kind === 'done') finish(true, () => resolve(reply.model));
      else finish(true, () => reject(reviveDocumentError(reply.error)));
    });
    worker.on('error', (error) => {
      const code = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'OUT_OF_MEMORY' : 'READER_FAILED';
      fail(code)();
    });
    worker.postMessage(job);
  }

  return {
    parse: (bytes, { relabels = [], signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        const job: ParseJob = { kind: 'parse', bytes, relabels, ...(resourcesDir === undefined ? {} : { resourcesDir }) };
        queue.push({ job, signal, onProgress, resolve, reject });
        next();
      }),
    understand: (read, relabels) =>
      new Promise((resolve, reject) => {
        queue.push({ job: { kind: 'understand', read, relabels }, signal: undefined, onProgress: undefined, resolve, reject });
        next();
      }),
    async close() {
      await Promise.all(idle.map((worker) => worker.terminate()));
    },
  };
}
