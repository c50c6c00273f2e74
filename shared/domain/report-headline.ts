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
 * the lowest grade; what was weakest once there are enough plans to say so; then every caution that applies.
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
    ...populations.flatMap((population) => weakestSentence(population, facts.goodOrBetterLabel)),
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
  const { n, words } = distribution.goodOrBetter;
  return `${label}: ${words} ${n === 1 ? 'was' : 'were'} graded ${goodOrBetterLabel}${tail}.`;
}

/** The standard least often good or better and the criterion least often fully met, where enough plans bear it out. */
function weakestSentence(population: Population, goodOrBetterLabel: string): string[] {
  const [weakest] = population.standards
    .filter((row) => row.distribution.total >= FEWEST_FOR_PATTERN)
    .filter((row) => row.distribution.goodOrBetter.n < row.distribution.total)
    .toSorted((a, b) => shareOfGood(a) - shareOfGood(b));
  const [area] = population.areasForDevelopment;
  const said: string[] = [];
  if (weakest !== undefined) {
    const { n, of } = weakest.distribution.goodOrBetter;
    said.push(
      `the standard least often graded ${goodOrBetterLabel} was “${weakest.title}” (${n} of ${counted(of, population.noun)})`,
    );
  }
  if (area !== undefined) {
    said.push(`the criterion least often fully met was ${area.id}, “${area.text}” (${lowerFirst(area.words)})`);
  }
  return said.length === 0 ? [] : [`${population.label}: ${said.join('; ')}.`];
}

/** How many grades the panel agreed, and what stands for the others. */
function moderatedWords({ moderated, submitted, severalAuditors, notModerated }: HeadlineFacts['sample']): string {
  const open = severalAuditors - moderated;
  const others = [
    ...(notModerated > 0 ? [`${notModerated} had one auditor only`] : []),
    ...(open > 0 ? [`for ${open} with several auditors the lower grade stands until the panel has settled it`] : []),
  ];
  const rest = others.length === 0 ? '' : ` Of the others, ${others.join('; ')}.`;
  return `The panel moderated ${moderated} of ${counted(submitted, 'plan versions')}, and their agreed grades are used.${rest}`;
}

function cautions({ sample, populations, round }: HeadlineFacts): string[] {
  const said: string[] = [];
  const isOneAuditorEach = sample.severalAuditors === 0;
  if (sample.moderated > 0) said.push(moderatedWords(sample));
  else
    said.push(
      isOneAuditorEach
        ? `No grade here has been moderated: ${sample.submitted === 1 ? 'the plan version was' : `each of the ${sample.submitted} plan versions was`} audited by one auditor only.`
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
