import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { DocumentError } from '../../electron/backend/documents/document-errors.ts';
import type { ParsePool } from '../../electron/backend/documents/parse-pool.ts';
import { type DocumentModel, documentModelSchema } from '../../shared/domain/document-model.ts';
import { makeDocx, p, table } from '../unit/backend/documents/make-docx.ts';
import { flipped, flippedParts, truncated } from './hostile-files.ts';
import { textPdf } from './write-pdf.ts';

/** What came of one file: its model, or the code of its refusal; anything else is a fault of the reader's. */
export type Outcome = { model: DocumentModel } | { code: string };

/** Reads one file as an import would, and tells what came of it. */
export async function outcomeOf(pool: ParsePool, bytes: Uint8Array, password?: string): Promise<Outcome> {
  try {
    const model = await pool.parse(bytes, password === undefined ? {} : { password });
    // A model that breaks its own rules is stored, and can never be opened again.
    return documentModelSchema.safeParse(model).success ? { model } : { code: 'BROKEN_MODEL' };
  } catch (error) {
    if (error instanceof DocumentError) return { code: error.code };
    throw error;
  }
}

/** Good small files, one for each way in, that mutants are made from. */
export function seeds(): { name: string; bytes: Uint8Array; password?: string }[] {
  const words = ['Section A – My views', 'Section E – Outcomes', 'By July 2027 Wren will read ten words.'];
  return [
    {
      name: 'docx',
      bytes: makeDocx({
        body: [
          ...words.map((text) =>
            p(text, '<w:pStyle w:val="h"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
          ),
          table([
            ['Outcome', 'Provision'],
            ['Reads', 'Daily, 20 minutes'],
          ]),
        ].join(''),
        styles: '<w:style w:styleId="h" w:type="paragraph"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        footnotes: `<w:footnote w:id="1">${p('A note.')}</w:footnote>`,
      }),
    },
    { name: 'pdf', bytes: textPdf(words.join(') Tj 0 -20 Td (').replaceAll('–', '-')) },
    {
      name: 'encrypted docx',
      bytes: readFileSync(path.resolve('tests/support/files/encrypted-standard.docx')),
      password: 'Amber Lantern 7',
    },
  ];
}

export interface Mutant {
  /** How it was made: enough to make it again. */
  name: string;
  bytes: Uint8Array;
  password?: string;
}

/** Mutants of each seed: cut off, with bytes changed, and, inside a zip, with its parts changed. */
export function* mutants(perKind: number, seed: number): Generator<Mutant> {
  for (const { name, bytes, password } of seeds()) {
    const make = function* (kind: string, made: Iterable<Uint8Array>): Generator<Mutant> {
      let number = 0;
      for (const mutant of made) {
        number += 1;
        yield { name: `${name} ${kind} ${number}`, bytes: mutant, ...(password === undefined ? {} : { password }) };
      }
    };
    // The key of an encrypted file costs a quarter of a second.
    const count = password === undefined ? perKind : Math.ceil(perKind / 6);
    yield* make('cut off', truncated(bytes, Math.max(1, Math.ceil(bytes.length / count))));
    yield* make('changed', flipped(bytes, count, seed));
    if (name === 'docx') yield* make('changed within', flippedParts(unzipSync(bytes), count, seed));
  }
}

/** Reads many files, a few at a time, so that not all of them are in memory at once. */
export async function readAll(
  pool: ParsePool,
  files: Iterable<Mutant>,
  heard: (file: Mutant, outcome: Outcome) => void,
): Promise<void> {
  const waiting = files[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      heard(next.value, await outcomeOf(pool, next.value.bytes, next.value.password));
    }
  };
  await Promise.all([work(), work(), work()]);
}
