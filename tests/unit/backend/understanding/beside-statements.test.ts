import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, tableBlocks } from './make-plan.ts';

/** What stands beside outcomes, provision, dates and advice, and is none of them. */

type Draft = Omit<Block, 'id'>;

function plan(...parts: (string | readonly Draft[])[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((part) => (typeof part === 'string' ? [lineToBlock(part)] : part))));
}

const bold = (text: string): Draft => ({
  ...paragraph(text),
  kind: 'list_item',
  marker: '•',
  level: 1,
  runs: [{ start: 0, end: text.length, bold: true }],
});
const plain = (text: string): Draft => ({ ...paragraph(text), kind: 'list_item', marker: '•', level: 1 });

describe('outcomes', () => {
  test('in a list of bold and plain items the bold ones are outcomes, and the plain ones their steps', () => {
    const model = plan('# Section E – Outcomes', 'Under each outcome are the little steps that the school looks at.', [
      bold('To be able to greet a friend by name every morning, by July 2027.'),
      plain('Wren waves to one friend.'),
      bold('To be able to ride a tricycle across the yard, by July 2027.'),
    ]);
    expect(model.outcomes.map(({ text, steps }) => [text.slice(0, 25), steps.map((step) => step.text)])).toEqual([
      ['To be able to greet a fri', ['Wren waves to one friend.']],
      ['To be able to ride a tric', []],
    ]);
  });

  test('what tells how they are followed up is none', () => {
    const model = plan(
      '# Section E – Outcomes',
      '1. By July 2027 Wren will read ten words.',
      '## Arrangements for setting shorter-term targets and checking progress',
      'Miss Dale and the SENCO will set new targets with the family each term.',
      '# Section F – Special educational provision',
      'A teaching assistant will hear her read for 10 minutes each day.',
    );
    expect(model.outcomes).toHaveLength(1);
    expect(model.provisions).toHaveLength(1);
  });

  test('a term over a column says when they are due', () => {
    const rows = [
      ['By the end of Year 11 (unless a later time is stated)', 'What it leads to'],
      ['Wren will sit two GCSE examinations.', 'College'],
      ['Wren will travel by tram with one other person.', 'Independence'],
    ];
    expect(plan('# Section E – Outcomes', tableBlocks('t1', rows, true)).outcomes).toHaveLength(2);
  });
});

describe('provision', () => {
  test('words that explain a table, and who signed it off, are none', () => {
    const model = plan(
      '# Section F – Special educational provision',
      'Universal: what any learner may expect. Targeted: extra to that. Both tiers are provision that the borough must secure.',
      'Most of her support is planned by the week. The table shows a usual week.',
      'A teaching assistant will sit beside her in every lesson.',
      '# Section G – Health care provision',
      'Approved by the health board on 8 December 2025.',
      'A nurse will train two members of staff each term.',
    );
    expect(model.provisions.map(({ text }) => text)).toEqual([
      'A teaching assistant will sit beside her in every lesson.',
      'A nurse will train two members of staff each term.',
    ]);
  });

  test('of a timetable the week’s total says how often, and “from whom” who', () => {
    const rows = [
      ['Special educational provision', 'From whom', 'Mon', 'Tue', 'In a week'],
      ['Eye-pointing and switch work', 'Specialist teaching assistant', '20', '20', '2 × 20 minutes'],
    ];
    const model = plan('# Section F – Special educational provision', tableBlocks('t1', rows, true));
    expect(model.provisions).toMatchObject([
      { text: 'Eye-pointing and switch work', who: 'Specialist teaching assistant', howOften: '2 × 20 minutes' },
    ]);
  });
});

test('a date says one thing: a birthday beneath “Amended final” is no day of issue', () => {
  const rows = [
    ['Status', 'Amended final'],
    ['DOB', '08-Feb-2012 (13 years)'],
  ];
  const versions = [
    ['Version', 'Reason', 'Date'],
    ['3.0 draft', 'Proposed amendments following annual review meeting', '21-Nov-2025'],
    ['3.0', 'Amended plan issued', '09-Jan-2026'],
  ];
  const model = plan(
    '# Plan',
    tableBlocks('t1', rows),
    tableBlocks('t2', versions, true),
    '# Section A – Views',
    'Sea.',
  );
  expect(Object.fromEntries(Object.entries(model.keyDates).map(([id, { iso }]) => [id, iso]))).toMatchObject({
    dateOfBirth: '2012-02-08',
    draftIssued: '2025-11-21',
    finalIssued: '2026-01-09',
  });
});

test('an appendix’s number, its length and “Views of” are no part of who advised', () => {
  const model = plan(
    '# Section K – Advice and information',
    'Appendix 1. Views of Mrs Ada Noor, parent, 22 September 2025 (2 pages and a film)',
    'Appendix 2. Report of Joan Speight, head teacher, Quayside Junior School, 23 September 2025 (6 pages)',
  );
  expect(model.advice.map(({ author, role, agency }) => [author, role, agency])).toEqual([
    ['Mrs Ada Noor', 'parent', null],
    ['Joan Speight', 'head teacher', 'Quayside Junior School'],
  ]);
});
