import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../../../shared/domain/report/build-report.ts';
import { coarsen } from '../../../../../shared/domain/report/coarse-tables.ts';
import { countsByKey, type CountedTables, type CountTable } from '../../../../../shared/domain/report/count-table.ts';
import type { ActionFacts, ReportInput } from '../../../../../shared/domain/report/report-input.ts';
import type { PartnershipReport } from '../../../../../shared/domain/report/report-model.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { suppress } from '../../../../../shared/domain/report/suppression.ts';
import { answers, gradedPlan, variedPlans } from './report-fixture.ts';
import { inputOf } from './report-input.ts';

const OPEN_ACTION: ActionFacts = {
  level: 'service',
  service: 'Therapy',
  state: 'open',
  isOverdue: false,
  dueOn: null,
  madeIn: '2026-27/2',
  settledIn: null,
  isReAudit: false,
  words: 'Use the form.',
};
const NOTHING_KNOWN = { known: new Map<string, number>(), knownHidden: new Set<string>() };

describe('a publishable report', () => {
  const plans = variedPlans();
  const internal = reportOf(plans, 'internal');
  const { report, counted } = reportOf(plans, 'publishable');
  const tables = new Map(tablesOf(report).map((table) => [table.id, table]));

  test('counts good or better by standard, and not each grade', () => {
    const standards = tables.get('standards-final-new');
    expect(standards?.columns.map(({ id }) => id)).toEqual(['good-or-better', 'below', 'not-applicable', 'applied']);
    expect(report.parts.flatMap(({ blocks }) => blocks).some((b) => b.kind === 'chart' && b.chart === 'heat')).toBe(
      false,
    );
  });

  test('tells which actions are open, and not how many came and went since the edition before', () => {
    const columns = (table: CountTable | undefined) => table?.columns.map(({ id }) => id);
    expect(columns(internal.counted.tables.find(({ id }) => id === 'actions-by-level'))).toContain('closed');
    const told = counted.tables.find(({ id }) => id === 'actions-by-level');
    expect(columns(told)).toEqual(['overdue', 'in-time', 'open']);
    const busy = reportOf(plans, 'publishable', { actions: Array.from({ length: 12 }, () => OPEN_ACTION) }).report;
    expect(JSON.stringify(busy)).toContain('How many were put down and closed is left out');
  });

  test('tells of no group and names no criterion of which a count would have to be hidden', () => {
    const grouped = [...tables].filter(([id]) => /^(make-up|ages|missed|met|training)-/.test(id));
    expect(grouped.length).toBeGreaterThan(2);
    for (const [, { rows }] of grouped) {
      for (const { n } of rows.flatMap(({ counts }) => counts)) expect(n === 0 || (n ?? 0) >= 5).toBe(true);
    }
  });

  test('adds up to what the internal one counts', () => {
    const fine = countsByKey(internal.counted.tables);
    const both = [...countsByKey(counted.tables)].filter(([key]) => fine.has(key));
    expect(both.map(([key]) => [key, fine.get(key)])).toEqual(both);
    const truth = new Map([...fine, ...countsByKey(counted.tables)]);
    const checked = counted.sums.filter(({ total, parts }) => [total, ...parts].every((key) => truth.has(key)));
    expect(checked.length).toBeGreaterThan(50);
    for (const { total, parts } of checked) {
      expect([total, parts.reduce((sum, key) => sum + (truth.get(key) ?? 0), 0)]).toEqual([total, truth.get(total)]);
    }
  });

  test('keeps its main figures, and most of what it tells', () => {
    const row = tables.get('overall-final-new')?.rows.at(-1);
    expect(row?.counts.at(-1)?.n).not.toBeNull();
    expect(row?.counts.at(-2)?.n).toBe(12);
    const all = [...tables.values()].flatMap(({ rows }) => rows.flatMap(({ counts }) => counts));
    expect(all.filter(({ n }) => n === null).length).toBeLessThan(all.length / 3);
  });

  test('says which tables it leaves out, and has neither a table of signs alone nor a heading over nothing', () => {
    for (const { rows } of tables.values()) {
      expect(rows.some(({ counts }) => counts.some(({ n }) => n !== null && n > 0))).toBe(true);
    }
    const few = reportOf(plans.slice(0, 3), 'publishable').report;
    expect(tablesOf(few).map(({ id }) => id)).not.toContain('overall-final-new');
    expect(JSON.stringify(few.parts.find(({ id }) => id === 'methods'))).toContain('Of kinds with fewer than 10 plans');
    expect(JSON.stringify(few.parts).match(/Not shown/g)?.length ?? 0).toBeLessThanOrEqual(2);
    for (const { blocks } of [...report.parts, ...few.parts]) {
      const bare = blocks.filter(
        (block, at) => block.kind === 'heading' && (blocks[at + 1]?.kind ?? 'heading') === 'heading',
      );
      expect(bare).toEqual([]);
      const there = new Set(blocks.flatMap((block) => (block.kind === 'counts' ? [block.table.id] : [])));
      const drawn = blocks.flatMap((block) => (block.kind === 'chart' ? [block.tableId] : []));
      expect(drawn.filter((id) => !there.has(id))).toEqual([]);
    }
  });
});

