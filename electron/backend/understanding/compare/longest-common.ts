/** Above this many comparisons a stretch is matched greedily: a minute's work for no plan that anyone has seen. */
const MAX_COMPARISONS = 10_000_000;

/**
 * Index pairs of a longest common subsequence of two lists, in order. What is unique in both anchors the search, so that
 * long lists with few changes take little more than linear time.
 */
export function longestCommonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  collect(a, 0, a.length, b, 0, b.length, pairs);
  return pairs;
}

function collect(
  a: readonly string[],
  aFrom: number,
  aTo: number,
  b: readonly string[],
  bFrom: number,
  bTo: number,
  pairs: [number, number][],
): void {
  let [aStart, bStart, aEnd, bEnd] = [aFrom, bFrom, aTo, bTo];
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) pairs.push([aStart++, bStart++]);
  const tail: [number, number][] = [];
  while (aEnd > aStart && bEnd > bStart && a[aEnd - 1] === b[bEnd - 1]) tail.push([--aEnd, --bEnd]);
  const size = (aEnd - aStart) * (bEnd - bStart);
  if (size > MAX_COMPARISONS) collectByAnchors(a, aStart, aEnd, b, bStart, bEnd, pairs);
  else if (size > 0) collectExactly(a, aStart, aEnd, b, bStart, bEnd, pairs);
  for (const pair of tail.reverse()) pairs.push(pair);
}

/** The textbook table, filled from the end so that it is walked from the start. */
function collectExactly(
  a: readonly string[],
  aFrom: number,
  aTo: number,
  b: readonly string[],
  bFrom: number,
  bTo: number,
  pairs: [number, number][],
): void {
  const [rows, columns] = [aTo - aFrom, bTo - bFrom];
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        a[aFrom + i] === b[bFrom + j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const at = i * width + j;
    if (a[aFrom + i] === b[bFrom + j]) pairs.push([aFrom + i++, bFrom + j++]);
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) i += 1;
    else j += 1;
  }
}

/** Patience diff: the longest run of what is unique in both, then what lies between. */
function collectByAnchors(
  a: readonly string[],
  aFrom: number,
  aTo: number,
  b: readonly string[],
  bFrom: number,
  bTo: number,
  pairs: [number, number][],
): void {
  const anchors = longestRising(uniquePairs(a, aFrom, aTo, b, bFrom, bTo));
  if (anchors.length === 0) {
    collectGreedily(a, aFrom, aTo, b, bFrom, bTo, pairs);
    return;
  }
  let [i, j] = [aFrom, bFrom];
  for (const [atA, atB] of anchors) {
    collect(a, i, atA, b, j, atB, pairs);
    pairs.push([atA, atB]);
    [i, j] = [atA + 1, atB + 1];
  }
  collect(a, i, aTo, b, j, bTo, pairs);
}

function uniquePairs(
  a: readonly string[],
  aFrom: number,
  aTo: number,
  b: readonly string[],
  bFrom: number,
  bTo: number,
): [number, number][] {
  const places = (list: readonly string[], from: number, to: number): Map<string, number> => {
    const seen = new Map<string, number>();
    for (let at = from; at < to; at += 1) {
      const item = list[at] ?? '';
      seen.set(item, seen.has(item) ? -1 : at);
    }
    return seen;
  };
  const inB = places(b, bFrom, bTo);
  return [...places(a, aFrom, aTo)]
    .map(([item, at]): [number, number] => [at, inB.get(item) ?? -1])
    .filter(([atA, atB]) => atA >= 0 && atB >= 0);
}

/** The longest run of pairs, sorted by their first, whose second rises too. */
export function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const previous = new Map<number, number>();
  for (const [index, pair] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    const before = ends[low - 1];
    if (before !== undefined) previous.set(index, before);
    ends[low] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

function collectGreedily(
  a: readonly string[],
  aFrom: number,
  aTo: number,
  b: readonly string[],
  bFrom: number,
  bTo: number,
  pairs: [number, number][],
): void {
  const places = new Map<string, number[]>();
  for (let at = bTo - 1; at >= bFrom; at -= 1) {
    const item = b[at] ?? '';
    const known = places.get(item);
    if (known) known.push(at);
    else places.set(item, [at]);
  }
  let next = bFrom;
  for (let at = aFrom; at < aTo; at += 1) {
    const waiting = places.get(a[at] ?? '') ?? [];
    while ((waiting.at(-1) ?? next) < next) waiting.pop();
    const found = waiting.pop();
    if (found === undefined) continue;
    pairs.push([at, found]);
    next = found + 1;
  }
}
