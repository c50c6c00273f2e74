import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import mammoth from 'mammoth';
import { readBareText } from './bare-pdfjs.ts';

/** A thread that reads files with other people's libraries, for their plain text alone. */
parentPort?.on('message', ({ library, file }: { library: 'pdf.js' | 'mammoth'; file: string }) => {
  const reading = library === 'pdf.js' ? readWithPdfjs(file) : readWithMammoth(file);
  reading.then(
    (text) => answer(text),
    () => answer(''),
  );
});

function answer(text: string): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(text);
}

async function readWithPdfjs(file: string): Promise<string> {
  return (await readBareText(new Uint8Array(readFileSync(file)))).join('\n');
}

async function readWithMammoth(file: string): Promise<string> {
  return (await mammoth.extractRawText({ buffer: readFileSync(file) })).value;
}
