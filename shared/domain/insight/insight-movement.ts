import { gradeRank, gradesFromBest } from '../grading/grade-order.ts';
import type { CountedTables, CountRow, CountTable } from '../report/count-table.ts';
import { NONE } from '../report/result-code.ts';
import type { SettledPlan } from '../report/settled-plan.ts';
import { gradeLabel, standardTitle } from '../rubric/rubric-words.ts';
import type { Rubric } from '../rubric/rubric.ts';

/** A plan's draft and its final, both graded by the same version of the standards. */
export interface DraftAndFinal {
  draft: SettledPlan;
  final: SettledPlan;
}

export interface Movement {
  pairs: readonly DraftAndFinal[];
  /** Chosen plan versions whose draft or final is not settled, or was graded by another version of the standards. */
  alone: number;
}

export const MOVEMENT_TABLE = 'movement';
export const MOVEMENT_BY_STANDARD = 'movement-standards';

/**
 * Each cycle's latest draft with its latest final, where one of the two is among the chosen plans. The other may be of
 * any half-term and round: it is the same plan. An amended draft goes with an amended final, never with a first one.
 */
export function draftsAndFinals(
  chosen: readonly SettledPlan[],
  all: readonly SettledPlan[],
  cycleOf: ReadonlyMap<string, string>,
): Movement {
  const own = new Set(chosen);
  const groups = new Map<string, SettledPlan[]>();
  const wanted = new Set(chosen.flatMap((plan) => keyOf(plan, cycleOf) ?? []));
  for (const plan of all) {
    const key = keyOf(plan, cycleOf);
    if (key === undefined || !wanted.has(key)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [plan]);
    else group.push(plan);
  }
  const pairs: DraftAndFinal[] = [];
  for (const plans of groups.values()) {
    const draft = latest(plans.filter(isDraft), own);
    const final = latest(
      plans.filter((plan) => !isDraft(plan)),
      own,
    );
    if (draft !== undefined && final !== undefined) pairs.push({ draft, final });
  }
  const paired = new Set(pairs.flatMap(({ draft, final }) => [keyOf(draft, cycleOf), keyOf(final, cycleOf)]));
  return { pairs, alone: chosen.filter((plan) => !paired.has(keyOf(plan, cycleOf))).length };
}

/** One cycle, kind of plan and version of the standards: a draft and a final that may be held against each other. */
function keyOf(plan: SettledPlan, cycleOf: ReadonlyMap<string, string>): string | undefined {
  const cycle = cycleOf.get(plan.documentId);
  if (cycle === undefined) return undefined;
  const kind = plan.stage.startsWith('amended_') ? 'amended' : plan.planType;
  return `${cycle} ${kind} ${plan.rubricId}`;
}

function isDraft({ stage }: SettledPlan): boolean {
  return stage === 'draft' || stage === 'amended_draft';
}

/** Of a plan's versions the last to be graded; a chosen one before any other. */
function latest(plans: readonly SettledPlan[], own: ReadonlySet<SettledPlan>): SettledPlan | undefined {
  const chosen = plans.filter((plan) => own.has(plan));
  return (chosen.length > 0 ? chosen : plans).toSorted((a, b) => (when(a) < when(b) ? 1 : -1))[0];
}

function when({ panelDate, documentId }: SettledPlan): string {
  return `${panelDate} ${documentId}`;
}

