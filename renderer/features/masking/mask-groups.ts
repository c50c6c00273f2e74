import type { MaskEdit, MaskKind } from '../../../shared/domain/masking/masking.ts';
import { MASK_WORDS } from '../../../shared/domain/masking/masking.ts';
import type { Masking, MaskState } from '../../../shared/contract/masking.ts';
import type { Block } from '../../../shared/domain/document-model.ts';

/** One way in which somebody or something is written, with every place where it is. */
export interface MaskedWords {
  words: string;
  places: { block: string; start: number; end: number }[];
}

/** What one label stands for. */
export interface MaskGroup {
  label: string;
  kind: MaskKind;
  reason: string;
  words: MaskedWords[];
}

/** The masks of a document by what they stand for, in the order of the document's first of each. */
export function groupMasks(blocks: readonly Block[], masks: Masking['masks']): MaskGroup[] {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  const groups = new Map<string, MaskGroup>();
  for (const { block, start, end, label, kind, reason } of masks) {
    const group = groups.get(label) ?? { label, kind, reason, words: [] };
    groups.set(label, group);
    const words = (texts.get(block) ?? '').slice(start, end);
    const there = group.words.find((one) => one.words === words);
    if (there) there.places.push({ block, start, end });
    else group.words.push({ words, places: [{ block, start, end }] });
  }
  return [...groups.values()];
}

/** Groups in which any of the words asked for stand; all of them for none. */
export function searchGroups(groups: readonly MaskGroup[], asked: string): MaskGroup[] {
  const plain = asked.trim().toLowerCase();
  if (plain === '') return [...groups];
  return groups.filter(
    ({ label, words }) =>
      label.toLowerCase().includes(plain) || words.some((one) => one.words.toLowerCase().includes(plain)),
  );
}

export const STATE_WORDS: Record<MaskState, string> = {
  unchecked: 'Not checked yet: the parent carer forum cannot open it',
  checked: 'Checked: the parent carer forum may open it',
  changed: 'Changed since it was checked: the parent carer forum cannot open it',
  no_text: 'It has no text to mask: the parent carer forum cannot open it',
};

/** The last change as a sentence's end: "Undo: ‘Joel’ shown again". */
export function editWords({ kind, words }: Pick<MaskEdit, 'kind' | 'words'>): string {
  return kind === 'mask' ? `“${words}” masked` : `“${words}” shown again`;
}

/** What a kind of mask is called in a list of choices. */
export function kindWords(kind: MaskKind): string {
  const words = MASK_WORDS[kind];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
