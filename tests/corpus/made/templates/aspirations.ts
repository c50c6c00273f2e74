import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, FOOTER, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Cell, Node, Text } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** Outcomes between aspirations and success criteria; provision after the area of need, before staffing and resources. */
export const aspirations: Template = {
  id: 'aspirations',
  set(content) {
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { bold: true, points: 14, bar: 'C6D9F1' });
    const th = (section: string, list: readonly string[]): Cell[] =>
      list.map((words) => cell(line(section, 'th', words, { bold: true }), { fill: 'DBE5F1' }));
    const care = (section: string, rows: readonly { area: string; care: Care }[]): Node[] => {
      const list = rows.flatMap(({ area, care: one }) => one.provision.map((row) => ({ area, row })));
      return [
        ...rows.flatMap((each) => body(section, each.care.paragraphs)),
        ...(list.length === 0
          ? []
          : [
              table(
                [16, 34, 20, 16, 14],
                [
                  th(section, [
                    'Area of need',
                    'Provision',
                    'Staffing and resources',
                    'Frequency',
                    'Review arrangements',
                  ]),
                  ...list.map(({ area, row }) => [
                    cell(line(section, 'label', area)),
                    ...[row.text, row.who, row.often, row.review].map((words) =>
                      cell(words === '' ? [] : line(section, 'body', words)),
                    ),
                  ]),
                ],
                { heads: 1 },
              ),
            ]),
      ];
    };
    return {
      header: `${content.child.name} | EHC plan`,
      footer: FOOTER,
      font: 'sans',
      points: 10,
      nodes: [
        line(null, 'extra', 'Education, Health and Care Plan', { bold: true, points: 22 }),
        table([40, 60], factRows(frontFacts(content, 0, 'long'), 1)),
        head('A', 'SECTION A: Views, interests and aspirations'),
        ...views(content, { bold: true }, { list: '•' }),
        head('B', 'SECTION B: Special educational needs'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [head('C', 'SECTION C: Health needs'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'SECTION D: Social care needs'), ...body('D', content.D)] : []),
        head('E', 'SECTION E: Outcomes sought'),
        table(
          [20, 40, 26, 14],
          [
            th('E', ['Area of need', 'Outcome', 'Success criteria (steps)', 'To be achieved by']),
            ...content.areas.flatMap((area) =>
              area.outcomes.map((outcome) => [
                cell(line('E', 'label', area.title)),
                cell(line('E', 'body', outcome.text)),
                cell(body('E', outcome.steps)),
                cell(outcome.byWhen === '' ? [] : line('E', 'body', outcome.byWhen)),
              ]),
            ),
          ],
          { heads: 1 },
        ),
        head('F', 'SECTION F: Special educational provision'),
        ...care('F', [
          ...content.areas.map((area) => ({ area: area.title, care: { paragraphs: [], provision: area.provision } })),
          { area: 'All areas', care: { paragraphs: [], provision: content.generalProvision } },
        ]),
        head('G', 'SECTION G: Health provision'),
        ...care('G', [{ area: 'Health', care: content.G }]),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, `SECTION ${letter}: ${socialTitle(letter)}`),
          ...care(section, [{ area: 'Social care', care: one }]),
        ]),
        head('I', 'SECTION I: Placement'),
        ...body('I', content.I),
        head('J', 'SECTION J: Personal budget'),
        ...body('J', content.J),
        head('K', 'SECTION K: Advice and information'),
        table(
          [40, 40, 20],
          [
            th('K', ['Name and role', 'Service', 'Date of report']),
            ...content.K.map((one) => {
              const [author = '', role = '', agency = '', date = ''] = adviceParts(one, 'long');
              return [
                cell([line('K', 'body', author), line('K', 'body', role)]),
                cell(agency === '' ? [] : line('K', 'body', agency)),
                cell(date === '' ? [] : line('K', 'body', date)),
              ];
            }),
          ],
        ),
      ],
    };
  },
};
