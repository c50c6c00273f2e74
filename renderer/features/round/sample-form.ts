import { z } from 'zod';
import { PLAN_TYPES } from '../../../shared/contract/plans.ts';
import type { Sample, SampleInput } from '../../../shared/contract/samples.ts';
import { LARGEST_SEED } from '../../../shared/domain/rounds/sampling.ts';
import { STRATUM_KEYS } from '../../../shared/domain/rounds/strata.ts';

/** Largest sample that the contract takes. */
const LARGEST_SAMPLE = 5000;
/** Panels look at 10 to 30 plans a round (field brief §6). */
const USUAL_SIZE = '12';

const wholeNumber = (least: number, most: number, message: string) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most, message);
const year = z.string().regex(/^(-?\d{1,2})?$/);
const yesNoAny = z.enum(['', 'yes', 'no']);

/** How the sample is asked for, as it is typed; '' stands for "any". */
export const sampleFormSchema = z
  .object({
    method: z.enum(['random', 'stratified']),
    strataBy: z.array(z.enum(STRATUM_KEYS)),
    allocation: z.enum(['proportional', 'equal']),
    size: wholeNumber(1, LARGEST_SAMPLE, `Give a number from 1 to ${LARGEST_SAMPLE.toLocaleString('en-GB')}.`),
    seed: z.union([z.literal(''), wholeNumber(0, LARGEST_SEED, 'A seed is a whole number from 0 to 2,147,483,647.')]),
    planTypes: z.array(z.enum(PLAN_TYPES)),
    ncYearFrom: year,
    ncYearTo: year,
    team: z.string(),
    locality: z.string(),
    isLookedAfter: yesNoAny,
    isLate: yesNoAny,
    notAuditedForRounds: z.string(),
  })
  .superRefine(({ method, strataBy, ncYearFrom, ncYearTo }, context) => {
    if (method === 'stratified' && strataBy.length === 0) {
      context.addIssue({ code: 'custom', path: ['strataBy'], message: 'Choose at least one.' });
    }
    if (ncYearFrom !== '' && ncYearTo !== '' && Number(ncYearFrom) > Number(ncYearTo)) {
      context.addIssue({ code: 'custom', path: ['ncYearTo'], message: 'That is below the first school year.' });
    }
  });
export type SampleForm = z.infer<typeof sampleFormSchema>;

/** The form as the last draw left it, but for its seed; for a first draw, as panels usually want it. */
export function formFor(draw: Sample['draw']): SampleForm {
  if (draw === null) {
    return {
      method: 'stratified',
      strataBy: ['plan_type', 'age_band'],
      allocation: 'proportional',
      size: USUAL_SIZE,
      seed: '',
      planTypes: [],
      ncYearFrom: '',
      ncYearTo: '',
      team: '',
      locality: '',
      isLookedAfter: '',
      isLate: '',
      notAuditedForRounds: '0',
    };
  }
  const { filter } = draw;
  return {
    method: draw.method,
    strataBy: draw.strataBy,
    allocation: draw.allocation,
    size: String(draw.size),
    seed: '',
    planTypes: filter.planTypes,
    ncYearFrom: textOf(filter.ncYearFrom),
    ncYearTo: textOf(filter.ncYearTo),
    team: filter.team ?? '',
    locality: filter.locality ?? '',
    isLookedAfter: answerOf(filter.isLookedAfter),
    isLate: answerOf(filter.isLate),
    notAuditedForRounds: String(filter.notAuditedForRounds),
  };
}

/** The form as the contract takes it; null while something in it cannot be. */
export function inputOf(form: unknown, roundId: string): SampleInput | null {
  const parsed = sampleFormSchema.safeParse(form);
  if (!parsed.success) return null;
  const { data } = parsed;
  return {
    roundId,
    method: data.method,
    strataBy: data.method === 'stratified' ? data.strataBy : [],
    allocation: data.allocation,
    size: Number(data.size),
    filter: {
      planTypes: data.planTypes,
      ncYearFrom: numberOf(data.ncYearFrom),
      ncYearTo: numberOf(data.ncYearTo),
      team: data.team === '' ? null : data.team,
      locality: data.locality === '' ? null : data.locality,
      isLookedAfter: yesOrNo(data.isLookedAfter),
      isLate: yesOrNo(data.isLate),
      notAuditedForRounds: Number(data.notAuditedForRounds),
    },
  };
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}

function textOf(number: number | null): string {
  return number === null ? '' : String(number);
}

function yesOrNo(answer: '' | 'yes' | 'no'): boolean | null {
  return answer === '' ? null : answer === 'yes';
}

function answerOf(value: boolean | null): '' | 'yes' | 'no' {
  return value === null ? '' : value ? 'yes' : 'no';
}
