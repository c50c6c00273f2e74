import { FEWEST_FOR_PERCENTAGE } from './percentages.ts';
import { FEWEST_FOR_PATTERN } from './report-criteria.ts';
import type { Population, ReportModel, StandardRow } from './report-model.ts';
import { counted, singular } from './report-words.ts';

/** What the headline is chosen from. */
export interface HeadlineFacts {
  sample: ReportModel['sample'];
  populations: readonly Population[];
  round: ReportModel['round'];
  goodOrBetterLabel: string;
}

/**
 * The sentences a board reads first, chosen by rule: for each population how many were good or better and how many got
 * the lowest grade; what was weakest and strongest once there are enough plans to say so; then every caution that applies.
 * Nothing is called better, worse or typical.
 */
export function headlineOf(facts: HeadlineFacts): string[] {
  const { sample, populations } = facts;
  if (sample.documents === 0) return ['No plan is in this round yet, so there is nothing to report.'];
  if (sample.submitted === 0) {
    return [
      'No plan has been audited yet in this round.',
      `${counted(sample.documents, 'plan versions')} ${sample.documents === 1 ? 'waits' : 'wait'} for an audit.`,
    ];
  }
  return [
    ...populations.map((population) => gradesSentence(population, facts.goodOrBetterLabel)),
    ...populations.flatMap((population) => standardsSentence(population, facts.goodOrBetterLabel)),
    ...populations.flatMap(criteriaSentence),
    ...cautions(facts),
  ];
}

function gradesSentence(population: Population, goodOrBetterLabel: string): string {
  const { distribution, label, noun } = population;
  if (distribution.total === 1) {
    const only = distribution.grades.find((entry) => entry.share.n === 1);
    return `${label}: the one ${singular(noun)} audited was graded ${only?.label ?? 'as shown below'}.`;
  }
  const lowest = distribution.grades.at(-1);
  const isEveryOne = lowest !== undefined && lowest.share.n === distribution.total;
  const tail =
    lowest === undefined || lowest.share.n === 0 || isEveryOne
      ? ''
      : `; ${lowest.share.n} ${lowest.share.n === 1 ? 'was' : 'were'} graded ${lowest.label}`;
  if (isEveryOne) return `${label}: all ${counted(distribution.total, noun)} were graded ${lowest.label}.`;
  return `${label}: ${distribution.goodOrBetter.words} were graded ${goodOrBetterLabel}${tail}.`;
}

/** The weakest and the strongest standard, where they differ and both rest on enough plans. */
function standardsSentence(population: Population, goodOrBetterLabel: string): string[] {
  const rows = population.standards.filter((row) => row.distribution.total >= FEWEST_FOR_PATTERN);
  const sorted = rows.toSorted((a, b) => shareOfGood(a) - shareOfGood(b));
  const weakest = sorted.at(0);
  const strongest = sorted.toReversed().at(0);
  if (weakest === undefined || strongest === undefined || shareOfGood(weakest) === shareOfGood(strongest)) return [];
  return [
    `${population.label}: “${weakest.title}” was least often graded ${goodOrBetterLabel} (${ofPlans(weakest)}), “${strongest.title}” most often (${ofPlans(strongest)}).`,
  ];

  function ofPlans(row: StandardRow): string {
    return row.distribution.goodOrBetter.words;
  }
}

function criteriaSentence(population: Population): string[] {
  const [area] = population.areasForDevelopment;
  if (area === undefined) return [];
  return [
    `${population.label}: the criterion least often fully met was ${area.id}, “${area.text}” (${lowerFirst(area.words)}).`,
  ];
}

function cautions({ sample, populations, round }: HeadlineFacts): string[] {
  const said: string[] = [];
  const isOneAuditorEach = sample.severalAuditors === 0;
  said.push(
    isOneAuditorEach
      ? `No grade here has been moderated: ${sample.submitted === 1 ? 'the plan version was' : `all ${sample.submitted} plan versions were`} audited by one auditor only.`
      : `No grade here has been moderated: ${counted(sample.notModerated, 'plan versions')} had one auditor only; for the ${sample.severalAuditors} with several the lower grade stands.`,
  );
  if (sample.notAudited > 0) {
    said.push(
      `${sample.notAudited} of the ${sample.documents} plan versions in the round ${sample.notAudited === 1 ? 'has' : 'have'} no submitted audit yet and ${sample.notAudited === 1 ? 'is' : 'are'} in no figure.`,
    );
  }
  if (populations.some((population) => population.total < FEWEST_FOR_PERCENTAGE)) {
    said.push(
      'Where fewer than ten plans were graded, counts are given without percentages: they cannot stand for all plans.',
    );
  }
  if (round.kind !== 'random') {
    said.push(
      `The plans were chosen (${lowerFirst(round.kindWords)}${round.theme === '' ? '' : `: ${round.theme}`}), not drawn at random: these figures do not describe all plans.`,
    );
  }
  return said;
}

function shareOfGood(row: StandardRow): number {
  return row.distribution.goodOrBetter.n / row.distribution.total;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
