import type { Block, Outcome } from '../../../shared/domain/document-model.ts';
import { goesOn } from './enumerated.ts';
import { addStep, isBesideAside, isLabelled, startCell } from './outcome-drafts.ts';
import type { State } from './outcome-drafts.ts';
import { readWhole } from './outcome-lines.ts';
import { LABEL_ONLY, LABEL_ONLY_NUMBERED, STEPS_INTRO } from './outcome-words.ts';
import { isStrong, memo } from './plan-view.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { readRecords } from './record-tables.ts';
import type { RecordField } from './record-tables.ts';
import { hasOwnBelow, ownCells, readShape } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** Reads Section E: outcomes as numbered, bulleted, labelled or laid out in rows, with the steps under each. */
export function findOutcomes(view: PlanView, blocks: readonly Block[], headings: ReadonlySet<string>): Outcome[] {
  const own = new Set(blocks.map((block) => block.id));
  const usesLabels =
    [...blocks, ...view.blocks.filter((block) => headings.has(block.id))].filter(
      (block) => LABEL_ONLY.test(block.text) || isLabelled(block),
    ).length >= 1;
  const items = blocks.filter(({ kind }) => kind === 'list_item');
  const state: State = {
    drafts: [],
    current: null,
    pendingLabel: null,
    isInSteps: false,
    isInFollowUp: false,
    markerKind: null,
    usesLabels,
    isBoldList: items.filter(isStrong).length >= 2 && items.some((item) => !isStrong(item)),
    counts: { outcome: 0, step: 0 },
  };
  const headsOf = new Map<string, Heads | null>();
  const recordsOf = new Map<string, RecordField[] | null>();
  const shapeOf = new Map<string, TableShape | null>();
  const doneTables = new Set<string>();
  let place = '';
  for (const block of blocks) {
    const table = block.cell && view.tables.get(block.cell.table);
    const records = table && memo(recordsOf, table.id, () => readRecords(table, own, 'outcome'));
    if (table && records) {
      if (!doneTables.has(table.id)) readForm(records, state);
      doneTables.add(table.id);
      continue;
    }
    const heads = table && memo(headsOf, table.id, () => readHeads(table, own));
    if (table && heads) {
      if (!doneTables.has(table.id)) readTable(view, table, heads, own, state);
      doneTables.add(table.id);
      continue;
    }
    const here = block.cell ? `${block.cell.table}/${block.cell.row}/${block.cell.column}` : '';
    if (here !== place && !goesOnBelow(view, block, state)) startPlace(view, block, headings, state);
    place = here;
    const shape = table && memo(shapeOf, table.id, () => readShape(table, own));
    const row = table?.rowAt.get(block.cell?.row ?? -1);
    if (shape && row && ownCells(row, own).length >= 2 && block.cell?.column !== shape.statement) {
      if (LABEL_ONLY.test(block.text)) state.pendingLabel = block.text;
      continue;
    }
    // "Why this matters | So that Sam can …": of an outcome, and none itself.
    if (row && isBesideAside(row, block)) continue;
    readWhole(block, state);
  }
  return state.drafts.map((draft, index) => ({
    id: `o${index + 1}`,
    text: draft.text,
    label: draft.label,
    spans: draft.spans,
    steps: draft.steps,
  }));
}

/** A cell that goes on in the middle of the sentence that one above it, in its column, broke off. */
function goesOnBelow(view: PlanView, block: Block, { current }: State): boolean {
  const span = current?.spans.at(-1);
  const above = span === undefined ? undefined : view.blocks[view.index.get(span.block) ?? -1];
  if (current === null || current.steps.length > 0 || above?.cell === undefined || block.cell === undefined)
    return false;
  const isBelow = above.cell.table === block.cell.table && above.cell.column === block.cell.column;
  return isBelow && goesOn(current.text, block);
}

