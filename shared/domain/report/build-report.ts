import { gradesFromBest, isGoodOrBetter } from '../grading/grade-order.ts';
import { gradeLabel } from '../rubric/rubric-words.ts';
import type { CountedTables, CountTable } from './count-table.ts';
import { coarsen, fewestInDetail } from './coarse-tables.ts';
import { actionsPart } from './parts/actions-part.ts';
import { agenciesPart } from './parts/agencies-part.ts';
import { criteriaPart } from './parts/criteria-part.ts';
import { gradesPart } from './parts/grades-part.ts';
import { methodsPart } from './parts/methods-part.ts';
import { moderationPart } from './parts/moderation-part.ts';
import { pfaPart } from './parts/pfa-part.ts';
import { samplePart } from './parts/sample-part.ts';
import { smallKinds } from './parts/small-groups.ts';
import { standardsPart } from './parts/standards-part.ts';
import { summaryPart } from './parts/summary-part.ts';
import { themesPart } from './parts/themes-part.ts';
import { trainingPart } from './parts/training-part.ts';
import { trendPart } from './parts/trend-part.ts';
import { joinTables } from './population-tables.ts';
import { paragraph } from './parts/block-words.ts';
import { LINES_OF_PAGE, linesOnPage } from './parts/page-lines.ts';
import { periodWords } from './parts/period-words.ts';
import { fitOwnWords } from './parts/own-words-page.ts';
import { type Prepared, prepare } from './prepare.ts';
import { publishablePart } from './publishable-blocks.ts';
import { notShownBlocks, withoutIntroductions } from './not-shown.ts';
import type { PartDraft, ReportInput } from './report-input.ts';
import type { PartnershipReport, ReportBlock } from './report-model.ts';

const TITLE = 'Partnership quality assurance report';
const MARKINGS = { internal: 'Official – sensitive', publishable: 'For publication' } as const;

/** Hides what may not be shown in an edition: what comes in goes out, with some counts null. */
export type Hide = (counted: CountedTables) => CountedTables;

/**
 * The partnership report of a half-term, from what the workspace holds: counted first, then hidden by `hide`, and only
 * then written, so that no sentence, chart or file can tell what its tables do not. Pure: the same input gives the same
 * report, whatever the order of its plans. `hidden` says in words what was hidden and why.
 */
export function buildReport(input: ReportInput, hide: Hide, hidden: readonly string[]): PartnershipReport {
  const counts = prepare(input);
  const prepared: Prepared = { ...counts, small: smallKinds(counts.now, input) };
  const drafts: PartDraft[] = [
    summaryPart(prepared),
    samplePart(prepared),
    gradesPart(prepared),
    standardsPart(prepared),
    agenciesPart(prepared),
    criteriaPart(prepared),
    themesPart(prepared),
    pfaPart(prepared),
    trendPart(prepared),
    moderationPart(prepared),
    actionsPart(prepared),
    trainingPart(prepared),
    methodsPart(prepared, [...hidden, ...togetherWords(input)]),
  ];
  const counted = joinTables(drafts.map((draft) => draft.counted));
  const coarse = input.edition === 'publishable' ? coarsen(counted, input.threshold, heldBack(input)) : null;
  const shown = hide(coarse?.counted ?? counted);
  const tables = new Map(shown.tables.map((table) => [table.id, table]));
  if (tables.size < shown.tables.length)
    throw new Error(`Two tables of the report have one name: ${twice(shown.tables)}.`);
  const table = (id: string): CountTable => {
    const given = counted.tables.find((known) => known.id === id);
    if (given === undefined) throw new Error(`No part of the report counts ${id}.`);
    const found = tables.get(id);
    return found === undefined ? blankOf(given) : withRowsOf(given, found);
  };
  const { rubric, goodOrBetterLabel } = prepared;
  const { edition } = input;
  const notShown: string[] = [];
  return {
    title: TITLE,
    partnership: input.partnership.name,
    areaCode: input.partnership.areaCode,
    halfTerm: reportedHalfTerm(input),
    periods: (input.period?.all ?? []).map((ids) => [...ids]),
    rounds: input.rounds.map(({ kind, theme, panelDate, sample }) => ({
      kind,
      kindWords: kind === 'random' && sample === null ? 'Plans picked by hand' : kindWords(kind),
      theme,
      panelDate,
    })),
    edition,
    threshold: input.threshold,
    hideZero: input.hideZero ?? false,
    marking: MARKINGS[edition],
    madeAt: input.madeAt,
    author: input.author,
    rubrics: [...input.rubrics].map(([id, { rubric: used, digest }]) => ({
      id,
      title: used.title,
      version: used.version,
      digest,
    })),
    gradeScale: gradesFromBest(rubric).map((grade) => ({
      id: grade.id,
      label: gradeLabel(rubric, grade.id),
      descriptor: grade.descriptor,
      expectedResponse: grade.expectedResponse,
      isGoodOrBetter: isGoodOrBetter(rubric, grade.id),
    })),
    goodOrBetterLabel,
    parts: drafts.map((draft) => ({
      number: draft.number,
      id: draft.id,
      title: draft.title,
      blocks: withOwnWords(draft.id, fit(draft.id, draft.write({ table }))),
    })),
  };

  /** What an edition leaves out is said once, in its last part, which comes after all others. */
  function fit(part: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] {
    if (coarse === null) return blocks;
    const { blocks: kept, leftOut } = publishablePart(blocks, coarse);
    const printed = new Set(
      blocks.flatMap((block) => (block.kind === 'counts' && block.isDataAlone !== true ? [block.table.caption] : [])),
    );
    notShown.push(...leftOut.filter((caption) => printed.has(caption)));
    if (part === 'summary') return [...paragraph('period', periodWords(input)), ...kept];
    if (part === 'methods') return [...notShownBlocks(prepared, notShown), ...kept];
    return withoutIntroductions(blocks, kept);
  }

  /** What a person wrote for a part stands before what was counted; the summary keeps its page all the same. */
  function withOwnWords(part: string, blocks: readonly ReportBlock[]): ReportBlock[] {
    const text = (input.words.get(part) ?? '').trim();
    if (text === '') return [...blocks];
    if (part === 'summary') return [fitOwnWords(part, text, LINES_OF_PAGE - linesOnPage(blocks)), ...blocks];
    return [{ kind: 'words', slot: part, text }, ...blocks];
  }
}

