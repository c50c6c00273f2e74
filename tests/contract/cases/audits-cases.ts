import { audit, type Case, NOBODY, wrong, firstWords } from '../story.ts';

export const AUDITS_CASES: Record<string, Case> = {
  'audits.list': {
    happy: ({ client, roundId }) => client.audits.list({ roundId }),
    foreign: (client) => client.audits.list({ roundId: 'x' }),
  },
  'audits.open': {
    happy: ({ client, document, roundId }) => client.audits.open({ documentId: document.id, roundId }),
    foreign: (client) => client.audits.open({ documentId: 'x', roundId: NOBODY }),
  },
  'audits.get': {
    happy: ({ client, auditId }) => client.audits.get({ auditId }),
    foreign: (client) => client.audits.get({ auditId: 'x' }),
  },
  'audits.saveAnswer': {
    happy: (story) => story.client.audits.saveAnswer({ ...audit(story), change: { response: 'partly', comment: 'H' } }),
    foreign: (client) =>
      client.audits.saveAnswer({ auditId: NOBODY, criterionId: 'S01.C1', change: { response: wrong('maybe') } }),
  },
  'audits.addEvidence': {
    happy: async (story) =>
      story.client.audits.addEvidence({ ...audit(story), anchor: await firstWords(story.client, story.document) }),
    foreign: (client) =>
      client.audits.addEvidence({ auditId: NOBODY, criterionId: 'S01.C1', anchor: wrong({ kind: 'text' }) }),
  },
  'audits.removeEvidence': {
    happy: async (story) => {
      const anchor = await firstWords(story.client, story.document);
      const { answers } = await story.client.audits.addEvidence({ ...audit(story), anchor });
      const evidenceId = answers['S01.C1']?.evidence.at(-1)?.id ?? '';
      return story.client.audits.removeEvidence({ auditId: story.auditId, evidenceId });
    },
    foreign: (client) => client.audits.removeEvidence({ auditId: NOBODY, evidenceId: 'x' }),
  },
  'audits.setFact': {
    happy: ({ client, auditId }) => client.audits.setFact({ auditId, fact: 'hasHealthProvision', value: true }),
    foreign: (client) => client.audits.setFact({ auditId: NOBODY, fact: 'ncYear', value: wrong([9]) }),
  },
  'audits.setDevelopmental': {
    happy: ({ client, auditId }) =>
      client.audits.setDevelopmental({ auditId, standardId: 'S09', isDevelopmental: true }),
    foreign: (client) =>
      client.audits.setDevelopmental({ auditId: NOBODY, standardId: 'S09', isDevelopmental: wrong('yes') }),
  },
  'audits.submit': {
    happy: ({ client, auditId }) => client.audits.submit({ auditId }),
    answers: 'NOT_READY',
    foreign: (client) => client.audits.submit({ auditId: 'x' }),
  },
  'audits.saveNote': {
    happy: ({ client, auditId }) =>
      client.audits.saveNote({ auditId, standardId: 'S01', note: 'Ask about the advice.' }),
    foreign: (client) => client.audits.saveNote({ auditId: NOBODY, standardId: wrong(1), note: '' }),
  },
  'audits.addTime': {
    happy: ({ client, auditId }) => client.audits.addTime({ auditId, seconds: 40 }),
    foreign: (client) => client.audits.addTime({ auditId: NOBODY, seconds: 1e6 }),
  },
  'audits.timeTaken': {
    happy: ({ client, roundId }) => client.audits.timeTaken({ roundId }),
    foreign: (client) => client.audits.timeTaken({ roundId: 'x' }),
  },
  'audits.reopen': {
    happy: ({ client, auditId }) => client.audits.reopen({ auditId, reason: 'A page was missed.' }),
    answers: 'NOT_SUBMITTED',
    foreign: (client) => client.audits.reopen({ auditId: NOBODY, reason: '' }),
  },
};
