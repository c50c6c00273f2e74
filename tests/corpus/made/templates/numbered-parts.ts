import type { Care } from '../../../../build/sample/plan-content.ts';
import {
  adviceParts,
  body,
  counter,
  factLines,
  FOOTER,
  frontFacts,
  has,
  needs,
  provisionLines,
  views,
} from '../kit.ts';
import type { Template } from '../kit.ts';
import { line, phrases } from '../paper.ts';
import type { Text } from '../paper.ts';
import { social } from './social-care.ts';

/** "PART 1: MY VIEWS (SECTION A)", capitals, numbers for parts that are not the letters. */
export const numberedParts: Template = {
  id: 'numbered-parts',
  set(content) {
    const part = counter();
    const next = counter();
    const head = (section: string, title: string, letter: string): Text =>
      line(section, 'heading', `PART ${part()}: ${title} (SECTION ${letter})`, { bold: true, points: 13 });
    const labels = ['To be provided by', 'How much', 'Review'] as const;
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...provisionLines(section, one.provision, { list: '%1)' }, labels, { indent: 2 }),
    ];
    const titles: Record<string, string> = {
      H1: 'SOCIAL CARE PROVISION UNDER THE CHRONICALLY SICK AND DISABLED PERSONS ACT',
      H2: 'OTHER SOCIAL CARE PROVISION',
      H: 'SOCIAL CARE PROVISION',
    };
    return {
      header: `${content.child.name} EHCP`,
      footer: FOOTER,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', 'EDUCATION, HEALTH AND CARE PLAN', { bold: true, points: 20 }),
        ...factLines(frontFacts(content, 1, 'long')),
        { kind: 'break' },
        head('A', 'MY VIEWS, INTERESTS AND ASPIRATIONS', 'A'),
        ...views(content, { bold: true }, { list: '•' }),
        head('B', 'SPECIAL EDUCATIONAL NEEDS', 'B'),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [head('C', 'HEALTH NEEDS', 'C'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'SOCIAL CARE NEEDS', 'D'), ...body('D', content.D)] : []),
        head('E', 'OUTCOMES', 'E'),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { bold: true }),
          ...area.outcomes.flatMap((outcome) => [
            phrases('E', [
              { role: 'label', words: `Outcome ${next()}`, bold: true },
              { role: 'body', words: outcome.text },
            ]),
            ...(outcome.byWhen === '' ? [] : [line('E', 'body', `Target date: ${outcome.byWhen}`)]),
            ...(outcome.steps.length > 0 ? [line('E', 'label', 'Short-term targets:')] : []),
            ...body('E', outcome.steps, { list: '(%1)' }),
          ]),
        ]),
        head('F', 'SPECIAL EDUCATIONAL PROVISION', 'F'),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, { bold: true }),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'HEALTH CARE PROVISION', 'G'),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, titles[letter] ?? '', letter),
          ...care(section, one),
        ]),
        head('I', 'PLACEMENT', 'I'),
        ...body('I', content.I),
        head('J', 'PERSONAL BUDGET', 'J'),
        ...body('J', content.J),
        head('K', 'ADVICE AND INFORMATION', 'K'),
        ...content.K.map((one) => {
          const [author, role, agency, date] = adviceParts(one, 'slashes');
          const whose = [role, agency].filter(Boolean).join(', ');
          return line('K', 'body', `${whose}: ${author}${date === '' ? '' : `, report dated ${date}`}`, { list: '•' });
        }),
      ],
    };
  },
};
