import type { Anchor, DocumentModel } from '../../shared/domain/document-model.ts';
import { spansToAnchor } from './anchors.ts';
import { cursorStops, headBlock } from './block-cursor.ts';
import type { ViewerStore } from './viewer-store.ts';

/** The anchor of what is selected now, or of the block at the cursor; null where there is neither. */
export function anchorOfSelection(viewer: ViewerStore, model: DocumentModel, sha256: string): Anchor | null {
  const { selection, cursor } = viewer.getState();
  if (selection.length > 0) return spansToAnchor(model, sha256, selection);
  const block = headBlock(cursorStops(model.blocks), cursor);
  return block === null ? null : spansToAnchor(model, sha256, [{ block: block.id, start: 0, end: block.text.length }]);
}
