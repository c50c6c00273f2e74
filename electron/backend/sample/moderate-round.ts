import type { ModeratedCriterion, Moderation } from '../../../shared/contract/moderation.ts';
import { SAMPLE_AUDITORS } from './sample-partnership.ts';
import type { SampleWorld } from './sample-world.ts';

/** Why the panel settled as it did. */
const REASONS = [
  'Read together on the screen: the words bear it.',
  'The advice says the same, so it stands.',
  'Looked at beside the guidance: this is the reading that was agreed.',
  'The other agency’s point was heard; it changes the comment and not the answer.',
  'Small in itself. The panel took the view of whoever had the words in front of them.',
];
const DISSENT = 'I would have graded this differently, and accept the reading of the panel.';

/** A plan, by reference, whose grade the chair moves, and why. */
export interface ChairsMove {
  reference: string;
  reason: string;
}

/**
 * Settles, in the name of whoever is signed in, every document of a round that all have submitted: what differs is
 * agreed as the first auditor has it, with a reason, and what nobody discussed stays with the lower answer. Plans of
 * `leaveOpen`, by reference, are begun and left to whoever explores.
 */
export async function moderateRound(
  world: SampleWorld,
  roundId: string,
  leaveOpen: readonly string[],
  moved: ChairsMove | null,
): Promise<void> {
  const { client } = world;
  const { documents, notDrawnYet } = await client.moderation.begin({ roundId });
  if (notDrawnYet > 0) await client.moderation.draw({ roundId, seed: documents.length });
  for (const [at, name] of SAMPLE_AUDITORS.entries()) {
    // One of the panel was away on one of its days.
    const attended = !(at === 1 && documents.length % 2 === 0);
    await client.moderation.setAttended({ roundId, personId: world.idOf(name), attended });
  }
  for (const { documentId, planReference, state, isCalibration } of documents) {
    if (state !== 'open' || isCalibration || leaveOpen.includes(planReference)) continue;
    await settle(world, roundId, documentId, moved?.reference === planReference ? moved : null);
  }
}

async function settle(
  { client, signal }: SampleWorld,
  roundId: string,
  documentId: string,
  moved: ChairsMove | null,
): Promise<void> {
  let view = await client.moderation.get({ roundId, documentId });
  const whole = view.audits.filter(({ standards }) => standards === null);
  const [first] = whole.toSorted((a, b) => (a.auditor.name < b.auditor.name ? -1 : 1));
  if (first === undefined) return;
  for (const [at, criterion] of view.criteria.filter(({ kind }) => kind === 'different').entries()) {
    signal?.throwIfAborted();
    const response = answerOf(criterion, first.auditId);
    if (response === null) continue;
    view = await client.moderation.decide({
      roundId,
      documentId,
      criterionId: criterion.criterionId,
      response,
      reason: REASONS[at % REASONS.length] ?? '',
    });
  }
  const dissenter = whoDiffers(view);
  if (dissenter !== undefined)
    await client.moderation.noteDissent({ roundId, documentId, personId: dissenter, text: DISSENT });
  if (moved !== null) {
    const [grade] = view.overrideChoices;
    if (grade === undefined) throw new Error(`The grade of ${moved.reference} cannot be moved.`);
    await client.moderation.override({ roundId, documentId, grade, reason: moved.reason });
  }
  await client.moderation.agree({ roundId, documentId });
}

function answerOf({ given }: ModeratedCriterion, auditId: string) {
  return given.find((answer) => answer.auditId === auditId)?.response ?? null;
}

/** An auditor whose own grade is not the one that was agreed. */
function whoDiffers({ audits, agreedGrade, grading }: Moderation): string | undefined {
  const stands = agreedGrade ?? grading.overallGrade;
  return audits.find(({ overallGrade }) => overallGrade !== null && overallGrade !== stands)?.auditor.id;
}
