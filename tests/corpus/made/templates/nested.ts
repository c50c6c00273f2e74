import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, FOOTER, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Cell } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** Everything in one table of three columns: letter, title, text; outcomes and provision nested as tables in its cells. */
export const nested: Template = {
  id: 'nested',
  set(content) {
    const row = (section: string, letter: string, title: string, nodes: Cell['nodes']): Cell[] => [
      cell(line(section, 'heading', letter, { bold: true }), { fill: 'E6EEF7' }),
      cell(line(section, 'heading', title, { bold: true }), { fill: 'E6EEF7' }),
      cell(nodes),
    ];
    const inner = (section: string, one: Care): Cell['nodes'] => [
      ...body(section, one.paragraphs),
      ...(one.provision.length === 0
        ? []
        : [
            table(
              [40, 25, 20, 15],
              [
                ['Provision', 'Who', 'How often', 'Review'].map((words) =>
                  cell(line(section, 'th', words, { bold: true })),
                ),
                ...one.provision.map((each) =>
                  [each.text, each.who, each.often, each.review].map((words) => cell(line(section, 'body', words))),
                ),
              ],
            ),
          ]),
    ];
    return {
      header: content.child.name,
      footer: FOOTER,
      font: 'sans',
      points: 9.5,
      nodes: [
        line(null, 'extra', `${content.authority}: EHC plan`, { bold: true, points: 18 }),
        table([30, 70], factRows(frontFacts(content, 1, 'long'), 1)),
        table(
          [6, 18, 76],
          [
            row('A', 'A', 'Views, interests and aspirations', views(content, { bold: true }, { list: '•' })),
            row('B', 'B', 'Special educational needs', needs(content, { bold: true })),
            ...(has(content, 'C') ? [row('C', 'C', 'Health needs', body('C', content.C))] : []),
            ...(has(content, 'D') ? [row('D', 'D', 'Social care needs', body('D', content.D))] : []),
            row('E', 'E', 'Outcomes', [
              table(
                [10, 55, 35],
                [
                  ['No.', 'Outcome', 'Short-term targets'].map((words) => cell(line('E', 'th', words, { bold: true }))),
                  ...content.areas
                    .flatMap((area) => area.outcomes)
                    .map((outcome, index) => [
                      cell(line('E', 'label', String(index + 1))),
                      cell(line('E', 'body', outcome.text)),
                      cell(body('E', outcome.steps)),
                    ]),
                ],
              ),
            ]),
            row(
              'F',
              'F',
              'Special educational provision',
              inner('F', {
                paragraphs: [],
                provision: [...content.areas.flatMap((area) => area.provision), ...content.generalProvision],
              }),
            ),
            row('G', 'G', 'Health provision', inner('G', content.G)),
            ...social(content).map(({ section, letter, care }) =>
              row(section, letter, socialTitle(letter), inner(section, care)),
            ),
            row('I', 'I', 'Placement', body('I', content.I)),
            row('J', 'J', 'Personal budget', body('J', content.J)),
            row('K', 'K', 'Advice and information', [
              table(
                [30, 28, 26, 16],
                [
                  ['Name', 'Role', 'Service', 'Date'].map((words) => cell(line('K', 'th', words, { bold: true }))),
                  ...content.K.map((one) => adviceParts(one, 'slashes').map((words) => cell(line('K', 'body', words)))),
                ],
              ),
            ]),
          ],
        ),
      ],
    };
  },
};
