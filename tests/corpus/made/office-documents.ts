import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { CorpusDocument } from '../read-corpus.ts';

/**
 * The same documents, but each PDF as LibreOffice prints the Word file: a producer that is not ours. For measuring where
 * `soffice` is on the path; no test asks for it.
 */
export async function withOfficePdfs(documents: readonly CorpusDocument[]): Promise<CorpusDocument[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'goldthread-office-'));
  try {
    const word = documents.filter(({ entry }) => entry.format === 'docx');
    for (const { entry, bytes } of word) await writeFile(path.join(folder, entry.file), await bytes());
    const files = word.map(({ entry }) => path.join(folder, entry.file));
    await promisify(execFile)('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
    const printed = await Promise.all(
      documents.map(async ({ entry, gold, bytes }) => {
        const own = entry.format === 'pdf' ? await readFile(path.join(folder, entry.file)) : await bytes();
        return { entry, gold, bytes: () => Promise.resolve(own) };
      }),
    );
    return printed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
