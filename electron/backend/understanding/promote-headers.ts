import type { Block } from '../../../shared/domain/document-model.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';
import type { SectionId } from './section-ids.ts';

/** Fewer sections than this, named by headers and headings together, are no plan's. */
const SECTIONS_OF_A_PLAN = 4;
const HEADING_MAX_CHARACTERS = 170;
/** A header that names more at once speaks of the plan as a whole. */
const SECTIONS_AT_ONCE = 2;

/**
 * Some templates begin each section on a new page and name it in that page's header, and nowhere else. Such a header is
 * read as the heading that it is, where its section begins; on the pages that follow it stays a header.
 */
export function promoteHeaders(blocks: readonly Block[]): readonly Block[] {
  const headers = new Map<Block, Mark>();
  for (const block of blocks) {
    const mark = block.furniture === 'header' ? named(block) : null;
    if (mark !== null && mark.sections.length <= SECTIONS_AT_ONCE) headers.set(block, mark);
  }
  if (headers.size === 0) return blocks;
  const headed = new Set<SectionId>(
    blocks.flatMap((block) => (block.furniture === undefined ? (named(block)?.sections ?? []) : [])),
  );
  const own = new Map([...headers].filter(([, { sections }]) => sections.every((id) => !headed.has(id))));
  const told = new Set([...headed, ...[...own.values()].flatMap(({ sections }) => sections)]);
  if (told.size < SECTIONS_OF_A_PLAN) return blocks;
  let open = '';
  return blocks.map((block) => {
    const key = own.get(block)?.sections.join(' ');
    if (key === undefined || key === open) return block;
    open = key;
    const { furniture: _, ...heading } = block;
    return { ...heading, kind: 'heading' as const, level: 1 };
  });
}

function named({ text }: Block): Mark | null {
  if (text.length > HEADING_MAX_CHARACTERS) return null;
  const mark = readMark(text);
  return mark?.form === 'named' && !mark.isRunIn ? mark : null;
}
