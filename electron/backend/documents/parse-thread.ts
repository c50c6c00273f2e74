import { Worker } from 'node:worker_threads';
import { DocumentError, reviveDocumentError } from './document-errors.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSettings, WorkerTask } from './parse-protocol.ts';

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
 * The room for young objects, three half-spaces of 16 MB. Left to itself the engine takes up to 192 MB, and a long document's
 * garbage piles up in it: 1,000 pages took 410 MB so, 320 MB with this, in the same time.
 */
export const YOUNG_GENERATION_MB = 48;
/**
 * How often a worker at work is looked at. Deadlines are counted in looks, not read off a clock: while the machine sleeps
 * or our own thread is busy none is taken, and what the worker said meanwhile is heard first.
 */
const LOOK_MS = 100;
/** How long a cancelled job may take to stop by itself before its thread is ended. */
const CANCEL_GRACE_MS = 250;

/** What a worker is asked to do, and whom to tell. */
export interface Job {
  id: number;
  task: WorkerTask;
  /** A person waits for it on the screen. */
  isUrgent: boolean;
  signal: AbortSignal | undefined;
  /** Hears what the worker says on the way, and its answer. */
  hear(answer: WorkerAnswer): void;
  reject(error: Error): void;
}

export interface ThreadOptions {
  /** Longest silence of a job, in milliseconds; each page read breaks the silence. Ten times as long in all. */
  deadlineMs?: number;
  /** What one worker may hold in memory, buffers included, in megabytes. */
  memoryMb?: number;
  /** Folder with pdf.js's cmaps, standard_fonts, wasm and iccs, where they are not in node_modules. */
  resourcesDir?: string;
  /** The worker's code; by default beside this file. */
  workerUrl?: URL;
}

export interface ThreadEvents {
  onIdle(): void;
  onGone(): void;
}

/** One worker with the job it has in hand, its clock and its end. */
export class ParseThread {
  readonly #worker: Worker;
  readonly #deadlineMs: number;
  readonly #memoryBytes: number;
  readonly #events: ThreadEvents;
  #job: Job | null = null;
  #watch: NodeJS.Timeout | undefined;
  #looks = 0;
  #looksSinceHeard = 0;
  #isStarted = false;
  #isGone = false;

  constructor(options: ThreadOptions, events: ThreadEvents) {
    this.#deadlineMs = options.deadlineMs ?? DEADLINE_MS;
    this.#events = events;
    const memoryMb = options.memoryMb ?? MEMORY_MB;
    this.#memoryBytes = memoryMb * 1024 * 1024;
    const settings: WorkerSettings = { resourcesDir: options.resourcesDir };
    this.#worker = new Worker(options.workerUrl ?? defaultWorkerUrl(), {
      workerData: settings,
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb * ENGINE_LIMIT_TIMES,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    // An idle pool keeps no process alive.
    this.#worker.unref();
    this.#worker.once('online', () => {
      this.#isStarted = true;
    });
    this.#worker.on('message', (answer: WorkerAnswer) => this.#hear(answer));
    this.#worker.on('error', (error) => void this.end(fromWorkerError(error)));
    this.#worker.on('exit', () => void this.end(new DocumentError('READER_FAILED')));
  }

  get isIdle(): boolean {
    return this.#job === null && !this.#isGone;
  }

  /** At work on a job that nobody waits for on the screen. */
  get isReading(): boolean {
    return this.#job !== null && !this.#job.isUrgent;
  }

  run(job: Job): void {
    this.#job = job;
    this.#worker.ref();
    this.#looks = 0;
    this.#looksSinceHeard = 0;
    this.#watch = setInterval(() => this.#look(), LOOK_MS);
    job.signal?.addEventListener('abort', () => this.#cancel(job), { once: true });
    const { task } = job;
    this.#send({ ...task, job: job.id }, task.type === 'parse' ? [task.bytes.buffer] : []);
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
    if (answer.type === 'progress') this.#looksSinceHeard = 0;
    if (answer.type === 'progress' || answer.type === 'unlocked') {
      job.hear(answer);
      return;
    }
    this.#release();
    if (answer.type === 'failed') job.reject(reviveDocumentError(answer.error));
    else job.hear(answer);
    this.#events.onIdle();
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
    // How long a thread takes to start is not the document's fault.
    if (this.#isStarted) this.#looksSinceHeard += 1;
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
