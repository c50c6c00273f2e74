import type { Block, Span } from '../../../shared/domain/document-model.ts';
import { goesOn } from './enumerated.ts';
import type { CutBlock } from './enumerated.ts';
import { isAsideLabel, LABEL_ONLY, LABELLED } from './outcome-words.ts';
import { isStrong, shownText } from './plan-view.ts';
import type { RowView } from './plan-view.ts';
import { isAreaHeading, isTimeOnly } from './statement-words.ts';

/** An outcome while it is read. */
export interface Draft {
  text: string;
  label: string | null;
  spans: Span[];
  steps: { text: string; spans: Span[] }[];
  origin: 'bullet' | 'other';
  level: number;
  isStrong: boolean;
}

/** What is known while Section E is read. */
export interface State {
  drafts: Draft[];
  current: Draft | null;
  pendingLabel: string | null;
  isInSteps: boolean;
  /** Under a heading that tells how outcomes are followed up. */
  isInFollowUp: boolean;
  /** How the first outcome is marked; items marked otherwise are steps under one. */
  markerKind: string | null;
  /** The plan labels its outcomes: other paragraphs are then no outcomes. */
  usesLabels: boolean;
  /** Some of its items are bold: those are outcomes, and what stands plain under one are its steps. */
  isBoldList: boolean;
  /** The numbers of the last outcome and of the last step, where their items are numbered alike. */
  counts: { outcome: number; step: number };
}

export function startCell(state: State): void {
  state.current = null;
  state.isInSteps = false;
  state.isInFollowUp = false;
}

/** A line that begins in the middle of a sentence goes on with the one before it: a page or a row has ended between. */
export function continuesLast(block: CutBlock, { drafts, current }: State): boolean {
  const last = drafts.at(-1);
  if (last === undefined || last !== current || last.steps.length > 0 || !goesOn(last.text, block)) return false;
  if (isTimeOnly(block.text) || LABEL_ONLY.test(block.text)) return false;
  last.text = `${last.text} ${shownText(block).trim()}`;
  last.spans.push({ block: block.id, start: block.from, end: block.from + block.text.length });
  return true;
}

/** After the steps, the list of outcomes goes on: its marks are the outcomes', and its number is the next. */
export function isNextNumber(block: CutBlock, { current, markerKind: kind, counts }: State): boolean {
  const number = numberOf(block);
  if (current === null || number === 0 || kind !== markerKind(block) || (block.level ?? 1) > current.level)
    return false;
  return number > counts.outcome && number !== counts.step + 1;
}

export function numberOf({ marker }: CutBlock): number {
  return Number(/(\d+)\D*$/.exec(marker ?? '')?.[1] ?? 0);
}

/** "1.", "(a)", "E.1" and "•" are four ways to mark an item. */
export function markerKind(block: CutBlock): string {
  const marker = block.marker ?? '';
  if (!/[\p{L}\p{N}]/u.test(marker)) return 'bullet';
  return marker
    .replace(/\d+/g, '1')
    .replace(/(?<![A-Z])[a-z]+/g, 'a')
    .replace(/[.\s]+/g, '.');
}

export function addOutcome(block: CutBlock, text: string, start: number, label: string | null, state: State): void {
  const isBullet = block.kind === 'list_item' && !/[\p{L}\p{N}]/u.test(block.marker ?? '');
  const draft: Draft = {
    text: text.trim(),
    label: label === null ? null : tidyLabel(label),
    spans: [{ block: block.id, start: block.from + start, end: block.from + block.text.length }],
    steps: [],
    origin: isBullet ? 'bullet' : 'other',
    level: block.kind === 'list_item' ? (block.level ?? 1) : 0,
    isStrong: isStrong(block),
  };
  state.drafts.push(draft);
  if (block.kind === 'list_item') {
    state.markerKind ??= markerKind(block);
    state.counts = { outcome: numberOf(block), step: 0 };
  }
  state.current = draft;
  state.pendingLabel = null;
}

/** "Outcome 2 (E):" is known as "Outcome 2". */
function tidyLabel(label: string): string {
  if (/^\([^)]*\)$/.test(label)) return label;
  return label
    .replace(/(?<=\S)\s*\([^)]*\)/, '')
    .replace(/[:.)–—-]+\s*$/, '')
    .trim();
}

export function addStep(block: Block | CutBlock, text: string, start: number, state: State): void {
  const from = 'from' in block ? block.from : 0;
  const spans = [{ block: block.id, start: from + start, end: from + block.text.length }];
  state.current?.steps.push({ text: text.trim(), spans });
}

/** A block’s text behind its marker, where that is a label such as "E1". */
export function withMarker(block: Block): string {
  return block.marker === undefined || !/[A-Z]\d/.test(block.marker) ? block.text : `${block.marker} ${block.text}`;
}

/** "Outcome 2: Sam will …": an outcome behind its label. */
export function isLabelled(block: Block): boolean {
  const statement = LABELLED.exec(withMarker(block))?.[2];
  return statement !== undefined && !isLabelledArea(block, statement);
}

/** "E1: Communication and interaction" numbers an area of need, not an outcome. */
export function isLabelledArea(block: Block, statement: string): boolean {
  return (
    isAreaHeading(statement) || (isStrong(block) && !/[.!]$/.test(statement) && statement.split(/\s+/).length <= 8)
  );
}

/** "Why this matters | So that Sam can …": what stands against such a label. */
export function isBesideAside({ cells }: RowView, { cell }: Block): boolean {
  const label = cells.findLast((each) => each.column < (cell?.column ?? 0));
  return cells.length === 2 && label !== undefined && label.text.length <= 60 && isAsideLabel(label.text);
}
