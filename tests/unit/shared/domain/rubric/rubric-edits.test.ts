import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { setDiscussRule } from '../../../../../shared/domain/moderation/moderation-edits.ts';
import { draftFrom, nextVersion } from '../../../../../shared/domain/rubric/rubric-draft.ts';
import {
  addCriterion,
  addGrade,
  addGuard,
  addStandard,
  moveStandard,
  removeGrade,
  removeGuard,
  retireCriterion,
  retireStandard,
  updateGrade,
  updateStandard,
} from '../../../../../shared/domain/rubric/rubric-edits.ts';
import { rubricFaults } from '../../../../../shared/domain/rubric/rubric-faults.ts';
import { parseRubric } from '../../../../../shared/domain/rubric/rubric-problems.ts';
import { arbitraryCase } from './random-rubrics.ts';

const RUBRIC = builtInRubric();

test('a number that stood for something is never given again', () => {
  const without = retireCriterion(RUBRIC, 'S01.C5');
  expect(addCriterion(without, 'S01').id).toBe('S01.C6');
  const fewer = retireStandard(RUBRIC, 'S13');
  const { rubric, id } = addStandard(fewer);
  expect(id).toBe('S14');
  expect(addStandard(retireStandard(rubric, 'S14')).id).toBe('S15');
  expect(addCriterion(draftFrom(without, []), 'S01').id).toBe('S01.C6');
});

test('a standard moved up and down again stands where it stood', () => {
  fc.assert(
    fc.property(arbitraryCase(), fc.nat(), ({ rubric }, at) => {
      const ids = rubric.standards.map(({ id }) => id);
      const id = ids[at % ids.length] ?? '';
      const up = moveStandard(rubric, id, -1);
      const back = ids[0] === id ? up : moveStandard(up, id, 1);
      expect(back.standards.map((standard) => standard.id)).toEqual(ids);
      expect(up.standards.map(({ order }) => order)).toEqual(ids.map((_, place) => place + 1));
    }),
  );
});

test('two to six grades can be graded with, and one or seven cannot', () => {
  let rubric = RUBRIC;
  for (const count of [5, 6, 7]) {
    const added = addGrade(rubric);
    rubric = updateGrade(added.rubric, added.id, { label: `Level ${count}` });
    expect([count, rubricFaults(rubric).map(({ place }) => place)]).toEqual([count, count < 7 ? [] : ['grades']]);
  }
  let fewer = RUBRIC;
  for (const { id } of RUBRIC.scoring.overall.guards) fewer = removeGuard(fewer, 'overall', id);
  for (const { id } of RUBRIC.scoring.standard.guards) fewer = removeGuard(fewer, 'standard', id);
  fewer = setDiscussRule(fewer, 'MD5', null);
  const standards = fewer.standards.map((standard) => ({
    ...standard,
    criteria: standard.criteria.map((criterion) => ({
      ...criterion,
      limiting: { isLimiting: false, capsOverallTo: null, triggeredBy: [] },
    })),
  }));
  const two = removeGrade(removeGrade({ ...fewer, standards }, 'outstanding'), 'inadequate');
  expect(rubricFaults(two)).toEqual([]);
  expect(parseRubric(two)).toHaveProperty('rubric');
  expect(rubricFaults(removeGrade(two, 'good')).map(({ place }) => place)).toContain('grades');
});

test('a new rule lacks only its words', () => {
  for (const level of ['standard', 'overall'] as const) {
    const { rubric, id } = addGuard(RUBRIC, level);
    expect(rubricFaults(rubric).map(({ place }) => place)).toEqual([`guard:${level}:${id}/reason`]);
  }
});

test('editing leaves what it came from as it was', () => {
  const before = structuredClone(RUBRIC);
  updateStandard(retireStandard(addStandard(RUBRIC).rubric, 'S01'), 'S02', { weight: 3 });
  expect(RUBRIC).toEqual(before);
});

test('a draft leaves behind what was true of the old version alone', () => {
  const draft = draftFrom(RUBRIC, ['1.0.0', '1.1.0']);
  expect(draft).toMatchObject({
    id: 'local-quality-standards',
    title: 'EHCP quality standards – local version',
    version: '1.2.0',
  });
  for (const key of ['workedExamples', 'editable', 'status']) expect(draft).not.toHaveProperty(key);
  expect(draft['moderation']).toEqual(RUBRIC['moderation']);
});

test.each([
  ['1.0.0', [], '1.1.0'],
  ['2.9.4', ['2.10.0'], '2.11.0'],
  ['7', ['8'], '9'],
  ['Spring', [], 'Spring 2'],
])('after %s, with %j taken, comes %s', (version, taken, next) => {
  expect(nextVersion(version, taken)).toBe(next);
});
