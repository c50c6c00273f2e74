import type { Care } from '../../../../build/sample/plan-content.ts';
import {
  adviceParts,
  body,
  counter,
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
import type { Cell, Node, Text } from '../paper.ts';

/** Each section a table of its own whose first row, dark with white capitals, is the heading; guidance beneath in italics. */
export const cellHeadings: Template = {
  id: 'cell-headings',
  set(content) {
    const next = counter();
    const box = (section: string, title: string, note: string, rows: Cell[][], columns: number): Node =>
      table(columns === 1 ? [100] : [8, 62, 30], [
        [cell(line(section, 'heading', title, { bold: true, ink: 'FFFFFF' }), { fill: '2F5233', span: columns })],
        ...(note === '' ? [] : [[cell(line(section, 'note', note, { italic: true, points: 9 }), { span: columns })]]),
        ...rows,
      ]);
    const one = (section: string, title: string, note: string, nodes: Cell['nodes']): Node =>
      box(section, title, note, [[cell(nodes)]], 1);
    const care = (section: string, each: Care): Text[] => [
      ...body(section, each.paragraphs),
      ...provisionLines(section, each.provision, { marker: '•' }, ['Provided by', 'Frequency', 'Monitoring']),
    ];
    return {
      header: null,
      footer: `${content.child.name} DOB ${content.dates.dateOfBirth ?? ''} ${FOOTER}`,
      font: 'sans',
      points: 10,
      nodes: [
        line(null, 'extra', content.authority.toUpperCase(), { bold: true, points: 16 }),
        line(null, 'extra', 'EDUCATION HEALTH AND CARE PLAN', { bold: true, points: 16 }),
        table([50, 50], factRows(frontFacts(content, 1, 'long'), 1), { lines: 'across' }),
        { kind: 'break' },
        one(
          'A',
          'SECTION A – VIEWS, INTERESTS AND ASPIRATIONS',
          'Please complete with the child and the family.',
          views(content, { bold: true }, { marker: '•' }),
        ),
        one(
          'B',
          'SECTION B – SPECIAL EDUCATIONAL NEEDS',
          'This section must specify all special educational needs.',
          needs(content, { bold: true }),
        ),
        ...(has(content, 'C')
          ? [one('C', 'SECTION C – HEALTH NEEDS', 'To be completed by health.', body('C', content.C))]
          : []),
        ...(has(content, 'D') ? [one('D', 'SECTION D – SOCIAL CARE NEEDS', '', body('D', content.D))] : []),
        box(
          'E',
          'SECTION E – OUTCOMES',
          'Outcomes should be specific, measurable, achievable, realistic and time bound.',
          [
            ['', 'Outcome', 'Steps towards it'].map((words) =>
              cell(line('E', 'th', words, { bold: true }), { fill: 'DDE8DD' }),
            ),
            ...content.areas.flatMap((area) =>
              area.outcomes.map((outcome) => [
                cell(line('E', 'label', String(next()))),
                cell(line('E', 'body', outcome.text)),
                cell(body('E', outcome.steps, { marker: '•' })),
              ]),
            ),
          ],
          3,
        ),
        one('F', 'SECTION F – SPECIAL EDUCATIONAL PROVISION', '', [
          ...content.areas.flatMap((area) => [
            line('F', 'sub', area.title, { bold: true }),
            ...provisionLines('F', area.provision, { marker: '•' }, ['Provided by', 'Frequency', 'Monitoring']),
          ]),
          ...provisionLines('F', content.generalProvision, { marker: '•' }, ['Provided by', 'Frequency', 'Monitoring']),
        ]),
        one('G', 'SECTION G – HEALTH PROVISION', '', care('G', content.G)),
        ...(isMerged(content)
          ? [
              one('H1+H2', 'SECTION H – SOCIAL CARE PROVISION', '', [
                ...care('H1+H2', content.H1),
                ...care('H1+H2', content.H2),
              ]),
            ]
          : [
              ...(has(content, 'H1')
                ? [one('H1', 'SECTION H1 – SOCIAL CARE PROVISION (CSDPA 1970)', '', care('H1', content.H1))]
                : []),
              ...(has(content, 'H2')
                ? [one('H2', 'SECTION H2 – OTHER SOCIAL CARE PROVISION', '', care('H2', content.H2))]
                : []),
            ]),
        one('I', 'SECTION I – PLACEMENT', '', body('I', content.I)),
        one('J', 'SECTION J – PERSONAL BUDGET', '', body('J', content.J)),
        one(
          'K',
          'SECTION K – ADVICE AND INFORMATION',
          '',
          content.K.map((each) => line('K', 'body', adviceParts(each, 'long').filter(Boolean).join(' – '))),
        ),
        line(null, 'extra', 'SIGNATURES', { bold: true, points: 12 }),
        line(null, 'extra', 'Signed on behalf of the local authority by a duly authorised officer: ______________'),
      ],
    };
  },
};
