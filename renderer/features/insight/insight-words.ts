import type { Insight } from '../../../shared/contract/insight.ts';
import type { InsightPart } from '../../../shared/domain/insight/insight-blocks.ts';
import { counted as countedWords } from '../../../shared/domain/report/report-words.ts';

export const PART_WORDS: Readonly<Record<InsightPart, string>> = {
  grades: 'Grades and trend',
  measures: 'Measures',
  standards: 'Standards',
  criteria: 'Criteria',
  groups: 'Groups',
  agencies: 'Agencies and advice',
  adulthood: 'Adulthood',
  movement: 'Draft to final',
  agreement: 'Agreement',
};

/** 'Counted: 12 of 40 plans. Final plans, new, 2026/27 Aut 2.' */
export function countedLine({ counted, seriesLabel, runName, view }: Insight): string {
  if (view === 'published') return runName === '' ? '' : `As published for ${runName}.`;
  if (counted === null || counted.of === 0) return '';
  const number =
    counted.plans === counted.of
      ? countedWords(counted.plans, counted.noun)
      : `${counted.plans} of ${countedWords(counted.of, counted.noun)}`;
  return `Counted: ${number}. ${seriesLabel}, ${runName}.`;
}

/** Whose plans these are, where it is not everybody's. */
export function whoseLine({ view, teams }: Insight): string | null {
  if (view === 'own_teams') {
    return teams.length === 0
      ? 'No team is kept for you, so there are no plans to count. The QA lead keeps who is in which team, in Settings.'
      : `Plans of ${teams.join(' and ')}. Those that several audited and the panel has not agreed yet are left out.`;
  }
  return null;
}

/** What is left out since the reader audits it too. */
export function heldBackLine({ heldBack }: Insight): string | null {
  if (heldBack === 0) return null;
  return heldBack === 1
    ? 'One plan that you were asked to audit is left out until the panel opens it: its figures would tell you what others found.'
    : `${heldBack} plans that you were asked to audit are left out until the panel opens them: their figures would tell you what others found.`;
}
