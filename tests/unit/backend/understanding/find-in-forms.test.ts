import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, readBlocks, tableBlocks } from './make-plan.ts';

type Part = string | Omit<Block, 'id'>[];

function planOf(...parts: Part[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((each) => (typeof each === 'string' ? [lineToBlock(each)] : each))));
}

function outcomesOf(...parts: Part[]): [string, string[]][] {
  const { outcomes } = planOf('# Section E – Outcomes', ...parts, '# Section F – Special educational provision', 'f.');
  return outcomes.map(({ text, steps }) => [text, steps.map((step) => step.text)]);
}

function provisionsOf(...parts: Part[]): string[] {
  return planOf('# Section F – Special educational provision', ...parts).provisions.map(({ text }) => text);
}

function adviceOf(...parts: Part[]): (string | null)[][] {
  return planOf('# Section A – Views', 'I like the sea.', '# Section K – Advice and information', ...parts).advice.map(
    ({ author, role, agency, date }) => [author, role, agency, date],
  );
}

describe('outcomes', () => {
  test('in a form whose labels are cut short', () => {
    const form = tableBlocks('t1', [
      ['Outcome no.', '1'],
      ['Outcome', 'Nia will read the bus times aloud.'],
      ['Short-term targets', 'Nia will find the stop.'],
      ['Achieve by', '31/07/2027'],
    ]);
    expect(outcomesOf(form)).toEqual([['Nia will read the bus times aloud.', ['Nia will find the stop.']]]);
  });

  test('under a head that is the title of its box, the outcomes below it in another column', () => {
    const box = tableBlocks(
      't1',
      [['7', 'Outcomes sought'], [['Nia will sign to ask for help.', 'Nia will share a game with two friends.']]],
      true,
    );
    const { outcomes } = planOf('# Section A – Views', 'I like the sea.', '# Section E', box, '# Section F', '- f.');
    expect(outcomes.map(({ text }) => text)).toEqual([
      'Nia will sign to ask for help.',
      'Nia will share a game with two friends.',
    ]);
  });

  test.each([
    'To be achieved by the end of the Reception year unless another date is shown.',
    'All to be met by July 2028, when the phase ends and the next one begins for her.',
    'Number each outcome. Short-term steps go below it.',
    'List every outcome in its own box.',
    'These are the things that I want to have done by the time that I leave college.',
    'For each of the four areas the outcome is followed by the provision for it.',
    'What I will be able to do',
    'What Nia wants to achieve',
    'The school and the council will arrange the provision that follows.',
  ])('below a line that is none: %s', (line) => {
    expect(outcomesOf(line, '1. Nia will sign to ask for help.', '2. Nia will share a game.')).toEqual([
      ['Nia will sign to ask for help.', []],
      ['Nia will share a game.', []],
    ]);
  });

  test('with a step that comes first', () => {
    const rows = [['1', ['By July 2028 Nia will travel to college alone.', 'First: Nia will find the stop.']]] as const;
    expect(outcomesOf(tableBlocks('t1', rows))).toEqual([
      ['By July 2028 Nia will travel to college alone.', ['Nia will find the stop.']],
    ]);
  });

  test('with steps that only a word tells apart', () => {
    const parts = [
      '1. Nia will travel alone to college.',
      'step Nia will learn the route.',
      'step 2 Nia will cross at signals.',
    ];
    expect(outcomesOf(...parts, '2. Nia will step over the kerb.')).toEqual([
      ['Nia will travel alone to college.', ['Nia will learn the route.', 'Nia will cross at signals.']],
      ['Nia will step over the kerb.', []],
    ]);
  });
});

