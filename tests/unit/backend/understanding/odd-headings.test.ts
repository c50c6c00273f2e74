import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, readBlocks, tableBlocks, textsOf } from './make-plan.ts';

/** Ways of heading sections that were met in plans by others: together, by letters alone, by the law, in an annex. */

type Draft = Omit<Block, 'id'>;

function plan(...parts: (string | readonly Draft[])[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((part) => (typeof part === 'string' ? [lineToBlock(part)] : part))));
}

const FRONT = [
  '# Section A – Views',
  'I like the sea.',
  '# Section B – Special educational needs',
  'Noise upsets her.',
  '# Section C – Health needs',
  'She has asthma.',
  '# Section D – Social care needs',
  'Her parents are tired.',
];

describe('one heading for outcomes and provision, and one for each outcome', () => {
  test('a table whose head names the provision takes over until the next outcome', () => {
    const heads = (no: number): string[] => [`Support (F) for outcome ${no}`, 'Given by', 'How often'];
    const model = plan(
      ...FRONT,
      '# Sections E and F – Outcomes and the support for each',
      'Each outcome (E) is followed by the provision (F) that will help with it.',
      '## Outcome 1 (E)',
      'By July 2027 Iris will look at what she wants.',
      tableBlocks('t1', [heads(1), ['Play with one adult.', 'Key person', 'Daily']]),
      '## Outcome 2 (E)',
      'By July 2027 Iris will sit for ten minutes.',
      tableBlocks('t2', [heads(2), ['A standing frame.', 'Two adults', 'Every lesson']]),
    );
    expect(model.outcomes.map(({ label, text }) => [label, text])).toEqual([
      ['Outcome 1', 'By July 2027 Iris will look at what she wants.'],
      ['Outcome 2', 'By July 2027 Iris will sit for ten minutes.'],
    ]);
    expect(model.provisions.map(({ section, text, outcomeId }) => [section, text, outcomeId])).toEqual([
      ['F', 'Play with one adult.', 'o1'],
      ['F', 'A standing frame.', 'o2'],
    ]);
  });

  test('a label in bold does so where there is no table', () => {
    const model = plan(
      ...FRONT,
      '# Sections E and F – Outcomes and the support for each',
      '## Outcome 1 (E)',
      'By July 2027 Iris will look at what she wants.',
      '### Support to help with this',
      'A key person will play with her for ten minutes each day.',
      '## Outcome 2 (E)',
      'By July 2027 Iris will sit for ten minutes.',
      '### Support to help with this',
      'Two adults will use a standing frame in every lesson.',
    );
    expect(model.outcomes).toHaveLength(2);
    expect(model.provisions.map(({ section, text }) => [section, text])).toEqual([
      ['F', 'A key person will play with her for ten minutes each day.'],
      ['F', 'Two adults will use a standing frame in every lesson.'],
    ]);
  });
});

describe('one heading for needs and the provision for them', () => {
  test('plain heads of columns mean its own sections', () => {
    const model = plan(
      ...FRONT.slice(0, 4),
      '# Sections C and G – Health',
      tableBlocks('t1', [
        ['Health need', 'Provision', 'Who', 'How often'],
        ['She has asthma.', 'Asthma clinic.', 'Nurse', 'Yearly'],
      ]),
      '# Sections D, H1 and H2 – Social care',
      'Her parents are tired.',
      tableBlocks('t2', [
        ['Provision under the 1970 Act', 'Who', 'How often'],
        ['Short breaks.', 'Council', 'Ten nights a year'],
      ]),
      tableBlocks('t3', [
        ['Any other provision', 'Who', 'How often'],
        ['A family worker.', 'Council', 'Monthly'],
      ]),
    );
    expect(textsOf(model, 'C')).toEqual(['She has asthma.']);
    expect(textsOf(model, 'D')).toEqual(['Her parents are tired.']);
    expect(model.provisions.map(({ section, text, who }) => [section, text, who])).toEqual([
      ['G', 'Asthma clinic.', 'Nurse'],
      ['H1', 'Short breaks.', 'Council'],
      ['H2', 'A family worker.', 'Council'],
    ]);
  });
});

