import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factLines, FOOTER, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line } from '../paper.ts';
import type { Node, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** Health and social care as chapters with "Needs (C)" and "Provision (G)" inside; titles numbered by Word. */
export const chapters: Template = {
  id: 'chapters',
  set(content) {
    const chapter = (words: string): Text => line(null, 'heading', words, { heading: 1, list: '%1.' });
    const head = (section: string, words: string): Text => line(section, 'heading', words, { heading: 2 });
    const sub = { heading: 3 } as const;
    const care = (section: string, one: Care): Node[] => [
      ...body(section, one.paragraphs),
      ...one.provision.map((row, index) =>
        line(
          section,
          'body',
          `${row.text} (${[row.who, row.often].filter(Boolean).join('; ')})${row.review === '' ? '' : ` Review: ${row.review}`}`,
          { marker: `${index + 1}.` },
        ),
      ),
    ];
    return {
      header: content.reference,
      footer: `${content.child.name}   ${FOOTER}`,
      font: 'serif',
      points: 11,
      nodes: [
        line(null, 'extra', `Education, Health and Care Plan for ${content.child.name}`, { bold: true, points: 20 }),
        ...factLines(frontFacts(content, 0, 'long')),
        chapter('Me and my family'),
        head('A', 'Views, interests and aspirations (Section A)'),
        ...views(content, sub, { list: '•' }),
        chapter('Education'),
        head('B', 'Special educational needs (Section B)'),
        ...needs(content, sub),
        head('E', 'Outcomes (Section E)'),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, sub),
          ...area.outcomes.flatMap((outcome, index) => [
            line('E', 'body', outcome.text, { marker: `${index + 1}.` }),
            ...body('E', outcome.steps, { marker: `${index + 1}.1`, indent: 2 }),
          ]),
        ]),
        head('F', 'Special educational provision (Section F)'),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, sub),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('I', 'Placement (Section I)'),
        ...body('I', content.I),
        chapter('Health'),
        ...(has(content, 'C') ? [head('C', 'Health needs (Section C)'), ...body('C', content.C)] : []),
        head('G', 'Health provision (Section G)'),
        ...care('G', content.G),
        chapter('Social care'),
        ...(has(content, 'D') ? [head('D', 'Social care needs (Section D)'), ...body('D', content.D)] : []),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(
            section,
            letter === 'H1'
              ? 'Social care provision under the 1970 Act (Section H1)'
              : letter === 'H2'
                ? 'Other social care provision (Section H2)'
                : 'Social care provision (Section H)',
          ),
          ...care(section, one),
        ]),
        chapter('Money'),
        head('J', 'Personal budget (Section J)'),
        ...body('J', content.J),
        chapter('Appendices'),
        head('K', 'Advice and information (Section K)'),
        ...content.K.map((one, index) => {
          const [author, role, agency, date] = adviceParts(one, 'long');
          return line(
            'K',
            'body',
            `Appendix ${index + 1}: ${[author, role, agency].filter(Boolean).join(', ')}${date === '' ? '' : ` (${date})`}`,
          );
        }),
      ],
    };
  },
};
