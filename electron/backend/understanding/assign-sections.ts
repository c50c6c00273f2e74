import type { Block, FoundSection } from '../../../shared/domain/document-model.ts';
import type { PlanView, TableView } from './plan-view.ts';
import { COVER, orderOf } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';
import { chooseFlow, ENOUGH } from './weigh-candidates.ts';
import type { Weighed } from './weigh-candidates.ts';

/** What a stretch of the plan belongs to, and who says so. */
interface Scope {
  sections: readonly SectionId[];
  by: Weighed | null;
}

const COVER_SCOPE: Scope = { sections: [], by: null };

/** Gives every block to the sections it belongs to: headings open, rows and columns of tables say otherwise. */
export function assignSections(view: PlanView, weighed: readonly Weighed[]): FoundSection[] {
  const flow = chooseFlow(weighed);
  const others = weighed.filter((each) => each.isOther && each.place === 'flow' && isOnLevelWith(each, flow));
  const starts = new Map<number, Weighed>([...flow, ...others].map((each) => [each.at, each]));
  const headed = new Set(flow.flatMap((each) => each.mark.sections));
  const tables = new Map<string, TablePlan>();
  const gathered = new Gathered();
  let scope = COVER_SCOPE;
  let isCover = true;
  for (const [at, block] of view.blocks.entries()) {
    const start = starts.get(at);
    if (start) {
      scope = start.isOther ? { sections: [], by: start } : { sections: start.mark.sections, by: start };
      isCover = false;
      gathered.addHeading(start);
    }
    const table = tableOf(view, block);
    let own = scope;
    if (table && block.cell) {
      const outer = outermostCell(view, block);
      let plan = tables.get(table.id);
      if (plan === undefined) {
        plan = planTable(table, weighed, scope, headed);
        tables.set(table.id, plan);
      }
      const said = plan.scopeOf(outer.row, outer.column);
      if (said) {
        own = said;
        if (plan.opensFlow) scope = said;
        if (said.by) gathered.addHeading(said.by);
        isCover = false;
      }
    }
    if (!gathered.isHeading(block.id)) gathered.addContent(block, own, isCover);
  }
  return gathered.finish(view);
}

