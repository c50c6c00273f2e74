import type { AdviceCounts } from './advice-gaps.ts';
import { shareWords } from './advice-gaps.ts';
import { type AdviceFinding, findingWords } from './advice-log.ts';
import { formatDate } from '../calendar-date.ts';
import type { ReportBlock } from '../paper-blocks.ts';

/** A letter to a service: what its advice did well, where plans and advice part, and what would help. */

export interface LetterExample {
  /** The plan's reference and the child's initials; never a name. */
  reference: string;
  initials: string;
  finding: AdviceFinding;
  adviceWords: string;
  /** Null where the plan does not say it. */
  planWords: string | null;
  planSection: string;
  comment: string;
  correction: { wording: string; dueOn: string } | null;
}

export interface AdviceLetter {
  partnership: string;
  service: string;
  from: string;
  /** 'Designated Clinical Officer' */
  role: string;
  date: string;
  counts: AdviceCounts;
  examples: LetterExample[];
  /** As typed by the officer, beside what the figures and examples say. */
  strengths: string[];
  trainingPoints: string[];
}

/** The letter in reading order. Every text in it that quotes a plan or advice, or was typed, has been masked. */
export function letterBlocks(letter: AdviceLetter): ReportBlock[] {
  const faithful = letter.examples.filter(({ finding }) => finding === 'faithful');
  const others = letter.examples.filter(({ finding }) => finding !== 'faithful');
  const strengths = [...figureStrengths(letter.counts), ...letter.strengths];
  const training = [...figureTraining(letter.counts), ...letter.trainingPoints];
  return [
    { kind: 'paragraph', text: `To: ${letter.service}` },
    { kind: 'paragraph', text: formatDate(letter.date) },
    {
      kind: 'paragraph',
      text: 'Thank you for your advice for education, health and care plans. This letter tells what we found when we compared your advice with the plans that were written from it. Children are named by their plan’s reference and initials only.',
    },
    heading('strengths', 'Strengths'),
    ...(strengths.length === 0 && faithful.length === 0
      ? [paragraph('No passage has been found yet that a plan took over faithfully.')]
      : []),
    ...bullets(strengths),
    ...examples('faithful-examples', 'Advice that the plan says faithfully', faithful),
    heading('examples', 'Where plan and advice part'),
    ...(others.length === 0
      ? [paragraph('We found no passage that was weakened, missing or misplaced.')]
      : examples('other-examples', 'Advice that the plan weakens, leaves out or misplaces', others)),
    heading('corrections', 'What is to be corrected'),
    ...corrections(others),
    heading('training', 'What would help'),
    ...(training.length === 0
      ? [paragraph('There is nothing that we would ask you to do otherwise.')]
      : bullets(training)),
    heading('figures', 'Your advice in figures'),
    figures(letter.counts),
    paragraph(`${letter.from}, ${letter.role}, ${letter.partnership}`),
  ];
}

function figureStrengths({ timed, late, received, unanswered }: AdviceCounts): string[] {
  const inTime = timed - late;
  const isWhole = received > 0 && unanswered.needs + unanswered.provision + unanswered.outcomes === 0;
  return [
    ...(inTime > 0 ? [`${shareWords(inTime, timed)} answers came within six weeks of being asked for.`] : []),
    ...(isWhole ? ['No advice was found to leave needs, provision or outcomes open.'] : []),
  ];
}

function figureTraining({ timed, late, requests, missing, received, unanswered }: AdviceCounts): string[] {
  const open = [
    { part: unanswered.needs, what: 'what the child or young person needs' },
    { part: unanswered.provision, what: 'which provision would meet the needs, how often and by whom' },
    { part: unanswered.outcomes, what: 'which outcomes are sought' },
  ];
  return [
    ...(late > 0 ? [`${shareWords(late, timed)} answers came after the six weeks of regulation 8.`] : []),
    ...(missing > 0 ? [`${shareWords(missing, requests)} requests have had no answer within six weeks.`] : []),
    ...open
      .filter(({ part }) => part > 0)
      .map(({ part, what }) => `${shareWords(part, received)} pieces of advice did not say ${what}.`),
  ];
}

function examples(id: string, caption: string, rows: readonly LetterExample[]): ReportBlock[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id,
      caption,
      columns: [
        { heading: 'Plan', width: 0.13, isNumber: false },
        { heading: 'Your advice', width: 0.3, isNumber: false },
        { heading: 'The plan', width: 0.3, isNumber: false },
        { heading: 'What we found', width: 0.27, isNumber: false },
      ],
      rows: rows.map((row) => [
        planName(row),
        row.adviceWords,
        row.planWords === null
          ? 'Not in the plan'
          : `${row.planSection === '' ? '' : `${row.planSection}: `}${row.planWords}`,
        [findingWords(row.finding).label, row.comment].filter((words) => words !== '').join('. '),
      ]),
      totals: 0,
    },
  ];
}

function corrections(rows: readonly LetterExample[]): ReportBlock[] {
  const asked = rows.flatMap((row) => (row.correction === null ? [] : [{ ...row.correction, plan: planName(row) }]));
  if (asked.length === 0) return [paragraph('No correction has been asked for.')];
  return [
    {
      kind: 'table',
      id: 'correction-table',
      caption: 'Corrections asked of the plan’s writers',
      columns: [
        { heading: 'Plan', width: 0.15, isNumber: false },
        { heading: 'What to correct', width: 0.6, isNumber: false },
        { heading: 'By', width: 0.25, isNumber: false },
      ],
      rows: asked.map(({ plan, wording, dueOn }) => [plan, wording, formatDate(dueOn)]),
      totals: 0,
    },
  ];
}

function figures(counts: AdviceCounts): ReportBlock {
  const row = (label: string, number: number): string[] => [label, String(number)];
  return {
    kind: 'table',
    id: 'figure-table',
    caption: 'Requests for advice and what came of them',
    columns: [
      { heading: 'What', width: 0.8, isNumber: false },
      { heading: 'Number', width: 0.2, isNumber: true },
    ],
    rows: [
      row('Asked for', counts.requests),
      row('Advice received', counts.received),
      row('Nil returns', counts.nil),
      row('Missing after six weeks', counts.missing),
      row('Still within six weeks', counts.waiting),
      row('Passages compared with a plan', counts.passages),
    ],
    totals: 0,
  };
}

function planName({ reference, initials }: LetterExample): string {
  return initials === '' ? reference : `${reference} (${initials})`;
}

function heading(id: string, text: string): ReportBlock {
  return { kind: 'heading', level: 1, id, text, startsPage: false };
}

function paragraph(text: string): ReportBlock {
  return { kind: 'paragraph', text };
}

function bullets(items: string[]): ReportBlock[] {
  return items.length === 0 ? [] : [{ kind: 'bullets', items }];
}
