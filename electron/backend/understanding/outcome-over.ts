import type { Block } from '../../../shared/domain/document-model.ts';
import type { OutcomeLinks } from './link-outcomes.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';

const NAMES_OUTCOME = /\boutcome (?:no\.? ?)?[A-K]?\d{1,2}\b/gi;
const LINE_MAX_CHARACTERS = 200;

/**
 * The outcome that a heading or an opening line of the section names for what stands under it ("Outcome 2: Sam will …",
 * "Provision to meet outcome 2:"), until another heading ends it. Gives that of each place in the plan; null where none.
 */
export function outcomesOver(
  view: PlanView,
  blocks: readonly Block[],
  links: OutcomeLinks,
): (block: Block) => string | null {
  const placeOf = ({ id }: Block): number => view.index.get(id) ?? -1;
  const titles = blocks.flatMap((block) => {
    const isStrongLine = block.cell === undefined && isStrong(block);
    const isTitle = isStrongLine || (block.cell === undefined && block.text.endsWith(':'));
    if (!isTitle || block.text.length > LINE_MAX_CHARACTERS) return [];
    const [name, second] = block.text.match(NAMES_OUTCOME) ?? [];
    if (name !== undefined && second === undefined) return [{ at: placeOf(block), outcomeId: links.named(name) }];
    return isStrongLine ? [{ at: placeOf(block), outcomeId: null }] : [];
  });
  return (block) => titles.findLast(({ at }) => at <= placeOf(block))?.outcomeId ?? null;
}
