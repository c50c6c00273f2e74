import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, counter, factRows, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line, table } from '../paper.ts';
import type { Text } from '../paper.ts';
import { social } from './social-care.ts';

/** K as sentences, lettered outcomes, provision with "by whom" sub-lines, Section H undivided, an appendix after K. */
export const sentences: Template = {
  id: 'sentences',
  set(content) {
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { bold: true, points: 14, isCentred: true });
    const letters = counter();
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...one.provision.flatMap((row) => [
        line(section, 'body', row.text, { marker: '•' }),
        ...(
          [
            ['By whom', row.who],
            ['How often', row.often],
            ['Reviewed', row.review],
          ] as const
        )
          .filter(([, words]) => words !== '')
          .map(([label, words]) => line(section, 'body', `${label}: ${words}`, { marker: '–', indent: 2 })),
      ]),
    ];
    return {
      header: `EHCP for ${content.child.name}`,
      footer: '- {page} -',
      font: 'serif',
      points: 12,
      nodes: [
        line(null, 'extra', content.authority, { bold: true, points: 18, isCentred: true }),
        line(null, 'extra', 'Education, Health and Care Plan', { points: 16, isCentred: true }),
        line(null, 'extra', '☐ Draft   ☒ Final   ☐ Amended', {}),
        table([45, 55], factRows(frontFacts(content, 3, 'long'), 1)),
        { kind: 'break' },
        head('A', 'Section A'),
        head('A', 'Views, interests and aspirations'),
        ...views(content, { bold: true }, { marker: '•' }),
        head('B', 'Section B'),
        head('B', 'Special educational needs'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [head('C', 'Section C'), head('C', 'Health needs'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'Section D'), head('D', 'Social care needs'), ...body('D', content.D)] : []),
        head('E', 'Section E'),
        head('E', 'Outcomes'),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { bold: true }),
          ...area.outcomes.flatMap((outcome) => [
            line('E', 'body', outcome.text, { marker: `${String.fromCharCode(96 + letters())})` }),
            ...outcome.steps.map((step) => line('E', 'body', step, { marker: '•', indent: 2 })),
          ]),
        ]),
        head('F', 'Section F'),
        head('F', 'Special educational provision'),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, { bold: true }),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'Section G'),
        head('G', 'Health care provision'),
        ...care('G', content.G),
        ...(has(content, 'H1')
          ? [
              head('H1+H2', 'Section H'),
              head('H1+H2', 'Social care provision'),
              ...social(content).flatMap(({ care: one }) => care('H1+H2', one)),
            ]
          : []),
        head('I', 'Section I'),
        head('I', 'Placement'),
        ...body('I', content.I),
        head('J', 'Section J'),
        head('J', 'Personal budget'),
        ...body('J', content.J),
        head('K', 'Section K'),
        head('K', 'Advice and information'),
        ...content.K.map((one) => {
          const [author, role, agency, date] = adviceParts(one, 'long');
          const from = agency === '' ? '' : ` of ${agency}`;
          const when = date === '' ? '' : ` dated ${date}`;
          return line('K', 'body', `Advice${when} from ${author}, ${role}${from}.`);
        }),
        line(null, 'extra', 'Appendix 1: How to appeal', { bold: true, points: 14, isCentred: true }),
        line(
          null,
          'extra',
          'If you disagree with Section B, F or I of this plan you may appeal to the tribunal within two months.',
        ),
      ],
    };
  },
};
