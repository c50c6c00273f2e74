import type { Criterion, Standard } from '../../../shared/domain/rubric/rubric.ts';

export interface FoundStandard {
  standard: Standard;
  criteria: Criterion[];
}

/**
 * Standards and criteria in which every word is found; all of them for an empty search. A standard whose own title or
 * purpose holds the words comes with all its criteria.
 */
export function searchStandards(standards: readonly Standard[], search: string): FoundStandard[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (texts: readonly string[]) => {
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return standards.flatMap((standard) => {
    if (holds([standard.id, standard.title, standard.shortTitle, standard.purpose])) {
      return [{ standard, criteria: standard.criteria }];
    }
    const criteria = standard.criteria.filter((criterion) => holds(textsOf(criterion)));
    return criteria.length === 0 ? [] : [{ standard, criteria }];
  });
}

function textsOf(criterion: Criterion): string[] {
  const { id, text, guidance, whatGoodLooksLike, examples, legalBasis } = criterion;
  return [id, text, guidance, whatGoodLooksLike, examples.positive, examples.negative, ...legalBasis];
}
