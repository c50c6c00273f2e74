import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import { type Case, NOBODY, type Story, wrong } from '../story.ts';

/** What a suggestion links, as the calls take it. */
function endsOf({ passages, suggestions }: Thread) {
  const [first] = suggestions;
  const end = (id: string | undefined) => {
    const passage = passages.find((each: ThreadPassage) => each.id === id);
    if (passage === undefined) throw new Error('nothing is suggested');
    return { part: passage.part, anchor: passage.anchor };
  };
  return { from: end(first?.fromId), to: end(first?.toId) };
}

/** The story's document, which the story's person audits, with the ends of a suggested link. */
async function suggested({ client, document: { id: documentId } }: Story) {
  return { documentId, ...endsOf(await client.threads.get({ documentId })) };
}

async function linked(story: Story) {
  const ends = await suggested(story);
  const { links } = await story.client.threads.link({ ...ends, isConfirmed: true });
  return { documentId: ends.documentId, linkId: links.at(-1)?.id ?? '' };
}

export const THREADS_CASES: Record<string, Case> = {
  'threads.get': {
    happy: ({ client, document }) => client.threads.get({ documentId: document.id }),
    foreign: (client) => client.threads.get({ documentId: 'x' }),
  },
  'threads.link': {
    happy: async (story) => story.client.threads.link({ ...(await suggested(story)), isConfirmed: false }),
    foreign: (client) => client.threads.link(wrong({ documentId: NOBODY, isConfirmed: false })),
  },
  'threads.refuse': {
    happy: async (story) => story.client.threads.refuse(await suggested(story)),
    foreign: (client) => client.threads.refuse(wrong({ documentId: NOBODY, from: { part: 'hope' } })),
  },
  'threads.takeBack': {
    happy: async (story) => story.client.threads.takeBack(await linked(story)),
    foreign: (client) => client.threads.takeBack({ documentId: NOBODY, linkId: 'x' }),
  },
  'threads.across': {
    happy: ({ client, roundId }) => client.threads.across({ roundId }),
    foreign: (client) => client.threads.across({ roundId: 'x' }),
  },
};
