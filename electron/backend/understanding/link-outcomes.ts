import type { Block, Outcome } from '../../../shared/domain/document-model.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';

/** Finds the outcome that a provision serves, where the plan says so. */
export interface OutcomeLinks {
  /** The outcome that a cell names, by its number or by its words. */
  named(text: string): string | null;
  /** Where outcomes and provision take turns in tables, the nearest outcome before the block. */
  before(block: Block): string | null;
  /** Where outcomes and provision take turns, in tables or not: the same. */
  inTurn(block: Block): string | null;
}

const TURNS_MIN = 2;

export function linkOutcomes(view: PlanView, outcomes: readonly Outcome[], blocks: readonly Block[]): OutcomeLinks {
  const places = outcomes
    .map((outcome) => ({ id: outcome.id, at: view.index.get(outcome.spans[0]?.block ?? '') ?? -1 }))
    .filter((place) => place.at >= 0)
    .sort((a, b) => a.at - b.at);
  // How many blocks before each one stand outside tables: equal counts mean only cells between two blocks.
  const outside = [0];
  for (const block of view.blocks) outside.push((outside.at(-1) ?? 0) + (block.cell === undefined ? 1 : 0));
  const onlyCells = (from: number, to: number): boolean => outside[from] === outside[to];
  const before = (block: Block): number => {
    const at = view.index.get(block.id) ?? -1;
    return places.findLastIndex((place) => place.at < at);
  };
  // After several outcomes, and not after the last alone, there is provision before the next.
  const turns = new Set(blocks.map(before).filter((index) => index >= 0));
  const isOneTurn = (index: number): boolean => turns.size >= TURNS_MIN && (index === 0 || turns.has(index - 1));

  const last = places.at(-1)?.at ?? 0;
  const known = new Set(view.blocks.slice(0, last).map(({ text }) => text));
  // After the last outcome, a title that no turn before it had ("General arrangements") begins something else.
  const title = view.blocks.findIndex((each, at) => at > last && isTitle(each) && !known.has(each.text));
  const isOtherMatter = (block: Block): boolean => title >= 0 && (view.index.get(block.id) ?? 0) > title;
  const ofAll = view.blocks.flatMap((each, at) => (isOfAll(each) ? [at] : []));
  const isForAll = (from: number, block: Block): boolean => {
    const to = view.index.get(block.id) ?? -1;
    return ofAll.some((at) => at > from && at < to);
  };

  return {
    inTurn(block) {
      // Behind two outcomes at once, nothing says which of them is served.
      const index = before(block);
      const place = places[index];
      const isSure = isOneTurn(index) && (index < places.length - 1 || !isOtherMatter(block));
      return isSure && place !== undefined && !isForAll(place.at, block) ? place.id : null;
    },
    named: (text) => matchOutcome(text, outcomes),
    before(block) {
      const at = view.index.get(block.id);
      if (at === undefined || block.cell === undefined) return null;
      const index = places.findLastIndex((place) => place.at <= at);
      const place = places[index];
      if (place === undefined || !onlyCells(place.at, at) || isForAll(place.at, block)) return null;
      const [own, previous] = [view.blocks[place.at], view.blocks[places[index - 1]?.at ?? -1]];
      // Another part of the plan, laid out in tables as well: "Health", behind the cards of need, outcome and provision.
      if (turns.size < TURNS_MIN && outerTable(block) !== outerTable(own)) return null;
      // Two outcomes in a table of their own, or row by row, and what is provided in the next.
      const isApartFromList = tableOf(own) !== tableOf(block) || (isRightBelow(own, previous) && !isBeside(block, own));
      const isList = previous !== undefined && tableOf(previous) === tableOf(own) && isApartFromList;
      if (isList && !turns.has(index - 1)) return null;
      const takesTurns = index < places.length - 1 || isApart(places[index - 1]?.at, place.at, view);
      return takesTurns ? place.id : null;
    },
  };
}

const OF_ALL_MAX_CHARACTERS = 90;

/** "Help for all the outcomes": what stands under such a line serves no one of them. */
function isOfAll({ text }: Block): boolean {
  const isLine = text.length <= OF_ALL_MAX_CHARACTERS && !/[.;]$/.test(text);
  return isLine && /\b(?:all|every|each)(?: of)?(?: the| these| my| his| her| their)? outcomes?\b/i.test(text);
}

function tableOf(block: Block | undefined): string | undefined {
  return block?.cell?.table;
}

function isRightBelow(block: Block | undefined, above: Block | undefined): boolean {
  return (block?.cell?.row ?? -1) === (above?.cell?.row ?? 0) + (above?.cell?.rowSpan ?? 1);
}

/** In one of the rows that the other's cell takes. */
function isBeside(block: Block, other: Block | undefined): boolean {
  const from = other?.cell?.row ?? 0;
  return (block.cell?.row ?? 0) < from + (other?.cell?.rowSpan ?? 1);
}

/** The table that holds the block's own, or its own. */
function outerTable(block: Block | undefined): string | undefined {
  return block?.cell?.within?.table ?? tableOf(block);
}

function isTitle(block: Block): boolean {
  return isStrong(block) && (block.cell === undefined || block.cell.columnSpan > 1);
}

/** The last outcome's provision has no outcome after it: then the one before it must stand in another row. */
function isApart(before: number | undefined, at: number, view: PlanView): boolean {
  if (before === undefined) return false;
  const rows = new Set(view.blocks.slice(before, at).map((block) => `${block.cell?.table}/${block.cell?.row}`));
  return rows.size > 1;
}

function matchOutcome(text: string, outcomes: readonly Outcome[]): string | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  const number = /\d+/.exec(plain)?.[0];
  const byWords = outcomes.find(
    (outcome) =>
      plain.length > 20 &&
      (outcome.text.toLowerCase().startsWith(plain.slice(0, 60)) ||
        plain.includes(outcome.text.toLowerCase().slice(0, 60))),
  );
  if (byWords) return byWords.id;
  if (number === undefined || plain.length > 40) return null;
  const byLabel = outcomes.find((outcome) => outcome.label !== null && /\d+/.exec(outcome.label)?.[0] === number);
  return (byLabel ?? outcomes[Number(number) - 1])?.id ?? null;
}