describe('provision', () => {
  test('that begins with the name of a pathway, as a sentence and no label', () => {
    expect(
      provisionsOf(
        'Preparing for adulthood: Employment, independent living.',
        '- Preparing for adulthood: a careers adviser will meet Nia for three hours each year.',
      ),
    ).toEqual(['Preparing for adulthood: a careers adviser will meet Nia for three hours each year.']);
  });

  test('below what the form asks for and the title given again', () => {
    expect(
      provisionsOf(
        '(Section F – special educational provision)',
        'Give each item a letter.',
        '(a) A teacher will see Nia for an hour a week.',
        '(b) List of key words in each lesson, made by the assistant.',
      ),
    ).toEqual([
      'A teacher will see Nia for an hour a week.',
      'List of key words in each lesson, made by the assistant.',
    ]);
  });

  test('in lists between which a line names what comes next', () => {
    const { provisions } = planOf(
      '# Section F – Special educational provision',
      '- A therapist will see Nia for 45 minutes once a month.',
      'The room and equipment',
      '- The nursery will fit door seals before January.',
      'Keyworker; termly',
    );
    expect(provisions.map(({ text, who }) => [text, who])).toEqual([
      ['A therapist will see Nia for 45 minutes once a month.', null],
      ['The nursery will fit door seals before January.', 'Keyworker'],
    ]);
  });

  test.each([
    ['- Swimming with two other pupils [Who: Wren Lodge pool | How often: 30 minutes a week | Checked: May ]'],
    ['Swimming with two other pupils [Wren Lodge pool | 30 minutes a week | May].'],
    ['Swimming with two other pupils (Who: Wren Lodge pool | How often: 30 minutes a week | Checked: May)'],
    ['Swimming with two other pupils', '[Who: Wren Lodge pool | How often: 30 minutes a week | Checked: May ]'],
    ['- Swimming with two other pupils {Who: Wren Lodge pool | How often: 30 minutes a week | Checked: May}'],
    ['- Swimming with two other pupils – Who: Wren Lodge pool; How often: 30 minutes a week; Review: May'],
    ['- Swimming with two other pupils', 'By: Wren Lodge pool. When: 30 minutes a week. Checked: May.'],
    // A page has ended between.
    ['Swimming with two other pupils [Who: Wren Lodge pool |', 'How often: 30 minutes a week | Checked: May ]'],
  ])('with its details in brackets behind it: %s', (...lines) => {
    const { provisions } = planOf('# Section F – Special educational provision', ...lines);
    expect(provisions.map(({ text, who, howOften, review }) => [text, who, howOften, review])).toEqual([
      ['Swimming with two other pupils', 'Wren Lodge pool', '30 minutes a week', 'May'],
    ]);
  });

  test('keeps what else stands in brackets', () => {
    expect(provisionsOf('- A tutor (qualified, Level 3) will teach Nia for an hour a week [in term time].')).toEqual([
      'A tutor (qualified, Level 3) will teach Nia for an hour a week [in term time].',
    ]);
  });

  test('that tells staff to give or to use something stays', () => {
    const lines = ['- Give Nia each instruction one at a time.', '- Use a visual timetable in every lesson.'];
    expect(provisionsOf(...lines)).toEqual(lines.map((line) => line.slice(2)));
  });
});

