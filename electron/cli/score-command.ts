import { parseArgs } from 'node:util';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import type { Grading } from '../../shared/domain/grading/grading.ts';
import type { Rubric } from '../../shared/domain/rubric/rubric.ts';
import { parseRubric, rubricWarnings } from '../../shared/domain/rubric/rubric-problems.ts';
import { grade } from '../../shared/domain/grading/scoring.ts';
import { type ExpectedForm, expectedForm, readExample } from './worked-example.ts';

export const USAGE = `usage: goldthread score FILE [--rubric FILE] [--json]
  FILE    one, or an array, of {"facts": {…}, "defaultResponse"?: "met", "responses": {"S01.C1": "not_met"}};
          - reads standard input
  --rubric FILE  quality standards to grade by, instead of the built-in ones
  --json         one line of JSON, instead of an indented one
`;

const DONE = 0;
const WRONG_USAGE = 2;
const UNREADABLE_INPUT = 3;

export type ScoreIo = {
  stdout(text: string): void;
  stderr(text: string): void;
  readFile(path: string): Promise<string>;
  readStdin?(): Promise<string>;
};

/**
 * `goldthread score`: grades answers by a rubric, in the `expected` form of the rubric's worked examples; an array for
 * an array. Takes the arguments after the command's name and gives the exit code: 0 done, 2 wrong usage, 3 input that
 * cannot be read or is not sound, in which case nothing is written to standard output.
 */
export async function runScore(args: readonly string[], io: ScoreIo): Promise<number> {
  const usage = readUsage(args);
  if ('message' in usage) {
    io.stderr(`error [USAGE] ${usage.message}\n${USAGE}`);
    return WRONG_USAGE;
  }
  try {
    const rubric = usage.rubric === undefined ? builtInRubric() : await readRubric(usage.rubric, io);
    const input = await readJson(usage.file, io);
    const results = Array.isArray(input) ? scoreAll(rubric, input, io) : scoreAll(rubric, [input], io)[0];
    io.stdout(`${JSON.stringify(results, null, usage.json ? undefined : 2)}\n`);
    return DONE;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const message of error.messages) io.stderr(`error [${error.code}] ${message}\n`);
    return UNREADABLE_INPUT;
  }
}

class InputError extends Error {
  readonly code: 'FILE_UNREADABLE' | 'NOT_JSON' | 'RUBRIC_INVALID' | 'INPUT_INVALID';
  readonly messages: readonly string[];

  constructor(code: InputError['code'], messages: readonly string[]) {
    super(messages.join('\n'));
    this.code = code;
    this.messages = messages;
  }
}

function readUsage(
  args: readonly string[],
): { file: string; rubric: string | undefined; json: boolean } | { message: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { rubric: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined) return { message: 'Name the file to score.' };
    if (more.length > 0) return { message: 'Name one file only; it may hold an array.' };
    return { file, rubric: values.rubric, json: values.json };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

async function readRubric(file: string, io: ScoreIo): Promise<Rubric> {
  const parsed = parseRubric(await readJson(file, io));
  if ('problems' in parsed) throw new InputError('RUBRIC_INVALID', parsed.problems);
  for (const warning of rubricWarnings(parsed.rubric)) io.stderr(`warning: ${warning}\n`);
  return parsed.rubric;
}

async function readJson(file: string, io: ScoreIo): Promise<unknown> {
  const text = await readText(file, io);
  try {
    // A byte order mark, which some editors on Windows write, is no part of JSON.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return value;
  } catch (error) {
    throw new InputError('NOT_JSON', [`${file} is not JSON: ${error instanceof Error ? error.message : ''}`]);
  }
}

async function readText(file: string, io: ScoreIo): Promise<string> {
  try {
    return file === '-' && io.readStdin !== undefined ? await io.readStdin() : await io.readFile(file);
  } catch (error) {
    throw new InputError('FILE_UNREADABLE', [
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

function scoreAll(rubric: Rubric, inputs: readonly unknown[], io: ScoreIo): ExpectedForm[] {
  const problems: string[] = [];
  const notes: string[] = [];
  const results = inputs.flatMap((input, at) => {
    const where = inputs.length > 1 ? `Item ${at + 1}: ` : '';
    const example = readExample(rubric, input);
    if ('problems' in example) {
      problems.push(...example.problems.map((problem) => where + problem));
      return [];
    }
    const grading = grade(rubric, example.facts, example.responses);
    notes.push(...example.ignored.map((key) => `${where}"${key}" means nothing here and was not looked at.`));
    notes.push(...whyNoGrade(grading).map((note) => where + note));
    return [expectedForm(grading)];
  });
  if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
  for (const note of notes) io.stderr(`note: ${note}\n`);
  return results;
}

function whyNoGrade(grading: Grading): string[] {
  if (grading.overallGrade !== null) return [];
  if (grading.isComplete) return ['No overall grade: nothing that applies has a score.'];
  const { missingFacts, answered, toAnswer } = grading;
  const facts = missingFacts.length > 0 ? [`plan facts still unknown: ${missingFacts.join(', ')}`] : [];
  const answers = answered < toAnswer ? [`${toAnswer - answered} of ${toAnswer} criteria unanswered`] : [];
  return [`No overall grade yet: ${[...facts, ...answers].join('; ')}.`];
}