/** A new cell begins anew; the label of its row may be the outcome's. */
function startPlace(view: PlanView, block: Block, headings: ReadonlySet<string>, state: State): void {
  state.current = null;
  state.isInSteps = false;
  const { cell } = block;
  if (cell === undefined) return;
  const row = view.tables.get(cell.table)?.rowAt.get(cell.row);
  const label = row?.cells[0];
  if (!label || label.column >= cell.column || !label.blocks.some((each) => headings.has(each.id))) return;
  if (/\d/.test(label.text)) state.pendingLabel = label.text;
  else if (STEPS_INTRO.test(label.text) && state.drafts.length > 0) {
    // "Small steps | Sam will …": towards the outcome of the row above.
    state.current = state.drafts.at(-1) ?? null;
    state.isInSteps = true;
  }
}

interface Heads {
  outcome: number;
  steps: number | null;
  label: number | null;
  row: RowView;
}

function readHeads(table: TableView, own: ReadonlySet<string>): Heads | null {
  for (const row of table.rows.slice(0, 3)) {
    if (row.cells.length < 2 || row.cells.some((cell) => cell.text.length > 90)) continue;
    if (
      !row.cells.some((cell) => cell.blocks.some((block) => own.has(block.id))) &&
      !row.cells.every((cell) => cell.isHeader)
    )
      continue;
    // What heads the section itself is no head of a column.
    const speaking = row.cells.filter((cell) => hasOwnBelow(table, row, cell, own));
    const inSection = ownCells(row, own).filter((cell) => speaking.includes(cell));
    const find = (pattern: RegExp, not?: RegExp): CellView | undefined => {
      const fits = ({ text }: CellView): boolean =>
        pattern.test(text) && !(not?.test(text) ?? false) && !LABEL_ONLY_NUMBERED.test(text);
      // "Need | Outcome": beside a head that is only a column's, the section's own heads one as well.
      return inSection.find(fits) ?? (inSection.some(isOutcomeOrSteps) ? undefined : speaking.find(fits));
    };
    const steps = find(/\b(?:steps?|short[- ]term|targets?|milestones?|objectives?)\b/i);
    const outcome = find(
      /\boutcomes?\b|\bwhat .*\bachieve\b|\bgoals?\b|\bwhat will\b/i,
      /\b(?:steps?|short[- ]term|number|no\.)\b/i,
    );
    if (outcome === undefined) continue;
    const label = (inSection.length > 0 ? inSection : speaking).find(
      (cell) => cell !== outcome && /^(?:no\.?|number|ref(?:erence)?|#|outcome (?:no\.?|number))$/i.test(cell.text),
    );
    return { outcome: outcome.column, steps: steps?.column ?? null, label: label?.column ?? null, row };
  }
  return null;
}

function isOutcomeOrSteps({ text }: CellView): boolean {
  return /\b(?:outcomes?|goals?|steps?|targets?|milestones?|objectives?)\b/i.test(text);
}

function readTable(view: PlanView, table: TableView, heads: Heads, own: ReadonlySet<string>, state: State): void {
  for (const row of table.rows) {
    if (row.index <= heads.row.index) continue;
    const at = (column: number | null): CellView | undefined =>
      column === null
        ? undefined
        : row.cells.find((cell) => cell.column === column && cell.blocks.some((block) => own.has(block.id)));
    const cell = at(heads.outcome);
    const [first] = cell?.blocks ?? [];
    // A row without a cell of its own goes on with the one that spans it.
    if (first !== undefined && !goesOnBelow(view, first, state)) startCell(state);
    // The name of an area of need over the whole width.
    if (row.cells.length === 1 && (cell?.columnSpan ?? 1) > 1 && !/[.!]$/.test(cell?.text ?? '')) continue;
    const label = at(heads.label);
    if (label) state.pendingLabel = label.text;
    for (const block of cell?.blocks ?? []) readWhole(block, state, true);
    for (const block of at(heads.steps)?.blocks ?? []) addStep(block, block.text, 0, state);
    state.pendingLabel = null;
  }
  startCell(state);
}

/** A form: the rows that name an outcome, and the steps against their own label. */
function readForm(records: readonly RecordField[], state: State): void {
  for (const { label, kind, blocks } of records) {
    if (kind === 'outcome') {
      startCell(state);
      if (LABEL_ONLY.test(label)) state.pendingLabel = label;
      for (const block of blocks) readWhole(block, state, true);
      state.pendingLabel = null;
    } else if (kind === 'steps') {
      for (const block of blocks) addStep(block, block.text, 0, state);
    }
  }
  startCell(state);
}
