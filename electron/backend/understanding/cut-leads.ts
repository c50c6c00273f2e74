import type { Block, Outcome, Span } from '../../../shared/domain/document-model.ts';

/** Blocks that begin with the heading of their section, by id: how many characters of them that heading takes. */
export type Leads = Map<string, number>;

/** "**Section E: Outcomes.** By July Sam will …": the length of the bold words in front; 0 where nothing else follows. */
export function leadLength({ text, runs }: Block): number {
  if (runs[0]?.bold !== true) return 0;
  const rest = runs.find((run) => run.bold !== true && /[\p{L}\p{N}]/u.test(text.slice(run.start, run.end)));
  if (rest === undefined) return 0;
  const start = rest.start + (/^[\s.:–—-]*/.exec(text.slice(rest.start))?.[0].length ?? 0);
  // "**In Section F we set out the provision** that …": the bold words begin the sentence.
  return /[.:–—-]\s*$/.test(text.slice(0, start)) ? start : 0;
}

/** The block without its heading; its characters count from there. */
export function withoutLead(block: Block, leads: Leads): Block {
  const length = leadLength(block);
  if (length === 0) return block;
  leads.set(block.id, length);
  const runs = block.runs
    .filter((run) => run.end > length)
    .map((run) => ({ ...run, start: Math.max(0, run.start - length), end: run.end - length }));
  return { ...block, text: block.text.slice(length), runs };
}

/** Puts what was found in blocks without their headings back where it stands in the whole ones. */
export function inWholeBlocks<T extends { spans: Span[] }>(found: readonly T[], leads: Leads): T[] {
  return found.map((each) => ({ ...each, spans: each.spans.map((span) => moved(span, leads)) }));
}

export function outcomesInWholeBlocks(outcomes: readonly Outcome[], leads: Leads): Outcome[] {
  return inWholeBlocks(outcomes, leads).map((each) => ({ ...each, steps: inWholeBlocks(each.steps, leads) }));
}

function moved(span: Span, leads: Leads): Span {
  const by = leads.get(span.block) ?? 0;
  return { ...span, start: span.start + by, end: span.end + by };
}
