import path from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from '../../../corpus/read-corpus.ts';
import { f1, recall, sumUp } from '../../../corpus/scorer.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

const SETS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's'] as const;

/** Floors over plans from templates by others, a little under what is reached, so that a change that loses one is seen. */
test.each(SETS)('set %s: sections, outcomes, provision, dates and advice', async (set) => {
  const results = await readCorpus(warmThreads, path.resolve('tests/corpus/strangers', set));
  const sum = sumUp(results.map(({ score }) => score));
  expect(sum.documents).toBeGreaterThanOrEqual(12);
  expect(recall(sum.sections)).toBeGreaterThanOrEqual(0.98);
  expect(sum.spurious).toBe(0);
  expect(f1(sum.outcomes)).toBeGreaterThanOrEqual(0.98);
  expect(f1(sum.provisions)).toBeGreaterThanOrEqual(0.98);
  expect(recall(sum.keyDates)).toBeGreaterThanOrEqual(0.99);
  expect(recall(sum.advice)).toBeGreaterThanOrEqual(0.99);
});
