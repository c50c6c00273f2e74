import { flowChart } from '../../charts/flow-chart.ts';
import { gradesChart } from '../../charts/grades-chart.ts';
import type { PaletteName } from '../../charts/grade-marks.ts';
import { heatChart } from '../../charts/heat-chart.ts';
import { sharesChart } from '../../charts/shares-chart.ts';
import type { SvgNode } from '../../charts/svg-tree.ts';
import { trendChart } from '../../charts/trend-chart.ts';
import type { ReportBlock as PrintBlock, ReportTable as PrintTable } from '../paper-blocks.ts';
import { CONTINUED_ID, CONTINUED_TITLE, CONTINUED_WORDS, paragraphsOf } from './own-paragraphs.ts';
import { printCounts, printText } from './print-tables.ts';
import { type CountTable, HIDDEN } from './count-table.ts';
import type { ChartBlock, PartnershipReport, ReportBlock, ReportPart } from './report-model.ts';
import { shareOfRow } from './shown-shares.ts';
import { hiddenFootnote } from './suppression-words.ts';

/** The report as it is printed: the Word paper, the HTML page and the preview on screen all walk this list. */

/** Parts after the summary are its annexes: everything that stands behind it. */
const FIRST_ANNEX = 3;

/** 'Summary', 'Annex A. The sample': boards cite annexes by their letter, which only what is printed has. Papers without a summary have none. */
export function partTitle(
  part: Pick<ReportPart, 'number' | 'title'>,
  report: Pick<PartnershipReport, 'parts'>,
): string {
  const annexes = report.parts.filter((other) => other.number >= FIRST_ANNEX && hasContent(other));
  const place = annexes.findIndex(({ number }) => number === part.number);
  if (place === -1 || !hasSummary(report)) return part.title;
  return `Annex ${String.fromCodePoint(FIRST_LETTER + place)}. ${part.title}`;
}

const FIRST_LETTER = 65;

function hasSummary({ parts }: Pick<PartnershipReport, 'parts'>): boolean {
  return parts.some(({ number }) => number < FIRST_ANNEX);
}

/** Own words for which the summary's page has no room, on the next. */
function continuedWords({ blocks }: Pick<ReportPart, 'blocks'>): PrintBlock[] {
  const rest = blocks.flatMap((block) => (block.kind === 'words' ? paragraphsOf(block.continued ?? '') : []));
  if (rest.length === 0) return [];
  return [
    { kind: 'heading', level: 1, id: CONTINUED_ID, text: CONTINUED_TITLE, startsPage: true },
    ...rest.map((text): PrintBlock => ({ kind: 'paragraph', text })),
  ];
}

/** Whether anything of a part is printed: a heading over nothing is not. */
function hasContent({ blocks }: Pick<ReportPart, 'blocks'>): boolean {
  return blocks.some((block) => {
    switch (block.kind) {
      case 'heading':
        return false;
      case 'sentences':
      case 'excerpts':
        return block.items.length > 0;
      case 'words':
        return block.text.trim() !== '' || block.continued !== undefined;
      case 'counts':
        return block.isDataAlone !== true && block.table.rows.length > 0;
      case 'text_table':
        return block.isDataAlone !== true && block.rows.length > 0;
      case 'chart':
        return true;
      default:
        return block satisfies never;
    }
  });
}

/**
 * Everything under the title, with tables and figures numbered through. Ids are unique in the report. Parts without
 * content are left out, but where `hasEmptyParts` asks for their headings, so that somebody can write under them.
 */
