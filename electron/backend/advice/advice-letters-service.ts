import { sql } from 'kysely';
import type { AdviceGaps } from '../../../shared/contract/advice.ts';
import {
  type AdviceRecord,
  countAdvice,
  recurringGaps,
  sameService,
} from '../../../shared/domain/advice/advice-gaps.ts';
import type { LetterExample } from '../../../shared/domain/advice/advice-letter.ts';
import {
  ADVICE_FINDINGS,
  adviceStanding,
  type OfficerAgency,
  unanswered,
} from '../../../shared/domain/advice/advice-log.ts';
import { anchorSchema } from '../../../shared/domain/document-model.ts';
import { MASK_WORDS } from '../../../shared/domain/masking/masking.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { Refusal } from '../refusal.ts';
import { renderLetter } from '../reports/letter-docx.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { agencyOfRow, answersOf, datesOf } from './advice-queries.ts';
import { refuseOtherAgency } from './officer-agency.ts';

export type AdviceLettersService = ReturnType<typeof createAdviceLettersService>;

const CHILD = `[${MASK_WORDS.child}]`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What recurs in services' advice, and the letters that say it to them. */
export function createAdviceLettersService({
  db,
  clock,
  partnership,
  rounds,
  masking,
  resourcesFolder,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  rounds: RoundsService;
  masking: Pick<MaskingService, 'maskerOf'>;
  resourcesFolder: string | undefined;
}) {
  function today(): string {
    return englishDay(clock());
  }

  /** An agency's requests for advice, with the rounds of their plans' cycles and what was found of them. */
  async function recordsOf(agency: OfficerAgency): Promise<(AdviceRecord & { requestId: string })[]> {
    const requests = await db
      .selectFrom('advice_request')
      .selectAll()
      .where('agency', '=', agency)
      .orderBy('added_at')
      .orderBy(sql`rowid`)
      .execute();
    const inRounds = await sql<{ requestId: string; roundId: string }>`
      select distinct r.id as "requestId", d.round_id as "roundId" from advice_request r
        join document on document.cycle_id = r.cycle_id join round_document d on d.document_id = document.id
      where r.agency = ${agency}`.execute(db);
    const roundsOf = Map.groupBy(inRounds.rows, ({ requestId }) => requestId);
    const found = Map.groupBy(
      await db
        .selectFrom('advice_check')
        .innerJoin('advice_request', 'advice_request.id', 'advice_check.request_id')
        .select(['advice_check.request_id as requestId', 'advice_check.finding as finding'])
        .where('advice_request.agency', '=', agency)
        .execute(),
      ({ requestId }) => requestId,
    );
    return requests.map((row) => {
      const { state, isOnTime } = adviceStanding(datesOf(row), today());
      return {
        requestId: row.id,
        agency: agencyOfRow(row.agency),
        service: row.service,
        profession: row.profession,
        roundIds: (roundsOf.get(row.id) ?? []).map(({ roundId }) => roundId),
        state,
        isOnTime,
        unanswered: unanswered(answersOf(row)),
        findings: (found.get(row.id) ?? []).flatMap(({ finding }) =>
          ADVICE_FINDINGS.filter((known) => known === finding),
        ),
      };
    });
  }

  /** Hides whomever a plan names; the child whom it is for becomes the initials by which the letter speaks of them. */
  async function hiderOf({
    planId,
    initials,
  }: {
    planId: string;
    initials: string;
  }): Promise<(text: string) => string> {
    const mask = await masking.maskerOf(planId);
    return (text) => (initials === '' ? mask(text) : mask(text).replaceAll(CHILD, initials));
  }

  /** The compared passages of these requests. */
  async function examplesOf(requestIds: readonly string[]): Promise<LetterExample[]> {
    const rows = await db
      .selectFrom('advice_check')
      .innerJoin('document', 'document.id', 'advice_check.document_id')
      .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
      .innerJoin('plan', 'plan.id', 'cycle.plan_id')
      .leftJoin('advice_correction', 'advice_correction.check_id', 'advice_check.id')
      .selectAll('advice_check')
      .select([
        'plan.id as planId',
        'plan.reference as reference',
        'plan.initials as initials',
        'advice_correction.wording as wording',
        'advice_correction.due_on as dueOn',
      ])
      .where('advice_check.request_id', 'in', requestIds)
      .orderBy('plan.reference_key')
      .orderBy('advice_check.at')
      .orderBy(sql`advice_check.rowid`)
      .execute();
    const hiders = new Map<string, (text: string) => string>();
    for (const { planId, initials } of rows) {
      if (!hiders.has(planId)) hiders.set(planId, await hiderOf({ planId, initials }));
    }
    return rows.flatMap((row) => {
      const finding = ADVICE_FINDINGS.find((known) => known === row.finding);
      const hide = hiders.get(row.planId);
      if (finding === undefined || hide === undefined) return [];
      const planWords = row.plan_anchor === null ? null : anchorSchema.parse(JSON.parse(row.plan_anchor)).quote;
      return [
        {
          reference: row.reference,
          initials: row.initials,
          finding,
          adviceWords: hide(row.advice_words),
          planWords: planWords === null ? null : hide(planWords),
          planSection: row.plan_section,
          comment: hide(row.comment),
          correction:
            row.wording === null || row.dueOn === null ? null : { wording: hide(row.wording), dueOn: row.dueOn },
        },
      ];
    });
  }

  /** Hides, in what the officer typed, whomever the plans that the service advised on name. */
  async function hiderOfAll(requestIds: readonly string[]): Promise<(text: string) => string> {
    const plans = await db
      .selectFrom('advice_request')
      .innerJoin('cycle', 'cycle.id', 'advice_request.cycle_id')
      .innerJoin('plan', 'plan.id', 'cycle.plan_id')
      .select(['plan.id as planId', 'plan.initials as initials'])
      .distinct()
      .where('advice_request.id', 'in', requestIds)
      .execute();
    const hiders: ((text: string) => string)[] = [];
    for (const plan of plans) hiders.push(await hiderOf(plan));
    return (text) => hiders.reduce((words, hide) => hide(words), text);
  }

  return {
    async gaps(caller: Caller, { agency }: { agency: OfficerAgency }): Promise<AdviceGaps> {
      refuseOtherAgency(caller, agency, 'look');
      const all = await rounds.list();
      const rows = recurringGaps(
        await recordsOf(agency),
        all.map(({ id }) => id),
      );
      const used = new Set(rows.flatMap(({ byRound }) => byRound.map(({ roundId }) => roundId)));
      return {
        agency,
        rounds: all
          .filter(({ id }) => used.has(id))
          .map(({ id, halfTerm }) => ({ id, label: shortHalfTermName(halfTerm) })),
        rows,
      };
    },

    async letter(
      caller: Caller,
      {
        agency,
        service,
        roundId,
        strengths,
        trainingPoints,
      }: {
        agency: OfficerAgency;
        service: string;
        roundId: string | null;
        strengths: string[];
        trainingPoints: string[];
      },
    ): Promise<File> {
      refuseOtherAgency(caller, agency, 'check');
      const records = (await recordsOf(agency)).filter(
        (record) => sameService(record.service, service) && (roundId === null || record.roundIds.includes(roundId)),
      );
      const [first] = records;
      if (first === undefined) {
        throw new Refusal(
          'NO_SUCH_SERVICE',
          'The log has no advice of this service.',
          'Choose a service from the list, or another round.',
        );
      }
      const { name } = await partnership.get();
      const isTyped = strengths.length + trainingPoints.length > 0;
      const hide = await hiderOfAll(isTyped ? records.map(({ requestId }) => requestId) : []);
      const bytes = await renderLetter(
        {
          partnership: name,
          service: first.service,
          from: caller.name,
          role: agency === 'health' ? 'Designated Clinical Officer' : 'Designated Social Care Officer',
          date: today(),
          counts: countAdvice(records),
          examples: await examplesOf(records.map(({ requestId }) => requestId)),
          strengths: strengths.map(hide),
          trainingPoints: trainingPoints.map(hide),
        },
        resourcesFolder === undefined ? {} : { resourcesFolder },
      );
      await db.transaction().execute(async (trx) => {
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'advice.letter',
          subjectId: roundId,
          detail: { agency, requests: records.length, service: digestOf(first.service) },
        });
      });
      return new File([bytes], `letter-${fileWords(first.service)}-${today()}.docx`, { type: WORD });
    },
  };
}

/** A service's name as part of a file's name. */
function fileWords(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return words === '' ? 'service' : words;
}
