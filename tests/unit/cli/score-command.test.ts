import { describe, expect, test } from 'vitest';
import { runScore } from '../../../electron/cli/score-command.ts';
import rubricData from '../../../shared/domain/rubric/rubric-default.json' with { type: 'json' };

const examples = rubricData.workedExamples;
const year1 = examples[0]?.facts;

describe('the worked examples of the built-in rubric', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', async (_, example) => {
    const { facts, defaultResponse, responses } = example;
    const run = await score({ 'plan.json': { facts, defaultResponse, responses } }, 'plan.json', '--json');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual(example.expected);
  });

  test('all at once give an array in the same order, on one line with --json', async () => {
    const run = await score({ 'all.json': examples }, 'all.json', '--json');
    expect(JSON.parse(run.stdout)).toEqual(examples.map(({ expected }) => expected));
    expect(run.stdout.trimEnd()).not.toContain('\n');
  });

  test('an array of one stays an array; a rubric of one’s own is read from its file', async () => {
    const files = { 'one.json': [examples[3]], 'rubric.json': rubricData };
    const run = await score(files, 'one.json', '--rubric', 'rubric.json');
    expect(JSON.parse(run.stdout)).toEqual([examples[3]?.expected]);
    expect(run.stdout).toContain('\n  ');
  });

  test('an empty array gives an empty array', async () => {
    expect(await score({ 'none.json': [] }, 'none.json', '--json')).toMatchObject({ code: 0, stdout: '[]\n' });
  });
});

