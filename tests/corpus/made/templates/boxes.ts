import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceTable, body, factLines, FOOTER, frontFacts, has, needs, provisionTable, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { line } from '../paper.ts';
import type { Node, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** Headings in floating boxes, values in content controls, coloured bars. */
export const boxes: Template = {
  id: 'boxes',
  set(content) {
    const head = (section: string, words: string): Node => ({
      kind: 'shape',
      fill: '005EB8',
      nodes: [line(section, 'heading', words, { bold: true, points: 14, ink: 'FFFFFF' })],
    });
    const held = (nodes: readonly Text[]): Node[] => (nodes.length === 0 ? [] : [{ kind: 'control', nodes }]);
    const care = (section: string, one: Care): Node[] => [
      ...held(body(section, one.paragraphs)),
      ...provisionTable(section, one.provision, ['Support', 'Who by', 'How often', 'How reviewed'], 'CCE5FF'),
    ];
    return {
      header: `OFFICIAL-SENSITIVE: ${content.child.name}`,
      footer: `Version 3.1   ${FOOTER}`,
      font: 'sans',
      points: 11,
      nodes: [
        line(null, 'extra', `${content.child.knownAs}’s Education, Health and Care Plan`, { bold: true, points: 22 }),
        { kind: 'control', nodes: factLines(frontFacts(content, 0, 'slashes')) },
        { kind: 'break' },
        head('A', 'Section A. The views, interests and aspirations of the child and family'),
        ...held(views(content, { bold: true, ink: '005EB8' }, { list: '•' })),
        head('B', 'Section B. The child’s special educational needs'),
        ...held(needs(content, { bold: true, ink: '005EB8' })),
        ...(has(content, 'C')
          ? [
              head('C', 'Section C. Health needs which relate to special educational needs'),
              ...held(body('C', content.C)),
            ]
          : []),
        ...(has(content, 'D')
          ? [
              head('D', 'Section D. Social care needs which relate to special educational needs'),
              ...held(body('D', content.D)),
            ]
          : []),
        head('E', 'Section E. The outcomes sought'),
        ...content.areas.flatMap((area) => [
          line('E', 'sub', area.title, { bold: true, ink: '005EB8' }),
          ...area.outcomes.flatMap((outcome) => [
            ...held([line('E', 'body', outcome.text)]),
            ...outcome.steps.map((step, index) => line('E', 'body', `Step ${index + 1}: ${step}`)),
          ]),
        ]),
        head('F', 'Section F. The special educational provision'),
        ...content.areas.flatMap((area) => [
          line('F', 'sub', area.title, { bold: true, ink: '005EB8' }),
          ...care('F', { paragraphs: [], provision: area.provision }),
        ]),
        ...care('F', { paragraphs: [], provision: content.generalProvision }),
        head('G', 'Section G. Any health provision reasonably required'),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(
            section,
            letter === 'H1'
              ? 'Section H1. Social care provision which must be made under the CSDPA 1970'
              : letter === 'H2'
                ? 'Section H2. Any other social care provision'
                : 'Section H. Social care provision',
          ),
          ...care(section, one),
        ]),
        head('I', 'Section I. The name and type of the school or other institution'),
        ...held(body('I', content.I)),
        head('J', 'Section J. Personal budget'),
        ...held(body('J', content.J)),
        head('K', 'Section K. The advice and information gathered'),
        adviceTable(
          content,
          ['Advice and information from', 'Name', 'Service', 'Date received'],
          'slashes',
          [1, 0, 2, 3],
        ),
      ],
    };
  },
};
