import type { RawDatabase } from '../../../../electron/backend/workspace/cipher.ts';
import type { RootCause } from '../../../../shared/domain/grading/root-causes.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import type { Response } from '../../../../shared/domain/rubric/rubric.ts';
import { countIn, type CountTable } from '../../../../shared/domain/report/count-table.ts';
import type { SettledPlan } from '../../../../shared/domain/report/settled-plan.ts';
import type { ReportBlock } from '../../../../shared/domain/report/report-model.ts';
import { createGradingsFiller } from '../../../support/fill-gradings.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';
import { addPlan, type Client } from '../../../support/prepared-moderation.ts';

/** A workspace whose figures are counted twice, and the plain SQL that they are counted with the second time. */

export const RUBRIC = builtInRubric();
/** As the field has them, in the words of the schema. */
export const CAUSES: readonly RootCause[] = [
  'advice_missing',
  'advice_vague',
  'advice_weakened',
  'writing',
  'template',
  'process',
  'family_not_reached',
  'not_known',
];
const NEEDS = ['Autism', 'Physical disability', null];
const LOCALITIES = ['North', 'South'];
/** The lower of several stands, so each grade and answer is taken by its place. */
export const GRADES = RUBRIC.gradeScale.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
export const RESPONSES = ['met', 'partly', 'not_met'];

/** What counts of each plan version of a half-term: all that were asked have submitted, and it does not calibrate. */
export const COUNTED = `
  counted as (
    select audit.id, audit.round_id, audit.document_id, audit.frozen, moderation.frozen as agreed,
      case when document.stage like '%draft' then 'draft' else 'final' end || '-' ||
        case when document.stage like 'amended%' or cycle.plan_type in ('amended', 'reviewed') then 'amended' else 'new' end
        || case when round.kind <> 'random' then '~' || round.kind
          when cycle.plan_id in (select round_plan.plan_id from round_plan join sample using (round_id)
            where round_plan.round_id = round.id and round_plan.origin in ('sampled', 'swapped_in')) then ''
          else '~not-drawn' end as series
    from audit join round on round.id = audit.round_id join document on document.id = audit.document_id
      join cycle on cycle.id = document.cycle_id
      left join moderation on moderation.round_id = audit.round_id and moderation.document_id = audit.document_id
        and moderation.state = 'agreed'
    where round.half_term_id = :halfTerm and audit.state = 'submitted' and audit.is_calibration = 0
      and not exists (select 1 from calibration where calibration.round_id = audit.round_id
        and calibration.document_id = audit.document_id)
      and not exists (select 1 from assignment left join audit own on own.round_id = assignment.round_id
          and own.document_id = assignment.document_id and own.auditor_id = assignment.auditor_id
        where assignment.round_id = audit.round_id and assignment.document_id = audit.document_id
          and assignment.state = 'assigned' and coalesce(own.state, 'open') <> 'submitted')),
  gradings as (
    select distinct round_id, document_id, series, agreed -> '$.grading' as grading from counted where agreed is not null
    union all select round_id, document_id, series, frozen -> '$.grading' from counted where agreed is null)`;

export const OVERALL = `with ${COUNTED},
  graded as (
    select distinct round_id, document_id, series,
      (select place from scale where grade = agreed ->> '$.grade') as place from counted where agreed is not null
    union all
    select round_id, document_id, series, max((select place from scale where grade = frozen ->> '$.grading.overallGrade'))
    from counted where agreed is null group by round_id, document_id)
  select series, place, count(*) as n from graded where place is not null group by series, place`;

export const BY_STANDARD = `with ${COUNTED},
  graded as (
    select gradings.round_id, gradings.document_id, gradings.series, standard.value ->> 'id' as id,
      max((select place from scale where grade = standard.value ->> 'grade')) as place
    from gradings, json_each(gradings.grading, '$.standards') standard
    where standard.value ->> 'applies' = 'applies' and standard.value ->> 'isDevelopmental' = 0
    group by 1, 2, 4)
  select series, id, place, count(*) as n from graded where place is not null group by series, id, place`;

