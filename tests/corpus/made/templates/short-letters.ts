import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, frontFacts, has, isMerged, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Node, Text } from '../paper.ts';

/** Headings "A: …" in a line, H1 and H2 as one heading with two letters; provision in Word's bulleted list with brackets. */
export const shortLetters: Template = {
  id: 'short-letters',
  set(content) {
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { bold: true, points: 14, ink: '0B6B5D' });
    const provision = (section: string, care: Care): Text[] => [
      ...body(section, care.paragraphs),
      ...care.provision.map((row) => line(section, 'body', row.text, { list: '•' })),
    ];
    const withDetails = (section: string, care: Care): Node[] =>
      care.provision.length === 0
        ? body(section, care.paragraphs)
        : [
            ...body(section, care.paragraphs),
            table(
              [50, 50],
              [
                ['What will be provided', 'Who, how often and review'].map((words) =>
                  cell(line(section, 'th', words, { bold: true })),
                ),
                ...care.provision.map((row) => [
                  cell(line(section, 'body', row.text)),
                  cell([row.who, row.often, row.review].filter(Boolean).map((words) => line(section, 'body', words))),
                ]),
              ],
              { heads: 1 },
            ),
          ];
    return {
      header: 'PRIVATE AND CONFIDENTIAL',
      footer: `${content.child.name}, page {page}`,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', `${content.authority} EHC plan`, { bold: true, points: 20 }),
        table([45, 55], factRows(frontFacts(content, 2, 'long'), 1), { lines: 'none' }),
        head('A', 'A: My story, my views and my hopes'),
        ...views(content, { bold: true, italic: true }, { list: '•' }),
        head('B', 'B: My special educational needs'),
        ...needs(content, { bold: true, italic: true }),
        ...(has(content, 'C') ? [head('C', 'C: My health needs'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'D: My social care needs'), ...body('D', content.D)] : []),
        head('E', 'E: My outcomes'),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { bold: true, italic: true }),
          ...area.outcomes.flatMap((outcome) => [
            line('E', 'body', outcome.text, { list: '•' }),
            ...outcome.steps.map((step) => line('E', 'body', `Step: ${step}`, { indent: 2 })),
          ]),
        ]),
        head('F', 'F: My special educational provision'),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, { bold: true, italic: true }),
          ...withDetails('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...withDetails('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'G: My health provision'),
        ...withDetails('G', content.G),
        ...(isMerged(content) || (content.H1.provision.length === 0 && content.H2.provision.length === 0)
          ? has(content, 'H1')
            ? [
                head('H1+H2', 'H1 and H2: My social care provision'),
                ...provision('H1+H2', content.H1),
                ...provision('H1+H2', content.H2),
              ]
            : []
          : [
              head('H1', 'H1: Social care provision for disabled children (1970 Act)'),
              ...withDetails('H1', content.H1),
              head('H2', 'H2: Any other social care provision'),
              ...withDetails('H2', content.H2),
            ]),
        head('I', 'I: My school or college'),
        ...body('I', content.I),
        head('J', 'J: My personal budget'),
        ...body('J', content.J),
        head('K', 'K: Advice and reports'),
        ...content.K.map((one) => {
          const [author, role, agency, date] = adviceParts(one, 'short');
          return line('K', 'body', [role, author, agency, date].filter(Boolean).join('; '), { list: '%1.' });
        }),
      ],
    };
  },
};
