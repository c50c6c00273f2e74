import { type Case, NOBODY, wrong } from '../story.ts';

export const ROUNDS_CASES: Record<string, Case> = {
  'rounds.list': { happy: ({ client }) => client.rounds.list() },
  'rounds.current': { happy: ({ client }) => client.rounds.current() },
  'rounds.create': {
    happy: ({ client, roundId }) =>
      client.rounds.create({
        kind: 'random',
        theme: '',
        panelDate: '2026-12-16',
        gradingDue: '2026-12-10',
        copyFrom: roundId,
      }),
    foreign: (client) =>
      client.rounds.create({
        kind: wrong('by_mood'),
        theme: '',
        panelDate: '2026-12-16',
        gradingDue: null,
        copyFrom: null,
      }),
  },
  'rounds.members': {
    happy: ({ client, roundId }) => client.rounds.members({ roundId }),
    foreign: (client) => client.rounds.members({ roundId: 'x' }),
  },
  'rounds.remove': {
    happy: async ({ client }) => {
      const fields = { kind: 'random' as const, theme: '', panelDate: '2026-12-16', gradingDue: null, copyFrom: null };
      return client.rounds.remove({ roundId: (await client.rounds.create(fields)).id });
    },
    foreign: (client) => client.rounds.remove({ roundId: 'x' }),
  },
  'rounds.setMembers': {
    happy: ({ client, roundId, personId }) => client.rounds.setMembers({ roundId, personIds: [personId] }),
    foreign: (client) => client.rounds.setMembers({ roundId: NOBODY, personIds: ['x'] }),
  },
  'rounds.update': {
    happy: ({ client, roundId }) =>
      client.rounds.update({ roundId, kind: 'thematic', theme: 'Year 9', panelDate: '2026-12-09' }),
    foreign: (client) =>
      client.rounds.update({ roundId: NOBODY, kind: 'random', theme: '', panelDate: '9 December 2026' }),
  },
};
