import { count, formatDate } from '../calendar-date.ts';
import type { ReportBlock, ReportColumn } from '../paper-blocks.ts';
import { formatTime } from '../report/report-words.ts';

/** The panel day's two papers in reading order: what to take in which order, and what came of it. */

export interface PanelPaperInput {
  kind: 'agenda' | 'minutes';
  partnership: string;
  /** "Autumn 2 2026/27" */
  period: string;
  /** ISO date. */
  panelDate: string;
  standards: string;
  author: string;
  /** ISO time. */
  madeAt: string;
  members: readonly { name: string; agency: string; attended: boolean | null }[];
  /** In the order of the panel. */
  documents: readonly PaperDocument[];
  /** What the panel asked for: plans first, then services, then the whole system. In the minutes alone. */
  actions: readonly PaperAction[];
  agreement: {
    words: string;
    kappa: number | null;
    disputed: readonly { criterion: string; different: number; pairs: number }[];
  };
}

export interface PaperDocument {
  /** "FM-001, final" */
  name: string;
  state: 'waiting' | 'alone' | 'ready' | 'open' | 'agreed';
  submitted: number;
  /** In words, by auditor; grades only once it is open. */
  auditors: readonly { who: string; grade: string | null }[];
  reasons: readonly { text: string; detail: string }[];
  /** Differing criteria and those decided, in the rubric's order. */
  criteria: readonly PaperCriterion[];
  /** The grade that stands, and the one that the answers give. */
  grade: string | null;
  computedGrade: string | null;
  override: { reason: string } | null;
  dissents: readonly { who: string; text: string }[];
}

export interface PaperCriterion {
  /** "S06.C1 Each need has provision" */
  text: string;
  /** "Briar Tolland: met; Corin Vale: not met" */
  given: string;
  agreed: string;
  /** Null where nobody talked about it. */
  why: string | null;
}

export interface PaperAction {
  /** "FM-001, final", a service, or "The whole system" */
  about: string;
  words: string;
  owner: string;
  /** "Due 26 May 2026" */
  standing: string;
}

export interface PanelPaper {
  title: string;
  subtitle: string;
  marking: string;
  details: { label: string; value: string }[];
  blocks: ReportBlock[];
}

const MARKING = 'Official – sensitive';
/** What a panel really does on the day: minutes for each plan, then for themes and for actions. */
const MINUTES_AT_THE_END = 10;
const MOST_DISPUTED = 5;

/** Pure: the same input gives the same paper. */
export function panelPaper(input: PanelPaperInput): PanelPaper {
  const number = { table: 0 };
  const table = (id: string, caption: string, columns: ReportColumn[], rows: string[][]): ReportBlock => {
    number.table += 1;
    return { kind: 'table', id, caption: `Table ${number.table}. ${caption}`, columns, rows, totals: 0 };
  };
  const isAgenda = input.kind === 'agenda';
  return {
    title: isAgenda ? 'Panel day: agenda' : 'Panel day: minutes',
    subtitle: `${input.partnership}, ${input.period}`,
    marking: MARKING,
    details: [
      { label: 'Panel', value: formatDate(input.panelDate) },
      { label: 'Standards', value: input.standards },
      { label: isAgenda ? 'Drawn up by' : 'Written by', value: input.author },
      { label: 'Made', value: formatTime(input.madeAt) },
    ],
    blocks: isAgenda ? agenda(input, table) : minutes(input, table),
  };
}

type MakeTable = (id: string, caption: string, columns: ReportColumn[], rows: string[][]) => ReportBlock;

