import { builtInRubric } from '../../../shared/domain/rubric/built-in-rubric.ts';
import { type PreparedModeration, prepareModeration } from '../../support/prepared-moderation.ts';
import { type Case, NOBODY, type Story, STORY_PIN, wrong } from '../story.ts';

const AUDITED = { roundId: NOBODY, documentId: NOBODY };
const REASON = 'The provision on page 4 says so.';
const RUBRIC = builtInRubric();

/** Two gradings take two hundred calls: made once for each door. */
const prepared = new WeakMap<Story, Promise<PreparedModeration>>();

/** A document that two auditors have graded differently, with the panel's work begun and nothing agreed. */
async function begun(story: Story) {
  const { client, roundId, personId } = story;
  const making =
    prepared.get(story) ??
    prepareModeration(client, { roundId, lead: { id: personId, pin: STORY_PIN }, rubric: RUBRIC });
  prepared.set(story, making);
  const { documentId, otherId, different } = await making;
  const of = { roundId, documentId };
  await client.moderation.begin({ roundId });
  const { state } = await client.moderation.get(of);
  if (state === 'agreed') await client.moderation.takeBack({ ...of, reason: 'To go on with it.' });
  return { of, otherId, different };
}

export const MODERATION_CASES: Record<string, Case> = {
  'moderation.list': {
    happy: ({ client, roundId }) => client.moderation.list({ roundId }),
    foreign: (client) => client.moderation.list({ roundId: 'x' }),
  },
  'moderation.begin': {
    happy: (story) => begun(story),
    foreign: (client) => client.moderation.begin({ roundId: 'x' }),
  },
  'moderation.draw': {
    happy: ({ client, roundId }) => client.moderation.draw({ roundId, seed: null }),
    answers: 'NOTHING_TO_DRAW',
    foreign: (client) => client.moderation.draw({ roundId: NOBODY, seed: -1 }),
  },
  'moderation.get': {
    happy: async (story) => story.client.moderation.get((await begun(story)).of),
    foreign: (client) => client.moderation.get({ roundId: NOBODY, documentId: 'x' }),
  },
  'moderation.decide': {
    happy: async (story) => {
      const { of, different } = await begun(story);
      return story.client.moderation.decide({ ...of, criterionId: different, response: 'met', reason: REASON });
    },
    foreign: (client) => client.moderation.decide(wrong({ ...AUDITED, criterionId: 'S01.C1', response: 'perhaps' })),
  },
  'moderation.settleFact': {
    happy: async (story) => {
      const { of } = await begun(story);
      return story.client.moderation.settleFact({ ...of, fact: 'hasSocialWorker', value: true, reason: REASON });
    },
    answers: 'NO_SUCH_FACT',
    foreign: (client) => client.moderation.settleFact(wrong({ ...AUDITED, fact: 'hasSocialWorker' })),
  },
  'moderation.override': {
    happy: async (story) => {
      const { of } = await begun(story);
      const { overrideChoices } = await story.client.moderation.get(of);
      return story.client.moderation.override({ ...of, grade: overrideChoices[0] ?? '', reason: REASON });
    },
    foreign: (client) => client.moderation.override(wrong({ ...AUDITED, grade: 3, reason: '' })),
  },
  'moderation.noteDissent': {
    happy: async (story) => {
      const { of, otherId } = await begun(story);
      return story.client.moderation.noteDissent({ ...of, personId: otherId, text: 'I read it otherwise.' });
    },
    foreign: (client) => client.moderation.noteDissent({ ...AUDITED, personId: 'x', text: '' }),
  },
  'moderation.agree': {
    happy: async (story) => story.client.moderation.agree((await begun(story)).of),
    foreign: (client) => client.moderation.agree({ roundId: NOBODY, documentId: 'x' }),
  },
  'moderation.takeBack': {
    happy: async (story) => {
      const { of } = await begun(story);
      await story.client.moderation.agree(of);
      return story.client.moderation.takeBack({ ...of, reason: 'A passage was missed.' });
    },
    foreign: (client) => client.moderation.takeBack({ ...AUDITED, reason: '' }),
  },
  'moderation.setAttended': {
    happy: async ({ client, roundId, personId }) => {
      await client.rounds.setMembers({ roundId, personIds: [personId] });
      return client.moderation.setAttended({ roundId, personId, attended: true });
    },
    foreign: (client) => client.moderation.setAttended(wrong({ roundId: NOBODY, personId: NOBODY, attended: 'yes' })),
  },
  'moderation.agreement': {
    happy: ({ client, roundId }) => client.moderation.agreement({ roundId }),
    foreign: (client) => client.moderation.agreement({ roundId: 'x' }),
  },
  'moderation.leniency': {
    happy: async ({ client, roundId, door: { session } }) => {
      const { state } = session;
      if (state.status !== 'open') return client.moderation.leniency({ roundId });
      // Not even the QA lead: only who is chair.
      session.state = { ...state, caller: { ...state.caller, roles: ['chair'] } };
      const found = await client.moderation.leniency({ roundId });
      session.state = state;
      return found;
    },
    foreign: (client) => client.moderation.leniency({ roundId: 'x' }),
  },
  'moderation.nameCalibration': {
    happy: (story) =>
      story.client.moderation.nameCalibration({ roundId: story.roundId, documentId: story.document.id }),
    answers: 'IN_THE_ROUND',
    foreign: (client) => client.moderation.nameCalibration({ roundId: NOBODY, documentId: 'x' }),
  },
  'moderation.dropCalibration': {
    happy: ({ client, roundId }) => client.moderation.dropCalibration({ roundId, documentId: NOBODY }),
    answers: 'NOT_FOUND',
    foreign: (client) => client.moderation.dropCalibration({ roundId: NOBODY, documentId: 'x' }),
  },
  'moderation.notes': {
    happy: ({ client, rubricId }) => client.moderation.notes({ rubricId }),
    foreign: (client) => client.moderation.notes({ rubricId: 'x' }),
  },
  'moderation.addNote': {
    happy: async (story) => {
      const { of, different } = await begun(story);
      return story.client.moderation.addNote({ ...of, criterionId: different, note: 'A page number is enough.' });
    },
    foreign: (client) => client.moderation.addNote({ ...AUDITED, criterionId: 'S01.C1', note: '' }),
  },
  'moderation.paper': {
    happy: ({ client, roundId }) => client.moderation.paper({ roundId, kind: 'agenda' }),
    foreign: (client) => client.moderation.paper(wrong({ roundId: NOBODY, kind: 'poem' })),
  },
  'moderation.removeNote': {
    happy: async (story) => {
      const { of, different } = await begun(story);
      const notes = await story.client.moderation.addNote({ ...of, criterionId: different, note: 'Name the page.' });
      return story.client.moderation.removeNote({ noteId: notes.at(-1)?.id ?? '' });
    },
    foreign: (client) => client.moderation.removeNote({ noteId: 'x' }),
  },
};
