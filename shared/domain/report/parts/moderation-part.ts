import { FEWEST_FOR_PERCENTAGE, wholePercentage } from '../../percentages.ts';
import { agreementInWords } from '../../moderation/agreement.ts';
import { gradesFromBest } from '../../grading/grade-order.ts';
import { criterionText, gradeLabel } from '../../rubric/rubric-words.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { foundWords } from '../found-words.ts';
import { countIn, type CountedTables, type CountRow, type CountTable } from '../count-table.ts';
import { counted } from '../report-words.ts';
import { joinTables } from '../population-tables.ts';
import type { Prepared } from '../prepare.ts';
import type { AgreementFacts, PartDraft, ShownTables } from '../report-input.ts';
import { shareOfRow } from '../shown-shares.ts';
import { type ResultStanding, type SettledPlan, STANDINGS } from '../settled-plan.ts';
import { counts, heading, onlyData, paragraph } from './block-words.ts';
import { isBare } from './small-groups.ts';

const STANDING_WORDS: Readonly<Record<ResultStanding, string>> = {
  agreed: 'Agreed by the panel',
  overridden: 'Agreed, and moved one step by the chair with a reason',
  one_auditor: 'One auditor: not moderated',
  lower_of_several: 'Several auditors, not moderated yet: the lower grade stands',
  joined: 'Each auditor graded a part: put together',
};

/** Part 11: how many gradings were agreed, how far auditors agreed before, and what moderation changed. */
export function moderationPart(prepared: Prepared): PartDraft {
  const { input, rubric, now, small } = prepared;
  const isInWords = small !== undefined && input.edition === 'internal';
  const plans = now.flatMap(({ tally }) => tally.population.plans);
  const moderated = plans.filter(({ standing, gradeAlone }) => isAgreed(standing) && gradeAlone !== null);
  const prefix = `${input.halfTerm.id.replace('/', '.')}/moderation`;
  return {
    number: 11,
    id: 'moderation',
    title: 'Moderation and agreement',
    counted: joinTables([
      standingTable(prefix, plans),
      ...(moderated.length === 0 ? [] : [changedTable(prefix, rubric, moderated)]),
      ...input.agreement.map((found) => agreementTables(found, rubric)),
      {
        tables: [],
        // Whatever came about in one of these ways is in one of the populations.
        sums: [{ total: `${prefix}/total`, parts: now.map(({ tally }) => `${tally.population.key}/total`) }],
      },
    ]),
    write: (shown) =>
      now.length === 0
        ? []
        : [
            ...paragraph('double-audited', doubleAudited(shown)),
            counts(shown.table('standing')),
            ...input.agreement.flatMap((found) => {
              const table = shown.table(agreementId(found));
              const isShown = table.rows.every((row) => row.counts.every(({ n }) => n !== null));
              return [
                heading(`${agreementId(found)}-heading`, 'How far auditors agreed before they met'),
                ...(isShown ? paragraph(`${agreementId(found)}-words`, agreementSentences(found, table)) : []),
                isInWords && isShown ? onlyData(table) : counts(table),
                ...(found.disputed.length === 0
                  ? []
                  : [isInWords ? onlyData(shown.table(disputedId(found))) : counts(shown.table(disputedId(found)))]),
              ];
            }),
            ...(moderated.length === 0 && isBare(prepared)
              ? []
              : [heading('changed-heading', 'What moderation changed')]),
            ...(moderated.length === 0
              ? paragraph(
                  'changed-none',
                  isBare(prepared) ? [] : ['No plan graded by an auditor as a whole has been moderated.'],
                )
              : [
                  ...paragraph('changed-words', [
                    'The lower of the grades that auditors gave alone, beside the grade then agreed. Auditors’ own grades are kept.',
                    ...changedSentence(shown.table('changed')),
                  ]),
                  counts(shown.table('changed')),
                ]),
          ],
  };

  /** How many of the plan versions were graded by several auditors, each alone (field brief §16.1, part 11). */
  function doubleAudited(shown: ShownTables): string[] {
    const standing = shown.table('standing').rows.find(({ isTotal }) => isTotal)?.counts[0]?.n ?? null;
    const several = input.agreement.map((found) => shown.table(agreementId(found)).rows[0]?.counts[1]?.n ?? null);
    const n = several.reduce<number | null>((sum, own) => (sum === null || own === null ? null : sum + own), 0);
    if (n === null || standing === null || standing === 0 || n > standing) return [];
    const share = standing < FEWEST_FOR_PERCENTAGE ? '' : ` (${wholePercentage(n, standing)}%)`;
    return [
      `${n === 0 ? 'None' : n} of ${counted(standing, 'plan versions')}${share} ${n < 2 ? 'was' : 'were'} graded by two auditors or more, each alone.`,
    ];
  }

  function agreementSentences(found: AgreementFacts, table: CountTable): string[] {
    const [same = null, withinOne = null] = table.rows.map((row) => shareOfRow(table, row));
    const said =
      isInWords && same !== null && withinOne !== null && same.percent !== null
        ? `Auditors, each alone, gave a plan version the same grade in ${same.words}, and were within one grade in ${withinOne.words}.`
        : agreementInWords({ ...found, crossTable: found.crossTable.map((row) => [...row]) });
    return [
      said,
      // It is worked out from a table that is not shown.
      ...(found.kappa === null || input.edition === 'publishable' || found.documents < fewestForKappa(found)
        ? []
        : [
            `Measured against chance (linear-weighted kappa), agreement is ${found.kappa.toFixed(2)}: 0 is what chance would give and 1 is full agreement. It misleads where nearly all plans have one grade.`,
          ]),
      ...(isInWords ? disputedSentence(found, rubric) : []),
    ];
  }
}

