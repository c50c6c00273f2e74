import { readFileSync } from 'node:fs';
import { openPdf } from '../../electron/backend/documents/load-pdfjs.ts';
import { parseDocument } from '../../electron/backend/documents/parse-document.ts';

/**
 * Run as a process of its own, so that the peak of its memory is that of one reading: reads a PDF whole, or with bare
 * pdf.js for its text alone, and prints what it took.
 */
const [, , way, file = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const started = performance.now();
if (way === 'ours') await parseDocument(bytes);
else {
  const pdf = await openPdf(bytes);
  const texts: string[] = [];
  for (let page = 1; page <= pdf.document.numPages; page += 1) {
    const { items } = await (await pdf.document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  if (texts.length === 0) throw new Error('The file has no pages.');
  await pdf.close();
}
const milliseconds = performance.now() - started;
// maxRSS comes in kilobytes.
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
