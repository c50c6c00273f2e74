import { assertNever } from '../assert-never.ts';
import { canonicalJson } from '../canonical-json.ts';
import { blockLines, noteChange } from './block-changes.ts';
import { frontDetails, subtitleOf } from './report-front.ts';
import { counted } from './report-words.ts';
import type { PartnershipReport, ReportBlock, ReportPart } from './report-model.ts';

/** What differs in one table of a report, or in the words of one part, since it was frozen. */
export interface TableChange {
  /** Its own in the list. */
  tableId: string;
  caption: string;
  /** 'Locality: North, All graded: 5, then 6' */
  lines: string[];
}

/**
 * Everything that a report says differently now than when it was frozen, in words: counts, tables of words, sentences,
 * figures, own words, excerpts, what stands on its front. Nothing only where the two are the same but for when they were
 * made and by whom, so that a report which would be frozen anew never seems unchanged.
 */
export function changesSince(frozen: PartnershipReport, now: PartnershipReport): TableChange[] {
  const changes = [...frontChanges(frozen, now), ...partChanges(frozen, now)];
  if (changes.length > 0 || contentOf(frozen) === contentOf(now)) return changes;
  return [{ tableId: 'report', caption: now.title, lines: ['The same stands in another order or under other names.'] }];
}

/** What makes a report the same report, whoever makes it and whenever: for a digest, and to compare by. */
export function contentOf(report: PartnershipReport): string {
  return canonicalJson({ ...report, madeAt: null, author: null });
}

/** '3 differences in 2 places.', for a heading. */
export function changesInWords(changes: readonly TableChange[]): string {
  const lines = changes.reduce((sum, change) => sum + change.lines.length, 0);
  return lines === 0
    ? 'Nothing has changed since.'
    : `${counted(lines, 'differences')} in ${counted(changes.length, 'places')}.`;
}

/** Details that differ whenever a report is made. */
const OF_THE_MAKING = new Set(['Author', 'Made']);

function frontChanges(frozen: PartnershipReport, now: PartnershipReport): TableChange[] {
  const detailsOf = (report: PartnershipReport) =>
    new Map([
      ['Title', report.title],
      ['Partnership', subtitleOf(report)],
      ['Marking', report.marking],
      ...frontDetails(report).map(({ label, value }) => [label === 'Round' ? 'Rounds' : label, value] as const),
    ]);
  const [before, after] = [detailsOf(frozen), detailsOf(now)];
  const lines = [...after].flatMap(([label, value]) =>
    OF_THE_MAKING.has(label) ? [] : noteChange(label, before.get(label) ?? '', value),
  );
  // What the details do not spell out: texts of standards under the same version, what grades mean, periods.
  const rest = ({ parts: _parts, ...front }: PartnershipReport) => contentOf({ ...front, parts: [] });
  if (lines.length === 0 && rest(frozen) !== rest(now)) {
    const isSame = (...keys: (keyof PartnershipReport)[]) =>
      keys.every((key) => canonicalJson(frozen[key]) === canonicalJson(now[key]));
    if (!isSame('rubrics')) lines.push('The text of the standards differs.');
    if (!isSame('gradeScale', 'goodOrBetterLabel')) lines.push('The grades, or what they mean, differ.');
    if (lines.length === 0) lines.push('The half-terms, rounds or rules that it is counted by differ.');
  }
  return lines.length === 0 ? [] : [{ tableId: 'front', caption: 'On the front', lines }];
}

interface Place {
  tableId: string;
  caption: string;
  block: ReportBlock;
}

function partChanges(frozen: PartnershipReport, now: PartnershipReport): TableChange[] {
  const [before, after] = [placesOf(frozen), placesOf(now)];
  const places = [...after.values(), ...[...before].flatMap(([id, place]) => (after.has(id) ? [] : [place]))];
  const titles = now.parts.flatMap(({ id, title }): TableChange[] => {
    const lines = noteChange('Title', frozen.parts.find((part) => part.id === id)?.title ?? '', title);
    return lines.length === 0 ? [] : [{ tableId: `part-${id}`, caption: title, lines }];
  });
  return [
    ...titles,
    ...places.flatMap(({ tableId, caption }): TableChange[] => {
      const lines = blockLines(before.get(tableId)?.block ?? null, after.get(tableId)?.block ?? null);
      return lines.length === 0 ? [] : [{ tableId, caption, lines: [...new Set(lines)] }];
    }),
  ];
}

/** Every block by its name, which it keeps however many others come or go. */
function placesOf({ parts }: PartnershipReport): Map<string, Place> {
  return new Map(
    parts.flatMap((part) =>
      part.blocks.map((block): [string, Place] => {
        const place = { ...nameOf(part, block), block };
        return [place.tableId, place];
      }),
    ),
  );
}

function nameOf({ id, title }: ReportPart, block: ReportBlock): Omit<Place, 'block'> {
  switch (block.kind) {
    case 'counts':
      return { tableId: block.table.id, caption: block.table.caption };
    case 'text_table':
      return { tableId: `words-in-${block.id}`, caption: block.caption };
    case 'chart':
      return { tableId: `figure-${block.id}`, caption: `Figure: ${block.caption}` };
    case 'words':
      return { tableId: `words-${block.slot}`, caption: title };
    case 'heading':
    case 'sentences':
    case 'excerpts':
      return { tableId: `${block.kind}-${id}-${block.id}`, caption: title };
    default:
      return assertNever(block);
  }
}
