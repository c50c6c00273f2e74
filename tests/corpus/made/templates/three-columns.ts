import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceTable, body, counter, factRows, frontFacts, has, provisionLines, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Cell, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** Landscape: needs, outcomes and provision side by side in one table for each area; C beside G, D beside H. */
export const threeColumns: Template = {
  id: 'three-columns',
  set(content) {
    const dark = { fill: '3B3B6D' } as const;
    const th = (section: string, words: string): Cell =>
      cell(line(section, 'heading', words, { bold: true, ink: 'FFFFFF' }), dark);
    const head = (section: string | null, words: string): Text =>
      line(section, 'heading', words, { heading: 1, ink: '3B3B6D' });
    const next = counter();
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...provisionLines(section, one.provision, { list: '•' }, ['Who', 'How often', 'Review']),
    ];
    const hList = social(content);
    return {
      header: `${content.child.name} | Education, Health and Care Plan | ${content.authority}`,
      footer: '{page}/{pages}',
      font: 'sans',
      points: 10,
      nodes: [
        line(null, 'extra', 'Education, Health and Care Plan', { heading: 1, points: 24 }),
        table([25, 25, 25, 25], factRows(frontFacts(content, 0, 'long'), 2)),
        head('A', 'Section A: Views, interests and aspirations'),
        ...views(content, { heading: 2 }, { list: '•' }),
        { kind: 'break', turn: 'landscape' },
        head(null, 'Sections B, E and F: Education'),
        ...body('B', content.needsSummary),
        ...content.areas.map((area) =>
          table(
            [30, 30, 40],
            [
              [cell(line(null, 'label', area.title, { bold: true }), { span: 3, fill: 'E4E4F0' })],
              [
                th('B', 'Special educational needs (B)'),
                th('E', 'Outcomes (E)'),
                th('F', 'Special educational provision (F)'),
              ],
              [
                cell(body('B', [...area.strengths, ...area.needs])),
                cell(
                  area.outcomes.flatMap((outcome) => [
                    line('E', 'body', outcome.text, { marker: `${next()}.` }),
                    ...body('E', outcome.steps, { marker: '–', indent: 2 }),
                  ]),
                ),
                cell(provisionLines('F', area.provision, { list: '•' }, ['Who', 'How often', 'Review'])),
              ],
            ],
            { heads: 2 },
          ),
        ),
        ...(content.generalProvision.length > 0
          ? [
              table(
                [30, 30, 40],
                [
                  [
                    th('B', 'Special educational needs (B)'),
                    th('E', 'Outcomes (E)'),
                    th('F', 'Special educational provision (F)'),
                  ],
                  [
                    cell(line(null, 'extra', 'All needs')),
                    cell(line(null, 'extra', 'All outcomes')),
                    cell(provisionLines('F', content.generalProvision, { list: '•' }, ['Who', 'How often', 'Review'])),
                  ],
                ],
              ),
            ]
          : []),
        head(null, 'Sections C and G: Health'),
        ...(has(content, 'C')
          ? [
              table(
                [45, 55],
                [
                  [th('C', 'Health needs (C)'), th('G', 'Health provision (G)')],
                  [cell(body('C', content.C)), cell(care('G', content.G))],
                ],
              ),
            ]
          : [table([100], [[th('G', 'Health provision (G)')], [cell(care('G', content.G))]])]),
        head(null, 'Sections D and H: Social care'),
        ...(has(content, 'D') && hList.length > 0
          ? [
              table(
                [34, ...hList.map(() => 66 / hList.length)],
                [
                  [
                    th('D', 'Social care needs (D)'),
                    ...hList.map(({ section, letter }) =>
                      th(
                        section,
                        letter === 'H1'
                          ? 'Provision under the 1970 Act (H1)'
                          : letter === 'H2'
                            ? 'Other social care provision (H2)'
                            : 'Social care provision (H)',
                      ),
                    ),
                  ],
                  [cell(body('D', content.D)), ...hList.map(({ section, care: one }) => cell(care(section, one)))],
                ],
              ),
            ]
          : [table([100], [[th('D', 'Social care needs (D)')], [cell(body('D', content.D))]])]),
        { kind: 'break', turn: 'portrait' },
        head('I', 'Section I: Placement'),
        ...body('I', content.I),
        head('J', 'Section J: Personal budget'),
        ...body('J', content.J),
        head('K', 'Section K: Advice and information'),
        adviceTable(content, ['Author', 'Job title', 'Service', 'Date'], 'long'),
      ],
    };
  },
};
