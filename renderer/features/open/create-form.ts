import { z } from 'zod';
import type { CreateWorkspaceInput } from '../../../shared/contract/workspaces.ts';
import { roundKindSchema } from '../../../shared/contract/workspaces.ts';
import { agencySchema } from '../../../shared/contract/person.ts';
import { addDays, addWeeks, dayOfWeek, isCalendarDate, schoolYearStart } from '../../../shared/domain/calendar-date.ts';
import { currentHalfTerm, suggestHalfTerms } from '../../../shared/domain/half-term.ts';
import type { HalfTermDates } from '../../../shared/domain/half-term.ts';

const date = z.string().refine(isCalendarDate, 'Give a date.');

/** What the person types while setting up, before it becomes the contract's input. */
export const createFormSchema = z
  .object({
    partnershipName: z.string().trim().min(1, 'Give the partnership’s name.').max(200, 'At most 200 letters.'),
    areaCode: z.string().trim().max(300),
    personName: z.string().trim().min(1, 'Give your name.').max(200, 'At most 200 letters.'),
    agency: agencySchema,
    schoolYear: z.string(),
    number: z.string(),
    label: z.string().trim().min(1, 'Give the half-term a name.').max(200, 'At most 200 letters.'),
    start: date,
    end: date,
    kind: roundKindSchema,
    theme: z.string().trim().max(300, 'At most 300 letters.'),
    panelDate: date,
    passphrase: z.string().min(1, 'Type a passphrase.').max(1024),
    again: z.string(),
    hasUnderstood: z.boolean().refine((isTicked) => isTicked, 'Tick this to go on.'),
  })
  .superRefine((form, context) => {
    const wrong = (path: keyof CreateForm, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (form.end <= form.start) wrong('end', 'The half-term ends before it starts.');
    if (form.panelDate < form.start) wrong('panelDate', 'The panel meets before the half-term starts.');
    if (form.kind === 'thematic' && form.theme === '') wrong('theme', 'Say what the theme is.');
    if (form.again !== form.passphrase) wrong('again', 'The two passphrases differ.');
  });
export type CreateForm = z.infer<typeof createFormSchema>;

/** Which fields stand on which step; a step is left only when its own are right. */
export const STEPS = [
  { title: 'Your partnership', fields: ['partnershipName', 'areaCode', 'personName', 'agency'] },
  { title: 'This half-term', fields: ['schoolYear', 'number', 'label', 'start', 'end', 'kind', 'theme', 'panelDate'] },
  { title: 'The passphrase', fields: ['passphrase', 'again', 'hasUnderstood'] },
] as const satisfies readonly { title: string; fields: readonly (keyof CreateForm)[] }[];

/** A form with this half-term's suggested dates in it. `today` is an ISO date. */
export function emptyForm(today: string): CreateForm {
  const halfTerm = currentHalfTerm(today, suggestHalfTerms(schoolYearStart(today)));
  return {
    partnershipName: '',
    areaCode: '',
    personName: '',
    agency: 'education',
    ...(halfTerm === undefined
      ? { schoolYear: '', number: '1', label: '', start: '', end: '', panelDate: '' }
      : halfTermFields(halfTerm)),
    kind: 'random',
    theme: '',
    passphrase: '',
    again: '',
    hasUnderstood: false,
  };
}

/** A half-term's dates as the form holds them, with a panel day to go with them. */
export function halfTermFields(halfTerm: HalfTermDates) {
  return {
    schoolYear: halfTerm.schoolYear,
    number: String(halfTerm.number),
    label: halfTerm.label,
    start: halfTerm.start,
    end: halfTerm.end,
    panelDate: suggestPanelDate(halfTerm),
  };
}

/** School years to choose from: last, this and next, by '2026-27' and the year they begin in. */
export function schoolYearChoices(today: string): { name: string; startYear: number }[] {
  const now = schoolYearStart(today);
  return [now - 1, now, now + 1].map((startYear) => ({
    startYear,
    name: suggestHalfTerms(startYear)[0]?.schoolYear ?? String(startYear),
  }));
}

/** The form as the contract takes it. */
export function toInput(form: CreateForm): CreateWorkspaceInput {
  return {
    partnershipName: form.partnershipName,
    areaCode: form.areaCode,
    person: { name: form.personName, agency: form.agency },
    halfTerm: {
      schoolYear: form.schoolYear,
      number: Number(form.number),
      label: form.label,
      start: form.start,
      end: form.end,
    },
    round: { kind: form.kind, theme: form.theme, panelDate: form.panelDate },
    passphrase: form.passphrase,
  };
}

/** Panels usually meet in the fifth week (field brief §6); Thursday of it, within the half-term. */
function suggestPanelDate(halfTerm: HalfTermDates): string {
  const THURSDAY = 4;
  const fifthWeek = addWeeks(halfTerm.start, 4);
  const thursday = addDays(fifthWeek, THURSDAY - dayOfWeek(fifthWeek));
  return thursday > halfTerm.end ? halfTerm.end : thursday;
}
