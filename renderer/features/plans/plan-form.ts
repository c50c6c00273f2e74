import { z } from 'zod';
import type { FilingSuggestion } from '../../../shared/contract/documents.ts';
import { planTypeSchema, stageSchema } from '../../../shared/contract/plans.ts';
import type { PlanFields } from '../../../shared/contract/plans.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Choice } from '../../ui/Field.tsx';

const optionalDate = z
  .string()
  .refine((date) => date === '' || isCalendarDate(date), 'This is not a date.')
  .refine((date) => date === '' || date >= '1990-01-01', 'This is too long ago.');
const optionalLine = z.string().trim().max(300, 'At most 300 letters.');

/** A plan's fields as they are typed: everything is text, and empty means not known. */
export const planFormSchema = z.object({
  reference: z.string().trim().min(1, 'Give the plan a reference.').max(200, 'At most 200 letters.'),
  initials: z.string().trim().max(10, 'At most 10 letters.'),
  name: optionalLine,
  dateOfBirth: optionalDate,
  planType: planTypeSchema,
  ncYear: z.string(),
  setting: optionalLine,
  primaryNeed: optionalLine,
  locality: optionalLine,
  team: optionalLine,
  settingType: optionalLine,
  isLookedAfter: z.string(),
  isKnownToSocialCare: z.string(),
});
export type PlanForm = z.infer<typeof planFormSchema>;

export const EMPTY_PLAN_FORM: PlanForm = {
  reference: '',
  initials: '',
  name: '',
  dateOfBirth: '',
  planType: 'new',
  ncYear: '',
  setting: '',
  primaryNeed: '',
  locality: '',
  team: '',
  settingType: '',
  isLookedAfter: '',
  isKnownToSocialCare: '',
};

const FIRST_YEAR = -2;
const LAST_YEAR = 14;

/** Nursery to Year 14, by the number that the register keeps. */
export const YEAR_CHOICES: readonly Choice[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => ({
  value: String(FIRST_YEAR + at),
  label: yearGroup(FIRST_YEAR + at),
}));

/** Register to form. */
export function toPlanForm(fields: PlanFields): PlanForm {
  return {
    reference: fields.reference,
    initials: fields.initials,
    name: fields.name ?? '',
    dateOfBirth: fields.dateOfBirth ?? '',
    planType: fields.planType,
    ncYear: fields.ncYear === null ? '' : String(fields.ncYear),
    setting: fields.setting ?? '',
    primaryNeed: fields.primaryNeed ?? '',
    locality: fields.locality ?? '',
    team: fields.team ?? '',
    settingType: fields.settingType ?? '',
    isLookedAfter: yesOrNoText(fields.isLookedAfter),
    isKnownToSocialCare: yesOrNoText(fields.isKnownToSocialCare),
  };
}

/** Form to register: what is empty is not known. */
export function toPlanFields(form: PlanForm): PlanFields {
  return {
    reference: form.reference.trim(),
    initials: form.initials.trim(),
    name: orNull(form.name),
    dateOfBirth: orNull(form.dateOfBirth),
    planType: form.planType,
    ncYear: form.ncYear === '' ? null : Number(form.ncYear),
    setting: orNull(form.setting),
    primaryNeed: orNull(form.primaryNeed),
    locality: orNull(form.locality),
    team: orNull(form.team),
    settingType: orNull(form.settingType),
    isLookedAfter: yesOrNo(form.isLookedAfter),
    isKnownToSocialCare: yesOrNo(form.isKnownToSocialCare),
  };
}

/** The plan's fields before anything is asked of them. */
const planTextSchema = z.object({
  reference: z.string(),
  initials: z.string(),
  name: z.string(),
  dateOfBirth: z.string(),
  planType: planTypeSchema,
  ncYear: z.string(),
  setting: z.string(),
  primaryNeed: z.string(),
  locality: z.string(),
  team: z.string(),
  settingType: z.string(),
  isLookedAfter: z.string(),
  isKnownToSocialCare: z.string(),
});

/** Where a document goes, and as what; with the new plan's fields in case it needs one. */
export const filingFormSchema = z
  .object({
    stage: z.union([stageSchema, z.literal('')]),
    issuedOn: optionalDate,
    target: z.enum(['existing', 'new']),
    planId: z.string(),
    plan: planTextSchema,
  })
  .superRefine((form, context) => {
    if (form.stage === '') context.addIssue({ code: 'custom', path: ['stage'], message: 'Say whether it is a draft.' });
    if (form.target === 'existing') {
      if (form.planId === '') context.addIssue({ code: 'custom', path: ['planId'], message: 'Choose the plan.' });
      return;
    }
    // A plan that is not to be made may be half filled in.
    const plan = planFormSchema.safeParse(form.plan);
    for (const issue of plan.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['plan', ...issue.path], message: issue.message });
    }
  });
export type FilingForm = z.infer<typeof filingFormSchema>;

/** A filing form with everything in it that was read from the document. */
export function suggestedFiling(suggestion: FilingSuggestion): FilingForm {
  const { cover, plans } = suggestion;
  const [likeliest] = plans;
  return {
    stage: cover.stage ?? '',
    issuedOn: suggestion.issuedOn ?? '',
    target: likeliest === undefined ? 'new' : 'existing',
    planId: likeliest?.planId ?? '',
    plan: {
      ...EMPTY_PLAN_FORM,
      reference: cover.reference ?? '',
      initials: initialsOf(cover.name ?? ''),
      name: cover.name ?? '',
      dateOfBirth: suggestion.dateOfBirth ?? '',
      planType: cover.stage === 'amended_draft' || cover.stage === 'amended_final' ? 'amended' : 'new',
      ncYear: cover.ncYear === null ? '' : String(cover.ncYear),
      setting: cover.setting ?? '',
    },
  };
}

/** 'Amara Okafor-Lee' as "AO". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.slice(0, 1).toUpperCase() ?? '')
    .join('');
}

/** What a yes-or-no field can say; empty where it is not known. */
export const YES_NO_CHOICES: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function yesOrNoText(value: boolean | null | undefined): string {
  return value === true ? 'yes' : value === false ? 'no' : '';
}

function yesOrNo(text: string): boolean | null {
  return text === 'yes' ? true : text === 'no' ? false : null;
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
