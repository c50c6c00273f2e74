import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicabilityOf } from '../../../../../shared/domain/rubric/applicability.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import type { ApplicabilityRule } from '../../../../../shared/domain/rubric/rubric.ts';
import { applicabilityInWords } from '../../../../../shared/domain/rubric/rubric-words.ts';
import { arbitraryFacts, arbitraryRule } from './random-rubrics.ts';
import { truth } from '../grading/reference-grading.ts';

const T: ApplicabilityRule = { minAge: 10 };
const F: ApplicabilityRule = { maxAge: 9 };
const U: ApplicabilityRule = { minNcYear: 9 };
const facts = { ageYears: 12, ncYear: null };

test.each<[ApplicabilityRule, 'applies' | 'does_not_apply' | 'unknown']>([
  [{ any: [F, U, T] }, 'applies'],
  [{ any: [F, U] }, 'unknown'],
  [{ any: [F, F] }, 'does_not_apply'],
  [{ any: [] }, 'does_not_apply'],
  [{ all: [T, U, F] }, 'does_not_apply'],
  [{ all: [T, U] }, 'unknown'],
  [{ all: [T, T] }, 'applies'],
  [{ all: [] }, 'applies'],
  [{ not: T }, 'does_not_apply'],
  [{ not: F }, 'applies'],
  [{ not: U }, 'unknown'],
])('%j: %s', (rule, expected) => {
  expect(applicabilityOf(rule, facts).applies).toBe(expected);
});

test('only the facts that could decide are missing, each once', () => {
  const rule = { all: [T, { any: [U, { maxNcYear: 3 }, { fact: 'hasCare', equals: true }] }] };
  expect(applicabilityOf(rule, facts).missingFacts).toEqual(['ncYear', 'hasCare']);
  expect(applicabilityOf({ any: [U, T] }, facts).missingFacts).toEqual([]);
});

test('a fact of the wrong kind is unknown, never guessed', () => {
  expect(applicabilityOf({ minAge: 3 }, { ageYears: '12' })).toEqual({
    applies: 'unknown',
    missingFacts: ['ageYears'],
  });
  expect(applicabilityOf({ fact: 'constructor', equals: false }, {}).applies).toBe('unknown');
  expect(applicabilityOf({ planType: ['new'] }, { planType: true }).applies).toBe('unknown');
});

test('agrees with the truth table written apart; all facts known leave nothing unknown', () => {
  const names = ['does_not_apply', 'unknown', 'applies'] as const;
  fc.assert(
    fc.property(arbitraryRule(), arbitraryFacts(false), (rule, facts) => {
      const { applies, missingFacts } = applicabilityOf(rule, facts);
      expect(applies).toBe(names[truth(rule, facts)]);
      expect(missingFacts.length > 0).toBe(applies === 'unknown');
      expect(missingFacts.every((fact) => (facts[fact] ?? null) === null)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('in words', () => {
  const rubric = builtInRubric();

  test.each<[ApplicabilityRule | null, string]>([
    [null, 'Always applies'],
    [{ any: [{ minNcYear: 9 }, { minAgeOn31Aug: 13 }] }, 'Applies from Year 9, or age 13 on 31 August'],
    [{ minNcYear: 0 }, 'Applies from Reception'],
    [{ maxNcYear: -1 }, 'Applies up to Nursery (N2)'],
    [{ planType: ['new', 'reassessment'] }, 'Applies to new plans and reassessments'],
    [{ planStatus: ['draft', 'final', 'amended_final'] }, 'Applies to drafts, final plans and amended final plans'],
    [{ planType: ['bespoke_kind'] }, 'Applies to plans marked “bespoke kind”'],
    [{ planType: [] }, 'Applies to no plan'],
    [{ not: { minAge: 16 } }, 'Applies except from age 16'],
    [
      { all: [{ maxAge: 17 }, { planStatus: ['draft'] }, { not: { minNcYear: 12 } }] },
      'Applies up to age 17, but only to drafts, but not from Year 12',
    ],
    [
      { any: [{ minAge: 18 }, { all: [{ minAge: 16 }, { planStatus: ['final'] }] }] },
      'Applies from age 18, or (from age 16, but only to final plans)',
    ],
    [
      { fact: 'hasSocialWorker', equals: false },
      'Applies where the answer to “Looked after, in need, or on a child protection plan” is no',
    ],
    [{ fact: 'unheardOf', equals: true }, 'Applies where the answer to “unheardOf” is yes'],
  ])('%j', (rule, expected) => {
    expect(applicabilityInWords(rubric, rule)).toBe(expected);
  });
});
