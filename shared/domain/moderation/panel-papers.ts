import { formatDate } from '../calendar-date.ts';
import type { ReportBlock, ReportColumn } from '../paper-blocks.ts';
import { formatTime } from '../report/report-words.ts';
import { agenda } from './panel-agenda.ts';
import { minutes } from './panel-minutes.ts';
import type { PanelPaperInput } from './panel-paper-input.ts';

/** The panel day's two papers in reading order: what to take in which order, and what came of it. */

export interface PanelPaper {
  title: string;
  subtitle: string;
  marking: string;
  details: { label: string; value: string }[];
  blocks: ReportBlock[];
}

const MARKING = 'Official – sensitive';

/** Pure: the same input gives the same paper. */
export function panelPaper(input: PanelPaperInput): PanelPaper {
  const number = { table: 0 };
  const table = (id: string, caption: string, columns: ReportColumn[], rows: string[][]): ReportBlock => {
    number.table += 1;
    return { kind: 'table', id, caption: `Table ${number.table}. ${caption}`, columns, rows, totals: 0 };
  };
  const isAgenda = input.kind === 'agenda';
  return {
    title: isAgenda ? 'Panel day: agenda' : 'Panel day: minutes',
    subtitle: `${input.partnership}, ${input.period}`,
    marking: MARKING,
    details: [
      { label: 'Panel', value: formatDate(input.panelDate) },
      { label: 'Standards', value: input.standards },
      { label: isAgenda ? 'Drawn up by' : 'Written by', value: input.author },
      { label: 'Made', value: formatTime(input.madeAt) },
    ],
    blocks: isAgenda ? agenda(input, table) : minutes(input, table),
  };
}
