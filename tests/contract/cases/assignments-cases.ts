import { type Case, FIELDS, load, NOBODY, type Story, wrong } from '../story.ts';

const TWO = { kind: 'different_agencies' as const, auditors: 2 };

/** A document of a plan of its own, in a round of its own, with an auditor who is not the story's person. */
async function prepared({ client }: Story) {
  const { id: roundId } = await client.rounds.create({
    kind: 'random',
    theme: '',
    panelDate: '2026-12-16',
    gradingDue: null,
    copyFrom: null,
  });
  const { id: auditorId } = await client.people.add({
    name: `Briar ${Math.random()}`,
    agency: 'health',
    team: '',
    roles: ['auditor'],
    signsIn: false,
  });
  const { document } = await load(client, 'draft.pdf');
  const plan = { kind: 'new' as const, fields: { ...FIELDS, reference: `FM-${Math.random()}` } };
  await client.documents.file({ documentId: document.id, stage: 'draft', issuedOn: null, plan });
  return { roundId, documentId: document.id, auditorId, standards: null, dueOn: null };
}

async function assigned(story: Story) {
  const input = await prepared(story);
  const [assignment] = await story.client.assignments.assign(input);
  return assignment?.id ?? '';
}

export const ASSIGNMENTS_CASES: Record<string, Case> = {
  'assignments.list': {
    happy: ({ client, roundId }) => client.assignments.list({ roundId }),
    foreign: (client) => client.assignments.list({ roundId: 'x' }),
  },
  'assignments.board': {
    happy: ({ client, roundId }) => client.assignments.board({ roundId }),
    foreign: (client) => client.assignments.board({ roundId: 'x' }),
  },
  'assignments.mine': {
    happy: ({ client, roundId }) => client.assignments.mine({ roundId }),
    foreign: (client) => client.assignments.mine({ roundId: 'x' }),
  },
  'assignments.heldBy': {
    happy: async (story) => {
      const input = await prepared(story);
      await story.client.assignments.assign(input);
      return story.client.assignments.heldBy({ personId: input.auditorId });
    },
    foreign: (client) => client.assignments.heldBy({ personId: 'x' }),
  },
  'assignments.propose': {
    happy: ({ client, roundId }) => client.assignments.propose({ roundId, rule: TWO, seed: null }),
    foreign: (client) => client.assignments.propose({ roundId: NOBODY, rule: { ...TWO, auditors: 0 }, seed: null }),
  },
  'assignments.accept': {
    happy: async (story) => {
      const { roundId } = await prepared(story);
      return story.client.assignments.accept({ roundId, rule: TWO, seed: 5, dueOn: null });
    },
    foreign: (client) => client.assignments.accept(wrong({ roundId: NOBODY, rule: TWO, seed: null })),
  },
  'assignments.assign': {
    happy: async (story) => story.client.assignments.assign(await prepared(story)),
    foreign: (client) =>
      client.assignments.assign({
        roundId: NOBODY,
        documentId: NOBODY,
        auditorId: 'x',
        standards: null,
        dueOn: null,
      }),
  },
  'assignments.move': {
    happy: async (story) =>
      story.client.assignments.move({
        assignmentId: await assigned(story),
        auditorId: story.personId,
        reason: 'On leave.',
      }),
    foreign: (client) => client.assignments.move({ assignmentId: NOBODY, auditorId: NOBODY, reason: '' }),
  },
  'assignments.withdraw': {
    happy: async (story) =>
      story.client.assignments.withdraw({ assignmentId: await assigned(story), reason: 'On leave.' }),
    foreign: (client) => client.assignments.withdraw({ assignmentId: 'x', reason: 'On leave.' }),
  },
  'assignments.setDue': {
    happy: async (story) =>
      story.client.assignments.setDue({ assignmentId: await assigned(story), dueOn: '2026-12-10' }),
    foreign: (client) => client.assignments.setDue({ assignmentId: NOBODY, dueOn: 'soon' }),
  },
  'assignments.setAllDue': {
    happy: async (story) => {
      const { roundId } = await prepared(story);
      return story.client.assignments.setAllDue({ roundId, dueOn: '2026-12-11' });
    },
    foreign: (client) => client.assignments.setAllDue({ roundId: NOBODY, dueOn: 'soon' }),
  },
  'assignments.withdrawUnbegun': {
    happy: async (story) => {
      const { roundId } = await prepared(story);
      return story.client.assignments.withdrawUnbegun({ roundId, assignmentIds: null, reason: 'Handed out too soon.' });
    },
    foreign: (client) => client.assignments.withdrawUnbegun({ roundId: NOBODY, assignmentIds: null, reason: ' ' }),
  },
};
