import type { Block, DocumentModel, KeyDateId } from '../../../shared/domain/document-model.ts';
import type { Fact } from './facts-view.ts';
import { isDateValue, isOfStatement, isOfThisVersion, keyDateOfClause, keyDateOfLabel } from './key-date-words.ts';
import type { PlanView } from './plan-view.ts';
import { findDates } from './read-dates.ts';
import type { FoundDate } from './read-dates.ts';

type KeyDates = DocumentModel['keyDates'];

/** The dates that the plan prints of its own making, each with its words and place. */
export function findKeyDates(
  view: PlanView,
  facts: readonly Fact[],
  coverBlocks: ReadonlySet<string>,
  furniture: readonly Block[] = [],
): KeyDates {
  const found: KeyDates = {};
  const add = (id: KeyDateId, date: FoundDate, block: string, from: number): void => {
    const start = from + date.start;
    // "Plan: Amended final" above "DOB: 8 Feb 2012": a date says one thing, and the nearer words were heard first.
    const isTold = Object.values(found).some(({ span }) => span?.block === block && span.start === start);
    if (isTold) return;
    found[id] ??= {
      iso: date.iso,
      printed: date.printed,
      span: { block, start, end: start + date.printed.length },
    };
  };
  // The front page speaks first; the rest of the plan only where it is silent.
  const isCover = ({ id }: Block): boolean => coverBlocks.has(id);
  const own = facts.filter(({ block }) => isCover(block));
  for (const fact of own) if (!isOfStatement(fact.label)) addFact(fact, true);
  for (const fact of own) if (isOfStatement(fact.label)) addFact(fact, true);
  for (const fact of own) if (isOfThisVersion(fact.label)) addVersion(fact);
  const [front, rest] = [view.blocks.filter(isCover), view.blocks.filter((block) => !isCover(block))];
  for (const block of front) if (isTerse(block)) addRunningLine(block);
  for (const block of front) addSentences(block, true);
  addLetterDate(front);
  const records = tablesOfDates(facts);
  for (const fact of facts) if (!isCover(fact.block)) addFact(fact, records.has(fact.block.cell?.table ?? ''));
  for (const block of rest) addSentences(block, false);
  for (const block of furniture) addRunningLine(block);
  return found;

  function addFact(fact: Fact, isOfPlan: boolean): void {
    const id = keyDateOfLabel(fact.label);
    if (id === null || found[id] !== undefined) return;
    // The review of one provision or outcome is not the plan's.
    if (id === 'reviewBy' && !isOfPlan && !/\b(?:annual|plan|next|ehc)\b/i.test(fact.label)) return;
    const [date, second] = findDates(fact.value);
    // A value is a date, not a sentence that mentions some.
    if (date === undefined || second !== undefined || !isDateValue(fact.value.slice(0, date.start))) return;
    add(id, date, fact.span.block, fact.span.start);
  }

  function addSentences(block: Block, isFront: boolean): void {
    // Elsewhere a sentence must speak of this plan in so many words.
    if (!isFront && !OF_THIS_PLAN.test(block.text)) return;
    let from = 0;
    let last: KeyDateId | null = null;
    for (const date of findDates(block.text)) {
      const clause = lastSentence(block.text.slice(from, date.start));
      const after = /^[^.;]{0,80}/.exec(block.text.slice(date.end))?.[0] ?? '';
      // "On 3 May we held the review": what happened comes after a date that opens the sentence.
      const id = keyDateOfClause(clause) ?? (/^(?:on )?$/i.test(clause.trim()) ? keyDateOfClause(after) : null);
      // "Asked for an assessment on 2 June and agreed to it on 11 July."
      const isAnswer: boolean = last === 'requestReceived' && SAYS_YES.test(clause);
      last = isAnswer ? 'assessmentAgreed' : id;
      if (last !== null) add(last, date, block.id, 0);
      from = date.end;
    }
  }

  function addVersion({ value, span }: Fact): void {
    const [date, second] = findDates(value);
    if (date === undefined || second !== undefined || !isDateValue(value.slice(0, date.start))) return;
    const hasFinal = own.some(({ label }) => !isOfThisVersion(label) && keyDateOfLabel(label) === 'finalIssued');
    add(
      hasFinal || saysDraft(view.blocks.filter(isCover)) ? 'draftIssued' : 'finalIssued',
      date,
      span.block,
      span.start,
    );
  }

  /** "First made 21/3/12 | Draft 19/12/25": a header or footer that gives the plan's dates, each after its own words. */
  function addRunningLine({ id: block, text }: Block): void {
    let from = 0;
    for (const date of findDates(text)) {
      const words = text
        .slice(from, date.start)
        .replace(/^.*(?:[|•·;\n]|\s[–—-]\s)/s, '')
        .replace(/[\s:]+$/, '')
        .trim();
      from = date.end;
      const id = words.split(/\s+/).length > 6 || OF_THE_FORM.test(words) ? null : keyDateOfLabel(words);
      if (id !== null) add(id, date, block, 0);
    }
  }

  /** A plan in the form of a letter: the date at its head is the draft's or the final's own. */
  function addLetterDate(front: readonly Block[]): void {
    const id = saysDraft(front) ? 'draftIssued' : 'finalIssued';
    if (found[id] !== undefined) return;
    for (const { id: block, text, cell } of front) {
      const [date] = findDates(text);
      const isAlone = date !== undefined && text.length - (date.end - date.start) <= 8;
      if (!isAlone || cell !== undefined || !/^\W*(?:date|dated)?\W*$/i.test(text.slice(0, date.start))) continue;
      if (Object.values(found).some((each) => each.span?.block === block)) continue;
      add(id, date, block, 0);
      return;
    }
  }
}

