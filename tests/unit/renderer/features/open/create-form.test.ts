import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkspaceInputSchema } from '../../../../../shared/contract/workspaces.ts';
import { addDays, dayOfWeek } from '../../../../../shared/domain/calendar-date.ts';
import {
  createFormSchema,
  emptyForm,
  schoolYearChoices,
  STEPS,
  toInput,
} from '../../../../../renderer/features/open/create-form.ts';
import type { CreateForm } from '../../../../../renderer/features/open/create-form.ts';

const FILLED: CreateForm = {
  ...emptyForm('2026-11-22'),
  partnershipName: 'Willowshire SEND Partnership',
  personName: 'Rowan Hale',
  passphrase: 'kestrel over larkspur',
  again: 'kestrel over larkspur',
  hasUnderstood: true,
};

function problems(form: CreateForm): string[] {
  return createFormSchema.safeParse(form).error?.issues.map((issue) => issue.path.join('.')) ?? [];
}

describe('setting up a partnership', () => {
  it('suggests the half-term that today is in', () => {
    expect(emptyForm('2026-11-22')).toMatchObject({ schoolYear: '2026-27', number: '2', label: 'Autumn 2' });
  });

  it('suggests a panel date on a Thursday, or the last day, within the half-term, on any day', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((day) => addDays('2024-01-01', day));
    fc.assert(
      fc.property(days, (today) => {
        const { start, end, panelDate } = emptyForm(today);
        expect(panelDate >= start && panelDate <= end).toBe(true);
        expect(panelDate === end || dayOfWeek(panelDate) === 4).toBe(true);
      }),
    );
  });

  it('gives the contract what it takes', () => {
    expect(problems(FILLED)).toEqual([]);
    expect(createWorkspaceInputSchema.safeParse(toInput(FILLED)).error).toBeUndefined();
  });

  it.each([
    ['two passphrases that differ', { again: 'another' }, 'again'],
    ['a loss that is not understood', { hasUnderstood: false }, 'hasUnderstood'],
    ['a half-term that ends before it starts', { end: '2026-11-01' }, 'end'],
    ['a panel before the half-term', { panelDate: '2026-10-30' }, 'panelDate'],
    ['a theme that is not said', { kind: 'thematic' as const, theme: '' }, 'theme'],
  ])('refuses %s, under its own field', (_what, change, field) => {
    expect(problems({ ...FILLED, ...change })).toEqual([field]);
  });

  it('asks for each field on exactly one step', () => {
    const onSteps = STEPS.flatMap((step) => step.fields);
    expect(onSteps.toSorted()).toEqual(Object.keys(FILLED).toSorted());
  });

  it('offers last school year, this and next', () => {
    expect(schoolYearChoices('2026-08-31').map(({ name }) => name)).toEqual(['2024-25', '2025-26', '2026-27']);
  });
});
