import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import { documentModelSchema } from '../../../../shared/domain/document-model.ts';
import type { Block } from '../../../../shared/domain/document-model.ts';
import { readCorpus } from '../../../corpus/read-corpus.ts';
import type { CorpusResult } from '../../../corpus/read-corpus.ts';
import { f1, recall, sumUp } from '../../../corpus/scorer.ts';
import { warmThreads } from '../../../support/warm-threads.ts';
import { readBlocks } from './make-plan.ts';

/** Words that plans and readers stumble over. */
const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    'Section F – Special educational provision',
    'Sections B and F',
    'E to H. My support',
    'H1',
    'Outcome 1',
    'Outcome 1: Sam will swim.',
    'Contents',
    'Who: Teacher When: Daily',
    '(a) Teacher. (b) Daily.',
    'Name: Sam Vale',
    '3 May 2026',
    'None.',
    'Health needs',
    'Provision',
    'Who',
    'Section A.....2',
  ),
);
const cell = fc.record({
  table: fc.constantFrom('t1', 't2'),
  row: fc.integer({ min: 0, max: 4 }),
  column: fc.integer({ min: 0, max: 3 }),
  rowSpan: fc.constant(1),
  columnSpan: fc.constantFrom(1, 2),
  isHeader: fc.boolean(),
});
const block: fc.Arbitrary<Omit<Block, 'id'>> = fc
  .record({
    kind: fc.constantFrom('heading', 'paragraph', 'list_item'),
    text,
    cell: fc.option(cell, { nil: undefined }),
    bold: fc.boolean(),
  })
  .map(({ kind, text: words, cell: place, bold }) => ({
    kind,
    text: words,
    page: null,
    runs: words === '' ? [] : [{ start: 0, end: words.length, ...(bold && { bold }) }],
    ...(place && { cell: place }),
    ...(kind === 'list_item' && { marker: '•', level: 1 }),
  }));

describe('whatever stands in a document', () => {
  test('the model is sound: every block and span it names is there', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
        const model = documentModelSchema.parse(understand(readBlocks(blocks)));
        const byId = new Map(model.blocks.map((each) => [each.id, each]));
        for (const section of model.sections) {
          for (const id of [...section.blocks, ...section.headings]) expect(byId.has(id)).toBe(true);
          expect(new Set(section.blocks).size).toBe(section.blocks.length);
        }
        const spans = [
          ...model.outcomes.flatMap((each) => [...each.spans, ...each.steps.flatMap((step) => step.spans)]),
          ...model.provisions.flatMap((each) => each.spans),
          ...model.advice.flatMap((each) => each.spans),
        ];
        for (const span of spans) expect(span.end).toBeLessThanOrEqual(byId.get(span.block)?.text.length ?? -1);
      }),
      { numRuns: 300 },
    );
  });

  test('a person’s word on a block always stands', () => {
    const section = fc.constantFrom('A', 'F', 'H2', 'K', null);
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 20 }), fc.nat(), section, (blocks, pick, wanted) => {
        const id = `b${(pick % blocks.length) + 1}`;
        const model = understand(readBlocks(blocks), [{ blocks: [id], section: wanted }]);
        const holders = model.sections.filter((each) => each.blocks.includes(id)).map((each) => each.id);
        expect(holders).toEqual(wanted === null ? [] : [wanted]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the corpus', () => {
  let results: CorpusResult[] = [];
  beforeAll(async () => {
    results = await readCorpus(warmThreads);
  });

  test.each(['pdf', 'docx'] as const)('%s: nearly all of it is understood', (format) => {
    const sum = sumUp(results.filter(({ entry }) => entry.format === format).map(({ score }) => score));
    expect(sum.documents).toBe(10);
    expect(recall(sum.sections)).toBeGreaterThanOrEqual(0.98);
    expect(sum.spurious).toBe(0);
    expect(f1(sum.outcomes)).toBeGreaterThanOrEqual(0.95);
    expect(f1(sum.provisions)).toBeGreaterThanOrEqual(0.92);
    expect(recall(sum.keyDates)).toBeGreaterThanOrEqual(0.95);
    expect(recall(sum.advice)).toBeGreaterThanOrEqual(0.9);
  });
});
