import type { TextRun } from '../../../shared/domain/document-model.ts';
import type { DraftBlock } from './draft-block.ts';

/** True where a paragraph goes on with the one that the last page, column or cell ended with. */
export function doesRunOn(last: DraftBlock, next: DraftBlock, endsFull: boolean): boolean {
  if (
    next.kind !== 'paragraph' ||
    last.furniture !== undefined ||
    last.isBold !== next.isBold ||
    (isItalic(last) !== isItalic(next) && isItalicAt(last, last.runs.at(-1)) !== isItalicAt(next, next.runs[0]))
  )
    return false;
  if (last.fontSize !== undefined && next.fontSize !== undefined && Math.abs(last.fontSize - next.fontSize) > 0.6)
    return false;
  // "… Who: Teaching assistant. How often:" and what is against the label on the next page.
  if (endsFull && LABEL_LAST.test(last.text)) return true;
  if (hasEnded(last.text)) return false;
  return /^[\p{Ll}(,;]/u.test(next.text) || (endsFull && !last.isBold && last.text.length > 60);
}

const LABEL_LAST = /[.;]\s+\p{Lu}\p{L}*(?: \p{L}+){0,2}:$/u;

function isItalic(draft: DraftBlock): boolean {
  return draft.runs.length > 0 && draft.runs.every((run) => isItalicAt(draft, run));
}

/** Of a block that is only partly in italics, what stands next to the break tells. */
function isItalicAt({ text }: DraftBlock, run: TextRun | undefined): boolean {
  return run !== undefined && (run.italic === true || !/\p{L}/u.test(text.slice(run.start, run.end)));
}

/** True for text that ends as a sentence or a label does. */
export function hasEnded(text: string): boolean {
  return /[.!?:;]['"’”)]?$/.test(text);
}
