import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, readBlocks, tableBlocks } from './make-plan.ts';

type Line = string | Omit<Block, 'id'>[];

function modelOf(...lines: Line[]): DocumentModel {
  return understand(readBlocks(lines.flatMap((each) => (typeof each === 'string' ? [lineToBlock(each)] : each))));
}

function outcomesOf(...lines: Line[]): string[] {
  return modelOf('# Section E – Outcomes', ...lines).outcomes.map(({ text }) => text);
}

function provisionsOf(...lines: Line[]): string[] {
  return modelOf('# Section F – Special educational provision', ...lines).provisions.map(({ text }) => text);
}

function adviceOf(...lines: Line[]): (string | null)[][] {
  return modelOf('# Section K – Advice and information', ...lines).advice.map(({ author, role, agency, date }) => [
    author,
    role,
    agency,
    date,
  ]);
}

function datesOf(...lines: Line[]): Record<string, string> {
  const model = modelOf(
    ...lines,
    '# Section A – My views',
    'I like the sea.',
    '# Section B – Special educational needs',
    'b.',
  );
  return Object.fromEntries(Object.entries(model.keyDates).map(([id, { iso }]) => [id, iso]));
}

describe('outcomes among other words', () => {
  test('a sentence that introduces bullets, or says who sets steps, is none', () => {
    expect(
      outcomesOf(
        'These are my outcomes. School will agree small steps with me each term.',
        '- I will swim ten metres by July.',
        '- I will tie my laces by Easter.',
      ),
    ).toEqual(['I will swim ten metres by July.', 'I will tie my laces by Easter.']);
    expect(
      outcomesOf(
        'Short-term targets will be set by the nursery and looked at with parents each term.',
        '1. Sam will swim ten metres by July.',
      ),
    ).toEqual(['Sam will swim ten metres by July.']);
  });

  test('what is bold like the outcome before its plain steps is the next outcome', () => {
    const bold = (text: string): Omit<Block, 'id'> => ({
      ...lineToBlock(text),
      runs: [{ start: 0, end: text.length, bold: true }],
    });
    const plan = modelOf('# Section E – Outcomes', [
      bold('By July, Sam will swim ten metres.'),
      lineToBlock('Steps this year'),
      lineToBlock('- Sam will put his face in the water.'),
      bold('By Easter, Sam will tie his laces.'),
    ]);
    expect(plan.outcomes.map(({ text, steps }) => [text, steps.map((step) => step.text)])).toEqual([
      ['By July, Sam will swim ten metres.', ['Sam will put his face in the water.']],
      ['By Easter, Sam will tie his laces.', []],
    ]);
  });
});

describe('outcomes and what stands beside them', () => {
  test('why an outcome matters is no outcome', () => {
    const rows = [
      ['Outcome 1', 'By July 2027, Sam will read a page of a manual and answer questions on it.'],
      ['Why this matters', 'So that Sam can manage a course and its theory tests.'],
      ['Outcome 2', 'By July 2027, Sam will ask for help before he leaves a room.'],
      ['Why this matters', 'To feel safe at college.'],
    ];
    expect(outcomesOf(tableBlocks('t1', rows))).toEqual([rows[0]?.[1], rows[2]?.[1]]);
  });

  test('aims and goals are counted like outcomes, after a sentence that hopes they are reached', () => {
    expect(
      outcomesOf(
        'We hope that Sam will have reached these aims by the time he leaves Key Stage 2.',
        'Aim 1  Sam will swim ten metres.',
        'Aim 2  To shake hands (rather than hug) when he meets someone who is no friend, 9 times in 10.',
      ),
    ).toEqual([
      'Sam will swim ten metres.',
      'To shake hands (rather than hug) when he meets someone who is no friend, 9 times in 10.',
    ]);
    expect(outcomesOf('Goal 1: Sam will swim ten metres.', 'Goal 2: Sam will tie his laces.')).toEqual([
      'Sam will swim ten metres.',
      'Sam will tie his laces.',
    ]);
  });
});

