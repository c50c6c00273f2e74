import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceTable, body, factRows, frontFacts, has, needs, provisionLines, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Text } from '../paper.ts';
import { social } from './social-care.ts';

/** A list of sections with pages on the front, guidance under each heading, Section H as a table of two rows. */
export const sectionTable: Template = {
  id: 'section-table',
  set(content) {
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { bold: true, points: 13, bar: '333333', ink: 'FFFFFF' });
    const note = (section: string, words: string): Text => line(section, 'note', words, { italic: true, points: 9 });
    const titles: readonly (readonly [string, string])[] = [
      ['A', 'Views, interests and aspirations'],
      ['B', 'Special educational needs'],
      ['C', 'Health needs'],
      ['D', 'Social care needs'],
      ['E', 'Outcomes'],
      ['F', 'Special educational provision'],
      ['G', 'Health provision'],
      ['H', 'Social care provision'],
      ['I', 'Placement'],
      ['J', 'Personal budget'],
      ['K', 'Advice and information'],
    ];
    const title = (id: string): string => `Section ${id}: ${titles.find(([letter]) => letter === id)?.[1] ?? ''}`;
    const labels = ['Who', 'How often', 'Review'] as const;
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...provisionLines(section, one.provision, { bold: false }, labels, { indent: 1 }),
    ];
    const merged = social(content);
    return {
      header: `EHCP: ${content.child.name}`,
      footer: 'Page {page}',
      font: 'sans',
      points: 10.5,
      nodes: [
        line(null, 'extra', content.authority, { bold: true, points: 16 }),
        line(null, 'extra', 'Education, Health and Care Plan', { bold: true, points: 20 }),
        table([30, 70], factRows(frontFacts(content, 3, 'long'), 1), { lines: 'none' }),
        table(
          [15, 70, 15],
          [
            ['Section', 'Title', 'Page'].map((words) => cell(line(null, 'extra', words, { bold: true }))),
            ...titles.map(([id, words], index) => [
              cell(line(null, 'extra', id)),
              cell(line(null, 'extra', words)),
              cell(line(null, 'extra', String(index + 2))),
            ]),
          ],
        ),
        { kind: 'break' },
        head('A', title('A')),
        note('A', 'This section must be written in the words of the child or young person where possible.'),
        ...views(content, { bold: true }, { list: '•' }),
        head('B', title('B')),
        note('B', 'All of the special educational needs must be set out (regulation 12).'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C')
          ? [
              head('C', title('C')),
              note('C', 'Health needs that relate to the special educational needs should be included.'),
              ...body('C', content.C),
            ]
          : []),
        ...(has(content, 'D') ? [head('D', title('D')), ...body('D', content.D)] : []),
        head('E', title('E')),
        note('E', 'Please refer to the Code of Practice, chapter 9, when writing outcomes.'),
        ...content.areas.flatMap((area) =>
          area.outcomes.map((outcome) =>
            table(
              [100],
              [
                [cell(line('E', 'body', outcome.text, { bold: true }), { fill: 'EEEEEE' })],
                [
                  cell([
                    ...(outcome.byWhen === '' ? [] : [line('E', 'body', `Achieved by: ${outcome.byWhen}`)]),
                    ...outcome.steps.map((step) => line('E', 'body', `Milestone: ${step}`)),
                    line('E', 'label', `Area: ${area.title}`),
                  ]),
                ],
              ],
            ),
          ),
        ),
        head('F', title('F')),
        ...content.areas.flatMap((area) => [
          ...(area.provision.length > 0 ? [line('F', 'sub', area.title, { bold: true })] : []),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', title('G')),
        ...care('G', content.G),
        ...(merged.length > 0
          ? [
              head(merged.map(({ section }) => section).join('+'), title('H')),
              table(
                [20, 80],
                merged.map(({ section, letter, care: one }) => [
                  cell(line(section, 'tag', letter === 'H' ? 'H1 and H2' : letter, { bold: true })),
                  cell(care(section, one)),
                ]),
              ),
            ]
          : []),
        head('I', title('I')),
        ...body('I', content.I),
        head('J', title('J')),
        ...body('J', content.J),
        head('K', title('K')),
        note('K', 'All advice must be attached to the plan as appendices.'),
        adviceTable(content, ['Type of advice', 'Provided by', 'Agency', 'Dated'], 'short', [1, 0, 2, 3]),
        line(null, 'extra', 'Notes', { bold: true, points: 13 }),
        line(
          null,
          'extra',
          'Sections A, E and K cannot be appealed. Section F sets out provision that the council must secure.',
        ),
      ],
    };
  },
};
