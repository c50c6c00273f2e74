import { counted } from './report-words.ts';
import { countText, type CountRow, type CountTable } from './count-table.ts';
import type { PartnershipReport } from './report-model.ts';

/** What differs in one table of a report since it was frozen. */
export interface TableChange {
  tableId: string;
  caption: string;
  /** 'Locality: North, All graded: 5, then 6' */
  lines: string[];
}

/**
 * Every count that a report shows differently now than when it was frozen, in words, by table; then tables and rows that
 * came or went, and parts whose own words differ. Nothing where all figures and words are the same.
 */
export function changesSince(frozen: PartnershipReport, now: PartnershipReport): TableChange[] {
  const [before, after] = [tablesOf(frozen), tablesOf(now)];
  const changed = [...after].flatMap(([id, table]): TableChange[] => {
    const earlier = before.get(id);
    const lines = earlier === undefined ? ['The table is new.'] : linesOf(earlier, table);
    return lines.length === 0 ? [] : [{ tableId: id, caption: table.caption, lines }];
  });
  const gone = [...before].flatMap(([id, { caption }]): TableChange[] =>
    after.has(id) ? [] : [{ tableId: id, caption, lines: ['The table is there no more.'] }],
  );
  return [...changed, ...gone, ...wordsChanged(frozen, now)];
}

/** '3 counts in 2 tables', for a heading. */
export function changesInWords(changes: readonly TableChange[]): string {
  const lines = changes.reduce((sum, change) => sum + change.lines.length, 0);
  return lines === 0
    ? 'Nothing has changed since.'
    : `${counted(lines, 'differences')} in ${counted(changes.length, 'places')}.`;
}

function linesOf(before: CountTable, after: CountTable): string[] {
  const rows = new Map(before.rows.map((row) => [row.id, row]));
  const here = new Set(after.rows.map(({ id }) => id));
  return [
    ...after.rows.flatMap((row) => {
      const earlier = rows.get(row.id);
      return earlier === undefined ? [`${row.label}: the row is new`] : rowLines(before, earlier, after, row);
    }),
    ...before.rows.filter(({ id }) => !here.has(id)).map(({ label }) => `${label}: the row is there no more`),
  ];
}

function rowLines(before: CountTable, earlier: CountRow, after: CountTable, row: CountRow): string[] {
  return after.columns.flatMap(({ id, label }, at) => {
    const was = earlier.counts[before.columns.findIndex((column) => column.id === id)];
    const is = row.counts[at];
    if (was === undefined || is === undefined || was.n === is.n) return [];
    return [`${row.label}, ${label}: ${countText(was)}, now ${countText(is)}`];
  });
}

function wordsChanged(frozen: PartnershipReport, now: PartnershipReport): TableChange[] {
  return now.parts.flatMap((part): TableChange[] => {
    const earlier = frozen.parts.find(({ id }) => id === part.id);
    if (earlier === undefined) return [];
    const lines = [
      ...(ownWords(earlier) === ownWords(part) ? [] : ['What was written by hand differs.']),
      ...(excerptsOf(earlier) === excerptsOf(part) ? [] : ['The excerpts differ.']),
    ];
    return lines.length === 0 ? [] : [{ tableId: `words-${part.id}`, caption: part.title, lines }];
  });
}

function ownWords({ blocks }: PartnershipReport['parts'][number]): string {
  return blocks.flatMap((block) => (block.kind === 'words' ? [block.text] : [])).join('\n');
}

function excerptsOf({ blocks }: PartnershipReport['parts'][number]): string {
  return JSON.stringify(
    blocks.flatMap((block) =>
      block.kind === 'excerpts' ? block.items.map(({ criterionId, words }) => [criterionId, words]) : [],
    ),
  );
}

function tablesOf({ parts }: PartnershipReport): Map<string, CountTable> {
  return new Map(
    parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'counts' ? [[block.table.id, block.table] as const] : [])),
    ),
  );
}
