import type { RawDatabase } from '../../electron/backend/workspace/cipher.ts';
import type { RootCause } from '../../shared/domain/grading/root-causes.ts';
import { grade } from '../../shared/domain/grading/scoring.ts';
import type { PlanFacts, Response, Rubric } from '../../shared/domain/rubric/rubric.ts';
import { WHOLE_FRAME } from './whole-frame.ts';

/** Writes plans with submitted audits straight into a workspace, as their tables hold them: many more than calls could make. */
export interface GradingsFiller {
  person: (name: string, agency: string) => string;
  round: (round: { halfTermId: string; kind: string; theme?: string; panelDate: string; rubricId: string }) => string;
  plan: (plan: FilledPlan) => { planId: string; cycleId: string };
  /** A plan version; `audits` are none where it waits. */
  version: (version: FilledVersion) => { documentId: string };
}

export interface FilledPlan {
  reference: string;
  ncYear?: number | null;
  planType?: string;
  need?: string | null;
  locality?: string | null;
  team?: string | null;
  settingType?: string | null;
  isLookedAfter?: boolean | null;
}

export interface FilledVersion {
  cycleId: string;
  stage: 'draft' | 'final' | 'amended_final';
  roundId: string;
  rubricId: string;
  ncYear?: number | null;
  audits: readonly {
    auditorId: string;
    answer: (criterionId: string, place: number) => Response;
    cause?: (criterionId: string) => RootCause;
    isCalibration?: boolean;
    isOpen?: boolean;
  }[];
}

const AT = '2026-11-03T09:00:00.000Z';

const NOTHING_ASKED = JSON.stringify(WHOLE_FRAME);

/**
 * `rubric` is the one that every grading is computed by; give `rubricId` of a version that equals it. `after` is more than
 * another filler of the same workspace has made rows, so that no two have one id.
 */
