import type { Block } from '../../../shared/domain/document-model.ts';
import { cutDated, cutEnumerated } from './enumerated.ts';
import type { CutBlock } from './enumerated.ts';
import {
  addOutcome,
  addStep,
  continuesLast,
  isLabelledArea,
  isNextNumber,
  markerKind,
  numberOf,
  withMarker,
} from './outcome-drafts.ts';
import type { State } from './outcome-drafts.ts';
import {
  DETAIL,
  DUE,
  FOLLOW_UP,
  LABEL_ONLY,
  LABELLED,
  SAYS_RESULT,
  SAYS_WHY,
  STEP,
  STEPS_INTRO,
  TAGGED_STEP,
} from './outcome-words.ts';
import { isStrong } from './plan-view.ts';
import { readField } from './record-labels.ts';
import type { LabelKind } from './record-labels.ts';
import { isAreaHeading, isIntroduction, isNil, isTimeOnly } from './statement-words.ts';

/** Reads a line of Section E into outcomes and steps. A paragraph may hold a list: "(i) …; (ii) …". */
export function readWhole(block: Block, state: State, isOutcomeCell = false): void {
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
