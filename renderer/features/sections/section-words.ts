import {
  type DocumentModel,
  type FoundSection,
  type Provision,
  UNSURE_BELOW,
} from '../../../shared/domain/document-model.ts';

const SURE_FROM = 0.9;

/** How sure the reader is of a section, in words. */
export function confidenceWords(section: FoundSection): string {
  if (section.isConfirmed) return 'Confirmed by a person';
  if (section.confidence >= SURE_FROM) return 'Sure';
  return section.confidence >= UNSURE_BELOW ? 'Fairly sure' : 'Not sure: please look';
}

/** Who gives a provision, how often and how long, as far as the plan says. */
export function provisionDetail(model: DocumentModel, provision: Provision): string {
  const outcome = model.outcomes.find(({ id }) => id === provision.outcomeId);
  return [
    `Section ${provision.section}`,
    provision.who === null ? '' : `by ${provision.who}`,
    provision.howOften ?? '',
    provision.howLong ?? '',
    provision.review === null ? '' : `reviewed ${provision.review}`,
    outcome === undefined ? '' : `for outcome ${outcome.label ?? outcome.id}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Blocks that a selection touches, in its order and each once. */
export function blocksOf(spans: readonly { block: string }[]): string[] {
  return [...new Set(spans.map(({ block }) => block))];
}

/** A section for people: "Section F", "front page". */
export function sectionName(id: string): string {
  return id === 'cover' ? 'Front page' : `Section ${id}`;
}
