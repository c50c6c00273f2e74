import { type Case, NOBODY } from '../story.ts';

export const ROUNDS_CASES: Record<string, Case> = {
  'rounds.list': { happy: ({ client }) => client.rounds.list() },
  'rounds.current': { happy: ({ client }) => client.rounds.current() },
  'rounds.update': {
    happy: ({ client, roundId }) =>
      client.rounds.update({ roundId, kind: 'thematic', theme: 'Year 9', panelDate: '2026-12-09' }),
    foreign: (client) =>
      client.rounds.update({ roundId: NOBODY, kind: 'random', theme: '', panelDate: '9 December 2026' }),
  },
};
