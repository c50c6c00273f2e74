import { expect, it } from 'vitest';
import { DocumentError } from '../../../../electron/backend/documents/document-errors.ts';
import { digestPlan } from '../../../../electron/backend/documents/plan-tasks.ts';
import type { FiledModel, StoredModels } from '../../../../electron/backend/documents/stored-models.ts';
import type { KeptDigests } from '../../../../electron/backend/hints/kept-digests.ts';
import { createSentenceIndex, type SentenceIndex } from '../../../../electron/backend/hints/sentence-index.ts';
import type { DocumentModel } from '../../../../shared/domain/document-model.ts';
import { plan, SOUND } from '../understanding/hints/sound-plan.ts';

const COPIED = 'A teaching assistant will practise the new words of the week with Ned before each lesson.';

interface Filed {
  planId: string;
  model: DocumentModel;
  version?: string;
}

/** An index over documents that are held in memory; `reads` says which were read for it, `looks` what was filed each time it looked. */
function open(
  filed: Map<string, Filed>,
  kept = createKept(),
): { index: SentenceIndex; reads: string[]; looks: string[][] } {
  const reads: string[] = [];
  const looks: string[][] = [];
  const found = (documentId: string): Filed => {
    const document = filed.get(documentId);
    if (document === undefined) throw new Error(`There is no ${documentId}.`);
    return document;
  };
  const models: StoredModels = {
    async get(documentId) {
      reads.push(documentId);
      return { version: await models.versionOf(documentId), json: JSON.stringify(found(documentId).model) };
    },
    versionOf: (documentId) => Promise.resolve(found(documentId).version ?? '1'),
    listFiled: () => {
      looks.push([...filed.keys()]);
      return Promise.all(
        [...filed].map(async ([documentId, { planId }]): Promise<FiledModel> => {
          const version = await models.versionOf(documentId);
          return { documentId, planId, reference: planId.toUpperCase(), name: null, version };
        }),
      );
    },
  };
  const parsePool = {
    digest: async (task: { model: string; names: readonly string[]; salt: string }) => {
      if (task.model.includes('too much')) throw new DocumentError('OUT_OF_MEMORY');
      return digestPlan({ ...task, type: 'digest' });
    },
  };
  return { index: createSentenceIndex({ models, kept, parsePool }), reads, looks };
}

/** What a workspace keeps, in memory. */
function createKept(salt = 'of this workspace'): KeptDigests {
  const rows: Awaited<ReturnType<KeptDigests['all']>> = new Map();
  return {
    salt: () => Promise.resolve(salt),
    all: () => Promise.resolve(new Map(rows)),
    async keep(documentId, madeFrom, digests) {
      if (documentId === 'gone') throw new Error('There is no such document any more.');
      rows.set(documentId, { ...digests, madeFrom });
    },
  };
}

function planOf(name: string, ...provision: string[]): DocumentModel {
  const front = SOUND.front.map((line) => (line.startsWith('Name:') ? `Name: ${name} Vale` : line));
  const own = `${name} reads best in the corner where the bus stood that was painted by ${name.split('').join(' ')} at home.`;
  return plan({ front, B: [own], E: [`1. ${own}`], F: provision.map((line, at) => `${at + 1}. ${line}`) });
}

async function sharers(index: SentenceIndex, documentId: string): Promise<string[][]> {
  return [...(await index.sharedWith(documentId)).values()].map((plans) => plans.map(({ reference }) => reference));
}

it('tells which other plans have a sentence, whatever the name, and counts the versions of a plan once', async () => {
  const { index } = open(
    new Map([
      ['ned', { planId: 'p1', model: planOf('Ned', COPIED) }],
      ['amara draft', { planId: 'p2', model: planOf('Amara', COPIED.replace('Ned', 'Amara')) }],
      ['amara final', { planId: 'p2', model: planOf('Amara', COPIED.replace('Ned', 'her')) }],
      [
        'ida',
        { planId: 'p3', model: planOf('Ida', 'A tutor will teach spelling for an hour on each Monday of the term.') },
      ],
    ]),
  );
  expect(await sharers(index, 'ned')).toEqual([['P2']]);
  expect(await sharers(index, 'amara final')).toEqual([['P1']]);
  expect(await sharers(index, 'ida')).toEqual([]);
});

