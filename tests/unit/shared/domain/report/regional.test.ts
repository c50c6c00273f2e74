import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, renderCsv } from '../../../../../electron/backend/reports/to-csv.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { wilsonInterval } from '../../../../../shared/domain/intervals.ts';
import { buildReport } from '../../../../../shared/domain/report/build-report.ts';
import { toldByPeriod } from '../../../../../shared/domain/report/period-input.ts';
import { LONG_FORM_COLUMNS, longForm } from '../../../../../shared/domain/report/long-form.ts';
import { publicationPeriods } from '../../../../../shared/domain/report/publication-periods.ts';
import { regionalRows } from '../../../../../shared/domain/report/regional-form.ts';
import { readAreaReports, RegionalError } from '../../../../../shared/domain/report/regional-read.ts';
import { shareOfSums, sumText } from '../../../../../shared/domain/report/regional-tables.ts';
import { combineFiles } from '../../../../../shared/domain/report/regional.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { answers, gradedPlan, reportOn, variedPlans } from './report-fixture.ts';
import { inputOf } from './report-input.ts';
import { RUBRIC_ID } from './settled-plans.ts';

const PLANS = variedPlans();
const AREAS = ['Northmere', 'Eastholt', 'Westfen'];

function areaFile(name: string, plans: readonly SettledPlan[]) {
  const partnership = { name, areaCode: '' };
  return { name: `${name}.csv`, text: renderCsv(reportOn(plans, { partnership })) };
}

/** As a publishable edition would have it: `hidden` counts are shown as c. */
function publishableFile(name: string, plans: readonly SettledPlan[], hidden: RegExp) {
  const { name: fileName, text } = areaFile(name, plans);
  const published = text.replaceAll(',internal,', ',publishable,');
  return { name: fileName, text: published.replaceAll(hidden, '$1,c') };
}

function problemsOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof RegionalError) return error.problems;
    throw error;
  }
  return [];
}

test('partnerships taken together are counted as if all their plans were one partnership’s', () => {
  const split = fc.array(fc.constantFrom(...AREAS), { minLength: PLANS.length, maxLength: PLANS.length });
  fc.assert(
    fc.property(split, (whose) => {
      const now = PLANS.map((plan, at) => ({ plan, area: whose[at] ?? '' }));
      const files = AREAS.map((area) =>
        areaFile(
          area,
          now.filter((own) => own.area === area).map(({ plan }) => plan),
        ),
      );
      const filled = files.filter(({ text }) => text.includes(',overall,'));
      const together = combineFiles(filled);
      const [whole] = [combineFiles([areaFile('Union', PLANS)])];
      for (const id of ['overall-final-new', 'overall-draft-new', 'standards-final-new-2026-27-2']) {
        const sums = (from: typeof whole) =>
          from.tables.find((table) => table.id === id)?.rows.map(({ counts }) => counts);
        expect(sums(together)).toEqual(sums(whole));
      }
    }),
    { numRuns: 12 },
  );
});

test('the order of the files makes no difference', () => {
  const files = AREAS.map((area, at) =>
    areaFile(
      area,
      PLANS.filter((_, plan) => plan % 3 === at),
    ),
  );
  const first = combineFiles(files);
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      expect(combineFiles(shuffled)).toEqual(first);
    }),
    { numRuns: 6 },
  );
});

test('earlier half-terms that a report shows to compare with are not added again', () => {
  const earlier = PLANS.filter(({ halfTermId }) => halfTermId === '2026-27/1');
  const halfTerm = inputOf(PLANS).calendar.find(({ id }) => id === '2026-27/1');
  if (halfTerm === undefined) throw new Error('no such half-term');
  const first = {
    name: 'one.csv',
    text: renderCsv(reportOn(earlier, { partnership: { name: 'Northmere', areaCode: '' }, halfTerm })),
  };
  const overall = combineFiles([first, areaFile('Northmere', PLANS)]).tables.find(
    ({ id }) => id === 'overall-final-new',
  );
  const totals = overall?.rows.map(({ id, counts }) => [
    id,
    counts[overall.columns.findIndex((column) => column.id === 'total')]?.n,
  ]);
  expect(totals).toEqual([
    ['2026-27/1', 12],
    ['2026-27/2', 12],
  ]);
});

