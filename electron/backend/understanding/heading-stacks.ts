import type { Block } from '../../../shared/domain/document-model.ts';
import type { Candidate } from './candidate.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { readMark, readReference } from './read-mark.ts';
import type { Mark } from './read-mark.ts';

const TITLE_MAX_CHARACTERS = 170;
const HALF_A_TITLE = 0.5;
const COUNTED_MAX_CHARACTERS = 40;

/** "SCHEDULE 6", "Part 2", "Schedule 8, Part II": nothing but a number. "Part B" and "Part I" may be sections. */
const COUNTED =
  /^(?:(?:schedule|chapter|box)\s+(?:\d{1,2}|[ivx]{1,4})|part\s+\d{1,2})(?:\s*[,:–—-]?\s*part\s+(?:\d{1,2}|[ivx]{1,4}))?$/i;

/** True for a line that only counts the parts of a document. */
export function isCounted(text: string): boolean {
  return text.length <= COUNTED_MAX_CHARACTERS && COUNTED.test(text.trim());
}

/**
 * A heading in two or three lines of which the first only counts: "SCHEDULE 6", "Special educational provision",
 * "Regulation 12(1)(f)". Its section is what the last line refers to, or what the words of the title name.
 */
export function readStack(view: PlanView, at: number, names: ReadonlySet<string>): Candidate | null {
  const [count, ...under] = view.blocks.slice(at, at + 3);
  if (count === undefined || !isStrong(count) || !isCounted(count.text)) return null;
  const [first, second] = under.filter((block, index) => isLine(block, count) && (index === 0 || isLineToo(under[0])));
  if (first === undefined) return null;
  const [own, below] = [readReference(first.text), second === undefined ? null : readReference(second.text)];
  const asStack = (mark: Mark, ...lines: Block[]): Candidate => ({
    mark,
    place: 'flow',
    isOther: false,
    blocks: [count, ...lines],
    at,
  });
  const tagged: Omit<Mark, 'sections'> = { form: 'tagged', title: '', titleScore: 0, isRunIn: false };
  if (below !== null && second !== undefined)
    return asStack(withTitle({ ...tagged, sections: below }, first.text, names), first, second);
  if (own !== null) {
    const title = second === undefined ? null : withTitle({ ...tagged, sections: own }, second.text, names);
    if (title !== null && second !== undefined && title.titleScore >= HALF_A_TITLE)
      return asStack(title, first, second);
    return asStack({ ...tagged, sections: own }, first);
  }
  const mark = readMark(first.text, names);
  const isTitle = mark !== null && mark.form === 'title' && mark.titleScore >= HALF_A_TITLE;
  return isTitle ? asStack(mark, first) : null;

  function isLineToo(block: Block | undefined): boolean {
    return block !== undefined && count !== undefined && isLine(block, count);
  }
}

/** A short line in the same place, that is no sentence. */
function isLine(block: Block, count: Block): boolean {
  if (block.text.length > TITLE_MAX_CHARACTERS || block.kind === 'list_item' || /[.;,!]$/.test(block.text))
    return false;
  return (block.cell?.table ?? null) === (count.cell?.table ?? null) && !isCounted(block.text);
}

/** A title whose section stands in a small line of its own under it: "(Section F of the plan)". */
export function readUnder(view: PlanView, at: number, names: ReadonlySet<string>): Candidate | null {
  const [block, next] = [view.blocks[at], view.blocks[at + 1]];
  if (block === undefined || next === undefined || !isStrong(block) || block.text.length > TITLE_MAX_CHARACTERS)
    return null;
  if (/[.;,]$/.test(block.text) || (next.cell?.table ?? null) !== (block.cell?.table ?? null)) return null;
  if (next.kind === 'heading' || (isStrong(next) && (next.fontSize ?? 0) >= (block.fontSize ?? 0))) return null;
  const sections = readReference(next.text);
  if (sections === null) return null;
  const mark = withTitle({ form: 'tagged', sections, title: '', titleScore: 0, isRunIn: false }, block.text, names);
  return { mark, place: 'flow', isOther: false, blocks: [block, next], at };
}

/** The mark of a letter alone, with the words of its title. */
export function withTitle(mark: Mark, title: string, names: ReadonlySet<string>): Mark {
  const letters = mark.sections.join(' and ');
  const whole = readMark(`Section ${letters} – ${title}`, names);
  return whole === null ? { ...mark, title } : { ...whole, form: mark.form };
}
