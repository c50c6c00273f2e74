import { z } from 'zod';
import { assertNever } from './assert-never.ts';
import { formatDate, isCalendarDate } from './calendar-date.ts';
import { criterionText, findCriterion, gradeLabel } from './rubric/rubric-words.ts';
import type { Rubric } from './rubric/rubric.ts';

/**
 * A named measure of the partnership with its trajectory (field brief §16.2): one area may have several at once, each
 * with its own denominator, milestones, target, source and owner, and none of them speaks for another.
 */

const lineSchema = z.string().trim().max(300);
const dateSchema = z.iso.date();

/** What makes the numerator. */
export const countedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('good_or_better') }),
  /** Of every review graded in the half-term, whatever plan it was of: plans, stage and kind of round do not matter. */
  z.strictObject({ kind: z.literal('reviews_good_or_better') }),
  z.strictObject({ kind: z.literal('at_least'), grade: z.string().min(1) }),
  z.strictObject({ kind: z.literal('criterion_met'), criterionId: z.string().min(1) }),
  /** Finals that went out within the statutory time, by the register and not by the sample. */
  z.strictObject({ kind: z.literal('in_time') }),
  /** Families who say that they are satisfied; readings are entered by hand. */
  z.strictObject({ kind: z.literal('family_satisfied') }),
  /** Something that is counted elsewhere: what is counted, and of what; of nothing where the unit is a count. */
  z.strictObject({ kind: z.literal('by_hand'), numerator: lineSchema.min(1), denominator: lineSchema }),
]);
export type Counted = z.infer<typeof countedSchema>;

export const MEASURED_PLANS = ['all', 'new', 'amended'] as const;
export const MEASURE_UNITS = ['percent', 'count'] as const;

export const milestoneSchema = z.strictObject({
  on: dateSchema,
  /** Per cent, or a number where the measure is a count. */
  value: z.number().min(0),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** How far below a milestone is still called close, in points (field brief §16.3). */
export const USUAL_TOLERANCE = 5;

export const measureFieldsSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  unit: z.enum(MEASURE_UNITS),
  /** Which way is better: complaints are to fall. */
  better: z.enum(['higher', 'lower']),
  counted: countedSchema,
  /** The denominator: which plans, at which stage, drawn how. Random and chosen samples are never joined. */
  plans: z.enum(MEASURED_PLANS),
  stage: z.enum(['final', 'draft']),
  roundKind: z.enum(['random', 'thematic', 'risk_based']),
  theme: lineSchema,
  /** In the order of their dates. */
  milestones: z.array(milestoneSchema).max(60),
  /** What it is to come to in the end; null where no such thing was promised. */
  target: z.number().min(0).nullable(),
  tolerance: z.number().min(0).max(100),
  /** The document that promises it. */
  source: lineSchema,
  /** A person of the workspace, or a name. */
  owner: z.strictObject({ personId: z.uuid().nullable(), name: lineSchema }),
  note: z.string().trim().max(2000),
});
export type MeasureFields = z.infer<typeof measureFieldsSchema>;

/** A reading that a person has entered: counts, or a percentage whose counts nobody knows any more. */
export const handReadingFieldsSchema = z.strictObject({
  on: dateSchema,
  n: z.int().min(0).nullable(),
  /** Null where the measure is a count, and where the counts are not known. */
  of: z.int().min(0).nullable(),
  /** Only where the counts are not known. */
  percent: z.number().min(0).max(100).nullable(),
  note: lineSchema,
});
export type HandReadingFields = z.infer<typeof handReadingFieldsSchema>;
export const handReadingSchema = handReadingFieldsSchema.extend({ id: z.uuid() });
export type HandReading = z.infer<typeof handReadingSchema>;

/** A measure as the workspace keeps it. */
export const measureSchema = measureFieldsSchema.extend({
  id: z.uuid(),
  /** Counts up with every change of its fields. */
  revision: z.int().min(1),
  /** In the order of their dates. */
  byHand: z.array(handReadingSchema),
  /** ISO time from which on it is in no new report; null while it is in use. */
  retiredAt: z.iso.datetime().nullable(),
});
export type Measure = z.infer<typeof measureSchema>;

/** True where half-terms are counted in the workspace; other measures have only what is entered by hand. */
export function isCountedHere({ counted, unit }: Pick<MeasureFields, 'counted' | 'unit'>): boolean {
  return unit === 'percent' && counted.kind !== 'by_hand' && counted.kind !== 'family_satisfied';
}

/** What is wrong with a measure, in sentences; none where it can stand. `others` are the names of all other measures. */
export function measureProblems(
  fields: MeasureFields,
  { others, rubric }: { others: readonly string[]; rubric: Pick<Rubric, 'gradeScale' | 'standards'> },
): string[] {
  const { name, unit, counted, milestones, target, roundKind, theme } = fields;
  const problems: string[] = [];
  if (others.some((other) => sameName(other, name))) problems.push('Another measure has this name.');
  if (unit === 'count' && counted.kind !== 'by_hand') problems.push('A number of things is entered by hand.');
  if (counted.kind === 'by_hand' && unit === 'percent' && counted.denominator === '') {
    problems.push('Say what it is a percentage of.');
  }
  if (counted.kind === 'at_least' && !rubric.gradeScale.some(({ id }) => id === counted.grade)) {
    problems.push('The standards have no such grade.');
  }
  if (counted.kind === 'criterion_met' && findCriterion(rubric, counted.criterionId) === undefined) {
    problems.push('The standards have no such criterion.');
  }
  if (roundKind === 'thematic' && theme === '') problems.push('Say which theme its rounds have.');
  problems.push(...milestoneProblems(unit, milestones));
  if (target !== null && isOutside(unit, target)) problems.push(`The target ${rangeRule(unit)}.`);
  return problems;
}

