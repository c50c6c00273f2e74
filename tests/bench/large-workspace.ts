import type { RawDatabase } from '../../electron/backend/workspace/cipher.ts';
import { firstBrokenEvent } from '../../electron/backend/trail/trail.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import type { Grading } from '../../shared/domain/grading/grading.ts';
import type { PlanFacts, Response } from '../../shared/domain/rubric/rubric.ts';
import { grade } from '../../shared/domain/grading/scoring.ts';
import { fillBeside } from './large-workspace-beside.ts';
import { type Ground, idOf, KIND, LARGE } from './large-workspace-ids.ts';
import { insertEvents } from './large-workspace-trail.ts';

const A_ROUND = LARGE.gradings / LARGE.halfTerms / 2;
/** Gradings alike in their answers share what was computed of them. */
const PATTERNS = 150;
const FACTS: PlanFacts = {
  ageYears: 9,
  ageOn31Aug: 8,
  ncYear: 4,
  planStatus: 'final',
  planType: 'new',
  hasHealthProvision: true,
  hasSocialCareProvision: true,
  hasSocialWorker: false,
  isPhaseTransferYear: false,
};
const NEEDS = ['Autistic spectrum disorder', 'Speech, language and communication needs', 'Hearing impairment'];
const SCHOOLS = ['Alder School', 'Beech Academy', 'Cedar College', 'Damson Primary', 'Elder Juniors'];

/** Where to look. */
export interface LargeWorkspace {
  /** Signs in without a PIN of their own, as everyone here; sees a document of theirs that waits. */
  auditorId: string;
  officerId: string;
  managerId: string;
  planId: string;
  /** In the round in hand: agreed, and open before the panel. */
  documentId: string;
  openDocumentId: string;
  draftId: string;
}

/**
 * Fills a workspace that went through the real migrations as three years of a large area would: 50,000 plans, 10,000
 * submitted gradings over twenty half-terms, most of them moderated, and what comes of them.
 */
export function fillLargeWorkspace(ground: Ground): LargeWorkspace {
  const { raw, roundId } = ground;
  raw.exec('begin');
  fillPeople(raw);
  const rounds = fillRounds(raw, roundId);
  fillPlans(raw);
  fillGradings(ground, rounds);
  fillBeside(ground, rounds);
  insertEvents(ground, LARGE.events);
  raw.exec('commit');
  if (firstBrokenEvent(raw) !== null) throw new Error('The trail does not hold together.');
  const last = (LARGE.halfTerms - 1) * A_ROUND;
  return {
    auditorId: idOf(KIND.person, 1),
    officerId: idOf(KIND.person, 20),
    managerId: idOf(KIND.person, 21),
    planId: idOf(KIND.plan, last),
    documentId: idOf(KIND.document, last),
    openDocumentId: idOf(KIND.document, last + 1),
    draftId: idOf(KIND.document, 20_000),
  };
}

function fillPeople(raw: RawDatabase): void {
  const person = raw.prepare(
    `insert into person (id, name, agency, team, created_at) values (?, ?, ?, ?, '2023-09-01T09:00:00.000Z')`,
  );
  const role = raw.prepare('insert into person_role (person_id, role) values (?, ?)');
  const agencies = ['education', 'health', 'social_care'];
  const add = (at: number, name: string, agency: string, team: string, of: string) => {
    person.run(idOf(KIND.person, at), name, agency, team);
    role.run(idOf(KIND.person, at), of);
  };
  for (let at = 1; at <= LARGE.auditors; at += 1) {
    add(at, `Auditor ${at}`, agencies[at % 3] ?? 'health', '', 'auditor');
  }
  add(20, 'Briar Tolland', 'health', '', 'designated_officer');
  add(21, 'Maren Holt', 'education', 'Team 1', 'locality_manager');
  for (let at = 0; at < LARGE.caseworkers; at += 1) {
    add(100 + at, `Writer ${at}`, 'education', `Team ${at % LARGE.teams}`, 'caseworker');
  }
}

interface LargeRound {
  id: string;
  panelDate: string;
}

