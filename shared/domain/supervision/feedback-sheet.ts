import { count } from '../calendar-date.ts';
import { type Cut, fitted, item, type OnePageItem, type OnePagePaper, part, shortened } from '../one-page.ts';
import { formatTime } from '../report/report-words.ts';
import type { Finding } from './supervision-findings.ts';
import { shareOfCauses } from './supervision-causes.ts';
import { excerptText } from './supervision-sheet.ts';

/** What was found in one plan, on one page, for its writer and their manager: strengths before what to mend. */
const MOST_REASONS = 3;
const MOST_STRENGTHS = 3;
const MOST_TO_MEND = 4;
const MOST_ACTIONS = 4;
/** Characters that stand on one line, with a word or two before them. */
const ONE_LINE = 76;
const LONGEST = { name: 50, standards: 80, reason: 240, criterion: 130, good: 130, action: 120 };

export interface FeedbackInput {
  /** 'FM-001, final' */
  plan: string;
  halfTerm: string;
  partnership: string;
  standards: string;
  madeAt: string;
  grade: string | null;
  isModerated: boolean;
  /** The grade that the answers give, where the chair moved it. */
  computedGrade: string | null;
  /** Why it is that grade, the weightiest first. */
  reasons: readonly string[];
  findings: readonly Finding[];
  actions: readonly { words: string; standing: string }[];
}

/** Names no child, no writer and no auditor. */
export function feedbackPaper(input: FeedbackInput): OnePagePaper {
  return fitted((cut) => paperOf(input, cut));
}

function paperOf(input: FeedbackInput, cut: Cut): OnePagePaper {
  const { grade, computedGrade, isModerated } = input;
  const strengths = input.findings
    .filter(({ response, excerpts }) => response === 'met' && excerpts.some(({ quote }) => quote !== null))
    .toSorted(byImportance);
  const toMend = input.findings
    .filter(({ response }) => response !== 'met')
    .toSorted((a, b) => Number(b.response === 'not_met') - Number(a.response === 'not_met') || byImportance(a, b));
  const moved = computedGrade === null || computedGrade === grade ? '' : ` Moved by the chair from ${computedGrade}.`;
  return {
    title: 'Feedback on a plan',
    subtitle: `${shortened(input.plan, LONGEST.name)}, ${shortened(input.halfTerm, LONGEST.name)}`,
    marking: 'Official – sensitive',
    foot: formatTime(input.madeAt),
    details: `${shortened(input.partnership, LONGEST.name)}. ${shortened(input.standards, LONGEST.standards)}. Made ${formatTime(input.madeAt)}.`,
    parts: [
      part(`Grade: ${shortened(grade ?? 'none, a part of the standards was audited', LONGEST.name)}`, [
        item(isModerated ? 'Agreed by the panel.' : 'Graded by one auditor, not moderated.', moved.trim()),
        ...input.reasons.slice(0, MOST_REASONS).map((reason) => item('', cut(reason, LONGEST.reason))),
      ]),
      part('Strengths', strengthItems(strengths, cut)),
      part('What to mend', mendItems(toMend, cut)),
      part(
        'Actions',
        input.actions.length === 0
          ? [item('', 'None is open on this plan.')]
          : [
              ...input.actions
                .slice(0, MOST_ACTIONS)
                .map(({ words, standing }) => item(`${standing}:`, cut(words, LONGEST.action, ONE_LINE))),
              ...more(input.actions.length - MOST_ACTIONS, 'action'),
            ],
      ),
    ],
  };
}

function strengthItems(strengths: readonly Finding[], cut: Cut): OnePageItem[] {
  if (strengths.length === 0) return [item('', 'No answer was met with words of the plan beside it.')];
  return strengths.slice(0, MOST_STRENGTHS).map(({ text, excerpts }) =>
    item(
      '',
      cut(text, LONGEST.criterion),
      excerpts
        .filter(({ quote }) => quote !== null)
        .slice(0, 1)
        .map((excerpt) => excerptText(excerpt, cut)),
    ),
  );
}

function mendItems(findings: readonly Finding[], cut: Cut): OnePageItem[] {
  if (findings.length === 0) return [item('', 'Every criterion that applies was met.')];
  return [
    ...findings
      .slice(0, MOST_TO_MEND)
      .map(({ text, response, excerpts, whatGoodLooksLike, causes }) =>
        item(
          `${response === 'not_met' ? 'Not met' : 'Partly met'}${causeWords(causes)}.`,
          cut(text, LONGEST.criterion),
          [
            ...excerpts.slice(0, 1).map((excerpt) => excerptText(excerpt, cut)),
            ...(whatGoodLooksLike === ''
              ? []
              : [`What good looks like: ${cut(whatGoodLooksLike, LONGEST.good, ONE_LINE)}`]),
          ],
        ),
      ),
    ...more(findings.length - MOST_TO_MEND, 'point'),
  ];
}

/** Said where it is not the writer's, so that nobody takes it for theirs. */
function causeWords(causes: Finding['causes']): string {
  const share = shareOfCauses(causes);
  if (share === 'advice') return ', for want of good advice';
  return share === 'service' ? ', for a cause beyond the writer' : '';
}

function more(left: number, noun: string): OnePageItem[] {
  return left > 0 ? [item('', `and ${count(left, `more ${noun}`)}.`)] : [];
}

function byImportance(a: Finding, b: Finding): number {
  return Number(b.isKey) - Number(a.isKey) || b.weight - a.weight || a.order - b.order;
}
