import { expect, test } from 'vitest';
import {
  fieldsOf,
  formOf,
  formProblems,
  type MeasureForm,
  milestonesOf,
  readingOf,
} from '../../../../../renderer/features/settings/measure-form.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { MEASURE } from '../../../shared/domain/report/measure-examples.ts';

const RUBRIC = builtInRubric();
const TYPED: MeasureForm = { ...formOf(null, RUBRIC), name: 'New plans good or better' };

test('a measure comes out of the form as it went in', () => {
  const { id: _id, revision: _revision, byHand: _byHand, retiredAt: _retiredAt, ...fields } = MEASURE;
  expect(fieldsOf(formOf(MEASURE, RUBRIC))).toEqual(fields);
  const counted = { kind: 'by_hand', numerator: 'Appeals lodged', denominator: '' } as const;
  const appeals = { ...MEASURE, unit: 'count', better: 'lower', counted } as const;
  expect(fieldsOf(formOf(appeals, RUBRIC))).toEqual({ ...fields, unit: 'count', better: 'lower', counted });
  expect(formProblems(formOf(appeals, RUBRIC), [], RUBRIC)).toEqual([]);
});

test('what another kind of measure would have is left out', () => {
  expect(fieldsOf({ ...TYPED, unit: 'count', better: 'lower', theme: 'Year 9', numerator: 'Appeals' })).toMatchObject({
    unit: 'percent',
    better: 'higher',
    theme: '',
    counted: { kind: 'good_or_better' },
  });
});

test('milestones are put in order, percent signs and empty rows are let go', () => {
  const milestones = [
    { on: '2026-12-31', value: '75%' },
    { on: '', value: '' },
    { on: '2026-06-30', value: ' 50 ' },
  ];
  expect(milestonesOf({ milestones })).toEqual([
    { on: '2026-06-30', value: 50 },
    { on: '2026-12-31', value: 75 },
  ]);
});

test.each<[Partial<MeasureForm>, string]>([
  [{ name: ' ' }, 'Give the measure a name.'],
  [{ name: 'recovery plan' }, 'Another measure has this name.'],
  [{ tolerance: '' }, 'The tolerance must be from 0 to 100 points.'],
  [{ target: '101' }, 'The target must be from 0 to 100 per cent.'],
  [{ target: 'many' }, 'The target must be from 0 to 100 per cent.'],
  [{ milestones: [{ on: '', value: '50' }] }, 'Milestone 1 needs a date.'],
  [{ milestones: [{ on: '2026-06-30', value: '' }] }, 'The milestone of 30 June 2026 must be from 0 to 100 per cent.'],
  [{ counted: 'by_hand' }, 'Say what is counted.'],
  [{ counted: 'by_hand', numerator: 'Agreed' }, 'Say what it is a percentage of.'],
  [{ roundKind: 'thematic' }, 'Say which theme its rounds have.'],
])('%j is not kept', (change, problem) => {
  expect(formProblems({ ...TYPED, milestones: [], ...change }, ['Recovery plan'], RUBRIC)).toContain(problem);
});

test('a reading has its counts, or a percentage alone', () => {
  const typed = { on: '2025-10-31', areCountsKnown: true, n: '6', of: '20', percent: '30', note: ' Board paper ' };
  expect(readingOf(typed, 'percent')).toEqual({ on: '2025-10-31', n: 6, of: 20, percent: null, note: 'Board paper' });
  expect(readingOf({ ...typed, areCountsKnown: false }, 'percent')).toMatchObject({ n: null, of: null, percent: 30 });
  expect(readingOf({ ...typed, areCountsKnown: false }, 'count')).toMatchObject({ n: 6, of: null, percent: null });
  expect(readingOf({ ...typed, n: '' }, 'percent')).toMatchObject({ n: null, of: 20 });
});
