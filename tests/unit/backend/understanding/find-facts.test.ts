import { expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import { lineToBlock, readBlocks, readLines, tableBlocks } from './make-plan.ts';

const END = ['# Section A – My views', 'I like the sea.', '# Section B – Special educational needs', 'b.'];

test('key dates from labelled lines, with their words and place', () => {
  const model = understand(
    readLines(
      '# Reedshire County Council',
      'Date of birth: 3rd May 2014',
      'Request for assessment received: 5 January 2026',
      'Decision to assess: 16 February 2026',
      'Date of draft plan: 4/4/2026',
      'Date of final plan: 25 May 2026',
      'Next annual review due by: 24 May 2027',
      ...END,
    ),
  );
  expect(Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso]))).toEqual({
    dateOfBirth: '2014-05-03',
    requestReceived: '2026-01-05',
    assessmentAgreed: '2026-02-16',
    draftIssued: '2026-04-04',
    finalIssued: '2026-05-25',
    reviewBy: '2027-05-24',
  });
  const born = model.keyDates.dateOfBirth;
  const block = model.blocks.find((each) => each.id === born?.span?.block);
  expect(block?.text.slice(born?.span?.start, born?.span?.end)).toBe('3rd May 2014');
});

test('key dates from a table of an amended plan; what is to be confirmed is left out', () => {
  const rows = [
    ['DOB', '03.05.14'],
    ['First EHC plan issued', '1 June 2020'],
    ['Annual review meeting', '2 March 2026'],
    ['Proposed amended plan sent', '20 March 2026'],
    ['Amended final plan', 'To be confirmed'],
  ];
  const model = understand(readBlocks([lineToBlock('# Plan'), ...tableBlocks('t1', rows), ...END.map(lineToBlock)]));
  expect(Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso]))).toEqual({
    dateOfBirth: '2014-05-03',
    firstIssued: '2020-06-01',
    reviewMeeting: '2026-03-02',
    draftIssued: '2026-03-20',
  });
  expect(model.cover.stage).toBe('amended_draft');
});

test('key dates in sentences, clause by clause', () => {
  const model = understand(
    readLines(
      '# Plan for Sam Vale',
      'Draft for consultation',
      'Sam was born on 9 March 2014 and is in Year 7.',
      'Saltmoor first issued a plan for him on 2 May 2018, and it passed to us when he moved on 1 September 2025.',
      'We held a review meeting with you at his school on 6 October 2025 and decided to amend it.',
      'This draft was issued on 31 October 2025. You have until 17 November 2025 to comment.',
      'The plan must next be reviewed by 5 October 2026.',
      ...END,
      'The epilepsy care plan dated 4 September 2025 is kept at school.',
    ),
  );
  expect(Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso]))).toEqual({
    dateOfBirth: '2014-03-09',
    firstIssued: '2018-05-02',
    reviewMeeting: '2025-10-06',
    draftIssued: '2025-10-31',
    reviewBy: '2026-10-05',
  });
});

test.each([
  ['Council was asked to assess me', 'requestReceived'],
  ['When your parents asked for a plan', 'requestReceived'],
  ['Council agreed to assess me', 'assessmentAgreed'],
  ['Look at the plan again by', 'reviewBy'],
  ['We must review this plan before', 'reviewBy'],
  ['We last met to review the plan', 'reviewMeeting'],
  ['Your review meeting', 'reviewMeeting'],
  ['My first plan', 'firstIssued'],
  ['Draft sent to you', 'draftIssued'],
  ['Amendment notice issued', 'draftIssued'],
  ['Final plan sent', 'finalIssued'],
  ['Amended final issued', 'finalIssued'],
  ['My birthday', 'dateOfBirth'],
  ['Notice of amendment', 'draftIssued'],
  ['Date draft sent for comment', 'draftIssued'],
  ['Issued', 'finalIssued'],
  ['I have had a plan since', 'firstIssued'],
  ['Last reviewed', 'reviewMeeting'],
  ['Date of AR meeting', 'reviewMeeting'],
  ['Next AR due', 'reviewBy'],
])('the label “%s” asks for %s', (label, id) => {
  const rows = [
    ['Reply to the draft wanted by', '9 January 2026'],
    [label, '3 March 2026'],
  ];
  const model = understand(readBlocks([lineToBlock('# Plan'), ...tableBlocks('t1', rows), ...END.map(lineToBlock)]));
  expect(Object.fromEntries(Object.entries(model.keyDates).map(([key, date]) => [key, date.iso]))).toEqual({
    [id]: '2026-03-03',
  });
});

