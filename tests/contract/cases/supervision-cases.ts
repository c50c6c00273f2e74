import { type Case, NOBODY, STORY_TEAM, type Story, wrong } from '../story.ts';

const CASEWORKER = 'Ada Fenn';

/** A caseworker of the story's team; a manager has no supervision with themselves. */
async function caseworkerOf({ client }: Story): Promise<string> {
  const known = (await client.people.list()).find(({ name }) => name === CASEWORKER);
  if (known !== undefined) return known.id;
  const fields = { name: CASEWORKER, agency: 'education' as const, team: STORY_TEAM, roles: ['caseworker' as const] };
  return (await client.people.add({ ...fields, signsIn: false })).id;
}

async function noted(story: Story) {
  return story.client.supervision.saveNote({
    caseworkerId: await caseworkerOf(story),
    noteId: null,
    heldOn: '2026-11-20',
    words: '',
    agreed: ['Say how often and for how long.'],
    lookAgainOn: '2026-12-11',
  });
}

async function replied(story: Story): Promise<string> {
  const { id } = await story.client.supervision.reply({
    caseworkerId: await caseworkerOf(story),
    kind: 'comment',
    about: null,
    words: 'The advice came late.',
  });
  return id;
}

export const SUPERVISION_CASES: Record<string, Case> = {
  'supervision.team': {
    happy: ({ client }) => client.supervision.team({ halfTermIds: null }),
    foreign: (client) => client.supervision.team({ halfTermIds: [] }),
  },
  'supervision.open': {
    happy: async (story) => story.client.supervision.open({ caseworkerId: await caseworkerOf(story) }),
    foreign: (client) => client.supervision.open({ caseworkerId: 'x' }),
  },
  'supervision.sheet': {
    happy: async (story) => {
      const { supervision } = story.client;
      return supervision.sheet(await supervision.open({ caseworkerId: await caseworkerOf(story) }));
    },
    foreign: (client) => client.supervision.sheet({ openingId: 'x' }),
  },
  'supervision.saveNote': {
    happy: noted,
    foreign: (client) =>
      client.supervision.saveNote({
        caseworkerId: NOBODY,
        noteId: null,
        heldOn: '2026-11-20',
        words: '',
        agreed: [],
        lookAgainOn: null,
      }),
  },
  'supervision.setPointDone': {
    happy: async (story) => {
      const { agreed } = await noted(story);
      return story.client.supervision.setPointDone({ pointId: agreed[0]?.id ?? NOBODY, isDone: true });
    },
    foreign: (client) => client.supervision.setPointDone({ pointId: NOBODY, isDone: wrong('yes') }),
  },
  'supervision.reply': {
    happy: replied,
    foreign: (client) =>
      client.supervision.reply({ caseworkerId: NOBODY, kind: 'second_look', about: null, words: 'Look again.' }),
  },
  'supervision.replies': {
    happy: ({ client }) => client.supervision.replies(),
  },
  'supervision.answerReply': {
    happy: async (story) =>
      story.client.supervision.answerReply({
        replyId: await replied(story),
        outcome: 'noted',
        words: 'Thank you; it is told to the service.',
      }),
    foreign: (client) => client.supervision.answerReply({ replyId: NOBODY, outcome: wrong('fine'), words: 'Thanks.' }),
  },
  'supervision.openings': {
    happy: ({ client }) => client.supervision.openings(),
  },
  'supervision.exportSheet': {
    happy: async (story) => story.client.supervision.exportSheet({ caseworkerId: await caseworkerOf(story) }),
    foreign: (client) => client.supervision.exportSheet({ caseworkerId: 'x' }),
  },
  'supervision.feedbackPlans': {
    happy: ({ client }) => client.supervision.feedbackPlans({ halfTermId: null }),
    foreign: (client) => client.supervision.feedbackPlans({ halfTermId: wrong(1) }),
  },
  'supervision.feedback': {
    // Nobody is put down as its writer, and its audit is not submitted.
    happy: ({ client, roundId, document }) => client.supervision.feedback({ roundId, documentId: document.id }),
    answers: 'NOT_SETTLED',
    foreign: (client) => client.supervision.feedback({ roundId: 'x', documentId: NOBODY }),
  },
};
