import { type Respondent, type ScaleAnswer } from './family-feedback.ts';
import { plainHeader } from '../register/guess-columns.ts';
import { isNothing, readDate } from '../register/register-values.ts';

/** Reads families' answers from a table that a survey tool or a person wrote. */

export const FEEDBACK_COLUMNS = ['reference', 'answeredOn', 'respondent', 'answer', 'words'] as const;
export type FeedbackColumn = (typeof FEEDBACK_COLUMNS)[number];

/** Without these a row says nothing. */
const REQUIRED: readonly FeedbackColumn[] = ['reference', 'answeredOn', 'answer'];

const COLUMN_LABELS: Record<FeedbackColumn, string> = {
  reference: 'Plan reference',
  answeredOn: 'Date',
  respondent: 'Who answered',
  answer: 'Answer',
  words: 'In their words',
};

export function feedbackColumnLabel(column: FeedbackColumn): string {
  return COLUMN_LABELS[column];
}

/** Header words, plain and in small letters; those that name a column alone come before those that stand in it. */
const HEADERS: Record<FeedbackColumn, readonly string[]> = {
  reference: ['plan reference', 'reference', 'ref', 'plan', 'case number', 'case id', 'ehcp number', 'id'],
  answeredOn: ['date', 'answered on', 'date answered', 'date completed', 'completed', 'completion time', 'submitted'],
  respondent: ['who answered', 'respondent', 'who', 'role', 'relationship', 'i am', 'completed by', 'answered by'],
  answer: ['answer', 'satisfaction', 'how satisfied', 'satisfied', 'rating', 'overall satisfaction', 'response'],
  words: ['in their words', 'words', 'comment', 'comments', 'why', 'tell us more', 'feedback', 'anything else'],
};

/** Which of our columns each column of a file is, by its header; none twice. */
export function guessFeedbackColumns(headers: readonly string[]): (FeedbackColumn | null)[] {
  const guessed: (FeedbackColumn | null)[] = headers.map(() => null);
  for (const isWhole of [true, false]) {
    for (const column of FEEDBACK_COLUMNS) {
      if (guessed.includes(column)) continue;
      const at = headers.findIndex((header, index) => guessed[index] === null && names(column, header, isWhole));
      if (at >= 0) guessed[at] = column;
    }
  }
  return guessed;
}

function names(column: FeedbackColumn, header: string, isWhole: boolean): boolean {
  const plain = plainHeader(header);
  return HEADERS[column].some((word) =>
    isWhole ? plain === word : word.length > 3 && ` ${plain} `.includes(` ${word} `),
  );
}

/** Which of the first rows holds the headers: the one whose words name the most columns. */
export function findFeedbackHeader(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, 15).map((row) => guessFeedbackColumns(row).filter((column) => column !== null).length);
  return Math.max(0, named.indexOf(Math.max(...named)));
}

/** What keeps a table from going in, whatever its rows say; null where nothing does. */
export function columnsProblem(columns: readonly (FeedbackColumn | null)[]): string | null {
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return `Say which column is: ${missing.map((column) => COLUMN_LABELS[column].toLowerCase()).join(', ')}.`;
  }
  const taken = columns.filter((column) => column !== null);
  return new Set(taken).size < taken.length ? 'Two columns are taken for the same thing.' : null;
}

export interface FeedbackRow {
  reference: string;
  answeredOn: string;
  respondent: Respondent;
  /** Id of the scale's answer. */
  answer: string;
  words: string;
}

/** As many letters as an answer's own words may have. */
export const LONGEST_WORDS = 4000;

/** Reads one row by its columns: what it says, or what is wrong with it as a sentence; null for an empty row. */
export function readFeedbackRow(
  columns: readonly (FeedbackColumn | null)[],
  cells: readonly string[],
  scale: readonly ScaleAnswer[],
  today: string,
): { ok: true; row: FeedbackRow } | { ok: false; problem: string } | null {
  const cell = (column: FeedbackColumn): string => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : (cells[at] ?? '').trim();
  };
  if (columns.every((column, at) => column === null || (cells[at] ?? '').trim() === '')) return null;
  const reference = cell('reference');
  if (reference === '') return wrong('The plan reference is missing.');
  const date = readDate(cell('answeredOn'));
  if (!date.ok) return wrong(date.problem);
  if (date.value === null) return wrong('The date is missing.');
  if (date.value > today) return wrong('This day has not come yet.');
  const said = cell('answer');
  const answer = scale.find(({ label }) => plainHeader(label) === plainHeader(said));
  if (answer === undefined) {
    return wrong(said === '' ? 'The answer is missing.' : `“${said.slice(0, 60)}” is no answer of the scale.`);
  }
  const words = isNothing(cell('words')) ? '' : cell('words');
  if (words.length > LONGEST_WORDS) return wrong(`The words are longer than ${LONGEST_WORDS} letters.`);
  const respondent = respondentFrom(cell('respondent'));
  return { ok: true, row: { reference, answeredOn: date.value, respondent, answer: answer.id, words } };
}

/** Who answered, from whatever a form calls them. */
export function respondentFrom(text: string): Respondent {
  if (isNothing(text)) return 'not_said';
  if (/\b(?:parents?|carers?|mum|mother|mam|dad|father|guardian|grand\w+|foster\w*|step\w+)\b/i.test(text)) {
    return 'parent_carer';
  }
  return /\b(?:young person|child|pupil|student|myself|me)\b/i.test(text) ? 'young_person' : 'other';
}

function wrong(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}
