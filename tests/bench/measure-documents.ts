import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { ROOT } from '../../build/folders.ts';
import { openPdf } from '../../electron/backend/documents/load-pdfjs.ts';
import { parseDocument } from '../../electron/backend/documents/parse-document.ts';
import { bestOf, type Row } from './measure.ts';

const RUNS = 3;

/** Whole import of the corpus's plans against other readers of the same files, all in this one run. */
export async function measureDocuments(): Promise<Row[]> {
  const plans = path.join(ROOT, 'tests/corpus/plans');
  const files = readdirSync(plans, { recursive: true, encoding: 'utf8' }).map((file) => path.join(plans, file));
  return [
    ...(await measurePdf(files.filter((file) => file.endsWith('.pdf')))),
    ...(await measureDocx(files.filter((file) => file.endsWith('.docx')))),
  ];
}

async function measurePdf(files: readonly string[]): Promise<Row[]> {
  const ours = await bestOf(RUNS, () => readAll(files));
  const bare = await bestOf(RUNS, async () => {
    for (const file of files) {
      const pdf = await openPdf(new Uint8Array(readFileSync(file)));
      for (let page = 1; page <= pdf.document.numPages; page += 1) {
        await (await pdf.document.getPage(page)).getTextContent();
      }
      await pdf.close();
    }
  });
  const work = `PDF: whole import, ${files.length} plans`;
  return [
    { work, ours, against: 'bare pdf.js text', bare, budget: '≤ 1.5' },
    ...(await measureProgram(work, ours, 'pdftotext', files, (file) => ['-layout', file, '-'])),
  ];
}

async function measureDocx(files: readonly string[]): Promise<Row[]> {
  const ours = await bestOf(RUNS, () => readAll(files));
  const html = await bestOf(RUNS, async () => {
    for (const file of files) await mammoth.convertToHtml({ buffer: readFileSync(file) });
  });
  const xml = await bestOf(RUNS, async () => {
    for (const file of files) {
      const main = unzipSync(new Uint8Array(readFileSync(file)))['word/document.xml'];
      new SaxesParser().write(new TextDecoder().decode(main)).close();
    }
  });
  const work = `Word: whole import, ${files.length} plans`;
  return [
    { work, ours, against: "mammoth's HTML", bare: html, budget: '< 1' },
    { work, ours, against: 'unzip and parse the XML', bare: xml, budget: '' },
    ...(await measureProgram(work, ours, 'pandoc', files, (file) => [file, '-t', 'plain'])),
  ];
}

async function readAll(files: readonly string[]): Promise<void> {
  for (const file of files) await parseDocument(new Uint8Array(readFileSync(file)));
}

/** A program of the machine's own, where it is installed: one process for each file, as anyone would call it. */
async function measureProgram(
  work: string,
  ours: number,
  program: string,
  files: readonly string[],
  words: (file: string) => string[],
): Promise<Row[]> {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined) {
    console.log(`${program} is not installed here, so nothing is held against it.`);
    return [];
  }
  const bare = await bestOf(RUNS, async () => {
    for (const file of files) execFileSync(program, words(file), { stdio: ['ignore', 'pipe', 'ignore'] });
  });
  return [{ work, ours, against: program, bare, budget: '' }];
}
