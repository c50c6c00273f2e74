import type { Grading, StandardGrading } from '../../../shared/domain/grading/grading.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';

/** Where one is in the standards. */
export interface CriterionPlace {
  standardId: string;
  criterionId: string;
}

/** Every criterion that can be gone to, in the rubric's order: those of standards that do not apply only one by one. */
export function criterionPlaces(rubric: Rubric, grading: Grading): CriterionPlace[] {
  return rubric.standards.flatMap((standard) => {
    const standing = grading.standards.find(({ id }) => id === standard.id);
    if (standing === undefined || !isOpen(standing)) return [];
    return standard.criteria
      .filter(({ id }) => standing.criteria.find((criterion) => criterion.id === id)?.applies !== 'does_not_apply')
      .map(({ id }) => ({ standardId: standard.id, criterionId: id }));
  });
}

/** The criterion after (1) or before (-1) this one; the same one at either end. */
export function stepFrom(places: readonly CriterionPlace[], from: CriterionPlace, by: 1 | -1): CriterionPlace {
  const at = places.findIndex(({ criterionId }) => criterionId === from.criterionId);
  if (at === -1) return places[0] ?? from;
  return places[at + by] ?? from;
}

/** The next criterion without an answer, going round; null where all have one. */
export function nextUnanswered(rubric: Rubric, grading: Grading, from: CriterionPlace): CriterionPlace | null {
  const places = criterionPlaces(rubric, grading);
  const open = new Set(
    grading.standards.flatMap(({ criteria }) =>
      criteria.filter(({ applies, response }) => applies !== 'does_not_apply' && response === null).map(({ id }) => id),
    ),
  );
  const at = places.findIndex(({ criterionId }) => criterionId === from.criterionId);
  const round = [...places.slice(at + 1), ...places.slice(0, at + 1)];
  return round.find(({ criterionId }) => open.has(criterionId)) ?? null;
}

/** The first criterion of the standard after or before; stays within the first and the last. */
export function stepStandard(rubric: Rubric, grading: Grading, from: string, by: 1 | -1): CriterionPlace | null {
  const at = rubric.standards.findIndex(({ id }) => id === from);
  const target = rubric.standards[at + by];
  return target === undefined ? null : firstOf(rubric, grading, target.id);
}

/** Where to begin in a standard: its first criterion that applies, or simply its first. */
export function firstOf(rubric: Rubric, grading: Grading, standardId: string): CriterionPlace | null {
  const own = criterionPlaces(rubric, grading).find((place) => place.standardId === standardId);
  if (own !== undefined) return own;
  const first = rubric.standards.find(({ id }) => id === standardId)?.criteria[0];
  return first === undefined ? null : { standardId, criterionId: first.id };
}

/** The standard of a criterion; null where the rubric has no such criterion. */
export function placeOfCriterion(rubric: Rubric, criterionId: string): CriterionPlace | null {
  const standard = rubric.standards.find(({ criteria }) => criteria.some(({ id }) => id === criterionId));
  return standard === undefined ? null : { standardId: standard.id, criterionId };
}

/** Whether a standard can be answered: it applies, may apply, or is graded for its own sake. */
export function isOpen(standing: StandardGrading): boolean {
  return standing.applies !== 'does_not_apply' || standing.isDevelopmental;
}
