import type { Coarsened } from './coarse-tables.ts';
import type { CountTable } from './count-table.ts';
import type { ReportBlock } from './report-model.ts';
import { hasPercentages } from './shown-shares.ts';

export interface PublishablePart {
  blocks: ReportBlock[];
  /** Captions of what is left out, but for what the panel alone needs. */
  leftOut: string[];
}

/**
 * A part as a publishable edition has it: without tables and charts that would show nothing, and without headings over
 * nothing.
 */
export function publishablePart(
  blocks: readonly ReportBlock[],
  { leftOut, changed }: Pick<Coarsened, 'leftOut' | 'changed'>,
): PublishablePart {
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
  const named = [...tables.values()].filter(({ id }) => isEmpty(id) && (leftOut.get(id) ?? 'too_few') === 'too_few');
  return { blocks: withoutEmptyHeadings(kept), leftOut: named.map(({ caption }) => caption) };
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
