import type { CountedTables, CountTable } from '../report/count-table.ts';
import { divide, DIVISIONS, divisionWords, saysAnything } from '../report/divisions.ts';
import { agenciesPart } from '../report/parts/agencies-part.ts';
import { chartOf, counts, heading, paragraph } from '../report/parts/block-words.ts';
import { criteriaPart } from '../report/parts/criteria-part.ts';
import { gradesPart } from '../report/parts/grades-part.ts';
import { moderationPart } from '../report/parts/moderation-part.ts';
import { pfaPart } from '../report/parts/pfa-part.ts';
import { standardsPart } from '../report/parts/standards-part.ts';
import { trendPart } from '../report/parts/trend-part.ts';
import { criteriaTable, divisionTable, joinTables, overallTable, standardsTable } from '../report/population-tables.ts';
import type { Prepared } from '../report/prepare.ts';
import type { PartDraft } from '../report/report-input.ts';
import type { ChartBlock, ReportBlock } from '../report/report-model.ts';
import { type InsightCounted, SLUG } from './count-insight.ts';
import type { Selection } from './insight-filter.ts';
import { movementSentences, MOVEMENT_BY_STANDARD, MOVEMENT_TABLE, movementTables } from './insight-movement.ts';
import { lowerFirst } from '../report/report-words.ts';

/** What is looked at together on the screen. */
export const INSIGHT_PARTS = [
  'grades',
  'measures',
  'standards',
  'criteria',
  'groups',
  'agencies',
  'adulthood',
  'movement',
  'agreement',
] as const;
export type InsightPart = (typeof INSIGHT_PARTS)[number];

export const GRADES_BY_HALF_TERM = 'overall-run';
export const SPECIFICITY = 'specificity';
export const LED_BY_SERVICES = 'services';
const SPECIFIC = 'specificity';
const SERVICES: ReadonlySet<string> = new Set(['health', 'social_care']);

export function divisionTableId(id: (typeof DIVISIONS)[number]): string {
  return `by-${id.replaceAll('_', '-')}`;
}

/** A part as blocks, in reading order: words, then each chart with its table. */
export function insightBlocks(part: InsightPart, counted: InsightCounted, selection: Selection): ReportBlock[] {
  const { prepared } = counted;
  switch (part) {
    case 'grades':
      return withCharts([...gradesBlocks(counted, selection), ...trendBlocks(counted)]);
    case 'measures':
      return withCharts(measureBlocks(counted));
    case 'standards':
      return withCharts(written(standardsPart(prepared), prepared));
    case 'criteria':
      return withCharts([...written(criteriaPart(prepared), prepared), ...specificityBlocks(counted)]);
    case 'groups':
      return withCharts(groupBlocks(counted));
    case 'agencies':
      return withCharts([...written(agenciesPart(prepared), prepared), ...servicesBlocks(counted)]);
    case 'adulthood':
      return withCharts(written(pfaPart(prepared), prepared));
    case 'movement':
      return withCharts(movementBlocks(counted));
    case 'agreement':
      return withCharts(written(moderationPart(prepared), prepared));
    default:
      return part satisfies never;
  }
}

/**
 * Puts a chart before every table of counts that has none: grades by half-term, shares where rows have one, else a map.
 * A table of totals alone has nothing to be held against.
 */
export function withCharts(blocks: readonly ReportBlock[]): ReportBlock[] {
  const drawn = new Set(blocks.flatMap((block) => (block.kind === 'chart' ? [block.tableId] : [])));
  return blocks.flatMap((block) => {
    if (block.kind !== 'counts' || drawn.has(block.table.id)) return [block];
    if (block.table.rows.every(({ isTotal }) => isTotal)) return [block];
    return [chartOf(block.table, kindOf(block.table), block.table.caption), block];
  });
}

function kindOf({ share, rowHead }: CountTable): ChartBlock['chart'] {
  if (share === null) return 'heat';
  return rowHead === BY_HALF_TERM ? 'grades' : 'shares';
}

const BY_HALF_TERM = 'Half-term';

/** A part of the report, from its own tables and the overall ones. */
function written({ counted, write }: PartDraft, prepared: Prepared): ReportBlock[] {
  const all = joinTables([counted, gradesPart(prepared).counted]);
  return write({ table: (id) => tableOf(all, id) });
}

function tableOf({ tables }: CountedTables, id: string): CountTable {
  const found = tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`No part counts ${id}.`);
  return found;
}

function gradesBlocks({ prepared, halfTerms }: InsightCounted, { run, runName, series }: Selection): ReportBlock[] {
  const blocks = written(gradesPart(prepared), prepared);
  const ofRun = new Set(run.map(({ id }) => id));
  const rows = halfTerms.filter(
    ({ tally: { population } }) => ofRun.has(population.halfTermId) && population.rubricId === rubricIdOf(prepared),
  );
  if (run.length < 2 || rows.length < 2) return blocks;
  const caption = `Overall grades by half-term, ${runName}: ${lowerFirst(series?.label ?? '')}`;
  const table = tableOf(
    overallTable(GRADES_BY_HALF_TERM, caption, rows, prepared.goodOrBetterLabel),
    GRADES_BY_HALF_TERM,
  );
  return [...blocks, chartOf(table, 'grades', caption), counts(table)];
}

