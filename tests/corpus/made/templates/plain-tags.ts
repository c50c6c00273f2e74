import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, counter, factLines, frontFacts, has, provisionLines, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line, phrases } from '../paper.ts';
import type { Node, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** No table anywhere and no heading style: capitals, then a rule of text; outcomes and provision interleaved by tags. */
export const plainTags: Template = {
  id: 'plain-tags',
  set(content) {
    const next = counter();
    const head = (section: string, words: string): Text => line(section, 'heading', words.toUpperCase(), {});
    const tag = (section: string, words: string): Text => line(section, 'tag', words, { bold: true });
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...provisionLines(section, one.provision, { marker: '*' }, ['By', 'When', 'Review'], { indent: 1 }),
    ];
    return {
      header: null,
      footer: `EHCP ${content.reference} p{page}`,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', 'EDUCATION, HEALTH AND CARE PLAN', { bold: true }),
        ...factLines(frontFacts(content, 3, 'slashes')),
        head('A', 'Section A - Views, interests and aspirations'),
        ...views(content, { bold: true }, { marker: '*' }),
        line(null, 'heading', 'SECTIONS B, E AND F - NEEDS, OUTCOMES AND PROVISION', {}),
        ...body('B', content.needsSummary),
        ...content.areas.flatMap((area): Node[] => [
          line('B', 'label', area.title, { bold: true, points: 12 }),
          tag('B', 'Section B – Needs'),
          ...body('B', [...area.strengths, ...area.needs]),
          tag('E', 'Section E – Outcomes'),
          ...area.outcomes.flatMap((outcome) => [
            phrases('E', [
              { role: 'label', words: `Outcome ${next()}:` },
              { role: 'body', words: outcome.text },
            ]),
            ...outcome.steps.map((step) => line('E', 'body', `Step: ${step}`, { indent: 1 })),
          ]),
          tag('F', 'Section F – Provision'),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...(content.generalProvision.length > 0
          ? [
              tag('F', 'Section F – Provision for all areas'),
              ...care('F', { paragraphs: [], provision: content.generalProvision }),
            ]
          : []),
        ...(has(content, 'C') ? [head('C', 'Section C - Health needs'), ...body('C', content.C)] : []),
        head('G', 'Section G - Health provision'),
        ...care('G', content.G),
        ...(has(content, 'D') ? [head('D', 'Section D - Social care needs'), ...body('D', content.D)] : []),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(
            section,
            letter === 'H1'
              ? 'Section H1 - Provision under the 1970 Act'
              : letter === 'H2'
                ? 'Section H2 - Other social care provision'
                : 'Section H - Social care provision',
          ),
          ...care(section, one),
        ]),
        head('I', 'Section I - Placement'),
        ...body('I', content.I),
        head('J', 'Section J - Direct payments'),
        ...body('J', content.J),
        head('K', 'Section K - Advice'),
        ...content.K.map((one) =>
          line('K', 'body', adviceParts(one, 'slashes').filter(Boolean).join('; '), { marker: '*' }),
        ),
      ],
    };
  },
};
