import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, counter, factLines, frontFacts, has, needs, provisionLines, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line, phrases } from '../paper.ts';
import type { Text } from '../paper.ts';
import { social } from './social-care.ts';

/** Sections numbered 1 to 12 without letters, a contents page, and advice as a lettered list. */
export const plainNumbers: Template = {
  id: 'plain-numbers',
  set(content) {
    const number = counter();
    const head = (section: string, words: string): Text =>
      line(section, 'heading', `${number()}. ${words}`, { bold: true, points: 15, ink: '006633' });
    const labels = ['Who will provide this', 'How often and for how long', 'How it will be monitored'] as const;
    const care = (section: string, one: Care): Text[] => [
      ...body(section, one.paragraphs),
      ...provisionLines(section, one.provision, { marker: '►' }, labels),
    ];
    const titles = [
      'What matters to me and my family',
      'My special educational needs',
      'My health needs',
      'My social care needs',
      'The outcomes that we want',
      'The special educational provision that I will have',
      'The health provision that I will have',
      'The social care provision that I must have (1970 Act)',
      'Other social care provision',
      'My school or college',
      'My personal budget',
      'Advice and information',
    ];
    return {
      header: `${content.child.name}, ${content.reference}`,
      footer: `${content.authority} | {page}`,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', 'My EHC plan', { bold: true, points: 28 }),
        ...factLines(frontFacts(content, 2, 'long')),
        { kind: 'break' },
        line(null, 'extra', 'What is in this plan', { bold: true, points: 15 }),
        ...titles.map((words, index) => line(null, 'extra', `${index + 1}. ${words}`, { leaderTo: index + 3 })),
        { kind: 'break' },
        head('A', titles[0] ?? ''),
        ...views(content, { bold: true }, { marker: '►' }),
        head('B', titles[1] ?? ''),
        ...needs(content, { bold: true }),
        ...(has(content, 'C') ? [head('C', titles[2] ?? ''), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', titles[3] ?? ''), ...body('D', content.D)] : []),
        head('E', titles[4] ?? ''),
        ...content.areas
          .flatMap((area) => area.outcomes)
          .flatMap((outcome, index) => [
            phrases('E', [
              { role: 'label', words: `Outcome ${index + 1}:`, bold: true },
              { role: 'body', words: outcome.text },
            ]),
            ...(outcome.byWhen === '' ? [] : [line('E', 'body', `By when: ${outcome.byWhen}`)]),
            ...(outcome.steps.length > 0 ? [line('E', 'label', 'Steps:', { bold: true })] : []),
            ...body('E', outcome.steps, { marker: '►' }),
          ]),
        head('F', titles[5] ?? ''),
        ...content.areas.flatMap((area) => [
          ...(area.provision.length > 0 ? [line('F', 'sub', area.title, { bold: true })] : []),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', titles[6] ?? ''),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(
            section,
            letter === 'H1' ? (titles[7] ?? '') : letter === 'H2' ? (titles[8] ?? '') : 'Social care provision',
          ),
          ...care(section, one),
        ]),
        head('I', titles[9] ?? ''),
        ...body('I', content.I),
        head('J', titles[10] ?? ''),
        ...body('J', content.J),
        head('K', titles[11] ?? ''),
        ...content.K.map((one, index) => {
          const [author, role, agency, date] = adviceParts(one, 'long');
          const from = [author, role, agency].filter(Boolean).join(', ');
          return line('K', 'body', `${from}${date === '' ? '' : `, dated ${date}`}`, {
            marker: `${String.fromCharCode(65 + index)}.`,
          });
        }),
      ],
    };
  },
};
