import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findThreadPassages } from '../../../../../electron/backend/understanding/thread/find-passages.ts';
import { createEndPlacer } from '../../../../../electron/backend/understanding/thread/place-ends.ts';
import { suggestLinks } from '../../../../../electron/backend/understanding/thread/suggest-links.ts';
import { understand } from '../../../../../electron/backend/understanding/understand.ts';
import { quoteAnchor } from '../../../../../shared/domain/anchors.ts';
import type { DocumentModel } from '../../../../../shared/domain/document-model.ts';
import { leadsTo } from '../../../../../shared/domain/golden-thread.ts';
import { plan } from '../hints/sound-plan.ts';
import { lineToBlock, readBlocks, tableBlocks } from '../make-plan.ts';

const SHA = 'a'.repeat(64);
const NED = new Set(['ned', 'vale']);
const THREAD = plan({
  A: [
    'Ned likes trains.',
    'Ned would like to be a driver of steam trains when he is older.',
    '## Hopes for the future',
    'A home near the sea, and a dog.',
  ],
  B: [
    'Ned finds reading hard and reads as a child of seven would.',
    'He is a cheerful boy whom everybody knows.',
    'He becomes anxious when his timetable changes.',
  ],
});

function taken(model: DocumentModel, part: string): string[] {
  return findThreadPassages(model, SHA).flatMap((passage) =>
    passage.isTaken && passage.part === part ? [passage.text] : [],
  );
}

/** The suggested links between passages that begin so, with their reasons. */
function suggested(model: DocumentModel, from: string, to: string): string[] {
  const passages = findThreadPassages(model, SHA);
  const text = new Map(passages.map((passage) => [passage.id, passage.text]));
  return suggestLinks(passages, NED)
    .filter(({ fromId, toId }) => text.get(fromId)?.startsWith(from) === true && text.get(toId)?.startsWith(to))
    .flatMap(({ reasons }) => reasons);
}

describe('the passages of a thread', () => {
  test('needs and hopes are the paragraphs that speak of them, and the others may be linked as well', () => {
    expect(taken(THREAD, 'aspiration')).toEqual([
      'Ned would like to be a driver of steam trains when he is older.',
      'A home near the sea, and a dog.',
    ]);
    expect(taken(THREAD, 'need')).toEqual([
      'Ned finds reading hard and reads as a child of seven would.',
      'He becomes anxious when his timetable changes.',
    ]);
    const others = findThreadPassages(THREAD, SHA).filter(({ isTaken }) => !isTaken);
    expect(others.map(({ text }) => text)).toContain('He is a cheerful boy whom everybody knows.');
  });

  test('outcomes and provision are the reader’s, every passage with its own words at its place', () => {
    const passages = findThreadPassages(THREAD, SHA);
    expect(taken(THREAD, 'outcome')).toEqual(THREAD.outcomes.map(({ text }) => text));
    expect(taken(THREAD, 'provision')).toHaveLength(THREAD.provisions.length);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    const texts = new Map(THREAD.blocks.map(({ id, text }) => [id, text]));
    for (const { anchor, text } of passages) {
      if (anchor.kind !== 'text') throw new Error('no text');
      const there = anchor.spans.map(({ block, start, end }) => texts.get(block)?.slice(start, end) ?? '');
      expect(there.join(' ')).toBe(text);
      expect(anchor.quote).toBe(text);
    }
  });
});

