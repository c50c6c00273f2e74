import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceTable, body, counter, factRows, FOOTER, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Node, Text } from '../paper.ts';
import { socialHeads } from './social-care.ts';

/** As a case system prints it: I and J before A, K before B, provision as label and value rows. */
export const portal: Template = {
  id: 'portal',
  set(content) {
    const next = counter();
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { heading: 2, bar: 'E0E0E0' });
    const rows = (section: string, care: Care): Node[] => [
      ...body(section, care.paragraphs),
      ...care.provision.map((row) =>
        table(
          [28, 72],
          [
            ['Provision', row.text],
            ['Responsible', row.who],
            ['Frequency', row.often],
            ['Review', row.review],
          ]
            .filter(([, words]) => words !== '')
            .map(([label = '', words = '']) => [
              cell(line(section, 'label', label, { bold: true })),
              cell(line(section, 'body', words)),
            ]),
          { lines: 'across' },
        ),
      ),
    ];
    return {
      header: `EHC Plan – ${content.child.name}`,
      footer: `Printed from the EHC hub   ${FOOTER}`,
      font: 'sans',
      points: 9.5,
      nodes: [
        line(null, 'extra', 'EHC Plan', { heading: 1 }),
        line(null, 'extra', 'Personal details', { heading: 2 }),
        table([22, 28, 22, 28], factRows(frontFacts(content, 3, 'slashes'), 2)),
        head('I', 'Section I: Name and type of setting'),
        ...body('I', content.I),
        head('J', 'Section J: Personal Budget (including arrangements for direct payments)'),
        ...body('J', content.J),
        head(
          'A',
          'Section A: The views, interests and aspirations of the child and their parents, or the young person',
        ),
        ...views(content, { bold: true }, { marker: '•' }),
        head('K', 'Section K: Information and advice gathered during the EHC needs assessment'),
        adviceTable(content, ['Date', 'Advice from', 'Role', 'Team'], 'slashes', [3, 0, 1, 2]),
        head('B', 'Section B: The child’s special educational needs (SEN)'),
        ...needs(content, { bold: true }),
        head('E', 'Section E: The outcomes sought for the child'),
        ...content.areas.flatMap((area) =>
          area.outcomes.map((outcome) =>
            table(
              [28, 72],
              [
                [cell(line('E', 'label', `Outcome ${next()}`, { bold: true })), cell(line('E', 'body', outcome.text))],
                ...(outcome.steps.length > 0
                  ? [[cell(line('E', 'label', 'Steps', { bold: true })), cell(body('E', outcome.steps))]]
                  : []),
                ...(outcome.byWhen === ''
                  ? []
                  : [
                      [
                        cell(line('E', 'label', 'To be achieved by', { bold: true })),
                        cell(line('E', 'body', outcome.byWhen)),
                      ],
                    ]),
              ],
              { lines: 'across' },
            ),
          ),
        ),
        head('F', 'Section F: The special educational provision required'),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, { bold: true }),
          ...rows('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...rows('F', { paragraphs: [], provision: content.generalProvision }),
        ...(has(content, 'C') ? [head('C', 'Section C: Health needs related to SEN'), ...body('C', content.C)] : []),
        head('G', 'Section G: Health provision reasonably required'),
        ...rows('G', content.G),
        ...(has(content, 'D')
          ? [head('D', 'Section D: Social care needs related to SEN'), ...body('D', content.D)]
          : []),
        ...socialHeads(
          content,
          head,
          'Section H1: Social care provision which must be made under the CSDPA 1970',
          'Section H2: Other social care provision reasonably required',
          'Section H: Social care provision',
          rows,
        ),
      ],
    };
  },
};
