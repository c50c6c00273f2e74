import { renderCsv } from '../../../../../electron/backend/reports/to-csv.ts';
import { combineFiles } from '../../../../../shared/domain/report/regional.ts';
import type { Hide } from '../../../../../shared/domain/report/build-report.ts';
import type { CountedTables, CountTable } from '../../../../../shared/domain/report/count-table.ts';
import { isOfService } from '../../../../../shared/domain/report/outlets/feedback-advice.ts';
import type { HalfTermRun } from '../../../../../shared/domain/report/outlets/half-term-run.ts';
import { toldRunFigures } from '../../../../../shared/domain/report/outlets/run-figures.ts';
import { toldFeedback } from '../../../../../shared/domain/report/outlets/service-feedback.ts';
import {
  periodsBefore,
  periodsOfRun,
  type ToldFigures,
} from '../../../../../shared/domain/report/outlets/told-figures.ts';
import {
  toldCauses,
  toldCriteria,
  toldSeries,
  toldStandards,
} from '../../../../../shared/domain/report/outlets/told-series.ts';
import type { PartnershipReport } from '../../../../../shared/domain/report/report-model.ts';
import { populationKey, seriesOf } from '../../../../../shared/domain/report/series.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import type { Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { adviceIn, type AdviceOfService, SERVICES } from './random-advice.ts';
import { publish } from './random-reports.ts';
import { variedPlans } from './report-fixture.ts';
import { HALF_TERMS, RUBRIC, RUBRIC_ID } from './settled-plans.ts';
import { trueCount } from './true-count.ts';

/** What products that are put together from published reports are made of. */
export interface ToldInput {
  told: ToldFigures;
  plans: readonly SettledPlan[];
  rubrics: ReadonlyMap<string, { rubric: Rubric; digest: string }>;
  advice: readonly AdviceOfService[];
}

interface Counted {
  counted: CountedTables;
  shown: CountedTables;
  isPutTogether: true;
}

const MADE = { author: '', madeAt: '2026-12-20T09:00:00Z' };
const PARTNERSHIP = { name: 'Fernmoor SEND Partnership', areaCode: 'E09999' };

/** Figures over a run, as they are given out. */
export function figuresOf({ told, plans, rubrics }: ToldInput, run: HalfTermRun): Counted {
  const report = toldRunFigures(
    {
      partnership: PARTNERSHIP,
      run,
      plans,
      rubrics,
      currentRubric: RUBRIC,
      edition: 'publishable',
      threshold: 5,
      hideZero: false,
      ...MADE,
    },
    told,
    [],
    [],
  );
  return withTruth(tablesOf(report), plans);
}

/** Feedback: what it tells of grades and answers, and the paper with its advice, which is hidden by what is given. */
export function feedbackOf(
  { told, plans, rubrics, advice }: ToldInput,
  about: { agency: string; service: string | null },
  run: HalfTermRun,
): { figures: Counted; paper: (hide: Hide) => unknown; isTold: (key: string) => boolean } {
  const periods = periodsOfRun(told, run);
  const asked = about.agency === 'health' ? periods : [];
  const tables = [periods, periodsBefore(told, periods)].flatMap((own) =>
    toldSeries(told, own, plans, rubrics).flatMap((series) => [
      toldStandards(told, series, `feedback-${series.slug}`, ({ leadAgency }) => leadAgency === about.agency),
      toldCriteria(told, series, `missed-${series.slug}`, ({ leadAgency }) => leadAgency === about.agency),
      toldCauses(told, series),
    ]),
  );
  return {
    figures: withTruth(
      tables.filter((table) => table !== null),
      plans,
    ),
    isTold: (key) => isOfService(key, about.service),
    paper: (hide) =>
      toldFeedback(
        {
          partnership: PARTNERSHIP.name,
          for: { ...about, agencyLabel: about.agency },
          run,
          before: null,
          plans,
          rubrics,
          advice: asked.map(({ key, halfTerms }) => {
            const ids = new Set(halfTerms.map(({ id }) => id));
            const isAny = adviceIn(advice, ids).requests > 0;
            const services = SERVICES.map((service) => ({ service, counts: adviceIn(advice, ids, service) }));
            return { key, services: isAny ? services : [] };
          }),
          adviceAsAt: '2026-12-20',
          actions: [],
          examples: [],
          edition: 'publishable',
          ...MADE,
        },
        told,
        hide,
        [],
        [],
      ),
  };
}

/** Another partnership's report, by the same standards; made once for each threshold, and only where a region is asked for. */
const others = new Map<number, PartnershipReport>();
const OTHER_PLANS = variedPlans();

function otherReport(threshold: number): PartnershipReport {
  const { report } = publish({
    halfTermId: HALF_TERMS.at(-1) ?? '',
    plans: OTHER_PLANS,
    facts: { actions: [], reAudits: [], advice: [], raised: [], apart: [0, 0, 0], withoutGrade: 0, issued: [] },
    options: { threshold, hideZero: false, known: new Map(), knownHidden: new Set() },
    published: [],
  });
  return { ...report, partnership: 'Northmere', areaCode: 'E09998' };
}

