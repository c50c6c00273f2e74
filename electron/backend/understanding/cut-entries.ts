import { saysWho } from './advice-parts.ts';
import { findDates } from './read-dates.ts';

/** Where the entries of a paragraph that lists several papers begin and end: each begins or ends with its date. */
export function cutEntries(text: string): [start: number, end: number][] {
  const dates = findDates(text);
  const [first] = dates;
  if (first === undefined || dates.length < 2) return [];
  const list = text.lastIndexOf(':', first.start) + 1;
  // "The advice we used was from:" introduces the entries; "Social care:" is the first one's.
  const lead = text.slice(0, list).split(/\s+/).length > 3 || INTRODUCES.test(text.slice(0, list)) ? list : 0;
  const beginWithDate = first.start - lead <= 4 || startOfItem(text, first.start) === 0;
  const cuts: [number, number][] = [];
  let from = beginWithDate ? startOfItem(text, first.start) : lead;
  for (const [index, date] of dates.entries()) {
    const next = dates[index + 1];
    const closing = /^[)\].;,\s]*(?:and\s+)?/.exec(text.slice(date.end))?.[0].length ?? 0;
    const to = next === undefined ? text.length : beginWithDate ? startOfItem(text, next.start) : date.end + closing;
    // A second date of the same entry: "report of 3 May, received on 9 May".
    const last = cuts.at(-1);
    if (last !== undefined && !saysWho(text.slice(from, to)) && !/;\s*$/.test(text.slice(0, from))) last[1] = to;
    else cuts.push([from, to]);
    from = to;
  }
  return cuts;
}

/** "The Council considered:", "We read:". */
const INTRODUCES = /\b(?:considered|received|read|used|had|took|obtained|from|follows?|following|are|were|is)\s*:$/i;

/** "Appendix 2: 3 May 2026 – …" begins with what numbers it. */
function startOfItem(text: string, date: number): number {
  const number = /(?:(?:appendix|annex|document|report|item|no\.?)\s*[A-K]?\d{0,3}|\b[A-K]?\d{1,2})[:.)–-]*\s*$/i;
  return date - (number.exec(text.slice(0, date))?.[0].length ?? 0);
}
