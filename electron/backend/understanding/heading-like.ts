import type { Block } from '../../../shared/domain/document-model.ts';
import type { Candidate } from './candidate.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';

const TITLE_MAX_CHARACTERS = 130;

/** How the matter after the last section begins where no heading announces it. */
const CLOSES =
  /^(?:signed\b(?! (?:off|up|english))|signature\b|yours (?:sincerely|faithfully)|if you (?:do not|don['’]t|are not|disagree)\b.{0,60}\b(?:agree|happy|plan|sections?|content)|(?:you|parents?|families|young people) (?:may|can|have (?:the|a) right to) (?:\w+ ){0,2}appeal|(?:the )?right (?:of|to) appeal|cop(?:y|ies) (?:of this plan )?(?:have been |has been )?(?:sent )?to\b|copied to\b|distribution\s*:|circulation\s*:|enc(?:\.|losures?)\b|(?:for )?office use\b|authoris?ed by\b|(?:for and )?on behalf of\b|(?:given|made|issued|executed) under (?:(?:the|my|our|its) )?(?:hand|(?:common |official )?seal)\b|in witness (?:whereof|of (?:this|which))\b)/i;

/**
 * Lines that are set as headings but whose words no list knows, in the flow of the text or over a table's whole width.
 * Whether one of them heads a section, and which, only the rest of the document can tell. With them the paragraphs that may
 * begin the closing matter ("Yours sincerely", "Copies to").
 */
export function findHeadingLike(view: PlanView, known: readonly Candidate[]): Candidate[] {
  // A row's label whose words only half fit a section may as well be another's title.
  const sure = known.filter(
    (each) => each.place !== 'row' || each.mark.form !== 'title' || each.mark.titleScore >= 0.7,
  );
  const taken = new Set(sure.flatMap((each) => each.blocks));
  const body = bodySize(view.blocks);
  return view.blocks.flatMap((block, at): Candidate[] => {
    if (taken.has(block)) return [];
    if (!isInFlow(view, block)) return readSide(view, block, at);
    const isHeading = isHeadingLike(block, body);
    const above = view.blocks[at - 1];
    // Under a heading of its own it is that heading's text.
    const isRunIn = !isHeading && CLOSES.test(block.text) && (above === undefined || !isHeadingLike(above, body));
    if (!isRunIn && !isHeading) return [];
    const mark = { form: 'title' as const, sections: [], title: block.text, titleScore: 0, isRunIn };
    return [{ mark, place: 'flow', isOther: false, isUnknown: true, blocks: [block], at }];
  });
}

/** A title in the first of two columns, its text in the second: "Family life | A social worker visited …". */
function readSide(view: PlanView, block: Block, at: number): Candidate[] {
  const table = view.tables.get(block.cell?.table ?? '');
  const [title, text, third] = table?.rowAt.get(block.cell?.row ?? -1)?.cells ?? [];
  if (table === undefined || title === undefined || third !== undefined || title.blocks[0] !== block) return [];
  if (title.text.length > TITLE_MAX_CHARACTERS || /[.;,]$/.test(title.text) || !isStrong(block)) return [];
  if (text?.blocks.every(isStrong) === true) return [];
  const mark = { form: 'title' as const, sections: [], title: title.text, titleScore: 0, isRunIn: false };
  return [{ mark, place: 'flow', isOther: false, isUnknown: true, isSide: true, blocks: title.blocks, at, table }];
}

function isHeadingLike(block: Block, body: number): boolean {
  const { text } = block;
  if (text.length > TITLE_MAX_CHARACTERS || !/\p{L}{2}/u.test(text) || /[.;,]$/.test(text)) return false;
  if (block.kind === 'list_item' && !/\d/.test(block.marker ?? '')) return false;
  return isStrong(block) || (block.fontSize ?? 0) >= body + 1.5;
}

/** Outside tables, in a frame, or alone in its row. */
function isInFlow(view: PlanView, block: Block): boolean {
  const { cell } = block;
  if (cell === undefined) return true;
  const table = view.tables.get(cell.table);
  if (table === undefined || cell.within !== undefined) return false;
  if (table.columnCount === 1) return true;
  const row = table.rowAt.get(cell.row);
  return row?.cells.length === 1 && row.cells[0]?.blocks[0] === block;
}

/** The size in which most letters are set. */
export function bodySize(blocks: readonly Block[]): number {
  const letters = new Map<number, number>();
  for (const { fontSize, text } of blocks)
    if (fontSize !== undefined) letters.set(fontSize, (letters.get(fontSize) ?? 0) + text.length);
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0] as [number, number])[0];
}
