import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import type { ScoredResponse } from '../../../../../shared/domain/grading/combine-gradings.ts';
import { criteriaInOrder, decodeResult, encodeResult } from '../../../../../shared/domain/report/result-code.ts';
import { ROOT_CAUSES } from '../../../../../shared/domain/grading/root-causes.ts';

const rubric = builtInRubric();
const grades = rubric.gradeScale.map(({ id }) => id);
const standards = rubric.standards.map(({ id }) => id);
const criteria = criteriaInOrder(rubric).map(({ id }) => id);
const responses = ['met', 'partly', 'not_met'] as const satisfies readonly ScoredResponse[];

const some = <Value>(ids: readonly string[], value: fc.Arbitrary<Value>) =>
  fc.dictionary(fc.constantFrom(...ids), value).map((entries) => new Map(Object.entries(entries)));

test('a result comes back as it was', () => {
  fc.assert(
    fc.property(
      some(standards, fc.constantFrom(...grades)),
      some(standards, fc.constantFrom(...grades)),
      some(criteria, fc.constantFrom(...responses)),
      (graded, developmental, answers) => {
        const wanting = [...answers].filter(([, response]) => response !== 'met');
        const causes = new Map(wanting.map(([id], at) => [id, [ROOT_CAUSES[at % ROOT_CAUSES.length] ?? 'not_known']]));
        const result = { standards: graded, developmental, criteria: answers };
        const decoded = decodeResult(rubric, encodeResult(rubric, result, causes));
        expect(sorted(decoded.standards)).toEqual(sorted(graded));
        expect(sorted(decoded.developmental)).toEqual(sorted(developmental));
        expect(sorted(decoded.criteria)).toEqual(sorted(answers));
        expect(sorted(decoded.causes)).toEqual(sorted(causes));
      },
    ),
  );
});

test('a cause of what was met is not kept, and several causes of a shortfall are', () => {
  const [first = '', second = ''] = criteria;
  const code = encodeResult(
    rubric,
    {
      standards: new Map(),
      developmental: new Map(),
      criteria: new Map<string, ScoredResponse>([
        [first, 'met'],
        [second, 'partly'],
      ]),
    },
    new Map([
      [first, ['writing'] as const],
      [second, ['not_known', 'advice_missing'] as const],
    ]),
  );
  expect(code.criteria.slice(0, 3)).toBe('mp-');
  expect([...decodeResult(rubric, code).causes]).toEqual([[second, ['advice_missing', 'not_known']]]);
});

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