describe('provision among other words', () => {
  test.each([
    'The school will make the following provision from its own resources.',
    'The Council will secure the following. Each paragraph goes with the need of the same number.',
    'These were agreed on behalf of the board by its medical officer.',
    'All of this happens at nursery, for 15 hours a week.',
    'Makaton: signs used with speech. Portage: teaching at home.',
    'Each row is one item. ‘Checked’ means looked at with the parents.',
    'Amended following annual review on 14 January 2026',
    'Last edited 2026-02-28 by J. Tolland',
    'Helps with outcomes 1, 2 and 3',
    'No information recorded',
    'Is there any provision under this section?',
    'Short breaks were considered by panel on 9 December 2025 and were not agreed. No other provision is specified.',
    'No. The social worker did not think that anything else was needed.',
  ])('“%s” is none', (line) => {
    expect(provisionsOf(line, 'A teaching assistant for 15 hours a week.')).toEqual([
      'A teaching assistant for 15 hours a week.',
    ]);
  });

  test.each([
    'The school will provide the following equipment: a sloping board and a pencil grip.',
    'Each day begins with ten minutes of reading with a key worker.',
    'A therapist will update the programme each term.',
    'All staff will be trained in signing by September.',
    'Short breaks were considered and agreed, for four hours each week.',
    'No. 4 bus pass for the ride to school, each term.',
    '- Note to all staff re: clear face, one speaker at a time, captions on all video.',
  ])('“%s” is one', (line) => {
    expect(provisionsOf(line)).toEqual([line.replace(/^- /, '')]);
  });

  test('a word or two above sentences names them', () => {
    expect(provisionsOf('Language', 'Staff will give Sam extra time to answer each question.')).toEqual([
      'Staff will give Sam extra time to answer each question.',
    ]);
    expect(provisionsOf('Small classes', 'A reading pen')).toEqual(['Small classes', 'A reading pen']);
  });

  test('a paragraph of what several people will do is cut, one that explains itself is not', () => {
    const [first, second] = [
      'A teacher will run a group for 40 minutes each week.',
      'An assistant will lead a second session on Fridays, once a fortnight.',
    ];
    expect(provisionsOf(`${first} ${second}`)).toEqual([first, second]);
    const whole = [
      'A therapist will visit each term for an hour. The programme will be shared with staff each week.',
      'Staff will use short sentences. Every teacher will wait ten seconds for an answer.',
      'An assistant will work with Sam daily. This will take 20 minutes.',
      'A clinical psychologist will see Sam for an hour each week. The psychologist will give staff three hours each term.',
      'A tutor will teach Sam in a group of four. There will be fifteen hours in each week. No lesson will begin before 11 am.',
      'A mentor will meet Sam each Monday. A mentor will ring home each Friday.',
    ];
    for (const text of whole) expect(provisionsOf(text)).toEqual([text]);
  });

  test('fields side by side that are filled in are no heads', () => {
    const table = tableBlocks('t1', [
      ['Hydrotherapy in the pool at school.', ''],
      ['By: Physiotherapist and one assistant', 'When: 45 minutes every week'],
    ]);
    expect(
      modelOf('# Section F – Special educational provision', table).provisions.map(({ text, who }) => [text, who]),
    ).toEqual([['Hydrotherapy in the pool at school.', 'Physiotherapist and one assistant']]);
  });

  test('a line that broke off at a page’s end goes on outside its table', () => {
    const table = tableBlocks('t1', [
      ['writing', 'Worksheets in 18 point print with one question to a page and'],
      ['talking', 'A group each week.'],
    ]);
    const [first, ...others] = table;
    expect(first).toBeDefined();
    expect(provisionsOf(table.slice(0, 2), 'no picture behind the words.', others.slice(1))).toEqual([
      'Worksheets in 18 point print with one question to a page and no picture behind the words.',
      'A group each week.',
    ]);
  });
});