test('a hidden count makes a sum “at least”, without a share, and partnerships are told apart only where all is publishable', () => {
  const many = Array.from({ length: 12 }, (_, at) => gradedPlan(`p${at}`, answers('met')));
  const few = Array.from({ length: 12 }, (_, at) => gradedPlan(`q${at}`, answers(at < 2 ? 'not_met' : 'met')));
  const together = combineFiles([
    publishableFile('Northmere', many, /(nothing)/g),
    publishableFile('Eastholt', few, /(\/overall\/(?:good-or-better|good|outstanding)),\d+/g),
  ]);
  const overall = together.tables.find(({ id }) => id === 'overall-final-new');
  const [row] = overall?.rows ?? [];
  if (overall === undefined || row === undefined) throw new Error('no table');
  const good = row.counts[overall.columns.findIndex(({ id }) => id === 'good-or-better')];
  expect(good).toEqual({ n: 12, hidden: 1 });
  expect(sumText(good ?? { n: 0, hidden: 0 })).toBe('at least 12');
  expect(shareOfSums(overall, row)).toBeNull();
  expect(together.isPublishable).toBe(true);
  expect(together.tables.map(({ id }) => id)).toContain('areas-final-new');
  expect(together.notes.join(' ')).toContain('At least');
  const withInternal = combineFiles([areaFile('Northmere', many), publishableFile('Eastholt', few, /(nothing)/g)]);
  expect(withInternal.tables.some(({ id }) => id.startsWith('areas-'))).toBe(false);
  expect(withInternal.notes.join(' ')).toContain('internal editions');
});

test('where some partnerships show a count and others hide it the CSV has the lowest sum, where none does the sign of what is hidden', () => {
  const many = Array.from({ length: 12 }, (_, at) => gradedPlan(`p${at}`, answers('met')));
  const hidden = /(2026-27\.2\/final-new\/[^,]*\/overall\/(?:inadequate|requires_improvement)),\d+/g;
  const outstanding = /(2026-27\.2\/final-new\/[^,]*\/overall\/(?:inadequate|outstanding)),\d+/g;
  const rows = regionalRows(
    combineFiles([publishableFile('Northmere', many, hidden), publishableFile('Eastholt', many, outstanding)]),
  );
  const told = (table: string) =>
    rows.filter((row) => row[0] === table).map((row) => [row[5], row[8], row[9]].join(' '));
  expect(told('overall-final-new')).toEqual([
    'outstanding 12 yes',
    'good 0 no',
    'requires_improvement c no',
    'inadequate c no',
    'total 24 no',
    'good-or-better 24 no',
  ]);
  const total = /(2026-27\.2\/final-new\/[^,]*\/total),\d+/g;
  const share = regionalRows(combineFiles([publishableFile('Northmere', many, total)])).find(
    (row) => row[0] === 'overall-final-new' && row[5] === 'good-or-better',
  );
  expect(share?.slice(8, 14)).toEqual([12, 'no', 'c', '', '', '']);
});

test('reports by the same standards are added though one takes grades together, and what is left out is said', () => {
  const fewer = (name: string, keeps: (line: string) => boolean) => {
    const file = areaFile(name, PLANS);
    return { ...file, text: file.text.split('\r\n').filter(keeps).join('\r\n') };
  };
  const isOverall = (line: string) => line.includes(',overall,') && line.includes(',final-new,');
  const together = combineFiles([
    areaFile('Northmere', PLANS),
    fewer('Eastholt', (line) => !isOverall(line) || /overall\/good-or-better|\/total/.test(line)),
  ]);
  const overall = together.tables.filter(({ id }) => id.startsWith('overall-final-new'));
  expect(overall.map(({ columns, rows: [row] }) => [columns.map(({ id }) => id), row?.areas])).toEqual([
    [['total', 'good-or-better'], 2],
  ]);
  const notes = together.notes.join(' ');
  expect(notes).not.toContain('did not grade by the same standards');
  expect(notes).toContain('left out are Good, Inadequate, Outstanding, Requires improvement');
  const lacking = combineFiles([
    areaFile('Northmere', PLANS),
    fewer('Eastholt', (line) => !/,standards,.*,S05,.*,final-new,/.test(line)),
  ]);
  expect(lacking.notes.join(' ')).not.toContain('did not grade by the same standards');
  expect(lacking.notes.join(' ')).toMatch(/Final plans, new, .*: 1 of \d+ standards are left out.*: S05\./);
});

