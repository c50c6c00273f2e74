import type { Block, FoundSection } from '../../../shared/domain/document-model.ts';
import { chooseFlow } from './choose-flow.ts';
import { Gathered } from './gather-sections.ts';
import { planTable } from './plan-tables.ts';
import type { Scope, TablePlan } from './plan-tables.ts';
import { isStrong, memo } from './plan-view.ts';
import type { PlanView, RowView, TableView } from './plan-view.ts';
import { PartsTeller } from './tell-apart.ts';
import type { SectionId } from './section-ids.ts';
import type { Weighed } from './weigh-candidates.ts';

const COVER_SCOPE: Scope = { sections: [], by: null };

export interface Assigned {
  sections: FoundSection[];
  /** Sub-headings among the sections' blocks that only name a section. */
  subheadings: ReadonlySet<string>;
}

/** Gives every block to the sections it belongs to: headings open, rows and columns of tables say otherwise. */
export function assignSections(
  view: PlanView,
  weighed: readonly Weighed[],
  records: ReadonlyMap<string, Weighed>,
): Assigned {
  const flow = chooseFlow(view, weighed);
  const starts = new Map<number, Weighed>(flow.map((each) => [each.at, each]));
  const headed = new Set(flow.flatMap((each) => each.mark.sections));
  const tables = new Map<string, TablePlan>();
  const gathered = new Gathered();
  const holdsHeading = (row: RowView): boolean =>
    row.cells.some((cell) => cell.blocks.some((each) => starts.has(view.index.get(each.id) ?? -1)));
  const parts = new PartsTeller(view);
  const cards = headsOfCards(view, flow);
  let scope = COVER_SCOPE;
  /** The sections that the last heading opened together. */
  let together = COVER_SCOPE;
  let isCover = true;
  const planOf = (table: TableView): TablePlan =>
    memo(tables, table.id, () => planTable(table, weighed, scope, headed, holdsHeading));
  for (const [at, block] of view.blocks.entries()) {
    const start = starts.get(at);
    if (start) {
      const isWithin = isPartOf(start.mark.sections, together);
      // A list of its own: the same words may head several stretches, and each begins anew.
      scope = start.isOther ? { sections: [], by: start } : { sections: [...start.mark.sections], by: start };
      isCover = false;
      if (!isWithin) together = scope;
      if (isWithin) gathered.addSubheading(start);
      else gathered.addHeading(start);
    }
    const table = tableOf(view, block);
    let own = scope;
    if (table && block.cell) {
      const outer = outermostCell(view, block);
      const plan = planOf(table);
      const said = plan.scopeOf(outer.row, outer.column);
      if (said) {
        own = said;
        if (plan.opensFlow || isBar(table)) scope = said;
        if (said.by) gathered.addHeading(said.by);
        isCover = false;
      }
    }
    const card = block.cell === undefined || start ? undefined : cards.get(block.cell.table);
    if (
      card !== undefined &&
      at < card.at &&
      isPartOf(card.mark.sections, together) &&
      isPartOf(scope.sections, together)
    )
      own = { sections: card.mark.sections, by: null };
    const record = isCover ? undefined : records.get(block.id);
    if (record !== undefined && !starts.has(at)) {
      own = { sections: record.mark.sections, by: record };
      gathered.addHeading(record);
    }
    if (gathered.isHeading(block.id) || isChapter(block, starts.get(at + 1))) continue;
    if (block.cell === undefined && isStrong(block) && isTitleOfTable(view.blocks[at + 1])) continue;
    // Under "Outcome 1 (E)" within "E and F" the heads of a table of provision still tell.
    const isPart = own === scope && isPartOf(scope.sections, together) && PartsTeller.areOfKinds(together.sections);
    if (isPart) {
      const told = parts.tell(block, together.sections, scope.sections);
      if (told !== null && parts.isLabel(block, told)) {
        gathered.addLabel(block, told);
        continue;
      }
      if (told !== null) own = { ...own, sections: told };
    } else if (own.sections.length > 1) {
      const told = parts.tell(block, own.sections);
      const isHalf = own.sections.every((id) => id.startsWith('H'));
      if (told !== null && ((isHalf && parts.isTitle(block, told)) || parts.isLabel(block, told))) {
        gathered.addLabel(block, told);
        continue;
      }
      if (told !== null) own = { ...own, sections: told };
    }
    gathered.addContent(block, own, isCover);
  }
  return { sections: gathered.finish(view), subheadings: gathered.subheadings() };

  /** A short line right above a table that names its sections itself belongs with the table. */
  function isTitleOfTable(next: Block | undefined): boolean {
    const table = next === undefined ? undefined : tableOf(view, next);
    if (next?.cell === undefined || table === undefined || table.rows[0]?.cells[0]?.blocks[0] !== next) return false;
    return planOf(table).scopeOf(next.cell.row, next.cell.column) !== null;
  }
}

