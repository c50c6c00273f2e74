import type { Block } from '../../../shared/domain/document-model.ts';
import type { CellView, RowView, TableView } from './plan-view.ts';
import { isRowNumber, labelKindOf, readField } from './record-labels.ts';
import { isTimeOnly } from './statement-words.ts';
import type { LabelKind } from './record-labels.ts';

/** A field of a table that is filled in like a form: a label, and what stands against it. */
export interface RecordField {
  row: RowView;
  /** Empty where a cell fills its row. */
  label: string;
  /** It stands alone in its row, or behind the row's number. */
  isAlone: boolean;
  kind: LabelKind;
  /** What stands against the label and belongs to the section that is read. */
  blocks: Block[];
}

const LABEL_MAX_CHARACTERS = 60;
const DETAILS: ReadonlySet<LabelKind> = new Set(['who', 'howOften', 'howLong', 'review']);

/**
 * Reads a table as a form: a label and its value in each row, several of them side by side, or a statement over a row of
 * labelled details. Null for any other table, and where its labels do not name both statements of `wanted` and details.
 */
export function readRecords(
  table: TableView,
  own: ReadonlySet<string>,
  wanted: 'outcome' | 'provision',
): RecordField[] | null {
  const fields: RecordField[] = [];
  for (const row of table.rows) {
    if (!row.cells.some((cell) => cell.blocks.some((block) => own.has(block.id)))) continue;
    const read = readRow(row, own);
    if (read === null) return null;
    fields.push(...read);
  }
  const kinds = settleStatements(fields, wanted).map(({ kind }) => kind);
  const hasDetails = kinds.some((kind) => kind !== wanted && kind !== 'other' && kind !== 'filing');
  return kinds.includes(wanted) && hasDetails ? fields : null;
}

function readRow(row: RowView, own: ReadonlySet<string>): RecordField[] | null {
  const [first, ...others] = row.cells;
  if (first === undefined) return [];
  const isNumbered = others.length > 0 && isRowNumber(first.text);
  const cells = isNumbered ? others : row.cells;
  const [only, second] = cells;
  const ownOf = (cell: CellView): Block[] => cell.blocks.filter((block) => own.has(block.id));
  if (only !== undefined && second === undefined)
    return [{ row, label: isNumbered ? first.text : '', kind: 'other', blocks: ownOf(only), isAlone: true }];
  const fields: RecordField[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const [label, value] = [cells[at], cells[at + 1]];
    if (label === undefined || !isLabel(label.text)) return null;
    const kind = labelKindOf(label.text);
    // "Targets | … | December 2026": when, and no label.
    if (value === undefined && at > 0 && isTimeOnly(label.text)) continue;
    // A label beside a label has nothing against it.
    const isEmpty = value === undefined || (cells.length > 2 && isSureLabel(value.text));
    // In a row of several, each label must be one that is known.
    if (cells.length > 2 && kind === 'other') return null;
    if (isEmpty) continue;
    fields.push({ row, label: label.text, kind, blocks: ownOf(value), isAlone: false });
    at += 1;
  }
  return fields.filter(({ blocks }) => blocks.length > 0);
}

function isLabel(text: string): boolean {
  // "By: a therapist" holds its own value.
  // "Outcome no." and "Ref." are cut short.
  const isSentence = /[.!]$/.test(text) && !/\b(?:no|ref|freq|resp)\.$/i.test(text);
  return text.length <= LABEL_MAX_CHARACTERS && !isSentence && readField(text) === null;
}

function isSureLabel(text: string): boolean {
  return isLabel(text) && DETAILS.has(labelKindOf(text)) && text.split(/\s+/).length <= 4;
}

/** A cell alone is a statement where the next row tells of who and when; else the name of an area, or a note. */
function settleStatements(fields: RecordField[], wanted: 'outcome' | 'provision'): RecordField[] {
  for (const [index, field] of fields.entries()) {
    if (!field.isAlone) continue;
    const next = fields[index + 1];
    const isAbove = next !== undefined && next.row !== field.row && DETAILS.has(next.kind);
    if (isAbove || field.label !== '') field.kind = wanted;
  }
  return fields;
}
