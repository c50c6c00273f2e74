import type { Advice, PlanContent, Provision, SectionId } from '../../../build/sample/plan-content.ts';
import { printDate } from '../../../build/sample/printed-dates.ts';
import type { DateStyle } from '../../../build/sample/printed-dates.ts';
import { KEY_DATES } from '../../../shared/domain/document-model.ts';
import type { KeyDateId } from '../../../shared/domain/document-model.ts';
import { cell, line, phrases, table } from './paper.ts';
import type { Cell, Node, Paper, Text, TextLook } from './paper.ts';

/** A template of a made plan: how one council might set what every plan says. */
export interface Template {
  readonly id: string;
  set(content: PlanContent): Paper;
}

export const FOOTER = 'Page {page} of {pages}';

type Labels = Readonly<Record<KeyDateId, string>>;

const LABELS: readonly Labels[] = [
  {
    dateOfBirth: 'Date of birth',
    requestReceived: 'Date request for assessment received',
    assessmentAgreed: 'Date agreed to assess',
    firstIssued: 'Date of first EHC plan',
    reviewMeeting: 'Date of last annual review',
    draftIssued: 'Date draft plan issued',
    finalIssued: 'Date final plan issued',
    reviewBy: 'Date next review due',
  },
  {
    dateOfBirth: 'DOB',
    requestReceived: 'EHC needs assessment requested',
    assessmentAgreed: 'Decision to assess',
    firstIssued: 'Original plan issued',
    reviewMeeting: 'Annual review meeting held',
    draftIssued: 'Draft sent to parents',
    finalIssued: 'Plan finalised',
    reviewBy: 'Plan to be reviewed on or before',
  },
  {
    dateOfBirth: 'I was born on',
    requestReceived: 'My assessment was requested on',
    assessmentAgreed: 'The council agreed to assess me on',
    firstIssued: 'My first plan was made on',
    reviewMeeting: 'My plan was reviewed on',
    draftIssued: 'The draft of my plan is dated',
    finalIssued: 'My final plan is dated',
    reviewBy: 'My plan must be reviewed by',
  },
  {
    dateOfBirth: 'D.O.B.',
    requestReceived: 'Request received',
    assessmentAgreed: 'Agreement to assess',
    firstIssued: 'Initial final EHCP',
    reviewMeeting: 'Review meeting date',
    draftIssued: 'Proposed EHCP',
    finalIssued: 'Final EHCP',
    reviewBy: 'Review due by',
  },
];

/** Label and value of everything that a front page says, in one of four wordings. */
export function frontFacts(content: PlanContent, wording: 0 | 1 | 2 | 3, dates: DateStyle): [string, string][] {
  const { child } = content;
  const name = ['Name of child or young person', 'Full name', 'My name is', 'Name'][wording] ?? 'Name';
  const facts: [string, string][] = [
    [name, child.name],
    ['Address', child.address],
    ['Parents or carers', child.parents],
    ['School or setting', content.setting],
    ['Year group', child.yearGroup],
    ['Reference number', content.reference],
  ];
  for (const id of KEY_DATES) {
    const iso = content.dates[id];
    const label = LABELS[wording]?.[id] ?? id;
    if (iso !== undefined) facts.push([label, printDate(iso, dates)]);
    else if (id === 'finalIssued') facts.push([label, 'To be confirmed']);
  }
  facts.push(['Plan written by', content.writtenBy]);
  return facts;
}

export function factRows(facts: readonly (readonly [string, string])[], perRow: 1 | 2): Cell[][] {
  const cells = facts.map(([label, value]) => [
    cell(line(null, 'extra', label, { bold: true }), { fill: 'E8EEF2' }),
    cell(line(null, 'extra', value)),
  ]);
  if (perRow === 1) return cells;
  return cells.flatMap((row, index) =>
    index % 2 === 0 ? [[...row, ...(cells[index + 1] ?? [cell([]), cell([])])]] : [],
  );
}

export function factLines(facts: readonly (readonly [string, string])[]): Text[] {
  return facts.map(([label, value]) =>
    phrases(null, [
      { role: 'extra', words: `${label}:`, bold: true },
      { role: 'extra', words: value },
    ]),
  );
}

export function has(content: PlanContent, id: SectionId): boolean {
  return !(content.flaws?.without ?? []).includes(id);
}

export function isMerged(content: PlanContent): boolean {
  return content.flaws?.hasMergedH === true;
}

/** Paragraphs of one section. */
export function body(section: string, paragraphs: readonly string[], look: TextLook = {}): Text[] {
  return paragraphs.map((words) => line(section, 'body', words, look));
}

/** Section A under its own small headings. */
export function views(content: PlanContent, sub: TextLook, bullet: TextLook): Text[] {
  return content.A.flatMap((part) => [
    line('A', 'sub', part.title, sub),
    ...body('A', part.paragraphs, part.isList ? bullet : {}),
  ]);
}

/** Section B: summary, then each area of need under a small heading. */
export function needs(content: PlanContent, sub: TextLook): Text[] {
  return [
    ...body('B', content.needsSummary),
    ...content.areas.flatMap((area) => {
      const said = [...area.strengths, ...area.needs];
      return said.length === 0 ? [] : [line('B', 'sub', area.title, sub), ...body('B', said)];
    }),
  ];
}

/** Rows of provision under a head, in the order text, who, how often, review. */
export function provisionTable(
  section: string,
  rows: readonly Provision[],
  heads: readonly [string, string, string, string],
  fill: string,
): Node[] {
  if (rows.length === 0) return [];
  return [
    table(
      [40, 22, 20, 18],
      [
        heads.map((words) => cell(line(section, 'th', words, { bold: true }), { fill })),
        ...rows.map((row) =>
          [row.text, row.who, row.often, row.review].map((words) => cell(line(section, 'body', words))),
        ),
      ],
      { heads: 1 },
    ),
  ];
}

/** Provision as paragraphs, each with lines of detail under it. */
export function provisionLines(
  section: string,
  rows: readonly Provision[],
  look: TextLook,
  labels: readonly [string, string, string],
  detail: TextLook = {},
): Text[] {
  return rows.flatMap((row) => {
    const details: [string, string][] = [
      [labels[0], row.who],
      [labels[1], row.often],
      [labels[2], row.review],
    ];
    return [
      line(section, 'body', row.text, look),
      ...details.flatMap(([label, words]) =>
        words === '' ? [] : [line(section, 'body', `${label}: ${words}`, detail)],
      ),
    ];
  });
}

export function adviceParts(one: Advice, dates: DateStyle): string[] {
  return [one.author, one.role, one.agency, one.date === null ? '' : printDate(one.date, dates)];
}

export function adviceTable(
  content: PlanContent,
  heads: readonly [string, string, string, string],
  dates: DateStyle,
  order: readonly [number, number, number, number] = [0, 1, 2, 3],
): Node {
  return table(
    [28, 28, 26, 18],
    [
      heads.map((words) => cell(line('K', 'th', words, { bold: true }), { fill: 'DDDDDD' })),
      ...content.K.map((one) => {
        const parts = adviceParts(one, dates);
        return order.map((at) => cell(line('K', 'body', parts[at] ?? '')));
      }),
    ],
    { heads: 1 },
  );
}

/** "1", "2", … over a whole plan. */
export function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}