test('counts that cannot be are refused: parts that do not add up, and more good or better than any grades make', () => {
  const { name, text } = areaFile('Northmere', PLANS);
  const said = (key: RegExp, n: string) =>
    problemsOf(() => combineFiles([{ name, text: text.replaceAll(key, `$1,${n}`) }]));
  const of = (end: string) => new RegExp(`(2026-27\\.2/final-new/[^,/]*/${end}),\\d+`, 'g');
  expect(said(of('overall/inadequate'), '7')).toEqual([
    expect.stringMatching(
      /^Northmere\.csv: of “Final plans, new”, the parts add up to \d+, but only 12 were graded\.$/,
    ),
  ]);
  expect(said(of('total'), '13')).toEqual([expect.stringMatching(/the parts add up to 12, but 13 were graded\.$/)]);
  expect(said(of('standard/S03/applied'), '3')).toEqual([
    expect.stringMatching(
      /^Northmere\.csv: of “Final plans, new”, “Needs \(B\)”, 12 are good or better, but only 3 were graded/,
    ),
  ]);
  expect(said(of('criterion/[^/]+/met'), '99').length).toBeGreaterThan(0);
  const grades = Array.from({ length: 12 }, (_, at) => gradedPlan(`p${at}`, answers(at < 6 ? 'met' : 'not_met')));
  const file = areaFile('Northmere', grades);
  const text2 = file.text.replaceAll(of('overall/good-or-better'), '$1,5');
  expect(problemsOf(() => combineFiles([{ ...file, text: text2 }]))).toContainEqual(
    expect.stringContaining('5 are good or better, which no grades from the best down add up to'),
  );
});

test('half-terms of one partnership that overlap are refused, whatever their editions', () => {
  const file = areaFile('Northmere', PLANS);
  const other = (halfTerm: string, edition: string) => ({
    name: 'other.csv',
    text: file.text.replaceAll(',2026-27/2,internal,', `,${halfTerm},${edition},`),
  });
  const refused = (halfTerm: string, edition: string) =>
    problemsOf(() => combineFiles([file, other(halfTerm, edition)]));
  expect(refused('2026-27/1 to 2026-27/2', 'publishable')).toEqual([
    expect.stringMatching(
      /^Northmere is there for half-term 2026-27\/(1 to 2026-27\/)?2 and for .*, which overlap: in Northmere\.csv and other\.csv\.$/,
    ),
  ]);
  expect(refused('2025-26/5 to 2026-27/3', 'internal')).toHaveLength(1);
  expect(refused('2026-27/2', 'publishable')).toEqual([expect.stringContaining('is there twice for half-term')]);
  expect(refused('2026-27/1', 'publishable')).toEqual([]);
  expect(refused('2025-26/5 to 2026-27/1', 'publishable')).toEqual([]);
});

test('half-terms that publishable editions count together are added to the same half-terms of others, and to nothing else', () => {
  const plans = (halfTermId: string, length: number) =>
    Array.from({ length }, (_, at) =>
      gradedPlan(`${halfTermId} ${at}`, answers(at < 6 ? 'met' : 'not_met'), { halfTermId }),
    );
  const published = (name: string, own: readonly SettledPlan[]) => {
    const input = inputOf(own, { edition: 'publishable', partnership: { name, areaCode: '' } });
    const periods = publicationPeriods({ ...input, halfTermId: input.halfTerm.id, published: [] });
    return {
      name: `${name}.csv`,
      text: renderCsv(buildReport(toldByPeriod(input, periods), (counted) => counted, [])),
    };
  };
  const small = () => [...plans('2026-27/1', 12), ...plans('2026-27/2', 11)];
  const together = combineFiles([
    published('Northmere', small()),
    published('Eastholt', small()),
    published('Westfen', plans('2026-27/2', 25)),
  ]);
  const overall = together.tables.find(({ id }) => id === 'overall-final-new');
  const [good, total] = ['good-or-better', 'total'].map((id) =>
    overall?.columns.findIndex((column) => column.id === id),
  );
  expect(
    overall?.rows.map(({ label, areas, counts }) => [label, areas, counts[good ?? -1]?.n, counts[total ?? -1]?.n]),
  ).toEqual([
    ['2026/27 Aut 1 to 2026/27 Aut 2', 2, 24, 46],
    ['2026/27 Aut 2', 1, 6, 25],
  ]);
  expect(new Set(together.tables.map(({ id }) => id)).size).toBe(together.tables.length);
  expect(together.notes.join(' ')).toContain('only to the same half-terms counted together');
});

