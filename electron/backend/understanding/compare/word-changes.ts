import { longestCommonPairs } from './longest-common.ts';
import { keyOf, placeWords } from './plan-words.ts';
import type { WordChange } from '../../../../shared/domain/plan-comparison.ts';

interface Run {
  kind: WordChange['kind'];
  before: [from: number, to: number];
  after: [from: number, to: number];
}

/** Words so common that one of them alone between two changes is no resting place for the eye. */
const SMALL = new Set('a an and as at be by for from in is it of on or the to will with'.split(' '));

/** With less of its words kept than this, a passage is easier to read as one text taken out and another put in. */
const READABLE_SHARE = 0.35;

/**
 * What changed from one text to another, for display. Letters and punctuation between words go with the word before; a
 * word that was only parted otherwise ("co-ordination") has not changed.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const [a, b] = [slices(before), slices(after)];
  const runs = joinSmall(
    readRuns(
      a.map(({ word }) => word),
      b.map(({ word }) => word),
    ),
    b,
  );
  const changes: WordChange[] = [];
  const kept = runs.filter(({ kind }) => kind === 'same').reduce((sum, { after: [from, to] }) => sum + to - from, 0);
  if (kept > 0 && kept < READABLE_SHARE * Math.min(a.length, b.length)) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  const add = (kind: WordChange['kind'], text: string): void => {
    const last = changes.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  const textOf = (list: readonly Slice[], [from, to]: [number, number]): string =>
    list
      .slice(from, to)
      .map(({ text }) => text)
      .join('');
  for (const run of runs) {
    if (run.kind === 'same') add('same', textOf(b, run.after));
    else {
      add('removed', textOf(a, run.before));
      add('added', textOf(b, run.after));
    }
  }
  return changes;
}

interface Slice {
  word: string;
  text: string;
}

function slices(text: string): Slice[] {
  const words = placeWords(text);
  if (words.length === 0) return text === '' ? [] : [{ word: '', text }];
  return words.map(({ word }, index) => ({
    word,
    text: text.slice(index === 0 ? 0 : words[index]?.start, words[index + 1]?.start ?? text.length),
  }));
}

function readRuns(a: readonly string[], b: readonly string[]): Run[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  const change = (toA: number, toB: number): void => {
    if (toA === i && toB === j) return;
    const isSame = keyOf(a.slice(i, toA)) === keyOf(b.slice(j, toB));
    runs.push({ kind: isSame ? 'same' : 'added', before: [i, toA], after: [j, toB] });
    [i, j] = [toA, toB];
  };
  for (const [atA, atB] of longestCommonPairs(a, b)) {
    change(atA, atB);
    runs.push({ kind: 'same', before: [i, i + 1], after: [j, j + 1] });
    [i, j] = [i + 1, j + 1];
  }
  change(a.length, b.length);
  return merge(runs);
}

function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.kind !== run.kind) merged.push({ ...run });
    else {
      last.before = [last.before[0], run.before[1]];
      last.after = [last.after[0], run.after[1]];
    }
  }
  return merged;
}

function joinSmall(runs: readonly Run[], after: readonly Slice[]): Run[] {
  return merge(
    runs.map((run, index) => {
      const isBetween = index > 0 && index < runs.length - 1;
      const isSmall = after.slice(...run.after).every(({ word }) => SMALL.has(word));
      return run.kind === 'same' && isBetween && isSmall && run.after[1] - run.after[0] <= 2
        ? { ...run, kind: 'added' as const }
        : run;
    }),
  );
}
