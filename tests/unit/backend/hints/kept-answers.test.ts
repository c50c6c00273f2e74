import { expect, it } from 'vitest';
import { createKeptAnswers } from '../../../../electron/backend/hints/kept-answers.ts';

function counted(most: number): { ask: (key: string) => Promise<string>; made: string[] } {
  const made: string[] = [];
  const kept = createKeptAnswers<string>(most);
  return {
    made,
    ask: (key) =>
      kept(key, () => {
        made.push(key);
        return key === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve(`answer to ${key}`);
      }),
  };
}

it('makes an answer once, however many ask for it at once', async () => {
  const { ask, made } = counted(2);
  expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual(Array(3).fill('answer to a'));
  expect(made).toEqual(['a']);
});

it('lets go of the one that was asked for longest ago', async () => {
  const { ask, made } = counted(2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('keeps no failure', async () => {
  const { ask, made } = counted(2);
  await expect(ask('bad')).rejects.toThrow('bad');
  await expect(ask('bad')).rejects.toThrow('bad');
  expect(made).toEqual(['bad', 'bad']);
});
