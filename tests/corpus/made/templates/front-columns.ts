import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceTable, body, factLines, FOOTER, frontFacts, has, isMerged, needs, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line } from '../paper.ts';
import type { Node, Text } from '../paper.ts';

/** Two columns on the front page, contents with page numbers, "continued" headers, one Section H with two halves. */
export const frontColumns: Template = {
  id: 'front-columns',
  set(content) {
    const head = (section: string, words: string): Text => line(section, 'heading', words, { heading: 1 });
    const half = (section: string, words: string): Text => line(section, 'heading', words, { heading: 3 });
    const titles = [
      'Section A – The views, interests and aspirations of the child and parents',
      'Section B – Special educational needs',
      'Section C – Health needs',
      'Section D – Social care needs',
      'Section E – Outcomes',
      'Section F – Special educational provision',
      'Section G – Health care provision',
      'Section H – Social care provision',
      'Section I – Placement',
      'Section J – Personal budget and direct payments',
      'Section K – Advice and information',
    ];
    const title = (letter: string): string => titles.find((each) => each.startsWith(`Section ${letter} `)) ?? letter;
    const care = (section: string, one: Care): Node[] => [
      ...body(section, one.paragraphs),
      ...one.provision.flatMap((row) => [
        line(section, 'body', row.text, { list: '•' }),
        ...body(section, [[row.who, row.often, row.review].filter(Boolean).join(' | ')], { indent: 1 }),
      ]),
    ];
    return {
      header: `${content.child.name}    Section F continued`,
      footer: `Confidential – ${content.authority} – ${FOOTER}`,
      font: 'serif',
      points: 11.5,
      nodes: [
        line(null, 'extra', 'EDUCATION, HEALTH AND CARE PLAN', { bold: true, points: 18, isCentred: true }),
        { kind: 'columns', nodes: factLines(frontFacts(content, 3, 'short')) },
        { kind: 'break' },
        line(null, 'extra', 'Contents', { bold: true, points: 14 }),
        ...titles.map((words, index) => line(null, 'extra', words, { leaderTo: 3 + index, isContents: true })),
        { kind: 'break' },
        head('A', title('A')),
        ...views(content, { heading: 2 }, { list: '-' }),
        head('B', title('B')),
        line('B', 'note', 'This section should set out all of the special educational needs identified.', {
          italic: true,
        }),
        ...needs(content, { heading: 2 }),
        ...(has(content, 'C') ? [head('C', title('C')), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', title('D')), ...body('D', content.D)] : []),
        head('E', title('E')),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { heading: 2 }),
          ...area.outcomes.flatMap((outcome) => [
            line('E', 'body', outcome.text, { list: '%1.' }),
            ...(outcome.byWhen === '' ? [] : [line('E', 'body', `Timescale: ${outcome.byWhen}`, { indent: 1 })]),
            ...body('E', outcome.steps, { list: '(%1)', indent: 2 }),
          ]),
        ]),
        head('F', title('F')),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, { heading: 2 }),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', title('G')),
        ...care('G', content.G),
        ...(isMerged(content)
          ? [head('H1+H2', title('H')), ...care('H1+H2', content.H1), ...care('H1+H2', content.H2)]
          : [
              ...(has(content, 'H1')
                ? [
                    head('H1', title('H')),
                    half('H1', 'Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970'),
                    ...care('H1', content.H1),
                  ]
                : []),
              ...(has(content, 'H2')
                ? [
                    ...(has(content, 'H1') ? [] : [head('H2', title('H'))]),
                    half('H2', 'Any other provision reasonably required'),
                    ...care('H2', content.H2),
                  ]
                : []),
            ]),
        { kind: 'break' },
        head('I', title('I')),
        ...body('I', content.I),
        { kind: 'break' },
        head('J', title('J')),
        ...body('J', content.J),
        head('K', title('K')),
        adviceTable(content, ['Name', 'Role', 'Organisation', 'Date'], 'short'),
      ],
    };
  },
};