/**
 * The answer that stands for each plan version and criterion (`lowest`): by the answers themselves where no panel has
 * agreed, in the standards and criteria that applied to the plan.
 */
export const STANDING_ANSWERS = `${COUNTED},
  asked as (
    select counted.id as audit_id, counted.round_id, counted.document_id, counted.series, criterion.value ->> 'id' as id
    from counted, json_each(counted.frozen, '$.grading.standards') standard,
      json_each(standard.value, '$.criteria') criterion
    where counted.agreed is null and standard.value ->> 'applies' = 'applies'
      and standard.value ->> 'isDevelopmental' = 0 and criterion.value ->> 'applies' = 'applies'),
  given as (
    select asked.round_id, asked.document_id, asked.series, asked.id,
      (select place from answered where response = answer.response) as place
    from asked join answer on answer.audit_id = asked.audit_id and answer.criterion_id = asked.id
    union all
    select gradings.round_id, gradings.document_id, gradings.series, criterion.value ->> 'id',
      (select place from answered where response = criterion.value ->> 'response')
    from gradings, json_each(gradings.grading, '$.standards') standard, json_each(standard.value, '$.criteria') criterion
    where (gradings.round_id, gradings.document_id) in (select round_id, document_id from counted where agreed is not null)
      and standard.value ->> 'applies' = 'applies' and standard.value ->> 'isDevelopmental' = 0
      and criterion.value ->> 'applies' = 'applies'),
  lowest as (select round_id, document_id, series, id, max(place) as place from given group by 1, 2, 4)`;

const DIFFERING = `
  select criterion.value ->> 'id' as id from audit, json_each(audit.frozen, '$.grading.standards') standard,
    json_each(standard.value, '$.criteria') criterion
  where audit.document_id = :documentId and standard.value ->> 'applies' = 'applies'
    and criterion.value ->> 'applies' = 'applies'
  group by 1 having count(distinct criterion.value ->> 'response') > 1`;

/**
 * Three rounds of two half-terms: drafts and finals, new and amended, at random and of a theme; graded by one and by
 * two; agreed by the panel, which decided where the two differed; one that calibrates; one that waits for its second.
 */
