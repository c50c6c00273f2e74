import { describe, expect, test } from 'vitest';
import { readMark } from '../../../../electron/backend/understanding/read-mark.ts';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import { keyDateOfLabel } from '../../../../electron/backend/understanding/key-date-words.ts';
import type { Block } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, readBlocks, tableBlocks, textsOf } from './make-plan.ts';

type Draft = Omit<Block, 'id'>;

/** A part as a table: its title over the width, then rows of a bold label and what it holds. */
function part(table: string, title: string, rows: readonly (readonly (string | readonly string[])[])[]): Draft[] {
  return tableBlocks(table, [[title], ...rows]).map((block) => {
    const { cell } = block;
    if (cell?.column !== 0) return block;
    const runs = [{ start: 0, end: block.text.length, bold: true }];
    return cell.row === 0
      ? { ...block, runs, fontSize: 13, cell: { ...cell, columnSpan: 2 } }
      : { ...block, runs, fontSize: 10 };
  });
}

const PLAN = [
  part('t1', 'PART 1 Details', [
    ['Name', 'Ottilie Grebe'],
    ['Date of birth', '03.04.2006'],
    ['Plan history', 'First plan 07.05.2017. Review meeting 11.09.2025.'],
    ['Amended final plan', '14.11.2025'],
    ['Review no later than', '10.09.2026'],
  ]),
  part('t2', 'PART 2 Views, interests and aspirations', [['What she enjoys', 'Ottilie likes kites.']]),
  part('t3', 'PART 3 Special educational needs', [['Talking', 'Ottilie cannot say more than ten words.']]),
  part('t4', 'PART 4 Health needs', [['Illness', 'Ottilie has asthma.']]),
  part('t5', 'PART 5 Social care needs', [['At home', 'Ottilie needs two people to lift her.']]),
  part('t6', 'PART 6 Outcomes', [
    ['Aim', 'By July 2027 Ottilie will choose one of two songs on four days out of five.'],
  ]),
  part('t7', 'PART 7 Special educational provision', [
    ['Help', 'A tutor will sing with Ottilie for 20 minutes a day.'],
  ]),
  part('t8', 'PART 10 Institution', [
    ['Name of institution', 'Sandhopper College'],
    ['Type of institution', 'Specialist post-16 institution'],
  ]),
  part('t9', 'PART 12 Advice and information', [
    [
      'Papers',
      [
        'Maud Grebe, mother, gave the family’s views on 11.09.2025.',
        'Silas Brook, tutor at Sandhopper College, wrote a report dated 02.09.2025.',
        'Dr Hetty Loom, consultant neurologist, wrote on 21.07.2025.',
      ],
    ],
  ]),
].flat();

describe('parts that a plan only counts', () => {
  const plan = understand(readBlocks(PLAN));

  test('are headed by the words behind the number, and the front page stays in front', () => {
    expect(textsOf(plan, 'A')).toEqual(['What she enjoys', 'Ottilie likes kites.']);
    expect(textsOf(plan, 'I')).toContain('Sandhopper College');
    expect(plan.sections.find(({ id }) => id === 'I')?.title).toContain('Institution');
    expect(plan.keyDates.reviewMeeting?.iso).toBe('2025-09-11');
    expect(plan.keyDates.reviewBy?.iso).toBe('2026-09-10');
  });

  test('papers in one cell, a sentence for each, are an entry each', () => {
    expect(plan.advice.map(({ author, role, date }) => [author, role, date])).toEqual([
      ['Maud Grebe', 'mother', '2025-09-11'],
      ['Silas Brook', 'tutor', '2025-09-02'],
      ['Dr Hetty Loom', 'consultant neurologist', '2025-07-21'],
    ]);
  });
});

test('a section that goes on in another place may say so behind a comma', () => {
  expect(readMark('Section F, continued: from the spring of 2027.')?.sections).toEqual(['F']);
  expect(readMark('Section F (continued)')?.sections).toEqual(['F']);
  expect(readMark('Section F, which continued to grow, was read aloud.')).toBeNull();
});

test('a sentence in brackets behind a bold title is what the section says', () => {
  const led = (title: string, text: string): Draft => ({
    ...lineToBlock(`${title} ${text}`),
    runs: [
      { start: 0, end: title.length, bold: true },
      { start: title.length, end: title.length + 1 + text.length },
    ],
  });
  const plan = understand(
    readBlocks([
      led('Section G. Health provision.', 'A nurse will visit each term.'),
      led('Section I. Placement.', '[Nothing may stand here before the final plan.]'),
      led('Section J. Personal budget.', 'None was asked for.'),
      led('Section K. Advice.', 'Maud Grebe, mother, 11 September 2025'),
    ]),
  );
  expect(textsOf(plan, 'I')?.join(' ')).toContain('Nothing may stand here');
});

test.each([
  ['We will meet again by', 'reviewBy'],
  ['We said we would assess on', 'assessmentAgreed'],
  ['They told us they would assess', 'assessmentAgreed'],
])('%s', (label, id) => {
  expect(keyDateOfLabel(label)).toBe(id);
});

test('in the person’s own section what is asked of the reader is no note to the writer', () => {
  const italic = (text: string): Draft => ({
    ...lineToBlock(text),
    runs: [{ start: 0, end: text.length, italic: true }],
  });
  const plan = understand(
    readBlocks([
      lineToBlock('# Section A: views'),
      italic('Please write what the child has said in this box.'),
      italic('Please do not shout. Say “shall we stop?” to me instead.'),
      lineToBlock('Ottilie likes kites.'),
      lineToBlock('# Section H1: social care provision'),
      lineToBlock('H1 (for disabled children under the Act of 1970): none is needed.'),
    ]),
  );
  expect(textsOf(plan, 'A')).toEqual([
    'Please do not shout. Say “shall we stop?” to me instead.',
    'Ottilie likes kites.',
  ]);
  expect(plan.provisions).toEqual([]);
});