describe('suggested links', () => {
  test('name the words that both passages share, and never the child’s name', () => {
    expect(suggested(THREAD, 'Ned finds reading', 'A specialist teacher')).toEqual(['both speak of: reading']);
    for (const { reasons } of suggestLinks(findThreadPassages(THREAD, SHA), NED)) {
      expect(reasons.join(' ')).not.toMatch(/\bned\b/u);
    }
    expect(suggested(THREAD, 'He becomes anxious', 'A specialist teacher')).toEqual([]);
  });

  test('say that two passages stand in one row, and that the plan puts provision under an outcome', () => {
    const model = understand(
      readBlocks([
        ...['# Education, Health and Care Plan', '# Section B: Special educational needs'].map(lineToBlock),
        lineToBlock('Ned finds it hard to wait for his turn in games.'),
        ...['# Section E: Outcomes and Section F: Special educational provision'].map(lineToBlock),
        ...tableBlocks(
          't',
          [
            ['Outcome', 'Provision'],
            [
              'By July 2027, Ned will cook a meal on his own twice a week.',
              'A teaching assistant will show Ned how for 30 minutes every Friday.',
            ],
            [
              'By July 2027, Ned will swim ten lengths without stopping.',
              'A coach will teach Ned at the pool for one hour each Tuesday.',
            ],
          ],
          true,
        ),
      ]),
    );
    expect(suggested(model, 'By July 2027, Ned will cook', 'A teaching assistant')).toEqual([
      'the plan puts it under this outcome',
      'same row of the table',
    ]);
    expect(suggested(model, 'By July 2027, Ned will cook', 'A coach')).toEqual([]);
  });

  test('run the way of the thread, between passages that there are, each pair once and with a reason', () => {
    const sentence = fc
      .array(
        fc.constantFrom('reading', 'trains', 'finds', 'hard', 'walking', 'pain', 'anxious', 'will', 'wants to be'),
        {
          minLength: 5,
          maxLength: 9,
        },
      )
      .map((words) => `${words.join(' ')}.`);
    const lines = fc.array(sentence, { maxLength: 4 });
    fc.assert(
      fc.property(lines, lines, lines, (a, b, f) => {
        const passages = findThreadPassages(plan({ A: a, B: b, F: f }), SHA);
        const part = new Map(passages.map((passage) => [passage.id, passage.part]));
        const links = suggestLinks(passages, NED);
        expect(new Set(links.map(({ fromId, toId }) => `${fromId}/${toId}`)).size).toBe(links.length);
        for (const { fromId, toId, reasons } of links) {
          const [from, to] = [part.get(fromId), part.get(toId)];
          expect(from !== undefined && to !== undefined && leadsTo(from, to)).toBe(true);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the ends of a kept link', () => {
  const need = findThreadPassages(THREAD, SHA).find(({ part }) => part === 'need');
  if (need === undefined) throw new Error('no need');

  test('are found again in another reading, where blocks have other names and words other breaks', () => {
    const again = {
      ...THREAD,
      blocks: THREAD.blocks.map((block) => ({
        ...block,
        id: `x${block.id}`,
        text: block.text.replace(' hard ', '  hard '),
      })),
      sections: THREAD.sections.map((section) => ({ ...section, blocks: section.blocks.map((id) => `x${id}`) })),
      outcomes: [],
      provisions: [],
    };
    const passages = findThreadPassages(again, SHA);
    const placed = createEndPlacer(again, SHA, passages)(need);
    expect(placed.own).toBeNull();
    expect(passages.find(({ id }) => id === placed.passageId)?.part).toBe('need');
  });

  test('are passages of their own where a person chose other words, and keep their words where those are gone', () => {
    const place = createEndPlacer(THREAD, SHA, findThreadPassages(THREAD, SHA));
    const anchor = quoteAnchor(THREAD, SHA, 'as a child of seven would');
    if (anchor === null) throw new Error('not there');
    expect(place({ part: 'need', anchor }).own).toMatchObject({ section: 'B', isLost: false });
    const gone = { ...anchor, spans: [{ block: 'gone', start: 0, end: 3 }], quote: 'words that are gone' };
    expect(place({ part: 'need', anchor: gone }).own).toMatchObject({ text: 'words that are gone', isLost: true });
  });

  test('of a scan hold on their own pages alone', () => {
    const place = createEndPlacer(
      { ...THREAD, pages: [{ number: 1, width: 1, height: 1, rotation: 0, hasText: false }] },
      SHA,
      [],
    );
    const anchor = {
      kind: 'region' as const,
      sha256: SHA,
      page: 1,
      box: [0, 0, 1, 1] as [number, number, number, number],
      quote: 'typed',
    };
    expect(place({ part: 'need', anchor }).own?.isLost).toBe(false);
    expect(place({ part: 'need', anchor: { ...anchor, sha256: 'b'.repeat(64) } }).own?.isLost).toBe(true);
  });
});
