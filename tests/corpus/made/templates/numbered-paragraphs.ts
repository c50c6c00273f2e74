import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factLines, frontFacts, has } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line } from '../paper.ts';
import type { Text } from '../paper.ts';
import { socialHeads } from './social-care.ts';

/** "B1.1": every paragraph has its number, headings are plain bold lines "PART B: …". */
export const numberedParagraphs: Template = {
  id: 'numbered-paragraphs',
  set(content) {
    const count = new Map<string, number>();
    const mark = (prefix: string): string => {
      const value = (count.get(prefix) ?? 0) + 1;
      count.set(prefix, value);
      return `${prefix}.${value}`;
    };
    const number = (section: string, prefix: string, paragraphs: readonly string[]): Text[] =>
      paragraphs.map((words) => line(section, 'body', words, { marker: mark(prefix) }));
    const head = (section: string, words: string): Text => line(section, 'heading', words, { bold: true, points: 12 });
    const sub = { bold: true } as const;
    const provision = (section: string, prefix: string, care: Care): Text[] => [
      ...number(section, prefix, care.paragraphs),
      ...care.provision.flatMap((row) => [
        line(section, 'body', row.text, { marker: mark(prefix) }),
        ...[row.who, row.often, row.review]
          .filter(Boolean)
          .map((words, index) =>
            line(section, 'body', `${['Who', 'When', 'Review'][index] ?? ''}: ${words}`, { indent: 2 }),
          ),
      ]),
    ];
    return {
      header: `Education, Health and Care Plan: ${content.child.name}`,
      footer: '{page}',
      font: 'serif',
      points: 12,
      nodes: [
        line(null, 'extra', content.authority.toUpperCase(), { bold: true, points: 14, isCentred: true }),
        line(
          null,
          'extra',
          'EDUCATION, HEALTH AND CARE PLAN made under section 37 of the Children and Families Act 2014',
          { bold: true, isCentred: true },
        ),
        ...factLines(frontFacts(content, 0, 'long')),
        head('A', 'PART A: THE VIEWS OF THE CHILD AND FAMILY'),
        ...content.A.flatMap((part, index) => [
          line('A', 'sub', part.title, sub),
          ...number('A', `A${index + 1}`, part.paragraphs),
        ]),
        head('B', 'PART B: SPECIAL EDUCATIONAL NEEDS'),
        ...number('B', 'B0', content.needsSummary),
        ...content.areas.flatMap((area, index) => [
          line('B', 'sub', area.title, sub),
          ...number('B', `B${index + 1}`, [...area.strengths, ...area.needs]),
        ]),
        ...(has(content, 'C') ? [head('C', 'PART C: HEALTH NEEDS'), ...number('C', 'C1', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'PART D: SOCIAL CARE NEEDS'), ...number('D', 'D1', content.D)] : []),
        head('E', 'PART E: OUTCOMES'),
        ...content.areas.flatMap((area, index) => [
          line('E', 'sub', area.title, sub),
          ...area.outcomes.flatMap((outcome) => [
            line('E', 'body', outcome.text, { marker: mark(`E${index + 1}`) }),
            ...body('E', outcome.steps, { marker: '(i)', indent: 2 }),
          ]),
        ]),
        head('F', 'PART F: SPECIAL EDUCATIONAL PROVISION'),
        ...content.areas.flatMap((area, index) => [
          line('F', 'sub', area.title, sub),
          ...provision('F', `F${index + 1}`, { paragraphs: [], provision: area.provision }),
        ]),
        ...provision('F', 'F9', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'PART G: HEALTH CARE PROVISION'),
        ...provision('G', 'G1', content.G),
        ...socialHeads(
          content,
          head,
          'PART H1: SOCIAL CARE PROVISION, 1970 ACT',
          'PART H2: OTHER SOCIAL CARE PROVISION',
          'PART H: SOCIAL CARE PROVISION',
          (section, care) => provision(section, section === 'H1+H2' ? 'H.1' : `${section}.1`, care),
        ),
        head('I', 'PART I: PLACEMENT'),
        ...number('I', 'I1', content.I),
        head('J', 'PART J: DIRECT PAYMENTS'),
        ...number('J', 'J1', content.J),
        head('K', 'PART K: ADVICE AND INFORMATION'),
        ...content.K.map((one) =>
          line('K', 'body', adviceParts(one, 'long').filter(Boolean).join(', '), { marker: mark('K1') }),
        ),
      ],
    };
  },
};
