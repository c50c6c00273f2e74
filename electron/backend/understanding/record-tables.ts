import type { Block } from '../../../shared/domain/document-model.ts';
import type { RowView, TableView } from './plan-view.ts';
import { detailKeyOf } from './provision-details.ts';
import type { DetailKey } from './provision-details.ts';

/** What a row's label asks for: the statement itself, steps towards it, or one of its details. */
export type LabelKind = 'outcome' | 'steps' | 'provision' | 'other' | DetailKey;

/** A row of a table that is filled in like a form: a label, and what stands against it. */
export interface RecordRow {
  row: RowView;
  label: string;
  kind: LabelKind;
  /** What stands against the label and belongs to the section that is read. */
  blocks: Block[];
}

const LABEL_MAX_CHARACTERS = 60;

/**
 * Reads a table of two columns as a form, where its labels name both statements of `wanted` and details of them; null for
 * any other table.
 */
export function readRecords(
  table: TableView,
  own: ReadonlySet<string>,
  wanted: 'outcome' | 'provision',
): RecordRow[] | null {
  const rows: RecordRow[] = [];
  for (const row of table.rows) {
    const [label, value, third] = row.cells;
    const blocks = (value?.blocks ?? label?.blocks ?? []).filter((block) => own.has(block.id));
    if (label === undefined || blocks.length === 0) continue;
    if (third !== undefined) return null;
    if (value === undefined) continue;
    if (label.text.length > LABEL_MAX_CHARACTERS || /[.!]$/.test(label.text)) return null;
    rows.push({ row, label: label.text, kind: kindOf(label.text), blocks });
  }
  const kinds = rows.map(({ kind }) => kind);
  const hasDetails = kinds.some((kind) => kind !== wanted && kind !== 'other');
  return kinds.includes(wanted) && hasDetails ? rows : null;
}

function kindOf(label: string): LabelKind {
  const plain = label.trim().replace(/[:?.*]+$/, '');
  if (/\b(?:steps?|short[- ]?(?:er[- ])?term|targets?(?! date)|milestones?|objectives?)\b/i.test(plain)) return 'steps';
  const detail = detailKeyOf(plain);
  if (detail !== null) return detail;
  if (/\b(?:achieved?|target date)\b/i.test(plain) && /\b(?:by|date|when)\b/i.test(plain)) return 'howOften';
  if (/\boutcomes?\b|\bgoals?\b|\bwhat .*\bachieve\b/i.test(plain)) return 'outcome';
  if (
    /^(?:what\b|(?:\w+ ){0,3}(?:provision|support|interventions?|strateg(?:y|ies)|activity|action|help)\b)/i.test(plain)
  )
    return 'provision';
  return 'other';
}
