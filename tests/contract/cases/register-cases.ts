import { type Case, NOBODY, type Story, wrong } from '../story.ts';

const TABLE = () => `Reference,Year group\nR-${Math.random()},6\n`;
const all = { only: 'all', offset: 0, limit: 10 } as const;

async function uploaded({ client }: Story) {
  const { uploadId, columns } = await client.register.upload({
    file: new File([TABLE()], 'register.csv'),
    kind: 'register',
  });
  return { uploadId, columns, onKnown: 'update' as const, mends: [], leftOut: [] };
}

const NOTHING = { uploadId: NOBODY, columns: [], onKnown: 'update' as const, mends: [], leftOut: [] };

export const REGISTER_CASES: Record<string, Case> = {
  'register.upload': {
    happy: (story) => uploaded(story),
    foreign: (client) => client.register.upload({ file: new File(['a'], 'a.csv'), kind: wrong('plans') }),
  },
  'register.chooseSheet': {
    happy: async (story) =>
      story.client.register.chooseSheet({ uploadId: (await uploaded(story)).uploadId, sheet: 'Table' }),
    foreign: (client) => client.register.chooseSheet({ uploadId: 'x', sheet: '' }),
  },
  'register.preview': {
    happy: async (story) => story.client.register.preview({ ...(await uploaded(story)), ...all }),
    foreign: (client) => client.register.preview({ ...NOTHING, ...all, limit: 100_000 }),
  },
  'register.apply': {
    happy: async (story) => story.client.register.apply(await uploaded(story)),
    foreign: (client) => client.register.apply({ ...NOTHING, onKnown: wrong('replace') }),
  },
  'register.imports': { happy: ({ client }) => client.register.imports() },
  'register.undo': {
    happy: async (story) => {
      const { id } = await story.client.register.apply(await uploaded(story));
      return story.client.register.undo({ importId: id });
    },
    foreign: (client) => client.register.undo({ importId: 'x' }),
  },
  'register.results': {
    happy: ({ client, planId }) => client.register.results({ planId }),
    foreign: (client) => client.register.results({ planId: 'x' }),
  },
};