describe('letters alone', () => {
  const bold = (rows: readonly (readonly string[])[], table: string): Draft[] =>
    tableBlocks(table, rows).map((block) => ({
      ...block,
      runs: block.runs.map((run) => ({ ...run, bold: (block.cell?.row ?? 0) === 0 })),
    }));

  test('head columns side by side, and sections with nothing under them', () => {
    const model = plan(
      '# A',
      'I like the sea.',
      bold(
        [
          ['B Needs', 'E Outcomes', 'F Provision'],
          ['Noise upsets her.', 'By July she will ask for a break.', 'A quiet room every day.'],
        ],
        't1',
      ),
      bold(
        [
          ['C', 'G'],
          ['She has asthma.', 'A nurse will train two staff for one hour each year.'],
        ],
        't2',
      ),
      bold(
        [
          ['D', 'H1', 'H2'],
          ['Her parents are tired.', 'None.', 'Ten nights of short breaks a year.'],
        ],
        't3',
      ),
      '# I',
      '# J',
      'No personal budget.',
      '# K',
      'Dr Ann Lee, paediatrician, reported on 12.09.25.',
    );
    expect(['C', 'G', 'D', 'H2', 'I', 'J'].map((id) => textsOf(model, id))).toEqual([
      ['She has asthma.'],
      ['A nurse will train two staff for one hour each year.'],
      ['Her parents are tired.'],
      ['Ten nights of short breaks a year.'],
      [],
      ['No personal budget.'],
    ]);
    expect(['B', 'E', 'F'].map((id) => textsOf(model, id))).toEqual([
      ['Noise upsets her.'],
      ['By July she will ask for a break.'],
      ['A quiet room every day.'],
    ]);
  });
});

describe('the paragraphs of regulation 12', () => {
  test('name the sections that bear no letters, in small lines under counted titles', () => {
    const schedule = (title: string, cited: string, ...text: string[]): string[] => [
      title,
      `Regulation ${cited}`,
      ...text,
    ];
    const model = plan(
      '# SCHEDULE 1',
      ...schedule('Views of the child', '12(1)(a)', 'I like the sea.'),
      '# SCHEDULE 2',
      ...schedule('Special educational needs', '12(1)(b)', 'Noise upsets her.'),
      '# SCHEDULE 3',
      ...schedule('Health care needs', '12(1)(c)', 'She has asthma.'),
      '# SCHEDULE 4',
      ...schedule('Social care needs', '12(1)(d)', 'Her parents are tired.'),
      '# SCHEDULE 5, Part I',
      ...schedule('Social care provision: the Act of 1970', '12(1)(h)(i)', 'Ten nights of short breaks a year.'),
      '# SCHEDULE 5, Part II',
      ...schedule('Social care provision: other', '12(1)(h)(ii)', 'None.'),
      '# SCHEDULE 6',
      ...schedule('Institution', '12(1)(i)', 'A mainstream school.'),
      '# SCHEDULE 7',
      ...schedule('Advice', '12(4)', 'Dr Ann Lee, paediatrician, reported on 12.09.25.'),
    );
    expect(model.sections.map(({ id }) => [id, textsOf(model, id)])).toEqual([
      ['A', ['I like the sea.']],
      ['B', ['Noise upsets her.']],
      ['C', ['She has asthma.']],
      ['D', ['Her parents are tired.']],
      ['H1', ['Ten nights of short breaks a year.']],
      ['H2', ['None.']],
      ['I', ['A mainstream school.']],
      ['K', ['Dr Ann Lee, paediatrician, reported on 12.09.25.']],
    ]);
  });

  test('do so in a cell beside a title', () => {
    const bar = (id: string, title: string, cited: string): Draft[] =>
      tableBlocks(id, [[title, `Regulation ${cited}`]]).map((block) => ({
        ...block,
        runs: [{ start: 0, end: block.text.length, bold: true }],
      }));
    const model = plan(
      bar('t1', 'Special educational needs', '12(1)(b)'),
      'Noise upsets her.',
      bar('t2', 'Health care needs', '12(1)(c)'),
      'She has asthma.',
      bar('t3', 'What college gives', '12(1)(f)'),
      'Two adults will use a standing frame in every lesson.',
      bar('t4', 'Money', '12(1)(j)'),
      'No personal budget.',
    );
    expect(model.sections.map(({ id }) => [id, textsOf(model, id)])).toEqual([
      ['B', ['Noise upsets her.']],
      ['C', ['She has asthma.']],
      ['F', ['Two adults will use a standing frame in every lesson.']],
      ['J', ['No personal budget.']],
    ]);
  });

  test('do so within a title, and not within a sentence', () => {
    const model = plan(
      ...FRONT,
      '# What we hope for (regulation 12(1)(e))',
      'By July 2027 Iris will sit for ten minutes.',
      '# Reg. 12(1)(f) of the SEND Regulations 2014: what is done',
      'The provision that follows is all that is required by regulation 12(1)(g)',
      'Two adults will use a standing frame in every lesson.',
    );
    expect(textsOf(model, 'E')).toEqual(['By July 2027 Iris will sit for ten minutes.']);
    expect(textsOf(model, 'F')?.at(-1)).toBe('Two adults will use a standing frame in every lesson.');
  });
});

