import type { Candidate } from './candidate.ts';
import { hintsOf } from './heading-words.ts';
import { isStrong } from './plan-view.ts';
import type { CellView, PlanView, TableView } from './plan-view.ts';
import { detailKeysOf } from './provision-details.ts';
import type { SectionKey } from './read-key.ts';
import type { SectionId } from './section-ids.ts';
import { matchTitle, plainWords } from './section-titles.ts';
import { countCues, hear } from './section-voices.ts';

const LABEL_MAX_CHARACTERS = 60;
/** A label is a card's where so many cards have it. */
const CARDS_MIN = 2;
const STEPS = /\b(?:steps?|targets?|milestones?)\b/i;
const PLAINLY = 0.35;
const HINTS_COUNT = 0.5;

/** A label of a row, with the row's own cell and what stands beside it, with the tables in it. */
interface LabelledRow {
  table: TableView;
  label: CellView;
  text: string;
}

/**
 * The rows of cards that a key in front sends to their sections: by the label that it names ("where it says Health"), or,
 * where it only says that a section is also in the cards, by what stands beside the labels that the cards share.
 */
export function rowsOfKey(view: PlanView, { labels, elsewhere }: SectionKey): Candidate[] {
  const rows = labelledRows(view);
  const byLabel = Map.groupBy(rows, ({ label }) => plainWords(label.text));
  return [...byLabel].flatMap(([words, own]) => {
    const named = labels.get(words);
    const isShared = new Set(own.map(({ table }) => table.id)).size >= CARDS_MIN || STEPS.test(words);
    const heard = named === undefined && isShared ? hearRows(own, elsewhere) : null;
    const sections = named ?? (heard === null ? [] : [heard]);
    return sections.length === 0 ? [] : own.map((row) => asRow(view, row, sections));
  });
}

function labelledRows(view: PlanView): LabelledRow[] {
  const inside = new Map<string, string>();
  for (const { cell, text } of view.blocks) {
    if (cell?.within === undefined) continue;
    const key = `${cell.within.table}/${cell.within.row}`;
    inside.set(key, `${inside.get(key) ?? ''}${text}\n`);
  }
  return [...view.tables.values()].flatMap((table) =>
    table.rows.flatMap(({ index, cells }): LabelledRow[] => {
      const [label, ...others] = cells;
      const [head] = label?.blocks ?? [];
      const inner = inside.get(`${table.id}/${index}`) ?? '';
      if (label === undefined || head === undefined || label.column > 0 || (others.length === 0 && inner === ''))
        return [];
      if (!isStrong(head) || label.text.length > LABEL_MAX_CHARACTERS) return [];
      return [{ table, label, text: `${others.map(({ text }) => text).join('\n')}\n${inner}` }];
    }),
  );
}

function hearRows(rows: readonly LabelledRow[], among: readonly SectionId[]): SectionId | null {
  const [first] = rows;
  if (first === undefined || among.length === 0) return null;
  const text = rows.map((each) => each.text).join('\n');
  const { scores } = hear(countCues(text));
  const hints = hintsOf(first.label.text);
  const titles = matchTitle(first.label.text);
  const asksWho = text
    .split('\n')
    .some((line) => line.length <= LABEL_MAX_CHARACTERS && detailKeysOf(line).includes('who'));
  const isStep = STEPS.test(first.label.text);
  const ranked = among
    .map((id) => {
      const voice = id === 'H' ? 'H1' : id;
      const title = titles.find((each) => each.section === id)?.score ?? 0;
      const isSure = (asksWho && id === 'F') || (isStep && id === 'E');
      return { id, score: scores[voice] + HINTS_COUNT * (hints[voice] ?? 0) + title + (isSure ? 1 : 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  return best === undefined || best.score < PLAINLY ? null : best.id;
}

function asRow(view: PlanView, { table, label }: LabelledRow, sections: readonly SectionId[]): Candidate {
  return {
    mark: { form: 'tagged', sections: [...sections], title: label.text, titleScore: 0.5, isRunIn: false },
    place: 'row',
    isOther: false,
    blocks: label.blocks,
    at: view.index.get(label.blocks[0]?.id ?? '') ?? 0,
    table,
    row: label.row,
  };
}