/** What is wrong with milestones: each needs a date of its own, later than the one before, and a value in range. */
export function milestoneProblems(unit: MeasureFields['unit'], milestones: readonly Milestone[]): string[] {
  const problems: string[] = [];
  for (const [at, { on, value }] of milestones.entries()) {
    if (!isCalendarDate(on)) {
      problems.push(`Milestone ${at + 1} needs a date.`);
      continue;
    }
    const before = milestones[at - 1]?.on;
    if (before === on) problems.push(`There are two milestones on ${formatDate(on)}.`);
    else if (before !== undefined && before > on) problems.push(`The milestone of ${formatDate(on)} is out of order.`);
    if (isOutside(unit, value)) problems.push(`The milestone of ${formatDate(on)} ${rangeRule(unit)}.`);
  }
  return problems;
}

/** What is wrong with a reading entered by hand; null where it can stand. `taken` are the dates of the others. */
export function handReadingProblem(
  unit: MeasureFields['unit'],
  { on, n, of, percent }: HandReadingFields,
  { taken, today }: { taken: readonly string[]; today: string },
): string | null {
  if (on > today) return 'The day of a reading cannot be still to come.';
  if (taken.includes(on)) return `There is a reading of ${formatDate(on)} already.`;
  if (unit === 'count') return n === null || of !== null || percent !== null ? 'Give the number alone.' : null;
  if (percent !== null) {
    return n === null && of === null
      ? null
      : 'Give the counts, or the percentage alone where the counts are not known.';
  }
  if (n === null || of === null) return 'Give both counts, or the percentage alone where the counts are not known.';
  if (of === 0) return 'Of nothing there is no share: leave this reading out.';
  return n > of ? `${n} of ${of} cannot be: it is more than there are.` : null;
}

/** '60%', '12' */
export function valueWords(unit: MeasureFields['unit'], value: number): string {
  return unit === 'percent' ? `${value}%` : String(value);
}

/** What is counted, as a row of a table is headed: 'Good or better', 'Within 20 weeks'. */
export function numeratorWords(
  counted: Counted,
  rubric: Pick<Rubric, 'gradeScale' | 'standards'>,
  goodOrBetterLabel: string,
): string {
  switch (counted.kind) {
    case 'good_or_better':
    case 'reviews_good_or_better':
      return goodOrBetterLabel;
    case 'at_least':
      return `${gradeLabel(rubric, counted.grade)} or better`;
    case 'criterion_met':
      return `Met: ${counted.criterionId} ${criterionText(rubric, counted.criterionId)}`;
    case 'in_time':
      return 'In time';
    case 'family_satisfied':
      return 'Satisfied';
    case 'by_hand':
      return counted.numerator;
    default:
      return assertNever(counted);
  }
}

/** What is counted and of what, in a sentence under its name. */
export function definitionWords(
  fields: Pick<MeasureFields, 'counted' | 'unit' | 'plans' | 'stage' | 'roundKind' | 'theme'>,
  rubric: Pick<Rubric, 'gradeScale' | 'standards'>,
  goodOrBetterLabel: string,
): string {
  const { counted, unit } = fields;
  if (counted.kind === 'by_hand') {
    const of = unit === 'percent' ? ` Share of: ${lowerFirst(counted.denominator)}.` : '';
    return `Counted: ${lowerFirst(counted.numerator)}.${of} Entered by hand.`;
  }
  if (counted.kind === 'family_satisfied') {
    return 'Families who say that they are satisfied, of those who answered. Entered by hand.';
  }
  if (counted.kind === 'in_time') {
    return `Finals of ${TIMED_WORDS[fields.plans]} that went out within the statutory time, of all that went out in the half-term, by the register; those with a lawful exception are left out.`;
  }
  if (counted.kind === 'reviews_good_or_better') {
    return `QA reviews graded ${lowerFirst(goodOrBetterLabel)}, of all that were graded in the half-term: drafts and finals, new and amended plans, drawn at random or chosen. Chosen plans are among them, so the share does not stand for all plans.`;
  }
  const what =
    counted.kind === 'criterion_met'
      ? `met criterion ${counted.criterionId}`
      : `graded ${lowerFirst(numeratorWords(counted, rubric, goodOrBetterLabel))}`;
  return `${STAGE_WORDS[fields.stage]} of ${PLANS_WORDS[fields.plans]} ${what}, of all that were audited in ${roundsWords(fields)}.`;
}

const STAGE_WORDS = { final: 'Final versions', draft: 'Drafts' } as const;
const PLANS_WORDS = {
  all: 'all plans written here, new and amended,',
  new: 'new plans',
  amended: 'amended plans',
} as const;
const TIMED_WORDS = { all: 'all plans, new and amended,', new: 'new plans', amended: 'amended plans' } as const;

function roundsWords({ roundKind, theme }: Pick<MeasureFields, 'roundKind' | 'theme'>): string {
  switch (roundKind) {
    case 'random':
      return 'rounds drawn at random';
    case 'thematic':
      return `rounds on the theme “${theme}”`;
    case 'risk_based':
      return 'rounds chosen by risk';
    default:
      return assertNever(roundKind);
  }
}

/** True where two names are the same to a reader. */
function sameName(one: string, other: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return plain(one) === plain(other);
}

function isOutside(unit: MeasureFields['unit'], value: number): boolean {
  return !(value >= 0) || (unit === 'percent' ? value > 100 : !Number.isInteger(value));
}

function rangeRule(unit: MeasureFields['unit']): string {
  return unit === 'percent' ? 'must be from 0 to 100 per cent' : 'must be a whole number';
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