/** Criteria that are named of those on which auditors differ; the workbook has the others. */
const MOST_DISPUTED = 3;

function disputedSentence({ disputed }: AgreementFacts, rubric: Rubric): string[] {
  const named = disputed.slice(0, MOST_DISPUTED);
  if (named.length === 0) return [];
  const words = named.map(
    ({ criterionId, different, pairs }, at) =>
      `${foundWords(rubric, criterionId)} (${criterionId}, by ${different} of ${pairs}${at === 0 ? ' pairs of auditors' : ''})`,
  );
  return [`Most often answered differently, and so for the next calibration: ${words.join('; ')}.`];
}

/**
 * Plan versions from which on kappa is given: twice the square of the number of grades, the least for which its standard
 * error holds (D. V. Cicchetti, Applied Psychological Measurement 5 (1981), 101–104: 2k² for k categories).
 */
export function fewestForKappa({ grades }: Pick<AgreementFacts, 'grades'>): number {
  return 2 * grades.length ** 2;
}

function agreementId({ roundId }: AgreementFacts): string {
  return `agreement-${roundId}`;
}

function disputedId({ roundId }: AgreementFacts): string {
  return `disputed-${roundId}`;
}

function agreementTables(found: AgreementFacts, rubric: Rubric): CountedTables {
  const key = `round/${found.roundId}/agreement`;
  const all = { key: `${key}/all`, n: found.documents };
  return {
    tables: [
      {
        id: agreementId(found),
        caption: 'Plan versions that several auditors graded alone',
        noun: 'plan versions',
        rowHead: 'Their grades were',
        columns: [
          { id: 'versions', label: 'Plan versions', isTotal: false },
          { id: 'all', label: 'Graded by several', isTotal: true },
        ],
        rows: [
          { id: 'same', label: 'The same', isTotal: false, counts: [{ key: `${key}/same`, n: found.same }, all] },
          {
            id: 'within-one',
            label: 'The same or one grade apart',
            isTotal: false,
            counts: [{ key: `${key}/within-one`, n: found.withinOne }, all],
          },
        ],
        share: { label: 'Share', n: 'versions', of: 'all' },
      },
      {
        id: disputedId(found),
        caption: 'Criteria most often answered differently: the next calibration’s agenda',
        noun: 'pairs of auditors',
        rowHead: 'Criterion',
        columns: [
          { id: 'different', label: 'Answered differently', isTotal: false },
          { id: 'alike', label: 'Answered alike', isTotal: false },
          { id: 'pairs', label: 'Pairs of auditors', isTotal: true },
        ],
        rows: found.disputed.map(({ criterionId, different, pairs }) => ({
          id: criterionId,
          label: `${criterionId} ${criterionText(rubric, criterionId)}`,
          isTotal: false,
          counts: [
            { key: `${key}/${criterionId}/different`, n: different },
            { key: `${key}/${criterionId}/alike`, n: pairs - different },
            { key: `${key}/${criterionId}/pairs`, n: pairs },
          ],
        })),
        share: null,
      },
    ],
    sums: [
      { total: `${key}/within-one`, parts: [`${key}/same`, `${key}/one-apart`] },
      ...found.disputed.map(({ criterionId }) => ({
        total: `${key}/${criterionId}/pairs`,
        parts: [`${key}/${criterionId}/different`, `${key}/${criterionId}/alike`],
      })),
    ],
  };
}

