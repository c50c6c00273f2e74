import rubricData from './rubric-default.json' with { type: 'json' };
import type { Rubric } from './rubric.ts';
import { parseRubric } from './rubric-problems.ts';

let builtIn: Rubric | undefined;

/** The quality standards that the application comes with; read once. Throws if the shipped file is not sound. */
export function builtInRubric(): Rubric {
  if (builtIn === undefined) {
    const parsed = parseRubric(rubricData);
    if ('problems' in parsed) throw new Error(`The built-in rubric is not sound: ${parsed.problems.join(' ')}`);
    builtIn = parsed.rubric;
  }
  return builtIn;
}