/** From grade to grade, and by standard whether the final was better. `key` begins the keys of the counts. */
export function movementTables(key: string, rubric: Rubric, { pairs }: Movement): CountedTables {
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const label = (id: string) => (id === 'all' ? 'All' : gradeLabel(rubric, id));
  const numbers = new Map<string, number>();
  for (const { draft, final } of pairs) {
    const cell = `${draft.overallGrade} ${final.overallGrade}`;
    numbers.set(cell, (numbers.get(cell) ?? 0) + 1);
  }
  const number = (from: readonly string[], to: readonly string[]) =>
    from.reduce((sum, a) => sum + to.reduce((added, b) => added + (numbers.get(`${a} ${b}`) ?? 0), 0), 0);
  const one = (id: string) => (id === 'all' ? scale : [id]);
  const cellKey = (from: string, to: string) => `${key}/movement/${from}/${to}`;
  const ends = [...scale, 'all'];
  const standards = standardRows(key, rubric, pairs);
  return {
    tables: [
      {
        id: MOVEMENT_TABLE,
        caption: 'Grade of the draft (rows) and of the final (columns)',
        noun: 'plans',
        rowHead: 'Draft',
        columns: ends.map((id) => ({ id, label: label(id), isTotal: id === 'all' })),
        rows: ends.map((from) => ({
          id: from,
          label: label(from),
          isTotal: from === 'all',
          counts: ends.map((to) => ({ key: cellKey(from, to), n: number(one(from), one(to)) })),
        })),
        share: null,
      },
      {
        id: MOVEMENT_BY_STANDARD,
        caption: 'From draft to final, by standard',
        noun: 'plans',
        rowHead: 'Standard',
        columns: [
          { id: 'higher', label: 'Final higher', isTotal: false },
          { id: 'same', label: 'The same', isTotal: false },
          { id: 'lower', label: 'Final lower', isTotal: false },
          { id: 'all', label: 'Graded in both', isTotal: true },
        ],
        rows: standards,
        share: { label: 'Share higher', n: 'higher', of: 'all' },
      },
    ],
    sums: [
      ...ends.map((from) => ({ total: cellKey(from, 'all'), parts: scale.map((to) => cellKey(from, to)) })),
      ...ends.map((to) => ({ total: cellKey('all', to), parts: scale.map((from) => cellKey(from, to)) })),
      ...standards.map(({ counts }) => {
        const [higher = '', same = '', lower = '', all = ''] = counts.map((count) => count.key);
        return { total: all, parts: [higher, same, lower] };
      }),
    ],
  };
}

/** How a standard's grade moved: negative where the final is the better; null where one of them did not apply. */
export function movedOn(standardAt: number, { draft, final }: DraftAndFinal): number | null {
  const [from, to] = [draft, final].map(({ code }) => Number.parseInt(code.standards[standardAt] ?? NONE, 36));
  const steps = (to ?? Number.NaN) - (from ?? Number.NaN);
  return Number.isNaN(steps) ? null : steps;
}

function standardRows(key: string, rubric: Rubric, pairs: readonly DraftAndFinal[]): CountRow[] {
  return rubric.standards.flatMap(({ id }, at) => {
    const moved = pairs.flatMap((pair) => movedOn(at, pair) ?? []);
    if (moved.length === 0) return [];
    const counts = {
      higher: moved.filter((steps) => steps < 0).length,
      same: moved.filter((steps) => steps === 0).length,
      lower: moved.filter((steps) => steps > 0).length,
      all: moved.length,
    };
    return [
      {
        id,
        label: standardTitle(rubric, id),
        isTotal: false,
        counts: Object.entries(counts).map(([column, n]) => ({ key: `${key}/movement/standard/${id}/${column}`, n })),
      },
    ];
  });
}

/** What the cross table says, in sentences: counts alone, for no share is drawn from them. */
export function movementSentences(rubric: Rubric, { pairs, alone }: Movement): string[] {
  if (pairs.length === 0) {
    return ['No plan here has both its draft and its final graded by the same version of the standards.'];
  }
  const steps = pairs.map(
    ({ draft, final }) => gradeRank(rubric, final.overallGrade) - gradeRank(rubric, draft.overallGrade),
  );
  const number = (holds: (by: number) => boolean) => steps.filter(holds).length;
  const all = pairs.length === 1 ? 'The one plan' : `Of ${pairs.length} plans`;
  return [
    `${all} whose draft and final were both graded: ${number((by) => by < 0)} graded higher as a final, ${number((by) => by === 0)} the same, ${number((by) => by > 0)} lower.`,
    ...(alone > 0
      ? [
          `${alone} more ${alone === 1 ? 'has' : 'have'} no graded version to hold against, so ${alone === 1 ? 'it is' : 'they are'} not in this picture.`,
        ]
      : []),
    'Plans of which both were graded are not drawn by chance: this tells of them alone.',
  ];
}

/** Cells of the cross table that hold something, from the best grade of the draft on. */
export function flowsOf(table: CountTable): { from: string; to: string; n: number }[] {
  const ends = table.columns.filter(({ isTotal }) => !isTotal);
  return table.rows
    .filter(({ isTotal }) => !isTotal)
    .flatMap((row) =>
      ends.flatMap(({ id }, at) => {
        const n = row.counts[at]?.n ?? 0;
        return n === 0 ? [] : [{ from: row.id, to: id, n }];
      }),
    );
}