it('tells of many documents in their order what it tells of each, with one look at what is filed', async () => {
  const filed = new Map(
    ['Ned', 'Amara', 'Ida'].map((name) => [
      name,
      { planId: `p${name}`, model: planOf(name, COPIED.replace('Ned', name)) },
    ]),
  );
  const { index, looks } = open(filed);
  const found: [string, string[][]][] = [];
  for await (const { documentId, shared } of index.sharedWithEach(['Ida', 'Ned', 'unknown'])) {
    found.push([documentId, [...shared.values()].map((plans) => plans.map(({ reference }) => reference))]);
  }
  expect(looks).toHaveLength(1);
  expect(found).toEqual([
    ['Ida', [['PNED', 'PAMARA']]],
    ['Ned', [['PAMARA', 'PIDA']]],
    ['unknown', []],
  ]);
});

it('leaves out what nearly every plan of the template has, once there are five', async () => {
  const names = ['Ned', 'Amara', 'Ida', 'Ross', 'Wren'];
  const filed = new Map(
    names.map((name) => [name, { planId: `p${name}`, model: planOf(name, COPIED.replace('Ned', name)) }]),
  );
  const { index } = open(filed);
  expect(await sharers(index, 'Ned')).toEqual([]);
  filed.delete('Wren');
  expect(await sharers(index, 'Ned')).toEqual([['PAMARA', 'PIDA', 'PROSS']]);
});

it('reads a document once, and anew when its sections were corrected', async () => {
  const filed = new Map<string, Filed>([
    ['ned', { planId: 'p1', model: planOf('Ned', COPIED) }],
    [
      'ida',
      { planId: 'p2', model: planOf('Ida', 'Nothing of the kind is said here about anyone at all, or ever was.') },
    ],
  ]);
  const { index, reads } = open(filed);
  await Promise.all([index.sharedWith('ned'), index.sharedWith('ida')]);
  expect(await sharers(index, 'ned')).toEqual([]);
  expect(reads).toEqual(['ned', 'ida']);
  filed.set('ida', { planId: 'p2', model: planOf('Ida', COPIED.replace('Ned', 'Ida')), version: '2' });
  expect(await sharers(index, 'ned')).toEqual([['P2']]);
  expect(reads).toEqual(['ned', 'ida', 'ida']);
});

it('goes on without a document that cannot be read', async () => {
  const { index } = open(
    new Map([
      ['ned', { planId: 'p1', model: planOf('Ned', COPIED) }],
      ['long', { planId: 'p2', model: planOf('Ida', 'This is too much.') }],
      ['amara', { planId: 'p3', model: planOf('Amara', COPIED.replace('Ned', 'Amara')) }],
    ]),
  );
  expect(await sharers(index, 'ned')).toEqual([['P3']]);
});

it('reads no document again when the workspace is opened anew, but for those that have changed', async () => {
  const filed = new Map<string, Filed>([
    ['ned', { planId: 'p1', model: planOf('Ned', COPIED) }],
    ['amara', { planId: 'p2', model: planOf('Amara', COPIED.replace('Ned', 'Amara')) }],
    ['gone', { planId: 'p3', model: planOf('Ida', COPIED.replace('Ned', 'Ida')) }],
  ]);
  const kept = createKept();
  expect(await sharers(open(filed, kept).index, 'ned')).toEqual([['P2', 'P3']]);
  const again = open(filed, kept);
  expect(await sharers(again.index, 'ned')).toEqual([['P2', 'P3']]);
  expect(again.reads).toEqual(['gone']);
  filed.set('amara', { planId: 'p2', model: planOf('Amara'), version: '2' });
  const changed = open(filed, kept);
  expect(await sharers(changed.index, 'ned')).toEqual([['P3']]);
  expect(changed.reads).toEqual(['amara', 'gone']);
});

it('gives other digests under another salt, and no words', () => {
  const digests = (salt: string): number[] => [
    ...digestPlan({ type: 'digest', model: JSON.stringify(planOf('Ned', COPIED)), names: [], salt }).sentences,
  ];
  expect(digests('one').length).toBeGreaterThan(0);
  expect(digests('one').filter((digest) => digests('another').includes(digest))).toEqual([]);
});
