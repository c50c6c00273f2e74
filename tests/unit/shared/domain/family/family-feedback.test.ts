import fc from 'fast-check';
import { expect, test } from 'vitest';
import { satisfactionByHalfTerm, scaleProblem } from '../../../../../shared/domain/family/family-feedback.ts';
import {
  columnsProblem,
  findFeedbackHeader,
  guessFeedbackColumns,
  readFeedbackRow,
  respondentFrom,
} from '../../../../../shared/domain/family/family-feedback-rows.ts';

const SCALE = [
  { id: 'very', label: 'Very satisfied', isSatisfied: true },
  { id: 'yes', label: 'Satisfied', isSatisfied: true },
  { id: 'no', label: 'Not satisfied', isSatisfied: false },
];
const CALENDAR = [
  { id: 'a1', schoolYear: '2026-27', number: 1, label: 'Autumn 1', start: '2026-09-01', end: '2026-10-23' },
  { id: 'a2', schoolYear: '2026-27', number: 2, label: 'Autumn 2', start: '2026-11-02', end: '2026-12-18' },
];
const COLUMNS = ['reference', 'answeredOn', 'answer', 'respondent', 'words'] as const;
const answers = (answeredOn: string, ...given: string[]) => given.map((answer) => ({ answeredOn, answer }));

test('by half-term, the latest first; a holiday belongs to the one just ended; under ten only counts', () => {
  const ten = Array.from({ length: 10 }, (_, at) => (at < 6 ? 'very' : 'no'));
  const found = satisfactionByHalfTerm(
    [...answers('2026-11-10', 'yes', 'no', 'gone'), ...answers('2026-10-28', ...ten), ...answers('2020-01-01', 'yes')],
    SCALE,
    CALENDAR,
  );
  expect(
    found.map(({ halfTerm, satisfied: { n, of, percent, range } }) => [halfTerm?.id, n, of, percent, range]),
  ).toEqual([
    ['a2', 1, 3, null, null],
    ['a1', 6, 10, 60, { low: 31, high: 83 }],
    [undefined, 1, 1, null, null],
  ]);
});

test('every answer is counted once, whatever the days', () => {
  const day = fc.constantFrom('2019-05-05', '2026-09-01', '2026-10-30', '2026-12-18', '2026-12-30');
  const given = fc.array(fc.record({ answeredOn: day, answer: fc.constantFrom('very', 'yes', 'no') }));
  fc.assert(
    fc.property(given, (all) => {
      const found = satisfactionByHalfTerm(all, SCALE, CALENDAR);
      expect(found.reduce((sum, { satisfied }) => sum + satisfied.of, 0)).toBe(all.length);
      expect(found.reduce((sum, { satisfied }) => sum + satisfied.n, 0)).toBe(
        all.filter(({ answer }) => answer !== 'no').length,
      );
    }),
  );
});

test.each([
  [SCALE, null],
  [SCALE.slice(0, 1), 'A scale has at least two answers.'],
  [[...SCALE, { label: 'satisfied ', isSatisfied: true }], 'Two answers have the same words.'],
  [SCALE.slice(0, 2), 'At least one answer must not count as satisfied.'],
  [[...SCALE, { label: ' ', isSatisfied: false }], 'Every answer needs its words.'],
])('a scale %#', (scale, problem) => {
  expect(scaleProblem(scale)).toBe(problem);
});

test('headers name their columns, the very words first, and the row that holds them is found', () => {
  expect(
    guessFeedbackColumns(['Overall satisfaction with the plan', 'REF', 'Answered on', 'Comments', 'Role']),
  ).toEqual(['answer', 'reference', 'answeredOn', 'words', 'respondent']);
  expect(findFeedbackHeader([['Survey 2026'], [], ['Ref', 'Date', 'Answer'], ['FM-1', '1/9/26', 'Satisfied']])).toBe(2);
  expect(columnsProblem(['reference', 'answeredOn', 'answer', 'answer'])).toBe(
    'Two columns are taken for the same thing.',
  );
});

test.each([
  [
    ['FM-1', '14/9/26', 'very satisfied ', 'Foster carer', 'n/a'],
    { answer: 'very', respondent: 'parent_carer', words: '' },
  ],
  [['FM-1', '14 Sept 2026', 'Satisfied', '', 'Fine.'], { answer: 'yes', respondent: 'not_said', words: 'Fine.' }],
])('a row reads: %j', (cells, row) => {
  const read = readFeedbackRow(COLUMNS, cells, SCALE, '2026-09-20');
  expect(read).toMatchObject({ ok: true, row: { reference: 'FM-1', answeredOn: '2026-09-14', ...row } });
});

test.each([
  [['', '14/9/26', 'Satisfied'], 'The plan reference is missing.'],
  [['FM-1', '', 'Satisfied'], 'The date is missing.'],
  [['FM-1', '21/9/26', 'Satisfied'], 'This day has not come yet.'],
  [['FM-1', '14/9/26', ''], 'The answer is missing.'],
  [['FM-1', '14/9/26', '5'], '“5” is no answer of the scale.'],
])('a row that cannot go in: %j', (cells, problem) => {
  expect(readFeedbackRow(COLUMNS, cells, SCALE, '2026-09-20')).toEqual({ ok: false, problem });
});

test('who answered, from whatever a form calls them', () => {
  expect(['Mum', 'Dad and carer', 'I am the young person', 'Head teacher', '-'].map(respondentFrom)).toEqual([
    'parent_carer',
    'parent_carer',
    'young_person',
    'other',
    'not_said',
  ]);
});
