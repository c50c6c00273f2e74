import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, FOOTER, frontFacts, has, provisionLines, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, phrases, table } from '../paper.ts';
import type { Cell, Text } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** B and F side by side for each area of need, E in a table of its own, everything else as rows of a form. */
export const needsProvision: Template = {
  id: 'needs-provision',
  set(content) {
    const head = (section: string | null, words: string): Text =>
      line(section, 'heading', words, { bold: true, points: 14, bar: 'FDE9D9' });
    const th = (section: string, words: string): Cell =>
      cell(line(section, 'heading', words, { bold: true }), { fill: 'FBD5B5' });
    const rows = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...one.provision.map((row) =>
        phrases(section, [
          { role: 'body', words: row.text },
          { role: 'body', words: `By: ${row.who}.` },
          { role: 'body', words: `When: ${row.often}.` },
          { role: 'body', words: row.review === '' ? '' : `Review: ${row.review}.` },
        ]),
      ),
    ];
    return {
      header: null,
      footer: `Education, Health and Care Plan ${content.child.name} ${FOOTER}`,
      font: 'sans',
      points: 10.5,
      nodes: [
        line(null, 'extra', 'EHC PLAN', { bold: true, points: 26 }),
        table([25, 25, 25, 25], factRows(frontFacts(content, 1, 'short'), 2), { lines: 'across' }),
        head('A', 'Section A – Views, interests and aspirations'),
        ...views(content, { bold: true }, { marker: '•' }),
        head('E', 'Section E – Outcomes'),
        table(
          [12, 56, 32],
          [
            ['Ref', 'Outcome', 'Steps to the outcome'].map((words) =>
              cell(line('E', 'th', words, { bold: true }), { fill: 'FBD5B5' }),
            ),
            ...content.areas
              .flatMap((area) => area.outcomes)
              .map((outcome, index) => [
                cell(line('E', 'label', `E${index + 1}`)),
                cell(line('E', 'body', outcome.text)),
                cell(body('E', outcome.steps)),
              ]),
          ],
          { heads: 1 },
        ),
        head(null, 'Needs and provision'),
        ...content.areas
          .filter((area) => area.strengths.length + area.needs.length + area.provision.length > 0)
          .map((area) =>
            table(
              [45, 55],
              [
                [cell(line(null, 'label', area.title, { bold: true }), { span: 2 })],
                [th('B', 'Section B: Special educational needs'), th('F', 'Section F: Special educational provision')],
                [
                  cell(body('B', [...area.strengths, ...area.needs])),
                  cell(provisionLines('F', area.provision, { marker: '•' }, ['By', 'When', 'Review'])),
                ],
              ],
            ),
          ),
        ...(content.generalProvision.length > 0
          ? [
              table(
                [45, 55],
                [
                  [
                    th('B', 'Section B: Special educational needs'),
                    th('F', 'Section F: Special educational provision'),
                  ],
                  [
                    cell(body('B', content.needsSummary)),
                    cell(provisionLines('F', content.generalProvision, { marker: '•' }, ['By', 'When', 'Review'])),
                  ],
                ],
              ),
            ]
          : body('B', content.needsSummary).map((text) =>
              table([100], [[th('B', 'Section B: Special educational needs')], [cell(text)]]),
            )),
        ...(has(content, 'C') ? [head('C', 'Section C – Health needs'), ...body('C', content.C)] : []),
        head('G', 'Section G – Health provision'),
        ...rows('G', content.G),
        ...(has(content, 'D') ? [head('D', 'Section D – Social care needs'), ...body('D', content.D)] : []),
        ...social(content).flatMap(({ section, letter, care }) => [
          head(section, `Section ${letter} – ${socialTitle(letter)}`),
          ...rows(section, care),
        ]),
        head('I', 'Section I – School or other setting'),
        ...body('I', content.I),
        head('J', 'Section J – Personal budget'),
        ...body('J', content.J),
        head('K', 'Section K – Advice and information'),
        ...content.K.map((one) => {
          const [author, role, agency, date] = adviceParts(one, 'short');
          return line(
            'K',
            'body',
            `${date === '' ? '' : `${date} – `}${[author, role, agency].filter(Boolean).join(', ')}`,
            { list: '•' },
          );
        }),
      ],
    };
  },
};
