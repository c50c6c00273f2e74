import type { Care, PlanContent } from '../../../../build/sample/plan-content.ts';
import { has, isMerged } from '../kit.ts';
import type { Node } from '../paper.ts';

/** H1 and H2 as the content has them, or as one. */
export function social(content: PlanContent): { section: string; letter: string; care: Care }[] {
  if (isMerged(content)) {
    const care = {
      paragraphs: [...content.H1.paragraphs, ...content.H2.paragraphs],
      provision: [...content.H1.provision, ...content.H2.provision],
    };
    return [{ section: 'H1+H2', letter: 'H', care }];
  }
  return (['H1', 'H2'] as const)
    .filter((id) => has(content, id))
    .map((id) => ({ section: id, letter: id, care: content[id] }));
}

export function socialTitle(letter: string): string {
  if (letter === 'H1') return 'Social care provision under the Chronically Sick and Disabled Persons Act 1970';
  return letter === 'H2' ? 'Any other social care provision' : 'Social care provision';
}

/** A heading and its contents for each half, or for both at once. */
export function socialHeads(
  content: PlanContent,
  head: (section: string, words: string) => Node,
  first: string,
  second: string,
  both: string,
  inside: (section: string, care: Care) => Node[],
): Node[] {
  const titles: Readonly<Record<string, string>> = { H1: first, H2: second, H: both };
  return social(content).flatMap(({ section, letter, care }) => [
    head(section, titles[letter] ?? both),
    ...inside(section, care),
  ]);
}