describe('advice', () => {
  test('in records of two labels and two values in a row', () => {
    const record = (id: string, ...[name, role, agency, date]: string[]): Omit<Block, 'id'>[] =>
      tableBlocks(id, [
        ['Author', name ?? '', 'Role', role ?? ''],
        ['Agency', agency ?? '', 'Dated', date ?? ''],
      ]);
    expect(
      adviceOf(
        record('t1', 'Jo Marr', 'Parent', 'Family', '30/09/2025'),
        record('t2', 'Dr Hal Ure', 'Educational psychologist', 'Vale EPS', '26/09/2025'),
      ),
    ).toEqual([
      ['Jo Marr', 'Parent', 'Family', '2025-09-30'],
      ['Dr Hal Ure', 'Educational psychologist', 'Vale EPS', '2025-09-26'],
    ]);
  });

  test('in sentences, whose verb is no agency', () => {
    expect(
      adviceOf(
        'Jo Marr, parent, wrote to us on 30.09.2025.',
        'Dr Hal Ure, educational psychologist at Vale Council, reported on 26.09.2025.',
      ),
    ).toEqual([
      ['Jo Marr', 'parent', null, '2025-09-30'],
      ['Dr Hal Ure', 'educational psychologist', 'Vale Council', '2025-09-26'],
    ]);
  });

  test('in one numbered row of labels and values, the date beside the name', () => {
    const rows = [
      ['K1', 'Name of adviser', 'Jo Marr', 'Date', '30/09/2025', 'Role', 'Parent'],
      ['K2', 'Name of adviser', 'Lin Fell', 'Date', '01/10/2025', 'Role', 'SENCO'],
    ];
    expect(adviceOf(tableBlocks('t1', rows))).toEqual([
      ['Jo Marr', 'Parent', null, '2025-09-30'],
      ['Lin Fell', 'SENCO', null, '2025-10-01'],
    ]);
  });

  test('where the author stands with the role, and “From” says where the author works', () => {
    const head = ['Date', 'Author and role', 'From'];
    expect(adviceOf(tableBlocks('t1', [head, ['3 May 2026', ['Ivo Marsh', 'Careers adviser'], 'Reed Works']]))).toEqual(
      [['Ivo Marsh', 'Careers adviser', 'Reed Works', '2026-05-03']],
    );
  });

  test('under heads in plain words', () => {
    const head = ['Name', 'What they do', 'Where', 'When they wrote'];
    expect(adviceOf(tableBlocks('t1', [head, ['Ivo Marsh', 'Steps tutor', 'Reed College', '3 May 2026']]))).toEqual([
      ['Ivo Marsh', 'Steps tutor', 'Reed College', '2026-05-03'],
    ]);
  });

  test('under “Written”, which heads its dates', () => {
    const table = tableBlocks('t1', [
      ['Ref', 'Advice from', 'Written'],
      ['1', 'Dr Una Fell, educational psychologist, Reed Council', '3 May 2026'],
    ]);
    expect(adviceOf(table)).toEqual([['Dr Una Fell', 'educational psychologist', 'Reed Council', '2026-05-03']]);
  });

  test('without what is said for the council behind it, and with a note as a paper', () => {
    expect(
      adviceOf(
        '- Further note of Dr Una Fell, educational psychologist, dated 3 May 2026.',
        'For and on behalf of the council',
        'Otto Reed, Head of Casework',
      ),
    ).toEqual([['Dr Una Fell', 'educational psychologist', null, '2026-05-03']]);
  });

  test('where the adviser and the service share a cell', () => {
    const rows = [
      ['Adviser and service', 'Role', 'Date'],
      [['Halima and Yusuf Moor'], 'Guardians', '20/02/26'],
      [['Claire Otter', 'Larkrise School'], 'Class teacher', '18/02/26'],
      [['Ruth Penn', 'Teacher Advisory Team'], 'Teacher of deaf children', '16/02/26'],
    ];
    expect(adviceOf(tableBlocks('t1', rows, true))).toEqual([
      ['Halima and Yusuf Moor', 'Guardians', null, '2026-02-20'],
      ['Claire Otter', 'Class teacher', 'Larkrise School', '2026-02-18'],
      ['Ruth Penn', 'Teacher of deaf children', 'Teacher Advisory Team', '2026-02-16'],
    ]);
  });
});

describe('key dates', () => {
  test('in sentences after the last section', () => {
    const { keyDates } = planOf(
      '# Section A – Views',
      'I like the sea.',
      '# Section B – Special educational needs',
      'Sam’s care plan was reviewed on 3 March 2025.',
      '# Section K – Advice and information',
      'Ann Lee, psychologist, wrote on 6 January 2026.',
      'Sam’s plan was first issued on 4th May 2016. The annual review meeting took place on 22nd January 2026 and an amended draft was sent on 18th February 2026.',
      'The amended final plan was issued on 14th April 2026. It will be reviewed by 21st January 2027.',
    );
    expect(Object.fromEntries(Object.entries(keyDates).map(([id, date]) => [id, date.iso]))).toEqual({
      firstIssued: '2016-05-04',
      reviewMeeting: '2026-01-22',
      draftIssued: '2026-02-18',
      finalIssued: '2026-04-14',
      reviewBy: '2027-01-21',
    });
  });

  test('of a request and of the answer to it, in one sentence', () => {
    const { keyDates } = planOf(
      '# Plan for Sam Vale',
      'The Council was asked for an assessment on 2 June 2025 and agreed to it on 11 July 2025.',
      '# Section A – Views',
      'I like the sea.',
    );
    expect([keyDates.requestReceived?.iso, keyDates.assessmentAgreed?.iso]).toEqual(['2025-06-02', '2025-07-11']);
  });
});