test('what moderation changed cannot be worked out from how many plans the panel agreed', () => {
  const plans = Array.from({ length: 23 }, (_, at): SettledPlan =>
    gradedPlan(`p-${at}`, answers(at === 0 ? 'partly' : 'met'), {
      standing: at < 18 ? 'agreed' : 'one_auditor',
      ...(at === 0 ? { gradeAlone: 'outstanding' } : {}),
    }),
  );
  const { counted, report } = reportOf(plans, 'publishable');
  const truth = countsByKey(counted.tables);
  const shown = countsByKey(tablesOf(report));
  const of = (counts: ReadonlyMap<string, number | null>, name: string) => counts.get(`2026-27.2/moderation/${name}`);
  expect(['changed/same', 'changed/lowered', 'standing/by-panel'].map((name) => of(truth, name))).toEqual([17, 1, 18]);
  expect(of(shown, 'changed/lowered') ?? null).toBeNull();
  const most = (of(shown, 'standing/by-panel') ?? Infinity) - (of(shown, 'changed/same') ?? 0);
  expect(most).toBeGreaterThan(1);
});

describe('what a publishable edition says of what it does not name', () => {
  const said = (plans: readonly SettledPlan[], edition: 'internal' | 'publishable', part: string) =>
    JSON.stringify(reportOf(plans, edition).report.parts.find(({ id }) => id === part)?.blocks);

  test('of few plans it says nothing of patterns, whatever there is', () => {
    const fell = Array.from({ length: 6 }, (_, at) => gradedPlan(`p-${at}`, answers('met', { 'S03.C4': 'not_met' })));
    const kept = Array.from({ length: 6 }, (_, at) => gradedPlan(`p-${at}`, answers('partly')));
    expect(said(fell, 'internal', 'criteria')).toContain('missed-final-new');
    for (const plans of [fell, kept]) {
      const words = said(plans, 'publishable', 'criteria');
      expect(words).not.toMatch(/No criterion|riteria most often/);
    }
  });

  test('of more plans it says that small counts keep criteria from being named, not that there are none', () => {
    const plans = Array.from({ length: 12 }, (_, at) =>
      gradedPlan(`p-${at}`, answers('met', at < 4 ? { 'S03.C4': 'not_met' } : {})),
    );
    expect(said(plans, 'internal', 'criteria')).toContain('missed-final-new');
    expect(said(plans, 'publishable', 'criteria')).toContain(
      'No criterion that fell short can be named without telling of fewer than 5 plans.',
    );
    expect(said(plans, 'publishable', 'training')).toContain('No training need can be named');
    // Where none is named there is nothing to warn of.
    expect(said(plans, 'publishable', 'summary')).not.toMatch(/Strengths|others may weigh more/);
  });

  test('the weakest standard is that of those shown, where one is hidden', () => {
    const plans = Array.from({ length: 12 }, (_, at) =>
      gradedPlan(`p-${at}`, {
        ...answers('met'),
        ...only('S03', at < 5 ? 'not_met' : 'met'),
        ...only('S06', at < 10 ? 'not_met' : 'met'),
      }),
    );
    expect(said(plans, 'internal', 'standards')).toContain('Least often good or better: Outcomes');
    expect(said(plans, 'publishable', 'standards')).toContain(
      'Of the standards shown, least often good or better: Needs',
    );
  });
});

test('tables under the threshold are left out whole, whichever the threshold', () => {
  const { counted } = reportOf(variedPlans(), 'internal');
  expect(coarsen(counted, 5).leftOut.get('standards-final-new')).toBeUndefined();
  expect(coarsen(counted, 10).leftOut.get('standards-final-new')).toBe('too_few');
});

function reportOf(
  plans: readonly SettledPlan[],
  edition: 'internal' | 'publishable',
  other: Partial<ReportInput> = {},
): { report: PartnershipReport; counted: CountedTables } {
  const input = inputOf(plans, { edition, ...other });
  const own = plans.filter(({ halfTermId }) => halfTermId === input.halfTerm.id).length;
  const rounds = input.rounds.map((round) => ({ ...round, plans: own, documents: own + 2, settled: own }));
  let counted: CountedTables = { tables: [], sums: [] };
  const report = buildReport(
    { ...input, rounds },
    (given) => {
      counted = given;
      return edition === 'internal' ? given : suppress(given, { threshold: 5, hideZero: false, ...NOTHING_KNOWN });
    },
    [],
  );
  return { report, counted };
}

function tablesOf({ parts }: PartnershipReport): CountTable[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])));
}

/** The same answer to every criterion of a standard. */
function only(standard: string, response: 'met' | 'not_met'): Record<string, 'met' | 'not_met'> {
  const all = builtInRubric().standards.find(({ id }) => id === standard)?.criteria ?? [];
  return Object.fromEntries(all.map(({ id }) => [id, response]));
}

test('nineteen graded by several less eighteen agreed does not tell that one is not settled', () => {
  const plans = Array.from({ length: 19 }, (_, at) => ({
    ...gradedPlan(`p${at}`, answers('met')),
    standing: at < 18 ? ('agreed' as const) : ('lower_of_several' as const),
  }));
  const agreement = inputOf(plans).agreement.map((facts) => ({ ...facts, documents: 19, same: 12, withinOne: 19 }));
  const { counted } = reportOf(plans, 'publishable', { agreement });
  const before = countsByKey(counted.tables);
  const ending = (counts: ReadonlyMap<string, number | null>, name: string) =>
    [...counts].find(([key]) => key.endsWith(name))?.[1];
  expect([ending(before, '/agreement/all'), ending(before, '/standing/by-panel')]).toEqual([19, 18]);
  const after = countsByKey(suppress(counted, { threshold: 5, hideZero: false, ...NOTHING_KNOWN }).tables);
  expect([ending(after, '/agreement/all'), ending(after, '/standing/by-panel')]).toContain(null);
  expect(ending(after, '/standing/not-moderated')).toBeNull();
});
