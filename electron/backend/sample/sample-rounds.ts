import type { Assignment } from '../../../shared/contract/assignments.ts';
import { loadDocuments } from './load-documents.ts';
import { gradeDocument } from './grade-document.ts';
import { type ChairsMove, moderateRound } from './moderate-round.ts';
import type { SampleAudit, SampleDocument } from './sample-manifest.ts';
import { SAMPLE_AUDITORS, SAMPLE_CHAIR, SAMPLE_LEAD, type SampleRound } from './sample-partnership.ts';
import { planOf, type SampleWorld } from './sample-world.ts';

/** Plans of that many rounds back are not drawn again. */
const ROUNDS_APART = 3;

/** Begins a round where the workspace was not created with it, and says who sits on it. */
export async function setUpRound(world: SampleWorld, round: SampleRound, place: number): Promise<string> {
  const { client } = world;
  const before = world.rounds.at(-1);
  const fields = { kind: 'random', theme: '', panelDate: round.panelDate, gradingDue: round.gradingDue } as const;
  const { id: roundId } =
    place === 0
      ? await client.rounds.update({ roundId: (await client.rounds.current()).id, ...fields })
      : await client.rounds.create({ ...fields, copyFrom: before ?? null });
  world.rounds.push(roundId);
  await client.rounds.setMembers({ roundId, personIds: SAMPLE_AUDITORS.map(world.idOf) });
  return roundId;
}

/** Draws the plans of a round by its seed; gives the references of those that are in it, re-audits among them. */
export async function drawPlans(
  { client, plans }: SampleWorld,
  roundId: string,
  round: SampleRound,
): Promise<string[]> {
  let sample = await client.samples.draw({
    roundId,
    method: 'stratified',
    strataBy: [round.strataBy],
    allocation: 'proportional',
    filter: {
      planTypes: [],
      ncYearFrom: null,
      ncYearTo: null,
      team: null,
      locality: null,
      isLookedAfter: null,
      isLate: null,
      notAuditedForRounds: ROUNDS_APART,
    },
    size: round.size,
    seed: round.seed,
  });
  if (round.swap !== undefined) {
    const plan = plans.get(round.swap.reference);
    if (plan !== undefined) sample = await client.samples.swap({ roundId, planId: plan.id, reason: round.swap.reason });
  }
  return sample.plans.filter(({ state }) => state === 'in').map(({ reference }) => reference);
}

/** Loads the version of each plan that the panel looks at: the latest that was out on the day. */
export async function loadDrawn(world: SampleWorld, references: readonly string[], day: string): Promise<void> {
  const wanted = references.flatMap((reference) => {
    const out = planOf(world, reference).data.documents.filter(
      ({ file, issuedOn }) => !world.documents.has(file) && issuedOn !== null && issuedOn <= day,
    );
    return out.slice(-1).map((document) => ({ reference, document }));
  });
  await loadDocuments(world, wanted);
}

/** Hands each document to two auditors of different agencies. */
export async function assignRound({ client }: SampleWorld, roundId: string, round: SampleRound): Promise<void> {
  const rule = { kind: 'different_agencies', auditors: 2 } as const;
  const { seed } = await client.assignments.propose({ roundId, rule, seed: round.seed });
  await client.assignments.accept({ roundId, rule, seed, dueOn: round.gradingDue });
}

/** Every auditor grades, one after the other, what is theirs and not begun; gives the ids of their audits. */
export async function gradeRound(world: SampleWorld, roundId: string): Promise<void> {
  await world.as(SAMPLE_LEAD);
  const live = (await world.client.assignments.list({ roundId })).filter(
    ({ state, progress }) => state === 'assigned' && progress === 'not_begun',
  );
  for (const name of [...new Set(live.map(({ auditor }) => auditor.name))].toSorted()) {
    for (const assignment of live.filter(({ auditor }) => auditor.name === name)) {
      const { document, script } = scriptFor(world, live, assignment);
      if (script === undefined) continue;
      world.step(`Grading ${document.file}`);
      await world.as(name);
      await gradeDocument(world, { documentId: assignment.documentId, roundId, script });
    }
  }
}

/** What an auditor makes of a document: the first of its auditors, by name, the one script, the others the other. */
function scriptFor(
  world: SampleWorld,
  live: readonly Assignment[],
  { planReference, documentId, auditor }: Assignment,
): { document: SampleDocument; script: SampleAudit | undefined } {
  const document = planOf(world, planReference).data.documents.find(
    ({ file }) => world.documents.get(file) === documentId,
  );
  if (document === undefined) throw new Error(`${planReference} has a document that is not the sample's.`);
  const others = live
    .filter((one) => one.documentId === documentId)
    .map((one) => one.auditor.name)
    .toSorted();
  const place = others.indexOf(auditor.name);
  // In a calibration there are more than two, who take turns with the two views.
  const script =
    document.audits[others.length > document.audits.length ? place % Math.max(1, document.audits.length) : place];
  return { document, script };
}

/** The submitted audits of a plan in a round, with whose each is. */
export async function ownAudits(
  world: SampleWorld,
  roundId: string,
  reference: string,
): Promise<{ auditor: string; auditId: string }[]> {
  await world.as(SAMPLE_LEAD);
  const list = await world.client.assignments.list({ roundId });
  return list.flatMap(({ planReference, auditId, progress, auditor }) =>
    planReference === reference && auditId !== null && progress === 'submitted'
      ? [{ auditor: auditor.name, auditId }]
      : [],
  );
}

/** The panel's day: the chair settles what differs. */
export async function panelDay(
  world: SampleWorld,
  roundId: string,
  leaveOpen: readonly string[],
  moved: ChairsMove | null = null,
): Promise<void> {
  await world.as(SAMPLE_CHAIR);
  await moderateRound(world, roundId, leaveOpen, moved);
}
