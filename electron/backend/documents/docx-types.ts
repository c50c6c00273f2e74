import type { Block } from '../../../shared/domain/document-model.ts';

/** A tracked change as the document model keeps it. */
export type Revision = NonNullable<Block['revisions']>[number];
