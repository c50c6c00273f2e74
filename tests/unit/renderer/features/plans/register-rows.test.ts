import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../../shared/contract/plans.ts';
import { registerRows, workState } from '../../../../../renderer/features/plans/register-rows.ts';
import type { RegisterFilter, RegisterSort } from '../../../../../renderer/features/plans/register-rows.ts';
import { documentWith, planWith } from '../../plan-examples.ts';

const ALL: RegisterFilter = { text: '', stage: '', work: '' };
const BY_REFERENCE: RegisterSort = { column: 'reference', direction: 'ascending' };

function references(
  plans: Plan[],
  {
    filter = {},
    sort = BY_REFERENCE,
    names = false,
  }: { filter?: Partial<RegisterFilter>; sort?: RegisterSort; names?: boolean } = {},
): string[] {
  return registerRows(plans, { ...ALL, ...filter }, sort, names).map((plan) => plan.reference);
}

describe('the register', () => {
  it('sorts numbers in references as numbers', () => {
    const plans = ['W-10', 'W-9', 'W-100'].map((reference) => planWith({ reference }));
    expect(references(plans)).toEqual(['W-9', 'W-10', 'W-100']);
  });

  it('keeps what is not known last, whichever way it is sorted', () => {
    const plans = [
      planWith({ reference: 'none', ncYear: null }),
      planWith({ reference: 'nine', ncYear: 9 }),
      planWith({ reference: 'two', ncYear: 2 }),
    ];
    expect(references(plans, { sort: { column: 'ncYear', direction: 'ascending' } })).toEqual(['two', 'nine', 'none']);
    expect(references(plans, { sort: { column: 'ncYear', direction: 'descending' } })).toEqual(['nine', 'two', 'none']);
  });

  it('finds plans that hold every word, in any column', () => {
    const plans = [
      planWith({ reference: 'W-1', locality: 'North' }),
      planWith({ reference: 'W-2', locality: 'South', setting: 'Larkspur' }),
    ];
    expect(references(plans, { filter: { text: 'larkspur south' } })).toEqual(['W-2']);
  });

  it('does not give a hidden name away by finding it', () => {
    const plans = [planWith({ reference: 'W-1', name: 'Amara Okafor-Lee' })];
    expect(references(plans, { filter: { text: 'okafor' } })).toEqual([]);
    expect(references(plans, { filter: { text: 'okafor' }, names: true })).toEqual(['W-1']);
  });

  it('filters by a stage that any of the documents has', () => {
    const plans = [
      planWith({ reference: 'W-1', documents: [documentWith({ stage: 'draft' }), documentWith({ stage: 'final' })] }),
      planWith({ reference: 'W-2', documents: [documentWith({ stage: 'draft' })] }),
    ];
    expect(references(plans, { filter: { stage: 'final' } })).toEqual(['W-1']);
  });

  it('leaves the list that it was given as it was', () => {
    const plans = [planWith({ reference: 'W-2' }), planWith({ reference: 'W-1' })];
    references(plans);
    expect(plans.map((plan) => plan.reference)).toEqual(['W-2', 'W-1']);
  });
});

describe('how far the work on a plan is', () => {
  const submitted = { id: 'a', state: 'submitted' as const, answered: 1, toAnswer: 1 };

  it('counts as submitted only when every document is', () => {
    const one = documentWith({ myAudit: submitted });
    expect(workState([one])).toBe('submitted');
    expect(workState([one, documentWith()])).toBe('under_way');
    expect(workState([documentWith()])).toBe('to_begin');
    expect(workState([])).toBe('no_documents');
  });
});
