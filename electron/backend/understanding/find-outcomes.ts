import type { Block, Outcome } from '../../../shared/domain/document-model.ts';
import {
  addOutcome,
  addStep,
  continuesLast,
  isBesideAside,
  isLabelled,
  isLabelledArea,
  isNextNumber,
  markerKind,
  numberOf,
  startCell,
  withMarker,
} from './outcome-drafts.ts';
import type { State } from './outcome-drafts.ts';
import {
  DETAIL,
  DUE,
  FOLLOW_UP,
  LABEL_ONLY,
  LABEL_ONLY_NUMBERED,
  LABELLED,
  SAYS_RESULT,
  SAYS_WHY,
  STEP,
  STEPS_INTRO,
  TAGGED_STEP,
} from './outcome-words.ts';
import { cutDated, cutEnumerated, goesOn } from './enumerated.ts';
import type { CutBlock } from './enumerated.ts';
import { isStrong, memo } from './plan-view.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { readField } from './record-labels.ts';
import type { LabelKind } from './record-labels.ts';
import { readRecords } from './record-tables.ts';
import type { RecordField } from './record-tables.ts';
import { hasOwnBelow, ownCells, readShape } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';
import { isAreaHeading, isIntroduction, isNil, isTimeOnly } from './statement-words.ts';

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
  if (
    label &&
    label.column < cell.column &&
    label.blocks.some((each) => headings.has(each.id)) &&
    /\d/.test(label.text)
  )
    state.pendingLabel = label.text;
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
    const cells = inSection.length > 0 ? inSection : speaking;
    const find = (pattern: RegExp, not?: RegExp): CellView | undefined =>
      cells.find(
        (cell) => pattern.test(cell.text) && !(not?.test(cell.text) ?? false) && !LABEL_ONLY_NUMBERED.test(cell.text),
      );
    const steps = find(/\b(?:steps?|short[- ]term|targets?|milestones?|objectives?)\b/i);
    const outcome = find(
      /\boutcomes?\b|\bwhat .*\bachieve\b|\bgoals?\b|\bwhat will\b/i,
      /\b(?:steps?|short[- ]term|number|no\.)\b/i,
    );
    if (outcome === undefined) continue;
    const label = cells.find(
      (cell) => cell !== outcome && /^(?:no\.?|number|ref(?:erence)?|#|outcome (?:no\.?|number))$/i.test(cell.text),
    );
    return { outcome: outcome.column, steps: steps?.column ?? null, label: label?.column ?? null, row };
  }
  return null;
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

/** A paragraph may hold a list: "(i) …; (ii) …". */
function readWhole(block: Block, state: State, isOutcomeCell = false): void {
  for (const part of cutEnumerated(block).flatMap(cutDated)) readBlock(part, state, isOutcomeCell);
}

function readBlock(block: CutBlock, state: State, isOutcomeCell: boolean): void {
  const text = block.text.trim();
  if (text === '' || isNil(text)) return;
  if (continuesLast(block, state)) return;
  if (LABEL_ONLY.test(text)) {
    state.pendingLabel = text;
    state.current = null;
    state.isInSteps = false;
    state.isInFollowUp = false;
    return;
  }
  if (block.kind === 'heading' || isStrong(block)) state.isInFollowUp = FOLLOW_UP.test(text) && text.length < 90;
  if (state.isInFollowUp) return;
  const field = readField(text);
  if (DETAIL.test(text) || DUE.test(text) || isTimeOnly(text) || (field !== null && !STATEMENTS.has(field.kind)))
    return;
  const step = STEP.exec(text);
  const tag = TAGGED_STEP.exec(block.text)?.[0];
  // Steps may have a row to themselves: they are the last outcome's.
  if (step !== null || (STEPS_INTRO.test(text) && text.length < 90)) state.current ??= state.drafts.at(-1) ?? null;
  if (step?.[1] !== undefined && state.current) {
    addStep(block, step[1], block.text.length - step[1].length, state);
    return;
  }
  if (tag !== undefined && state.current) {
    addStep(block, block.text.slice(tag.length), tag.length, state);
    return;
  }
  if (
    STEPS_INTRO.test(text) &&
    text.length < 90 &&
    (text.endsWith(':') || block.kind === 'heading' || !text.endsWith('.')) &&
    state.current
  ) {
    state.isInSteps = true;
    return;
  }
  const labelled = LABELLED.exec(withMarker(block));
  const shift = withMarker(block).length - block.text.length;
  if (labelled?.[2] !== undefined && !isLabelledArea(block, labelled[2])) {
    state.isInSteps = false;
    const start = Math.max(0, withMarker(block).length - labelled[2].length - shift);
    addOutcome(block, labelled[2], start, labelled[1] ?? null, state);
    return;
  }
  if (field?.kind === 'outcome' && !isIntroduction(text.slice(field.start)) && text.length > field.start + 20) {
    state.isInSteps = false;
    addOutcome(block, block.text.slice(field.start), field.start, state.pendingLabel ?? field.label, state);
    return;
  }
  if (block.kind === 'heading' || isAreaHeading(text) || labelled !== null) {
    state.isInSteps = false;
    state.current = null;
    return;
  }
  if (block.kind === 'list_item') readItem(block, state);
  else readParagraph(block, state, isOutcomeCell);
}

const STATEMENTS: ReadonlySet<LabelKind> = new Set(['outcome', 'steps', 'provision']);

function readItem(block: CutBlock, state: State): void {
  const { current } = state;
  if (isIntroduction(block.text)) return;
  const isBullet = !/[\p{L}\p{N}]/u.test(block.marker ?? '');
  const isUnder =
    current !== null &&
    ((block.level ?? 1) > current.level ||
      (state.isBoldList && current.isStrong && !isStrong(block)) ||
      (isBullet && current.origin === 'other') ||
      (state.markerKind !== null && state.markerKind !== markerKind(block)));
  const isStep = state.isInSteps ? !isNextNumber(block, state) : isUnder;
  if (state.pendingLabel === null && current !== null && isStep) {
    state.counts.step = numberOf(block);
    addStep(block, block.text, 0, state);
  } else addOutcome(block, block.text, 0, state.pendingLabel ?? (isBullet ? null : (block.marker ?? null)), state);
}

function readParagraph(block: CutBlock, state: State, isOutcomeCell: boolean): void {
  const { text } = block;
  if (isIntroduction(text)) {
    if (state.current) state.isInSteps = true;
    return;
  }
  if (state.pendingLabel === null && state.current && state.isInSteps && !isLikeOutcome(block, state.current)) {
    addStep(block, text, 0, state);
    return;
  }
  state.isInSteps &&= !isLikeOutcome(block, state.current);
  const hasResult = SAYS_RESULT.test(text) && text.split(/\s+/).length >= 4;
  if (state.pendingLabel === null && !isOutcomeCell && (!hasResult || (state.usesLabels && state.current !== null)))
    return;
  if (state.current && (isOutcomeCell ? !hasResult : SAYS_WHY.test(text))) return;
  addOutcome(block, text, 0, state.pendingLabel, state);
}

/** Bold like the outcome before it, where that one's steps are not: the next outcome, and no step. */
function isLikeOutcome(block: CutBlock, current: State['current']): boolean {
  if (current === null || current.origin !== 'other' || current.steps.length === 0) return false;
  return current.isStrong && isStrong(block) && SAYS_RESULT.test(block.text) && block.text.split(/\s+/).length >= 4;
}
