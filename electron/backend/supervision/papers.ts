import type { Sheet } from '../../../shared/contract/supervision.ts';
import { standingWords } from '../../../shared/domain/actions.ts';
import { explainGrading } from '../../../shared/domain/grading/explain-grading.ts';
import { type FeedbackInput, feedbackPaper } from '../../../shared/domain/supervision/feedback-sheet.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { metWords } from '../../../shared/domain/supervision/supervision-findings.ts';
import { sheetFileName, sheetPaper } from '../../../shared/domain/supervision/supervision-sheet.ts';
import { renderOnePage } from '../reports/one-page-docx.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { findingsOf } from './findings-of.ts';
import type { SettledResult } from './settled-results.ts';
import { selectOpenActions } from './supervision-queries.ts';
import { versionName } from './version-words.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Making {
  partnership: string;
  author: string;
  /** ISO time. */
  madeAt: string;
}

/** A caseworker's sheet as a file, named by their initials and the day: to be told from others, and by nobody else. */
export async function sheetFile(
  content: Omit<Sheet, 'openingId' | 'openedAt'>,
  { partnership, author, madeAt }: Making,
): Promise<File> {
  const { caseworker, plans, replies } = content;
  const paper = sheetPaper({
    ...content,
    caseworker: caseworker.name,
    team: caseworker.team,
    partnership,
    author,
    madeAt,
    plans: plans.map(({ grade, halfTerm, isModerated, ...version }) => ({
      name: versionName(version),
      halfTerm,
      grade: grade?.label ?? null,
      isModerated,
    })),
    replies: replies.map(({ words, about, enteredFor, answer }) => ({
      words,
      plan: about?.plan ?? null,
      enteredFor,
      answer: answer?.words ?? null,
    })),
  });
  const bytes = await renderOnePage(paper, { subject: 'Supervision', author });
  return new File([bytes], sheetFileName(caseworker.name, madeAt.slice(0, 10)), { type: WORD });
}

/** What was found in one plan as a file that is named by the plan's reference; `hide` masks what it quotes. */
export async function feedbackFile(
  db: WorkspaceDb,
  settled: SettledResult,
  hide: (words: string) => string,
  halfTerm: string,
  { partnership, author, madeAt }: Making,
): Promise<File> {
  const { rubric, grading, grade, planId } = settled;
  const label = (id: string | null): string | null => (id === null ? null : gradeLabel(rubric, id));
  const today = madeAt.slice(0, 10);
  const findings = await findingsOf(db, settled, hide);
  const input: FeedbackInput = {
    plan: versionName(settled),
    halfTerm,
    partnership,
    standards: `${rubric.title}, version ${rubric.version}`,
    madeAt,
    grade: label(grade),
    isModerated: settled.isModerated,
    computedGrade: label(grading.overallGrade),
    reasons: explainGrading(rubric, grading)
      .filter(({ holds }) => holds)
      // No percentage of one plan: what was met is counted.
      .map(({ kind, text }) => (kind === 'band' ? metWords(findings, label(grading.thresholdGrade)) : text)),
    findings,
    actions: (await selectOpenActions(db, planId)).map(({ words, dueOn }) => ({
      words: hide(words),
      standing: standingWords({ state: 'open', dueOn }, today),
    })),
  };
  const bytes = await renderOnePage(feedbackPaper(input), { subject: 'Feedback on a plan', author });
  return new File([bytes], `feedback-${fileWords(settled.reference)}-${today}.docx`, { type: WORD });
}

/** A reference as part of a file's name. */
function fileWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
