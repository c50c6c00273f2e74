import { adviceParts, body, factLines, FOOTER, frontFacts, has, needs, provisionLines, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line } from '../paper.ts';
import type { Text } from '../paper.ts';
import { socialHeads } from './social-care.ts';

/** Titles in plain English without any letter; provision and outcomes as sentences under the areas of need. */
export const wordsOnly: Template = {
  id: 'words-only',
  set(content) {
    const head = (section: string, words: string): Text =>
      line(section, 'heading', words, { heading: 1, ink: '7A1F5C' });
    const sub = { heading: 2 } as const;
    const labels = ['Who will do this', 'How often', 'When we will check'] as const;
    return {
      header: `My plan: ${content.child.knownAs}`,
      footer: `My EHC plan | ${FOOTER}`,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', `${content.child.knownAs}’s plan`, { points: 26, bold: true, isCentred: true }),
        ...factLines(frontFacts(content, 2, 'long')),
        { kind: 'break' },
        head('A', 'All about me and my family'),
        ...views(content, { bold: true }, { marker: '•' }),
        head('B', 'What I am good at and what I need help with'),
        ...needs(content, sub),
        ...(has(content, 'C') ? [head('C', 'My health'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'My social care needs'), ...body('D', content.D)] : []),
        head('E', 'What we want to achieve'),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, sub),
          ...area.outcomes.flatMap((outcome) => [
            line('E', 'body', outcome.text, { marker: '•' }),
            ...(outcome.steps.length > 0 ? [line('E', 'label', 'To get there:', { italic: true, indent: 1 })] : []),
            ...body('E', outcome.steps, { marker: 'o', indent: 2 }),
          ]),
        ]),
        head('F', 'How I will be helped to learn'),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, sub),
          ...provisionLines('F', area.provision, {}, labels, { italic: true, indent: 1 }),
        ]),
        ...(content.generalProvision.length > 0
          ? [
              line('F', 'sub', 'Help across the school day', sub),
              ...provisionLines('F', content.generalProvision, {}, labels, { italic: true, indent: 1 }),
            ]
          : []),
        head('G', 'How health services will help me'),
        ...body('G', content.G.paragraphs),
        ...provisionLines('G', content.G.provision, {}, labels, { italic: true, indent: 1 }),
        ...socialHeads(
          content,
          (section, words) => head(section, words),
          'Help from social care (Chronically Sick and Disabled Persons Act)',
          'Other help from social care',
          'How social care will help me',
          (section, care) => [
            ...body(section, care.paragraphs),
            ...provisionLines(section, care.provision, {}, labels, { italic: true, indent: 1 }),
          ],
        ),
        head('I', 'Where I will learn'),
        ...body('I', content.I),
        head('J', 'My personal budget'),
        ...body('J', content.J),
        head('K', 'Who helped to write this plan'),
        ...content.K.map((one) => {
          const [author, role, agency, date] = adviceParts(one, 'long');
          return line(
            'K',
            'body',
            `${author} (${[role, agency].filter(Boolean).join(', ')})${date === '' ? '' : ` – ${date}`}`,
          );
        }),
      ],
    };
  },
};