function agenda({ documents, members, agreement }: PanelPaperInput, table: MakeTable): ReportBlock[] {
  const toDiscuss = documents.filter(({ state, reasons }) => state === 'open' && reasons.length > 0);
  const alike = documents.filter(({ state, reasons }) => state === 'open' && reasons.length === 0);
  const missing = documents.filter(({ state }) => state === 'waiting' || state === 'ready');
  const alone = documents.filter(({ state }) => state === 'alone');
  return [
    heading(1, 'discuss', 'Plans to discuss'),
    ...(toDiscuss.length === 0
      ? [paragraph('No plan is open that has to be discussed.')]
      : [
          paragraph(
            `${count(toDiscuss.length, 'plan')}, the largest disagreement first. If the clock runs out, the last ones wait.`,
          ),
          table(
            'discuss-table',
            'Plans to discuss, in this order',
            [
              column('No.', 0.06, true),
              column('Plan', 0.2),
              column('Graded alone', 0.46),
              column('Criteria that differ', 0.16, true),
              column('Reasons', 0.12, true),
            ],
            toDiscuss.map((document, at) => [
              String(at + 1),
              document.name,
              gradesInWords(document),
              String(document.criteria.length),
              String(document.reasons.length),
            ]),
          ),
          ...toDiscuss.flatMap((document, at): ReportBlock[] => [
            heading(2, `discuss-${at + 1}`, `${at + 1}. ${document.name}`),
            reasonBullets(document.reasons),
            ...(document.criteria.length === 0
              ? []
              : [
                  table(
                    `criteria-${at + 1}`,
                    `${document.name}: criteria answered differently`,
                    [column('Criterion', 0.55), column('Answers', 0.45)],
                    document.criteria.map(({ text, given }) => [text, given]),
                  ),
                ]),
          ]),
        ]),
    heading(1, 'agreed', 'Plans on which auditors agree'),
    alike.length === 0
      ? paragraph('None but those above.')
      : table(
          'agreed-table',
          'Plans that no rule asks to discuss',
          [column('Plan', 0.35), column('Graded alone', 0.65)],
          alike.map((document) => [document.name, gradesInWords(document)]),
        ),
    ...(missing.length === 0
      ? []
      : [
          heading(1, 'missing', 'Not ready'),
          table(
            'missing-table',
            'Plans whose gradings are not all in, or not opened yet',
            [column('Plan', 0.35), column('Submitted', 0.25, true), column('Auditors', 0.4)],
            missing.map(({ name, submitted, auditors }) => [
              name,
              `${submitted} of ${auditors.length}`,
              auditors.map(({ who }) => who).join('; '),
            ]),
          ),
        ]),
    ...(alone.length === 0
      ? []
      : [
          heading(1, 'alone', 'One auditor only'),
          paragraph(`Not moderated, and reported so: ${alone.map(({ name }) => name).join('; ')}.`),
        ]),
    heading(1, 'themes', 'Themes and actions'),
    paragraph(
      `${MINUTES_AT_THE_END} minutes on what recurs, ${MINUTES_AT_THE_END} on what is to change: in a plan, in a service, in a template.`,
    ),
    ...disputed(agreement, table),
    heading(1, 'members', 'Members'),
    table(
      'members-table',
      'Who is expected',
      [column('Name', 0.6), column('Agency', 0.4)],
      members.map(({ name, agency }) => [name, agency]),
    ),
  ];
}

function minutes({ documents, members, actions, agreement }: PanelPaperInput, table: MakeTable): ReportBlock[] {
  const agreed = documents.filter(({ state }) => state === 'agreed');
  const open = documents.filter(({ state }) => state === 'open');
  const rest = documents.filter(({ state }) => state === 'waiting' || state === 'ready' || state === 'alone');
  return [
    heading(1, 'attendance', 'Who attended'),
    paragraph(attendanceInWords(members)),
    table(
      'attendance-table',
      'Members of the round',
      [column('Name', 0.45), column('Agency', 0.3), column('Attended', 0.25)],
      members.map(({ name, agency, attended }) => [
        name,
        agency,
        attended === null ? 'Not noted' : attended ? 'Yes' : 'No',
      ]),
    ),
    heading(1, 'agreed', 'What was agreed'),
    ...(agreed.length === 0
      ? [paragraph('Nothing was agreed yet.')]
      : [
          table(
            'agreed-table',
            'Agreed grades',
            [
              column('Plan', 0.24),
              column('Graded alone', 0.4),
              column('The answers give', 0.18),
              column('Agreed', 0.18),
            ],
            agreed.map((document) => [
              document.name,
              gradesInWords(document),
              document.computedGrade ?? 'No grade',
              document.grade ?? 'No grade',
            ]),
          ),
          ...agreed.flatMap((document, at) => agreedBlocks(document, at + 1, table)),
        ]),
    ...(open.length === 0
      ? []
      : [
          heading(1, 'open', 'Not agreed yet'),
          paragraph(`Open to the panel, and not settled: ${open.map(({ name }) => name).join('; ')}.`),
        ]),
    ...(rest.length === 0
      ? []
      : [
          heading(1, 'not-moderated', 'Not moderated'),
          {
            kind: 'bullets' as const,
            items: rest.map(({ name, state, submitted, auditors }) =>
              state === 'alone'
                ? `${name}: one auditor only.`
                : `${name}: ${submitted} of ${auditors.length} gradings submitted${state === 'ready' ? ', not opened' : ''}.`,
            ),
          },
        ]),
    heading(1, 'actions', 'Actions'),
    actions.length === 0
      ? paragraph('No action has been put down.')
      : table(
          'actions-table',
          'What is to change',
          [
            column('About', 0.22),
            column('What should change', 0.42),
            column('Who', 0.18),
            column('How it stands', 0.18),
          ],
          actions.map(({ about, words, owner, standing }) => [about, words, owner, standing]),
        ),
    heading(1, 'agreement', 'How far auditors agreed before they talked'),
    paragraph(
      agreement.kappa === null
        ? agreement.words
        : `${agreement.words} Weighted kappa, linear weights: ${agreement.kappa.toFixed(2)}.`,
    ),
    ...disputed(agreement, table),
  ];
}

