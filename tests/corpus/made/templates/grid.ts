import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, FOOTER, frontFacts, has, needs } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Cell, Node, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** Views as a grid of four boxes; each outcome a card with questions down its left side; letters only in brackets. */
export const grid: Template = {
  id: 'grid',
  set(content) {
    const bar = (section: string | null, words: string): Text =>
      line(section, 'heading', words, { bold: true, points: 16, ink: 'B03060' });
    const q = (section: string, words: string): Cell =>
      cell(line(section, 'tag', words, { bold: true }), { fill: 'F8E0E8' });
    const boxesOf = content.A.map((part) =>
      cell([
        line('A', 'sub', part.title, { bold: true }),
        ...body('A', part.paragraphs, part.isList ? { list: '•' } : {}),
      ]),
    );
    const pairs = boxesOf.flatMap((one, index) => (index % 2 === 0 ? [[one, boxesOf[index + 1] ?? cell([])]] : []));
    const provisionRows = (section: string, one: Care): Cell[][] =>
      one.provision.flatMap((row) => [
        [q(section, `What will happen (${section.slice(0, 2)})`), cell(line(section, 'body', row.text))],
        [q(section, 'Who will do it'), cell(line(section, 'body', row.who))],
        [q(section, 'How often'), cell(line(section, 'body', row.often))],
        ...(row.review === '' ? [] : [[q(section, 'How we will check'), cell(line(section, 'body', row.review))]]),
      ]);
    const careTable = (section: string, one: Care): Node[] => [
      ...body(section, one.paragraphs),
      ...(one.provision.length > 0 ? [table([26, 74], provisionRows(section, one))] : []),
    ];
    return {
      header: `${content.child.knownAs}’s plan`,
      footer: FOOTER,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', `${content.child.name}: Education, Health and Care Plan`, { bold: true, points: 22 }),
        table([25, 25, 25, 25], factRows(frontFacts(content, 2, 'short'), 2)),
        bar('A', 'About me (Section A)'),
        table([50, 50], pairs),
        bar('B', 'My needs (Section B)'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [bar('C', 'My health needs (Section C)'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [bar('D', 'My social care needs (Section D)'), ...body('D', content.D)] : []),
        bar(null, 'My outcomes (Section E) and provision (Section F)'),
        ...content.areas.flatMap((area) =>
          area.outcomes.map((outcome, index) =>
            table(
              [26, 74],
              [
                [q('E', 'What we want (E)'), cell(line('E', 'body', outcome.text))],
                ...(outcome.steps.length > 0
                  ? [[q('E', 'Small steps'), cell(body('E', outcome.steps, { list: '•' }))]]
                  : []),
                ...(index === area.outcomes.length - 1
                  ? provisionRows('F', { paragraphs: [], provision: area.provision })
                  : []),
              ],
            ),
          ),
        ),
        ...(content.generalProvision.length > 0
          ? [table([26, 74], provisionRows('F', { paragraphs: [], provision: content.generalProvision }))]
          : []),
        bar('G', 'Help from health services (Section G)'),
        ...careTable('G', content.G),
        ...social(content).flatMap(({ section, letter, care }) => [
          bar(
            section,
            letter === 'H1'
              ? 'Help from social care that I must have (Section H1)'
              : letter === 'H2'
                ? 'Other help from social care (Section H2)'
                : 'Help from social care (Section H)',
          ),
          ...careTable(section, care),
        ]),
        bar('I', 'My school or college (Section I)'),
        ...body('I', content.I),
        bar('J', 'My money (Section J)'),
        ...body('J', content.J),
        bar('K', 'Who gave advice (Section K)'),
        ...content.K.map((one) => {
          const [author, role, agency, date] = adviceParts(one, 'slashes');
          return line('K', 'body', [author, role, agency, date].filter(Boolean).join(' | '));
        }),
      ],
    };
  },
};
