import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { frameFilterSchema } from '../../../shared/contract/samples.ts';
import { ACTION_LEVELS, ACTION_STATES, isOverdue, stateAsAt } from '../../../shared/domain/actions.ts';
import { type AdviceCounts, countAdvice } from '../../../shared/domain/advice/advice-gaps.ts';
import {
  ADVICE_AGENCIES,
  ADVICE_FINDINGS,
  adviceAgencyWords,
  adviceStanding,
  datesAsAt,
  unanswered,
} from '../../../shared/domain/advice/advice-log.ts';
import { FLAG_KINDS, FLAG_WORDS } from '../../../shared/domain/flags.ts';
import { type HalfTermDates, halfTermOf } from '../../../shared/domain/half-term.ts';
import type { ActionFacts, Escalation, RoundFacts } from '../../../shared/domain/report/report-input.ts';
import { filterWords } from '../../../shared/domain/rounds/frame-words.ts';
import { STRATUM_KEYS } from '../../../shared/domain/rounds/strata.ts';
import { answersOf, datesOf } from '../advice/advice-queries.ts';
import { leftOutOf } from '../samples/samples-queries.ts';
import { englishDay } from '../english-day.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

const strataSchema = z.array(z.enum(STRATUM_KEYS));
const levelSchema = z.enum(ACTION_LEVELS);
const stateSchema = z.enum(ACTION_STATES);

interface RoundRow {
  id: string;
  kind: string;
  theme: string;
  panelDate: string;
  method: string | null;
  strataBy: string | null;
  seed: number | null;
  filter: string | null;
  leftOut: string | null;
  frame: number;
  fromFrame: number;
  plans: number;
  documents: number;
  settled: number;
  withoutGrade: number;
  reAuditsOwed: number;
  swapped: number;
}

/** The rounds of a half-term with what is in them, by their panel dates. Results must have been filled in before. */
export async function selectRoundFacts(db: Db, halfTermId: string): Promise<RoundFacts[]> {
  const { rows } = await sql<RoundRow>`
    with counted as (
      select round_document.round_id, round_document.document_id, document.cycle_id from round_document
        join document on document.id = round_document.document_id
      where not exists (select 1 from calibration where calibration.round_id = round_document.round_id
        and calibration.document_id = round_document.document_id))
    select round.id as id, round.kind as kind, round.theme as theme, round.panel_date as "panelDate",
      sample.method as method, sample.strata_by as "strataBy", sample.seed as seed,
      sample.filter as filter, sample.left_out as "leftOut",
      (select count(*) from sample_frame where sample_frame.round_id = round.id) as frame,
      (select count(distinct cycle.plan_id) from counted join cycle on cycle.id = counted.cycle_id
         join sample_frame on sample_frame.round_id = counted.round_id and sample_frame.plan_id = cycle.plan_id
         where counted.round_id = round.id) as "fromFrame",
      (select count(distinct cycle.plan_id) from counted join cycle on cycle.id = counted.cycle_id
         where counted.round_id = round.id) as plans,
      (select count(*) from counted where counted.round_id = round.id) as documents,
      (select count(*) from result where result.round_id = round.id) as settled,
      (select count(*) from result where result.round_id = round.id and overall_grade is null) as "withoutGrade",
      (select count(*) from round_plan where round_plan.round_id = round.id and state = 'in' and origin = 're_audit')
        as "reAuditsOwed",
      (select count(*) from round_plan where round_plan.round_id = round.id and state <> 'in') as swapped
    from round left join sample on sample.round_id = round.id
    where round.half_term_id = ${halfTermId} order by round.panel_date, round.id`.execute(db);
  return rows.map(({ method, strataBy, seed, filter, leftOut, frame, fromFrame, documents, settled, ...row }) => ({
    ...row,
    // A plan version that was graded and then taken off the round's list was still in it.
    documents: Math.max(documents, settled),
    settled,
    sample:
      method === null || seed === null
        ? null
        : {
            method: method === 'stratified' ? ('stratified' as const) : ('random' as const),
            strataBy: method === 'stratified' ? strataSchema.parse(JSON.parse(strataBy ?? '[]')) : [],
            seed,
            frame,
            fromFrame,
            asked: filterWords(frameFilterSchema.parse(JSON.parse(filter ?? 'null'))),
            leftOut: leftOutOf(leftOut),
          },
  }));
}

