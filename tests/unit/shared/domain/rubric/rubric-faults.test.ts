import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import rubricData from '../../../../../shared/domain/rubric/rubric-default.json' with { type: 'json' };
import { draftFrom } from '../../../../../shared/domain/rubric/rubric-draft.ts';
import {
  retireCriterion,
  retireStandard,
  setThreshold,
  updateCriterion,
  updateGrade,
  updateGuard,
  updateStandard,
} from '../../../../../shared/domain/rubric/rubric-edits.ts';
import { faultSentence, readDraft, rubricFaults } from '../../../../../shared/domain/rubric/rubric-faults.ts';
import { rubricProblems } from '../../../../../shared/domain/rubric/rubric-problems.ts';
import type { Criterion, Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { arbitraryCase } from './random-rubrics.ts';

const RUBRIC = builtInRubric();

test('the standards that come with the application, and a draft of them, have none', () => {
  expect(rubricFaults(RUBRIC)).toEqual([]);
  expect(rubricFaults(draftFrom(RUBRIC, ['1.0.0']))).toEqual([]);
});

test('what has no faults can be graded with, whatever it is', () => {
  fc.assert(
    fc.property(arbitraryCase(), ({ rubric }) => {
      expect(rubricFaults(rubric).length > 0 || rubricProblems(rubric).length === 0).toBe(true);
    }),
  );
});

const criterion = (change: Partial<Criterion>) => (rubric: Rubric) => updateCriterion(rubric, 'S04.C2', change);

describe('faults in sentences, each with its place', () => {
  test.each<[string, (rubric: Rubric) => Rubric, string, string]>([
    ['no name', (r) => ({ ...r, title: ' ' }), 'about/title', 'About this version: give the standards a name.'],
    [
      'a weight of nothing',
      criterion({ weight: 0 }),
      'criterion:S04.C2/weight',
      'Standard 4, criterion S04.C2: the weight must be more than 0; it is 0.',
    ],
    [
      'a weight below nothing',
      (r) => updateStandard(r, 'S02', { weight: -1 }),
      'standard:S02/weight',
      'Standard 2: the weight must be more than 0; it is -1.',
    ],
    [
      'nothing asked',
      criterion({ text: '' }),
      'criterion:S04.C2/text',
      'Standard 4, criterion S04.C2: say what is asked.',
    ],
    [
      'an unknown section',
      criterion({ sections: ['Z'] }),
      'criterion:S04.C2/sections',
      'Standard 4, criterion S04.C2: these standards know no section “Z”.',
    ],
    [
      'an unknown hint',
      criterion({ assist: ['telepathy'] }),
      'criterion:S04.C2/assists',
      'Standard 4, criterion S04.C2: there is no hint called “telepathy”.',
    ],
    [
      'a cap at no grade',
      criterion({ limiting: { isLimiting: true, capsOverallTo: null, triggeredBy: ['not_met'] } }),
      'criterion:S04.C2/cap',
      'Standard 4, criterion S04.C2: it caps the overall grade: say at which grade.',
    ],
    [
      'a cap at a grade that went',
      criterion({ limiting: { isLimiting: true, capsOverallTo: 'fine', triggeredBy: ['not_met'] } }),
      'criterion:S04.C2/cap',
      'Standard 4, criterion S04.C2: “fine” is not one of the grades.',
    ],
    [
      'a cap on no answer',
      criterion({ limiting: { isLimiting: true, capsOverallTo: 'good', triggeredBy: [] } }),
      'criterion:S04.C2/trigger',
      'Standard 4, criterion S04.C2: it caps the overall grade: say on which answer, partly met or not met.',
    ],
    [
      'an unknown fact',
      criterion({ applicability: { not: { fact: 'isTall', equals: true } } }),
      'criterion:S04.C2/applies',
      'Standard 4, criterion S04.C2: whom it applies to: nothing is known of “isTall”; choose a fact from the list.',
    ],
    [
      'a number as a yes or no',
      criterion({ applicability: { fact: 'ncYear', equals: true } }),
      'criterion:S04.C2/applies',
      'Standard 4, criterion S04.C2: whom it applies to: “ncYear” cannot be answered with yes or no.',
    ],
    [
      'nobody',
      criterion({ applicability: { all: [{ minAge: 16 }, { maxAge: 14 }] } }),
      'criterion:S04.C2/applies',
      'Standard 4, criterion S04.C2: whom it applies to: the conditions exclude one another, so it would apply to nobody.',
    ],
    [
      'a group of nothing',
      criterion({ applicability: { any: [] } }),
      'criterion:S04.C2/applies',
      'Standard 4, criterion S04.C2: whom it applies to has a group without a condition; add one or take the group away.',
    ],
    [
      'an age that nobody has',
      criterion({ applicability: { minAge: 160 } }),
      'criterion:S04.C2/applies',
      'Standard 4, criterion S04.C2: whom it applies to: the age must be a whole number from 0 to 25, not 160.',
    ],
    [
      'a kind of plan that there is not',
      criterion({ applicability: { planType: ['paper'] } }),
      'criterion:S04.C2/applies',
      'Standard 4, criterion S04.C2: whom it applies to: “paper” is no kind of plan that is known here.',
    ],
    [
      'a leader that there is not',
      (r) => updateStandard(r, 'S02', { leadAgency: 'circus' }),
      'standard:S02/lead',
      'Standard 2: “circus” is not one of the agencies that may lead.',
    ],
    [
      'no criterion left',
      (r) => r.standards[1]?.criteria.reduce((now, { id }) => retireCriterion(now, id), r) ?? r,
      'standard:S02/criteria',
      'Standard 2: add at least one criterion.',
    ],
    [
      'an id given twice',
      (r) => updateCriterion(r, 'S04.C2', { id: 'S04.C1' }),
      'criterion:S04.C1/text',
      'Standard 4, criterion S04.C1: another criterion has the same id.',
    ],
    [
      'a grade without a name',
      (r) => updateGrade(r, 'good', { label: '' }),
      'grade:good/label',
      'Grade 2: give the grade a name.',
    ],
    [
      'two grades of one name',
      (r) => updateGrade(r, 'good', { label: 'outstanding' }),
      'grade:good/label',
      'Grade 2: “outstanding” is the name of another grade too.',
    ],
    [
      'thresholds out of order',
      (r) => setThreshold(r, 'overall', 'good', 95),
      'threshold:overall:good',
      'Overall grade: “Good” begins at 95, which must be below “Outstanding” at 90.',
    ],
    [
      'a threshold over the top',
      (r) => setThreshold(r, 'standard', 'outstanding', 101),
      'threshold:standard:outstanding',
      'Grade of a standard: “Outstanding” must begin between 0 and 100 per cent, not at 101.',
    ],
    [
      'a gap below',
      (r) => setThreshold(r, 'standard', 'inadequate', 5),
      'threshold:standard:inadequate',
      'Grade of a standard: “Inadequate” is the lowest grade and must begin at 0.',
    ],
    [
      'a rule that holds nothing',
      (r) => updateGuard(r, 'overall', 'OG1', { elseCapTo: 'outstanding' }),
      'guard:overall:OG1/to',
      'Overall grade, rule OG1: “Outstanding” is not below “Outstanding”, so the rule would hold nothing down.',
    ],
    [
      'a rule without a word',
      (r) => updateGuard(r, 'standard', 'SG1', { reason: '' }),
      'guard:standard:SG1/reason',
      'Grade of a standard, rule SG1: say in a sentence what the auditor reads when the rule holds a grade.',
    ],
    [
      'a rule on a standard that was retired',
      (r) => retireStandard(r, 'S07'),
      'guard:overall:OG4/test',
      'Overall grade, rule OG4: choose at least one standard.',
    ],
    [
      'a share beyond all',
      (r) => ({ ...r, moderation: { alsoModerate: { randomSharePercent: 120 } } }),
      'moderation/share',
      'Moderation: the share of agreements must lie between 0 and 100 per cent.',
    ],
    [
      'a reason to discuss of an unknown kind',
      (r) => ({ ...r, moderation: { discussWhen: [{ id: 'x', test: { type: 'weather' } }] } }),
      'moderation/discuss',
      'Moderation: a rule on what to discuss is not of a kind that is known here.',
    ],
  ])('%s', (_, spoil, place, sentence) => {
    const faults = rubricFaults(spoil(RUBRIC));
    expect(faults.map((fault) => [fault.place, faultSentence(fault)])).toContainEqual([place, sentence]);
  });
});

test('what no screen changes is told as the engine minds it', () => {
  const scoring = { ...RUBRIC.scoring, criterion: { scores: { ...RUBRIC.scoring.criterion.scores, met: 2 } } };
  expect(rubricFaults({ ...RUBRIC, scoring }).map(faultSentence)).toEqual([
    'The standards: The score of "met" is 2; it must lie between 0 and 1.',
  ]);
});

describe('data of another form', () => {
  const spoilt = (spoil: (data: typeof rubricData) => void): unknown => {
    const data = structuredClone(rubricData);
    spoil(data);
    return data;
  };
  test.each<[string, unknown, string]>([
    ['no object', [], 'The file: must be an object, not array.'],
    ['no standards', { ...rubricData, standards: undefined }, 'standards: missing; it must be an array.'],
    [
      'a weight in words',
      spoilt((data) => Object.assign(data.standards[3]?.criteria[1] ?? {}, { weight: 'much' })),
      'Standard 4, criterion S04.C2, weight: must be a number, not string.',
    ],
    [
      'a rule of another kind',
      spoilt((data) => Object.assign(data.standards[3] ?? {}, { applicability: { weather: 'fair' } })),
      'Standard 4, applicability: not a rule that is known here.',
    ],
  ])('%s is refused in a sentence', (_, value, sentence) => {
    const read = readDraft(value);
    expect('problems' in read && read.problems).toContain(sentence);
  });

  test('faults of content are no reason to refuse a draft', () => {
    const read = readDraft(spoilt((data) => Object.assign(data.standards[3] ?? {}, { weight: 0 })));
    expect('rubric' in read && rubricFaults(read.rubric).map(({ place }) => place)).toEqual(['standard:S04/weight']);
  });
});
