import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Snapshot } from '../../../shared/contract/reports.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import { editionSchema } from '../../../shared/domain/report/report-model.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { ToldOf } from './told-of-results.ts';

type Db = Kysely<WorkspaceTables>;

const rubricsSchema = z.array(z.strictObject({ title: z.string(), version: z.string(), digest: z.string() }));
const agenciesSchema = z.array(z.string());
const periodsSchema = z.array(z.array(z.string()));
const countsSchema = z.array(z.tuple([z.string(), z.int().nullable()]));

/** Frozen reports without what is in them, the newest first; one of them where it is named. */
export async function selectSnapshots(db: Db, snapshotId?: string): Promise<Snapshot[]> {
  let select = db
    .selectFrom('report_snapshot as snapshot')
    .innerJoin('person as freezer', 'freezer.id', 'snapshot.frozen_by')
    .leftJoin('person as withdrawer', 'withdrawer.id', 'snapshot.withdrawn_by')
    .leftJoin('half_term', 'half_term.id', 'snapshot.half_term_id')
    .select([
      'snapshot.id as id',
      'snapshot.half_term_id as halfTermId',
      'half_term.label as label',
      'half_term.school_year as schoolYear',
      'snapshot.edition as edition',
      'snapshot.threshold as threshold',
      'snapshot.rubrics as rubrics',
      'snapshot.digest as digest',
      'snapshot.frozen_at as frozenAt',
      'freezer.name as frozenBy',
      'snapshot.withdrawn_at as withdrawnAt',
      'withdrawer.name as withdrawnBy',
      'snapshot.withdrawn_reason as reason',
      // Of reports frozen before it could be chosen there is none.
      sql<number | null>`json_extract(snapshot.model, '$.hideZero')`.as('hideZero'),
    ])
    .orderBy('snapshot.frozen_at', 'desc')
    .orderBy('snapshot.id');
  if (snapshotId !== undefined) select = select.where('snapshot.id', '=', snapshotId);
  const rows = await select.execute();
  return rows.map(({ label, schoolYear, edition, hideZero, rubrics, withdrawnAt, withdrawnBy, reason, ...row }) => ({
    ...row,
    halfTermName: label === null || schoolYear === null ? row.halfTermId : shortHalfTermName({ label, schoolYear }),
    edition: editionSchema.parse(edition),
    hideZero: hideZero === 1,
    rubrics: rubricsSchema.parse(JSON.parse(rubrics)),
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason },
  }));
}

/** What readers of everything that was given out know. */
export interface Published {
  known: ReadonlyMap<string, number>;
  knownHidden: ReadonlySet<string>;
  /** Periods that reports told of, as ids of half-terms. */
  periods: readonly (readonly string[])[];
  /** The lowest that a published report hid by; null where none is out. */
  threshold: number | null;
}

/**
 * Whether a report went out: as it is; in what is made of such reports (a scorecard's lines of the year, figures over
 * half-terms and feedback that were given out while it stood); or to a board reader, who looked at its figures in Insight.
 *
 * @param report what the query calls its row of report_snapshot
 */
export function isWithReaders(report: string): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${report}.${column}`);
  const whileItStood = (at: string) =>
    sql`${sql.ref(at)} >= ${of('frozen_at')} and (${of('withdrawn_at')} is null or ${sql.ref(at)} <= ${of('withdrawn_at')})`;
  return sql<boolean>`(exists (select 1 from event
    where (event.action = 'reports.exportFrozen' and event.subject_id = ${of('id')})
      or (event.action in ('outlets.exportScorecard', 'outlets.exportFigures', 'outlets.exportFeedback')
        and event.detail ->> 'edition' = 'publishable' and ${whileItStood('event.at')}))
    or exists (select 1 from json_each(${of('plans')}) held join answers_seen
        on answers_seen.document_id = held.value ->> 'documentId' and answers_seen.round_id = held.value ->> 'roundId'
      where ${whileItStood('answers_seen.at')}
        and answers_seen.person_id in (select person_id from person_role where role = 'board_reader')
        and answers_seen.person_id not in
          (select person_id from person_role where role in ('qa_lead', 'chair', 'locality_manager'))))`;
}

/**
 * What published reports tell a reader who kept them all: counts that they show, keys of those that they hide, and the
 * half-terms that they counted together. One that was withdrawn after it had gone out is with its readers still.
 */
export async function selectPublished(db: Db): Promise<Published> {
  const rows = await db
    .selectFrom('report_snapshot')
    .select(['counts', 'threshold', sql<string | null>`json_extract(model, '$.periods')`.as('periods')])
    .where('edition', '=', 'publishable')
    .where((where) => where.or([where('withdrawn_at', 'is', null), isWithReaders('report_snapshot')]))
    .orderBy('frozen_at')
    .orderBy('id')
    .execute();
  // What left the panel beside reports (feedback to services, the scorecard) is known to its readers as well.
  const given = await db.selectFrom('outlet_given').select('counts').orderBy('given_at').orderBy('digest').execute();
  const known = new Map<string, number>();
  const knownHidden = new Set<string>();
  for (const { counts } of [...given, ...rows]) {
    for (const [key, n] of countsSchema.parse(JSON.parse(counts))) {
      if (n === null) knownHidden.add(key);
      else known.set(key, n);
    }
  }
  const periods = rows.flatMap((row) => periodsSchema.parse(JSON.parse(row.periods ?? '[]')));
  const threshold = rows.length === 0 ? null : Math.min(...rows.map((row) => row.threshold));
  return { known, knownHidden, periods, threshold };
}

/** A publishable report that stands, as far as it tells of figures. */
export interface StandingReport {
  /** The half-term that it is on. */
  halfTermId: string;
  /** As ids of half-terms. */
  periods: readonly (readonly string[])[];
  counts: readonly (readonly [key: string, n: number | null])[];
  threshold: number;
  hideZero: boolean;
}

/** Publishable reports that were not withdrawn, in the order in which they were frozen. */
export async function selectStanding(db: Db): Promise<StandingReport[]> {
  const rows = await db
    .selectFrom('report_snapshot')
    .select([
      'half_term_id as halfTermId',
      'counts',
      'threshold',
      sql<string | null>`json_extract(model, '$.periods')`.as('periods'),
      sql<number | null>`json_extract(model, '$.hideZero')`.as('hideZero'),
    ])
    .where('edition', '=', 'publishable')
    .where('withdrawn_at', 'is', null)
    .orderBy('frozen_at')
    .orderBy('id')
    .execute();
  return rows.map(({ counts, periods, hideZero, ...row }) => ({
    ...row,
    periods: periodsSchema.parse(JSON.parse(periods ?? '[]')),
    counts: countsSchema.parse(JSON.parse(counts)),
    hideZero: hideZero === 1,
  }));
}

/** Documents with results that a frozen report holds, as far as they are still there. */
export async function selectFrozenPlans(db: Db, snapshotId: string): Promise<ToldOf[]> {
  const { rows } = await sql<{ roundId: string; documentId: string; agencies: string }>`
    select held.value ->> 'roundId' as "roundId", held.value ->> 'documentId' as "documentId",
      held.value -> 'agencies' as agencies
    from report_snapshot, json_each(report_snapshot.plans) held
    where report_snapshot.id = ${snapshotId}
      and exists (select 1 from document where document.id = held.value ->> 'documentId')`.execute(db);
  return rows.map(({ agencies, ...row }) => ({ ...row, agencies: agenciesSchema.parse(JSON.parse(agencies)) }));
}
