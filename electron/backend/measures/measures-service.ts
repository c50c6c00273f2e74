import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { MeasureList } from '../../../shared/contract/measures.ts';
import { shortHalfTermName, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import {
  definitionWords,
  type HandReadingFields,
  handReadingProblem,
  type Measure,
  type MeasureFields,
  measureProblems,
} from '../../../shared/domain/measures.ts';
import { measuresDraft } from '../../../shared/domain/report/measures-draft.ts';
import { createMeasureReader, type MeasureSources } from '../../../shared/domain/report/measures-figures.ts';
import { goodOrBetterLabelOf } from '../../../shared/domain/report/prepare.ts';
import { byPeriod, type PublicationPeriod } from '../../../shared/domain/report/publication-periods.ts';
import type { MeasuresDraft } from '../../../shared/domain/report/report-input.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import type { Caller } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { countedFrom, type FigureSources } from './figure-sources.ts';
import { columnsOf, replaceMilestones, selectMeasures, selectUntoldRounds } from './measures-queries.ts';

export type MeasuresService = ReturnType<typeof createMeasuresService>;

type Trx = Transaction<WorkspaceTables>;

/** The partnership's measures: what they promise, by when, and what was read so far. */
export function createMeasuresService(from: FigureSources) {
  const { db, clock, results, rubrics } = from;

  /** One command on a measure that is there: `write` gives what the trail keeps of it. */
  async function change(
    caller: Caller,
    action: string,
    measureId: string,
    write: (trx: Trx, measure: Measure, at: string) => Promise<EventDetail>,
  ): Promise<Measure> {
    const at = clock().toISOString();
    return db.transaction().execute(async (trx) => {
      const detail = await write(trx, await find(trx, measureId), at);
      await recordEvent(trx, { at, personId: caller.id, action, subjectId: measureId, detail });
      return find(trx, measureId);
    });
  }

  async function refuseProblems(
    trx: Trx,
    rubric: Rubric,
    fields: MeasureFields,
    measureId: string | null,
  ): Promise<void> {
    const others = (await selectMeasures(trx)).filter(({ id, retiredAt }) => id !== measureId && retiredAt === null);
    const [problem] = measureProblems(fields, { others: others.map(({ name }) => name), rubric });
    if (problem !== undefined) throw badMeasure(problem);
    const { personId } = fields.owner;
    if (personId === null) return;
    const owner = await trx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
    if (owner === undefined) throw notFound('person');
  }

  return {
    /** All measures with what was read, as far as the caller was shown it before: looking here ends nothing. */
    async list(caller: Caller): Promise<MeasureList> {
      const settled = await results.settled();
      const untold = await selectUntoldRounds(db, caller.id);
      const sources = await countedFrom(
        from,
        settled.filter(({ roundId }) => !untold.has(roundId)),
      );
      const read = createMeasureReader(sources);
      const held = new Set(settled.filter(({ roundId }) => untold.has(roundId)).map(({ halfTermId }) => halfTermId));
      return {
        measures: (await selectMeasures(db)).map((measure) => {
          const { table, points, breaksBefore, percentsAlone } = read(measure);
          const definition = definitionWords(measure, sources.rubric, goodOrBetterLabelOf(sources.rubric));
          return { measure, definition, figures: { table, points, breaksBefore, percentsAlone } };
        }),
        heldBack: sortHalfTerms(sources.calendar)
          .filter(({ id }) => held.has(id))
          .map(shortHalfTermName),
      };
    },

    /**
     * What the measures in use bring to a half-term's report, which is counted from these plans. Where periods are told
     * of, plans and half-term are theirs, and readings are by period.
     */
    async draft(
      plans: readonly SettledPlan[],
      halfTermId: string,
      edition: Edition,
      periods: readonly PublicationPeriod[] | null = null,
    ): Promise<MeasuresDraft | null> {
      const sources = inPeriods(await countedFrom(from, plans), periods);
      const halfTerm = sources.calendar.find(({ id }) => id === halfTermId);
      if (halfTerm === undefined) throw notFound('half-term');
      return measuresDraft({ ...sources, measures: await selectMeasures(db), halfTerm, edition });
    },

    /** Throws Refusal BAD_MEASURE. */
    async create(caller: Caller, fields: MeasureFields): Promise<Measure> {
      const id = randomUUID();
      const at = clock().toISOString();
      const { rubric } = await rubrics.current();
      return db.transaction().execute(async (trx) => {
        await refuseProblems(trx, rubric, fields, null);
        await trx
          .insertInto('measure')
          .values({
            ...columnsOf(fields),
            id,
            created_at: at,
            created_by: caller.id,
            retired_at: null,
            retired_by: null,
          })
          .execute();
        await replaceMilestones(trx, id, fields);
        const detail = { fields: digestOf(JSON.stringify(fields)) };
        await recordEvent(trx, { at, personId: caller.id, action: 'measures.create', subjectId: id, detail });
        return find(trx, id);
      });
    },

    /** Throws Refusal BAD_MEASURE, or MEASURE_CHANGED where `revision` is not the last. */
    async update(
      caller: Caller,
      { measureId, revision, fields }: { measureId: string; revision: number; fields: MeasureFields },
    ): Promise<Measure> {
      const { rubric } = await rubrics.current();
      return change(caller, 'measures.update', measureId, async (trx, measure) => {
        if (measure.revision !== revision) {
          throw new Refusal(
            'MEASURE_CHANGED',
            'Somebody else changed this measure meanwhile.',
            'Close this, look at what it says now, and change that.',
          );
        }
        if (fields.unit !== measure.unit && measure.byHand.length > 0) {
          throw badMeasure('It has readings in another unit.');
        }
        await refuseProblems(trx, rubric, fields, measureId);
        await trx
          .updateTable('measure')
          .set({ ...columnsOf(fields), revision: revision + 1 })
          .where('id', '=', measureId)
          .execute();
        await replaceMilestones(trx, measureId, fields);
        return { revision: revision + 1, fields: digestOf(JSON.stringify(fields)) };
      });
    },

    /** Throws Refusal BAD_MEASURE where one that is taken in again has another's name. */
    async setRetired(caller: Caller, measureId: string, isRetired: boolean): Promise<Measure> {
      const { rubric } = await rubrics.current();
      return change(caller, 'measures.setRetired', measureId, async (trx, measure, at) => {
        if ((measure.retiredAt !== null) === isRetired) return { isRetired };
        if (!isRetired) await refuseProblems(trx, rubric, measure, measureId);
        await trx
          .updateTable('measure')
          .set(isRetired ? { retired_at: at, retired_by: caller.id } : { retired_at: null, retired_by: null })
          .where('id', '=', measureId)
          .execute();
        return { isRetired };
      });
    },

    /** Throws Refusal BAD_READING. */
    addReading(
      caller: Caller,
      { measureId, replaces, reading }: { measureId: string; replaces: string | null; reading: HandReadingFields },
    ): Promise<Measure> {
      return change(caller, 'measures.addReading', measureId, async (trx, { unit, byHand }, at) => {
        if (replaces !== null && !byHand.some(({ id }) => id === replaces)) throw notFound('reading');
        const taken = byHand.filter(({ id }) => id !== replaces).map(({ on }) => on);
        const problem = handReadingProblem(unit, reading, { taken, today: englishDay(at) });
        if (problem !== null) throw new Refusal('BAD_READING', problem, 'Look at the counts and the date again.');
        if (replaces !== null) await withdraw(trx, replaces, caller, at);
        const id = randomUUID();
        const { on, n, of, percent, note } = reading;
        await trx
          .insertInto('measure_reading')
          .values({
            id,
            measure_id: measureId,
            on_date: on,
            n,
            of_n: of,
            percent,
            note,
            entered_at: at,
            entered_by: caller.id,
            withdrawn_at: null,
            withdrawn_by: null,
          })
          .execute();
        return { readingId: id, replaces };
      });
    },

    withdrawReading(caller: Caller, measureId: string, readingId: string): Promise<Measure> {
      return change(caller, 'measures.withdrawReading', measureId, async (trx, { byHand }, at) => {
        if (!byHand.some(({ id }) => id === readingId)) throw notFound('reading');
        await withdraw(trx, readingId, caller, at);
        return { readingId };
      });
    },
  };
}

async function find(trx: Trx, measureId: string): Promise<Measure> {
  const [measure] = await selectMeasures(trx, measureId);
  if (measure === undefined) throw notFound('measure');
  return measure;
}

async function withdraw(trx: Trx, readingId: string, caller: Caller, at: string): Promise<void> {
  await trx
    .updateTable('measure_reading')
    .set({ withdrawn_at: at, withdrawn_by: caller.id })
    .where('id', '=', readingId)
    .execute();
}

function badMeasure(problem: string): Refusal {
  return new Refusal('BAD_MEASURE', problem, 'Put it right and save again.');
}

/** What went out in the half-terms of a period went out in the period. */
function inPeriods(sources: MeasureSources, periods: readonly PublicationPeriod[] | null): MeasureSources {
  if (periods === null) return sources;
  const groups = Map.groupBy(
    byPeriod(sources.issued, periods),
    ({ halfTermId, planType }) => `${halfTermId} ${planType}`,
  );
  return {
    ...sources,
    calendar: periods.map(({ asOne }) => asOne),
    issued: [...groups.values()].flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              ...first,
              issued: others.reduce((sum, { issued }) => sum + issued, first.issued),
              inTime: others.reduce((sum, { inTime }) => sum + inTime, first.inTime),
            },
          ],
    ),
  };
}
