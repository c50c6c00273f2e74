import { blockElement } from './dom-spans.ts';
import type { Mark, PlacedMark } from './marks.ts';

/** What the labelled ones of a page's marks say, each once, in the order given. */
export function labelsOfMarks(placed: readonly PlacedMark[]): string[] {
  return [...new Map(placed.map(({ mark }) => [mark.id, mark.label])).values()].filter((label) => label !== undefined);
}

/**
 * Gives each drawn passage of a Word document that has a labelled mark a sign at its side; the first passage of a mark
 * carries its label too. Nothing is added to the document's own elements but attributes.
 * @returns what takes the signs away.
 */
export function labelPassages(root: HTMLElement, marks: readonly Mark[]): () => void {
  const labels = new Map<HTMLElement, string[]>();
  for (const { label, place } of marks) {
    if (label === undefined || place.kind !== 'spans') continue;
    const passages = [...new Set(place.spans.map(({ block }) => block))].map((id) => blockElement(root, id));
    for (const [index, passage] of passages.filter((found) => found !== null).entries()) {
      labels.set(passage, [...(labels.get(passage) ?? []), ...(index === 0 ? [label] : [])]);
    }
  }
  for (const [passage, own] of labels) {
    passage.dataset['signed'] = '';
    if (own.length > 0) passage.dataset['label'] = own.join('; ');
  }
  return () => {
    for (const passage of labels.keys()) {
      delete passage.dataset['signed'];
      delete passage.dataset['label'];
    }
  };
}
