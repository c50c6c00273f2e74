import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import { DocumentError, reviveDocumentError } from './document-errors.ts';
import { MAX_FILE_BYTES } from './parse-document.ts';
import type { ParseProgress } from './parse-document.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSettings } from './parse-protocol.ts';

export interface ParsePoolOptions {
  /** Documents read at the same time; by default one fewer than the machine has cores, at most four. */
  size?: number;
  /** Longest silence of a job, in milliseconds; each page read breaks the silence. Ten times as long in all. */
  deadlineMs?: number;
  /** What one worker may hold in memory, buffers included, in megabytes. */
  memoryMb?: number;
  /** Folder with pdf.js's cmaps, standard_fonts, wasm and iccs, where they are not in node_modules. */
  resourcesDir?: string;
  /** The worker's code; by default beside this file. */
  workerUrl?: URL;
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
  /** Ends the workers; what is still running or waiting is cancelled. */
  close(): Promise<void>;
}

/** The slowest page of the corpus takes 0.1 s; a page of 30 s is hostile. */
const DEADLINE_MS = 30_000;
const TOTAL_DEADLINES = 10;
/** Five times what a 2,000-page plan needs. */
const MEMORY_MB = 1024;
/**
 * The engine's own limit ends the whole process when a single allocation crosses it, and knows nothing of buffers. So
 * it is set far above ours, which the pool watches itself; a worker answers even in the middle of a loop.
 */
const ENGINE_LIMIT_TIMES = 3;
/**
 * How often a worker at work is looked at. Deadlines are counted in looks, not read off a clock: while the machine sleeps
 * or our own thread is busy none is taken, and what the worker said meanwhile is heard first.
 */
const LOOK_MS = 100;
/** How long a cancelled job may take to stop by itself before its thread is ended. */
const CANCEL_GRACE_MS = 250;

type Work =
  | { type: 'parse'; bytes: Uint8Array; password: string | undefined }
  | { type: 'understand'; read: ReadDocument };

interface Job {
  id: number;
  work: Work;
  relabels: readonly Relabel[];
  signal: AbortSignal | undefined;
  onProgress: ((progress: ParseProgress) => void) | undefined;
  onUnlocked: (() => void) | undefined;
  resolve(model: DocumentModel): void;
  reject(error: Error): void;
}

/** Starts a pool of warm worker threads; each takes one job at a time and is replaced when a job ends it. */
export function createParsePool(options: ParsePoolOptions = {}): ParsePool {
  return new Pool(options);
}

class Pool implements ParsePool {
  readonly #options: ParsePoolOptions;
  readonly #size: number;
  readonly #queue: Job[] = [];
  readonly #threads = new Set<Thread>();
  #nextJob = 1;
  #isClosed = false;

