import type { Block } from '../../../shared/domain/document-model.ts';
import type { TableView } from './plan-view.ts';
import type { Mark } from './read-mark.ts';

/** A place that may name a section: a heading in the flow, a row's label, or a column's head. */
export interface Candidate {
  mark: Mark;
  /**
   * A heading in the flow of the text; the label of a table's row; the head of its column; the heading inside one cell;
   * the letter in a column of letters; the field of a record that says what the record is.
   */
  place: 'flow' | 'row' | 'column' | 'cell' | 'tag' | 'record';
  /** True for a heading that belongs to no section of the plan and ends the one before. */
  isOther: boolean;
  /** Words set bold at the front of a paragraph; the rest of it is content. */
  isLed?: boolean;
  /** An annex behind the plan that goes on with a section: the closing matter may stand before it. */
  isAnnex?: boolean;
  /** Set as a heading, in words that no list knows. */
  isUnknown?: boolean;
  /** An unknown line beside its text, in the first of a table's two columns. */
  isSide?: boolean;
  /** The blocks that make up the heading. */
  blocks: Block[];
  /** Index of the first of them in the plan's text. */
  at: number;
  table?: TableView;
  row?: number;
  column?: number;
  columnSpan?: number;
}
