import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { type EvidencedAnswer, evidenceProblems } from '../../../../../shared/domain/grading/evidence-rule.ts';
import type { Response, Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';

const rubric = builtInRubric();
const facts = {
  ageYears: 6,
  ageOn31Aug: 5,
  ncYear: 1,
  planStatus: 'draft',
  planType: 'new',
  hasHealthProvision: false,
  hasSocialCareProvision: false,
  hasSocialWorker: false,
  isPhaseTransferYear: false,
};

test.each<[string, Partial<EvidencedAnswer>, string[]]>([
  ['nothing at all', {}, ['COMMENT_NEEDED', 'EVIDENCE_NEEDED']],
  ['a comment of nine characters and spaces', { comment: '  123456789  ', evidenceCount: 1 }, ['COMMENT_NEEDED']],
  ['a comment of ten characters', { comment: '1234567890', evidenceCount: 1 }, []],
  ['a comment without an excerpt', { comment: 'No amounts are given.' }, ['EVIDENCE_NEEDED']],
  ['absent, with the section searched', { comment: 'No amounts are given.', absentIn: ['F'] }, []],
])('partly met with %s', (_, given, expected) => {
  for (const response of ['partly', 'not_met'] as const) {
    expect(problemsOf({ 'S07.C2': answer(response, given) }).map(({ code }) => code)).toEqual(expected);
  }
});

test('the message names the criterion and what to do', () => {
  const [problem] = problemsOf({ 'S07.C2': answer('partly', { evidenceCount: 1 }) });
  expect(problem).toEqual({
    criterion: 'S07.C2',
    standard: 'S07',
    code: 'COMMENT_NEEDED',
    message:
      '“Is each statement quantified: hours, frequency, length of session, group size or ratio?” is answered ‘Partly met’. Say why in a comment of at least ten characters.',
  });
});

test('met, not applicable and unanswered ask for nothing; nor does what does not apply', () => {
  const answers = {
    'S07.C1': answer('met'),
    'S07.C2': answer(null),
    'S10.C1': answer('not_applicable'),
    'S09.C1': answer('not_met'),
  };
  expect(problemsOf(answers)).toEqual([]);
});

describe('a standard at the top grade', () => {
  const ids = ['S08.C1', 'S08.C2', 'S08.C3', 'S08.C4', 'S08.C5'];
  const met = Object.fromEntries(ids.map((id) => [id, answer('met')]));

  test('needs one excerpt among its criteria', () => {
    expect(problemsOf(met)).toMatchObject([{ standard: 'S08', criterion: null, code: 'STRENGTH_NEEDED' }]);
    expect(problemsOf({ ...met, 'S08.C4': answer('met', { evidenceCount: 1 }) })).toEqual([]);
  });

  test('below the top grade it does not', () => {
    const good = { ...met, 'S08.C1': answer('not_met', { comment: 'Needs 3 and 4 are orphans.', absentIn: ['F'] }) };
    expect(problemsOf(good)).toEqual([]);
  });
});

test('a rubric without the rule asks for nothing', () => {
  const { evidenceRule: _, ...scoring } = rubric.scoring;
  expect(problemsOf({ 'S07.C2': answer('not_met') }, { ...rubric, scoring })).toEqual([]);
});

function problemsOf(
  answers: Record<string, EvidencedAnswer>,
  by: Rubric = rubric,
): ReturnType<typeof evidenceProblems> {
  const responses = Object.fromEntries(
    Object.entries(answers).flatMap(([id, { response }]) => (response === null ? [] : [[id, response] as const])),
  );
  return evidenceProblems(by, grade(by, facts, responses), answers);
}

function answer(response: Response | null, rest: Partial<EvidencedAnswer> = {}): EvidencedAnswer {
  return { response, comment: '', evidenceCount: 0, absentIn: [], ...rest };
}
