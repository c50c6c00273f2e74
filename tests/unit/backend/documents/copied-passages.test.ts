import { expect, test } from 'vitest';
import { copiedPassages } from '../../../../electron/backend/documents/copied-passages.ts';
import { digestPlan } from '../../../../electron/backend/documents/plan-tasks.ts';
import { plan } from '../understanding/hints/sound-plan.ts';

const SALT = 'salt';
const COPIED = 'Ned becomes upset when a familiar adult is away and needs an adult to sit with him.';
const OWN = 'He finds it hard to tell his teacher what he needs when the classroom is noisy.';
const OTHERS = 'A teaching assistant will help Ellis to cut with scissors for 30 minutes, twice a week.';

function taskFor(lines: { B: string[]; F?: string[] }, digests: ReadonlySet<number>) {
  return { type: 'copied' as const, model: JSON.stringify(plan(lines)), names: ['Ned Vale'], digests, salt: SALT };
}

test('only sentences that are looked for are found, whoever’s name stands in them, each once at its place', () => {
  const other = plan({ B: [COPIED.replace('Ned', 'Amara').replace('him', 'her')] }, ['E', 'F', 'G', 'H1', 'H2']);
  const { sentences: shared } = digestPlan({
    type: 'digest',
    model: JSON.stringify(other),
    names: ['Amara'],
    salt: SALT,
  });
  const { sentences, names } = copiedPassages(taskFor({ B: [OWN, `${COPIED} ${OWN}`, COPIED] }, new Set(shared)));
  expect(sentences).toEqual([
    expect.objectContaining({ section: 'B', words: COPIED, span: expect.objectContaining({ start: 0 }) }),
  ]);
  expect(shared).toContain(sentences[0]?.digest);
  expect(names).toEqual([]);
});

test('a name that the plan does not present is found with the sentence that it stands in', () => {
  const { sentences, names } = copiedPassages(taskFor({ B: [OWN], F: [`${OTHERS} They will practise.`] }, new Set()));
  expect(sentences).toEqual([]);
  expect(names).toEqual([expect.objectContaining({ name: 'Ellis', section: 'F', words: OTHERS })]);
});
