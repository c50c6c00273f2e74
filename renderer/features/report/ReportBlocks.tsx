import type { ReactNode } from 'react';
import type { ReportBlock } from '../../../shared/domain/paper-blocks.ts';
import { PaperBlocks } from '../../ui/PaperBlocks.tsx';

/** The report as it is printed, block by block; nothing is computed here. `heads` stand at the head of each part. */
export function ReportBlocks({
  blocks,
  heads,
}: {
  blocks: readonly ReportBlock[];
  heads: ReadonlyMap<string, ReactNode> | undefined;
}) {
  return sections(blocks).map(({ id, title, blocks: own }) => (
    <section key={id} className="stack report-sheet__part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {heads?.get(id)}
      <PaperBlocks blocks={own} />
    </section>
  ));
}

interface Section {
  id: string;
  title: string;
  blocks: ReportBlock[];
}

/** The report's parts: each heading of the first level with what stands under it. */
export function sections(blocks: readonly ReportBlock[]): Section[] {
  const found: Section[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) found.push({ id: block.id, title: block.text, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}
