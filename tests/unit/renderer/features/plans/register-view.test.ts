import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAN_TYPES, REGISTER_COLUMNS, STAGES } from '../../../../../shared/contract/plans.ts';
import { NO_FILTER, readView, writeView } from '../../../../../renderer/features/plans/register-view.ts';
import { finalWords, versionWords } from '../../../../../renderer/features/plans/register-words.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value);
const someView = fc.record({
  filter: fc.record({
    planType: maybe(fc.constantFrom(...PLAN_TYPES)),
    ncYear: maybe(fc.integer({ min: -2, max: 20 })),
    team: maybe(fc.string()),
    locality: maybe(fc.string()),
    stage: maybe(fc.constantFrom(...STAGES, 'none' as const)),
    isAudited: maybe(fc.boolean()),
    isLate: maybe(fc.boolean()),
    myWork: maybe(fc.constantFrom('to_begin' as const, 'under_way' as const, 'submitted' as const)),
  }),
  sort: fc.record({
    column: fc.constantFrom(...REGISTER_COLUMNS),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
});

describe('the register’s view in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(someView, (view) => {
        expect(readView(writeView(view))).toEqual(view);
      }),
    );
  });

  it('is empty for the whole register, and ignores what it does not know', () => {
    const whole = { filter: NO_FILTER, sort: { column: 'reference', direction: 'ascending' } } as const;
    expect(writeView(whole)).toBe('');
    expect(readView('type=blue&year=ten&stage=&late=maybe&sort=colour&order=up&mine=all')).toEqual(whole);
  });
});

describe('the register’s words', () => {
  it.each([
    [{ finalDue: '2026-05-26', finalDone: '2026-05-20', isExcepted: false }, 'In time'],
    [{ finalDue: '2026-05-26', finalDone: '2026-06-01', isExcepted: false }, 'Late by 6 days'],
    [{ finalDue: '2026-05-26', finalDone: '2026-06-01', isExcepted: true }, 'Late by 6 days, lawful exception'],
    [{ finalDue: '2026-05-26', finalDone: null, isExcepted: false }, 'Due 26 May 2026'],
    [{ finalDue: '2026-05-10', finalDone: null, isExcepted: false }, 'Late by 4 days so far'],
    [{ finalDue: null, finalDone: '2026-06-01', isExcepted: false }, '1 June 2026'],
    [{ finalDue: null, finalDone: null, isExcepted: false }, ''],
  ])('%j: %s', (row, words) => {
    expect(finalWords(row, '2026-05-14')).toBe(words);
  });

  it('tells each version and my audit of it', () => {
    expect(versionWords([])).toBe('No documents');
    const draft = { id: 'd', stage: 'draft', myAudit: 'submitted' } as const;
    expect(versionWords([draft, { id: 'f', stage: 'final', myAudit: 'none' }])).toBe('Draft: submitted · Final');
  });
});
