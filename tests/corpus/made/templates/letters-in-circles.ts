import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, FOOTER, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, phrases, table } from '../paper.ts';
import type { Node, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** Each section's letter in a box beside its title; provision and outcomes as bold lead-ins within paragraphs. */
export const lettersInCircles: Template = {
  id: 'letters-in-circles',
  set(content) {
    const head = (section: string, letter: string, title: string): Node =>
      table(
        [8, 92],
        [
          [
            cell(line(section, 'heading', letter, { bold: true, points: 18, ink: 'FFFFFF' }), { fill: '7A4B9A' }),
            cell(line(section, 'heading', title, { bold: true, points: 14 })),
          ],
        ],
        { lines: 'none' },
      );
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...one.provision.flatMap((row) => [
        phrases(section, [
          { role: 'label', words: 'What:', bold: true },
          { role: 'body', words: row.text },
        ]),
        phrases(section, [
          { role: 'body', words: 'Who:', bold: true },
          { role: 'body', words: row.who },
        ]),
        phrases(section, [
          { role: 'body', words: 'When:', bold: true },
          { role: 'body', words: row.often },
        ]),
        ...(row.review === ''
          ? []
          : [
              phrases(section, [
                { role: 'body', words: 'How it is checked:', bold: true },
                { role: 'body', words: row.review },
              ]),
            ]),
      ]),
    ];
    const titles: Readonly<Record<string, string>> = {
      H1: 'Help at home that the law says I must have (1970 Act)',
      H2: 'Other help from social care',
      H: 'Help from social care',
    };
    return {
      header: `My plan – ${content.child.knownAs}`,
      footer: FOOTER,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', `My plan: ${content.child.name}`, { bold: true, points: 26 }),
        table([45, 55], factRows(frontFacts(content, 2, 'long'), 1), { lines: 'across' }),
        { kind: 'break' },
        head('A', 'A', 'All about me'),
        ...views(content, { bold: true }, { list: '•' }),
        head('B', 'B', 'My special educational needs'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [head('C', 'C', 'My health needs'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'D', 'My social care needs'), ...body('D', content.D)] : []),
        head('E', 'E', 'What I want to achieve'),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { bold: true }),
          ...area.outcomes.flatMap((outcome) => [
            phrases('E', [
              { role: 'label', words: 'Outcome:', bold: true },
              { role: 'body', words: outcome.text },
            ]),
            ...(outcome.byWhen === ''
              ? []
              : [
                  phrases('E', [
                    { role: 'body', words: 'By when:', bold: true },
                    { role: 'body', words: outcome.byWhen },
                  ]),
                ]),
            ...outcome.steps.map((step) =>
              phrases('E', [
                { role: 'label', words: 'Small step:', bold: true },
                { role: 'body', words: step },
              ]),
            ),
          ]),
        ]),
        head('F', 'F', 'Help I will have with learning'),
        ...content.areas.flatMap((area) =>
          area.provision.length === 0
            ? []
            : [
                line('F', 'sub', area.title, { bold: true }),
                ...care('F', { paragraphs: [], provision: area.provision }),
              ],
        ),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'G', 'Help from health services'),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, letter, titles[letter] ?? ''),
          ...care(section, one),
        ]),
        head('I', 'I', 'Where I learn'),
        ...body('I', content.I),
        head('J', 'J', 'My personal budget'),
        ...body('J', content.J),
        head('K', 'K', 'People who gave advice'),
        ...content.K.flatMap((one) => {
          const [author = '', role, agency, date] = adviceParts(one, 'long');
          return [
            line('K', 'body', [author, role, agency].filter(Boolean).join(', '), { bold: false }),
            ...(date === '' ? [] : [line('K', 'body', `Date: ${date}`)]),
          ];
        }),
      ],
    };
  },
};
