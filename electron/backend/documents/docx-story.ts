import type { CellPosition, DocumentWarning } from '../../../shared/domain/document-model.ts';
import type { FieldState, InlineLine } from './docx-inline.ts';
import type { NumberingCounter } from './docx-numbering.ts';
import type { WordStyles } from './docx-styles.ts';
import type { Revision } from './docx-types.ts';
import type { DraftBlock } from './draft-block.ts';
import type { XmlNode } from './xml-nodes.ts';

/** A story (body, header, footnote …) being read. */
export interface Story {
  styles: WordStyles;
  numbering: NumberingCounter;
  fields: FieldState;
  blocks: DraftBlock[];
  warnings: DocumentWarning[];
  unknown: Set<string>;
  /** Counts tables over the whole document, for their ids. */
  tables: { count: number };
  furniture: DraftBlock['furniture'];
  /** Deletions whose own block is gone: they are kept on the next block. */
  orphans: Revision[];
  /** Where the body's sections of pages end, by the element that says how they are set: how many blocks stand before. */
  sectionEnds: Map<XmlNode, number>;
  /** A paragraph whose mark is deleted runs on into the next one. */
  carried: InlineLine[] | null;
}

/** Where block content stands: the cell it is in, and whether it is in a generated contents list. */
export interface Place {
  cell?: CellPosition;
  isContents?: boolean;
}