const CARD_TITLE_MAX_CHARACTERS = 60;

/**
 * Cards, each a frame with a title of its own ("Outcome 3", "Pathway: good health") above its first heading ("E Outcome sought: …"):
 * the heading with which each begins. What stands above it goes with it, and not with the card before.
 */
function headsOfCards(view: PlanView, flow: readonly Weighed[]): Map<string, Weighed> {
  const heads = new Map<string, Weighed>();
  const seen = new Set<string>();
  for (const each of flow) {
    const id = each.blocks[0]?.cell?.table;
    const table = view.tables.get(id ?? '');
    if (id === undefined || table === undefined || table.columnCount > 1 || seen.has(id)) continue;
    seen.add(id);
    const [title] = table.rows[0]?.cells[0]?.blocks ?? [];
    const above = view.blocks.slice(view.index.get(title?.id ?? '') ?? each.at, each.at);
    const areShort = above.every(({ text }) => text.length <= CARD_TITLE_MAX_CHARACTERS && !/[.;]$/.test(text));
    if (title !== undefined && isStrong(title) && areShort) heads.set(id, each);
  }
  return heads;
}

/** One of the sections that stand open together. */
function isPartOf(sections: readonly SectionId[], { sections: open }: Scope): boolean {
  return sections.length > 0 && sections.length < open.length && sections.every((id) => open.includes(id));
}

/** A heading laid out as a table of its own (letter, title, a note): its section is what stands under it. */
function isBar(table: TableView): boolean {
  const [row, second] = table.rows;
  return second === undefined && row !== undefined && row.cells.every((cell) => cell.text.length <= BAR_MAX_CHARACTERS);
}

const BAR_MAX_CHARACTERS = 130;

/** A larger heading right above a section's own is the name of a chapter: "Health" above "Section C". */
function isChapter(block: Block, next: Weighed | undefined): boolean {
  const [head] = next?.blocks ?? [];
  if (head === undefined || next?.isOther === true || block.cell !== undefined) return false;
  if (!isStrong(block) || block.text.length > 80 || /[.!?;,]$/.test(block.text)) return false;
  const isHigher = block.kind === 'heading' && head.kind === 'heading' && (block.level ?? 9) < (head.level ?? 9);
  return isHigher || (block.fontSize ?? 0) > (head.fontSize ?? 0) + 0.9;
}

function tableOf(view: PlanView, block: Block): TableView | undefined {
  const outer = outermostCell(view, block);
  return outer.table === '' ? undefined : view.tables.get(outer.table);
}

/** A table inside a table's cell belongs where that cell belongs. */
function outermostCell(view: PlanView, block: Block): { table: string; row: number; column: number } {
  let cell = block.cell;
  if (cell === undefined) return { table: '', row: 0, column: 0 };
  for (let depth = 0; cell.within !== undefined && depth < 10; depth += 1) {
    const { within }: NonNullable<Block['cell']> = cell;
    const outer: Block['cell'] = view.tables.get(within.table)?.rows[0]?.cells[0]?.blocks[0]?.cell;
    if (outer?.within === undefined) return within;
    cell = { ...outer, row: within.row, column: within.column };
  }
  return cell;
}
