import { type Ground, idOf, KIND, LARGE } from './large-workspace-ids.ts';

const COUNTS = { actions: 4000, openActions: 600, flags: 200, openFlags: 12, families: 8000, advice: 3000 };

/** What comes of three years of gradings: actions, flags, advice, families' answers, supervision. */
export function fillBeside(
  { raw, leadId, roundId }: Ground,
  rounds: readonly { id: string; panelDate: string }[],
): void {
  const documents = LARGE.gradings / 2;
  const aRound = documents / LARGE.halfTerms;
  const roundOf = (at: number): string => rounds[Math.floor(at / aRound)]?.id ?? roundId;

  const action = raw.prepare(
    `insert into action (id, kind, level, plan_id, cycle_id, document_id, round_id, criterion_id, words, service, owner_id,
       due_on, state, before_grade, created_at, created_by, evidence, settled_at, settled_by)
     values (?, ?, 'plan', ?, ?, ?, ?, ?, 'Say how often, how long and who.', ?, ?, ?, ?, ?,
       '2026-11-03T09:00:00.000Z', ?, ?, ?, ?)`,
  );
  for (let at = 0; at < COUNTS.actions; at += 1) {
    const isOpen = at < COUNTS.openActions;
    const isAgain = at % 10 === 0;
    // The open ones stand on the latest plans.
    const on = documents - 1 - at;
    const settled = isOpen ? [null, null] : ['2026-11-20T09:00:00.000Z', leadId];
    action.run(
      idOf(KIND.other + 1, at),
      isAgain ? 're_audit' : 'change',
      idOf(KIND.plan, on),
      idOf(KIND.cycle, on),
      idOf(KIND.document, on),
      roundOf(on),
      isAgain ? null : 'S07.C4',
      at % 4 === 0 ? 'Therapy' : '',
      at % 2 === 0 ? leadId : null,
      isOpen ? '2026-12-15' : '2026-11-15',
      isOpen ? 'open' : 'done',
      isAgain ? 'requires_improvement' : null,
      leadId,
      isOpen ? '' : 'Section F now says it.',
      ...settled,
    );
  }

  const flag = raw.prepare(
    `insert into flag (id, round_id, document_id, kind, words, raised_by, raised_at, owner_id, resolved_at, resolved_by,
       resolution) values (?, ?, ?, 'unlawful_plan', 'Section F names no provision.', ?, '2026-11-20T09:00:00.000Z', ?, ?, ?, ?)`,
  );
  for (let at = 0; at < COUNTS.flags; at += 1) {
    const on = documents - 1 - at;
    const isOpen = at < COUNTS.openFlags;
    const resolved = isOpen ? [null, null, ''] : ['2026-11-21T09:00:00.000Z', leadId, 'Mended.'];
    flag.run(idOf(KIND.other + 2, at), roundOf(on), idOf(KIND.document, on), idOf(KIND.person, 1), leadId, ...resolved);
  }

  const answer = raw.prepare(
    `insert into family_answer (id, plan_id, answered_on, respondent, answer, added_at, added_by)
     values (?, ?, ?, 'parent_carer', ?, '2026-11-20T09:00:00.000Z', ?)`,
  );
  const answers = ['very_satisfied', 'satisfied', 'neither', 'dissatisfied'];
  for (let at = 0; at < COUNTS.families; at += 1) {
    const day = rounds[at % rounds.length]?.panelDate ?? '2026-11-20';
    answer.run(idOf(KIND.other + 3, at), idOf(KIND.plan, at), day, answers[at % answers.length], leadId);
  }

  const request = raw.prepare(
    `insert into advice_request (id, cycle_id, agency, service, profession, asked_on, received_on, added_at, added_by)
     values (?, ?, 'health', ?, 'Therapist', '2026-09-01', ?, '2026-11-01T09:00:00.000Z', ?)`,
  );
  const check = raw.prepare(
    `insert into advice_check (id, document_id, request_id, advice_words, finding, person_id, at)
     values (?, ?, ?, 'Twice a week for half an hour.', 'missing', ?, '2026-11-02T09:00:00.000Z')`,
  );
  for (let at = 0; at < COUNTS.advice; at += 1) {
    const service = `Service ${at % 25}`;
    request.run(idOf(KIND.other + 4, at), idOf(KIND.cycle, at), service, at % 4 === 0 ? null : '2026-10-20', leadId);
    if (at >= LARGE.drafts / 2) continue;
    check.run(
      idOf(KIND.other + 5, at),
      idOf(KIND.document, 20_000 + at),
      idOf(KIND.other + 4, at),
      idOf(KIND.person, 20),
    );
  }

  const note = raw.prepare(
    `insert into supervision_note (id, caseworker_id, manager_id, held_on, words, written_at)
     values (?, ?, ?, '2026-11-10', 'Talked about Section F.', '2026-11-10T09:00:00.000Z')`,
  );
  const opening = raw.prepare(
    `insert into sheet_opening (id, caseworker_id, opened_by, kind, at) values (?, ?, ?, 'opened', ?)`,
  );
  for (let at = 0; at < 2000; at += 1) {
    const caseworker = idOf(KIND.person, 100 + (at % LARGE.caseworkers));
    if (at < 400) note.run(idOf(KIND.other + 6, at), caseworker, idOf(KIND.person, 21));
    const day = String((at % 28) + 1).padStart(2, '0');
    opening.run(idOf(KIND.other + 7, at), caseworker, idOf(KIND.person, 21), `2026-10-${day}T09:00:00.000Z`);
  }
}
