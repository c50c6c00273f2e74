import { formatDate } from '../../calendar-date.ts';
import { halfTermName } from '../../half-term.ts';
import type { CountedTables, CountRow } from '../count-table.ts';
import { joinTables } from '../population-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, ReportInput } from '../report-input.ts';
import { hasPercentages } from '../shown-shares.ts';
import { chartOf, counts, heading, onlyData, paragraph } from './block-words.ts';
import { isBare, splitBySize } from './small-groups.ts';
import { restsOnTen, shareFromTen, shareFromTenInAll } from './rests-on-ten.ts';
import { lowerFirst } from '../report-words.ts';

/** Part 6: what each agency leads and how it was graded, and whether its advice came and came in time. */
export function agenciesPart(prepared: Prepared): PartDraft {
  const { input, now, goodOrBetterLabel } = prepared;
  const { large, few } = splitBySize(prepared);
  return {
    number: 6,
    id: 'agencies',
    title: 'Agencies and their advice',
    counted: joinTables([
      ...now.map((series) => agencyTable(series, goodOrBetterLabel)),
      ...(input.advice.length === 0 ? [] : [adviceTable(input)]),
    ]),
    write: (shown) => [
      ...paragraph(
        'agencies-words',
        large.length === 0
          ? []
          : [
              'Each standard is counted for the agency that leads it, or for all agencies where they lead it jointly, once for every plan to which it applied. No row is a total of others.',
              ...(large.some((series) => restsOnTen(series, shown))
                ? ['Several gradings come from one plan, so the likely ranges are somewhat too narrow.']
                : []),
            ],
      ),
      ...large.flatMap((series) => {
        const { slug, label } = series;
        const table = shareFromTen(shown.table(`agencies-${slug}`), series, shown);
        return [
          heading(`agencies-${slug}-heading`, label),
          ...(hasPercentages(table)
            ? [chartOf(table, 'shares', `Standards by the agency that leads them: ${lowerFirst(label)}`)]
            : []),
          counts(table),
        ];
      }),
      ...few.map((series) => onlyData(shareFromTen(shown.table(`agencies-${series.slug}`), series, shown))),
      ...(isBare(prepared) && input.advice.length === 0
        ? []
        : [heading('advice-heading', 'Advice asked for and received')]),
      ...(input.advice.length === 0
        ? paragraph(
            'advice-none',
            isBare(prepared)
              ? []
              : ['The log of advice has no request for these plans, so it says nothing of timeliness.', ...TWO_SOURCES],
          )
        : [
            ...paragraph('advice-words', [
              ...loggedWords(input),
              'Advice is due within six weeks of being asked for (regulation 8). A nil return counts as an answer, not as missing advice. Only answers whose days are known can be timed.',
              adviceAsAt(input),
              ...TWO_SOURCES,
            ]),
            counts(shareFromTenInAll(shown.table('advice'), now, shown)),
          ]),
    ],
  };
}

/** What auditors saw in a plan and what was entered in the log may differ, and neither puts the other right. */
const TWO_SOURCES = [
  'What auditors answered on the timeliness of advice rests on the plan and its papers, not on this log: the two are separate sources and may differ.',
];

/** How many plans the log tells of; a publishable edition leaves it out, since it is in no table. */
function loggedWords({ advisedPlans, edition }: ReportInput): string[] {
  if (advisedPlans === null || edition === 'publishable') return [];
  const { logged, of } = advisedPlans;
  return [
    `The log has requests for ${logged} of ${of} ${of === 1 ? 'plan' : 'plans'} audited in this half-term, and says nothing of the others.`,
  ];
}

/** The report bears its day, and so does the screen: what matters is that an earlier half-term is told of as it was. */
function adviceAsAt({ asAt, today, halfTerm }: ReportInput): string {
  return asAt < today
    ? `Counted as it stood on ${formatDate(asAt)}, the last day that counts to ${halfTermName(halfTerm)}.`
    : `Counted as it stands on ${formatDate(asAt)}: the half-term is not over.`;
}

