import type { Stage } from '../../../shared/contract/plans.ts';
import {
  cell,
  heading,
  text,
  type Cell,
  type LaidOutPlan,
  type LayoutNode,
  type ParagraphNode,
  type TableNode,
  type Theme,
} from '../layout.ts';
import type { Area, PlanContent, Provision } from '../plan-content.ts';
import { changeList, frontPageRows, labelledRows, type FrontPageWords } from './front-page.ts';
import { adviceTable, bodyOf, has, partsOf, socialCare } from './section-nodes.ts';

const THEME: Theme = {
  docxFont: 'Calibri',
  pdfFont: 'arimo',
  bodyPoints: 11,
  headingPoints: [24, 15, 12],
  ink: '262033',
  headingColour: '5B2A6E',
  band: 'EBDDF1',
  bandInk: '3B1A48',
  tint: 'F7F2F9',
  rule: 'B79AC3',
  hasBandedHeadings: false,
  hasRuledHeadings: true,
};

const WORDS: FrontPageWords = {
  dateStyle: 'long',
  status: {
    draft: 'Draft EHC plan',
    final: 'Final EHC plan',
    amended_draft: 'Amended draft EHC plan',
    amended_final: 'Amended final EHC plan',
  },
  name: 'My name',
  address: 'Where I live',
  parents: 'Who looks after me',
  setting: 'Where I learn',
  year: 'My year group',
  reference: 'Plan number',
  statusLabel: 'This is my',
  writtenBy: 'EHC coordinator',
  signedOffBy: 'Agreed by',
  dates: [
    ['dateOfBirth', 'My date of birth'],
    ['requestReceived', 'Request for an assessment'],
    ['assessmentAgreed', 'Assessment agreed'],
    ['firstIssued', 'First plan issued'],
    ['reviewMeeting', 'Review meeting'],
    ['draftIssued', 'Draft issued'],
    ['finalIssued', 'Final issued'],
    ['reviewBy', 'Review by'],
  ],
};

const CARE_TITLES = {
  H1: 'H1. Social care provision (1970 Act)',
  H2: 'H2. Other social care provision',
  'H1+H2': 'H. Social care provision',
};

/** One box for each area of need: B, then each outcome with the provision for it; health and care in boxes likewise. */
export function layOutCards(content: PlanContent, stage: Stage): LaidOutPlan {
  const counter = { outcome: 0, provision: 0 };
  return {
    title: `${content.child.name}: ${WORDS.status[stage]}`,
    author: content.authority,
    date: content.dates.finalIssued ?? content.dates.draftIssued ?? '2026-09-01',
    theme: THEME,
    header: `${content.child.knownAs}’s plan`,
    footer: `${content.authority} · ${content.reference} · ${WORDS.status[stage]}`,
    watermark: stage.endsWith('draft') ? 'DRAFT' : null,
    nodes: [
      heading(1, null, `${content.child.knownAs}’s Education, Health and Care Plan`),
      { kind: 'table', columns: [34, 66], headerRows: 0, rows: labelledRows(frontPageRows(content, stage, WORDS)) },
      ...changeList(content, 'What is new in my plan'),
      heading(2, 'A', 'A. All about me'),
      ...partsOf('A', content.A),
      heading(2, null, 'B, E and F. My needs, what we hope for and my support at school'),
      text(
        null,
        'note',
        'Each box is one area of need. It shows the needs (B), the outcomes (E) and the special educational provision (F).',
        { italic: true },
      ),
      ...bodyOf('B', content.needsSummary),
      ...content.areas.flatMap((area) => areaCard(area, counter)),
      ...generalCard(content, counter),
      ...health(content),
      ...care(content),
      heading(2, 'I', 'I. My nursery, school or college'),
      ...bodyOf('I', content.I),
      heading(2, 'J', 'J. Personal budget'),
      ...bodyOf('J', content.J),
      heading(2, 'K', 'K. Reports and advice'),
      adviceTable(content, ['Who', 'Job', 'Where from', 'When'], WORDS.dateStyle),
    ],
  };
}

interface Counter {
  outcome: number;
  provision: number;
}

function card(rows: readonly (readonly Cell[])[]): TableNode {
  return { kind: 'table', columns: [22, 78], headerRows: 0, rows };
}

function areaCard(area: Area, counter: Counter): LayoutNode[] {
  const needs = [...area.strengths, ...area.needs];
  return [
    card([
      [cell(text('B', 'label', area.title, { bold: true }), { columnSpan: 2, fill: 'band' })],
      ...(needs.length > 0 ? [tagged('B', 'B. Needs', bodyOf('B', needs))] : []),
      ...area.outcomes.map((outcome) => {
        counter.outcome += 1;
        return tagged('E', `E. Outcome ${counter.outcome}`, [
          text('E', 'body', outcome.text),
          ...(outcome.byWhen === '' ? [] : [text('E', 'body', `By when: ${outcome.byWhen}`)]),
          ...outcome.steps.map((step) => text('E', 'body', step, { marker: '→' })),
        ]);
      }),
      ...area.provision.map((row) => provisionRow('F', row, counter)),
    ]),
  ];
}

function generalCard(content: PlanContent, counter: Counter): LayoutNode[] {
  if (content.generalProvision.length === 0) return [];
  return [
    card([
      [cell(text('F', 'label', 'Support across all areas', { bold: true }), { columnSpan: 2, fill: 'band' })],
      ...content.generalProvision.map((row) => provisionRow('F', row, counter)),
    ]),
  ];
}

function provisionRow(section: string, row: Provision, counter: Counter): Cell[] {
  counter.provision += 1;
  return tagged(section, section === 'F' ? `F. Provision ${counter.provision}` : `${section}. Provision`, [
    text(section, 'body', row.text),
    ...detailLines(section, row),
  ]);
}

function detailLines(section: string, row: Provision): ParagraphNode[] {
  const details = [
    ['Who', row.who],
    ['How often', row.often],
    ['Review', row.review],
  ] as const;
  return details
    .filter(([, words]) => words !== '')
    .map(([label, words]) => text(section, 'body', `${label}: ${words}`));
}

function tagged(section: string, tag: string, paragraphs: readonly ParagraphNode[]): Cell[] {
  return [cell(text(section, 'tag', tag, { bold: true }), { fill: 'tint' }), cell(paragraphs)];
}

function health(content: PlanContent): LayoutNode[] {
  const counter = { outcome: 0, provision: 0 };
  return [
    heading(2, null, 'C and G. My health'),
    card([
      ...(has(content, 'C') ? [tagged('C', 'C. Health needs', bodyOf('C', content.C))] : []),
      ...(content.G.paragraphs.length > 0 || content.G.provision.length === 0
        ? [tagged('G', 'G. Health provision', bodyOf('G', content.G.paragraphs))]
        : []),
      ...content.G.provision.map((row) => provisionRow('G', row, counter)),
    ]),
  ];
}

function care(content: PlanContent): LayoutNode[] {
  const counter = { outcome: 0, provision: 0 };
  return [
    heading(2, null, 'D and H. My life at home and in the community'),
    card([
      ...(has(content, 'D') ? [tagged('D', 'D. Social care needs', bodyOf('D', content.D))] : []),
      ...socialCare(content).flatMap(({ section, care: one }) => [
        ...(one.paragraphs.length > 0 || one.provision.length === 0
          ? [tagged(section, CARE_TITLES[section], bodyOf(section, one.paragraphs))]
          : []),
        ...one.provision.map((row) => provisionRow(section, row, counter)),
      ]),
    ]),
  ];
}
