import { type Case, NOBODY, wrong, load } from '../story.ts';

export const DOCUMENTS_CASES: Record<string, Case> = {
  'documents.import': {
    happy: async ({ client }) => (await load(client, 'draft.docx')).document,
    foreign: (client) => client.documents.import(wrong({ file: '/etc/passwd' })),
  },
  'documents.tray': { happy: ({ client }) => client.documents.tray() },
  'documents.file': {
    happy: async ({ client, planId }) => {
      const { document } = await load(client, 'draft.docx');
      const plan = { kind: 'existing' as const, planId };
      return client.documents.file({ documentId: document.id, stage: 'draft', issuedOn: null, plan });
    },
    foreign: (client) =>
      client.documents.file({
        documentId: NOBODY,
        stage: wrong('finished'),
        issuedOn: null,
        plan: { kind: 'existing', planId: NOBODY },
      }),
  },
  'documents.fileAll': {
    happy: async ({ client, planId }) => {
      const { document } = await load(client, 'draft.docx');
      const plan = { kind: 'existing' as const, planId };
      return client.documents.fileAll({ filings: [{ documentId: document.id, stage: 'draft', issuedOn: null, plan }] });
    },
    foreign: (client) => client.documents.fileAll({ filings: [] }),
  },
  'documents.get': {
    happy: ({ client, document }) => client.documents.get({ documentId: document.id }),
    foreign: (client) => client.documents.get({ documentId: '' }),
  },
  'documents.relabel': {
    happy: async ({ client, document }) => {
      const { model } = await client.documents.get({ documentId: document.id });
      const block = model.blocks.find((candidate) => candidate.text !== '')?.id ?? '';
      return client.documents.relabel({ documentId: document.id, relabel: { blocks: [block], section: 'A' } });
    },
    foreign: (client) => client.documents.relabel({ documentId: NOBODY, relabel: { blocks: [], section: 'A' } }),
  },
  'documents.undoRelabel': {
    happy: ({ client, document }) => client.documents.undoRelabel({ documentId: document.id }),
    foreign: (client) => client.documents.undoRelabel({ documentId: 'x' }),
  },
  'documents.confirmSections': {
    happy: ({ client, document }) => client.documents.confirmSections({ documentId: document.id }),
    foreign: (client) => client.documents.confirmSections({ documentId: 'x' }),
  },
  'documents.remove': {
    happy: async ({ client }) => {
      const { document } = await load(client, 'final.docx');
      return client.documents.remove({ documentId: document.id });
    },
    foreign: (client) => client.documents.remove({ documentId: 'x' }),
  },
};
