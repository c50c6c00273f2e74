import type { NewAction } from '../../../shared/contract/actions.ts';
import { type Case, NOBODY, type Story, wrong } from '../story.ts';

const FILTER = { level: null, planId: null, service: null, state: null, isMine: false } as const;
const SETTLING = { state: 'done', evidence: 'It is in use.', quote: null } as const;

function newAction(personId: string): NewAction {
  return {
    kind: 'change',
    level: 'service',
    planId: null,
    documentId: null,
    roundId: null,
    criterionId: null,
    words: 'A new form for therapists’ advice.',
    service: 'Therapy',
    owner: { personId, name: '' },
    dueOn: '2026-12-11',
  };
}

async function made({ client, personId }: Story): Promise<string> {
  return (await client.actions.create(newAction(personId))).id;
}

export const ACTIONS_CASES: Record<string, Case> = {
  'actions.list': {
    happy: ({ client }) => client.actions.list({ filter: FILTER, limit: 50 }),
    foreign: (client) => client.actions.list({ filter: { ...FILTER, state: wrong('late') }, limit: 50 }),
  },
  'actions.create': {
    happy: (story) => made(story),
    foreign: (client) => client.actions.create({ ...newAction(NOBODY), words: ' ' }),
  },
  'actions.update': {
    happy: async (story) => {
      const { words, service, owner } = newAction(story.personId);
      return story.client.actions.update({ actionId: await made(story), words, service, owner, dueOn: null });
    },
    foreign: (client) =>
      client.actions.update({
        actionId: NOBODY,
        words: 'A form.',
        service: '',
        owner: { personId: null, name: '' },
        dueOn: null,
      }),
  },
  'actions.settle': {
    happy: async (story) => story.client.actions.settle({ actionId: await made(story), ...SETTLING }),
    foreign: (client) => client.actions.settle({ actionId: NOBODY, ...SETTLING, evidence: '' }),
  },
  'actions.reopen': {
    happy: async (story) => {
      const actionId = await made(story);
      await story.client.actions.settle({ actionId, ...SETTLING });
      return story.client.actions.reopen({ actionId });
    },
    foreign: (client) => client.actions.reopen({ actionId: 'x' }),
  },
  'actions.asked': {
    happy: ({ client, auditId }) => client.actions.asked({ auditId }),
    foreign: (client) => client.actions.asked({ auditId: 'x' }),
  },
  'actions.answer': {
    happy: ({ client, auditId }) =>
      client.actions.answer({ auditId, actionId: NOBODY, answer: 'answered', comment: '' }),
    answers: 'NOT_ASKED',
    foreign: (client) =>
      client.actions.answer({ auditId: NOBODY, actionId: NOBODY, answer: wrong('maybe'), comment: '' }),
  },
  'actions.done': {
    happy: ({ client, roundId }) => client.actions.done({ sinceRoundId: roundId }),
    foreign: (client) => client.actions.done({ sinceRoundId: 'x' }),
  },
  'actions.reAuditsDue': {
    happy: ({ client, roundId }) => client.actions.reAuditsDue({ roundId }),
    foreign: (client) => client.actions.reAuditsDue({ roundId: 'x' }),
  },
  'actions.oweReAudits': {
    happy: ({ client, roundId }) => client.actions.oweReAudits({ roundId, sharePercent: 20, seed: 7 }),
    foreign: (client) => client.actions.oweReAudits({ roundId: NOBODY, sharePercent: 101, seed: null }),
  },
};