function trendBlocks({ prepared, halfTerms }: InsightCounted): ReportBlock[] {
  const [now] = prepared.now;
  const last = halfTerms.at(-1);
  if (now === undefined || last === undefined) return [];
  // Measures have a place of their own.
  const input = { ...prepared.input, measures: null };
  const line = { ...prepared, input, now: [{ ...now, ...last, earlier: halfTerms.slice(0, -1) }] };
  return written(trendPart(line), line).map((block) =>
    block.kind === 'heading' && block.id === `trend-${SLUG}-heading`
      ? heading(block.id, `Trend: ${lowerFirst(block.text)}`)
      : block,
  );
}

/** The partnership's measures against their milestones: of all its plans, whatever is chosen above. */
function measureBlocks({ prepared }: InsightCounted): ReportBlock[] {
  const { measures } = prepared.input;
  if (measures === null)
    return paragraph('measures-none', ['No measure is in use. The QA lead sets them in Settings.']);
  const shown = { table: (id: string) => tableOf(measures.counted, id) };
  return [...measures.summary(shown), ...measures.write(shown)];
}

function specificityBlocks({ tally: all }: InsightCounted): ReportBlock[] {
  const asked = new Set(
    all.rubric.standards.flatMap(({ criteria }) =>
      criteria.filter(({ themes }) => themes.includes(SPECIFIC)).map(({ id }) => id),
    ),
  );
  const criteria = all.criteria.filter(({ id, applied }) => asked.has(id) && applied > 0);
  if (criteria.length === 0) return [];
  const caption = `Specific and quantified: ${lowerFirst(all.population.label)}`;
  return [
    heading('specificity-heading', 'Specificity'),
    ...paragraph('specificity-words', [
      'Criteria of the theme “specificity”: whether provision says what, who, how often and how long, so that it can be enforced.',
    ]),
    counts(tableOf(criteriaTable(SPECIFICITY, caption, all, criteria), SPECIFICITY)),
  ];
}

function groupBlocks({ tally: all, prepared }: InsightCounted): ReportBlock[] {
  const silent: string[] = [];
  const blocks = DIVISIONS.flatMap((id) => {
    const division = divide(all, id);
    if (!saysAnything(division)) {
      silent.push(lowerFirst(divisionWords(id)));
      return [];
    }
    const caption = `${prepared.goodOrBetterLabel} by ${lowerFirst(division.label)}: ${lowerFirst(all.population.label)}`;
    const tableId = divisionTableId(id);
    return [
      heading(`${tableId}-heading`, division.label),
      counts(tableOf(divisionTable(tableId, caption, all, division, prepared.goodOrBetterLabel), tableId)),
    ];
  });
  return [
    ...paragraph('groups-words', [
      'A group with few plans has a wide likely range. Where two ranges overlap widely, these plans do not tell the groups apart.',
      ...(silent.length === 0
        ? []
        : [`Nothing can be told apart by ${listOf(silent)}: these plans have one value, or none is known.`]),
    ]),
    ...blocks,
  ];
}

/** What health and social care bring to plans: the standards that they lead. */
function servicesBlocks({ tally: all, prepared }: InsightCounted): ReportBlock[] {
  const led = new Set(all.rubric.standards.filter(({ leadAgency }) => SERVICES.has(leadAgency)).map(({ id }) => id));
  const standards = all.standards.filter(({ id, applied }) => led.has(id) && applied > 0);
  if (standards.length === 0) return [];
  const caption = `Standards led by health or social care: ${lowerFirst(all.population.label)}`;
  const table = tableOf(
    standardsTable(LED_BY_SERVICES, caption, { ...all, standards }, prepared.goodOrBetterLabel),
    LED_BY_SERVICES,
  );
  return [
    heading('services-heading', 'What health and social care contribute'),
    chartOf(table, 'heat', caption),
    counts(table),
  ];
}

function movementBlocks({ tally: all, movement }: InsightCounted): ReportBlock[] {
  const words = paragraph('movement-words', movementSentences(all.rubric, movement));
  const title = heading('movement-heading', 'From draft to final');
  if (movement.pairs.length === 0) return [title, ...words];
  const tables = movementTables(all.population.key, all.rubric, movement);
  const [table, byStandard] = [tableOf(tables, MOVEMENT_TABLE), tableOf(tables, MOVEMENT_BY_STANDARD)];
  return [
    title,
    ...words,
    chartOf(table, 'flow', 'From the draft’s grade to the final’s'),
    counts(table),
    ...(byStandard.rows.length === 0 ? [] : [counts(byStandard)]),
  ];
}

function rubricIdOf({ now }: Prepared): string {
  return now[0]?.tally.population.rubricId ?? '';
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
