import type { AdviceRequestFields } from '../../../shared/contract/advice.ts';
import { type Case, load, NOBODY, type Story, firstWords, wrong } from '../story.ts';

const AS_DCO = { agency: 'health' as const };
const NOWHERE = { ...AS_DCO, documentId: NOBODY };
const REQUEST: AdviceRequestFields = {
  agency: 'health',
  service: 'Fernmoor Therapies',
  profession: 'Occupational therapist',
  askedOn: '2026-09-01',
  receivedOn: '2026-10-20',
  isNilReturn: false,
  form: 'Appendix 2',
  answers: { needs: true, provision: true, outcomes: false },
  adviceDocumentId: null,
  note: '',
};

/** Does it as the Designated Clinical Officer, whom the story's own person is not. */
async function asOfficer<Result>({ door: { session } }: Story, work: () => Promise<Result>): Promise<Result> {
  const { state } = session;
  if (state.status !== 'open') return work();
  session.state = { ...state, caller: { ...state.caller, roles: ['designated_officer'], agency: 'health' } };
  try {
    return await work();
  } finally {
    session.state = state;
  }
}

/** A draft with one request for advice in its log. */
async function draft(story: Story) {
  const { client, planId } = story;
  const { document } = await load(client, 'draft.docx');
  const plan = { kind: 'existing' as const, planId };
  await client.documents.file({ documentId: document.id, stage: 'draft', issuedOn: null, plan });
  const of = { ...AS_DCO, documentId: document.id };
  return asOfficer(story, async () => {
    const input = { ...of, requestId: null, fields: REQUEST, suggestionKey: null };
    const { requests } = await client.advice.saveRequest(input);
    return { of, document, requestId: requests.at(-1)?.id ?? '' };
  });
}

/** The same with a finding, to be corrected. */
async function found(story: Story) {
  const { of, document, requestId } = await draft(story);
  const planAnchor = await firstWords(story.client, document);
  return asOfficer(story, async () => {
    const { checks } = await story.client.advice.saveCheck({
      ...of,
      checkId: null,
      requestId,
      adviceWords: 'Daily, for ten minutes.',
      adviceAnchor: null,
      planAnchor,
      finding: 'weakened',
      comment: '',
    });
    return { of, requestId, checkId: checks.at(-1)?.id ?? '' };
  });
}

async function corrected(story: Story) {
  const { of, checkId } = await found(story);
  const correction = { wording: 'Say how often.', dueOn: '2000-01-01' };
  await asOfficer(story, () => story.client.advice.saveCorrection({ ...of, checkId, correction }));
  return { of, checkId };
}

export const ADVICE_CASES: Record<string, Case> = {
  'advice.queue': {
    happy: ({ client }) => client.advice.queue({ ...AS_DCO, includePast: true }),
    foreign: (client) => client.advice.queue(wrong({ agency: 'education', includePast: true })),
  },
  'advice.get': {
    happy: async (story) => story.client.advice.get((await draft(story)).of),
    foreign: (client) => client.advice.get({ ...AS_DCO, documentId: 'x' }),
  },
  'advice.saveRequest': {
    happy: (story) => draft(story),
    foreign: (client) =>
      client.advice.saveRequest({
        ...NOWHERE,
        requestId: null,
        fields: { ...REQUEST, service: '' },
        suggestionKey: null,
      }),
  },
  'advice.removeRequest': {
    happy: async (story) => {
      const { of, requestId } = await draft(story);
      return asOfficer(story, () => story.client.advice.removeRequest({ ...of, requestId }));
    },
    foreign: (client) => client.advice.removeRequest({ ...NOWHERE, requestId: 'x' }),
  },
  'advice.setAside': {
    happy: async (story) => {
      const { of } = await draft(story);
      return asOfficer(story, () => story.client.advice.setAside({ ...of, suggestionKey: 'k' }));
    },
    foreign: (client) => client.advice.setAside({ ...NOWHERE, suggestionKey: 'k'.repeat(200) }),
  },
  'advice.saveCheck': {
    happy: (story) => found(story),
    foreign: (client) =>
      client.advice.saveCheck({
        ...NOWHERE,
        checkId: null,
        requestId: NOBODY,
        adviceWords: '',
        adviceAnchor: null,
        planAnchor: null,
        finding: 'missing',
        comment: '',
      }),
  },
  'advice.removeCheck': {
    happy: async (story) => {
      const { of, checkId } = await found(story);
      return asOfficer(story, () => story.client.advice.removeCheck({ ...of, checkId }));
    },
    foreign: (client) => client.advice.removeCheck({ ...NOWHERE, checkId: 'x' }),
  },
  'advice.finish': {
    happy: async (story) => {
      const { of } = await draft(story);
      return asOfficer(story, () => story.client.advice.finish({ ...of, isChecked: true }));
    },
    foreign: (client) => client.advice.finish(wrong({ ...NOWHERE, isChecked: 'yes' })),
  },
  'advice.saveCorrection': {
    happy: (story) => corrected(story),
    foreign: (client) =>
      client.advice.saveCorrection({ ...NOWHERE, checkId: NOBODY, correction: { wording: 'Say it.', dueOn: 'soon' } }),
  },
  'advice.sendCorrections': {
    happy: async (story) => {
      const { of } = await corrected(story);
      return asOfficer(story, () => story.client.advice.sendCorrections(of));
    },
    foreign: (client) => client.advice.sendCorrections({ ...AS_DCO, documentId: 'x' }),
  },
  'advice.answerCorrection': {
    happy: async (story) => {
      const { of, checkId } = await corrected(story);
      return asOfficer(story, async () => {
        await story.client.advice.sendCorrections(of);
        return story.client.advice.answerCorrection({ ...of, checkId, answer: 'Put right.' });
      });
    },
    foreign: (client) => client.advice.answerCorrection({ ...NOWHERE, checkId: NOBODY, answer: '' }),
  },
  'advice.gaps': {
    happy: ({ client }) => client.advice.gaps(AS_DCO),
    foreign: (client) => client.advice.gaps(wrong({ agency: 'education' })),
  },
  'advice.letter': {
    happy: async (story) => {
      await found(story);
      const input = { ...AS_DCO, service: REQUEST.service, roundId: null, strengths: [], trainingPoints: [] };
      return asOfficer(story, () => story.client.advice.letter(input));
    },
    foreign: (client) =>
      client.advice.letter({ ...AS_DCO, service: '', roundId: null, strengths: [], trainingPoints: [] }),
  },
};
