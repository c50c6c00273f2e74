import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sniffFormat } from '../../electron/backend/documents/sniff-format.ts';
import { columns } from './measure.ts';
import { openOtherReaders } from './other-readers.ts';

/** What our reader made of one file: `read` and its text, or the code of its refusal. */
export interface ReadText {
  name: string;
  code: string;
  text: string;
}

/** Fewer words than this from another reader are no sign that a file is readable. */
const WORDS_OF_A_TEXT = 5;
const WORST = 60;
const LOW = 0.95;

interface Compared {
  name: string;
  reader: string;
  /** Share of the other's words that are among ours, and of the other's letters. */
  words: number;
  letters: number;
  theirs: number;
}

/**
 * Holds each text against what other readers find in the same file, word by word. Prints how many files lie how high
 * for each reader, the worst of them, what others read and we refused, and what we read and found empty.
 */
export async function comparison(folder: string, texts: readonly ReadText[]): Promise<string> {
  const readers = openOtherReaders();
  const compared: Compared[] = [];
  const refused: string[] = [];
  const empty: string[] = [];
  for (const { name, code, text } of texts) {
    const file = path.join(folder, name);
    for (const reader of readers.for(kindOf(file))) {
      const theirs = wordsOf((await reader.read(file)) ?? '');
      if (theirs.length < WORDS_OF_A_TEXT) continue;
      const line = `${reader.name} finds ${theirs.length} words  ${name}`;
      if (code !== 'read') refused.push(`${code}  ${line}`);
      else if (wordsOf(text).length === 0) empty.push(line);
      else {
        const words = recall(wordsOf(text), theirs);
        const letters = recall(wordsOf(text).join('').split(''), theirs.join('').split(''));
        compared.push({ name, reader: reader.name, words, letters, theirs: theirs.length });
      }
    }
  }
  await readers.close();
  return [shares(compared), worst(compared), section('Refused, though', refused), section('Empty, though', empty)].join(
    '\n\n',
  );
}

/** Words as anyone would count them: letters and digits, whatever their case and their form in Unicode. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The share of `theirs` that is among `ours`, each as often as it occurs; 1 where there is nothing to find. */
export function recall(ours: readonly string[], theirs: readonly string[]): number {
  const left = new Map<string, number>();
  for (const each of ours) left.set(each, (left.get(each) ?? 0) + 1);
  let found = 0;
  for (const each of theirs) {
    const times = left.get(each) ?? 0;
    if (times === 0) continue;
    left.set(each, times - 1);
    found += 1;
  }
  return theirs.length === 0 ? 1 : found / theirs.length;
}

function kindOf(file: string): 'pdf' | 'docx' | null {
  try {
    const format = sniffFormat(readFileSync(file));
    return format === 'encrypted office' ? null : format;
  } catch {
    return null;
  }
}

function shares(compared: readonly Compared[]): string {
  const readers = [...new Set(compared.map(({ reader }) => reader))];
  const rows = readers.map((name) => {
    const mine = compared.filter(({ reader }) => reader === name);
    const atLeast = (share: number): string => String(mine.filter(({ words }) => words >= share).length);
    const all = mine.reduce((sum, { theirs }) => sum + theirs, 0);
    const found = mine.reduce((sum, { theirs, words }) => sum + theirs * words, 0);
    return [name, String(mine.length), (found / all).toFixed(4), atLeast(0.99), atLeast(LOW), atLeast(0.8)];
  });
  return columns(['words of', 'files', 'found in all', 'files ≥ 0.99', '≥ 0.95', '≥ 0.80'], rows);
}

function worst(compared: readonly Compared[]): string {
  const low = compared.filter(({ words }) => words < LOW).sort((one, other) => missing(other) - missing(one));
  const rows = low
    .slice(0, WORST)
    .map(({ name, reader, words, letters, theirs }) => [
      words.toFixed(2),
      letters.toFixed(2),
      String(theirs),
      reader,
      name,
    ]);
  return columns(['words', 'letters', 'of', 'reader', 'file'], rows);
}

function missing({ words, theirs }: Compared): number {
  return (1 - words) * Math.log(1 + theirs);
}

function section(title: string, lines: readonly string[]): string {
  return [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)].join('\n');
}
