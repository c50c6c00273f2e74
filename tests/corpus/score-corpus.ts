import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createParsePool } from '../../electron/backend/documents/parse-pool.ts';
import { madeDocuments } from './made/made-corpus.ts';
import { withOfficePdfs } from './made/office-documents.ts';
import { CORPUS_DIR, readCorpus, readDocuments } from './read-corpus.ts';
import type { CorpusResult } from './read-corpus.ts';
import { comparePairs } from './compare-corpus.ts';
import type { ComparedPair } from './compare-corpus.ts';
import { sumDifferences } from './score-differences.ts';
import { printStatementFigures } from './score-statements.ts';
import { f1, precision, recall, sumUp } from './scorer.ts';
import type { DocumentScore, IndexEntry, Tally } from './scorer.ts';

/**
 * `npm run score [-- --verbose] [-- DIR]`: reads the corpus (or another one laid out like it) and prints every figure; what was
 * read is left in a temporary folder, one JSON file for each document. `-- --made` reads the made plans instead, in all their
 * templates; with `--office` their PDFs are those that LibreOffice prints.
 */

const args = process.argv.slice(2);
const isVerbose = args.includes('--verbose');
const dir = args.find((arg) => !arg.startsWith('--')) ?? CORPUS_DIR;

const isMade = args.includes('--made');
const pool = createParsePool();
const results = isMade ? await readMade() : await readCorpus(pool, dir);
await pool.close();
const pairs = comparePairs(results);
const out = await mkdtemp(path.join(tmpdir(), 'goldthread-score-'));
for (const { entry, prediction } of results) {
  const file = path.join(out, entry.plan, `${entry.version}.${entry.format}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...prediction, ...differencesOf(entry) }, null, 1));
}

console.log(`${'per cent'.padEnd(14)} docs  SECTIONS            OUTCOMES            PROVISIONS          DATES  ADVICE`);
console.log(`${''.padEnd(14)}       right overlap extra    P     R     F1      P     R     F1    recall recall`);
console.log(line('all', results));
for (const [name, group] of groupBy(results, ({ entry }) => entry.format)) console.log(line(`  ${name}`, group));
if (isMade) {
  const sets = groupBy(results, ({ entry }) => `${entry.template.split(' ')[0] ?? ''} set`);
  for (const [name, group] of sets) console.log(line(name, group));
}
for (const [name, group] of groupBy(results, ({ entry }) => entry.template)) console.log(line(name, group));
if (isVerbose) {
  for (const { entry, score } of results) {
    console.log(
      `${entry.file} ${weakSections(score)} outcomes ${show(score.outcomes)} provisions ${show(score.provisions)}`,
    );
  }
}
if (pairs.length > 0) {
  console.log(`\n${'per cent'.padEnd(14)} pairs DIFFERENCES  P     R     F1`);
  console.log(pairLine('all', pairs));
  const bySame = groupPairs(({ draft, final }) => (draft.format === final.format ? 'same format' : 'cross format'));
  for (const [name, group] of bySame) console.log(pairLine(name, group));
  for (const [name, group] of groupPairs(({ draft, final }) => `  ${draft.format} > ${final.format}`)) {
    console.log(pairLine(name, group));
  }
  for (const [name, group] of groupPairs(({ final }) => final.template)) console.log(pairLine(name, group));
  if (isVerbose) for (const pair of pairs) showPair(pair);
}
if (!isMade) await printStatementFigures(isVerbose);
console.log(`What was read: ${out}`);

async function readMade(): Promise<CorpusResult[]> {
  const documents = madeDocuments();
  return readDocuments(pool, args.includes('--office') ? await withOfficePdfs(documents) : documents);
}

function line(name: string, group: readonly CorpusResult[]): string {
  const sum = sumUp(group.map(({ score }) => score));
  const overlap = sum.sections.wanted === 0 ? 1 : sum.sectionOverlap / sum.sections.wanted;
  const three = (tally: Tally): string => [precision(tally), recall(tally), f1(tally)].map(percent).join(' ');
  return [
    name.padEnd(14),
    String(group.length).padStart(4),
    ` ${percent(recall(sum.sections))} ${percent(overlap)} ${String(sum.spurious).padStart(5)}`,
    ` ${three(sum.outcomes)}`,
    ` ${three(sum.provisions)}`,
    ` ${percent(recall(sum.keyDates))} ${percent(recall(sum.advice))}`,
  ].join(' ');
}

/** A final's differences from the draft in its own format: the form that other scorers of this corpus read. */
function differencesOf(entry: IndexEntry): Pick<ComparedPair, 'differences'> | object {
  const pair = pairs.find(({ draft, final }) => final === entry && draft.format === entry.format);
  return pair === undefined ? {} : { differences: pair.differences };
}

function pairLine(name: string, group: readonly ComparedPair[]): string {
  const sum = sumDifferences(group.map(({ score }) => score));
  const figures = [sum.precision, sum.recall, sum.f1].map(percent).join(' ');
  return `${name.padEnd(14)} ${String(group.length).padStart(5)}           ${figures}`;
}

function showPair({ draft, final, score }: ComparedPair): void {
  const [old, young] = [score.missed, score.wrong].map((list) => list.map((each) => JSON.stringify(each)));
  for (const each of old ?? []) console.log(`${draft.file} > ${final.file} missed ${each}`);
  for (const each of young ?? []) console.log(`${draft.file} > ${final.file} wrong ${each}`);
}

function groupPairs(key: (pair: ComparedPair) => string): [string, ComparedPair[]][] {
  const groups = Map.groupBy(pairs, key);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

function weakSections(score: DocumentScore): string {
  const weak = Object.entries(score.sections).filter(([, value]) => value < 0.98);
  const extra = score.spurious.map((id) => `+${id}`);
  const shown = [...weak.map(([id, value]) => `${id}=${value.toFixed(2)}`), ...extra];
  return shown.length === 0 ? 'all sections' : shown.join(' ');
}

function show({ right, wanted, given }: Tally): string {
  return `${right}/${wanted} (${given})`;
}

function groupBy(list: readonly CorpusResult[], key: (result: CorpusResult) => string): [string, CorpusResult[]][] {
  const groups = new Map<string, CorpusResult[]>();
  for (const result of list) groups.set(key(result), [...(groups.get(key(result)) ?? []), result]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
