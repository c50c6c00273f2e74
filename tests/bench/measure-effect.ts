import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createBackend } from '../../electron/backend/create-backend.ts';
import type { RawDatabase } from '../../electron/backend/workspace/cipher.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { updateStandard } from '../../shared/domain/rubric/rubric-edits.ts';
import type { PlanFacts, Response } from '../../shared/domain/rubric/rubric.ts';
import { grade } from '../../shared/domain/grading/scoring.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';

const GRADINGS = 10_000;
/** Many more to a round than a panel can read. */
const TO_A_ROUND = 200;
const RUNS = 3;
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

/** What a draft of the standards makes of 10,000 gradings: how long it takes, and how long it holds everything else. */
export async function measureEffect(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-effect-'));
  const backend = await createBackend({
    dataFolder: folder,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
  });
  const session = backend.openSession();
  const client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const { id: rubricId } = await client.rubrics.current();
  const { id: roundId } = await client.rounds.current();
  fill(raw, rubricId, roundId);
  const { id: draftId, revision, rubric, effectiveFrom, note } = await client.rubrics.begin({ rubricId });
  const heavier = updateStandard(rubric, 'S07', { weight: 60 });
  const saved = await client.rubrics.save({ draftId, revision, rubric: heavier, effectiveFrom, note });
  const lines: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const held = watchLoop();
    const begun = performance.now();
    const { auditors } = await client.rubrics.effect({ draftId, revision: saved.revision });
    const took = performance.now() - begun;
    const { longest, most } = held.stop();
    const frozen = raw.prepare<[], { frozen: string }>('select frozen from audit');
    const bareBegun = performance.now();
    for (const row of frozen.iterate()) JSON.parse(row.frozen);
    const bare = performance.now() - bareBegun;
    lines.push(
      `${auditors.total} gradings, ${auditors.changed} would change: ${(took / 1000).toFixed(2)} s, ` +
        `${(took / bare).toFixed(1)} × reading and parsing them; the thread's own time between two turns of the loop ` +
        `at most ${longest.toFixed(0)} ms, 99 of 100 times ${most.toFixed(0)} ms`,
    );
  }
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
  return `Effect of a draft of the standards:\n${lines.join('\n')}`;
}

/** How long other calls wait while something runs, in processor time of this thread: other programs are not in it. */
function watchLoop(): { stop: () => { longest: number; most: number } } {
  const turns: number[] = [];
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let last = spent();
  let isOver = false;
  const turn = (): void => {
    const now = spent();
    turns.push(now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    stop: () => {
      isOver = true;
      const sorted = turns.filter((took) => took > 1).toSorted((a, b) => a - b);
      return { longest: sorted.at(-1) ?? 0, most: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
    },
  };
}

/** One auditor's submitted grading on each of many plans, answered in ways that make every grade. */
function fill(raw: RawDatabase, rubricId: string, roundId: string): void {
  const rubric = builtInRubric();
  const ids = rubric.standards.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const person = '00000000-0000-4000-8000-0000000000aa';
  raw.exec('begin');
  raw
    .prepare(`insert into person (id, name, agency, created_at) values (?, 'Briar Tolland', 'health', 'then')`)
    .run(person);
  const round = raw.prepare(
    `insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
     select ?, half_term_id, kind, panel_date, rubric_id, state, created_at from round where id = ?`,
  );
  const plan = raw.prepare(`insert into plan (id, reference, created_at) values (?, ?, 'then')`);
  const cycle = raw.prepare(
    `insert into cycle (id, plan_id, sequence, plan_type, created_at) values (?, ?, 1, 'new', 'then')`,
  );
  const document = raw.prepare(
    `insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
     values (?, ?, 'final', 'plan.docx', 'docx', ?, 9, 'then', ?)`,
  );
  const assignment = raw.prepare(
    `insert into assignment (id, round_id, document_id, auditor_id, state, is_calibration, reason, assigned_at, assigned_by)
     values (?, ?, ?, ?, 'assigned', 0, '', 'then', ?)`,
  );
  const audit = raw.prepare(
    `insert into audit (id, document_id, round_id, rubric_id, auditor_id, level, is_calibration, state, developmental,
       started_at, submitted_at, frozen) values (?, ?, ?, ?, ?, 'multi_agency', 0, 'submitted', '[]', 'then', 'then', ?)`,
  );
  const facts = Object.fromEntries(Object.entries(FACTS).map(([fact, value]) => [fact, { value, source: 'register' }]));
  for (let at = 0; at < GRADINGS; at += 1) {
    const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const responses = Object.fromEntries(ids.map((criterion, place) => [criterion, answerOf(at, place)]));
    const ofRound = `00000000-0000-4000-9000-${String(Math.floor(at / TO_A_ROUND)).padStart(12, '0')}`;
    if (at % TO_A_ROUND === 0) round.run(ofRound, roundId);
    plan.run(id, `BE-${at}`);
    cycle.run(id, id);
    document.run(id, id, String(at).padStart(64, '0'), person);
    assignment.run(id, ofRound, id, person, person);
    audit.run(id, id, ofRound, rubricId, person, JSON.stringify({ facts, grading: grade(rubric, FACTS, responses) }));
  }
  raw.exec('commit');
}

function answerOf(at: number, place: number): Response {
  const turn = (at * 7 + place * 13) % 100;
  if (turn < at % 40) return 'partly';
  return (turn + at) % 97 < at % 5 ? 'not_met' : 'met';
}
