import { describe, expect, it } from 'vitest';
import type { FilingSuggestion } from '../../../../../shared/contract/documents.ts';
import {
  filingFormSchema,
  initialsOf,
  planFormSchema,
  suggestedFiling,
  toPlanFields,
  toPlanForm,
} from '../../../../../renderer/features/plans/plan-form.ts';
import { documentWith, planWith } from '../../plan-examples.ts';

const SUGGESTION: FilingSuggestion = {
  document: documentWith({ planId: null, stage: null }),
  cover: {
    name: 'Amara Okafor-Lee',
    authority: 'Willowshire County Council',
    reference: 'W-7',
    setting: 'Larkspur Primary School',
    ncYear: 0,
    stage: 'amended_final',
  },
  dateOfBirth: '2021-03-12',
  issuedOn: '2026-10-02',
  plans: [],
  proposed: { planId: null, stage: null, versionOf: null, remarks: [] },
};

function problems(form: unknown): string[] {
  return filingFormSchema.safeParse(form).error?.issues.map((issue) => issue.path.join('.')) ?? [];
}

describe('a plan’s fields', () => {
  it('go to the form and back unchanged', () => {
    const { id: _id, cycleId: _cycleId, createdAt: _createdAt, documents: _documents, ...fields } = planWith();
    expect(toPlanFields(toPlanForm(fields))).toEqual(fields);
  });

  it('are null where nothing was typed, never an empty text', () => {
    const form = { ...toPlanForm(planWith()), name: '  ', dateOfBirth: '', ncYear: '', setting: '' };
    expect(toPlanFields(form)).toMatchObject({ name: null, dateOfBirth: null, ncYear: null, setting: null });
  });

  it('keep Reception, which is year nought', () => {
    expect(toPlanFields(toPlanForm(planWith({ ncYear: 0 }))).ncYear).toBe(0);
  });

  it('need a reference, and a real date of birth', () => {
    const form = { ...toPlanForm(planWith()), reference: ' ', dateOfBirth: '2018-02-30' };
    const paths = planFormSchema.safeParse(form).error?.issues.map((issue) => issue.path[0]);
    expect(paths).toEqual(['reference', 'dateOfBirth']);
  });
});

describe('filing a document', () => {
  it('begins with what was read from it', () => {
    expect(suggestedFiling(SUGGESTION)).toMatchObject({
      stage: 'amended_final',
      issuedOn: '2026-10-02',
      target: 'new',
      plan: { reference: 'W-7', initials: 'AO', ncYear: '0', planType: 'amended', dateOfBirth: '2021-03-12' },
    });
  });

  it('begins with the likeliest plan where there is one', () => {
    const plans = [{ planId: 'p1', reference: 'W-7', initials: 'AO', reason: 'the same reference' }];
    expect(suggestedFiling({ ...SUGGESTION, plans })).toMatchObject({ target: 'existing', planId: 'p1' });
  });

  it('leaves the stage open where the document does not say it, and asks for it', () => {
    const form = suggestedFiling({ ...SUGGESTION, cover: { ...SUGGESTION.cover, stage: null } });
    expect(form.stage).toBe('');
    expect(problems(form)).toEqual(['stage']);
  });

  it('asks nothing of a new plan’s fields when the plan is in the register', () => {
    const form = suggestedFiling(SUGGESTION);
    const bare = { ...form, plan: { ...form.plan, reference: '' } };
    expect(problems(bare)).toEqual(['plan.reference']);
    expect(problems({ ...bare, target: 'existing', planId: 'p1' })).toEqual([]);
    expect(problems({ ...bare, target: 'existing', planId: '' })).toEqual(['planId']);
  });
});

describe('initials', () => {
  it.each([
    ['Amara Okafor-Lee', 'AO'],
    ['Jo', 'J'],
    ['Élise van der Berg', 'ÉB'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
