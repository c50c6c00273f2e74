import { availableParallelism } from 'node:os';
import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import type { Hint } from '../../../shared/domain/hint.ts';
import type { PlanComparison } from '../../../shared/domain/plan-comparison.ts';
import type { CopiedPassages, CopiedTask } from './copied-passages.ts';
import { DocumentError } from './document-errors.ts';
import { MAX_FILE_BYTES } from './parse-document.ts';
import type { ParseProgress } from './parse-document.ts';
import type { WorkerAnswer, WorkerTask } from './parse-protocol.ts';
import { type Job, ParseThread, type ThreadOptions } from './parse-thread.ts';
import type { SheetRequest } from '../register/read-sheet.ts';
import type { SheetAnswer } from '../register/sheet-file.ts';
import type { CompareTask, DigestTask, HintsTask, PlanDigests } from './plan-tasks.ts';

export interface ParsePoolOptions extends ThreadOptions {
  /** Documents read at the same time; by default one fewer than the machine has cores, at most four. */
  size?: number;
}

export interface ParseOptions {
  /** Not read, never part of an answer: content decides the format. */
  fileName?: string;
  relabels?: readonly Relabel[];
  /** Tried where the file is encrypted, and only there. */
  password?: string;
  /** The file was encrypted, and the password opened it. */
  onUnlocked?: () => void;
  signal?: AbortSignal;
  onProgress?: (progress: ParseProgress) => void;
}

export interface ParsePool {
  /** Reads and understands a document; `bytes` stay the caller's. Rejects with a DocumentError. */
  parse(bytes: Uint8Array, options?: ParseOptions): Promise<DocumentModel>;
  /** Understands a document anew, as after a person's corrections, without reading its file again. */
  understand(read: ReadDocument, relabels: readonly Relabel[]): Promise<DocumentModel>;
  /** Finds the hints of a plan that was read before; goes before files that wait to be read. */
  findHints(task: Omit<HintsTask, 'type'>): Promise<Hint[]>;
  /** Compares two versions that were read before; goes before files that wait to be read. */
  compare(task: Omit<CompareTask, 'type'>): Promise<PlanComparison>;
  /** Gives digests of a plan's sentences, to find them again in other plans. */
  digest(task: Omit<DigestTask, 'type'>): Promise<PlanDigests>;
  /** Finds in a plan what it shares with others, and others' names. */
  findCopied(task: Omit<CopiedTask, 'type'>): Promise<CopiedPassages>;
  /** Reads a table from CSV or a workbook; `bytes` stay the caller's. */
  readSheet(bytes: Uint8Array, request?: SheetRequest): Promise<SheetAnswer>;
  /** Ends the workers; what is still running or waiting is cancelled. */
  close(): Promise<void>;
}

/** Starts a pool of warm worker threads; each takes one job at a time and is replaced when a job ends it. */
export function createParsePool(options: ParsePoolOptions = {}): ParsePool {
  return new Pool(options);
}

class Pool implements ParsePool {
  readonly #options: ParsePoolOptions;
  readonly #size: number;
  readonly #queue: Job[] = [];
  readonly #threads = new Set<ParseThread>();
  #nextJob = 1;
  #isClosed = false;

