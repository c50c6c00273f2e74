import { useMemo, useState } from 'react';
import type { Evidence } from '../../../shared/contract/audits.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { type Mark, placeOfAnchor } from '../../viewer/marks.ts';
import type { Standing } from './changes.ts';

/**
 * The audit's quotes as marks on the document: those of the criterion in hand, and fainter the others. The same array
 * comes back while the quotes are the same, so that an answer does not draw the document again.
 */
export function useEvidenceMarks(
  model: DocumentModel,
  standing: Standing,
  criterionId: string,
): { marks: readonly Mark[]; lostIds: ReadonlySet<string> } {
  const evidence = Object.values(standing.answers).flatMap((answer) => answer.evidence);
  const [kept, setKept] = useState(evidence);
  if (!isSame(kept, evidence)) setKept(evidence);
  return useMemo(() => {
    const marks: Mark[] = [];
    const lostIds = new Set<string>();
    for (const item of kept) {
      const place = placeOfAnchor(model, item.anchor);
      if (place === null) lostIds.add(item.id);
      else marks.push({ id: item.id, kind: item.criterionId === criterionId ? 'evidence' : 'other', place });
    }
    return { marks, lostIds };
  }, [model, kept, criterionId]);
}

function isSame(one: readonly Evidence[], other: readonly Evidence[]): boolean {
  return one.length === other.length && one.every((item, index) => item.id === other[index]?.id);
}
