import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, FOOTER, frontFacts, has, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Cell, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** One merged cell on the left for each section, reaching over all of its rows. */
export const mergedSide: Template = {
  id: 'merged-side',
  set(content) {
    const side = (section: string, letter: string, title: string, rows: readonly (readonly Cell[])[]): Cell[][] =>
      rows.map((row, index) =>
        index === 0
          ? [
              cell(
                [
                  line(section, 'heading', `Section ${letter}`, { bold: true }),
                  line(section, 'heading', title, { bold: true }),
                ],
                { down: rows.length, fill: 'D9EAD3' },
              ),
              ...row,
            ]
          : [...row],
      );
    const wide = (nodes: readonly Text[]): Cell[] => [cell(nodes, { span: 2 })];
    const provision = (section: string, rows: readonly { title: string; care: Care }[]): Cell[][] => {
      const list = rows.flatMap(({ title, care }) => [
        ...(care.paragraphs.length > 0 ? [wide(body(section, care.paragraphs))] : []),
        ...(title !== '' && care.provision.length > 0 ? [wide([line(section, 'sub', title, { bold: true })])] : []),
        ...care.provision.map((each) => [
          cell(line(section, 'body', each.text)),
          cell([each.who, each.often, each.review].filter(Boolean).map((words) => line(section, 'body', words))),
        ]),
      ]);
      return list.length > 0 ? list : [wide([])];
    };
    return {
      header: content.child.name,
      footer: FOOTER,
      font: 'sans',
      points: 10,
      nodes: [
        line(null, 'extra', content.authority, { points: 12 }),
        line(null, 'extra', 'Education Health and Care Plan', { bold: true, points: 20 }),
        table([22, 28, 22, 28], factRows(frontFacts(content, 1, 'short'), 2)),
        { kind: 'break' },
        table(
          [20, 48, 32],
          [
            ...side('A', 'A', 'Views, interests and aspirations', [
              wide(views(content, { bold: true }, { marker: '•' })),
            ]),
            ...side('B', 'B', 'Special educational needs', [
              ...(content.needsSummary.length > 0 ? [wide(body('B', content.needsSummary))] : []),
              ...content.areas
                .filter((area) => area.strengths.length + area.needs.length > 0)
                .map((area) =>
                  wide([
                    line('B', 'sub', area.title, { bold: true }),
                    ...body('B', [...area.strengths, ...area.needs]),
                  ]),
                ),
            ]),
            ...(has(content, 'C') ? side('C', 'C', 'Health needs', [wide(body('C', content.C))]) : []),
            ...(has(content, 'D') ? side('D', 'D', 'Social care needs', [wide(body('D', content.D))]) : []),
            ...side(
              'E',
              'E',
              'Outcomes',
              content.areas.flatMap((area) =>
                area.outcomes.map((outcome) => [
                  cell([line('E', 'body', outcome.text), ...body('E', outcome.steps, { marker: '•' })]),
                  cell(outcome.byWhen === '' ? [] : line('E', 'body', outcome.byWhen)),
                ]),
              ),
            ),
            ...side('F', 'F', 'Special educational provision', [
              ...provision('F', [
                ...content.areas.map((area) => ({
                  title: area.title,
                  care: { paragraphs: [], provision: area.provision },
                })),
                { title: '', care: { paragraphs: [], provision: content.generalProvision } },
              ]),
            ]),
            ...side('G', 'G', 'Health provision', provision('G', [{ title: '', care: content.G }])),
            ...social(content).flatMap(({ section, letter, care }) =>
              side(
                section,
                letter,
                letter === 'H1'
                  ? 'Social care provision (1970 Act)'
                  : letter === 'H2'
                    ? 'Other social care provision'
                    : 'Social care provision',
                provision(section, [{ title: '', care }]),
              ),
            ),
            ...side('I', 'I', 'Placement', [wide(body('I', content.I))]),
            ...side('J', 'J', 'Personal budget', [wide(body('J', content.J))]),
            ...side(
              'K',
              'K',
              'Advice and information',
              content.K.map((one) => {
                const [author = '', role = '', agency = '', date = ''] = adviceParts(one, 'short');
                return [
                  cell(line('K', 'body', [author, role, agency].filter(Boolean).join(', '))),
                  cell(line('K', 'body', date)),
                ];
              }),
            ),
          ],
        ),
      ],
    };
  },
};