test('shares are of all together, with the range of all together', () => {
  const plans = Array.from({ length: 10 }, (_, at) => gradedPlan(`p${at}`, answers(at < 6 ? 'met' : 'not_met')));
  const rows = regionalRows(combineFiles([areaFile('Northmere', plans), areaFile('Eastholt', plans)]));
  const share = rows.find((row) => row[0] === 'overall-final-new' && row[5] === 'good-or-better');
  const { low, high } = wilsonInterval(12, 20);
  expect(share?.slice(8, 14)).toEqual([12, 'no', 20, 60, 100 * low, 100 * high]);
});

test('a file in which more are good or better than were graded is refused', () => {
  const { name, text } = areaFile('Northmere', PLANS);
  const broken = text.replaceAll(/(2026-27\.2\/final-new\/[^,]*\/overall\/good-or-better),\d+/g, '$1,999');
  expect(problemsOf(() => combineFiles([{ name, text: broken }]))).toEqual([
    'Northmere.csv: of “Final plans, new”, 999 are good or better, but only 12 were graded.',
  ]);
});

test('the same partnership and half-term twice is refused, by name or by code', () => {
  const file = areaFile('Northmere', PLANS);
  const again = { ...file, name: 'copy.csv', text: file.text.replaceAll('Northmere', ' northmere ') };
  const said = [expect.stringMatching(/ is there twice for half-term 2026-27\/2: in Northmere\.csv and copy\.csv\.$/)];
  expect(problemsOf(() => combineFiles([file, again]))).toEqual(said);
  const coded = (name: string) => ({
    name: `${name}.csv`,
    text: renderCsv(reportOn(PLANS, { partnership: { name, areaCode: 'E09999' } })),
  });
  expect(problemsOf(() => combineFiles([coded('Northmere'), coded('North Mere')]))).toHaveLength(1);
});

test('standards that are called otherwise are not added', () => {
  const rubric = builtInRubric();
  const other = {
    ...rubric,
    standards: rubric.standards.map((standard, at) =>
      at === 0 ? { ...standard, shortTitle: 'Another title' } : standard,
    ),
  };
  const local = reportOn(PLANS, {
    partnership: { name: 'Eastholt', areaCode: '' },
    rubrics: new Map([[RUBRIC_ID, { rubric: other, digest: 'd' }]]),
  });
  const together = combineFiles([areaFile('Northmere', PLANS), { name: 'e.csv', text: renderCsv(local) }]);
  const overall = together.tables.filter(({ id }) => id.startsWith('overall-final-new'));
  expect(overall.map(({ rows }) => rows[0]?.areas)).toEqual([1, 1]);
  expect(together.notes.join(' ')).toContain('did not grade by the same standards');
});

test('versions of the standards are told apart by their text, though all is called alike, and named', () => {
  const changed = { ...builtInRubric(), version: '2.0.0' };
  const local = reportOn(PLANS, {
    partnership: { name: 'Eastholt', areaCode: '' },
    rubrics: new Map([[RUBRIC_ID, { rubric: changed, digest: 'another' }]]),
  });
  const apart = combineFiles([areaFile('Northmere', PLANS), { name: 'e.csv', text: renderCsv(local) }]);
  const overall = apart.tables.filter(({ id }) => id.startsWith('overall-final-new'));
  expect(overall.map(({ caption }) => caption).toSorted()).toEqual([
    expect.stringContaining('version 1.0.0'),
    expect.stringContaining('version 2.0.0'),
  ]);
  expect(apart.notes.join(' ')).not.toContain('do not name the version');
});