function saysDraft(front: readonly Block[]): boolean {
  return front.some(({ text }) => text.length < 160 && /\b(?:draft|proposed)\b/i.test(text));
}

const TERSE_MAX_CHARACTERS = 40;

/** "draft 9.6.2026" in a cell of its own, or "Draft 9 June · Final 4 August": a few words, and their date. */
function isTerse({ text }: Block): boolean {
  const dates = findDates(text);
  const [date, second] = dates;
  if (date === undefined) return false;
  if (second === undefined && date.end >= text.length - 1) return text.length <= TERSE_MAX_CHARACTERS;
  return dates.length > 1 && /[|•·]/.test(text) && !/[.;]\s+\p{Lu}/u.test(text);
}

const DATES_OF_A_RECORD = 3;

/** Tables that record how the plan came about, wherever they stand: "Request received", "Draft issued", "Final issued". */
function tablesOfDates(facts: readonly Fact[]): ReadonlySet<string> {
  const told = Map.groupBy(facts, ({ block }) => block.cell?.table ?? '');
  const isRecord = ([table, own]: [string, Fact[]]): boolean =>
    table !== '' &&
    new Set(own.map(({ label }) => keyDateOfLabel(label)).filter((id) => id !== null)).size >= DATES_OF_A_RECORD;
  return new Set([...told].filter(isRecord).map(([table]) => table));
}

/** "This draft plan", "Sam’s plan was", "The amended final plan was": the plan speaks of itself, and not of another one. */
const OWN_WORDS = '(?:(?:amended|final|draft|proposed|present|current|EHC|first|new|own) )';
const OF_THIS_PLAN = new RegExp(
  `\\bthis (?:\\w+ ){0,2}plan\\b|^\\p{L}[\\p{L}’'-]+[’']s? ${OWN_WORDS}{0,3}plan (?:was|is|has|will|must)\\b|(?<=^|[.] )The ${OWN_WORDS}{1,3}plan (?:was|is|will|must)\\b`,
  'iu',
);

/** Of a request that has just been dated: it was agreed to. */
const SAYS_YES =
  /^\W*(?:and |which |it |was |were |we |the (?:council|panel|authority) |then )*(?:agreed|decided|said yes)\b/i;

/** When the empty form was made, or this copy printed. */
const OF_THE_FORM = /\b(?:template|form|version|printed|v\d|saved|downloaded)\b/i;

function lastSentence(text: string): string {
  const end = [...text.matchAll(/[.!?;]\s+(?=\p{Lu})/gu)].at(-1);
  return end === undefined ? text : text.slice(end.index + end[0].length);
}
