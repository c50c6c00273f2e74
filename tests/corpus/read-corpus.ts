import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import type { ParsePool } from '../../electron/backend/documents/parse-pool.ts';
import { toPrediction } from './predict.ts';
import { goldSchema, indexSchema, scoreDocument } from './scorer.ts';
import type { DocumentScore, Gold, IndexEntry, Prediction } from './scorer.ts';

export const CORPUS_DIR = path.join(import.meta.dirname, 'plans');

export interface CorpusResult {
  entry: IndexEntry;
  gold: Gold;
  model: DocumentModel;
  prediction: Prediction;
  score: DocumentScore;
}

/** A document to be read and scored, wherever its bytes come from. */
export interface CorpusDocument {
  entry: IndexEntry;
  gold: Gold;
  bytes: () => Promise<Uint8Array>;
}

/** Reads every plan of a corpus through a parse pool, as the application does, and scores it against its gold. */
export async function readCorpus(pool: ParsePool, dir: string = CORPUS_DIR): Promise<CorpusResult[]> {
  const index = indexSchema.parse(JSON.parse(await readFile(path.join(dir, 'index.json'), 'utf8')));
  const documents = index.map(async (entry): Promise<CorpusDocument> => {
    const gold = goldSchema.parse(JSON.parse(await readFile(path.join(dir, entry.gold), 'utf8')));
    return { entry, gold, bytes: () => readFile(path.join(dir, entry.file)) };
  });
  return readDocuments(pool, await Promise.all(documents));
}

export function readDocuments(pool: ParsePool, documents: readonly CorpusDocument[]): Promise<CorpusResult[]> {
  return Promise.all(
    documents.map(async ({ entry, gold, bytes }) => {
      const model = await pool.parse(await bytes());
      const prediction = toPrediction(model);
      return { entry, gold, model, prediction, score: scoreDocument(gold, prediction) };
    }),
  );
}