/** The nineteen rounds before the one in hand, and that one last. */
function fillRounds(raw: RawDatabase, current: string): LargeRound[] {
  const halfTerm = raw.prepare(
    'insert into half_term (id, school_year, number, label, start, "end") values (?, ?, ?, ?, ?, ?)',
  );
  const round = raw.prepare(
    `insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
     select ?, ?, kind, ?, rubric_id, 'closed', created_at from round where id = ?`,
  );
  const spans = [
    ['09-02', '10-24'],
    ['11-03', '12-19'],
    ['01-05', '02-13'],
    ['02-23', '03-27'],
    ['04-13', '05-22'],
    ['06-01', '07-22'],
  ] as const;
  const rounds: LargeRound[] = [];
  for (let at = 0; at < LARGE.halfTerms - 1; at += 1) {
    const autumn = 2023 + Math.floor(at / 6);
    const [start, end] = spans[at % 6] ?? spans[0];
    const year = at % 6 < 2 ? autumn : autumn + 1;
    const panelDate = `${year}-${end.slice(0, 3)}11`;
    const schoolYear = `${autumn}-${String(autumn + 1).slice(2)}`;
    const halfTermId = `${schoolYear}/${(at % 6) + 1}`;
    halfTerm.run(halfTermId, schoolYear, (at % 6) + 1, `Term ${(at % 6) + 1}`, `${year}-${start}`, `${year}-${end}`);
    round.run(idOf(KIND.round, at), halfTermId, panelDate, current);
    rounds.push({ id: idOf(KIND.round, at), panelDate });
  }
  return [...rounds, { id: current, panelDate: '2026-12-08' }];
}

function fillPlans(raw: RawDatabase): void {
  const plan = raw.prepare(
    `insert into plan (id, reference, initials, name, date_of_birth, primary_need, locality, team, is_looked_after,
       reference_key, created_at) values (?, ?, 'AB', ?, ?, ?, ?, ?, ?, ?, '2023-09-01T09:00:00.000Z')`,
  );
  const cycle = raw.prepare(
    `insert into cycle (id, plan_id, sequence, plan_type, nc_year, setting, setting_type, created_at)
     values (?, ?, 1, ?, ?, ?, 'mainstream', '2023-09-01T09:00:00.000Z')`,
  );
  const date = raw.prepare('insert into cycle_date (cycle_id, kind, date) values (?, ?, ?)');
  const wrote = raw.prepare(`insert into cycle_person (cycle_id, person_id, part) values (?, ?, 'wrote')`);
  for (let at = 0; at < LARGE.plans; at += 1) {
    const [id, cycleId] = [idOf(KIND.plan, at), idOf(KIND.cycle, at)];
    const writer = at % LARGE.caseworkers;
    const born = `${2007 + (at % 12)}-${two((at % 12) + 1)}-${two((at % 28) + 1)}`;
    plan.run(
      id,
      `BR-${at}`,
      `Amara Brook${at % 997}`,
      born,
      NEEDS[at % NEEDS.length],
      at % 2 === 0 ? 'North' : 'South',
      `Team ${writer % LARGE.teams}`,
      at % 20 === 0 ? 1 : 0,
      `br-${String(at).padStart(15, '0')}`,
    );
    cycle.run(cycleId, id, at % 3 === 0 ? 'new' : 'amended', (at % 13) + 1, SCHOOLS[at % SCHOOLS.length]);
    date.run(cycleId, 'requestReceived', `2026-${two((at % 9) + 1)}-${two((at % 28) + 1)}`);
    wrote.run(cycleId, idOf(KIND.person, 100 + writer));
  }
}

