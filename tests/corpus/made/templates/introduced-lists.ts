import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factLines, frontFacts, has, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line } from '../paper.ts';
import type { Text } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** Every list has a sentence that introduces it; roman numerals; who and how often behind dashes; "Section H(1)". */
export const introducedLists: Template = {
  id: 'introduced-lists',
  set(content) {
    const head = (section: string, words: string): Text => line(section, 'heading', words, { bold: true, points: 13 });
    const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...(one.provision.length > 0
        ? [line(section, 'note', `${content.child.knownAs} will receive the following provision:`)]
        : []),
      ...one.provision.flatMap((row, index) => [
        line(section, 'body', row.text, { marker: `(${roman[index] ?? 'x'})` }),
        line(section, 'body', [`Delivered by ${row.who}`, row.often, row.review].filter(Boolean).join(' – '), {
          indent: 2,
          italic: true,
        }),
      ]),
    ];
    return {
      header: null,
      footer: `${content.child.name} ${content.reference} page {page}`,
      font: 'serif',
      points: 11.5,
      nodes: [
        line(null, 'extra', content.authority, { bold: true, points: 16, isCentred: true }),
        line(null, 'extra', 'Education, Health and Care Plan', { bold: true, points: 16, isCentred: true }),
        ...factLines(frontFacts(content, 1, 'long')),
        { kind: 'break' },
        head('A', "Section 'A' Views, interests and aspirations"),
        ...views(content, { bold: true }, { marker: '•' }),
        head('B', "Section 'B' Special educational needs"),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [head('C', "Section 'C' Health needs"), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', "Section 'D' Social care needs"), ...body('D', content.D)] : []),
        head('E', "Section 'E' Outcomes"),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { bold: true }),
          ...(area.outcomes.length > 0 ? [line('E', 'note', 'The outcomes sought in this area are:')] : []),
          ...area.outcomes.flatMap((outcome, index) => [
            line('E', 'body', outcome.text, { marker: `(${roman[index] ?? 'x'})` }),
            ...(outcome.steps.length > 0
              ? [line('E', 'label', 'Shorter-term targets towards this outcome:', { indent: 2 })]
              : []),
            ...body('E', outcome.steps, { marker: '-', indent: 2 }),
          ]),
        ]),
        head('F', "Section 'F' Special educational provision"),
        ...content.areas.flatMap((area) =>
          area.provision.length === 0
            ? []
            : [
                line('F', 'sub', area.title, { bold: true }),
                ...care('F', { paragraphs: [], provision: area.provision }),
              ],
        ),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', "Section 'G' Health provision"),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, `Section '${letter.replace(/(\d)/, '($1)')}' ${socialTitle(letter)}`),
          ...care(section, one),
        ]),
        head('I', "Section 'I' Placement"),
        ...body('I', content.I),
        head('J', "Section 'J' Personal budget"),
        ...body('J', content.J),
        head('K', "Section 'K' Advice and information"),
        line('K', 'note', 'The following advice was considered when this plan was made:'),
        ...content.K.map((one, index) => {
          const [author, role, agency, date] = adviceParts(one, 'long');
          return line(
            'K',
            'body',
            `${author}, ${[role, agency].filter(Boolean).join(' at ')}${date === '' ? '' : ` (report of ${date})`}`,
            {
              marker: `(${roman[index] ?? 'x'})`,
            },
          );
        }),
      ],
    };
  },
};