function agencyTable({ slug, label, tally }: SeriesNow, goodOrBetterLabel: string): CountedTables {
  const { population, rubric } = tally;
  const agencies = rubric.leadAgencies.flatMap((agency) => {
    const standards = tally.standards.filter(
      ({ id }) => rubric.standards.find((standard) => standard.id === id)?.leadAgency === agency.id,
    );
    return standards.length === 0 ? [] : [{ ...agency, standards }];
  });
  const keyOf = (agency: string, column: string) => `${population.key}/agency/${agency}/${column}`;
  return {
    tables: [
      {
        id: `agencies-${slug}`,
        caption: `Standards by the agency that leads them: ${lowerFirst(label)}`,
        noun: 'gradings of standards',
        rowHead: 'Led by',
        columns: [
          { id: 'good-or-better', label: goodOrBetterLabel, isTotal: false },
          { id: 'below', label: 'Below', isTotal: false },
          { id: 'total', label: 'Gradings of standards', isTotal: true },
        ],
        rows: agencies.map(({ id, label: name, standards }): CountRow => {
          const good = sum(standards.map(({ goodOrBetter }) => goodOrBetter));
          const total = sum(standards.map(({ applied }) => applied));
          return {
            id,
            label: name,
            isTotal: false,
            counts: [
              { key: keyOf(id, 'good-or-better'), n: good },
              { key: keyOf(id, 'below'), n: total - good },
              { key: keyOf(id, 'total'), n: total },
            ],
          };
        }),
        share: { label: `Share ${lowerFirst(goodOrBetterLabel)}`, n: 'good-or-better', of: 'total' },
      },
    ],
    sums: agencies.flatMap(({ id, standards }) => [
      { total: keyOf(id, 'total'), parts: [keyOf(id, 'good-or-better'), keyOf(id, 'below')] },
      {
        total: keyOf(id, 'good-or-better'),
        parts: standards.map((standard) => `${population.key}/standard/${standard.id}/good-or-better`),
      },
      {
        total: keyOf(id, 'total'),
        parts: standards.map((standard) => `${population.key}/standard/${standard.id}/applied`),
      },
    ]),
  };
}

function adviceTable({ advice, halfTerm }: ReportInput): CountedTables {
  const keyOf = (agency: string, column: string) => `${halfTerm.id.replace('/', '.')}/advice/${agency}/${column}`;
  const columns = ['received', 'nil', 'missing', 'waiting', 'asked', 'in-time', 'late', 'timed'] as const;
  return {
    tables: [
      {
        id: 'advice',
        caption: 'Advice by agency: what came, and whether in time',
        noun: 'requests for advice',
        rowHead: 'Agency',
        columns: [
          { id: 'received', label: 'Received', isTotal: false },
          { id: 'nil', label: 'Nil return', isTotal: false },
          { id: 'missing', label: 'Missing', isTotal: false },
          { id: 'waiting', label: 'Not due yet', isTotal: false },
          { id: 'asked', label: 'Asked for', isTotal: true },
          { id: 'in-time', label: 'Within six weeks', isTotal: false },
          { id: 'late', label: 'Late', isTotal: false },
          { id: 'timed', label: 'Answers timed', isTotal: true },
        ],
        rows: advice.map(({ agency, label, counts: found }): CountRow => {
          const values: Record<(typeof columns)[number], number> = {
            received: found.received,
            nil: found.nil,
            missing: found.missing,
            waiting: found.waiting,
            asked: found.requests,
            'in-time': found.timed - found.late,
            late: found.late,
            timed: found.timed,
          };
          return {
            id: agency,
            label,
            isTotal: false,
            counts: columns.map((column) => ({ key: keyOf(agency, column), n: values[column] })),
          };
        }),
        share: { label: 'Share within six weeks', n: 'in-time', of: 'timed' },
      },
    ],
    sums: advice.flatMap(({ agency }) => [
      {
        total: keyOf(agency, 'asked'),
        parts: ['received', 'nil', 'missing', 'waiting'].map((column) => keyOf(agency, column)),
      },
      { total: keyOf(agency, 'timed'), parts: [keyOf(agency, 'in-time'), keyOf(agency, 'late')] },
    ]),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((added, value) => added + value, 0);
}