/** Two auditors to each document; nine in ten of the earlier rounds are agreed, half of the one in hand. */
function fillGradings({ raw, roundId, leadId, documentId: read }: Ground, rounds: readonly LargeRound[]): void {
  const document = raw.prepare(
    `insert into document (id, cycle_id, stage, issued_on, file_name, format, sha256, bytes, imported_at, imported_by)
     values (?, ?, ?, ?, ?, 'docx', ?, 9000, '2026-11-01T09:00:00.000Z', ?)`,
  );
  const copies = [
    'document_model (document_id, reader_version, model, summary)',
    'document_content (document_id, content)',
  ];
  const copy = copies.map((into) => {
    const rest = into.slice(into.indexOf(',') + 1, -1);
    const table = into.slice(0, into.indexOf(' '));
    return raw.prepare(`insert into ${into} select ?, ${rest} from ${table} where document_id = ?`);
  });
  const add = (at: number, stage: string, day: string, cycleAt = at): void => {
    document.run(
      idOf(KIND.document, at),
      idOf(KIND.cycle, cycleAt),
      stage,
      day,
      `BR-${cycleAt}.docx`,
      digest(at),
      leadId,
    );
  };
  const withModel = (at: number): void => copy.forEach((statement) => statement.run(idOf(KIND.document, at), read));
  const kept = patterns();
  const into = statements(raw);
  for (const [which, round] of rounds.entries()) {
    for (let place = 0; place < A_ROUND; place += 1) {
      const at = which * A_ROUND + place;
      const documentId = idOf(KIND.document, at);
      add(at, 'final', round.panelDate);
      if (round.id === roundId) withModel(at);
      into.roundPlan.run(round.id, idOf(KIND.plan, at), leadId);
      into.roundDocument.run(round.id, documentId);
      for (const turn of [0, 1]) {
        const auditor = idOf(KIND.person, 1 + ((at + turn) % LARGE.auditors));
        const { responses, frozen } = kept[(at * 3 + turn * (at % 2)) % PATTERNS] ?? { responses: [], frozen: '' };
        const auditId = idOf(KIND.audit, at * 2 + turn);
        into.assignment.run(auditId, round.id, documentId, auditor, leadId);
        into.audit.run(auditId, documentId, round.id, auditor, round.id);
        for (const [criterion, response] of responses) {
          into.answer.run(
            auditId,
            criterion,
            response,
            response === 'met' ? '' : 'The wording leaves it open.',
            response === 'met' ? null : at % 3 === 0 ? 'writing' : 'advice_vague',
          );
        }
        into.submit.run(`${round.panelDate}T10:00:00.000Z`, frozen, auditId);
      }
      const isAgreed = round.id === roundId ? place % 2 === 0 : place % 10 !== 9;
      if (!isAgreed && round.id !== roundId) continue;
      const { grading } = kept[(at * 3) % PATTERNS] ?? { grading: null };
      into.shown.run(round.id, documentId, `${round.panelDate}T11:00:00.000Z`);
      into.moderation.run(
        idOf(KIND.other, at),
        round.id,
        documentId,
        isAgreed ? 'agreed' : 'open',
        leadId,
        isAgreed ? `${round.panelDate}T12:00:00.000Z` : null,
        isAgreed ? leadId : null,
        isAgreed && grading !== null
          ? JSON.stringify({ grading, computedGrade: grading.overallGrade, grade: grading.overallGrade, reasons: [] })
          : null,
      );
    }
  }
  for (let place = 0; place < LARGE.waiting; place += 1) {
    const at = LARGE.gradings / 2 + place;
    add(at, 'final', '2026-11-10');
    withModel(at);
    into.roundPlan.run(roundId, idOf(KIND.plan, at), leadId);
    into.roundDocument.run(roundId, idOf(KIND.document, at));
    for (const turn of [1, 2]) {
      into.assignment.run(
        idOf(KIND.audit, 20_000 + at * 2 + turn),
        roundId,
        idOf(KIND.document, at),
        idOf(KIND.person, turn),
        leadId,
      );
    }
  }
  for (let place = 0; place < LARGE.drafts; place += 1) add(20_000 + place, 'draft', '2026-11-01');
  for (let place = 0; place < 20; place += 1) withModel(20_000 + place);
}

function statements(raw: RawDatabase) {
  return {
    roundPlan: raw.prepare(
      `insert into round_plan (round_id, plan_id, origin, state, changed_at, changed_by)
       values (?, ?, 'sampled', 'in', '2026-11-01T09:00:00.000Z', ?)`,
    ),
    roundDocument: raw.prepare(
      `insert into round_document (round_id, document_id, added_at) values (?, ?, '2026-11-01T09:00:00.000Z')`,
    ),
    assignment: raw.prepare(
      `insert into assignment (id, round_id, document_id, auditor_id, due_on, state, assigned_at, assigned_by)
       values (?, ?, ?, ?, '2026-12-01', 'assigned', '2026-11-01T09:00:00.000Z', ?)`,
    ),
    audit: raw.prepare(
      `insert into audit (id, document_id, round_id, rubric_id, auditor_id, level, state, started_at)
       select ?, ?, ?, rubric_id, ?, 'multi_agency', 'open', '2026-11-02T09:00:00.000Z' from round where id = ?`,
    ),
    answer: raw.prepare(
      `insert into answer (audit_id, criterion_id, response, comment, root_cause, saved_at)
       values (?, ?, ?, ?, ?, '2026-11-02T09:30:00.000Z')`,
    ),
    submit: raw.prepare(`update audit set state = 'submitted', submitted_at = ?, frozen = ? where id = ?`),
    shown: raw.prepare('insert into answers_shown (round_id, document_id, at) values (?, ?, ?)'),
    moderation: raw.prepare(
      `insert into moderation (id, round_id, document_id, state, begun_at, begun_by, agreed_at, agreed_by, frozen)
       values (?, ?, ?, ?, '2026-12-08T09:00:00.000Z', ?, ?, ?, ?)`,
    ),
  };
}

function patterns(): { responses: [string, Response][]; frozen: string; grading: Grading }[] {
  const rubric = builtInRubric();
  const ids = rubric.standards.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const facts = Object.fromEntries(Object.entries(FACTS).map(([fact, value]) => [fact, { value, source: 'derived' }]));
  return Array.from({ length: PATTERNS }, (_, at) => {
    const responses = ids.map((id, place): [string, Response] => [id, answerOf(at, place)]);
    const grading = grade(rubric, FACTS, Object.fromEntries(responses));
    return { responses, grading, frozen: JSON.stringify({ facts, grading }) };
  });
}

function answerOf(at: number, place: number): Response {
  const turn = (at * 7 + place * 13) % 100;
  if (turn < at % 40) return 'partly';
  return (turn + at) % 97 < at % 5 ? 'not_met' : 'met';
}

function digest(at: number): string {
  return String(at).padStart(64, '0');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
