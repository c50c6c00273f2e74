import type { Stage } from '../../../shared/contract/plans.ts';
import { cell, heading, text, type LaidOutPlan, type LayoutNode, type Theme } from '../layout.ts';
import type { Care, PlanContent } from '../plan-content.ts';
import { changeList, frontPageRows, labelledRows, type FrontPageWords } from './front-page.ts';
import { adviceTable, bodyOf, has, headerCells, partsOf, provisionTable, socialCare } from './section-nodes.ts';

const THEME: Theme = {
  docxFont: 'Arial',
  pdfFont: 'arimo',
  bodyPoints: 10.5,
  headingPoints: [22, 13.5, 11.5],
  ink: '1F2328',
  headingColour: '1D4E5F',
  band: '1D4E5F',
  bandInk: 'FFFFFF',
  tint: 'E6EEF1',
  rule: '8FA3AB',
  hasBandedHeadings: true,
  hasRuledHeadings: false,
};

const WORDS: FrontPageWords = {
  dateStyle: 'long',
  status: {
    draft: 'Draft plan',
    final: 'Final plan',
    amended_draft: 'Draft amended plan',
    amended_final: 'Final amended plan',
  },
  name: 'Name of child or young person',
  address: 'Home address',
  parents: 'Parents or carers',
  setting: 'Current setting',
  year: 'Year group',
  reference: 'Reference',
  statusLabel: 'Status of this plan',
  writtenBy: 'Plan written by',
  signedOffBy: 'Signed off by',
  dates: [
    ['dateOfBirth', 'Date of birth'],
    ['requestReceived', 'Request for assessment received'],
    ['assessmentAgreed', 'Decision to assess'],
    ['firstIssued', 'Date of first plan'],
    ['reviewMeeting', 'Date of annual review meeting'],
    ['draftIssued', 'Date of draft plan'],
    ['finalIssued', 'Date of final plan'],
    ['reviewBy', 'Next review due by'],
  ],
};

const TITLES: Readonly<Record<string, string>> = {
  A: 'The views, interests and aspirations of the child or young person and their family',
  B: 'Special educational needs',
  C: 'Health needs related to special educational needs',
  D: 'Social care needs related to special educational needs or a disability',
  E: 'Outcomes',
  F: 'Special educational provision',
  G: 'Health care provision',
  H1: 'Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970',
  H2: 'Any other social care provision',
  I: 'Placement',
  J: 'Personal budget and direct payments',
  K: 'Advice and information',
  'H1+H2': 'Social care provision',
};

/** Lettered sections on bands of colour, outcomes and provision in ruled tables, a contents list in front. */
export function layOutRuled(content: PlanContent, stage: Stage): LaidOutPlan {
  const nodes: LayoutNode[] = [
    text(null, 'extra', content.authority, { bold: true }),
    heading(1, null, 'Education, Health and Care Plan'),
    text(null, 'extra', 'made under section 37 of the Children and Families Act 2014', { italic: true }),
    { kind: 'table', columns: [38, 62], headerRows: 0, rows: labelledRows(frontPageRows(content, stage, WORDS)) },
    ...changeList(content, 'What has changed since the last plan'),
    text(null, 'extra', 'Contents', { bold: true }),
    ...contents(content),
    { kind: 'page_break' },
    ...opening(content),
    section('E'),
    ...outcomes(content),
    section('F'),
    ...provision(content),
    section('G'),
    ...careNodes('G', content.G),
    ...socialCare(content).flatMap(({ section: id, care }) => [section(id), ...careNodes(id, care)]),
    section('I'),
    ...bodyOf('I', content.I),
    section('J'),
    ...bodyOf('J', content.J),
    section('K'),
    adviceTable(content, ['Name', 'Role', 'Service', 'Date'], WORDS.dateStyle),
  ];
  return {
    title: `Education, Health and Care Plan: ${content.child.name}`,
    author: content.authority,
    date: content.dates.finalIssued ?? content.dates.draftIssued ?? '2026-09-01',
    theme: THEME,
    header: `${content.child.name}   |   ${WORDS.status[stage]}   |   Official – sensitive`,
    footer: `${content.authority}   Ref ${content.reference}`,
    watermark: stage.endsWith('draft') ? 'DRAFT' : null,
    nodes,
  };
}

function section(id: string): LayoutNode {
  return heading(2, id, `Section ${id === 'H1+H2' ? 'H' : id} – ${TITLES[id] ?? ''}`);
}

function contents(content: PlanContent): LayoutNode[] {
  const middle = socialCare(content).map(({ section: id }) => id);
  return ['A', 'B', 'C', 'D', 'E', 'F', 'G', ...middle, 'I', 'J', 'K'].map((id) =>
    text(null, 'extra', `Section ${id === 'H1+H2' ? 'H' : id}: ${TITLES[id] ?? ''}`),
  );
}

function opening(content: PlanContent): LayoutNode[] {
  return [
    section('A'),
    ...partsOf('A', content.A),
    section('B'),
    ...bodyOf('B', content.needsSummary),
    ...content.areas.flatMap((area) => [
      heading(3, 'B', area.title),
      ...bodyOf('B', [...area.strengths, ...area.needs]),
    ]),
    ...(['C', 'D'] as const).flatMap((id) => (has(content, id) ? [section(id), ...bodyOf(id, content[id])] : [])),
  ];
}

function outcomes(content: PlanContent): LayoutNode[] {
  const all = content.areas.flatMap((area) => area.outcomes);
  const isDated = all.some((outcome) => outcome.byWhen !== '');
  const labels = isDated ? ['No.', 'Outcome', 'By when'] : ['No.', 'Outcome'];
  return [
    {
      kind: 'table',
      columns: isDated ? [8, 72, 20] : [8, 92],
      headerRows: 1,
      rows: [
        headerCells('E', labels),
        ...all.map((outcome, index) => [
          cell(text('E', 'label', String(index + 1))),
          cell([
            text('E', 'body', outcome.text),
            ...outcome.steps.map((step) => text('E', 'body', `Step: ${step}`, { italic: true })),
          ]),
          ...(isDated ? [cell(text('E', 'body', outcome.byWhen))] : []),
        ]),
      ],
    },
  ];
}

const PROVISION_LABELS = ['Ref', 'Provision', 'Provided by', 'How often and how long', 'Checked'] as const;

function provision(content: PlanContent): LayoutNode[] {
  let next = 1;
  const groups = [
    ...content.areas.map((area) => ({ title: area.title, rows: area.provision })),
    { title: 'Across the whole plan', rows: content.generalProvision },
  ].filter((group) => group.rows.length > 0);
  return groups.flatMap(({ title, rows }) => {
    const table = provisionTable('F', rows, next, PROVISION_LABELS);
    next += rows.length;
    return [heading(3, 'F', title), table];
  });
}

function careNodes(section: string, care: Care): LayoutNode[] {
  const table = care.provision.length === 0 ? [] : [provisionTable(section, care.provision, 1, PROVISION_LABELS)];
  return [...bodyOf(section, care.paragraphs), ...table];
}
