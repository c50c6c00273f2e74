/**
 * Quality standards as a file of unknown origin. The text is held against limits before anything is made of it, so that
 * no file can do more harm than to be refused.
 */

/** The built-in standards with their worked examples are a twentieth of it. */
export const MOST_RUBRIC_BYTES = 2_000_000;
/** The built-in standards nest to eight; a rule within rules adds two for each. */
const DEEPEST = 40;
const MOST_VALUES = 100_000;
/** Keys that mean something to the machine when they are copied from one object to another. */
const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

export type RubricTextProblem = { code: 'NOT_JSON' | 'TOO_LARGE' | 'TOO_DEEP' | 'FORBIDDEN_KEY'; message: string };

/** Reads the text of a file as JSON; gives its value, or why it is refused. Never throws. */
export function readRubricText(text: string): { value: unknown } | { problem: RubricTextProblem } {
  if (text.length > MOST_RUBRIC_BYTES) return refused('TOO_LARGE', 'The file is too large to be quality standards.');
  let value: unknown;
  try {
    // A byte order mark, which some editors on Windows write, is no part of JSON.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('NOT_JSON', 'The file is not JSON, or is only part of it.');
  }
  const problem = shapeProblem(value);
  return problem === undefined ? { value } : { problem };
}

/** Whether data nests too deep, is too much, or has keys that no standards have; looked at without recursion. */
export function shapeProblem(value: unknown): RubricTextProblem | undefined {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    values += 1;
    if (values > MOST_VALUES) return problem('TOO_LARGE', 'The file holds too much to be quality standards.');
    if (next.depth > DEEPEST) return problem('TOO_DEEP', 'The file nests deeper than quality standards do.');
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, inner] of Object.entries(next.value)) {
      if (FORBIDDEN.has(key)) return problem('FORBIDDEN_KEY', `The file uses the name “${key}”, which is not allowed.`);
      open.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return undefined;
}

function problem(code: RubricTextProblem['code'], message: string): RubricTextProblem {
  return { code, message };
}

function refused(code: RubricTextProblem['code'], message: string): { problem: RubricTextProblem } {
  return { problem: problem(code, message) };
}
