import { shortHalfTermName } from '../half-term.ts';
import { HIDDEN, type TableHead } from './count-table.ts';
import { plain } from './regional-checks.ts';
import { type AreaPart, distinct, isOverall } from './regional-parts.ts';

export interface RegionalTable {
  id: string;
  caption: string;
  noun: string;
  rowHead: string;
  columns: readonly TableHead[];
  rows: readonly RegionalRow[];
  share: { label: string; n: string; of: string };
}

export interface RegionalRow {
  id: string;
  label: string;
  /** Partnerships that it is added up over. */
  areas: number;
  counts: readonly RegionalSum[];
}

export interface RegionalSum {
  /**
   * Of the counts that are shown: where any is hidden, all together are at least so many. Null where some are hidden and
   * the others are no more than 0: that is nothing to show.
   */
  n: number | null;
  /** Partnerships whose count is hidden. */
  hidden: number;
}

/** '12', 'at least 12' where a partnership hides its count, or the sign of what is hidden where nothing else is shown. */
export function sumText({ n, hidden }: RegionalSum): string {
  if (n === null) return HIDDEN;
  return hidden === 0 ? String(n) : `at least ${n}`;
}

/** The two counts of a row's share; null where one is not wholly known. */
export function shareOfSums(table: RegionalTable, row: RegionalRow): { n: number; of: number } | null {
  const [n, of] = [table.share.n, table.share.of].map(
    (column) => row.counts[table.columns.findIndex(({ id }) => id === column)],
  );
  if (n === undefined || of === undefined || n.hidden > 0 || of.hidden > 0) return null;
  return n.n === null || of.n === null || of.n === 0 ? null : { n: n.n, of: of.n };
}

/** What the partnerships of a group, which may be added, come to together: by half-term, by partnership, by standard and by criterion. */
export function groupTables(
  group: readonly AreaPart[],
  slug: string,
  label: string,
  isPublishable: boolean,
  notes: string[],
): RegionalTable[] {
  const [first] = group;
  if (first === undefined) return [];
  const noun = group.some((part) => part.noun === 'plan versions') ? 'plan versions' : 'plans';
  const told = group.map(({ counts }) => [...counts.keys()].filter(isOverall));
  const names = (told[0] ?? []).filter((name) => told.every((own) => own.includes(name)));
  const apart = distinct(told.flat()).filter((name) => !names.includes(name));
  if (apart.length > 0) {
    const labelled = (of: readonly string[]) =>
      of.map((name) => group.flatMap(({ counts }) => counts.get(name)?.columnLabel ?? [])[0] ?? name).join(', ');
    notes.push(
      `${label}: not every report has the same columns, since a publishable one of few plans takes grades together. Added up are ${labelled(names)}, which all have; left out are ${labelled(apart)}.`,
    );
  }
  const columns = names.map((name): TableHead => ({
    id: name === 'total' ? 'total' : name.slice('overall/'.length),
    label: first.counts.get(name)?.columnLabel ?? name,
    isTotal: name === 'total' || name === 'overall/good-or-better',
  }));
  const share = {
    label: `Share ${(columns.find(({ id }) => id === 'good-or-better')?.label ?? 'good or better').toLowerCase()}`,
    n: 'good-or-better',
    of: 'total',
  };
  const byHalfTerm = [...Map.groupBy(group, ({ report }) => report.halfTerm)];
  const overall: RegionalTable = {
    id: `overall-${slug}`,
    caption: `Overall grades: ${label}`,
    noun,
    rowHead: 'Half-term',
    columns,
    share,
    rows: byHalfTerm.map(([halfTerm, parts]) => addRow(halfTerm, halfTermWords(halfTerm), parts, names)),
  };
  const byArea: RegionalTable = {
    ...overall,
    id: `areas-${slug}`,
    caption: `By partnership: ${label}`,
    rowHead: 'Partnership and half-term',
    rows: group.map((part) => {
      const { partnership, halfTerm } = part.report;
      return addRow(`${plain(partnership)} ${halfTerm}`, `${partnership}, ${halfTermWords(halfTerm)}`, [part], names);
    }),
  };
  return [
    overall,
    ...(isPublishable ? [byArea] : []),
    ...byHalfTerm.flatMap(([halfTerm, parts]) => {
      const of = {
        slug: `${slug}-${halfTerm.replaceAll(/[^0-9]+/g, '-')}`,
        label: `${label}, ${halfTermWords(halfTerm)}`,
        noun,
      };
      return [
        ...itemTables('standard', 'Standard', parts, of, notes),
        ...itemTables('criterion', 'Criterion', parts, of, notes),
      ];
    }),
  ];
}