function agreedBlocks(document: PaperDocument, at: number, table: MakeTable): ReportBlock[] {
  const { name, criteria, override, dissents, grade, computedGrade, reasons } = document;
  const discussed = criteria.filter(({ why }) => why !== null);
  const silent = criteria.filter(({ why }) => why === null);
  return [
    heading(2, `agreed-${at}`, name),
    ...whyDiscussed(reasons),
    ...(discussed.length === 0
      ? []
      : [
          table(
            `decisions-${at}`,
            `${name}: answers agreed`,
            [column('Criterion', 0.3), column('Answers', 0.26), column('Agreed', 0.14), column('Why', 0.3)],
            discussed.map(({ text, given, agreed, why }) => [text, given, agreed, why ?? '']),
          ),
        ]),
    ...(silent.length === 0
      ? []
      : [
          paragraph(
            `Not discussed, so the lower answer stands: ${silent.map(({ text, agreed }) => `${text} (${agreed})`).join('; ')}.`,
          ),
        ]),
    ...(criteria.length === 0 ? [paragraph('All answers were alike and are agreed as they stand.')] : []),
    ...(override === null
      ? []
      : [
          paragraph(
            `The chair moved the grade from ${computedGrade ?? 'none'} to ${grade ?? 'none'}: ${override.reason}`,
          ),
        ]),
    ...dissents.map(({ who, text }) => paragraph(`Dissent, ${who}: ${text}`)),
  ];
}

/** Each reason on a line of its own: the minutes are read by who was not there. */
function whyDiscussed(reasons: PaperDocument['reasons']): ReportBlock[] {
  return reasons.length === 0 ? [] : [paragraph('Discussed because:'), reasonBullets(reasons)];
}

function reasonBullets(reasons: PaperDocument['reasons']): ReportBlock {
  return { kind: 'bullets', items: reasons.map(({ text, detail }) => `${text} ${detail}`.trim()) };
}

function disputed({ disputed: criteria }: PanelPaperInput['agreement'], table: MakeTable): ReportBlock[] {
  const most = criteria.slice(0, MOST_DISPUTED);
  if (most.length === 0) return [];
  return [
    table(
      'disputed-table',
      'Criteria that auditors answered differently most often: the next calibration’s agenda',
      [column('Criterion', 0.64), column('Answered differently', 0.18, true), column('Pairs of auditors', 0.18, true)],
      most.map(({ criterion, different, pairs }) => [criterion, String(different), String(pairs)]),
    ),
  ];
}

/** '5 of 6 came: 2 education, 2 health, 1 social care.' */
function attendanceInWords(members: PanelPaperInput['members']): string {
  if (members.length === 0) return 'No members are kept for this round.';
  const came = members.filter(({ attended }) => attended === true);
  const byAgency = [...Map.groupBy(came, ({ agency }) => agency)].map(
    ([agency, list]) => `${list.length} ${agency.toLowerCase()}`,
  );
  return `${came.length} of ${members.length} came${byAgency.length === 0 ? '' : `: ${byAgency.join(', ')}`}.`;
}

function gradesInWords({ auditors }: PaperDocument): string {
  return auditors.map(({ who, grade }) => (grade === null ? `${who}: a part` : `${who}: ${grade}`)).join('; ');
}

function heading(level: 1 | 2, id: string, text: string): ReportBlock {
  return { kind: 'heading', level, id, text, startsPage: false };
}

function paragraph(text: string): ReportBlock {
  return { kind: 'paragraph', text };
}

function column(title: string, width: number, isNumber = false): ReportColumn {
  return { heading: title, width, isNumber };
}
