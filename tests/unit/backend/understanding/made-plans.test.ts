import { beforeAll, describe, expect, test } from 'vitest';
import { madeDocuments } from '../../../corpus/made/made-corpus.ts';
import { readDocuments } from '../../../corpus/read-corpus.ts';
import type { CorpusResult } from '../../../corpus/read-corpus.ts';
import { f1, recall, sumUp } from '../../../corpus/scorer.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

/**
 * Floors over the made plans: one content in each of the templates, in Word and as PDF. They stand a little under what is
 * reached, so that a change that loses a template is seen.
 */
describe('made plans', () => {
  let results: CorpusResult[] = [];
  beforeAll(async () => {
    results = await readDocuments(warmThreads, madeDocuments(1));
  });

  test.each(['docx', 'pdf'])('%s: sections, outcomes, provision, dates and advice', (format) => {
    const sum = sumUp(results.filter(({ entry }) => entry.format === format).map(({ score }) => score));
    expect(sum.documents).toBeGreaterThanOrEqual(24);
    expect(recall(sum.sections)).toBeGreaterThanOrEqual(0.99);
    expect(sum.spurious).toBe(0);
    expect(f1(sum.outcomes)).toBeGreaterThanOrEqual(0.98);
    expect(f1(sum.provisions)).toBeGreaterThanOrEqual(0.97);
    expect(recall(sum.keyDates)).toBeGreaterThanOrEqual(0.98);
    expect(recall(sum.advice)).toBeGreaterThanOrEqual(0.97);
  });

  test('no template loses a section in whole', () => {
    const lost = results.flatMap(({ entry, score }) =>
      Object.entries(score.sections)
        .filter(([, value]) => value < 0.5)
        .map(([id]) => `${entry.template} ${entry.format} ${id}`),
    );
    expect(lost).toEqual([]);
  });

  test('no section leaves understanding that the rubric does not have', () => {
    const ids = new Set(results.flatMap(({ model }) => model.sections.map(({ id }) => id)));
    expect([...ids].filter((id) => !/^(?:cover|[A-G]|H1|H2|[I-K])$/.test(id))).toEqual([]);
  });
});
