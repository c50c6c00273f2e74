import { adviceTable, body, counter, factRows, FOOTER, frontFacts, has, needs, provisionTable, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, phrases, table } from '../paper.ts';
import type { Node, Text } from '../paper.ts';
import { socialHeads } from './social-care.ts';

/** One table for each outcome: the outcome over the whole width, its steps, then the provision that serves it. */
export const perOutcome: Template = {
  id: 'per-outcome',
  set(content) {
    const next = counter();
    const bar = (section: string | null, words: string): Text =>
      line(section, 'heading', words, { bold: true, points: 13, ink: 'FFFFFF', bar: '1F4E79' });
    const heads = ['Provision', 'By whom', 'Frequency and duration', 'Review'] as const;
    return {
      header: `EHCP – ${content.child.name} – ${content.reference}`,
      footer: FOOTER,
      font: 'sans',
      points: 10,
      nodes: [
        line(null, 'extra', 'Education, Health & Care Plan', { bold: true, points: 22, isCentred: true }),
        table([25, 25, 25, 25], factRows(frontFacts(content, 1, 'slashes'), 2)),
        line(null, 'extra', 'Contents', { bold: true, points: 13 }),
        ...(
          [
            'Section A: Views, interests and aspirations',
            'Section B: Special educational needs',
            'Section C: Health needs',
            'Section D: Social care needs',
            'Sections E and F: Outcomes and special educational provision',
            'Section G: Health provision',
            'Section H: Social care provision',
            'Section I: Placement',
            'Section J: Personal budget',
            'Section K: Advice',
          ] as const
        ).map((words, index) => line(null, 'extra', words, { leaderTo: index + 2 })),
        { kind: 'break' },
        bar('A', 'Section A: Views, interests and aspirations'),
        ...views(content, { bold: true }, { list: '•' }),
        bar('B', 'Section B: Special educational needs'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C')
          ? [bar('C', 'Section C: Health needs related to special educational needs'), ...body('C', content.C)]
          : []),
        ...(has(content, 'D')
          ? [
              bar('D', 'Section D: Social care needs related to special educational needs or a disability'),
              ...body('D', content.D),
            ]
          : []),
        bar('E+F', 'Sections E and F: Outcomes and special educational provision'),
        ...content.areas.flatMap((area): Node[] => [
          line('E', 'label', area.title, { bold: true, points: 11 }),
          ...area.outcomes.map((outcome, index) =>
            table(
              [40, 22, 22, 16],
              [
                [
                  cell(
                    phrases('E', [
                      { role: 'label', words: `Outcome ${next()}:`, bold: true },
                      { role: 'body', words: outcome.text },
                    ]),
                    { span: 4, fill: 'DCE6F1' },
                  ),
                ],
                ...(outcome.steps.length > 0
                  ? [
                      [
                        cell(
                          [
                            line('E', 'label', 'Steps towards this outcome', { bold: true }),
                            ...body('E', outcome.steps, { list: '•' }),
                          ],
                          { span: 4 },
                        ),
                      ],
                    ]
                  : []),
                heads.map((words) => cell(line('F', 'th', words, { bold: true }), { fill: 'EEEEEE' })),
                ...(index === area.outcomes.length - 1 ? area.provision : []).map((row) =>
                  [row.text, row.who, row.often, row.review].map((words) => cell(line('F', 'body', words))),
                ),
              ],
            ),
          ),
        ]),
        ...(content.generalProvision.length > 0
          ? [
              line('F', 'label', 'Provision for all outcomes', { bold: true, points: 11 }),
              ...provisionTable('F', content.generalProvision, heads, 'EEEEEE'),
            ]
          : []),
        bar('G', 'Section G: Health provision reasonably required'),
        ...body('G', content.G.paragraphs),
        ...provisionTable('G', content.G.provision, heads, 'EEEEEE'),
        ...socialHeads(
          content,
          bar,
          'Section H1: Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970',
          'Section H2: Any other social care provision reasonably required',
          'Section H: Social care provision',
          (section, care) => [
            ...body(section, care.paragraphs),
            ...provisionTable(section, care.provision, heads, 'EEEEEE'),
          ],
        ),
        bar('I', 'Section I: Placement'),
        ...body('I', content.I),
        bar('J', 'Section J: Personal budget'),
        ...body('J', content.J),
        bar('K', 'Section K: Advice and information'),
        adviceTable(content, ['Advice', 'Name', 'Service', 'Date of report'], 'slashes', [1, 0, 2, 3]),
      ],
    };
  },
};
