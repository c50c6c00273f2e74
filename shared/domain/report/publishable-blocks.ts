import type { Coarsened } from './coarse-tables.ts';
import type { CountTable } from './count-table.ts';
import { paragraph } from './parts/block-words.ts';
import type { ReportBlock } from './report-model.ts';
import { hasPercentages } from './shown-shares.ts';

/**
 * A part as a publishable edition has it: without tables and charts that would show nothing, and with a sentence that
 * says which are left out and why. What the panel alone needs is left out without a word.
 */
export function publishableBlocks(
  part: string,
  blocks: readonly ReportBlock[],
  { leftOut, changed }: Pick<Coarsened, 'leftOut' | 'changed'>,
  threshold: number,
): ReportBlock[] {
  const tables = new Map(
    blocks.flatMap((block) => (block.kind === 'counts' ? [[block.table.id, block.table] as const] : [])),
  );
  const isEmpty = (id: string) => {
    const table = tables.get(id);
    return leftOut.has(id) || (table !== undefined && isHiddenWhole(table));
  };
  const kept = blocks.flatMap((block): ReportBlock[] => {
    if (block.kind === 'counts') return isEmpty(block.table.id) ? [] : [block];
    if (block.kind !== 'chart') return [block];
    const table = tables.get(block.tableId);
    if (table === undefined || isEmpty(block.tableId)) return [];
    if (block.chart === 'grades' && !changed.has(table.id)) return hasHoles(table) ? [] : [block];
    if (!hasPercentages(table)) return [];
    if (!changed.has(table.id)) return [block];
    // Its columns are no grades any more: what is left to draw are the shares.
    return block.chart === 'grades' ? [{ ...block, chart: 'shares' }] : block.chart === 'heat' ? [] : [block];
  });
  const named = [...tables.values()].filter(({ id }) => isEmpty(id) && leftOut.get(id) !== 'for_panel');
  return [...withoutEmptyHeadings(kept), ...paragraph(`${part}-left-out`, leftOutWords(named, threshold))];
}

function leftOutWords(tables: readonly CountTable[], threshold: number): string[] {
  if (tables.length === 0) return [];
  const names = tables.map(({ caption }) => caption.slice(0, 1).toLowerCase() + caption.slice(1)).join('; ');
  return [
    `Left out of this edition, since what they count is too little to be told without telling of fewer than ${threshold}: ${names}.`,
  ];
}

function isHiddenWhole({ rows }: CountTable): boolean {
  return rows.every(({ counts }) => counts.every(({ n }) => n === null || n === 0));
}

/** A bar that lacks a grade would be read as one that has none. */
function hasHoles({ rows }: CountTable): boolean {
  return rows.every(({ counts }) => counts.some(({ n }) => n === null));
}

/** A heading under which nothing stands is none. */
function withoutEmptyHeadings(blocks: readonly ReportBlock[]): ReportBlock[] {
  return blocks.filter((block, at) => {
    const next = blocks[at + 1];
    return block.kind !== 'heading' || (next !== undefined && next.kind !== 'heading');
  });
}