export function printReport(
  report: PartnershipReport,
  palette: PaletteName = 'light',
  { hasEmptyParts = false }: { hasEmptyParts?: boolean } = {},
): PrintBlock[] {
  const number = { table: 0, figure: 0 };
  const parts = report.parts.filter((part) => hasEmptyParts || hasContent(part));
  const firstAnnex = parts.find((part) => part.number >= FIRST_ANNEX);
  return parts.flatMap((part): PrintBlock[] => [
    {
      kind: 'heading',
      level: 1,
      id: part.id,
      text: partTitle(part, report),
      // A board reads what stands before: the summary, on a page of its own.
      startsPage: part === firstAnnex && hasSummary(report),
    },
    ...part.blocks.flatMap((block) => printBlock(block)),
    ...continuedWords(part),
  ]);

  function printBlock(block: ReportBlock): PrintBlock[] {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: 2, id: block.id, text: block.text, startsPage: false }];
      case 'sentences':
        return [
          block.asList ? { kind: 'bullets', items: block.items } : { kind: 'paragraph', text: block.items.join(' ') },
        ];
      case 'words':
        return [...paragraphsOf(block.text), ...(block.continued === undefined ? [] : [CONTINUED_WORDS])].map(
          (text) => ({ kind: 'paragraph', text }),
        );
      case 'counts': {
        const { table } = block;
        if (table.rows.length === 0 || block.isDataAlone === true) return [];
        if (isAllHidden(table))
          return [{ kind: 'paragraph', text: `${table.caption}: the counts are hidden (${HIDDEN}).` }];
        return [{ ...tableOf(printCounts(table), table.caption), ...noteOf(table) }];
      }
      case 'text_table':
        return block.rows.length === 0 || block.isDataAlone === true ? [] : [tableOf(printText(block), block.caption)];
      case 'chart': {
        const table = tableById(report, block.tableId);
        if (table === undefined || table.rows.length === 0 || isAllHidden(table)) return [];
        // One bar among hidden ones says no more than its row.
        if (block.chart === 'shares' && percentagesIn(table) < 2) return [];
        number.figure += 1;
        const caption = `Figure ${number.figure}. ${block.caption}`;
        const chart = drawChart(block, table, caption, palette);
        return [{ kind: 'figure', id: block.id, caption, chart, ...noteOf(table) }];
      }
      case 'excerpts':
        return [
          tableOf(
            {
              kind: 'table',
              id: block.id,
              caption: '',
              columns: [
                { heading: 'Criterion', width: 0.34, isNumber: false },
                { heading: 'Shows', width: 0.16, isNumber: false },
                { heading: 'In the plan’s words', width: 0.5, isNumber: false },
              ],
              rows: block.items.map((item) => [
                `${item.criterionId} ${item.criterion}`,
                item.isGood ? 'Good practice' : 'To be mended',
                `“${item.words}”`,
              ]),
              totals: 0,
            },
            'Excerpts from plans',
          ),
        ];
      default:
        return block satisfies never;
    }
  }

  /** What the sign of a hidden count means, wherever it stands. */
  function noteOf(table: CountTable): { note?: string } {
    const isHidden = table.rows.some(({ counts }) => counts.some(({ n }) => n === null));
    return isHidden ? { note: hiddenFootnote(report) } : {};
  }

  function tableOf(table: PrintTable, caption: string): PrintTable {
    number.table += 1;
    return { ...table, caption: `Table ${number.table}. ${caption}` };
  }
}

/** A chart of the report as a drawing. */
export function drawChart(block: ChartBlock, table: CountTable, title: string, palette: PaletteName): SvgNode {
  const options = { idPrefix: block.id, palette };
  switch (block.chart) {
    case 'grades':
      return gradesChart(title, table, partsOf(table), options);
    case 'shares':
      return sharesChart(title, table, options);
    case 'heat':
      return heatChart(title, table, options);
    case 'trend':
      return table.share !== null && !isLineWorthwhile(table, block)
        ? gradesChart(title, table, partsOf(table), options)
        : trendChart(title, table, block, options);
    case 'flow':
      return flowChart(title, table, options);
    default:
      return block.chart satisfies never;
  }
}

/**
 * An axis of percentages needs two points, or milestones, which are drawn for every measure alike; else the counts
 * themselves are drawn, since half-terms under ten plans have no place on it.
 */
function isLineWorthwhile(table: CountTable, { milestones }: ChartBlock): boolean {
  return percentagesIn(table) > 1 || milestones.length > 0;
}

function percentagesIn(table: CountTable): number {
  return table.rows.filter((row) => (shareOfRow(table, row)?.percent ?? null) !== null).length;
}

/** How many of a table's first columns make up its rows: grades, or what is good and what is below. */
function partsOf({ columns }: CountTable): number {
  const whole = columns.findIndex(({ isTotal }) => isTotal);
  return whole === -1 ? columns.length : whole;
}

/** The table of counts of that name; undefined where no part shows one. */
export function tableById({ parts }: Pick<PartnershipReport, 'parts'>, id: string): CountTable | undefined {
  for (const { blocks } of parts) {
    for (const block of blocks) if (block.kind === 'counts' && block.table.id === id) return block.table;
  }
  return undefined;
}

/** Nothing in it is to be read but that something is hidden: a sentence says so in its place. */
function isAllHidden({ rows }: CountTable): boolean {
  const shown = rows.flatMap(({ counts }) => counts.map(({ n }) => n));
  return shown.includes(null) && shown.every((n) => n === null || n === 0);
}