/** By the half-term that it was asked for; named by all that it tells of together. */
function reportedHalfTerm({ halfTerm, period }: ReportInput): PartnershipReport['halfTerm'] {
  const { id, label, schoolYear, start, end } = period?.halfTerms.at(-1) ?? halfTerm;
  const [first] = period?.halfTerms ?? [];
  if (first === undefined || first.id === id) return { id, label, schoolYear, start, end };
  const from = first.schoolYear === schoolYear ? first.label : `${first.label} ${first.schoolYear.replace('-', '/')}`;
  return { id, label: `${from} to ${label}`, schoolYear, start: first.start, end };
}

/** What is taken together before anything is hidden. */
function togetherWords({ edition, threshold }: ReportInput): string[] {
  if (edition === 'internal') return [];
  return [
    `Before anything is hidden, small things are taken together: good or better rather than each grade of a standard, groups of fewer than ${threshold} plans as others, what is not fully met as one. Kinds of plans with fewer than ${fewestInDetail(threshold)} are told of by their number and how many were good or better, and no more.`,
    'Half-terms are counted together until there are plans enough. Such periods never overlap, and stay as they were published.',
    'Each plan is counted once, as it stood when figures of it were first published. One that was settled after its half-term had been published is counted with the next that is published, so that two reports never differ by a few plans.',
  ];
}

/** What begins the keys of a period of which nothing is told. */
function heldBack({ halfTerm, period }: ReportInput): string | null {
  return period?.isHeldBack === true ? halfTerm.id.replace('/', '.') : null;
}

/** A table that the edition does not have, to those who write from it: it tells nothing. */
function blankOf(table: CountTable): CountTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, counts: row.counts.map(({ key }) => ({ key, n: null })) })),
  };
}

/** With the rows of a period that is held back in their places, telling nothing. */
function withRowsOf(given: CountTable, { rows, ...table }: CountTable): CountTable {
  const shown = new Map(rows.map((row) => [row.id, row]));
  const isOfPeriods = given.rows.some(({ id }) => shown.has(id)) && given.rows.length > rows.length;
  if (!isOfPeriods || !/^(overall|trend|measure)-/.test(given.id)) return { ...table, rows };
  return {
    ...table,
    rows: given.rows.map(
      (row) =>
        shown.get(row.id) ?? {
          ...row,
          counts: table.columns.map(({ id }) => ({ key: `${row.id}/held-back/${id}`, n: null })),
        },
    ),
  };
}

function kindWords(kind: string): string {
  switch (kind) {
    case 'random':
      return 'Random sample';
    case 'thematic':
      return 'Thematic sample';
    case 'risk_based':
      return 'Risk-based sample';
    default:
      return kind.replaceAll('_', ' ');
  }
}

function twice(tables: readonly CountTable[]): string {
  return tables.flatMap(({ id }, at) => (tables.findIndex((other) => other.id === id) === at ? [] : [id])).join(', ');
}
