import type { Stage } from '../../../shared/contract/plans.ts';
import { cell, heading, text, type Cell, type LaidOutPlan, type ParagraphNode, type Theme } from '../layout.ts';
import type { Care, PlanContent, Provision } from '../plan-content.ts';
import { printDate } from '../printed-dates.ts';
import { changeList, frontPageRows, labelledRows, type FrontPageWords } from './front-page.ts';
import { bodyOf, has, socialCare } from './section-nodes.ts';

const THEME: Theme = {
  docxFont: 'Times New Roman',
  pdfFont: 'times',
  bodyPoints: 11,
  headingPoints: [18, 13, 11.5],
  ink: '000000',
  headingColour: '000000',
  band: 'D9D9D9',
  bandInk: '000000',
  tint: 'F2F2F2',
  rule: '000000',
  hasBandedHeadings: false,
  hasRuledHeadings: false,
};

const WORDS: FrontPageWords = {
  dateStyle: 'slashes',
  status: {
    draft: 'PROPOSED PLAN',
    final: 'FINAL PLAN',
    amended_draft: 'PROPOSED AMENDED PLAN',
    amended_final: 'AMENDED FINAL PLAN',
  },
  name: 'Child or young person',
  address: 'Address',
  parents: 'Parent(s)/carer(s)',
  setting: 'School or setting',
  year: 'NC year',
  reference: 'Our reference',
  statusLabel: 'Status',
  writtenBy: 'SEN officer',
  signedOffBy: 'Authorised by',
  dates: [
    ['dateOfBirth', 'Date of birth'],
    ['requestReceived', 'Assessment requested'],
    ['assessmentAgreed', 'Assessment agreed'],
    ['firstIssued', 'Plan first issued'],
    ['reviewMeeting', 'Annual review held'],
    ['draftIssued', 'Proposed plan sent'],
    ['finalIssued', 'Final plan issued'],
    ['reviewBy', 'To be reviewed by'],
  ],
};

const TITLES: Readonly<Record<string, string>> = {
  A: 'What I and my family want you to know',
  B: 'What I find hard: special educational needs',
  C: 'My health',
  D: 'My life at home and in the community: social care needs',
  E: 'What we want to happen: outcomes',
  F: 'What help I will get in education',
  G: 'What help I will get from health services',
  H1: 'What help I will get from social care (1970 Act)',
  H2: 'Other social care help',
  'H1+H2': 'What help I will get from social care',
  I: 'Where I go to school or college',
  J: 'Personal budget',
  K: 'Who gave advice',
};

/** "Part A" to "Part K" as one long table with side-headings on the left, in the manner of an older template. */
export function layOutParts(content: PlanContent, stage: Stage): LaidOutPlan {
  return {
    title: `EHC Plan ${content.child.name}`,
    author: content.authority,
    date: content.dates.finalIssued ?? content.dates.draftIssued ?? '2026-09-01',
    theme: THEME,
    header: `EDUCATION, HEALTH AND CARE PLAN – ${content.child.name.toUpperCase()}`,
    footer: `${content.reference} – CONFIDENTIAL`,
    watermark: null,
    nodes: [
      heading(1, null, `${content.authority}: Education, Health and Care Plan`),
      { kind: 'table', columns: [34, 66], headerRows: 0, rows: labelledRows(frontPageRows(content, stage, WORDS)) },
      ...changeList(content, 'Amendments made following the annual review'),
      { kind: 'page_break' },
      { kind: 'table', columns: [24, 76], headerRows: 0, rows: parts(content) },
    ],
  };
}

function parts(content: PlanContent): Cell[][] {
  return [
    ...sideRows(
      'A',
      content.A.map((part) => ({
        side: part.title,
        body: part.paragraphs.map((words) => text('A', 'body', words, part.isList ? { marker: '–' } : {})),
      })),
    ),
    ...sideRows('B', [
      ...(content.needsSummary.length > 0 ? [{ side: '', body: bodyOf('B', content.needsSummary) }] : []),
      ...content.areas
        .filter((area) => area.strengths.length + area.needs.length > 0)
        .map((area) => ({ side: area.title, body: bodyOf('B', [...area.strengths, ...area.needs]) })),
    ]),
    ...(['C', 'D'] as const)
      .filter((id) => has(content, id))
      .flatMap((id) => sideRows(id, [{ side: '', body: bodyOf(id, content[id]) }])),
    ...sideRows('E', outcomes(content)),
    ...sideRows('F', [
      ...content.areas
        .filter((area) => area.provision.length > 0)
        .map((area) => ({ side: area.title, body: provisionLines('F', area.provision) })),
      ...(content.generalProvision.length > 0
        ? [{ side: 'General', body: provisionLines('F', content.generalProvision) }]
        : []),
    ]),
    ...sideRows('G', [{ side: '', body: careLines('G', content.G) }]),
    ...socialCare(content).flatMap(({ section, care }) =>
      sideRows(section, [{ side: '', body: careLines(section, care) }]),
    ),
    ...sideRows('I', [{ side: '', body: bodyOf('I', content.I) }]),
    ...sideRows('J', [{ side: '', body: bodyOf('J', content.J) }]),
    ...sideRows('K', [{ side: '', body: adviceLines(content) }]),
  ];
}

interface SideRow {
  readonly side: string;
  readonly body: readonly ParagraphNode[];
}

function sideRows(section: string, rows: readonly SideRow[]): Cell[][] {
  const letter = section === 'H1+H2' ? 'H' : section;
  const title: Cell[] = [
    cell([text(section, 'heading', `Part ${letter}`, { bold: true })], { fill: 'band' }),
    cell(text(section, 'heading', TITLES[section] ?? '', { bold: true }), { fill: 'band' }),
  ];
  return [
    title,
    ...rows.map(({ side, body }) => [
      cell(side === '' ? [] : [text(section, section === 'E' ? 'label' : 'sub', side, { bold: true })], {
        fill: 'tint',
      }),
      cell(body),
    ]),
  ];
}

function outcomes(content: PlanContent): SideRow[] {
  return content.areas
    .flatMap((area) => area.outcomes)
    .map((outcome, index) => ({
      side: `Outcome ${index + 1}`,
      body: [
        text('E', 'body', outcome.text),
        ...(outcome.byWhen === '' ? [] : [text('E', 'body', `By: ${outcome.byWhen}`)]),
        ...outcome.steps.map((step) => text('E', 'body', `Next step: ${step}`, { italic: true })),
      ],
    }));
}

/** A line for what, a line in italics for who, how often and how it is checked. */
function provisionLines(section: string, rows: readonly Provision[]): ParagraphNode[] {
  return rows.flatMap((row) => {
    const details = [row.who, row.often, row.review].filter((words) => words !== '').join('; ');
    return [
      text(section, 'body', row.text, { marker: '•' }),
      ...(details === '' ? [] : [text(section, 'body', details, { italic: true })]),
    ];
  });
}

function careLines(section: string, care: Care): ParagraphNode[] {
  return [...bodyOf(section, care.paragraphs), ...provisionLines(section, care.provision)];
}

function adviceLines(content: PlanContent): ParagraphNode[] {
  return content.K.map((one) => {
    const who = [one.author, one.role, one.agency].filter((words) => words !== '').join(', ');
    return text('K', 'body', one.date === null ? who : `${who}, ${printDate(one.date, WORDS.dateStyle)}`);
  });
}
