import { loadDocuments } from './load-documents.ts';
import { gradeDocument } from './grade-document.ts';
import { askOfDraft, raiseFlag } from './sample-actions.ts';
import { checkDraft } from './sample-advice.ts';
import { importAnswers } from './sample-families.ts';
import type { SamplePlanData } from './sample-manifest.ts';
import { letRepresentativeGrade } from './sample-masking.ts';
import { readyForServices } from './sample-outlets.ts';
import { SAMPLE_LEAD, SAMPLE_ROUNDS, type SampleRound } from './sample-partnership.ts';
import { importPastResults } from './sample-register.ts';
import { assignRound, gradeRound, ownAudits, panelDay } from './sample-rounds.ts';
import { lookAtTheme } from './sample-theme.ts';
import { drawThread } from './sample-thread.ts';
import { documentOf, planOf, type SampleWorld } from './sample-world.ts';

/** Graded in draft, corrected, and graded again as a final. */
const DRAFT_FIRST = 'MD-26-0397';
/** Two auditors of different agencies for what is handed out by hand. */
const PAIR = ['Owen Calder', 'Priya Nair'];
/** The panel has it before it, and has not agreed it. */
const LEFT_TO_AGREE = ['MD-16-0003'];
/** The chair moves its grade one step, with a reason. */
const MOVED_BY_CHAIR = {
  reference: 'MD-26-0412',
  reason: 'Every answer stands, but who delivers the therapy changed after the final: I cannot call it more than this.',
};
/** Its final came last, and is still being graded. */
const BEING_GRADED = 'MD-26-0468';
/** Whoever grades that one has until then; the panel sees it when it next meets. */
const LAST_DUE = '2026-11-27';
/** A plan that has nearly everything wrong. */
const FLAGGED = 'MD-21-0066';
/** A parent carer representative reads it with its names masked. */
const MASKED = 'MD-23-0178';
/** Drafts that the officers of health and of social care have checked; others wait for them. */
const CHECKED = [
  { reference: 'MD-26-0533', agency: 'health' },
  { reference: 'MD-19-0031', agency: 'social_care' },
  { reference: 'MD-26-0397', agency: 'health' },
  { reference: 'MD-26-0397', agency: 'social_care' },
] as const;

/** The newest half-term, half-way: drafts are in, most finals are agreed, one is open before the panel, one being graded. */
export async function makeNewestRound(
  world: SampleWorld,
  { round, roundId, joining }: { round: SampleRound; roundId: string; joining: readonly SamplePlanData[] },
): Promise<void> {
  const { clock } = world;
  await importPastResults(world);
  await loadDocuments(world, outOf(joining, '', round.setUpOn));
  await gradeDraft(world, roundId, round.gradingDue);
  await assignRound(world, roundId, round);
  await letRepresentativeGrade(world, { roundId, reference: MASKED, dueOn: round.gradingDue });
  clock.moveTo(`${round.gradedOn}T09:00`);
  await gradeRound(world, roundId);
  await flagOpenly(world, roundId);
  await lookAtTheme(world, roundId);
  clock.moveTo(`${round.panelOn}T09:30`);
  world.step('Settling what differs');
  await panelDay(world, roundId, LEFT_TO_AGREE, MOVED_BY_CHAIR);
  const { halfTerm } = await world.client.rounds.current();
  await readyForServices(world, halfTerm.id);
  await world.as(SAMPLE_LEAD);
  await loadDocuments(world, outOf(joining, round.setUpOn, round.panelOn));
  await importAnswers(
    world,
    joining.map(({ reference }) => reference).toSorted(),
    SAMPLE_ROUNDS.length - 1,
    round.gradedOn,
  );
  await beginLast(world, roundId, LAST_DUE);
  world.step('Checking drafts against the advice');
  for (const { reference, agency } of CHECKED) await checkDraft(world, reference, agency);
}

/** The documents of plans that came out after one day and until another. */
function outOf(plans: readonly SamplePlanData[], after: string, until: string) {
  return plans.flatMap(({ reference, documents }) =>
    documents
      .filter(({ issuedOn }) => issuedOn !== null && issuedOn > after && issuedOn <= until)
      .map((document) => ({ reference, document })),
  );
}

/** A draft is graded by two, and what it must mend before it goes final is put down. */
async function gradeDraft(world: SampleWorld, roundId: string, dueOn: string): Promise<void> {
  const draft = planOf(world, DRAFT_FIRST).data.documents[0]?.file ?? '';
  for (const name of PAIR) await hand(world, { roundId, file: draft, name, dueOn });
  await gradeRound(world, roundId);
  await world.as(SAMPLE_LEAD);
  await askOfDraft(world, roundId, DRAFT_FIRST);
}

async function hand(
  world: SampleWorld,
  { roundId, file, name, dueOn }: { roundId: string; file: string; name: string; dueOn: string },
): Promise<void> {
  const documentId = documentOf(world, file);
  await world.client.assignments.assign({ roundId, documentId, auditorId: world.idOf(name), standards: null, dueOn });
}

/** A flag that nobody has taken up yet. */
async function flagOpenly(world: SampleWorld, roundId: string): Promise<void> {
  const [own] = await ownAudits(world, roundId, FLAGGED);
  if (own === undefined) throw new Error(`Nobody grades ${FLAGGED} in its round.`);
  await raiseFlag(world, {
    ...own,
    kind: 'unlawful_plan',
    words: 'Sections are missing, and the plan cannot be relied on. It should be opened again early.',
    answer: null,
  });
}

/** The last final is in: one auditor has it half done, with its golden thread drawn; the other has not begun. */
async function beginLast(world: SampleWorld, roundId: string, dueOn: string): Promise<void> {
  const version = planOf(world, BEING_GRADED).data.documents.at(-1);
  const script = version?.audits[0];
  if (version === undefined || script === undefined) throw new Error(`${BEING_GRADED} has no half-made grading.`);
  for (const name of PAIR) await hand(world, { roundId, file: version.file, name, dueOn });
  const [first = ''] = PAIR;
  await world.as(first);
  const documentId = documentOf(world, version.file);
  world.step(`Grading ${version.file}`);
  await gradeDocument(world, { documentId, roundId, script });
  await drawThread(world, documentId);
}
