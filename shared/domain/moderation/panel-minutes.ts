import type { ReportBlock } from '../paper-blocks.ts';
import {
  column,
  disputed,
  gradesInWords,
  heading,
  type MakeTable,
  paragraph,
  reasonBullets,
} from './panel-paper-blocks.ts';
import type { PanelPaperInput, PaperDocument } from './panel-paper-input.ts';

/** What came of the day. */
export function minutes({ documents, members, actions, agreement }: PanelPaperInput, table: MakeTable): ReportBlock[] {
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

/** '5 of 6 came: 2 education, 2 health, 1 social care.' */
function attendanceInWords(members: PanelPaperInput['members']): string {
  if (members.length === 0) return 'No members are kept for this round.';
  const came = members.filter(({ attended }) => attended === true);
  const byAgency = [...Map.groupBy(came, ({ agency }) => agency)].map(
    ([agency, list]) => `${list.length} ${agency.toLowerCase()}`,
  );
  return `${came.length} of ${members.length} came${byAgency.length === 0 ? '' : `: ${byAgency.join(', ')}`}.`;
}