test('files from before versions were named are taken by what they call things, and it is said', () => {
  const withoutVersions = ({ name, text }: { name: string; text: string }) => ({
    name,
    text: text
      .split('\r\n')
      .map((line, at) => (at === 0 ? line.replace(',standards_version,standards_digest', ',x,y') : line))
      .join('\r\n'),
  });
  const together = combineFiles(['Northmere', 'Eastholt'].map((area) => withoutVersions(areaFile(area, PLANS))));
  expect(together.tables.find(({ id }) => id === 'overall-final-new')?.rows[0]?.areas).toBe(2);
  expect(together.notes.join(' ')).toContain('do not name the version of the standards');
});

test('files from before tables were named apart from what they are of are taken with newer ones', () => {
  const older = longForm(reportOn(PLANS, { partnership: { name: 'Eastholt', areaCode: '' } })).map((row) => ({
    ...row,
    table: [row.table, row.table_of].filter((part) => part !== '').join('-'),
  }));
  const heads = LONG_FORM_COLUMNS.map(({ id }) => id).slice(0, 23);
  const text = csvOf(
    heads,
    older.filter(({ count }) => count !== '').map((row) => heads.map((id) => row[id])),
  );
  expect(heads).not.toContain('table_of');
  const together = combineFiles([areaFile('Northmere', PLANS), { name: 'Eastholt.csv', text }]);
  expect(together.tables.find(({ id }) => id === 'overall-final-new')?.rows[0]?.areas).toBe(2);
  expect(together).toEqual(combineFiles([areaFile('Northmere', PLANS), areaFile('Eastholt', PLANS)]));
});

test('what is no such file is refused with its name and line', () => {
  const { text } = areaFile('Northmere', PLANS);
  const lines = text.split('\r\n');
  const change = (at: number, from: RegExp, to: string) =>
    lines.map((line, own) => (own === at ? line.replace(from, to) : line)).join('\r\n');
  const problems = (broken: string) => problemsOf(() => readAreaReports({ name: 'a.csv', text: broken }));
  expect(problems('')).toEqual(['a.csv is empty.']);
  expect(problems('x,y\n1,2')).toEqual([expect.stringContaining('a.csv, line 1: there is no column “partnership”')]);
  expect(problems(change(3, /2026-27\/2/, 'Autumn'))).toEqual([
    'a.csv, line 4: “Autumn” is no half-term such as 2026-27/2, nor several such as 2026-27/1 to 2026-27/2.',
  ]);
  expect(problems(change(5, /internal/, 'secret'))).toEqual(['a.csv, line 6: “secret” is no edition.']);
  expect(problems(change(5, /$/, ',more'))).toEqual([
    expect.stringMatching(/^a\.csv, line 6: has 33 cells, not 32\.$/),
  ]);
  expect(problems(`${lines[0]}\r\n`)).toEqual(['a.csv has a head and no counts.']);
  const count = new RegExp('(/overall/good-or-better),\\d+');
  const first = lines.findIndex((line) => line.includes('/overall/good-or-better,'));
  const twice = lines[first];
  expect(problems(`${text}${twice}\r\n`)).toEqual([
    expect.stringMatching(
      new RegExp(
        `^a\\.csv, line ${lines.length}: .* of the table grades-now stands there twice, in line ${first + 1} before\\.$`,
      ),
    ),
  ]);
  expect(problems(lines.with(first, String(twice).replace(count, '$1,999')).join('\r\n'))).toContainEqual(
    expect.stringMatching(/: the count .* is \d+ here and 999 before/),
  );
  expect(problems(lines.toSpliced(first, 1).join('\r\n'))).toEqual([
    'a.csv: “Final plans, new”, “Good or better” of the table grades-now is missing: the file is not whole.',
  ]);
  expect(problems(`${text}${twice?.replace(count, '$1,many')}\r\n`)).toEqual([
    expect.stringContaining('“many” is neither a whole number nor c'),
  ]);
});
