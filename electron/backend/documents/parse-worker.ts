import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { sheetAnswer } from '../register/read-sheet.ts';
import { understand } from '../understanding/understand.ts';
import { copiedPassages } from './copied-passages.ts';
import { DocumentError, serialiseDocumentError } from './document-errors.ts';
import { parseDocument } from './parse-document.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSettings, WorkerTask } from './parse-protocol.ts';
import { comparisonOf, digestPlan, hintsFor } from './plan-tasks.ts';

/** The thread that reads documents: hostile input stays in here, and the pool ends it when it misbehaves. */

const settings: WorkerSettings = { resourcesDir: readResourcesDir(workerData) };
let running: { job: number; controller: AbortController } | null = null;

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.type === 'cancel') {
    if (running?.job === request.job) running.controller.abort();
    return;
  }
  void work(request);
});

async function work({ job, ...task }: Exclude<WorkerRequest, { type: 'cancel' }>): Promise<void> {
  const controller = new AbortController();
  running = { job, controller };
  try {
    answer(await perform(job, task, controller.signal));
  } catch (error) {
    const reason = controller.signal.aborted ? new DocumentError('CANCELLED') : error;
    answer({ type: 'failed', job, error: serialiseDocumentError(reason) });
  } finally {
    running = null;
  }
}

async function perform(job: number, task: WorkerTask, signal: AbortSignal): Promise<WorkerAnswer> {
  switch (task.type) {
    case 'parse': {
      const model = await parseDocument(task.bytes, {
        relabels: task.relabels,
        password: task.password,
        onUnlocked: () => answer({ type: 'unlocked', job }),
        resourcesDir: settings.resourcesDir,
        signal,
        onProgress: (progress) => answer({ type: 'progress', job, progress }),
      });
      return { type: 'done', job, model };
    }
    case 'understand':
      return { type: 'done', job, model: understand(task.read, task.relabels) };
    case 'hints':
      return { type: 'hinted', job, hints: hintsFor(task) };
    case 'compare':
      return { type: 'compared', job, comparison: comparisonOf(task) };
    case 'digest':
      return { type: 'digested', job, digests: digestPlan(task) };
    case 'copied':
      return { type: 'copied', job, passages: copiedPassages(task) };
    case 'sheet':
      return { type: 'sheet', job, answer: sheetAnswer(task.bytes, task.request) };
    default:
      return assertNever(task);
  }
}

function answer(message: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(message);
}

function readResourcesDir(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('resourcesDir' in data)) return undefined;
  return typeof data.resourcesDir === 'string' ? data.resourcesDir : undefined;
}
