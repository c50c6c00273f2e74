import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import type { Audit } from '../../../shared/contract/audits.ts';

/** The standards as far as an audit is asked for them: what its assignment covers, in the rubric's order. */
export function askedPart(rubric: Rubric, standards: readonly string[] | null): Rubric {
  if (standards === null) return rubric;
  return { ...rubric, standards: rubric.standards.filter(({ id }) => standards.includes(id)) };
}

/** "You grade 4 of 13 standards for health"; empty where all are asked for. */
export function askedWords(rubric: Rubric, { standards, agency }: Pick<Audit, 'standards' | 'agency'>): string {
  const asked = askedPart(rubric, standards).standards.length;
  if (asked === rubric.standards.length) return '';
  return `You grade ${asked} of ${rubric.standards.length} standards for ${AGENCY_WORDS[agency].toLowerCase()}`;
}