describe('advice in other words', () => {
  test('who sends a paper may stand before its author', () => {
    expect(adviceOf('1. Brackley Eye Unit: Miss Clare Dunmore, consultant ophthalmologist, 14 August 2025')).toEqual([
      ['Miss Clare Dunmore', 'consultant ophthalmologist', 'Brackley Eye Unit', '2025-08-14'],
    ]);
  });

  test('an appendix is a paper, and no person', () => {
    expect(
      adviceOf(
        'Appendix 1: Educational Advice – Ms D. Hale, SENCO, Weir School, dated 21.10.2025',
        'Appendix 2: Report by Dr Lena Froude, Educational psychologist, Marrow Vale, 9/2/23',
      ).map(([author, , , date]) => [author, date]),
    ).toEqual([
      ['Ms D. Hale', '2025-10-21'],
      ['Dr Lena Froude', '2023-02-09'],
    ]);
  });

  test('a name may stand with where the person works, or with another’s', () => {
    expect(
      adviceOf(
        'The curriculum manager, Ben Sallis of Wexcombe College for the Blind, gave advice on 24 November 2025.',
        'The views of Judith and Alec Locke, parents, were given in a letter dated 3rd October 2025.',
      ).map(([author, , , date]) => [author, date]),
    ).toEqual([
      ['Ben Sallis', '2025-11-24'],
      ['Judith and Alec Locke', '2025-10-03'],
    ]);
  });

  test('the child, by first name alone, where a sentence tells of views', () => {
    const authors = adviceOf(
      'Rafe wrote down his own views on 24/11/25.',
      'They told us their views on 25/11/25.',
      'Ann Lee, SENCO, wrote a report dated 28/11/25.',
    ).map(([author]) => author);
    expect(authors).toEqual(expect.arrayContaining(['Rafe', 'Ann Lee']));
    expect(authors).not.toContain('They');
  });

  test('one sentence may list them all', () => {
    expect(
      adviceOf(
        'The plan takes account of the advice of Ella Petrakis, parent (14 October 2025); Mark Thole, head of Year 11, Greyfriars School (8 October 2025).',
      ).map(([author, , , date]) => [author, date]),
    ).toEqual([
      ['Ella Petrakis', '2025-10-14'],
      ['Mark Thole', '2025-10-08'],
    ]);
  });
});

describe('key dates in other places', () => {
  test('in a footer, each after its own words; not when the form was made', () => {
    const footer = {
      ...lineToBlock('First made 21/3/12 | Annual review 2/12/25 | Final 20/2/26 | Form version 4, 1/9/20'),
      furniture: 'footer' as const,
    };
    expect(datesOf('# Plan for Sam Vale', [footer])).toEqual({
      firstIssued: '2012-03-21',
      reviewMeeting: '2025-12-02',
      finalIssued: '2026-02-20',
    });
  });

  test('beside labels at the same height, where a cell holds many rows', () => {
    const at = (text: string, column: number, top: number): Omit<Block, 'id'> => {
      const box: [number, number, number, number] = [50 + 200 * column, top - 10, 200 + 200 * column, top];
      const cell = { table: 't1', row: 0, column, rowSpan: 1, columnSpan: 1, isHeader: false };
      return { ...lineToBlock(text), cell, page: 1, box, runs: [{ start: 0, end: text.length, page: 1, box }] };
    };
    expect(
      datesOf('# Plan for Sam Vale', [
        at('I am in', 0, 700),
        at('this draft was sent on', 0, 680),
        at('this plan was finished on', 0, 660),
        at('Year 6', 1, 700),
        at('31 Oct 2025', 1, 680),
        at('12 Dec 2025', 1, 660),
      ]),
    ).toEqual({ draftIssued: '2025-10-31', finalIssued: '2025-12-12' });
  });

  test('beside their labels, and not below a status; with ligatures lost', () => {
    const rows = [
      ['Plan status', 'Final plan'],
      ['Request received', '2 June 2025'],
      ['Plan rst issued', '17 October 2019'],
      ['Final plan issued', '17 October 2025'],
    ];
    expect(datesOf('# Plan', tableBlocks('t1', rows))).toEqual({
      requestReceived: '2025-06-02',
      firstIssued: '2019-10-17',
      finalIssued: '2025-10-17',
    });
  });

  test('of an assessment anew, and of a council that said yes', () => {
    expect(datesOf('# Plan', 'Decision to reassess: 12 September 2025')).toEqual({ assessmentAgreed: '2025-09-12' });
    expect(datesOf('# Plan', 'The council said yes on: 29 August 2025')).toEqual({ assessmentAgreed: '2025-08-29' });
  });

  test('of a plan that a statement was before: the day when it became a plan', () => {
    const statement = ['Date of original statement of special educational needs', '9 March 2014'];
    const plan = ['Transferred to an Education, Health and Care Plan on', '23 June 2016'];
    expect(datesOf('# Plan', tableBlocks('t1', [statement, plan]))).toEqual({ firstIssued: '2016-06-23' });
    expect(datesOf('# Plan', tableBlocks('t1', [statement]))).toEqual({ firstIssued: '2014-03-09' });
  });
});