const ITEM_SHARES = {
  standard: { label: 'Share good or better', n: 'good-or-better', of: 'applied' },
  criterion: { label: 'Share met', n: 'met', of: 'applied' },
} as const;

/** Standards, or criteria that every one of these reports lists with the same words. */
function itemTables(
  kind: keyof typeof ITEM_SHARES,
  rowHead: string,
  parts: readonly AreaPart[],
  { slug, label, noun }: { slug: string; label: string; noun: string },
  notes: string[],
): RegionalTable[] {
  const byItem = parts.map(({ counts }) =>
    Map.groupBy(
      [...counts].filter(([name]) => name.startsWith(`${kind}/`)),
      ([name]) => name.split('/')[1] ?? '',
    ),
  );
  const labelIn = (at: number, id: string) => byItem[at]?.get(id)?.[0]?.[1].rowLabel;
  const all = distinct(byItem.flatMap((items) => [...items.keys()]));
  const shared = all.filter((id) =>
    byItem.every((_, at) => labelIn(at, id) !== undefined && labelIn(at, id) === labelIn(0, id)),
  );
  if (all.length > shared.length) {
    const left = all.filter((id) => !shared.includes(id));
    notes.push(
      kind === 'criterion'
        ? `${label}: ${left.length} of ${all.length} criteria are left out, since a report lists only criteria that stand out, and not all list these with the same words.`
        : `${label}: ${left.length} of ${all.length} standards are left out, since not every report has them under the same name: ${left.join(', ')}.`,
    );
  }
  const [first] = shared;
  const [counts] = byItem;
  if (first === undefined || counts === undefined) return [];
  const columnNames = (counts.get(first) ?? []).map(([name, count]) => ({
    id: name.split('/').slice(2).join('/'),
    label: count.columnLabel,
  }));
  // A criterion may stand in two tables of a report with other columns: only what every list has is added up.
  const common = columnNames.filter(({ id }) =>
    shared.every((item) => parts.every(({ counts: own }) => own.has(`${kind}/${item}/${id}`))),
  );
  if (common.length === 0) return [];
  return [
    {
      id: `${kind === 'standard' ? 'standards' : 'criteria'}-${slug}`,
      caption: `${kind === 'standard' ? 'Grades by standard' : 'Answers by criterion'}: ${label}`,
      noun,
      rowHead,
      columns: common.map(({ id, label: words }) => ({
        id,
        label: words,
        isTotal: id === 'applied' || id === 'good-or-better',
      })),
      share: ITEM_SHARES[kind],
      rows: shared.map((item) =>
        addRow(
          item,
          labelIn(0, item) ?? item,
          parts,
          common.map(({ id }) => `${kind}/${item}/${id}`),
        ),
      ),
    },
  ];
}

function addRow(id: string, label: string, parts: readonly AreaPart[], names: readonly string[]): RegionalRow {
  return {
    id,
    label,
    areas: new Set(parts.map(({ report }) => plain(report.partnership))).size,
    counts: names.map((name) => {
      const counts = parts.map((part) => part.counts.get(name)?.n ?? null);
      const hidden = counts.filter((n) => n === null).length;
      const n = counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
      return { n: hidden > 0 && n === 0 ? null : n, hidden };
    }),
  };
}

const SEASONS = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];

/** '2026-27/2' → '2026/27 Aut 2'; calendars differ between areas, the order of half-terms does not. */
function halfTermWords(ids: string): string {
  const names = ids.split(' to ').map((id) => {
    const [schoolYear = '', number = ''] = id.split('/');
    return shortHalfTermName({ schoolYear, label: SEASONS[Number(number) - 1] ?? number });
  });
  return names.join(' to ');
}
