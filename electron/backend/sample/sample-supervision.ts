import { SAMPLE_CHAIR } from './sample-partnership.ts';
import { englishDay } from '../english-day.ts';
import { documentOf, planOf, type SampleWorld } from './sample-world.ts';

const MANAGER = 'Ruth Lapwing';
const CASEWORKER = 'Anwen Siskin';
/** Does not come to the machine: their manager enters what they say. */
const AWAY = 'Wilf Sandpiper';
const OTHER_MANAGER = 'Colm Nuthatch';
const OTHER_CASEWORKER = 'Petra Dunnock';

/** Managers sit down with their caseworkers after a round; replies are given, entered and answered. */
export async function supervise(
  world: SampleWorld,
  { roundId, asked }: { roundId: string; asked: string },
): Promise<void> {
  const { client } = world;
  await world.as(MANAGER);
  await note(
    world,
    CASEWORKER,
    'Section A is a pleasure to read. Section F loses its amounts where the advice has none.',
    [
      'Ring the therapist when an amount is missing, before the draft is written.',
      'Read each other’s Section F in pairs on Thursdays.',
    ],
  );
  await note(
    world,
    AWAY,
    'Plans for older young people are full of hope, and the four areas of adulthood are not all there.',
    ['Use the checklist for Year 9 and up.'],
  );
  await client.supervision.reply({
    caseworkerId: world.idOf(AWAY),
    kind: 'comment',
    about: null,
    words: 'The careers advice came a week after the final. I have asked for it to be sent earlier.',
  });
  await world.as(OTHER_MANAGER);
  await note(world, OTHER_CASEWORKER, 'Parents say that they feel heard. Baselines are the next step.', [
    'Take the date and the score of each baseline over from the psychologist’s report.',
  ]);
  await world.as(CASEWORKER);
  const plan = planOf(world, asked);
  const version = plan.data.documents[0];
  if (version !== undefined) {
    const { id: replyId } = await client.supervision.reply({
      caseworkerId: world.idOf(CASEWORKER),
      kind: 'comment',
      about: { roundId, documentId: documentOf(world, version.file) },
      words: 'The amounts were in the draft and were taken out at the service’s wish. I should have written down why.',
    });
    await world.as(SAMPLE_CHAIR);
    await client.supervision.answerReply({
      replyId,
      outcome: 'noted',
      words: 'Thank you. We have asked the service not to do that again.',
    });
  }
}

async function note(world: SampleWorld, caseworker: string, words: string, agreed: string[]): Promise<void> {
  const caseworkerId = world.idOf(caseworker);
  const { client, clock } = world;
  await client.supervision.open({ caseworkerId });
  const heldOn = englishDay(clock.now());
  await client.supervision.saveNote({ caseworkerId, noteId: null, heldOn, words, agreed, lookAgainOn: '2026-12-10' });
}
