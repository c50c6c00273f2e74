import type { Care } from '../../../../build/sample/plan-content.ts';
import { adviceParts, body, factRows, frontFacts, has } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, table } from '../paper.ts';
import type { Cell, Text } from '../paper.ts';
import { social } from './social-care.ts';

/** A table of questions and answers for each section, the letter only in brackets behind the question. */
export const questions: Template = {
  id: 'questions',
  set(content) {
    const bar = (section: string, words: string): Cell[] => [
      cell(line(section, 'heading', words, { bold: true, points: 12 }), { span: 2, fill: 'F3D9B1' }),
    ];
    const row = (section: string, question: string, nodes: readonly Text[]): Cell[] => [
      cell(line(section, 'label', question, { bold: true }), { fill: 'FBF3E6' }),
      cell(nodes),
    ];
    const provision = (section: string, one: Care): Cell[][] => [
      ...(one.paragraphs.length > 0 || one.provision.length === 0
        ? [row(section, 'What will happen?', body(section, one.paragraphs))]
        : []),
      ...one.provision.map((each) =>
        row(section, 'What will happen?', [
          line(section, 'body', each.text),
          ...body(section, [
            `Who: ${each.who}. How often: ${each.often}.${each.review === '' ? '' : ` Review: ${each.review}.`}`,
          ]),
        ]),
      ),
    ];
    return {
      header: `EHC plan: ${content.child.name}`,
      footer: `${content.reference} {page}`,
      font: 'sans',
      points: 10.5,
      nodes: [
        line(null, 'extra', 'My Education, Health and Care Plan', { bold: true, points: 24 }),
        table([40, 60], factRows(frontFacts(content, 2, 'long'), 1)),
        { kind: 'break' },
        table(
          [28, 72],
          [
            bar('A', 'What is important to me and my family? (Section A)'),
            ...content.A.map((part) =>
              row('A', part.title, body('A', part.paragraphs, part.isList ? { list: '•' } : {})),
            ),
            bar('B', 'What do I find difficult? My special educational needs (Section B)'),
            ...(content.needsSummary.length > 0 ? [row('B', 'In short', body('B', content.needsSummary))] : []),
            ...content.areas
              .filter((area) => area.strengths.length + area.needs.length > 0)
              .map((area) => row('B', area.title, body('B', [...area.strengths, ...area.needs]))),
            ...(has(content, 'C')
              ? [bar('C', 'What are my health needs? (Section C)'), row('C', 'My health', body('C', content.C))]
              : []),
            ...(has(content, 'D')
              ? [bar('D', 'What are my social care needs? (Section D)'), row('D', 'At home', body('D', content.D))]
              : []),
            bar('E', 'What do we want to achieve? My outcomes (Section E)'),
            ...content.areas.flatMap((area) =>
              area.outcomes.map((outcome) =>
                row('E', area.title, [
                  line('E', 'body', outcome.text),
                  ...(outcome.byWhen === '' ? [] : [line('E', 'body', `By when: ${outcome.byWhen}`)]),
                  ...body('E', outcome.steps, { list: '→' }),
                ]),
              ),
            ),
            bar('F', 'What help will I have? Special educational provision (Section F)'),
            ...content.areas.flatMap((area) => provision('F', { paragraphs: [], provision: area.provision })),
            ...(content.generalProvision.length > 0
              ? provision('F', { paragraphs: [], provision: content.generalProvision })
              : []),
            bar('G', 'What will health services do? (Section G)'),
            ...provision('G', content.G),
            ...social(content).flatMap(({ section, letter, care }) => [
              bar(
                section,
                letter === 'H2'
                  ? 'What else will social care do? (Section H2)'
                  : `What must social care do? (Section ${letter})`,
              ),
              ...provision(section, care),
            ]),
            bar('I', 'Where will I learn? (Section I)'),
            row('I', 'My placement', body('I', content.I)),
            bar('J', 'Is there a personal budget? (Section J)'),
            row('J', 'My budget', body('J', content.J)),
            bar('K', 'Who gave advice? (Section K)'),
            ...content.K.map((one) => {
              const [author = '', role = '', agency, date] = adviceParts(one, 'long');
              return [
                cell(line('K', 'body', role, { bold: true }), { fill: 'FBF3E6' }),
                cell(line('K', 'body', [author, agency, date].filter(Boolean).join(', '))),
              ];
            }),
          ],
        ),
      ],
    };
  },
};
