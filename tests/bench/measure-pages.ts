import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { YOUNG_GENERATION_MB } from '../../electron/backend/documents/parse-thread.ts';
import { makePdf } from '../unit/backend/documents/make-pdf.ts';
import { columns } from './measure.ts';

const tookSchema = z.object({ milliseconds: z.number(), megabytes: z.number() });

/** Up to the longest plan with all its appendices that anyone has to read. */
const PAGES = [125, 250, 500, 1000, 2000];

/** Both readings have the young generation that the application gives its parse threads, as half-spaces of a third. */
const ENGINE = `--max-semi-space-size=${YOUNG_GENERATION_MB / 3}`;

/** Time and peak memory against the number of pages, beside bare pdf.js; each reading in a process of its own. */
export async function measurePages(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-bench-'));
  const rows: string[][] = [];
  for (const pages of PAGES) {
    const file = path.join(folder, `${pages}.pdf`);
    writeFileSync(file, await longPlan(pages));
    const ours = readOnce('ours', file);
    const bare = readOnce('bare', file);
    rows.push([
      String(pages),
      `${(ours.milliseconds / 1000).toFixed(1)} s`,
      `${(ours.milliseconds / pages).toFixed(1)} ms`,
      `${(bare.milliseconds / 1000).toFixed(1)} s`,
      (ours.milliseconds / bare.milliseconds).toFixed(2),
      `${ours.megabytes.toFixed(0)} MB`,
      `${bare.megabytes.toFixed(0)} MB`,
      (ours.megabytes / bare.megabytes).toFixed(2),
    ]);
  }
  rmSync(folder, { recursive: true, force: true });
  return columns(['pages', 'ours', 'a page', 'bare pdf.js', 'ratio', 'peak', 'bare peak', 'ratio (≤ 1.5)'], rows);
}

function readOnce(way: 'ours' | 'bare', file: string): z.infer<typeof tookSchema> {
  const script = path.join(import.meta.dirname, 'read-once.ts');
  return tookSchema.parse(
    JSON.parse(execFileSync(process.execPath, [ENGINE, script, way, file], { encoding: 'utf8' })),
  );
}

/** Pages of headings, paragraphs, lists and a ruled line, with header and footer, as a plan with appendices has them. */
function longPlan(pages: number): Promise<Uint8Array> {
  const sentence =
    'Wren reads with a trained adult for twenty minutes each school day, and the record is kept in class. ';
  return makePdf(
    (pdf) => {
      for (let page = 1; page <= pages; page += 1) {
        if (page > 1) pdf.addPage();
        pdf.fontSize(9).text('Education, Health and Care Plan of Wren', 72, 30, { lineBreak: false });
        pdf.text(`Page ${page} of ${pages}`, 72, 750, { lineBreak: false });
        pdf.fontSize(14).text(page === 1 ? 'Section A – My views' : `Appendix ${page}`, 72, 80);
        pdf.fontSize(11);
        for (let paragraph = 1; paragraph <= 4; paragraph += 1) pdf.text(`${paragraph}. ${sentence.repeat(4)}`);
        for (let item = 1; item <= 5; item += 1) pdf.text(`• ${sentence}`);
        pdf.rect(72, 600, 450, 60).stroke();
      }
    },
    { bufferPages: false },
  );
}
