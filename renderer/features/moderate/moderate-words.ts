import type { Moderation, ToModerate } from '../../../shared/contract/moderation.ts';
import type { Response, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { responseLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';

/** "FM-001, final" */
export function planWords({ planReference, stage }: Pick<ToModerate, 'planReference' | 'stage'>): string {
  return stage === null ? planReference : `${planReference}, ${STAGE_WORDS[stage].toLowerCase()}`;
}

/** Where the document is looked at. */
export function moderationPath({ roundId, documentId }: { roundId: string; documentId: string }): string {
  return `/moderate/${roundId}/${documentId}`;
}

/** "3 criteria differ: 1 limiting, 2 key" */
export function differenceWords({ criteria, limiting, key }: NonNullable<ToModerate['disagreement']>): string {
  if (criteria === 0) return 'No criterion differs';
  const special = [...(limiting > 0 ? [`${limiting} limiting`] : []), ...(key > 0 ? [`${key} key`] : [])];
  const among = special.length === 0 ? '' : `: ${special.join(', ')}`;
  return criteria === 1 ? `1 criterion differs${among}` : `${criteria} criteria differ${among}`;
}

/** An answer in the criterion's own words. */
export function answerWords(rubric: Rubric, criterionId: string, response: Response | null): string {
  return response === null ? 'Not answered' : responseLabel(rubric, criterionId, response);
}

/** The answers that a criterion may be given, in the order in which the standards offer them. */
export function offeredAnswers(rubric: Rubric, criterionId: string): { value: Response; label: string }[] {
  const criterion = rubric.standards.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterionId);
  const options = criterion === undefined ? [] : (rubric.responseTypes[criterion.responseType]?.options ?? []);
  return options.map(({ id }) => ({ value: id, label: responseLabel(rubric, criterionId, id) }));
}

/** A fact's value for people. */
export function factWords(value: Moderation['facts'][number]['given'][number]['value']): string {
  if (value === null) return 'Not known';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? String(value) : value.replaceAll('_', ' ');
}
