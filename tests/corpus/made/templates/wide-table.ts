import type { Care } from '../../../../build/sample/plan-content.ts';
import {
  adviceTable,
  body,
  counter,
  factLines,
  FOOTER,
  frontFacts,
  has,
  needs,
  provisionTable,
  views,
} from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, phrases, table } from '../paper.ts';
import type { Cell, Node, Text } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** Landscape: outcomes and provision in one table of six columns without any letter; the rest plain. */
export const wideTable: Template = {
  id: 'wide-table',
  set(content) {
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { heading: 2, ink: '444488' });
    const th = (section: string, words: string): Cell =>
      cell(line(section, 'th', words, { bold: true }), { fill: 'DDDDEE' });
    const next = counter();
    const care = (section: string, one: Care): Node[] => [
      ...body(section, one.paragraphs),
      ...provisionTable(section, one.provision, ['What', 'Who', 'When', 'Monitoring'], 'DDDDEE'),
    ];
    return {
      header: content.child.name,
      footer: `${content.authority} ${FOOTER}`,
      font: 'serif',
      points: 10.5,
      nodes: [
        line(null, 'extra', 'Education Health and Care Plan', { heading: 1 }),
        ...factLines(frontFacts(content, 2, 'long')),
        head('A', 'A. Views, interests and aspirations'),
        ...views(content, { bold: true }, { list: '•' }),
        head('B', 'B. Special educational needs'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [head('C', 'C. Health needs'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'D. Social care needs'), ...body('D', content.D)] : []),
        { kind: 'break', turn: 'landscape' },
        head('E+F', 'E and F. Outcomes and special educational provision'),
        table(
          [22, 18, 24, 14, 12, 10],
          [
            [
              th('E', 'Outcome'),
              th('E', 'Steps towards the outcome'),
              th('F', 'Provision'),
              th('F', 'Who'),
              th('F', 'How often'),
              th('F', 'Review'),
            ],
            ...content.areas.flatMap((area) => {
              const count = Math.max(area.outcomes.length, area.provision.length);
              return Array.from({ length: count }, (_, index) => {
                const outcome = area.outcomes[index];
                const row = area.provision[index];
                return [
                  cell(
                    outcome === undefined
                      ? []
                      : phrases('E', [
                          { role: 'label', words: `${next()}.` },
                          { role: 'body', words: outcome.text },
                        ]),
                  ),
                  cell(body('E', outcome?.steps ?? [])),
                  ...[row?.text, row?.who, row?.often, row?.review].map((words) =>
                    cell(words === undefined || words === '' ? [] : line('F', 'body', words)),
                  ),
                ];
              });
            }),
            ...content.generalProvision.map((row) => [
              cell([]),
              cell([]),
              ...[row.text, row.who, row.often, row.review].map((words) =>
                cell(words === '' ? [] : line('F', 'body', words)),
              ),
            ]),
          ],
          { heads: 1 },
        ),
        { kind: 'break', turn: 'portrait' },
        head('G', 'G. Health provision'),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, `${letter}. ${socialTitle(letter)}`),
          ...care(section, one),
        ]),
        head('I', 'I. Placement'),
        ...body('I', content.I),
        head('J', 'J. Personal budget'),
        ...body('J', content.J),
        head('K', 'K. Advice and information'),
        adviceTable(content, ['Role', 'Name', 'Service', 'Date'], 'long', [1, 0, 2, 3]),
      ],
    };
  },
};
