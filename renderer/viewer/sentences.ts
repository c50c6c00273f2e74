import type { Block } from '../../shared/domain/document-model.ts';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const known = new WeakMap<Block, readonly (readonly [number, number])[]>();

/** The sentences of a block as [start, end) of its text, without the blanks between them; at least one. */
export function sentencesOf(block: Block): readonly (readonly [number, number])[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const sentences: [number, number][] = [];
  for (const { segment, index } of segmenter.segment(block.text)) {
    const words = segment.trim();
    if (words === '') continue;
    const start = index + segment.indexOf(words);
    sentences.push([start, start + words.length]);
  }
  if (sentences.length === 0) sentences.push([0, block.text.length]);
  known.set(block, sentences);
  return sentences;
}
