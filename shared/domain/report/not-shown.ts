import { fewestInDetail } from './coarse-tables.ts';
import { heading, paragraph } from './parts/block-words.ts';
import { splitBySize } from './parts/small-groups.ts';
import type { Prepared } from './prepare.ts';
import type { ReportBlock } from './report-model.ts';
import { lowerFirst } from './report-words.ts';

/** What a publishable edition does not show, said once; and no introduction to what is not there. */

/** What says something of its own, whatever tables stand or stood under it: how the plans were drawn. */
const STANDS_ALONE = /^sample-(words|none)/;

/**
 * Without what only introduces tables and charts that are left out: of a section that had some and has none left,
 * everything; of a part that had some and has none left, also what stands before its first section.
 *
 * @param before the part's blocks before anything was left out
 * @param kept what is left of them
 */
export function withoutIntroductions(before: readonly ReportBlock[], kept: readonly ReportBlock[]): ReportBlock[] {
  const had = new Set(sectionsOf(before).flatMap(({ id, blocks }) => (blocks.some(isTable) ? [id] : [])));
  if (before.some(isTable) && !kept.some(isTable)) had.add(PREFACE);
  return sectionsOf(kept).flatMap(({ id, head, blocks }) =>
    had.has(id) && !blocks.some(isTable)
      ? blocks.filter((block) => block.kind === 'sentences' && STANDS_ALONE.test(block.id))
      : [...head, ...blocks],
  );
}

/** What stands before a part's first heading. */
const PREFACE = '';

interface Section {
  /** Of its heading; empty before the first. */
  id: string;
  head: ReportBlock[];
  blocks: ReportBlock[];
}

function sectionsOf(blocks: readonly ReportBlock[]): Section[] {
  const sections: Section[] = [{ id: PREFACE, head: [], blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ id: block.id, head: [block], blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function isTable(block: ReportBlock): boolean {
  return (block.kind === 'counts' || block.kind === 'text_table') && block.isDataAlone !== true;
}

/** What is not shown and why, in one paragraph under one heading; nothing where nothing is left out. */
export function notShownBlocks(prepared: Prepared, captions: readonly string[]): ReportBlock[] {
  const { input } = prepared;
  const { few } = splitBySize(prepared);
  const words = [
    ...(few.length === 0
      ? []
      : [
          `Of kinds with fewer than ${fewestInDetail(input.threshold)} plans only their number and how many were good or better are told, where that can be: ${few.map(({ label }) => lowerFirst(label)).join('; ')}.`,
        ]),
    ...(captions.length === 0
      ? []
      : [
          `Left out, since they are of fewer than ${input.threshold} plans or would tell of so few: ${captions.map(lowerFirst).join('; ')}.`,
        ]),
  ];
  return words.length === 0
    ? []
    : [heading('not-shown-heading', 'Not shown in this edition'), ...paragraph('not-shown', words)];
}
