import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { LARGEST_FILE_BYTES } from '../../../shared/contract/documents.ts';
import type { ImportEvent } from '../../../shared/contract/documents.ts';
import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../../api/errors.ts';
import type { DescribedError } from '../../api/errors.ts';
import { runStream } from '../../api/streams.ts';

export type ImportProgress = Extract<ImportEvent, { kind: 'progress' }>;

/** One file on its way into the workspace. */
export interface ImportJob {
  id: number;
  fileName: string;
  /** How often a password was tried on it: a new try is a new prompt. */
  tries: number;
  status:
    | { kind: 'waiting' }
    | { kind: 'running'; progress: ImportProgress | null }
    /** Read now, and in the tray; or here already, and perhaps filed. */
    | { kind: 'done'; document: DocumentSummary; wasHere: boolean }
    | { kind: 'failed'; error: DescribedError };
}

interface ImportsState {
  jobs: ImportJob[];
}

/** Reading goes on while the person looks at another screen; the list is dropped when the workspace is shut. */
export const useImports = create<ImportsState>()(() => ({ jobs: [] }));

/** The reader has a thread for each of two cores; one more keeps a file at hand for it. */
const AT_ONCE = 3;

/** A file on its way in, with the password that a person gave for it. */
interface WaitingFile {
  file: File;
  password?: string;
}

const waitingFiles = new Map<number, WaitingFile>();
/** Files that wait for their password. */
const lockedFiles = new Map<number, File>();
const running = new Map<number, AbortController>();
let lastId = 0;

/** Reads files one after another, a few at once; each reports for itself and can be cancelled by itself. */
export function startImports(queryClient: QueryClient, files: readonly File[]): void {
  const jobs = files.map((file): ImportJob => {
    lastId += 1;
    if (file.size > LARGEST_FILE_BYTES) return { id: lastId, fileName: file.name, tries: 0, status: tooLarge() };
    waitingFiles.set(lastId, { file });
    return { id: lastId, fileName: file.name, tries: 0, status: { kind: 'waiting' } };
  });
  useImports.setState((state) => ({ jobs: [...state.jobs, ...jobs] }));
  startNext(queryClient);
}

/** Reads a file again that was refused for want of its password. The password is kept nowhere on this side. */
export function openWithPassword(queryClient: QueryClient, id: number, password: string): void {
  const file = lockedFiles.get(id);
  if (file === undefined) return;
  lockedFiles.delete(id);
  waitingFiles.set(id, { file, password });
  useImports.setState((state) => ({
    jobs: state.jobs.map((job) =>
      job.id === id ? { ...job, tries: job.tries + 1, status: { kind: 'waiting' } } : job,
    ),
  }));
  startNext(queryClient);
}

/** Stops one file, whether it waits or is being read, and takes it off the list. */
export function dismissImport(id: number): void {
  waitingFiles.delete(id);
  lockedFiles.delete(id);
  running.get(id)?.abort();
  useImports.setState((state) => ({ jobs: state.jobs.filter((job) => job.id !== id) }));
}

/** Stops everything and forgets the names; for the lock. */
export function clearImports(): void {
  waitingFiles.clear();
  lockedFiles.clear();
  for (const abort of running.values()) abort.abort();
  useImports.setState({ jobs: [] });
}

function startNext(queryClient: QueryClient): void {
  for (const [id, waiting] of waitingFiles) {
    if (running.size >= AT_ONCE) return;
    waitingFiles.delete(id);
    const abort = new AbortController();
    running.set(id, abort);
    void runImport(queryClient, id, waiting, abort).finally(() => {
      running.delete(id);
      startNext(queryClient);
    });
  }
}

async function runImport(
  queryClient: QueryClient,
  id: number,
  waiting: WaitingFile,
  abort: AbortController,
): Promise<void> {
  setStatus(id, { kind: 'running', progress: null });
  try {
    await runStream(
      queryClient,
      ['documents', 'import'],
      () => client.documents.import(waiting, { signal: abort.signal }),
      (event) => {
        setStatus(
          id,
          event.kind === 'progress'
            ? { kind: 'running', progress: event }
            : { kind: 'done', document: event.document, wasHere: event.wasHere },
        );
      },
    );
  } catch (error) {
    if (abort.signal.aborted) return;
    const described = describeError(error);
    if (asksForPassword(described)) lockedFiles.set(id, waiting.file);
    setStatus(id, { kind: 'failed', error: described });
  }
}

/** True of a refusal that the right password would lift. */
export function asksForPassword({ code }: DescribedError): boolean {
  return code === 'PASSWORD_NEEDED' || code === 'WRONG_PASSWORD';
}

function setStatus(id: number, status: ImportJob['status']): void {
  useImports.setState((state) => ({ jobs: state.jobs.map((job) => (job.id === id ? { ...job, status } : job)) }));
}

function tooLarge(): ImportJob['status'] {
  return {
    kind: 'failed',
    error: {
      code: 'TOO_LARGE',
      message: 'The document is too large.',
      advice: `Goldthread reads files of up to ${LARGEST_FILE_BYTES / 1024 / 1024} MB. Save it again with smaller pictures, or split off the appendices.`,
    },
  };
}