export function createGradingsFiller(raw: RawDatabase, rubric: Rubric, after = 0): GradingsFiller {
  const criteria = rubric.standards.flatMap((standard) => standard.criteria.map(({ id }) => id));
  let made = after;
  const id = (kind: number) => {
    made += 1;
    return `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(made).padStart(12, '0')}`;
  };
  const insert = (table: string, row: Record<string, string | number | null>) => {
    const columns = Object.keys(row);
    prepared(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`).run(
      ...Object.values(row),
    );
  };
  const statements = new Map<string, ReturnType<RawDatabase['prepare']>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? raw.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  /** Gradings alike in their answers share what was computed of them. */
  const computed = new Map<string, string>();
  const frozenOf = (responses: Record<string, Response>, ncYear: number | null, stage: string): string => {
    const key = `${ncYear ?? ''} ${stage} ${Object.values(responses).join(' ')}`;
    const known = computed.get(key);
    if (known !== undefined) return known;
    const facts = factsOf(ncYear, stage);
    const used = Object.entries(facts).map(([fact, value]) => [fact, { value, source: 'derived' }]);
    const frozen = JSON.stringify({ facts: Object.fromEntries(used), grading: grade(rubric, facts, responses) });
    computed.set(key, frozen);
    return frozen;
  };
  /** Whatever is graded in a random round was drawn for it, as the figures of such rounds ask for. */
  const draw = (roundId: string, cycleId: string, by: string): void => {
    if (prepared('select kind from round where id = ?').pluck().get(roundId) !== 'random') return;
    const planId = String(prepared('select plan_id from cycle where id = ?').pluck().get(cycleId));
    prepared(`insert into sample (round_id, method, strata_by, allocation, filter, seed, size, frame_digest, drawn_at, drawn_by)
      values (?, 'random', '[]', 'proportional', ?, 7, 1, '', ?, ?) on conflict do nothing`).run(
      roundId,
      NOTHING_ASKED,
      AT,
      by,
    );
    prepared(`insert into sample_frame (round_id, reference, plan_id, stratum, place, is_sampled)
      select ?, reference, id, '', 0, 1 from plan where id = ? on conflict do nothing`).run(roundId, planId);
    prepared(`insert into round_plan (round_id, plan_id, origin, state, changed_at, changed_by)
      values (?, ?, 'sampled', 'in', ?, ?) on conflict do nothing`).run(roundId, planId, AT, by);
  };
  return {
    person(name, agency) {
      const personId = id(1);
      insert('person', { id: personId, name, agency, created_at: AT, signs_in: 0 });
      insert('person_role', { person_id: personId, role: 'auditor' });
      return personId;
    },

    round({ halfTermId, kind, theme = '', panelDate, rubricId }) {
      const roundId = id(2);
      const state = 'open';
      insert('round', {
        id: roundId,
        half_term_id: halfTermId,
        kind,
        theme,
        panel_date: panelDate,
        rubric_id: rubricId,
        state,
        created_at: AT,
      });
      return roundId;
    },

    plan({ reference, ncYear = 4, planType = 'new', need, locality, team, settingType, isLookedAfter }) {
      const [planId, cycleId] = [id(3), id(4)];
      insert('plan', {
        id: planId,
        reference,
        reference_key: reference,
        primary_need: need ?? null,
        locality: locality ?? null,
        team: team ?? null,
        is_looked_after: isLookedAfter === null || isLookedAfter === undefined ? null : Number(isLookedAfter),
        created_at: AT,
      });
      insert('cycle', {
        id: cycleId,
        plan_id: planId,
        sequence: 1,
        plan_type: planType,
        nc_year: ncYear,
        setting_type: settingType ?? null,
        created_at: AT,
      });
      return { planId, cycleId };
    },

    version({ cycleId, stage, roundId, rubricId, ncYear = 4, audits }) {
      const documentId = id(5);
      const by = audits[0]?.auditorId ?? prepared('select id from person limit 1').pluck().get();
      insert('document', {
        id: documentId,
        cycle_id: cycleId,
        stage,
        file_name: 'plan.docx',
        format: 'docx',
        sha256: documentId.replaceAll('-', '').padStart(64, '0'),
        bytes: 9,
        imported_at: AT,
        imported_by: String(by),
      });
      insert('round_document', { round_id: roundId, document_id: documentId, added_at: AT });
      if (audits.some(({ isCalibration = false }) => !isCalibration)) draw(roundId, cycleId, String(by));
      for (const { auditorId, answer, cause, isCalibration = false, isOpen = false } of audits) {
        const calibration = Number(isCalibration);
        insert('assignment', {
          id: id(6),
          round_id: roundId,
          document_id: documentId,
          auditor_id: auditorId,
          state: 'assigned',
          is_calibration: calibration,
          assigned_at: AT,
          assigned_by: auditorId,
        });
        const auditId = id(7);
        insert('audit', {
          id: auditId,
          document_id: documentId,
          round_id: roundId,
          rubric_id: rubricId,
          auditor_id: auditorId,
          level: 'multi_agency',
          is_calibration: calibration,
          state: 'open',
          started_at: AT,
        });
        const responses = Object.fromEntries(criteria.map((criterion, place) => [criterion, answer(criterion, place)]));
        for (const [criterion, response] of Object.entries(responses)) {
          const isShort = response === 'partly' || response === 'not_met';
          insert('answer', {
            audit_id: auditId,
            criterion_id: criterion,
            response,
            saved_at: AT,
            root_cause: isShort ? (cause?.(criterion) ?? 'not_known') : null,
          });
        }
        if (isOpen) continue;
        const frozen = frozenOf(responses, ncYear, stage);
        prepared(`update audit set state = 'submitted', submitted_at = ?, frozen = ? where id = ?`).run(
          AT,
          frozen,
          auditId,
        );
      }
      return { documentId };
    },
  };
}

function factsOf(ncYear: number | null, stage: string): PlanFacts {
  const year = ncYear ?? 4;
  return {
    ageYears: year + 5,
    ageOn31Aug: year + 4,
    ncYear: year,
    planStatus: stage.endsWith('draft') ? 'draft' : 'final',
    planType: 'new',
    hasHealthProvision: true,
    hasSocialCareProvision: true,
    hasSocialWorker: false,
    isPhaseTransferYear: false,
  };
}
