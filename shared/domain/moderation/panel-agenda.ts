import { count } from '../calendar-date.ts';
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
import type { PanelPaperInput } from './panel-paper-input.ts';

/** What a panel really does on the day: minutes for each plan, then for themes and for actions. */
const MINUTES_AT_THE_END = 10;

/** What to take in which order. */
export function agenda({ documents, members, agreement }: PanelPaperInput, table: MakeTable): ReportBlock[] {
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
