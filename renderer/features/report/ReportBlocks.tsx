import type { ReactNode } from 'react';
import type { ReportBlock } from '../../../shared/domain/paper-blocks.ts';
import { PaperBlocks } from '../../ui/PaperBlocks.tsx';
import { useGradually } from '../../ui/use-gradually.ts';

/** One of the report's parts: a heading of the first level with what stands under it. */
export interface Section {
  id: string;
  title: string;
  blocks: ReportBlock[];
}

/**
 * The report as it is printed, part by part; nothing is computed here. `heads` stand at the head of each part. All
 * headings are there at once, to be jumped to; what stands under them comes part by part, since thousands of cells drawn
 * in one go would hold up the keys.
 */
export function ReportBlocks({
  sections,
  heads,
}: {
  sections: readonly Section[];
  heads: ReadonlyMap<string, ReactNode> | undefined;
}) {
  const { length: drawn } = useGradually(sections, 1);
  return sections.map(({ id, title, blocks }, at) => (
    <section key={id} className="stack report-sheet__part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {heads?.get(id)}
      {at < drawn ? <PaperBlocks blocks={blocks} /> : null}
    </section>
  ));
}

/** The parts of printed blocks, in their order. */
export function sectionsOf(blocks: readonly ReportBlock[]): Section[] {
  const found: Section[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) found.push({ id: block.id, title: block.text, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}
