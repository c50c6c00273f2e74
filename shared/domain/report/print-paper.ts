import { formatDate } from '../calendar-date.ts';
import type { ReportBlock as PrintBlock } from '../paper-blocks.ts';
import { CONTINUED_ID } from './own-paragraphs.ts';
import { printReport } from './print-report.ts';
import { EDITION_WORDS } from './report-front.ts';
import type { PartnershipReport } from './report-model.ts';

/** A report on paper: the page that a board reads, and what stands behind it. */
export interface PrintedPaper {
  /** From when to when, and for whom, in one line over the summary. */
  overSummary: string;
  summary: PrintBlock[];
  /** Own words for which the summary has no room, under a heading of their own on the next page; as a rule none. */
  continued: PrintBlock[];
  /** Heads the rest: whoever made it, by which standards, and what is where. */
  about: Extract<PrintBlock, { kind: 'heading' }>;
  annexes: PrintBlock[];
}

/**
 * The report as pages: the summary on its one page, what of it goes on after that, then what the report is, with its
 * details, and its annexes.
 */
export function printPaper(report: PartnershipReport): PrintedPaper {
  const blocks = printReport(report);
  const pages = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === 1 && block.startsPage ? [{ at, id: block.id }] : [],
  );
  const end = pages[0]?.at ?? blocks.length;
  const annexesFrom = pages.find(({ id }) => id !== CONTINUED_ID)?.at ?? blocks.length;
  const continued = blocks.slice(end, annexesFrom);
  const { start, end: last } = report.halfTerm;
  return {
    overSummary: `${formatDate(start)} to ${formatDate(last)}. ${EDITION_WORDS[report.edition]}.`,
    summary: blocks.slice(0, end),
    continued,
    // It follows what is left of the summary.
    about: {
      kind: 'heading',
      level: 1,
      id: 'about-this-report',
      text: 'About this report',
      startsPage: continued.length === 0,
    },
    // They follow what heads them on its page.
    annexes: blocks
      .slice(annexesFrom)
      .map((block, at) => (at === 0 && block.kind === 'heading' ? { ...block, startsPage: false } : block)),
  };
}