/** Half-terms of these rounds, the earliest first. */
export async function selectHalfTermsOf(db: Db, roundIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('round')
    .innerJoin('half_term', 'half_term.id', 'round.half_term_id')
    .select('half_term.id as id')
    .distinct()
    .where('round.id', 'in', roundIds)
    .orderBy('half_term.start')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * What was escalated in these rounds as it stood at the end of a day, by kind: open where it was dealt with later. Kinds
 * that had not been by then are left out. `since`: what was escalated in these rounds after that day.
 */
export async function selectEscalations(
  db: Db,
  roundIds: readonly string[],
  day: string,
): Promise<{ byKind: Escalation[]; since: number }> {
  if (roundIds.length === 0) return { byKind: [], since: 0 };
  const rows = await db
    .selectFrom('flag')
    .select(['kind', 'raised_at as raisedAt', 'resolved_at as resolvedAt'])
    .where('round_id', 'in', roundIds)
    .execute();
  const raised = rows.filter(({ raisedAt }) => englishDay(raisedAt) <= day);
  const byKind = FLAG_KINDS.flatMap((kind) => {
    const own = raised.filter((row) => row.kind === kind);
    const resolved = own.filter(({ resolvedAt }) => resolvedAt !== null && englishDay(resolvedAt) <= day);
    return own.length === 0 ? [] : [{ kind, label: FLAG_WORDS[kind], raised: own.length, resolved: resolved.length }];
  });
  return { byKind, since: rows.length - raised.length };
}

/**
 * Advice for the plans of these rounds as it stood at the end of a day, by the agency that was asked; agencies that had
 * not been asked are left out. Where documents are named, for those alone. The day is held against the days in the log,
 * not against when they were entered: an entry that was made late, put right or taken out since is as it is now. Which
 * questions an answer leaves open bears no day, and is as it is now.
 */
export async function selectAdviceCounts(
  db: Db,
  roundIds: readonly string[],
  day: string,
  documentIds?: readonly string[],
): Promise<{ agency: string; label: string; counts: AdviceCounts }[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .selectFrom('advice_request')
    .selectAll()
    .where('cycle_id', 'in', (eb) =>
      eb
        .selectFrom('document')
        .innerJoin('round_document', 'round_document.document_id', 'document.id')
        .select('document.cycle_id')
        .where('round_document.round_id', 'in', roundIds)
        .where('document.cycle_id', 'is not', null)
        .where(
          documentIds === undefined
            ? sql<boolean>`true`
            : sql<boolean>`document.id in (select value from json_each(${JSON.stringify(documentIds)}))`,
        )
        .$narrowType<{ cycle_id: string }>(),
    )
    .execute();
  const checks = await db
    .selectFrom('advice_check')
    .select(['request_id', 'finding'])
    .where(sql<string>`substr(at, 1, 10)`, '<=', day)
    .execute();
  const findings = Map.groupBy(checks, ({ request_id: requestId }) => requestId);
  return ADVICE_AGENCIES.flatMap((agency) => {
    const own = rows.filter((row) => row.agency === agency);
    const records = own.map((row) => ({
      agency,
      service: row.service,
      profession: row.profession,
      roundIds,
      ...adviceStanding(datesAsAt(datesOf(row), day), day),
      unanswered: unanswered(answersOf(row)),
      findings: (findings.get(row.id) ?? []).flatMap(({ finding }) =>
        ADVICE_FINDINGS.filter((known) => known === finding),
      ),
    }));
    const counts = countAdvice(records);
    return counts.requests === 0 ? [] : [{ agency, label: adviceAgencyWords(agency), counts }];
  });
}

/** Plans of these rounds, and for how many of them advice had been asked for by the end of a day, as the log has it. */
export async function selectAdvisedPlans(
  db: Db,
  roundIds: readonly string[],
  day: string,
): Promise<{ logged: number; of: number }> {
  const { rows } = await sql<{ logged: number; of: number }>`
    with audited as (select distinct cycle.plan_id from round_document
        join document on document.id = round_document.document_id join cycle on cycle.id = document.cycle_id
      where round_document.round_id in (select value from json_each(${JSON.stringify(roundIds)}))
        and not exists (select 1 from calibration where calibration.round_id = round_document.round_id
          and calibration.document_id = round_document.document_id)),
    asked as (select distinct cycle.plan_id from advice_request join cycle on cycle.id = advice_request.cycle_id
      where coalesce(advice_request.asked_on, advice_request.received_on) <= ${day})
    select count(*) as "of", count(asked.plan_id) as logged
    from audited left join asked on asked.plan_id = audited.plan_id`.execute(db);
  return rows[0] ?? { logged: 0, of: 0 };
}

/** Final plans that went out in these half-terms by the register, with the holidays after them; exceptions among them. */
export async function selectFinalsIssued(
  db: Db,
  halfTerms: readonly HalfTermDates[],
  calendar: readonly HalfTermDates[],
): Promise<number> {
  const rows = await db
    .selectFrom('cycle_standing')
    .select(['final_done as on', (eb) => eb.fn.countAll<number>().as('issued')])
    .where('final_done', 'is not', null)
    .groupBy('final_done')
    .execute();
  const ids = new Set(halfTerms.map(({ id }) => id));
  return rows.reduce((sum, { on, issued }) => {
    const own = on === null ? undefined : halfTermOf(on, calendar)?.id;
    return own !== undefined && ids.has(own) ? sum + issued : sum;
  }, 0);
}

/**
 * Actions as they stood at the end of a day, with the half-terms in which they were put down and settled: without those
 * that were put down later, and open where they were settled later. A day that was moved since is as it is now.
 */
export async function selectActionFacts(
  db: Db,
  calendar: readonly HalfTermDates[],
  day: string,
): Promise<ActionFacts[]> {
  const rows = await db
    .selectFrom('action')
    .select(['kind', 'level', 'service', 'state', 'due_on as dueOn', 'words'])
    .select(['created_at as createdAt', 'settled_at as settledAt'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const halfTermOn = (on: string) => halfTermOf(on, calendar)?.id ?? null;
  return rows.flatMap(({ kind, level, service, state, dueOn, words, createdAt, settledAt }) => {
    const madeOn = englishDay(createdAt);
    const settledOn = settledAt === null ? null : englishDay(settledAt);
    const known = stateAsAt({ state: stateSchema.parse(state), madeOn, settledOn }, day);
    if (known === null) return [];
    return [
      {
        level: levelSchema.parse(level),
        service,
        state: known,
        isOverdue: isOverdue({ state: known, dueOn }, day),
        dueOn,
        madeIn: halfTermOn(madeOn),
        settledIn: settledOn === null || known === 'open' ? null : halfTermOn(settledOn),
        isReAudit: kind === 're_audit',
        words,
      },
    ];
  });
}

/** Re-audits made in these rounds: the grade that called for each, and the grade that the plan then got. */
export async function selectReAudits(
  db: Db,
  roundIds: readonly string[],
): Promise<{ before: string; after: string }[]> {
  if (roundIds.length === 0) return [];
  const { rows } = await sql<{ before: string; after: string }>`
    select action.before_grade as before, result.overall_grade as after from action
      join cycle on cycle.plan_id = action.plan_id join document on document.cycle_id = cycle.id
      join result on result.document_id = document.id join round on round.id = result.round_id
    where action.kind = 're_audit' and action.before_grade is not null and result.overall_grade is not null
      and result.round_id in (select value from json_each(${JSON.stringify(roundIds)}))
      and (action.round_id is null or result.round_id <> action.round_id)
    group by action.id having round.panel_date = max(round.panel_date) order by action.id`.execute(db);
  return rows;
}
