import { type Case, NOBODY, type Story, wrong } from '../story.ts';

const ANSWER = { answeredOn: '2026-09-14', respondent: 'parent_carer' as const, answer: 'satisfied' };

/** A table of one answer that no other case has brought in. */
function table(words: string): File {
  return new File([`Reference,Date,Answer,Comments\nFM-001,14/09/2026,Very satisfied,${words}\n`], 'survey.csv');
}

function add({ client, planId }: Story) {
  return client.familyFeedback.add({ ...ANSWER, planId, words: `Heard, ${Math.random()}.` });
}

function bringIn({ client }: Story) {
  return client.familyFeedback.import({ file: table(`In time ${Math.random()}`), columns: null, leaveOutWrong: false });
}

export const FAMILY_FEEDBACK_CASES: Record<string, Case> = {
  'familyFeedback.figures': { happy: ({ client }) => client.familyFeedback.figures() },
  'familyFeedback.list': {
    happy: ({ client }) => client.familyFeedback.list({ limit: 50 }),
    foreign: (client) => client.familyFeedback.list({ limit: 0 }),
  },
  'familyFeedback.add': {
    happy: add,
    foreign: (client) => client.familyFeedback.add(wrong({ ...ANSWER, planId: NOBODY, words: '', respondent: 'cat' })),
  },
  'familyFeedback.remove': {
    happy: async (story) => {
      const { id } = await add(story);
      return story.client.familyFeedback.remove({ answerId: id });
    },
    foreign: (client) => client.familyFeedback.remove({ answerId: 'x' }),
  },
  'familyFeedback.setScale': {
    happy: async ({ client }) => {
      const { scale } = await client.familyFeedback.figures();
      return client.familyFeedback.setScale({ scale });
    },
    foreign: (client) => client.familyFeedback.setScale(wrong({ scale: [{ label: 'Yes' }] })),
  },
  'familyFeedback.preview': {
    happy: ({ client }) => client.familyFeedback.preview({ file: table('Well done'), columns: null }),
    foreign: (client) => client.familyFeedback.preview({ file: table('x'), columns: wrong(['mood']) }),
  },
  'familyFeedback.import': {
    happy: bringIn,
    foreign: (client) => client.familyFeedback.import(wrong({ file: table('x'), columns: null })),
  },
  'familyFeedback.undoImport': {
    happy: async (story) => {
      const { importId } = await bringIn(story);
      return story.client.familyFeedback.undoImport({ importId });
    },
    foreign: (client) => client.familyFeedback.undoImport({ importId: 'x' }),
  },
};