export async function severalRounds(): Promise<{
  client: Client;
  raw: RawDatabase;
  settled: readonly SettledPlan[];
}> {
  const { client, session } = await newWorkspace('2026-11-20T09:00:00Z');
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const { id: rubricId } = await client.rubrics.current();
  const { id: now } = await client.rounds.current();
  raw
    .prepare(
      `insert into half_term (id, school_year, number, label, start, "end")
       values ('2026-27/1', '2026-27', 1, 'Autumn 1', '2026-09-01', '2026-10-23') on conflict do nothing`,
    )
    .run();
  raw.exec(
    'create temp table scale (grade text, place integer); create temp table answered (response text, place integer)',
  );
  for (const [place, grade] of GRADES.entries()) raw.prepare('insert into scale values (?, ?)').run(grade, place);
  for (const [place, given] of RESPONSES.entries()) raw.prepare('insert into answered values (?, ?)').run(given, place);
  raw.exec('begin');
  const fill = createGradingsFiller(raw, RUBRIC);
  const auditors = [fill.person('Briar Tolland', 'health'), fill.person('Corin Vale', 'social_care')];
  const [first = '', second = ''] = auditors;
  const before = fill.round({ halfTermId: '2026-27/1', kind: 'random', panelDate: '2026-10-16', rubricId });
  const themed = ['2026-27/1', '2026-27/2'].map((halfTermId) =>
    fill.round({ halfTermId, kind: 'thematic', theme: 'Year 9', panelDate: '2026-10-20', rubricId }),
  );
  const toAgree: string[] = [];
  for (const [nth, roundId] of [before, now].entries()) {
    for (let at = 0; at < 14; at += 1) {
      const ncYear = 2 + at;
      const planType = at % 3 === 2 ? 'amended' : 'new';
      const group = { need: NEEDS[at % NEEDS.length] ?? null, locality: LOCALITIES[at % LOCALITIES.length] ?? null };
      const { cycleId } = fill.plan({ reference: `SC-${nth}-${at}`, ncYear, planType, ...group });
      const both = [first, second].map((auditorId, who) => ({
        auditorId,
        answer: answersOf(at + 5 * who + nth),
        cause: causesOf(at + who),
      }));
      const { documentId } = fill.version({
        cycleId,
        stage: at % 4 === 3 ? 'draft' : 'final',
        roundId,
        rubricId,
        ncYear,
        audits: at % 2 === 0 ? both : both.slice(0, 1),
      });
      if (nth === 1 && at % 2 === 0 && at < 8) toAgree.push(documentId);
      const beside = fill.plan({ reference: `SC-${nth}-theme-${at}`, ncYear, ...group });
      const audits = [{ auditorId: second, answer: answersOf(at + nth), cause: causesOf(at) }];
      fill.version({ ...beside, stage: 'final', roundId: themed[nth] ?? '', rubricId, ncYear, audits });
    }
    const waiting = fill.plan({ reference: `SC-${nth}-waiting` });
    fill.version({
      ...waiting,
      stage: 'final',
      roundId,
      rubricId,
      audits: [
        { auditorId: first, answer: answersOf(3) },
        { auditorId: second, answer: answersOf(4), isOpen: true },
      ],
    });
    const calibrates = fill.plan({ reference: `SC-${nth}-calibrates` });
    fill.version({
      ...calibrates,
      stage: 'final',
      roundId,
      rubricId,
      audits: [{ auditorId: first, answer: answersOf(9), isCalibration: true }],
    });
  }
  raw.exec('commit');
  // What the panel decides is answered with the plan's text, so these have one.
  const { documentId: read } = await addPlan(client, 's02-willowshire-jasper', 'SC-read');
  const copy = raw.prepare(
    `insert into document_model (document_id, reader_version, model, summary)
     select ?, reader_version, model, summary from document_model where document_id = ?`,
  );
  for (const documentId of toAgree) copy.run(documentId, read);
  await client.moderation.begin({ roundId: now });
  for (const documentId of toAgree) {
    const of = { roundId: now, documentId };
    const differing = raw.prepare<[{ documentId: string }], { id: string }>(DIFFERING).all({ documentId });
    for (const { id: criterionId } of differing) {
      await client.moderation.decide({ ...of, criterionId, response: 'partly', reason: 'As page 4 says.' });
    }
    await client.moderation.agree(of);
  }
  return { client, raw, settled: await state.services.results.settled() };
}

/** The two who graded a plan name causes of their own; every cause is named by somebody. */
function causesOf(seed: number): (criterion: string) => RootCause {
  return (criterion) => CAUSES[(seed + Number(/\d+$/.exec(criterion)?.[0] ?? 0)) % CAUSES.length] ?? 'not_known';
}

function answersOf(seed: number): (criterion: string, place: number) => Response {
  return (_criterion, place) => {
    const turn = (seed * 31 + place * 17) % 100;
    if (turn < (seed % 5) * 6) return 'partly';
    return turn > 100 - (seed % 3) * 4 ? 'not_met' : 'met';
  };
}

export interface SqlRow {
  series: string;
  id: string;
  place: number;
  n: number;
}

export function rowsOf(raw: RawDatabase, sql: string, halfTerm: string): SqlRow[] {
  return raw.prepare<[{ halfTerm: string }], SqlRow>(sql).all({ halfTerm });
}

export function tablesOf(blocks: readonly ReportBlock[]): CountTable[] {
  return blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : []));
}

export function named(tables: readonly CountTable[], id: string): CountTable {
  const found = tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`There is no table ${id}.`);
  return found;
}

export function countOf(table: CountTable, rowId: string, column: string): number | null {
  const row = table.rows.find(({ id }) => id === rowId);
  return row === undefined ? 0 : (countIn(table, row, column)?.n ?? null);
}