test('a plan in the form of a letter bears its own date', () => {
  const letter = (kind: string): ReturnType<typeof understand> =>
    understand(readLines('# Penhallow Council', '19 January 2026', 'Dear Ann,', `## The ${kind} plan for Sam`, ...END));
  expect(letter('draft').keyDates).toEqual({ draftIssued: expect.objectContaining({ iso: '2026-01-19' }) });
  expect(letter('final').keyDates).toEqual({ finalIssued: expect.objectContaining({ iso: '2026-01-19' }) });
});

test('dates in running text elsewhere are no key dates', () => {
  const model = understand(
    readLines('# Plan', ...END, 'Sam broke his wrist on 3 May 2025.', 'He was assessed on 5 June 2025.'),
  );
  expect(model.keyDates).toEqual({});
});

test('what the front page says of the person', () => {
  const model = understand(
    readLines(
      '# Reedshire County Council',
      '# Education, Health and Care Plan (FINAL)',
      'Name: Sam Vale',
      'Reference: RC/26/001',
      'School: Reed Lane Primary School (Year 4)',
      ...END,
    ),
  );
  expect(model.cover).toEqual({
    name: 'Sam Vale',
    authority: 'Reedshire County Council',
    reference: 'RC/26/001',
    setting: 'Reed Lane Primary School',
    ncYear: 4,
    stage: 'final',
  });
});

test('boxes that are ticked say the stage', () => {
  const model = understand(readLines('# Plan', 'This is a: ☒ draft plan ☐ final plan ☐ amended plan', ...END));
  expect(model.cover.stage).toBe('draft');
});

test('a line that gives its own value is no label of the next', () => {
  const model = understand(
    readLines(
      '# Plan',
      'D.O.B.: 22 Mar 2019',
      'Initial final EHCP: 14 Jun 2023',
      'My plan was reviewed on: 7 July 2026',
      '# Section A – Views',
      'a.',
    ),
  );
  expect(Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso]))).toEqual({
    dateOfBirth: '2019-03-22',
    firstIssued: '2023-06-14',
    reviewMeeting: '2026-07-07',
  });
});

function datesOf(...front: ReturnType<typeof lineToBlock>[]): Record<string, string> {
  const { keyDates } = understand(readBlocks([...front, ...END.map(lineToBlock)]));
  return Object.fromEntries(Object.entries(keyDates).map(([id, date]) => [id, date.iso]));
}

test('key dates from cells that hold their own few words', () => {
  const cells = [
    ['Wren Marsh', 'b. 3.4.2004', 'own flat from 5.1.2026'],
    ['first EHCP 1.12.2014', 'AR meeting 14.5.2026', 'draft 9.6.2026'],
    ['final: t.b.c.', 'next AR by 13.5.2027', 'Officer: Otto Reed'],
  ];
  expect(datesOf(...tableBlocks('t1', cells))).toEqual({
    dateOfBirth: '2004-04-03',
    firstIssued: '2014-12-01',
    reviewMeeting: '2026-05-14',
    draftIssued: '2026-06-09',
    reviewBy: '2027-05-13',
  });
});

test('key dates from one line that dots part', () => {
  const line = 'Born 21 March 2015 · Draft sent 9 June 2026 · Final 4 August 2026 · Next review by 3 August 2027';
  expect(datesOf(lineToBlock(line))).toEqual({
    dateOfBirth: '2015-03-21',
    draftIssued: '2026-06-09',
    finalIssued: '2026-08-04',
    reviewBy: '2027-08-03',
  });
});

test('a label that another value parts from its date goes on', () => {
  const rows = [
    ['Plan first made by', 'Reed Council', 'on', '16 July 2021'],
    ['Review held', '5 February 2026', 'Draft issued', '2 March 2026'],
  ];
  expect(datesOf(...tableBlocks('t1', rows))).toMatchObject({ firstIssued: '2021-07-16', draftIssued: '2026-03-02' });
});

test.each([
  ['not yet', {}],
  ['6 February 2026', { finalIssued: '2026-02-06' }],
])('“this version” beside a line for the final plan (%s) is the draft', (finished, wanted) => {
  const rows = [
    ['We met about my plan on', '20 November 2025'],
    ['This version was sent to me on', '15 December 2025'],
    ['It was finished on', finished],
  ];
  expect(datesOf(...tableBlocks('t1', rows))).toEqual({
    reviewMeeting: '2025-11-20',
    draftIssued: '2025-12-15',
    ...wanted,
  });
});

test('“this version” alone is the final plan', () => {
  const rows = [['This version was sent to me on', '15 December 2025']];
  expect(datesOf(...tableBlocks('t1', rows))).toEqual({ finalIssued: '2025-12-15' });
});