/** Its report beside another partnership's, as a region sees them: sums by what the rows and columns are called. */
export function regionOf(report: PartnershipReport, plans: readonly SettledPlan[]): Counted {
  const other = others.get(report.threshold) ?? otherReport(report.threshold);
  others.set(report.threshold, other);
  const overall = tablesOf(report).filter(({ id }) => id.startsWith('overall-'));
  // Of a period that is held back its report has a line and nothing in it.
  const told = overall.flatMap(keysIn).filter((key) => !key.includes('/held-back/'));
  const own = new Set(told.map((key) => key.split('/', 3).join('/')));
  const both = tablesOf(report).length === 0 ? [other] : [report, other];
  const regional = combineFiles(both.map((one) => ({ name: `${one.partnership}.csv`, text: renderCsv(one) })));
  const series = [...new Set([...plans, ...OTHER_PLANS].map((plan) => seriesOf(plan).id))];
  const tables = regional.tables.flatMap((table): CountTable[] => {
    const [, kind = '', slug = ''] = /^(overall|areas|standards|criteria)-(.*)$/.exec(table.id) ?? [];
    const kinds = series.filter((id) => slug.startsWith(id.replaceAll(/[^a-z0-9]+/g, '-')));
    const [of] = kinds.toSorted((a, b) => b.length - a.length);
    if (of === undefined) throw new Error(`Nothing is called ${table.id}.`);
    return table.rows.map((row, at) => ({
      ...table,
      id: `region-${table.id}-${at}`,
      columns: [...table.columns],
      rows: [
        {
          id: row.id,
          label: row.label,
          isTotal: false,
          counts: table.columns.map((column, place) => {
            const sum = row.counts[place];
            const name = nameOf(kind, row.id, column.id);
            const halfTerms = /(\d{4}-\d{2}\/\d)(?: to (\d{4}-\d{2}\/\d))?$/.exec(row.id) ?? [];
            const period = kind === 'overall' || kind === 'areas' ? dotted(halfTerms) : periodIn(table.id);
            const part = `${populationKey(period, of, RUBRIC_ID)}/${name}`;
            const isOther =
              kind === 'areas' ? row.id.startsWith('northmere') : !own.has(populationKey(period, of, RUBRIC_ID));
            const key = row.areas === 2 ? `region/${part}` : isOther ? `other ${part}` : part;
            return { key, n: sum === undefined || sum.hidden > 0 ? null : sum.n };
          }),
        },
      ],
      share: null,
    }));
  });
  return withTruth([...tables, ...tablesOf(other).filter(isOfPlans).map(asOther)], plans);
}

/** The other partnership's report is there for everybody to read as well. */
function asOther(table: CountTable): CountTable {
  return {
    ...table,
    id: `other-${table.id}`,
    rows: table.rows.map((row) => ({ ...row, counts: row.counts.map(({ key, n }) => ({ key: `other ${key}`, n })) })),
    share: null,
  };
}

function isOfPlans(table: CountTable): boolean {
  return /^(overall|standards|missed|met)-/.test(table.id);
}

function tablesOf({ parts }: PartnershipReport): CountTable[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])));
}

function keysIn({ rows }: CountTable): string[] {
  return rows.flatMap(({ counts }) => counts.map(({ key }) => key));
}

function nameOf(kind: string, row: string, column: string): string {
  if (kind === 'standards') return `standard/${row}/${column}`;
  if (kind === 'criteria') return `criterion/${row}/${column}`;
  return column === 'total' ? 'total' : `overall/${column}`;
}

function dotted([, from = '', to]: readonly (string | undefined)[]): string {
  return [from, ...(to === undefined ? [] : [to])].map((id) => id.replace('/', '.')).join('_');
}

/** 'standards-final-new-2025-26-6-2026-27-2' → '2025-26.6_2026-27.2' */
function periodIn(id: string): string {
  const [, from, to] = /-(\d{4}-\d{2}-\d)(?:-(?:to-)?(\d{4}-\d{2}-\d))?$/.exec(id) ?? [];
  return [from, to].flatMap((half) => (half === undefined ? [] : [half.replace(/-(\d)$/, '.$1')])).join('_');
}

/** With the counts as they are, so that a relation which does not hold comes to light. */
function withTruth(tables: readonly CountTable[], plans: readonly SettledPlan[]): Counted {
  const unique = tables.map((table, at) => ({ ...table, id: `${table.id}-${at}` }));
  const counted = unique.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      counts: row.counts.map(({ key }) => ({ key, n: trueCount(key, plans, OTHER_PLANS) })),
    })),
  }));
  return { counted: { tables: counted, sums: [] }, shown: { tables: unique, sums: [] }, isPutTogether: true };
}
