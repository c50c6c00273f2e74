import type { Care } from '../../../../build/sample/plan-content.ts';
import {
  adviceParts,
  body,
  factRows,
  FOOTER,
  frontFacts,
  has,
  isMerged,
  needs,
  provisionLines,
  views,
} from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Cell, Text } from '../paper.ts';

/** The section's letter alone in a column of its own, beside title and text. */
export const letterColumn: Template = {
  id: 'letter-column',
  set(content) {
    const row = (letter: string, section: string, title: string, nodes: Cell['nodes']): Cell[] => [
      cell(line(section, 'heading', letter, { bold: true, points: 20 }), { fill: 'D5E3F0' }),
      cell([line(section, 'heading', title, { bold: true, points: 13 }), ...nodes]),
    ];
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...provisionLines(section, one.provision, { list: '•' }, ['By whom', 'How often', 'Reviewed']),
    ];
    return {
      header: `${content.child.name} – Education, Health and Care Plan`,
      footer: `${content.reference}   ${FOOTER}`,
      font: 'sans',
      points: 10.5,
      nodes: [
        line(null, 'extra', content.authority, { bold: true, points: 20 }),
        line(null, 'extra', 'Education, Health and Care Plan', { bold: true, points: 16 }),
        table([40, 60], factRows(frontFacts(content, 0, 'long'), 1)),
        { kind: 'break' },
        table(
          [9, 91],
          [
            row('A', 'A', 'Views, interests and aspirations', views(content, { bold: true }, { list: '•' })),
            row('B', 'B', 'Special educational needs', needs(content, { bold: true })),
            ...(has(content, 'C') ? [row('C', 'C', 'Health care needs', body('C', content.C))] : []),
            ...(has(content, 'D') ? [row('D', 'D', 'Social care needs', body('D', content.D))] : []),
            row(
              'E',
              'E',
              'Outcomes',
              content.areas.flatMap((area) => [
                line('E', 'sub', area.title, { bold: true }),
                ...area.outcomes.flatMap((outcome) => [
                  line('E', 'body', outcome.text, { list: '%1.' }),
                  ...body('E', outcome.steps, { marker: '–', indent: 2 }),
                ]),
              ]),
            ),
            row('F', 'F', 'Special educational provision', [
              ...content.areas.flatMap((area) => [
                line('F', 'sub', area.title, { bold: true }),
                ...provisionLines('F', area.provision, { list: '•' }, ['By whom', 'How often', 'Reviewed']),
              ]),
              ...provisionLines('F', content.generalProvision, { list: '•' }, ['By whom', 'How often', 'Reviewed']),
            ]),
            row('G', 'G', 'Health care provision', care('G', content.G)),
            ...(isMerged(content)
              ? [
                  row('H', 'H1+H2', 'Social care provision', [
                    ...care('H1+H2', content.H1),
                    ...care('H1+H2', content.H2),
                  ]),
                ]
              : [
                  ...(has(content, 'H1')
                    ? [row('H1', 'H1', 'Social care provision under the 1970 Act', care('H1', content.H1))]
                    : []),
                  ...(has(content, 'H2')
                    ? [row('H2', 'H2', 'Other social care provision', care('H2', content.H2))]
                    : []),
                ]),
            row('I', 'I', 'Placement', body('I', content.I)),
            row('J', 'J', 'Personal budget', body('J', content.J)),
            row(
              'K',
              'K',
              'Advice and information',
              content.K.map((one) =>
                line('K', 'body', adviceParts(one, 'long').filter(Boolean).join(', '), { list: '•' }),
              ),
            ),
          ],
        ),
      ],
    };
  },
};