/** "Signatures" ends a section only if it is set no smaller than the headings of sections. */
function isOnLevelWith(other: Weighed, flow: readonly Weighed[]): boolean {
  const [block] = other.blocks;
  if (block === undefined || flow.length === 0) return false;
  const sizes = flow.map((each) => each.blocks[0]?.fontSize ?? 0);
  return (block.fontSize ?? 0) >= Math.min(...sizes) - 0.6;
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

interface TablePlan {
  scopeOf(row: number, column: number): Scope | null;
  /** True where the table's rows are the plan's sections: what follows the table goes on with the last of them. */
  opensFlow: boolean;
}

const NOTHING: TablePlan = { scopeOf: () => null, opensFlow: false };

function planTable(
  table: TableView,
  weighed: readonly Weighed[],
  scope: Scope,
  headed: ReadonlySet<SectionId>,
): TablePlan {
  const own = weighed.filter((each) => each.table === table);
  const rows = own.filter((each) => each.place === 'row' && isBelieved(each, own, scope, headed));
  const named = rows.filter((each) => !each.isOther);
  if (named.length > 0) return planRows(rows, table, scope.by === null || scope.by.place === 'row');
  const columns = own.filter((each) => each.place === 'column' && isBelieved(each, own, scope, headed));
  return columns.length > 0 ? planColumns(columns) : NOTHING;
}

/** Labels of rows and heads of columns: by letter always; by words where the plan leaves the section to them. */
function isBelieved(each: Weighed, own: readonly Weighed[], scope: Scope, headed: ReadonlySet<SectionId>): boolean {
  if (each.isOther) return true;
  if (each.mark.form === 'named' || each.mark.form === 'tagged') return each.score >= ENOUGH - 0.1;
  const isAmongScope = scope.sections.length > 1 && each.mark.sections.some((id) => isWithin(id, scope.sections));
  if (isAmongScope) return each.score >= 0.3;
  if (each.mark.sections.every((id) => scope.sections.includes(id))) return false;
  const isMissing = each.mark.sections.some((id) => !isWithin(id, [...headed]));
  const alike = new Set(own.filter((other) => other.place === each.place).flatMap((other) => other.mark.sections)).size;
  if (scope.sections.length === 1 && !isMissing) return false;
  if (each.place === 'column') return isMissing && alike >= 2 && each.score >= ENOUGH;
  return each.score >= ENOUGH && (each.mark.form === 'letter' || alike >= 3 || isMissing);
}

function isWithin(id: SectionId, sections: readonly SectionId[]): boolean {
  return sections.some(
    (each) => each === id || (id === 'H' && each.startsWith('H')) || (each === 'H' && id.startsWith('H')),
  );
}

function planRows(rows: readonly Weighed[], table: TableView, opensFlow: boolean): TablePlan {
  const marks = new Map(rows.map((each) => [each.row ?? 0, each]));
  const scopes = new Map<number, Scope>();
  let current: Scope | null = null;
  for (const row of table.rows) {
    const mark = marks.get(row.index);
    if (mark) current = { sections: mark.mark.sections, by: mark };
    if (current) scopes.set(row.index, current);
  }
  return { scopeOf: (row) => scopes.get(row) ?? null, opensFlow };
}

function planColumns(columns: readonly Weighed[]): TablePlan {
  const sorted = [...columns].sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
  return {
    scopeOf: (row, column) => {
      const head = sorted.findLast((each) => (each.column ?? 0) <= column && row >= (each.row ?? 0));
      return head === undefined ? null : { sections: head.mark.sections, by: head };
    },
    opensFlow: false,
  };
}

interface Gathering {
  blocks: string[];
  headings: Set<string>;
  marks: Set<Weighed>;
  isShared: boolean;
}

/** Gathers blocks by section while the plan is walked. */
class Gathered {
  readonly #sections = new Map<string, Gathering>();
  readonly #headings = new Set<string>();

  addHeading(mark: Weighed): void {
    for (const block of mark.mark.isRunIn ? [] : mark.blocks) this.#headings.add(block.id);
    for (const id of mark.mark.sections) {
      const section = this.#section(id);
      section.marks.add(mark);
      for (const block of mark.blocks) section.headings.add(block.id);
    }
  }

  isHeading(id: string): boolean {
    return this.#headings.has(id);
  }

  addContent(block: Block, scope: Scope, isCover: boolean): void {
    if (isCover) this.#section(COVER).blocks.push(block.id);
    for (const id of scope.sections) {
      const section = this.#section(id);
      section.blocks.push(block.id);
      if (scope.sections.length > 1) section.isShared = true;
    }
  }

  finish(view: PlanView): FoundSection[] {
    this.#settleSharedHeads();
    const found = [...this.#sections].map(([id, section]) => describe(id, section, view));
    return found.sort((a, b) => place(a.id) - place(b.id));
  }

  /** A heading for several sections opens each; one that only its table's rows fill keeps the others out. */
  #settleSharedHeads(): void {
    for (const [id, section] of this.#sections) {
      if (id === COVER || section.blocks.length > 0) continue;
      const onlyShared = [...section.marks].every((mark) => mark.mark.sections.length > 1);
      if (onlyShared) this.#sections.delete(id);
    }
  }

  #section(id: string): Gathering {
    const known = this.#sections.get(id);
    if (known) return known;
    const fresh: Gathering = { blocks: [], headings: new Set(), marks: new Set(), isShared: false };
    this.#sections.set(id, fresh);
    return fresh;
  }
}

function place(id: string): number {
  if (id === COVER) return -1;
  const order: SectionId[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2', 'I', 'J', 'K'];
  const known = order.find((each) => each === id);
  return known === undefined ? 99 : orderOf(known) + (known === 'H2' ? 0.5 : 0);
}

function describe(id: string, section: Gathering, view: PlanView): FoundSection {
  const marks = [...section.marks].sort((a, b) => a.at - b.at);
  const own = marks.filter((mark) => mark.mark.sections.length === 1);
  const best = [...(own.length > 0 ? own : marks)].sort((a, b) => b.score - a.score)[0];
  const title = best === undefined ? '' : best.blocks.map((block) => block.text).join(' – ');
  const headings = [...section.headings];
  const base = { id, title, blocks: section.blocks, headings, isConfirmed: false };
  if (id === COVER) return { ...base, confidence: 0.9, reason: 'It stands before the first section.' };
  if (best === undefined) return { ...base, confidence: 0.5, reason: 'Its place in the plan suggests it.' };
  const shared = section.isShared ? 0.25 : 0;
  const confidence = Math.round(Math.min(0.99, Math.max(0.3, 0.55 + 0.6 * (best.score - ENOUGH) - shared)) * 100) / 100;
  return { ...base, confidence, reason: reasonFor(best, section, marks.length, view) };
}

function reasonFor(best: Weighed, section: Gathering, count: number, view: PlanView): string {
  const what = best.place === 'row' ? 'The row’s label' : best.place === 'column' ? 'The column’s head' : 'The heading';
  const words = best.blocks.map((block) => block.text).join(' ');
  const shown = words.length > 80 ? `${words.slice(0, 77)}…` : words;
  const evidence = best.evidence.length > 0 ? best.evidence.join(', ') : 'its words suggest it';
  const places = count > 1 ? ` It stands in ${count} places.` : '';
  const shared = section.isShared ? ' The plan puts it together with another section.' : '';
  const empty = section.blocks.length === 0 && view.blocks.length > 0 ? ' Nothing stands under it.' : '';
  return `${what} “${shown}” opens it: ${evidence}.${places}${shared}${empty}`;
}
