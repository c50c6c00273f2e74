import { type Case, NOBODY, type Story } from '../story.ts';

async function kept({ client, auditId }: Story): Promise<string> {
  const words = `The outcome names no date ${Math.random()}.`;
  const phrases = await client.phrases.add({ auditId, criterionId: 'S01.C1', words, isShared: false });
  return phrases.find((phrase) => phrase.words === words)?.id ?? NOBODY;
}

export const PHRASES_CASES: Record<string, Case> = {
  'phrases.list': { happy: ({ client }) => client.phrases.list() },
  'phrases.add': {
    happy: kept,
    foreign: (client) => client.phrases.add({ auditId: NOBODY, criterionId: 'S01.C1', words: ' ', isShared: true }),
  },
  'phrases.setShared': {
    happy: async (story) => story.client.phrases.setShared({ phraseId: await kept(story), isShared: true }),
    foreign: (client) => client.phrases.setShared({ phraseId: 'x', isShared: true }),
  },
  'phrases.remove': {
    happy: async (story) => story.client.phrases.remove({ phraseId: await kept(story) }),
    foreign: (client) => client.phrases.remove({ phraseId: 'x' }),
  },
};
