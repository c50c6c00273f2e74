import type { Area, Care } from '../../../../build/sample/plan-content.ts';
import { adviceTable, body, counter, factRows, FOOTER, frontFacts, has, needs, provisionTable, views } from '../kit.ts';
import type { Template } from '../kit.ts';
import { cell, line, phrases, table } from '../paper.ts';
import type { Cell, Node, Text } from '../paper.ts';
import { social, socialTitle } from './social-care.ts';

/** One long table for E and F: an area's title over the whole width, its outcomes merged down beside rows of provision. */
export const outcomeSpans: Template = {
  id: 'outcome-spans',
  set(content) {
    const next = counter();
    const head = (section: string | null, words: string): Text =>
      line(section, 'heading', words, { heading: 1, ink: '245C4E' });
    const th = (section: string, words: string): Cell =>
      cell(line(section, 'heading', words, { bold: true }), { fill: 'CFE3DC' });
    const details = (words: string): Cell => cell(words === '' ? [] : line('F', 'body', words));
    const outcomes = (area: Area): Text[] =>
      area.outcomes.flatMap((outcome) => [
        phrases('E', [
          { role: 'label', words: `${next()}.` },
          { role: 'body', words: outcome.text },
        ]),
        ...outcome.steps.map((step) => line('E', 'body', `Step: ${step}`, { italic: true })),
      ]);
    const care = (section: string, one: Care): Node[] => [
      ...body(section, one.paragraphs),
      ...provisionTable(section, one.provision, ['Provision', 'By whom', 'How often', 'Review'], 'CFE3DC'),
    ];
    return {
      header: `${content.child.name} – confidential`,
      footer: `${content.authority}   ${FOOTER}`,
      font: 'sans',
      points: 10,
      nodes: [
        line(null, 'extra', 'Education, Health and Care Plan', { heading: 1, points: 20 }),
        table([22, 28, 22, 28], factRows(frontFacts(content, 3, 'slashes'), 2)),
        head('A', 'A – Views, interests and aspirations'),
        ...views(content, { heading: 2 }, { list: '•' }),
        head('B', 'B – Special educational needs'),
        ...needs(content, { heading: 2 }),
        ...(has(content, 'C') ? [head('C', 'C – Health needs'), ...body('C', content.C)] : []),
        ...(has(content, 'D') ? [head('D', 'D – Social care needs'), ...body('D', content.D)] : []),
        { kind: 'break', turn: 'landscape' },
        head(null, 'E and F – Outcomes and provision'),
        table(
          [32, 30, 16, 12, 10],
          [
            [
              th('E', 'Outcomes (Section E)'),
              th('F', 'Provision (Section F)'),
              th('F', 'By whom'),
              th('F', 'How often'),
              th('F', 'Review'),
            ],
            ...content.areas.flatMap((area) => [
              [cell(line('E', 'label', area.title, { bold: true }), { span: 5, fill: 'EEF5F2' })],
              ...(area.provision.length === 0
                ? [[cell(outcomes(area)), cell([]), cell([]), cell([]), cell([])]]
                : area.provision.map((row, index) => [
                    ...(index === 0 ? [cell(outcomes(area), { down: area.provision.length })] : []),
                    ...[row.text, row.who, row.often, row.review].map(details),
                  ])),
            ]),
            ...content.generalProvision.map((row) => [
              cell([]),
              ...[row.text, row.who, row.often, row.review].map(details),
            ]),
          ],
          { heads: 1 },
        ),
        { kind: 'break', turn: 'portrait' },
        head('G', 'G – Health provision'),
        ...care('G', content.G),
        ...social(content).flatMap(({ section, letter, care: one }) => [
          head(section, `${letter} – ${socialTitle(letter)}`),
          ...care(section, one),
        ]),
        head('I', 'I – Placement'),
        ...body('I', content.I),
        head('J', 'J – Personal budget'),
        ...body('J', content.J),
        head('K', 'K – Advice and information'),
        adviceTable(content, ['Date', 'Who gave advice', 'Their role', 'Where they work'], 'short', [3, 0, 1, 2]),
      ],
    };
  },
};
