import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackPaper } from '../../../../shared/domain/supervision/feedback-sheet.ts';
import { fitsOnPage, shortened } from '../../../../shared/domain/one-page.ts';
import type { Finding } from '../../../../shared/domain/supervision/supervision-findings.ts';
import { sheetPaper, type SheetInput } from '../../../../shared/domain/supervision/supervision-sheet.ts';

const MADE_AT = '2026-12-09T10:00:00.000Z';

/** Words as people type them, up to the longest that the contract takes. */
const words = (most: number) =>
  fc
    .array(fc.constantFrom('provision', 'NAMES', 'the hours', 'Wednesday', 'and', 'i', 'measurements', 'who:'), {
      maxLength: 300,
    })
    .map((list) => list.join(' ').slice(0, most).trim());
const excerpt = fc.record({
  plan: words(90),
  quote: fc.option(words(900)),
  absentIn: fc.array(fc.constantFrom('E', 'F', 'H1')),
  comment: words(2000),
});
const counted = fc.record({ met: fc.constant(3), applicable: fc.constant(5), missed: fc.constant(2) });
const chosen = fc
  .tuple(counted, words(400), words(700), fc.array(excerpt, { maxLength: 2 }))
  .map(([counts, text, whatGoodLooksLike, excerpts]) => ({
    ...counts,
    criterionId: 'S07.C4',
    text,
    standardTitle: 'Provision',
    whatGoodLooksLike,
    isCauseKnown: true,
    causes: ['Advice ignored or weakened', 'Writing'],
    excerpts,
  }));
const note = fc.record({
  heldOn: fc.constant('2026-12-09'),
  words: words(2000),
  agreed: fc.array(fc.record({ words: words(300), isDone: fc.boolean() }), { maxLength: 6 }),
  lookAgainOn: fc.option(fc.constant('2027-02-24')),
});
const sheet: fc.Arbitrary<SheetInput> = fc.record({
  caseworker: words(200),
  team: words(300),
  partnership: words(200),
  author: words(200),
  madeAt: fc.constant(MADE_AT),
  plans: fc.array(
    fc.record({
      name: words(200),
      halfTerm: words(60),
      grade: fc.option(fc.constant('Requires improvement')),
      isModerated: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  earlier: fc.nat(40),
  criteriaMet: fc.constant('201 of 260 (77%)'),
  strengths: fc.array(chosen, { maxLength: 2 }),
  points: fc.array(chosen, { maxLength: 2 }),
  shares: fc.constant([{ share: 'writer' as const, n: 3, causes: [] }]),
  notes: fc.array(note, { maxLength: 4 }),
  replies: fc.array(
    fc.record({
      words: words(2000),
      plan: fc.option(words(200)),
      enteredFor: fc.option(words(200)),
      answer: fc.option(words(2000)),
    }),
    { maxLength: 3 },
  ),
});
const found = fc
  .tuple(chosen, fc.constantFrom<Finding['response']>('met', 'partly', 'not_met'))
  .map(([each, response]): Finding => ({
    ...each,
    standardId: 'S07',
    isKey: false,
    weight: 0.1,
    order: 1,
    response,
    causes: ['advice_vague'],
  }));

test('a text is cut after a word, and left as it is where it fits', () => {
  expect(shortened('Say how often the therapist comes.', 20)).toBe('Say how often the…');
  expect(shortened('  Say \n how often. ', 20)).toBe('Say how often.');
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 2, max: 200 }), (text, most) => {
      expect(shortened(text, most).length).toBeLessThanOrEqual(most);
    }),
  );
});

describe('a paper stays on its page', () => {
  test('the supervision sheet, however long its texts', () => {
    fc.assert(
      fc.property(sheet, (input) => {
        expect(fitsOnPage(sheetPaper(input))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('the feedback sheet, however long its texts', () => {
    const input = fc.record({
      plan: words(200),
      halfTerm: words(60),
      partnership: words(200),
      standards: words(300),
      madeAt: fc.constant(MADE_AT),
      grade: fc.option(fc.constant('Requires improvement')),
      isModerated: fc.boolean(),
      computedGrade: fc.option(fc.constant('Inadequate')),
      reasons: fc.array(words(900), { maxLength: 6 }),
      findings: fc.array(found, { maxLength: 14 }),
      actions: fc.array(fc.record({ words: words(2000), standing: fc.constant('Overdue by 13 days') }), {
        maxLength: 8,
      }),
    });
    fc.assert(
      fc.property(input, (given) => {
        expect(fitsOnPage(feedbackPaper(given))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a page with room tells texts in full', () => {
    const long =
      'Say in every line of Section F how often, for how long and by whom, and with how many others. '.repeat(2);
    const paper = sheetPaper({
      caseworker: 'Ada Fenn',
      team: 'North locality',
      partnership: 'Fernmoor SEND Partnership',
      author: 'Maren Holt',
      madeAt: MADE_AT,
      plans: [],
      earlier: 0,
      criteriaMet: 'none',
      strengths: [],
      points: [],
      shares: [],
      notes: [{ heldOn: '2026-12-09', words: '', agreed: [{ words: long, isDone: false }], lookAgainOn: null }],
      replies: [],
    });
    expect(JSON.stringify(paper)).toContain(long.trim());
    expect(paper.parts.at(-1)).toMatchObject({ heading: 'The caseworker’s own view', blankLines: 2 });
  });
});

test('feedback begins with strengths, mends what is not met first, and says where the cause is not the writer’s', () => {
  const base: Finding = {
    criterionId: 'S1.C1',
    text: 'Met?',
    standardId: 'S1',
    standardTitle: 'One',
    whatGoodLooksLike: '',
    isKey: false,
    weight: 0.1,
    order: 1,
    response: 'met',
    excerpts: [{ plan: 'FM-1, final', quote: 'Twice a week.', absentIn: [], comment: '' }],
    causes: [],
  };
  const { parts } = feedbackPaper({
    plan: 'FM-1, final',
    halfTerm: '2026/27 Aut 2',
    partnership: 'Fernmoor',
    standards: 'Standards, version 1',
    madeAt: MADE_AT,
    grade: 'Good',
    isModerated: true,
    computedGrade: 'Outstanding',
    reasons: ['The score of 91% alone gives Outstanding.'],
    findings: [
      { ...base, text: 'Partly?', response: 'partly', causes: ['writing'] },
      { ...base, text: 'Not met?', response: 'not_met', causes: ['template'] },
      { ...base, text: 'Advice?', response: 'not_met', causes: ['advice_missing'], weight: 0.05 },
      base,
    ],
    actions: [],
  });
  expect(parts.map(({ heading }) => heading)).toEqual(['Grade: Good', 'Strengths', 'What to mend', 'Actions']);
  expect(parts[0]?.items[0]).toMatchObject({
    lead: 'Agreed by the panel.',
    text: 'Moved by the chair from Outstanding.',
  });
  expect(parts[1]?.items).toEqual([{ lead: '', text: 'Met?', under: ['“Twice a week.”'] }]);
  expect(parts[2]?.items.map(({ lead, text }) => [lead, text])).toEqual([
    ['Not met, for a cause beyond the writer.', 'Not met?'],
    ['Not met, for want of good advice.', 'Advice?'],
    ['Partly met.', 'Partly?'],
  ]);
});
