import type { Block, Span } from '../../../shared/domain/document-model.ts';
import { shownText } from './plan-view.ts';
import type { CellView, PlanView } from './plan-view.ts';
import { findDates } from './read-dates.ts';

/** A label and what stands against it: cells side by side, "Label: value", or a value under its label. */
export interface Fact {
  label: string;
  value: string;
  /** Where the value stands. */
  span: Span;
  /** The block that holds the value. */
  block: Block;
}

const LABEL_MAX_CHARACTERS = 90;

const GOES_ON = /^(?:on|dated?|when)\s*:?$/i;

/** Every labelled value in the plan, in reading order. */
export function gatherFacts(view: PlanView): Fact[] {
  const facts: Fact[] = [];
  // "Plan status: Final plan" stands above a date that is another row's: what stands beside a label goes first.
  const below: Fact[] = [];
  for (const block of view.blocks) facts.push(...inlineFacts(block));
  for (const table of view.tables.values()) {
    for (const [index, row] of table.rows.entries()) {
      for (let at = 0; at + 1 < row.cells.length; at += 1) {
        const [label, value] = [row.cells[at], row.cells[at + 1]];
        if (label && value)
          facts.push(...(factsByHeight(label, value) ?? cellFacts(labelIn(label, value), value.blocks)));
        // "First made by | Reed Council | on | 3 May 2021": what the label before began.
        const begun = row.cells[at - 2];
        if (begun && label && value && GOES_ON.test(label.text))
          facts.push(...cellFacts(`${begun.text} ${label.text}`, value.blocks));
      }
      // A label above its value.
      const next = table.rows[index + 1];
      for (const cell of row.cells) {
        const under = next?.cells.find((each) => each.column === cell.column);
        if (under) below.push(...cellFacts(cell.text, under.blocks));
      }
    }
  }
  facts.push(...below);
  for (let at = 0; at + 1 < view.blocks.length; at += 1) {
    const [label, value] = [view.blocks[at], view.blocks[at + 1]];
    if (label && value && value.cell?.table === label.cell?.table && value.cell?.column === label.cell?.column) {
      if (label.cell === undefined || label.cell.row === value.cell?.row) facts.push(...cellFacts(label.text, [value]));
    }
  }
  return facts;
}

/**
 * The label in a cell. Lines that a tab parts have no hanging indent: the end of a long value stands beneath its label
 * ("Plan first made: | 18 June 2021 (by Old Harrow Council; moved here on 1 September", "2024)").
 */
function labelIn({ blocks, text }: CellView, value: CellView): string {
  const [label, rest, more] = blocks;
  const isWrapped = label !== undefined && rest !== undefined && more === undefined && value.blocks.length === 1;
  return isWrapped && label.text.endsWith(':') && !rest.text.includes(':') ? label.text : text;
}

function cellFacts(label: string, blocks: readonly Block[]): Fact[] {
  // A line that gives its own value is no label of the next one's; what stands in brackets is an aside.
  const own = label.replace(/\s*\([^()]*\)/g, '');
  if (label.length > LABEL_MAX_CHARACTERS || /:\s*\S/.test(own) || findDates(label).length > 0) return [];
  const [block] = blocks;
  return block === undefined
    ? []
    : [{ label: tidy(label), value: block.text, span: { block: block.id, start: 0, end: block.text.length }, block }];
}

/**
 * Rows whose lines a PDF does not part: a cell of labels beside a cell of values. Each value's label is what stands at its
 * height; null where either cell holds one line only, or nothing says how high it stands.
 */
function factsByHeight(labels: CellView, values: CellView): Fact[] | null {
  if (values.blocks.length < 2 || labels.blocks.flatMap(({ runs }) => runs).length < 2) return null;
  const facts = values.blocks.map((block): Fact | null => {
    const { box, page } = block;
    if (box === undefined) return null;
    const middle = (box[1] + box[3]) / 2;
    const words = labels.blocks.flatMap(({ text, runs }) =>
      runs
        .filter((run) => run.page === page && run.box !== undefined && run.box[1] <= middle && run.box[3] >= middle)
        .map((run) => text.slice(run.start, run.end)),
    );
    const label = tidy(words.join(' '));
    const span = { block: block.id, start: 0, end: block.text.length };
    return label === '' || label.length > LABEL_MAX_CHARACTERS ? null : { label, value: block.text, span, block };
  });
  const found = facts.filter((fact) => fact !== null);
  return found.length >= 2 ? found : null;
}

/** "Name: Sam Vale   Date of birth: 3 May 2014": each label's value runs to the next label. */
function inlineFacts(block: Block): Fact[] {
  const { text } = block;
  if (!text.includes(':')) return [];
  const facts: Fact[] = [];
  // One way only to cut letters into words: an optional space in the repeated group would backtrack without end.
  const pattern = /(?:^|[\s|;])((?:[\p{L}./'’()-]+ ){0,8}[\p{L}./'’()-]+ ?):\s*/gu;
  const labels = [...text.matchAll(pattern)];
  for (const [index, match] of labels.entries()) {
    const label = match[1];
    if (label === undefined || match.index === undefined) continue;
    const start = match.index + match[0].length;
    const end = labels[index + 1]?.index ?? text.length;
    const value = text.slice(start, end).trim();
    if (value !== '')
      facts.push({ label: tidy(label), value, span: { block: block.id, start, end: start + value.length }, block });
  }
  if (facts.length === 0 && shownText(block) === '') return [];
  return facts;
}

function tidy(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/[:?*.]+\s*$/, '')
    .trim();
}
