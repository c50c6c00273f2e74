import type { Kysely } from 'kysely';
import type { FeedbackPreview } from '../../../shared/contract/family-feedback.ts';
import type { ScaleAnswer } from '../../../shared/domain/family/family-feedback.ts';
import {
  columnsProblem,
  type FeedbackColumn,
  type FeedbackRow,
  findFeedbackHeader,
  guessFeedbackColumns,
  readFeedbackRow,
} from '../../../shared/domain/family/family-feedback-rows.ts';
import { sameReference } from '../../../shared/domain/register/register-rows.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** As many wrong rows as are named one by one. */
const MOST_NAMED = 50;

export interface ReadTable extends FeedbackPreview {
  fresh: (FeedbackRow & { planId: string })[];
}

/** How a table reads: what is new, what is there already or comes twice, and what is wrong. */
export async function readTable(
  db: Kysely<WorkspaceTables>,
  rows: readonly (readonly string[])[],
  {
    columns: chosen,
    scale,
    today,
  }: { columns: readonly (FeedbackColumn | null)[] | null; scale: ScaleAnswer[]; today: string },
): Promise<ReadTable> {
  const headerRow = findFeedbackHeader(rows);
  const headers = [...(rows[headerRow] ?? [])];
  const columns = headers.map((_, at) => (chosen ?? guessFeedbackColumns(headers))[at] ?? null);
  const obstacle = columnsProblem(columns);
  const counts = { new: 0, duplicate: 0, wrong: 0 };
  const problems: FeedbackPreview['problems'] = [];
  const fresh: ReadTable['fresh'] = [];
  if (obstacle !== null) return { headers, columns, counts, problems, obstacle, fresh };
  const plans = new Map(
    (await db.selectFrom('plan').select(['id', 'reference']).execute()).map(({ id, reference }) => [
      sameReference(reference),
      id,
    ]),
  );
  const known = await selectKeys(db);
  for (const [at, cells] of rows.slice(headerRow + 1).entries()) {
    const reading = readFeedbackRow(columns, cells, scale, today);
    if (reading === null) continue;
    const planId = reading.ok ? plans.get(sameReference(reading.row.reference)) : undefined;
    if (!reading.ok || planId === undefined) {
      counts.wrong += 1;
      const message = reading.ok ? 'No plan in the register has this reference.' : reading.problem;
      if (problems.length < MOST_NAMED) problems.push({ row: headerRow + 2 + at, message });
      continue;
    }
    const key = keyOf({ planId, ...reading.row });
    if (known.has(key)) {
      counts.duplicate += 1;
      continue;
    }
    known.add(key);
    counts.new += 1;
    fresh.push({ ...reading.row, planId });
  }
  return { headers, columns, counts, problems, obstacle, fresh };
}

/** The very same answer twice is one. */
export function keyOf(answer: {
  planId: string;
  answeredOn: string;
  respondent: string;
  answer: string;
  words: string;
}): string {
  return [answer.planId, answer.answeredOn, answer.respondent, answer.answer, answer.words].join('\n');
}

async function selectKeys(db: Kysely<WorkspaceTables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('family_answer')
    .select(['plan_id as planId', 'answered_on as answeredOn', 'respondent', 'answer', 'words'])
    .execute();
  return new Set(rows.map(keyOf));
}
