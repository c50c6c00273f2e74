import { readFileSync } from 'node:fs';
import { parseDocument } from '../../electron/backend/documents/parse-document.ts';
import { readBareText } from './bare-pdfjs.ts';

/**
 * Run as a process of its own, so that the peak of its memory is that of one reading: reads a PDF whole, or with bare
 * pdf.js for its text alone, and prints what it took.
 */
const [, , way, file = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const started = performance.now();
if (way === 'ours') await parseDocument(bytes);
else if ((await readBareText(bytes)).length === 0) throw new Error('The file has no pages.');
const milliseconds = performance.now() - started;
// maxRSS comes in kilobytes.
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
