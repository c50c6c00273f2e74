import type { Stage } from '../../../shared/contract/plans.ts';
import { heading, text, type LaidOutPlan, type LayoutNode, type Theme } from '../layout.ts';
import type { PlanContent, Provision } from '../plan-content.ts';
import { printDate } from '../printed-dates.ts';
import { changeList, frontPageRows, type FrontPageWords } from './front-page.ts';
import { has, socialCare } from './section-nodes.ts';

const THEME: Theme = {
  docxFont: 'Verdana',
  pdfFont: 'helvetica',
  bodyPoints: 10,
  headingPoints: [17, 12.5, 10.5],
  ink: '111111',
  headingColour: '111111',
  band: 'E4E4E4',
  bandInk: '111111',
  tint: 'F4F4F4',
  rule: '777777',
  hasBandedHeadings: false,
  hasRuledHeadings: true,
};

const WORDS: FrontPageWords = {
  dateStyle: 'short',
  status: { draft: 'Draft', final: 'Final', amended_draft: 'Amended draft', amended_final: 'Amended final' },
  name: 'Full name',
  address: 'Home address',
  parents: 'Parents and carers',
  setting: 'Education setting at the time of writing',
  year: 'School year',
  reference: 'Case reference',
  statusLabel: 'Version',
  writtenBy: 'Written by',
  signedOffBy: 'Approved by',
  dates: [
    ['dateOfBirth', 'Born'],
    ['requestReceived', 'Request made'],
    ['assessmentAgreed', 'Agreement to assess'],
    ['firstIssued', 'Original plan'],
    ['reviewMeeting', 'Last review meeting'],
    ['draftIssued', 'Draft sent'],
    ['finalIssued', 'Final plan dated'],
    ['reviewBy', 'Next review no later than'],
  ],
};

const TITLES: Readonly<Record<string, string>> = {
  A: 'Views, interests and aspirations',
  B: 'Special educational needs',
  C: 'Health needs',
  D: 'Social care needs',
  E: 'Outcomes sought',
  F: 'Special educational provision',
  G: 'Health provision',
  H1: 'Social care provision (CSDPA 1970, section 2)',
  H2: 'Social care provision (other)',
  'H1+H2': 'Social care provision',
  I: 'Educational placement',
  J: 'Personal budget arrangements',
  K: 'Appendices: advice and information',
};

/** No tables at all: plain headings, and every paragraph with a number of its own. */
export function layOutNumbered(content: PlanContent, stage: Stage): LaidOutPlan {
  const provisionRows = [...content.areas.flatMap((area) => area.provision), ...content.generalProvision];
  return {
    title: `EHC plan – ${content.child.name}`,
    author: content.authority,
    date: content.dates.finalIssued ?? content.dates.draftIssued ?? '2026-09-01',
    theme: THEME,
    header: `${content.authority}   EHC plan   ${WORDS.status[stage]}`,
    footer: `${content.child.name}, ${content.reference}`,
    watermark: null,
    nodes: [
      heading(1, null, 'EDUCATION, HEALTH AND CARE PLAN'),
      text(null, 'extra', content.authority, { bold: true }),
      ...frontPageRows(content, stage, WORDS).map(([label, value]) => text(null, 'extra', `${label}: ${value}`)),
      ...changeList(content, 'Summary of amendments'),
      ...numbered('A', content.A),
      ...numbered('B', [
        { title: '', paragraphs: content.needsSummary },
        ...content.areas.map((area) => ({ title: area.title, paragraphs: [...area.strengths, ...area.needs] })),
      ]),
      ...(['C', 'D'] as const)
        .filter((id) => has(content, id))
        .flatMap((id) => numbered(id, [{ title: '', paragraphs: content[id] }])),
      ...outcomes(content),
      ...numbered('F', [{ title: '', paragraphs: provisionRows.map(provisionSentence) }]),
      ...numbered('G', [
        { title: '', paragraphs: [...content.G.paragraphs, ...content.G.provision.map(provisionSentence)] },
      ]),
      ...socialCare(content).flatMap(({ section, care }) =>
        numbered(section, [{ title: '', paragraphs: [...care.paragraphs, ...care.provision.map(provisionSentence)] }]),
      ),
      ...numbered('I', [{ title: '', paragraphs: content.I }]),
      ...numbered('J', [{ title: '', paragraphs: content.J }]),
      ...numbered('K', [{ title: '', paragraphs: adviceLines(content) }]),
    ],
  };
}

/** Provision as one paragraph: what, then who, how often and how it is checked, as sentences. */
function provisionSentence(row: Provision): string {
  const who = row.who === '' ? '' : ` By: ${row.who}.`;
  const often = row.often === '' ? '' : ` When: ${row.often}.`;
  const review = row.review === '' ? '' : ` Checked: ${row.review}.`;
  return `${row.text}${who}${often}${review}`;
}

function title(section: string): LayoutNode {
  return heading(2, section, `${section === 'H1+H2' ? 'H' : section}: ${TITLES[section] ?? ''}`);
}

function numbered(section: string, groups: readonly { title: string; paragraphs: readonly string[] }[]): LayoutNode[] {
  let number = 0;
  const letter = section === 'H1+H2' ? 'H' : section;
  return [
    title(section),
    ...groups.flatMap((group) => [
      ...(group.title === '' || group.paragraphs.length === 0 ? [] : [heading(3, section, group.title)]),
      ...group.paragraphs.map((words) => {
        number += 1;
        return text(section, 'body', words, { marker: `${letter}.${number}` });
      }),
    ]),
  ];
}

function outcomes(content: PlanContent): LayoutNode[] {
  let number = 0;
  return [
    title('E'),
    ...content.areas
      .flatMap((area) => area.outcomes)
      .flatMap((outcome) => {
        number += 1;
        return [
          text('E', 'body', outcome.text, { marker: `E.${number}` }),
          ...outcome.steps.map((step, index) =>
            text('E', 'body', step, { marker: `(${String.fromCharCode(97 + index)})` }),
          ),
          ...(outcome.byWhen === '' ? [] : [text('E', 'body', `Timescale: ${outcome.byWhen}`)]),
        ];
      }),
  ];
}

function adviceLines(content: PlanContent): string[] {
  return content.K.map((one) => {
    const who = [one.author, one.role, one.agency].filter((words) => words !== '').join(', ');
    return one.date === null ? who : `${who} (${printDate(one.date, WORDS.dateStyle)})`;
  });
}
