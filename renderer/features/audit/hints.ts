import type { Evidence } from '../../../shared/contract/audits.ts';
import type { ShownHint } from '../../../shared/contract/hints.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { assistLabel } from '../../../shared/domain/rubric/assists.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { spansToAnchor, type TextAnchor } from '../../viewer/anchors.ts';
import type { Mark } from '../../viewer/marks.ts';
import { sectionInWords, spansInWords } from '../../viewer/place-words.ts';

/** The hints that stand beside one criterion. */
export interface CriterionHints {
  open: readonly ShownHint[];
  /** Set aside for this plan, each with its reason. */
  dismissed: readonly ShownHint[];
}

export const NO_HINTS: CriterionHints = { open: [], dismissed: [] };

/** Letters of a hint's words that its mark is read out with: enough to know the place by. */
const MARK_LETTERS = 60;

/** An audit's hints by the criteria that they stand beside, each list in the order given. */
export function hintsByCriterion(hints: readonly ShownHint[]): ReadonlyMap<string, CriterionHints> {
  const by = new Map<string, { open: ShownHint[]; dismissed: ShownHint[] }>();
  for (const hint of hints) {
    for (const criterion of new Set(hint.criteria)) {
      const own = by.get(criterion) ?? { open: [], dismissed: [] };
      by.set(criterion, own);
      (hint.dismissed === null ? own.open : own.dismissed).push(hint);
    }
  }
  return by;
}

/** "2 hints", "1 hint, 1 dismissed", "1 dismissed hint"; empty where there are none. */
export function hintCountWords({ open, dismissed }: CriterionHints): string {
  if (open.length > 0) {
    return dismissed.length === 0
      ? count(open.length, 'hint')
      : `${count(open.length, 'hint')}, ${dismissed.length} dismissed`;
  }
  return dismissed.length === 0 ? '' : count(dismissed.length, 'dismissed hint');
}

/** What a hint says beside its words: the message, without the words where it only repeats them. */
export function hintMessage({ quote, message }: ShownHint): string {
  const repeated = `Seen: “${quote}”. `;
  return quote !== '' && message.startsWith(repeated) ? message.slice(repeated.length) : message;
}

/** Where a hint's words stand, or the section that it speaks of; empty for one about the whole plan. */
export function hintPlaceWords(model: DocumentModel, { spans, section }: ShownHint): string {
  const place = spansInWords(model, spans);
  return place === '' && section !== null ? sectionInWords(section) : place;
}

/** A hint's words as a quote; null where it names none in the document. */
export function hintAnchor(model: DocumentModel, sha256: string, { spans }: ShownHint): TextAnchor | null {
  return spans.length === 0 ? null : spansToAnchor(model, sha256, spans);
}

/** Whether the words are among the evidence already. */
export function isQuoted(anchor: TextAnchor, evidence: readonly Evidence[]): boolean {
  return evidence.some(({ anchor: other }) => other.kind === 'text' && other.quote === anchor.quote);
}

/** The hints' places, to show in the document. */
export function hintMarks(rubric: Rubric, hints: readonly ShownHint[]): Mark[] {
  return hints
    .filter(({ spans }) => spans.length > 0)
    .map(({ id, assist, quote, spans }) => ({
      id: `hint ${id}`,
      kind: 'hint',
      place: { kind: 'spans', spans },
      label: `${assistLabel(rubric, assist)}, “${cut(quote)}”`,
    }));
}

/** A hint's words where they only tell it from others. */
export function cut(words: string): string {
  return words.length <= MARK_LETTERS ? words : `${words.slice(0, MARK_LETTERS).trimEnd()}…`;
}