describe('what is incomplete', () => {
  test('has scores and caps so far, no grades, and says why on stderr', async () => {
    const responses = { 'S03.C1': 'not_met', 'S03.C2': 'met' };
    const run = await score({ 'plan.json': { facts: year1, responses } }, 'plan.json');
    const result: unknown = JSON.parse(run.stdout);
    expect(result).toMatchObject({
      overallScore: 33.3,
      thresholdGrade: null,
      overallGrade: null,
      guardsApplied: [],
      capsApplied: [{ criterion: 'S03.C1', capsOverallTo: 'requires_improvement' }],
      standards: {
        S01: { score: null, grade: null, guardsApplied: [] },
        S03: { score: 33.3, grade: null, guardsApplied: [] },
      },
    });
    expect(result).not.toHaveProperty('standards.S09');
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^note: No overall grade yet: \d+ of \d+ criteria unanswered\.\n$/);
  });

  test('a null answer is left unanswered, whatever the default', async () => {
    const input = { facts: year1, defaultResponse: 'met', responses: { 'S01.C1': null } };
    const run = await score({ 'plan.json': input }, 'plan.json', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({ overallScore: 100, overallGrade: null });
  });

  test('an unknown fact is named', async () => {
    const input = { facts: { ...year1, hasHealthProvision: null }, defaultResponse: 'met', responses: {} };
    const run = await score({ 'plan.json': input }, 'plan.json', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({ overallGrade: null });
    expect(run.stderr).toBe('note: No overall grade yet: plan facts still unknown: hasHealthProvision.\n');
  });

  test('a default of not applicable answers only where that is an answer', async () => {
    const input = { facts: year1, defaultResponse: 'not_applicable', responses: {} };
    const run = await score({ 'plan.json': input }, 'plan.json', '--json');
    const result: unknown = JSON.parse(run.stdout);
    expect(result).toMatchObject({ overallScore: null, overallGrade: null });
    // Every criterion of timeliness offers it; none of Section F does.
    expect(result).not.toHaveProperty('standards.S12');
    expect(result).toHaveProperty('standards.S07.score', null);
  });
});

describe('what is refused', () => {
  const good = { facts: year1, responses: {} };

  test.each([
    ['no file', [], /error \[USAGE\] Name the file/],
    ['two files', ['a', 'b'], /error \[USAGE\] Name one file only/],
    ['an unknown option', ['a', '--fast'], /error \[USAGE\] .*--fast/],
    ['an option without its value', ['a', '--rubric'], /error \[USAGE\] /],
  ])('%s: exit 2', async (_, args, message) => {
    const run = await score({ a: good }, ...args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).toContain('usage: goldthread score FILE');
  });

  test.each([
    ['a file that is not there', undefined, /^error \[FILE_UNREADABLE\] in\.json cannot be read/],
    ['what is not JSON', '{facts', /^error \[NOT_JSON\] in\.json is not JSON/],
    ['a number', 7, /^error \[INPUT_INVALID\] It must be an object/],
    ['no facts', { responses: {} }, /^error \[INPUT_INVALID\] facts: /],
    ['no responses', { facts: {} }, /^error \[INPUT_INVALID\] responses: /],
    ['an unknown criterion', { facts: {}, responses: { 'S99.C1': 'met' } }, /The rubric has no criterion "S99\.C1"\./],
    ['a nulled unknown criterion', { facts: {}, responses: { x: null } }, /The rubric has no criterion "x"\./],
    ['an inherited name', { facts: {}, responses: { constructor: 'met' } }, /no criterion "constructor"/],
    ['an unknown answer', { facts: {}, responses: { 'S01.C1': 'yes' } }, /responses, S01\.C1: /],
    ['an answer not offered', { facts: {}, responses: { 'S01.C1': 'not_applicable' } }, /is no answer to S01\.C1/],
    ['an unknown fact', { facts: { colour: 'red' }, responses: {} }, /The rubric knows no plan fact "colour"\./],
    ['a fact of a wrong kind', { facts: { ncYear: '9' }, responses: {} }, /"ncYear" must be a whole number\./],
    ['a fact beyond its values', { facts: { planStatus: 'Final' }, responses: {} }, /must be one of draft, final,/],
    ['an unknown default', { facts: {}, defaultResponse: 'fine', responses: {} }, /defaultResponse: /],
  ])('%s: exit 3 and nothing on standard output', async (_, input, message) => {
    const run = await score(input === undefined ? {} : { 'in.json': input }, 'in.json', '--json');
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(message);
  });

  test('in an array, every bad item is named and nothing is graded', async () => {
    const bad = { facts: {}, responses: { x: 'met' } };
    const run = await score({ 'in.json': [good, bad, 5] }, 'in.json');
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr.split('\n')).toEqual([
      'error [INPUT_INVALID] Item 2: The rubric has no criterion "x".',
      expect.stringMatching(/^error \[INPUT_INVALID\] Item 3: It must be an object/),
      '',
    ]);
  });

  test('a rubric that is not sound, with each reason', async () => {
    const rubric = { ...rubricData, gradeScale: rubricData.gradeScale.slice(0, 3) };
    const run = await score({ 'in.json': good, 'rubric.json': rubric }, 'in.json', '--rubric', 'rubric.json');
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(
      'error [RUBRIC_INVALID] A threshold of the overall grade names the unknown grade "inadequate".\n',
    );
  });
});

test('reads standard input for -, with or without a byte order mark', async () => {
  const text = `\uFEFF${JSON.stringify(examples[1])}`;
  let stdout = '';
  const code = await runScore(['-', '--json'], {
    stdout: (part) => void (stdout += part),
    stderr: () => {},
    readFile: () => Promise.reject(new Error('no file was named')),
    readStdin: () => Promise.resolve(text),
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(examples[1]?.expected);
});

test('a key that means nothing is remarked upon', async () => {
  const input = { facts: year1, responses: {}, defaultResponce: 'met' };
  const run = await score({ 'plan.json': input }, 'plan.json');
  expect(run.stderr).toContain('note: "defaultResponce" means nothing here and was not looked at.\n');
});

async function score(
  files: Record<string, unknown>,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const code = await runScore(args, {
    stdout: (text) => void (out.stdout += text),
    stderr: (text) => void (out.stderr += text),
    readFile: (path) => {
      const file = files[path];
      if (file === undefined) return Promise.reject(new Error('no such file'));
      return Promise.resolve(typeof file === 'string' ? file : JSON.stringify(file));
    },
  });
  return { code, ...out };
}
