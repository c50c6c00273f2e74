import { type Case, NOBODY } from '../story.ts';

export const HINTS_CASES: Record<string, Case> = {
  'hints.list': {
    happy: ({ client, auditId }) => client.hints.list({ auditId }),
    foreign: (client) => client.hints.list({ auditId: 'x' }),
  },
  'hints.dismiss': {
    happy: async ({ client, auditId }) => {
      const [hint] = await client.hints.list({ auditId });
      return client.hints.dismiss({ auditId, hintId: hint?.id ?? '', reason: 'The advice was looked at.' });
    },
    foreign: (client) => client.hints.dismiss({ auditId: NOBODY, hintId: 'x', reason: ' ' }),
  },
  'hints.restore': {
    happy: async ({ client, auditId }) => {
      const [hint] = await client.hints.list({ auditId });
      return client.hints.restore({ auditId, hintId: hint?.id ?? '' });
    },
    foreign: (client) => client.hints.restore({ auditId: 'x', hintId: 'x' }),
  },
};
