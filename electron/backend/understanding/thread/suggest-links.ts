import type { ThreadPart } from '../../../../shared/domain/golden-thread.ts';
import { mayBeMetIn } from '../hints/thread-rules.ts';
import { topicWords } from '../hints/thread-words.ts';
import type { FoundPassage } from './find-passages.ts';

/** A link that may be meant, with everything that speaks for it. Never counted as drawn. */
export interface SuggestedLink {
  fromId: string;
  toId: string;
  /** In words, the strongest first: "both speak of: reading, phonics". */
  reasons: readonly string[];
}

/**
 * Suggests links by what the plan itself says and by shared words:
 *
 * 1. The plan puts a provision under an outcome, by its table or by naming it.
 * 2. Two passages stand in one row of a table.
 * 3. Two passages share words. A shared stem weighs ln(1 + passages / passages that have it), as a share of what one
 *    weighs that only these two have: 1 for such a one, next to nothing for a word that stands everywhere. A broad idea
 *    that different words share ("books", "phonics") weighs `IDEA_SHARE` of that. Suggested are pairs that share at
 *    least `ENOUGH_WEIGHT`, of each passage its `MOST_BY_WORDS` heaviest.
 *
 * `names` are words in small letters that tell nothing, such as the child's own name.
 */
export function suggestLinks(passages: readonly FoundPassage[], names: ReadonlySet<string>): SuggestedLink[] {
  const taken = passages.filter(({ isTaken }) => isTaken);
  const topics = taken.map((passage) => ({ passage, words: topicWords(passage.text, names) }));
  const having = new Map<string, number>();
  for (const { words } of topics) for (const topic of words.keys()) having.set(topic, (having.get(topic) ?? 0) + 1);
  const weigh: Weigh = (topic) =>
    (Math.log(1 + taken.length / (having.get(topic) ?? 1)) / Math.log(1 + taken.length / 2)) *
    (topic.startsWith('#') ? IDEA_SHARE : 1);
  const suggested: SuggestedLink[] = [];
  for (const [from, to] of STEPS) {
    const pairs = topics
      .filter(({ passage }) => passage.part === from)
      .flatMap((one) =>
        topics.filter(({ passage }) => passage.part === to).map((other) => pairOf(one, other, from, to, weigh)),
      );
    const said = pairs.filter(({ plain }) => plain.length > 0);
    const byWords = pairs.filter(({ weight }) => weight >= ENOUGH_WEIGHT);
    const heaviest = [...heaviestFor(byWords, ({ fromId }) => fromId), ...heaviestFor(byWords, ({ toId }) => toId)];
    const chosen = new Set([...said, ...heaviest]);
    for (const pair of pairs) {
      if (!chosen.has(pair)) continue;
      const { fromId, toId, plain, shared } = pair;
      const reasons = shared === '' ? plain : [...plain, `both speak of: ${shared}`];
      suggested.push({ fromId, toId, reasons });
    }
  }
  return suggested;
}

/** By words, needs are held against provision alone: through outcomes they would be guessed twice. */
const STEPS: readonly (readonly [ThreadPart, ThreadPart])[] = [
  ['aspiration', 'outcome'],
  ['need', 'outcome'],
  ['need', 'provision'],
  ['outcome', 'provision'],
];
const IDEA_SHARE = 0.8;
/** About one word that only a few passages have, or the idea behind it. */
const ENOUGH_WEIGHT = 0.5;
const MOST_BY_WORDS = 2;
const MOST_WORDS_NAMED = 4;

type Weigh = (topic: string) => number;

interface Topics {
  passage: FoundPassage;
  words: ReadonlyMap<string, readonly string[]>;
}

interface Pair {
  fromId: string;
  toId: string;
  /** What the plan itself says. */
  plain: readonly string[];
  weight: number;
  /** The shared words, the heaviest first. */
  shared: string;
}

function pairOf(one: Topics, other: Topics, from: ThreadPart, to: ThreadPart, weigh: Weigh): Pair {
  const plain: string[] = [];
  if (other.passage.underId === one.passage.id) plain.push('the plan puts it under this outcome');
  if (standInOneRow(one.passage, other.passage)) plain.push('same row of the table');
  const common = [...one.words.keys()]
    .filter((topic) => other.words.has(topic))
    .map((topic) => ({ topic, weight: weigh(topic) }))
    .toSorted((a, b) => b.weight - a.weight);
  const counts = from !== 'need' || (to === 'provision' && mayBeMetIn(one.passage.section, other.passage.section));
  return {
    fromId: one.passage.id,
    toId: other.passage.id,
    plain,
    weight: counts ? common.reduce((sum, { weight }) => sum + weight, 0) : 0,
    shared: wordsOf(
      common.map(({ topic }) => topic),
      one,
      other,
    ),
  };
}

/** A shared stem by the word that both have, else by both words; an idea by what stands for it in either. */
function wordsOf(topics: readonly string[], one: Topics, other: Topics): string {
  const named: string[] = [];
  const covered = new Set<string>();
  for (const topic of topics) {
    const here = one.words.get(topic) ?? [];
    const there = other.words.get(topic) ?? [];
    const both = here.flatMap((word) => sameWord(word, there) ?? []);
    const words = both.length > 0 ? both.slice(0, 1) : [here[0] ?? '', there[0] ?? ''];
    if (words.some((word) => covered.has(word.toLowerCase()))) continue;
    for (const word of words) covered.add(word.toLowerCase());
    named.push(words.join(' and '));
    if (named.length === MOST_WORDS_NAMED) break;
  }
  return named.join(', ');
}

/**
 * A word that the other passage has too: in small letters where either prints it so. A name keeps its capital, so that
 * it is known for one where names are masked.
 */
function sameWord(word: string, there: readonly string[]): string | null {
  const same = there.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  if (same === undefined) return null;
  return [word, same].find((printed) => printed === printed.toLowerCase()) ?? word;
}

function standInOneRow(one: FoundPassage, other: FoundPassage): boolean {
  return one.cells.some((a) =>
    other.cells.some(
      (b) =>
        a.table === b.table && a.row < b.row + b.rowSpan && b.row < a.row + a.rowSpan && !a.isHeader && !b.isHeader,
    ),
  );
}

function heaviestFor(pairs: readonly Pair[], keyOf: (pair: Pair) => string): Pair[] {
  return [...Map.groupBy(pairs, keyOf).values()].flatMap((own) =>
    own.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_BY_WORDS),
  );
}
