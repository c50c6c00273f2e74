import type { Block } from '../../../shared/domain/document-model.ts';

const CUE = /\b(?:this section|guidance|please|should (?:be|include|describe|set out|contain|record|reflect)|must (?:be|include|specify|describe|set out)|to be completed|complete(?:d)? (?:this|by|if)|insert|delete (?:as|if)|refer to the (?:code|guidance)|code of practice|regulation \d+)\b/i;

/** Template notes to the writer: set in italics or in brackets throughout, and telling what to write. */
export function isGuidance(block: Block): boolean {
  const { text, runs } = block;
  if (block.kind === 'heading' || text.length < 20 || !CUE.test(text)) return false;
  const isItalic = runs.length > 0 && runs.every((run) => run.italic === true || !/\p{L}/u.test(text.slice(run.start, run.end)));
  const isBracketed = /^[[(].*[\])]\.?$/s.test(text);
  return isItalic || isBracketed || /^(?:guidance(?: notes?)?|note to (?:writer|author|plan writer))\s*:/i.test(text);
}
