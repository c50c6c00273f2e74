import { Bookmark, HeadingLevel, ImageRun, LineRuleType, Paragraph, TextRun, type Table } from 'docx';
import { chartSize, chartWords } from '../../../shared/charts/chart-frame.ts';
import type { SvgNode } from '../../../shared/charts/svg-tree.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ReportBlock } from '../../../shared/domain/paper-blocks.ts';
import { AFTER_BULLETS, BULLET_SPACING, BULLETS, CHART_WIDTH_PIXELS } from './docx-look.ts';
import { reportTable } from './docx-tables.ts';
import { renderPng } from './render-png.ts';
import type { AssetOptions } from './report-assets.ts';

/** The report's blocks as paragraphs and tables of Word, in the same order; charts become pictures with alternative text. */
export async function blocksToDocx(
  blocks: readonly ReportBlock[],
  options: AssetOptions,
): Promise<(Paragraph | Table)[]> {
  const parts: (Paragraph | Table)[] = [];
  for (const [at, block] of blocks.entries()) {
    const [before, next] = [blocks[at - 1], blocks[at + 1]];
    // A part's opening words stay with what they open, one section's words do not hold on to the next section.
    const isLedOn = next !== undefined && (next.kind !== 'heading' || (isPart(before) && !isPart(next)));
    parts.push(...(await blockToDocx(block, options, before?.kind === 'heading' && isLedOn && isShort(block))));
  }
  return parts;
}

/** Of a longer one enough stays with its heading: to hold what follows as well would leave half a page bare. */
function isShort(block: ReportBlock): boolean {
  return block.kind !== 'paragraph' || block.text.length < LETTERS_OF_TWO_LINES;
}

const LETTERS_OF_TWO_LINES = 200;

function isPart(block: ReportBlock | undefined): boolean {
  return block?.kind === 'heading' && block.level === 1;
}

/** `isKept`: stays on the page of what follows, so that no heading is left with one line alone. */
async function blockToDocx(block: ReportBlock, options: AssetOptions, isKept: boolean): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: block.startsPage,
          children: [new Bookmark({ id: block.id, children: [new TextRun(block.text)] })],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ keepNext: isKept, children: [new TextRun(block.text)] })];
    case 'bullets':
      return block.items.map(
        (item, at) =>
          new Paragraph({
            numbering: { reference: BULLETS, level: 0 },
            spacing: { after: at === block.items.length - 1 ? AFTER_BULLETS : BULLET_SPACING },
            children: [new TextRun(item)],
          }),
      );
    case 'table':
      // Word joins two tables that touch, and needs a paragraph after a last one.
      return [
        caption(block.caption),
        reportTable(block),
        ...(block.note === undefined
          ? [new Paragraph({ spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } })]
          : [note(block.note)]),
      ];
    case 'figure':
      return [
        caption(block.caption),
        await picture(block.chart, options),
        ...(block.note === undefined ? [] : [note(block.note)]),
      ];
    default:
      return assertNever(block);
  }
}

function caption(text: string): Paragraph {
  return new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(text)] });
}

function note(text: string): Paragraph {
  return new Paragraph({ style: 'TableNote', children: [new TextRun(text)] });
}

async function picture(chart: SvgNode, options: AssetOptions): Promise<Paragraph> {
  const { title, description } = chartWords(chart);
  const { width, height } = chartSize(chart);
  return new Paragraph({
    spacing: { after: 100 },
    children: [
      new ImageRun({
        type: 'png',
        data: await renderPng(chart, options),
        transformation: { width: CHART_WIDTH_PIXELS, height: Math.round((height / width) * CHART_WIDTH_PIXELS) },
        altText: { name: title, title, description },
      }),
    ],
  });
}
