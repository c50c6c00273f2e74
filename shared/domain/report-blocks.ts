import { distributionChart } from '../charts/distribution-chart.ts';
import { standardsChart } from '../charts/standards-chart.ts';
import type { PaletteName } from '../charts/grade-marks.ts';
import type { SvgNode } from '../charts/svg-tree.ts';
import { formatDate } from './calendar-date.ts';
import type { CriterionRow, Distribution, Population, ReportModel, Share, StandardRow } from './report-model.ts';
import { counted, formatTime, percentText, rangeText } from './report-words.ts';

/**
 * The report in reading order, for any form: the Word paper, the HTML page and the preview on screen all walk this list,
 * so that no form can say something that another does not.
 */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2; id: string; text: string; startsPage: boolean }
  | { kind: 'paragraph'; text: string }
  | { kind: 'bullets'; items: string[] }
  | ReportTable
  | { kind: 'figure'; id: string; caption: string; chart: SvgNode };

export interface ReportTable {
  kind: 'table';
  id: string;
  caption: string;
  columns: ReportColumn[];
  /** As many cells as columns; the first cell heads its row. */
  rows: string[][];
  /** So many rows at the end are totals. */
  totals: number;
}

/** A table of so few rows is not broken over two pages. */
export const MOST_KEPT_TOGETHER = 16;

export interface ReportColumn {
  heading: string;
  /** Part of the table's width; the parts add up to 1. */
  width: number;
  isNumber: boolean;
}

/** What stands on top of the first page, under the title. */
export function titleDetails(model: ReportModel): { label: string; value: string }[] {
  const { halfTerm, round } = model;
  return [
    {
      label: 'Half-term',
      value: `${halfTerm.label} ${halfTerm.schoolYear}, ${formatDate(halfTerm.start)} to ${formatDate(halfTerm.end)}`,
    },
    {
      label: 'Round',
      value: `${round.kindWords}${round.theme === '' ? '' : `, “${round.theme}”`}; panel on ${formatDate(round.panelDate)}`,
    },
    { label: 'Standards', value: `${model.rubric.title}, version ${model.rubric.version}` },
    { label: 'Edition', value: 'Internal, for the panel and its managers; not for onward sharing' },
    { label: 'Author', value: model.author },
    { label: 'Made', value: formatTime(model.madeAt) },
  ];
}

/** "Northmere (E09999), Autumn 2 2026/27" */
export function subtitleOf(model: ReportModel): string {
  const area = model.areaCode === '' ? '' : ` (${model.areaCode})`;
  return `${model.partnership}${area}, ${periodOf(model)}`;
}

/** "Autumn 2 2026/27" */
export function periodOf(model: ReportModel): string {
  return `${model.halfTerm.label} ${model.halfTerm.schoolYear}`;
}

