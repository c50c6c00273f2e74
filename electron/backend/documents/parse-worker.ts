import { parentPort, workerData } from 'node:worker_threads';
import { understand } from '../understanding/understand.ts';
import { DocumentError, serialiseDocumentError } from './document-errors.ts';
import { parseDocument } from './parse-document.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSettings } from './parse-protocol.ts';

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

async function work(request: Exclude<WorkerRequest, { type: 'cancel' }>): Promise<void> {
  const { job } = request;
  const controller = new AbortController();
  running = { job, controller };
  try {
    if (request.type === 'understand') answer({ type: 'done', job, model: understand(request.read, request.relabels) });
    else {
      const model = await parseDocument(request.bytes, {
        relabels: request.relabels,
        password: request.password,
        onUnlocked: () => answer({ type: 'unlocked', job }),
        resourcesDir: settings.resourcesDir,
        signal: controller.signal,
        onProgress: (progress) => answer({ type: 'progress', job, progress }),
      });
      answer({ type: 'done', job, model });
    }
  } catch (error) {
    const reason = controller.signal.aborted ? new DocumentError('CANCELLED') : error;
    answer({ type: 'failed', job, error: serialiseDocumentError(reason) });
  } finally {
    running = null;
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
