import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceTable, body, factRows, FOOTER, frontFacts, has, provisionLines } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line, table } from '../paper.ts';
import type { Text } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** Headings within sections are lettered too (A1, B2, F3); an appeals page names sections in a list. */
export const subLetters: Template = {
  id: 'sub-letters',
  set(content) {
    const head = (section: string, words: string): Text => line(section, 'heading', words, { heading: 1 });
    const sub = { heading: 2 } as const;
    const labels = ['Delivered by', 'Frequency', 'Reviewed'] as const;
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...provisionLines(section, one.provision, { list: '•' }, labels, { indent: 1 }),
    ];
    return {
      header: `${content.child.name} – EHC plan`,
      footer: FOOTER,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', 'Education, Health and Care Plan', { bold: true, points: 22 }),
        table([40, 60], factRows(frontFacts(content, 0, 'slashes'), 1)),
        line(null, 'extra', 'Changes since the last plan', { bold: true }),
        line(null, 'extra', 'Section B: new assessment results have been added.', { list: '•' }),
        line(null, 'extra', 'Section F: provision has been rewritten.', { list: '•' }),
        line(null, 'extra', 'Section K: this year’s advice has been added.', { list: '•' }),
        { kind: 'break' },
        head('A', 'Section A: The views, interests and aspirations of the child and parents'),
        ...content.A.flatMap((part, index) => [
          line('A', 'sub', `A${index + 1}: ${part.title}`, sub),
          ...body('A', part.paragraphs, part.isList ? { list: '•' } : {}),
        ]),
        head('B', 'Section B: Special educational needs'),
        ...body('B', content.needsSummary),
        ...content.areas
          .filter((area) => area.strengths.length + area.needs.length > 0)
          .flatMap((area, index) => [
            line('B', 'sub', `B${index + 1}: ${area.title}`, sub),
            ...(area.strengths.length > 0 ? [line('B', 'sub', 'Strengths', { bold: true })] : []),
            ...body('B', area.strengths, { list: '•' }),
            ...(area.needs.length > 0 ? [line('B', 'sub', 'Needs', { bold: true })] : []),
            ...body('B', area.needs, { list: '•' }),
          ]),
        ...(has(content, 'C') ? [head('C', 'Section C: Health needs'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'Section D: Social care needs'), ...body('D', content.D)] : []),
        head('E', 'Section E: Outcomes'),
        ...content.areas
          .filter((area) => area.outcomes.length > 0)
          .flatMap((area, index) => [
            line('E', 'sub', `E${index + 1}: ${area.title}`, sub),
            ...area.outcomes.flatMap((outcome) => [
              line('E', 'body', outcome.text, { list: '•' }),
              ...outcome.steps.map((step) => line('E', 'body', `Short-term target: ${step}`, { indent: 2 })),
            ]),
          ]),
        head('F', 'Section F: Special educational provision'),
        ...content.areas
          .filter((area) => area.provision.length > 0)
          .flatMap((area, index) => [
            line('F', 'sub', `F${index + 1}: ${area.title}`, sub),
            ...care('F', { paragraphs: [], provision: area.provision }),
          ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'Section G: Health care provision'),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, `Section ${letter}: ${socialTitle(letter)}`),
          ...care(section, one),
        ]),
        head('I', 'Section I: Placement'),
        ...body('I', content.I),
        head('J', 'Section J: Personal budget'),
        ...body('J', content.J),
        head('K', 'Section K: Advice and information'),
        adviceTable(content, ['Name', 'Position', 'Organisation', 'Date of advice'], 'slashes'),
        line(null, 'extra', 'Right of appeal', { heading: 1 }),
        line(null, 'extra', 'You may appeal to the tribunal about:'),
        line(null, 'extra', 'Section B: the description of the special educational needs', { list: '•' }),
        line(null, 'extra', 'Section F: the special educational provision', { list: '•' }),
        line(null, 'extra', 'Section I: the school or other institution', { list: '•' }),
      ],
    };
  },
};