function isAgreed(standing: ResultStanding): boolean {
  return standing === 'agreed' || standing === 'overridden';
}

function standingTable(prefix: string, plans: readonly SettledPlan[]): CountedTables {
  const found = Map.groupBy(plans, ({ standing }) => standing);
  const standings = STANDINGS;
  return {
    tables: [
      {
        id: 'standing',
        caption: 'How each grade came about',
        noun: 'plan versions',
        rowHead: 'The grade is',
        columns: [{ id: 'versions', label: 'Plan versions', isTotal: false }],
        rows: [
          ...standings.map((standing): CountRow => ({
            id: standing,
            label: STANDING_WORDS[standing],
            isTotal: false,
            counts: [{ key: `${prefix}/standing/${standing}`, n: found.get(standing)?.length ?? 0 }],
          })),
          {
            id: 'all',
            label: 'All plan versions with a grade',
            isTotal: true,
            counts: [{ key: `${prefix}/total`, n: plans.length }],
          },
        ],
        share: null,
      },
    ],
    sums: [{ total: `${prefix}/total`, parts: standings.map((standing) => `${prefix}/standing/${standing}`) }],
  };
}

/** How many grades moved, where every count on the diagonal is shown. */
function changedSentence(table: CountTable): string[] {
  const kept = table.rows.flatMap((row) => (row.isTotal ? [] : [countIn(table, row, row.id)?.n ?? null]));
  const last = table.rows.at(-1);
  const all = last === undefined ? null : (countIn(table, last, 'all')?.n ?? null);
  if (all === null || all === 0) return [];
  const same = kept.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);
  if (same === null) return [];
  if (same === all) return ['Moderation changed none of them.'];
  return [`Moderation kept ${same} of ${counted(all, table.noun)} at that grade and moved ${all - same}.`];
}

function changedTable(prefix: string, rubric: Rubric, moderated: readonly SettledPlan[]): CountedTables {
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const number = (alone: string, agreed: string) =>
    moderated.filter(({ gradeAlone, overallGrade }) => gradeAlone === alone && overallGrade === agreed).length;
  const keyOf = (alone: string, agreed: string) => `${prefix}/changed/${alone}/${agreed}`;
  const rows = [...scale, 'all'];
  const columns = [...scale, 'all'];
  const value = (row: string, column: string): number =>
    (row === 'all' ? scale : [row]).reduce(
      (sum, alone) =>
        sum + (column === 'all' ? scale : [column]).reduce((added, agreed) => added + number(alone, agreed), 0),
      0,
    );
  const name = (id: string) => (id === 'all' ? 'All' : gradeLabel(rubric, id));
  return {
    tables: [
      {
        id: 'changed',
        caption: 'Grade alone (rows) and agreed grade (columns)',
        noun: 'plan versions',
        rowHead: 'Lower grade alone',
        columns: columns.map((id) => ({ id, label: name(id), isTotal: id === 'all' })),
        rows: rows.map((row) => ({
          id: row,
          label: name(row),
          isTotal: row === 'all',
          counts: columns.map((column) => ({ key: keyOf(row, column), n: value(row, column) })),
        })),
        share: null,
      },
    ],
    sums: [
      ...rows.map((row) => ({ total: keyOf(row, 'all'), parts: scale.map((column) => keyOf(row, column)) })),
      ...columns.map((column) => ({ total: keyOf('all', column), parts: scale.map((row) => keyOf(row, column)) })),
    ],
  };
}
