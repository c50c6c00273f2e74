import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factLines, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line, phrases } from '../paper.ts';
import type { Text } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** Provision as sentences under bold lead-ins, outcome, date and steps on lines of one block, section titles in small caps. */
export const narrative: Template = {
  id: 'narrative',
  set(content) {
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { heading: 2, isCentred: true });
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...one.provision.map((row) =>
        phrases(
          section,
          [
            { role: 'body', words: row.text },
            {
              role: 'body',
              words: `(Who: ${row.who}; how often: ${row.often}${row.review === '' ? '' : `; review: ${row.review}`})`,
            },
          ],
          { list: '•' },
        ),
      ),
    ];
    return {
      header: 'EDUCATION, HEALTH AND CARE PLAN',
      footer: `${content.child.name} (${content.reference}) page {page} of {pages}`,
      font: 'serif',
      points: 12,
      nodes: [
        line(null, 'extra', 'EDUCATION, HEALTH AND CARE PLAN', { heading: 1, isCentred: true }),
        line(null, 'extra', `This plan is about ${content.child.name}.`),
        ...factLines(frontFacts(content, 0, 'long')),
        head('A', 'SECTION A'),
        line('A', 'heading', 'Views, interests and aspirations', { italic: true, isCentred: true }),
        ...views(content, { italic: true, bold: true }, { marker: '–' }),
        head('B', 'SECTION B'),
        line('B', 'heading', 'Special educational needs', { italic: true, isCentred: true }),
        ...needs(content, { italic: true, bold: true }),
        ...(has(content, 'C')
          ? [
              head('C', 'SECTION C'),
              line('C', 'heading', 'Health needs', { italic: true, isCentred: true }),
              ...body('C', content.C),
            ]
          : []),
        ...(has(content, 'D')
          ? [
              head('D', 'SECTION D'),
              line('D', 'heading', 'Social care needs', { italic: true, isCentred: true }),
              ...body('D', content.D),
            ]
          : []),
        head('E', 'SECTION E'),
        line('E', 'heading', 'Outcomes', { italic: true, isCentred: true }),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { italic: true, bold: true }),
          ...area.outcomes.flatMap((outcome) => [
            line('E', 'body', outcome.text),
            ...outcome.steps.map((step) => line('E', 'body', `To work towards this: ${step}`, { indent: 1 })),
          ]),
        ]),
        head('F', 'SECTION F'),
        line('F', 'heading', 'Special educational provision', { italic: true, isCentred: true }),
        ...content.areas.flatMap((area) => [
          ...(area.provision.length > 0 ? [line('F', 'sub', area.title, { italic: true, bold: true })] : []),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'SECTION G'),
        line('G', 'heading', 'Health provision', { italic: true, isCentred: true }),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, `SECTION ${letter}`),
          line(section, 'heading', socialTitle(letter), { italic: true, isCentred: true }),
          ...care(section, one),
        ]),
        head('I', 'SECTION I'),
        line('I', 'heading', 'Placement', { italic: true, isCentred: true }),
        ...body('I', content.I),
        head('J', 'SECTION J'),
        line('J', 'heading', 'Personal budget', { italic: true, isCentred: true }),
        ...body('J', content.J),
        head('K', 'SECTION K'),
        line('K', 'heading', 'Advice and information', { italic: true, isCentred: true }),
        ...content.K.map((one) => {
          const [author, role, agency, date] = adviceParts(one, 'long');
          return line(
            'K',
            'body',
            `${role}${agency === '' ? '' : ` (${agency})`}: ${author}${date === '' ? '' : ` on ${date}`}`,
            { list: '%1.' },
          );
        }),
      ],
    };
  },
};
