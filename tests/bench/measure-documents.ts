import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { ROOT } from '../../build/folders.ts';
import { parseDocument } from '../../electron/backend/documents/parse-document.ts';
import { createParsePool } from '../../electron/backend/documents/parse-pool.ts';
import { medians, type Row } from './measure.ts';
import { LibraryThread } from './other-readers.ts';

const RUNS = 11;
const run = promisify(execFile);

/** Whole import of the corpus's plans against other readers of the same files, all in this one run. */
export async function measureDocuments(): Promise<Row[]> {
  const plans = path.join(ROOT, 'tests/corpus/plans');
  const files = readdirSync(plans, { recursive: true, encoding: 'utf8' }).map((file) => path.join(plans, file));
  return [
    ...(await measurePdf(files.filter((file) => file.endsWith('.pdf')))),
    ...(await measureDocx(files.filter((file) => file.endsWith('.docx')))),
  ];
}

/** Both in a warm thread of their own that a file goes to and text comes back from, as the application has it. */
async function measurePdf(files: readonly string[]): Promise<Row[]> {
  const pool = createParsePool({ size: 1 });
  const library = new LibraryThread();
  const [ours = 0, bare = 0, pdftotext] = await medians(RUNS, files, [
    (file) => pool.parse(new Uint8Array(readFileSync(file))),
    (file) => library.read('pdf.js', file),
    ...program('pdftotext', (file) => ['-layout', file, '-']),
  ]);
  await pool.close();
  await library.end();
  const work = `PDF: whole import, ${files.length} plans`;
  return [
    { work, ours, against: 'bare pdf.js text', bare, budget: '≤ 1.5' },
    ...(pdftotext === undefined ? [] : [{ work, ours, against: 'pdftotext', bare: pdftotext, budget: '' }]),
  ];
}

async function measureDocx(files: readonly string[]): Promise<Row[]> {
  const [ours = 0, html = 0, xml = 0, pandoc] = await medians(RUNS, files, [
    (file) => parseDocument(new Uint8Array(readFileSync(file))),
    (file) => mammoth.convertToHtml({ buffer: readFileSync(file) }),
    async (file) => {
      const main = unzipSync(new Uint8Array(readFileSync(file)))['word/document.xml'];
      new SaxesParser().write(new TextDecoder().decode(main)).close();
    },
    ...program('pandoc', (file) => [file, '-t', 'plain']),
  ]);
  const work = `Word: whole import, ${files.length} plans`;
  return [
    { work, ours, against: "mammoth's HTML", bare: html, budget: '< 1' },
    { work, ours, against: 'unzip and parse the XML', bare: xml, budget: '' },
    ...(pandoc === undefined ? [] : [{ work, ours, against: 'pandoc', bare: pandoc, budget: '' }]),
  ];
}

/** A program of the machine's own, where it is installed: one process for each file, as anyone would call it. */
function program(name: string, words: (file: string) => string[]): ((file: string) => Promise<unknown>)[] {
  if (spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined) {
    console.log(`${name} is not installed here, so nothing is held against it.`);
    return [];
  }
  return [(file) => run(name, words(file))];
}
