import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ShownHint } from '../../../shared/contract/hints.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { api } from '../../api/client.ts';
import type { Mark } from '../../viewer/marks.ts';
import { type CriterionHints, hintMarks, hintsByCriterion, NO_HINTS } from './hints.ts';

/** What the machine noticed in the document, beside the criteria. Answering goes on whether it can be had or not. */
export interface AuditHints {
  byCriterion: ReadonlyMap<string, CriterionHints>;
  /** Why it could not be had; null while all is well. */
  failure: Error | null;
  retry: () => void;
}

/** An audit's hints. They change with the document's sections, the plan's facts and dismissals, not with answers. */
export function useHints(auditId: string): AuditHints {
  const { data, error, refetch } = useQuery(
    api.hints.list.queryOptions({ input: { auditId }, refetchOnWindowFocus: false }),
  );
  const byCriterion = useMemo(() => hintsByCriterion(data ?? NO_LIST), [data]);
  return {
    byCriterion,
    failure: error,
    retry: () => void refetch(),
  };
}

/** The marks of a criterion's hints; the same array while they are the same, so that nothing is drawn again. */
export function useHintMarks(
  rubric: Rubric,
  { byCriterion }: AuditHints,
  criterionId: string,
  isShown: boolean,
): readonly Mark[] {
  const { open } = byCriterion.get(criterionId) ?? NO_HINTS;
  return useMemo(() => (isShown ? hintMarks(rubric, open) : NO_MARKS), [rubric, open, isShown]);
}

const NO_LIST: readonly ShownHint[] = [];
const NO_MARKS: readonly Mark[] = [];