describe('an annex behind the plan', () => {
  const heads = ['Provision', 'By whom', 'How often'];
  const before = [...FRONT, '# Section E – Outcomes', 'By July 2027 Iris will sit for ten minutes.'];
  const table = tableBlocks('t1', [heads, ['A standing frame.', 'Two adults', 'Every lesson']], true);
  const advice = ['# Section K – Advice', 'Dr Ann Lee, paediatrician, reported on 12.09.25.'];

  test.each([
    ['The provision required is that set out in Annex 1.', '# ANNEX 1'],
    ['See Appendix B.', '# Appendix B – Provision'],
    ['This is in the annex.', '# Annex to Section F'],
  ])('goes on with the section that says no more than “%s”', (pointer, annex) => {
    const model = plan(...before, '# Section F – Special educational provision', pointer, ...advice, annex, table);
    expect(model.provisions.map(({ section, text }) => [section, text])).toEqual([['F', 'A standing frame.']]);
    expect(textsOf(model, 'K')).toEqual(['Dr Ann Lee, paediatrician, reported on 12.09.25.']);
  });

  test('holds two sections that point to it', () => {
    const model = plan(
      ...FRONT,
      '# Section E – Outcomes',
      'The outcomes are in Appendix 1.',
      '# Section F – Special educational provision',
      'See Appendix 1.',
      ...advice,
      '# Appendix 1: Outcomes and provision',
      tableBlocks(
        't1',
        [
          ['Outcome', 'Provision', 'Who', 'How often'],
          ['By July Iris will sit for ten minutes.', 'A standing frame.', 'Two adults', 'Daily'],
        ],
        true,
      ),
    );
    expect(model.outcomes.map(({ text }) => text)).toEqual(['By July Iris will sit for ten minutes.']);
    expect(model.provisions.map(({ section, text }) => [section, text])).toEqual([['F', 'A standing frame.']]);
  });

  test('stays outside where it is a report, or where the section has text of its own', () => {
    const given = 'Two adults will use a standing frame in every lesson.';
    const report = ['# Appendix 1: report of the physiotherapist', 'A walking frame should be tried.'];
    const pointing = plan(...before, '# Section F – Provision', `${given} See Appendix 1.`, ...advice, ...report);
    expect(textsOf(pointing, 'F')).toEqual([`${given} See Appendix 1.`]);
    const long = plan(
      ...before,
      '# Section F – Provision',
      given,
      '- A nurse will visit.',
      '- A key person will play with her.',
      '- More is set out in Annex 2.',
      ...advice,
      '# Annex 2',
      'Who was at the meeting.',
    );
    expect(textsOf(long, 'F')).not.toContain('Who was at the meeting.');
  });
});
