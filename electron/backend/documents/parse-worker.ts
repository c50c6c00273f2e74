import { parentPort } from 'node:worker_threads';
import { understand } from '../understanding/understand.ts';
import { serialiseDocumentError } from './document-errors.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { sniffFormat } from './sniff-format.ts';
import type { ParseJob, ParseReply } from './parse-pool.ts';

const port = parentPort;
port?.on('message', (job: ParseJob) => {
  void serve(job).then((reply) => port.postMessage(reply));
});

async function serve(job: ParseJob): Promise<ParseReply> {
  try {
    if (job.kind === 'understand') return { kind: 'done', model: understand(job.read, job.relabels) };
    const format = sniffFormat(job.bytes);
    const read =
      format === 'docx'
        ? readDocx(job.bytes)
        : await readPdf(job.bytes, {
            ...(job.resourcesDir === undefined ? {} : { resourcesDir: job.resourcesDir }),
            onPage: (page, pages) => port?.postMessage({ kind: 'progress', stage: 'reading', page, pages }),
          });
    port?.postMessage({ kind: 'progress', stage: 'understanding' });
    return { kind: 'done', model: understand(read, job.relabels) };
  } catch (error) {
    return { kind: 'failed', error: serialiseDocumentError(error) };
  }
}