  constructor(options: ParsePoolOptions) {
    this.#options = options;
    this.#size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  }

  parse(bytes: Uint8Array, options: ParseOptions = {}): Promise<DocumentModel> {
    if (bytes.length === 0) return Promise.reject(new DocumentError('EMPTY_FILE'));
    if (bytes.length > MAX_FILE_BYTES) return Promise.reject(new DocumentError('TOO_LARGE'));
    const { relabels = [], password } = options;
    // pdf.js empties the array it is given, so the worker gets its own copy.
    return this.#ask({ type: 'parse', bytes: new Uint8Array(bytes), relabels, password }, modelIn, options);
  }

  understand(read: ReadDocument, relabels: readonly Relabel[]): Promise<DocumentModel> {
    return this.#ask({ type: 'understand', read, relabels }, modelIn);
  }

  findHints(task: Omit<HintsTask, 'type'>): Promise<Hint[]> {
    return this.#ask({ type: 'hints', ...task }, (answer) => (answer.type === 'hinted' ? answer.hints : null));
  }

  compare(task: Omit<CompareTask, 'type'>): Promise<PlanComparison> {
    return this.#ask({ type: 'compare', ...task }, (answer) => (answer.type === 'compared' ? answer.comparison : null));
  }

  digest(task: Omit<DigestTask, 'type'>): Promise<PlanDigests> {
    return this.#ask({ type: 'digest', ...task }, (answer) => (answer.type === 'digested' ? answer.digests : null));
  }

  findCopied(task: Omit<CopiedTask, 'type'>): Promise<CopiedPassages> {
    return this.#ask({ type: 'copied', ...task }, (answer) => (answer.type === 'copied' ? answer.passages : null));
  }

  readSheet(bytes: Uint8Array, request: SheetRequest = {}): Promise<SheetAnswer> {
    const task = { type: 'sheet', bytes: new Uint8Array(bytes), request } as const;
    return this.#ask(task, (answer) => (answer.type === 'sheet' ? answer.answer : null));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#queue.splice(0)) job.reject(new DocumentError('CANCELLED'));
    await Promise.all([...this.#threads].map((thread) => thread.end(new DocumentError('CANCELLED'))));
  }

  /** `read` takes the result out of the answer that a task of this kind has. */
  #ask<Result>(
    task: WorkerTask,
    read: (answer: WorkerAnswer) => Result | null,
    { signal, onProgress, onUnlocked }: Pick<ParseOptions, 'signal' | 'onProgress' | 'onUnlocked'> = {},
  ): Promise<Result> {
    if (this.#isClosed || signal?.aborted === true) return Promise.reject(new DocumentError('CANCELLED'));
    return new Promise((resolve, reject) => {
      const job: Job = {
        id: this.#nextJob,
        task,
        isUrgent: URGENT.has(task.type),
        signal,
        reject,
        hear(answer) {
          if (answer.type === 'progress') onProgress?.(answer.progress);
          else if (answer.type === 'unlocked') onUnlocked?.();
          else {
            const result = read(answer);
            if (result === null) reject(new DocumentError('READER_FAILED'));
            else resolve(result);
          }
        },
      };
      this.#nextJob += 1;
      this.#queue.push(job);
      signal?.addEventListener('abort', () => this.#dropWaiting(job), { once: true });
      this.#pump();
    });
  }

  #dropWaiting(job: Job): void {
    const at = this.#queue.indexOf(job);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    job.reject(new DocumentError('CANCELLED'));
  }

  #pump(): void {
    while (!this.#isClosed) {
      const job = this.#queue.find(({ isUrgent }) => isUrgent) ?? this.#queue[0];
      const thread = job && this.#threadFor(job);
      if (!job || !thread) return;
      this.#queue.splice(this.#queue.indexOf(job), 1);
      thread.run(job);
    }
  }

  /** Files are read on `size` threads at most; what a person waits for gets one more rather than wait for a long file. */
  #threadFor({ isUrgent }: Job): ParseThread | null {
    const threads = [...this.#threads];
    if (!isUrgent && threads.filter((thread) => thread.isReading).length >= this.#size) return null;
    const idle = threads.find((thread) => thread.isIdle);
    return idle ?? (threads.length < this.#size + (isUrgent ? 1 : 0) ? this.#start() : null);
  }

  #start(): ParseThread {
    const thread = new ParseThread(this.#options, {
      onIdle: () => this.#pump(),
      onGone: () => {
        this.#threads.delete(thread);
        this.#pump();
      },
    });
    this.#threads.add(thread);
    return thread;
  }
}

/** Tasks that take milliseconds, and that somebody looks at the screen for. */
const URGENT: ReadonlySet<WorkerTask['type']> = new Set(['hints', 'compare', 'copied'] as const);

function modelIn(answer: WorkerAnswer): DocumentModel | null {
  return answer.type === 'done' ? answer.model : null;
}
