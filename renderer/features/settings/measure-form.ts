import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import {
  type Counted,
  type HandReadingFields,
  type Measure,
  type MeasureFields,
  measureFieldsSchema,
  measureProblems,
  USUAL_TOLERANCE,
} from '../../../shared/domain/measures.ts';

/** A measure as it is typed: everything is text until it is kept. */
export interface MeasureForm {
  name: string;
  counted: Counted['kind'];
  grade: string;
  criterionId: string;
  numerator: string;
  denominator: string;
  unit: MeasureFields['unit'];
  better: MeasureFields['better'];
  plans: MeasureFields['plans'];
  stage: MeasureFields['stage'];
  roundKind: MeasureFields['roundKind'];
  theme: string;
  milestones: { on: string; value: string }[];
  target: string;
  tolerance: string;
  source: string;
  /** Empty for somebody outside the workspace, by name. */
  ownerId: string;
  ownerName: string;
  note: string;
}

/** What the form begins with: a measure to change, or a new one. */
export function formOf(measure: Measure | null, rubric: Pick<Rubric, 'gradeScale' | 'standards'>): MeasureForm {
  const counted = measure?.counted;
  return {
    name: measure?.name ?? '',
    counted: counted?.kind ?? 'good_or_better',
    grade: counted?.kind === 'at_least' ? counted.grade : (rubric.gradeScale[0]?.id ?? ''),
    criterionId: counted?.kind === 'criterion_met' ? counted.criterionId : (rubric.standards[0]?.criteria[0]?.id ?? ''),
    numerator: counted?.kind === 'by_hand' ? counted.numerator : '',
    denominator: counted?.kind === 'by_hand' ? counted.denominator : '',
    unit: measure?.unit ?? 'percent',
    better: measure?.better ?? 'higher',
    plans: measure?.plans ?? 'all',
    stage: measure?.stage ?? 'final',
    roundKind: measure?.roundKind ?? 'random',
    theme: measure?.theme ?? '',
    milestones: measure?.milestones.map(({ on, value }) => ({ on, value: String(value) })) ?? [{ on: '', value: '' }],
    target: measure?.target === undefined || measure.target === null ? '' : String(measure.target),
    tolerance: String(measure?.tolerance ?? USUAL_TOLERANCE),
    source: measure?.source ?? '',
    ownerId: measure?.owner.personId ?? '',
    ownerName: measure?.owner.personId === null ? measure.owner.name : '',
    note: measure?.note ?? '',
  };
}

/** Only what the chosen kind of measure has; milestones in the order of their dates, empty rows left out. */
export function fieldsOf(form: MeasureForm): MeasureFields {
  const isByHand = form.counted === 'by_hand';
  return {
    name: form.name.trim(),
    unit: isByHand ? form.unit : 'percent',
    better: isByHand ? form.better : 'higher',
    counted: countedOf(form),
    plans: form.plans,
    stage: form.stage,
    roundKind: form.roundKind,
    theme: form.roundKind === 'thematic' ? form.theme.trim() : '',
    milestones: milestonesOf(form),
    target: form.target.trim() === '' ? null : numberOf(form.target),
    tolerance: numberOf(form.tolerance),
    source: form.source.trim(),
    owner: form.ownerId === '' ? { personId: null, name: form.ownerName.trim() } : { personId: form.ownerId, name: '' },
    note: form.note.trim(),
  };
}

/** The milestones that have a date or a value, in the order of their dates; those without a date come last. */
export function milestonesOf({ milestones }: Pick<MeasureForm, 'milestones'>): MeasureFields['milestones'] {
  return milestones
    .filter(({ on, value }) => on !== '' || value.trim() !== '')
    .map(({ on, value }) => ({ on, value: numberOf(value) }))
    .toSorted((a, b) => (a.on === '' ? 1 : b.on === '' ? -1 : a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** What is still wrong with what was typed, in sentences; none where it can be kept. */
export function formProblems(
  form: MeasureForm,
  others: readonly string[],
  rubric: Pick<Rubric, 'gradeScale' | 'standards'>,
): string[] {
  const fields = fieldsOf(form);
  const problems: string[] = [];
  if (fields.name === '') problems.push('Give the measure a name.');
  if (form.counted === 'by_hand' && form.numerator.trim() === '') problems.push('Say what is counted.');
  if (Number.isNaN(fields.tolerance) || fields.tolerance > 100) {
    problems.push('The tolerance must be from 0 to 100 points.');
  }
  problems.push(...measureProblems(fields, { others, rubric }));
  if (problems.length === 0 && !measureFieldsSchema.safeParse(fields).success) problems.push('Something is too long.');
  return [...new Set(problems)];
}

/** A reading as it is typed. */
export interface ReadingForm {
  on: string;
  areCountsKnown: boolean;
  n: string;
  of: string;
  percent: string;
  note: string;
}

export function readingOf(form: ReadingForm, unit: MeasureFields['unit']): HandReadingFields {
  const isCounted = unit === 'count' || form.areCountsKnown;
  return {
    on: form.on,
    n: isCounted ? numberOrNull(form.n) : null,
    of: isCounted && unit === 'percent' ? numberOrNull(form.of) : null,
    percent: isCounted ? null : numberOrNull(form.percent),
    note: form.note.trim(),
  };
}

function countedOf(form: MeasureForm): Counted {
  switch (form.counted) {
    case 'at_least':
      return { kind: 'at_least', grade: form.grade };
    case 'criterion_met':
      return { kind: 'criterion_met', criterionId: form.criterionId };
    case 'by_hand':
      return {
        kind: 'by_hand',
        numerator: form.numerator.trim(),
        denominator: form.unit === 'count' ? '' : form.denominator.trim(),
      };
    case 'good_or_better':
    case 'reviews_good_or_better':
    case 'in_time':
    case 'family_satisfied':
      return { kind: form.counted };
    default:
      return form.counted satisfies never;
  }
}

function numberOrNull(text: string): number | null {
  return text.trim() === '' ? null : numberOf(text);
}

/** NaN for what is no number: '' among them. */
function numberOf(text: string): number {
  const plain = text.trim().replace(/%$/, '');
  return plain === '' ? Number.NaN : Number(plain);
}
