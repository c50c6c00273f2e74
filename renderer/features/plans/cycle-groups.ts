import type { Cycle, DocumentSummary } from '../../../shared/contract/plans.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { planTypeWords } from '../../../shared/domain/register/plan-type-words.ts';
import { versionsInOrder } from '../../api/plan-versions.ts';

/** The documents of one cycle of a plan: of its making, or of one review or reassessment. */
export interface CycleGroup {
  id: string;
  /** Empty where the plan has one cycle only: then there is nothing to tell apart. */
  heading: string;
  documents: DocumentSummary[];
}

/** A plan's documents by their cycle, the current one first, as `cycles` are; within a cycle the earliest version first. */
export function groupByCycle(
  documents: readonly DocumentSummary[],
  cycles: readonly Pick<Cycle, 'id' | 'planType'>[],
): CycleGroup[] {
  const versions = versionsInOrder(documents);
  if (cycles.length < 2) return [{ id: cycles[0]?.id ?? '', heading: '', documents: versions }];
  return cycles.map(({ id, planType }, at) => {
    const own = versions.filter(({ cycleId }) => cycleId === id);
    const held = own.length === 0 ? 'no document yet' : count(own.length, 'document');
    return {
      id,
      heading: `${at === 0 ? 'Now' : 'Before'}: ${planTypeWords(planType).toLowerCase()}, ${held}`,
      documents: own,
    };
  });
}
