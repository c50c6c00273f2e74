import { type Kysely, sql } from 'kysely';
import { type AdviceDraft, MOST_DRAFTS } from '../../../shared/contract/advice.ts';
import {
  ADVICE_AGENCIES,
  type AdviceAgency,
  adviceStanding,
  type OfficerAgency,
} from '../../../shared/domain/advice/advice-log.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** A draft of a plan, with what its check needs to know of its cycle. */
export interface DraftRow {
  documentId: string;
  cycleId: string;
  planId: string;
  reference: string;
  initials: string;
  name: string | null;
  sha256: string;
  finalDue: string | null;
  isFinalOut: number;
}

/** Whether the final that follows a draft was filed, or is dated. */
const IS_FINAL_OUT = sql<number>`(cycle_standing.final_done is not null or exists (
  select 1 from document later where later.cycle_id = cycle.id
    and later.stage = case document.stage when 'draft' then 'final' else 'amended_final' end))`;

const DRAFTS = ['draft', 'amended_draft'];

export async function selectDraft(db: Db, documentId: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .leftJoin('cycle_standing', 'cycle_standing.cycle_id', 'cycle.id')
    .select([
      'document.id as documentId',
      'document.sha256 as sha256',
      'cycle.id as cycleId',
      'plan.id as planId',
      'plan.reference as reference',
      'plan.initials as initials',
      'plan.name as name',
      'cycle_standing.final_due as finalDue',
      IS_FINAL_OUT.as('isFinalOut'),
    ])
    .where('document.id', '=', documentId)
    .where('document.stage', 'in', DRAFTS)
    .executeTakeFirst();
}

interface ListedDraft {
  documentId: string;
  cycleId: string;
  planId: string;
  reference: string;
  initials: string;
  stage: string;
  fileName: string;
  finalDue: string | null;
  isExcepted: number | null;
  isFinalOut: number;
  checkedAt: string | null;
  findings: number;
  toSend: number;
  sent: number;
  answered: number;
  matching: number;
}

/** Drafts, those whose final is due first on top; one whose final was filed or is dated is past. */
export async function selectDrafts(
  db: Db,
  { agency, includePast, today }: { agency: OfficerAgency; includePast: boolean; today: string },
): Promise<{ drafts: AdviceDraft[]; matching: number }> {
  const { rows } = await sql<ListedDraft>`
    with drafts as (
      select document.id as "documentId", cycle.id as "cycleId", plan.id as "planId", plan.reference as reference,
        plan.initials as initials, document.stage as stage, document.file_name as "fileName",
        cycle_standing.final_due as "finalDue", cycle_standing.is_excepted as "isExcepted",
        ${IS_FINAL_OUT} as "isFinalOut",
        plan.reference_key as reference_key, document.imported_at as imported_at
      from document join cycle on cycle.id = document.cycle_id join plan on plan.id = cycle.plan_id
        left join cycle_standing on cycle_standing.cycle_id = cycle.id
      where document.stage in ('draft', 'amended_draft')),
    wanted as (
      select *, count(*) over () as matching from drafts where ${includePast ? 1 : 0} = 1 or "isFinalOut" = 0
      order by "isFinalOut", "finalDue" is null, "finalDue", reference_key, imported_at limit ${MOST_DRAFTS})
    select wanted.*, advice_checked.at as "checkedAt",
      (select count(*) from advice_check c join advice_request r on r.id = c.request_id
        where c.document_id = wanted."documentId" and r.agency = ${agency}) as findings,
      ${corrections(agency, sql`k.sent_at is null`)} as "toSend",
      ${corrections(agency, sql`k.sent_at is not null and k.answered_at is null`)} as sent,
      ${corrections(agency, sql`k.answered_at is not null`)} as answered
    from wanted left join advice_checked on advice_checked.document_id = wanted."documentId"
      and advice_checked.agency = ${agency}
    order by "isFinalOut", "finalDue" is null, "finalDue", reference_key, imported_at`.execute(db);
  const requests = Map.groupBy(
    rows.length === 0
      ? []
      : await db
          .selectFrom('advice_request')
          .selectAll()
          .where('agency', '=', agency)
          .where(
            'cycle_id',
            'in',
            rows.map(({ cycleId }) => cycleId),
          )
          .execute(),
    ({ cycle_id }) => cycle_id,
  );
  const drafts = rows.map((row): AdviceDraft => {
    const states = (requests.get(row.cycleId) ?? []).map((request) => adviceStanding(datesOf(request), today).state);
    const of = (state: string): number => states.filter((each) => each === state).length;
    return {
      documentId: row.documentId,
      planId: row.planId,
      reference: row.reference,
      initials: row.initials,
      stage: row.stage,
      fileName: row.fileName,
      finalDue: row.finalDue,
      isExcepted: row.isExcepted === 1,
      isFinalOut: row.isFinalOut === 1,
      checkedAt: row.checkedAt,
      advice: {
        requests: states.length,
        received: of('received'),
        nil: of('nil'),
        missing: of('missing'),
        waiting: of('waiting'),
      },
      findings: row.findings,
      correctionsToSend: row.toSend,
      correctionsSent: row.sent,
      correctionsAnswered: row.answered,
    };
  });
  return { drafts, matching: rows[0]?.matching ?? 0 };
}