/** Everything under the title. Ids are unique in the report. */
export function reportBlocks(model: ReportModel, palette: PaletteName = 'light'): ReportBlock[] {
  const number = { table: 0, figure: 0 };
  return [
    heading(1, 'summary', 'Summary'),
    { kind: 'bullets', items: model.headline },
    heading(1, 'sample', 'The sample'),
    table(
      'sample-table',
      'What was in the round, and what was audited',
      [
        { heading: 'In this round', width: 0.78, isNumber: false },
        { heading: 'Number', width: 0.22, isNumber: true },
      ],
      model.sample.rows.map((row) => [row.label, row.value]),
    ),
    ...model.populations.flatMap(populationBlocks),
    heading(1, 'grades', 'What the grades mean', true),
    table(
      'grades-table',
      'Grades, what they mean and what follows',
      [
        { heading: 'Grade', width: 0.2, isNumber: false },
        { heading: 'What it means', width: 0.42, isNumber: false },
        { heading: 'What follows', width: 0.38, isNumber: false },
      ],
      model.gradeScale.map((grade) => [grade.label, grade.descriptor, grade.expectedResponse]),
    ),
    heading(1, 'standards', 'The standards'),
    table(
      'standards-table',
      `Standards of “${model.rubric.title}”, version ${model.rubric.version}`,
      [
        { heading: 'Called here', width: 0.34, isNumber: false },
        { heading: 'Standard', width: 0.66, isNumber: false },
      ],
      model.standards.map((standard) => [standard.shortTitle, standard.title]),
    ),
    heading(1, 'method', 'How the figures came about'),
    ...model.method.flatMap((part, at): ReportBlock[] => [
      heading(2, `method-${at + 1}`, part.heading),
      { kind: 'paragraph', text: part.text },
    ]),
  ];

  function populationBlocks(population: Population): ReportBlock[] {
    const { id, label, noun } = population;
    const { goodOrBetterLabel } = model;
    return [
      heading(1, id, label, true),
      { kind: 'paragraph', text: `${population.definition} ${upperFirst(counted(population.total, noun))} graded.` },
      heading(2, `${id}-overall`, `Overall grades: ${lowerFirst(label)}`),
      figure(`${id}-overall-figure`, `Overall grades, ${lowerFirst(label)}`, (title, idPrefix) =>
        distributionChart(
          { title, distribution: population.distribution, noun, goodOrBetterLabel },
          { idPrefix, palette },
        ),
      ),
      distributionTable(population),
      heading(2, `${id}-standards`, `Grades by standard: ${lowerFirst(label)}`),
      figure(`${id}-standards-figure`, `Grades by standard, ${lowerFirst(label)}, weakest first`, (title, idPrefix) =>
        standardsChart(
          { title, standards: population.standards, total: population.total, noun, goodOrBetterLabel },
          { idPrefix, palette },
        ),
      ),
      standardsTable(`${id}-standards-table`, `Grades by standard, ${lowerFirst(label)}`, population.standards),
      heading(2, `${id}-strengths`, `Strengths: ${lowerFirst(label)}`),
      ...criteria(
        `${id}-strengths-table`,
        `Strengths, ${lowerFirst(label)}`,
        population.strengths,
        population.strengthsNote,
      ),
      heading(2, `${id}-areas`, `Areas for development: ${lowerFirst(label)}`),
      ...criteria(
        `${id}-areas-table`,
        `Areas for development, ${lowerFirst(label)}`,
        population.areasForDevelopment,
        population.areasNote,
      ),
      ...developmental(population),
    ];
  }

  function distributionTable({ id, label, distribution, noun }: Population): ReportBlock {
    const hasPercentages = distribution.goodOrBetter.percent !== null;
    const row = (name: string, share: Distribution['goodOrBetter']) => [
      name,
      String(share.n),
      ...(hasPercentages ? [percentText(share), rangeText(share)] : []),
    ];
    const ends = hasPercentages ? ['100%', ''] : [];
    return table(
      `${id}-overall-table`,
      `Overall grades, ${lowerFirst(label)}`,
      [
        { heading: 'Grade', width: hasPercentages ? 0.4 : 0.7, isNumber: false },
        { heading: upperFirst(noun), width: hasPercentages ? 0.18 : 0.3, isNumber: true },
        ...(hasPercentages
          ? [
              { heading: 'Share', width: 0.18, isNumber: true },
              { heading: 'Likely range (95%)', width: 0.24, isNumber: true },
            ]
          : []),
      ],
      [
        ...distribution.grades.map((entry) => row(entry.label, entry.share)),
        [`All ${noun} graded`, String(distribution.total), ...ends],
        row(`Of these, ${lowerFirst(model.goodOrBetterLabel)}`, distribution.goodOrBetter),
      ],
      2,
    );
  }

  function standardsTable(id: string, caption: string, rows: readonly StandardRow[]): ReportBlock {
    const hasPercentages = rows.some((row) => row.distribution.goodOrBetter.percent !== null);
    const grades = model.gradeScale.map((grade) => ({ heading: grade.label, letters: longestWord(grade.label) }));
    const letters = grades.reduce((sum, grade) => sum + grade.letters, 0);
    const forGrades = hasPercentages ? 0.44 : 0.46;
    return table(
      id,
      caption,
      [
        { heading: 'Standard', width: hasPercentages ? 0.215 : 0.31, isNumber: false },
        ...grades.map((grade) => ({
          heading: grade.heading,
          width: (forGrades * grade.letters) / letters,
          isNumber: true,
        })),
        { heading: 'Did not apply', width: hasPercentages ? 0.075 : 0.09, isNumber: true },
        { heading: model.goodOrBetterLabel, width: hasPercentages ? 0.1 : 0.14, isNumber: true },
        ...(hasPercentages ? [{ heading: 'Share (likely range)', width: 0.17, isNumber: true }] : []),
      ],
      rows.map(({ shortTitle, distribution, notApplicable }) => [
        shortTitle,
        ...distribution.grades.map((entry) => String(entry.share.n)),
        String(notApplicable),
        distribution.total === 0 ? '–' : `${distribution.goodOrBetter.n} of ${distribution.goodOrBetter.of}`,
        ...(hasPercentages ? [shareCell(distribution.goodOrBetter)] : []),
      ]),
    );
  }

  function criteria(id: string, caption: string, rows: readonly CriterionRow[], note: string): ReportBlock[] {
    if (rows.length === 0) return [{ kind: 'paragraph', text: note }];
    return [
      table(
        id,
        caption,
        [
          { heading: 'Criterion', width: 0.56, isNumber: false },
          { heading: 'Standard', width: 0.18, isNumber: false },
          { heading: 'Met', width: 0.06, isNumber: true },
          { heading: 'Partly met', width: 0.075, isNumber: true },
          { heading: 'Not met', width: 0.065, isNumber: true },
          { heading: 'Of', width: 0.06, isNumber: true },
        ],
        rows.map((row) => [
          `${row.id} ${row.text}`,
          row.standardTitle,
          ...[row.met, row.partly, row.notMet, row.applicable].map(String),
        ]),
      ),
    ];
  }

  function developmental(population: Population): ReportBlock[] {
    if (population.developmental.length === 0) return [];
    const { id, label } = population;
    return [
      heading(2, `${id}-developmental`, `Graded to learn from: ${lowerFirst(label)}`),
      {
        kind: 'paragraph',
        text: 'These standards did not apply to the plans, and the panel graded them all the same. They are in no other figure.',
      },
      standardsTable(
        `${id}-developmental-table`,
        `Graded to learn from, ${lowerFirst(label)}`,
        population.developmental,
      ),
    ];
  }

  function table(id: string, caption: string, columns: ReportColumn[], rows: string[][], totals = 0): ReportTable {
    number.table += 1;
    return { kind: 'table', id, caption: `Table ${number.table}. ${caption}`, columns, rows, totals };
  }

  function figure(id: string, title: string, draw: (title: string, idPrefix: string) => SvgNode): ReportBlock {
    number.figure += 1;
    return { kind: 'figure', id, caption: `Figure ${number.figure}. ${title}`, chart: draw(title, id) };
  }
}

function heading(level: 1 | 2, id: string, text: string, startsPage = false): ReportBlock {
  return { kind: 'heading', level, id, text, startsPage };
}

/** '58% (32–81%)'; a dash under ten, where the counts beside it must do. */
function shareCell(share: Share): string {
  return share.percent === null ? '–' : `${percentText(share)} (${rangeText(share)})`;
}

/** Letters that a heading cannot be narrower than, with a little air. */
function longestWord(text: string): number {
  return Math.max(5, ...text.split(/\s+/).map((word) => word.length)) + 2;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
