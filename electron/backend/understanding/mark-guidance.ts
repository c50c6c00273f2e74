import type { Block, FoundSection } from '../../../shared/domain/document-model.ts';

const CUE =
  /\b(?:this section|guidance|please|should (?:be|include|describe|set out|contain|record|reflect)|must (?:be|include|specify|describe|set out)|to be completed|complete(?:d)? (?:this|by|if)|insert|delete (?:as|if)|refer to the (?:code|guidance)|code of practice|regulation \d+)\b/i;

/** In the person's own section "Please do not shout" asks the reader; only what is to be written asks the writer. */
const ASKS_READER =
  /^please (?!(?:only |also |briefly |clearly )*(?:complete|describe|include|list|add|enter|note|give|state|tick|ensure|record|attach|summarise|provide|set|write|use|keep|refer|see|insert|delete)\b)/i;

/** What names itself guidance is never what the plan says. */
const NAMED = /^(?:guidance(?: notes?)?|note to (?:writer|author|plan writer))\s*:/i;

/**
 * Guidance among the sections' blocks; a section that holds nothing else keeps it, since it then is what the plan says,
 * unless it names itself so: "Guidance: leave empty in a proposed plan."
 */
export function findGuidance(sections: readonly FoundSection[], blocks: readonly Block[]): Set<string> {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const found = new Set<string>();
  for (const section of sections) {
    const notes = section.blocks.filter((id) => {
      const block = byId.get(id);
      return block !== undefined && isGuidance(block) && !(section.id === 'A' && ASKS_READER.test(block.text));
    });
    const isRest = notes.length < section.blocks.length;
    for (const id of notes) if (isRest || NAMED.test(byId.get(id)?.text ?? '')) found.add(id);
  }
  return found;
}

/** Template notes to the writer: set in italics or in brackets throughout, and telling what to write. */
function isGuidance(block: Block): boolean {
  const { text, runs } = block;
  if (block.kind === 'heading' || text.length < 20 || !CUE.test(text)) return false;
  const isItalic =
    runs.length > 0 && runs.every((run) => run.italic === true || !/\p{L}/u.test(text.slice(run.start, run.end)));
  const isBracketed = /^[[(].*[\])]\.?$/s.test(text);
  return isItalic || isBracketed || NAMED.test(text);
}