function corrections(agency: OfficerAgency, isSo: ReturnType<typeof sql>) {
  return sql`(select count(*) from advice_correction k join advice_check c on c.id = k.check_id
    join advice_request r on r.id = c.request_id
    where c.document_id = wanted."documentId" and r.agency = ${agency} and ${isSo})`;
}

export function datesOf(row: Pick<Row<'advice_request'>, 'asked_on' | 'received_on' | 'is_nil'>) {
  return { askedOn: row.asked_on, receivedOn: row.received_on, isNilReturn: row.is_nil === 1 };
}

/** A later version's agencies are shown as another service. */
export function agencyOfRow(text: string): AdviceAgency {
  return ADVICE_AGENCIES.find((known) => known === text) ?? 'other';
}

export function answersOf(row: Row<'advice_request'>) {
  return {
    needs: tick(row.answers_needs),
    provision: tick(row.answers_provision),
    outcomes: tick(row.answers_outcomes),
  };
}

function tick(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}

/** Requests of a cycle, as they were asked for. */
export async function selectRequests(db: Db, cycleId: string) {
  return db
    .selectFrom('advice_request')
    .leftJoin('document', 'document.id', 'advice_request.document_id')
    .selectAll('advice_request')
    .select('document.file_name as fileName')
    .where('advice_request.cycle_id', '=', cycleId)
    .orderBy('advice_request.asked_on')
    .orderBy('advice_request.added_at')
    .orderBy(sql`advice_request.rowid`)
    .execute();
}

/** Findings on a draft of an agency's advice, with their corrections, in the order in which they were made. */
export async function selectChecks(db: Db, documentId: string, agency: OfficerAgency) {
  return db
    .selectFrom('advice_check')
    .innerJoin('advice_request', 'advice_request.id', 'advice_check.request_id')
    .innerJoin('person', 'person.id', 'advice_check.person_id')
    .leftJoin('advice_correction', 'advice_correction.check_id', 'advice_check.id')
    .selectAll('advice_check')
    .select([
      'person.name as by',
      'advice_correction.wording as wording',
      'advice_correction.due_on as dueOn',
      'advice_correction.sent_at as sentAt',
      'advice_correction.answered_at as answeredAt',
      'advice_correction.answer as answer',
    ])
    .where('advice_check.document_id', '=', documentId)
    .where('advice_request.agency', '=', agency)
    .orderBy('advice_check.at')
    .orderBy(sql`advice_check.rowid`)
    .execute();
}
