import { expect, test } from 'vitest';
import {
  hintAnchor,
  hintCountWords,
  hintMarks,
  hintMessage,
  hintPlaceWords,
  hintsByCriterion,
  isQuoted,
} from '../../../../renderer/features/audit/hints.ts';
import type { ShownHint } from '../../../../shared/contract/hints.ts';
import { assistLabel, assistsOf } from '../../../../shared/domain/rubric/assists.ts';
import { block, model, SHA } from '../viewer/support.ts';
import { rubric } from './support.ts';

const plan = model([block('g', 'Audiology once a year and as needed.', { page: 3 })], {
  sections: [{ id: 'G', title: '', headings: [], blocks: ['g'], confidence: 1, reason: '', isConfirmed: false }],
});
const dismissed = {
  reason: 'The row says once a year.',
  at: '2026-11-05T09:00:00.000Z',
  personId: '00000000-0000-4000-8000-000000000001',
};

function hint(more: Partial<ShownHint> = {}): ShownHint {
  return {
    id: 'vague-phrases/hedge/G/1',
    assist: 'vague-phrases',
    rule: 'hedge',
    section: 'G',
    quote: 'as needed',
    message: 'Seen: “as needed”. Rule: These words leave room for doubt.',
    source: 'L v Clarke and Somerset (1998)',
    spans: [{ block: 'g', start: 26, end: 35 }],
    criteria: ['S04.C3'],
    dismissed: null,
    ...more,
  };
}

test('a hint stands once beside each of its criteria, open or dismissed', () => {
  const by = hintsByCriterion([
    hint({ id: 'a', criteria: ['S07.C1', 'S07.C2', 'S07.C1'] }),
    hint({ id: 'b', criteria: ['S07.C2'], dismissed }),
    hint({ id: 'c', criteria: ['S07.C2'] }),
  ]);
  const ids = (criterion: string) => {
    const { open, dismissed: aside } = by.get(criterion) ?? { open: [], dismissed: [] };
    return [open.map(({ id }) => id), aside.map(({ id }) => id)];
  };
  expect(ids('S07.C1')).toEqual([['a'], []]);
  expect(ids('S07.C2')).toEqual([['a', 'c'], ['b']]);
  expect(by.has('S07.C3')).toBe(false);
});

test('counts are said in words, and nothing is said of nothing', () => {
  expect(hintCountWords({ open: [], dismissed: [] })).toBe('');
  expect(hintCountWords({ open: [hint()], dismissed: [] })).toBe('1 hint');
  expect(hintCountWords({ open: [hint(), hint()], dismissed: [hint()] })).toBe('2 hints, 1 dismissed');
  expect(hintCountWords({ open: [], dismissed: [hint(), hint()] })).toBe('2 dismissed hints');
});

test('the message leaves out the words that stand above it, and nothing else', () => {
  expect(hintMessage(hint())).toBe('Rule: These words leave room for doubt.');
  const part = 'Seen: no words that say who. Rule: Provision says who.';
  expect(hintMessage(hint({ message: part }))).toBe(part);
  expect(hintMessage(hint({ quote: '', message: 'Seen: “”. Rule: Something is absent.' }))).toBe(
    'Seen: “”. Rule: Something is absent.',
  );
});

test('a hint stands where its words stand, or in the section that it speaks of', () => {
  expect(hintPlaceWords(plan, hint())).toBe('Section G, page 3');
  expect(hintPlaceWords(plan, hint({ spans: [], section: 'cover' }))).toBe('Front page');
  expect(hintPlaceWords(plan, hint({ spans: [], section: null }))).toBe('');
});

test('its words become the quote that a person would have taken, and are known again as evidence', () => {
  const anchor = hintAnchor(plan, SHA, hint({ spans: [{ block: 'g', start: 25, end: 35 }] }));
  if (anchor === null) throw new Error('no anchor');
  expect(anchor).toMatchObject({ quote: 'as needed', spans: [{ block: 'g', start: 26, end: 35 }], after: '.' });
  const taken = { id: 'e', criterionId: 'S04.C3', anchor, addedAt: '2026-11-05T09:00:00.000Z' };
  expect(isQuoted(anchor, [taken])).toBe(true);
  expect(isQuoted(anchor, [{ ...taken, anchor: { ...anchor, quote: 'once a year' } }])).toBe(false);
  expect(hintAnchor(plan, SHA, hint({ spans: [] }))).toBeNull();
});

test('only hints with a place are marked, each with its kind and its words', () => {
  const long = 'Audiology once a year and as needed, in a clinic, at home or in college, as they see fit.';
  const marks = hintMarks(rubric, [hint(), hint({ id: 'b', spans: [] }), hint({ id: 'c', quote: long })]);
  expect(marks.map(({ kind, label }) => [kind, label])).toEqual([
    ['hint', 'Vague words, “as needed”'],
    ['hint', 'Vague words, “Audiology once a year and as needed, in a clinic, at home or…”'],
  ]);
});

test('every assist that a criterion names has its words in the built-in standards', () => {
  const named = new Set(rubric.standards.flatMap(({ criteria }) => criteria.flatMap(({ assist }) => assist)));
  const known = new Map(assistsOf(rubric).items.map(({ id, description }) => [id, description]));
  expect([...named].filter((id) => (known.get(id) ?? '') === '')).toEqual([]);
  expect(assistsOf({ ...rubric, assists: 'none' })).toEqual({ policy: '', items: [] });
  expect(assistLabel(rubric, 'not-among-them')).toBe('not-among-them');
});
