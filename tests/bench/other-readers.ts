import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

export interface OtherReader {
  name: string;
  /** The file's plain text; null where this reader cannot read it, or not in time. */
  read(file: string): Promise<string | null>;
}

export interface OtherReaders {
  for(format: 'pdf' | 'docx' | null): readonly OtherReader[];
  close(): Promise<void>;
}

const LIMIT_MS = 30_000;
const LARGEST_TEXT_BYTES = 64 * 1024 * 1024;
const run = promisify(execFile);

/** Readers that are not ours: libraries in a thread of their own, and programs where the machine has them. */
export function openOtherReaders(): OtherReaders {
  const thread = new LibraryThread();
  const pdf = [
    ...program('pdftotext', (file) => ['-enc', 'UTF-8', file, '-']),
    { name: 'bare pdf.js', read: (file: string) => thread.read('pdf.js', file) },
  ];
  const docx = [
    ...program('pandoc', (file) => ['--from=docx', '--to=plain', '--wrap=none', file]),
    { name: 'mammoth', read: (file: string) => thread.read('mammoth', file) },
  ];
  return {
    for: (format) => (format === 'pdf' ? pdf : format === 'docx' ? docx : []),
    close: () => thread.end(),
  };
}

function program(name: string, words: (file: string) => string[]): OtherReader[] {
  if (spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined) {
    console.log(`${name} is not installed here, so nothing is held against it.`);
    return [];
  }
  const limits = { timeout: LIMIT_MS, maxBuffer: LARGEST_TEXT_BYTES };
  return [
    {
      name,
      read: async (file) => {
        try {
          return (await run(name, words(file), limits)).stdout;
        } catch {
          return null;
        }
      },
    },
  ];
}

/** One warm thread for the libraries; ended and begun anew when a file holds it up. */
export class LibraryThread {
  #worker: Worker | null = null;
  #resolve: (text: string | null) => void = () => undefined;

  async read(library: 'pdf.js' | 'mammoth', file: string): Promise<string | null> {
    const worker = (this.#worker ??= this.#start());
    const answer = new Promise<string | null>((resolve) => {
      this.#resolve = resolve;
    });
    const timer = setTimeout(() => this.#resolve(null), LIMIT_MS);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage({ library, file });
    const text = await answer;
    clearTimeout(timer);
    if (text === null) await this.end();
    return text;
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('read-other.ts', import.meta.url));
    worker.on('message', (text: string) => this.#resolve(text));
    worker.on('error', () => this.#resolve(null));
    return worker;
  }
}