  constructor(options: ParsePoolOptions) {
    this.#options = options;
    this.#size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  }

  parse(bytes: Uint8Array, options: ParseOptions = {}): Promise<DocumentModel> {
    if (bytes.length === 0) return Promise.reject(new DocumentError('EMPTY_FILE'));
    if (bytes.length > MAX_FILE_BYTES) return Promise.reject(new DocumentError('TOO_LARGE'));
    // pdf.js empties the array it is given, so the worker gets its own copy.
    const work: Work = { type: 'parse', bytes: new Uint8Array(bytes), password: options.password };
    return this.#enqueue(work, options);
  }

  understand(read: ReadDocument, relabels: readonly Relabel[]): Promise<DocumentModel> {
    return this.#enqueue({ type: 'understand', read }, { relabels });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#queue.splice(0)) job.reject(new DocumentError('CANCELLED'));
    await Promise.all([...this.#threads].map((thread) => thread.end(new DocumentError('CANCELLED'))));
  }

  #enqueue(work: Work, { relabels, signal, onProgress, onUnlocked }: ParseOptions): Promise<DocumentModel> {
    if (this.#isClosed || signal?.aborted === true) return Promise.reject(new DocumentError('CANCELLED'));
    return new Promise((resolve, reject) => {
      const id = this.#nextJob;
      const job: Job = { id, work, relabels: relabels ?? [], signal, onProgress, onUnlocked, resolve, reject };
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
    while (this.#queue.length > 0 && !this.#isClosed) {
      const idle = [...this.#threads].find((thread) => thread.isIdle) ?? this.#start();
      if (idle === null) return;
      const job = this.#queue.shift();
      if (job) idle.run(job);
    }
  }

  #start(): Thread | null {
    if (this.#threads.size >= this.#size) return null;
    const thread = new Thread(this.#options, {
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

interface ThreadEvents {
  onIdle(): void;
  onGone(): void;
}

/** One worker with the job it has in hand, its clock and its end. */
class Thread {
  readonly #worker: Worker;
  readonly #deadlineMs: number;
  readonly #memoryBytes: number;
  readonly #events: ThreadEvents;
  #job: Job | null = null;
  #watch: NodeJS.Timeout | undefined;
  #looks = 0;
  #looksSinceHeard = 0;
  #isGone = false;

  constructor(options: ParsePoolOptions, events: ThreadEvents) {
    this.#deadlineMs = options.deadlineMs ?? DEADLINE_MS;
    this.#events = events;
    const memoryMb = options.memoryMb ?? MEMORY_MB;
    this.#memoryBytes = memoryMb * 1024 * 1024;
    const settings: WorkerSettings = { resourcesDir: options.resourcesDir };
    this.#worker = new Worker(options.workerUrl ?? defaultWorkerUrl(), {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb * ENGINE_LIMIT_TIMES },
    });
    // An idle pool keeps no process alive.
    this.#worker.unref();
    this.#worker.on('message', (answer: WorkerAnswer) => this.#hear(answer));
    this.#worker.on('error', (error) => void this.end(fromWorkerError(error)));
    this.#worker.on('exit', () => void this.end(new DocumentError('READER_FAILED')));
  }

  get isIdle(): boolean {
    return this.#job === null && !this.#isGone;
  }

  run(job: Job): void {
    this.#job = job;
    this.#worker.ref();
    this.#looks = 0;
    this.#looksSinceHeard = 0;
    this.#watch = setInterval(() => this.#look(), LOOK_MS);
    job.signal?.addEventListener('abort', () => this.#cancel(job), { once: true });
    const { relabels, work } = job;
    if (work.type === 'parse') {
      const { bytes, password } = work;
      this.#send({ type: 'parse', job: job.id, bytes, relabels, password }, [bytes.buffer]);
    } else this.#send({ type: 'understand', job: job.id, read: work.read, relabels });
  }

  /** Ends the thread; the job in hand is refused with `reason`, the pool's other jobs go on. */
  async end(reason: DocumentError): Promise<void> {
    if (this.#isGone) return;
    this.#isGone = true;
    const job = this.#release();
    job?.reject(reason);
    this.#events.onGone();
    await this.#worker.terminate();
  }

  #send(request: WorkerRequest, transfer: ArrayBufferLike[] = []): void {
    this.#worker.postMessage(
      request,
      transfer.filter((buffer) => buffer instanceof ArrayBuffer),
    );
  }

  #hear(answer: WorkerAnswer): void {
    const job = this.#job;
    if (job === null || answer.job !== job.id) return;
    switch (answer.type) {
      case 'progress':
        this.#looksSinceHeard = 0;
        job.onProgress?.(answer.progress);
        break;
      case 'unlocked':
        job.onUnlocked?.();
        break;
      case 'done':
        this.#release();
        job.resolve(answer.model);
        this.#events.onIdle();
        break;
      case 'failed':
        this.#release();
        job.reject(reviveDocumentError(answer.error));
        this.#events.onIdle();
        break;
    }
  }

  #cancel(job: Job): void {
    if (this.#job !== job) return;
    this.#send({ type: 'cancel', job: job.id });
    setTimeout(() => {
      if (this.#job === job) void this.end(new DocumentError('CANCELLED'));
    }, CANCEL_GRACE_MS);
  }

  #look(): void {
    this.#looks += 1;
    this.#looksSinceHeard += 1;
    const allowed = this.#deadlineMs / LOOK_MS;
    if (this.#looksSinceHeard > allowed || this.#looks > allowed * TOTAL_DEADLINES) {
      void this.end(new DocumentError('TIMED_OUT'));
    } else void this.#lookAtMemory();
  }

  async #lookAtMemory(): Promise<void> {
    try {
      const { used_heap_size: heap, external_memory: buffers } = await this.#worker.getHeapStatistics();
      if (this.#job !== null && heap + buffers > this.#memoryBytes) await this.end(new DocumentError('OUT_OF_MEMORY'));
    } catch {
      // It ended meanwhile, and has told so itself.
    }
  }

  #release(): Job | null {
    clearInterval(this.#watch);
    const job = this.#job;
    this.#job = null;
    this.#worker.unref();
    return job;
  }
}

function fromWorkerError(error: unknown): DocumentError {
  const isMemory =
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new DocumentError(isMemory ? 'OUT_OF_MEMORY' : 'READER_FAILED');
}

/** In the source tree the worker is TypeScript too; bundled, it lies beside the chunk that holds this code. */
function defaultWorkerUrl(): URL {
  const file = import.meta.url.endsWith('.ts') ? 'parse-worker.ts' : 'parse-worker.js';
  return new URL(file, import.meta.url);
}
