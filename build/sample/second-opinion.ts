import type { Response } from '../../shared/domain/rubric/rubric.ts';
import { chanceOf } from './composed/chance.ts';
import type { SecondView } from './composed/children.ts';
import { remarkOn } from './composed/remarks.ts';
import { sectionOf } from './composed/compose-plan.ts';
import type { Finding } from './plan-content.ts';

/** Grades from the best to the worst. */
const GRADES = ['outstanding', 'good', 'requires_improvement', 'inadequate'];
const STEPS: Readonly<Record<SecondView, number>> = { same: 0, lower: 1, higher: -1 };
/** What a second reader finds wanting by looking for it in vain. */
const LOOKED_FOR = ['S02.C2', 'S04.C2', 'S06.C7', 'S07.C6', 'S07.C7', 'S08.C4', 'S10.C1', 'S11.C3', 'S12.C2', 'S12.C3'];
/** Answers that bring a plan down by themselves. */
const WEIGHTY = ['S06.C1', 'S07.C2', 'S07.C1', 'S03.C1'];
const MOST_TRIES = 400;

/**
 * What a second auditor makes of a document, alone: mostly what the first found, in words of their own, a few things
 * more and a few less, so that the grade comes out alike, one step lower or one step higher. `gradeOf` grades findings.
 */
export function secondOpinion(
  seed: string,
  first: readonly Finding[],
  view: SecondView,
  gradeOf: (findings: readonly Finding[]) => { grade: string | null; applying: ReadonlySet<string> },
): Finding[] {
  const { grade, applying } = gradeOf(first);
  const wanted = GRADES[GRADES.indexOf(grade ?? '') + STEPS[view]];
  if (wanted === undefined) throw new Error(`There is no grade ${view} than ${grade ?? 'none'} for ${seed}.`);
  const short = first.filter(({ response }) => response !== 'met');
  const looked = LOOKED_FOR.filter((id) => applying.has(id) && short.every(({ criterion }) => criterion !== id));
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const chance = chanceOf(`${seed}/second/${attempt}`);
    // Someone who comes to another grade leaves out, or adds, more than someone who comes to the same.
    const reach = view === 'same' ? 2 : 2 + Math.floor(attempt / 20);
    const drops = chance.number('drops', 1, view === 'higher' ? reach + 2 : Math.min(reach, 2));
    const dropped = new Set(chance.shuffled('drop', short).slice(0, drops));
    const kept = short.filter((finding) => !dropped.has(finding)).map(inOtherWords);
    const added = chance.shuffled('add', looked).slice(0, chance.number('adds', 1, view === 'lower' ? reach : 2));
    const findings = [...kept, ...added.map((criterion) => found(criterion, 'partly'))];
    if (view === 'lower') {
      const weighty = chance.pick(
        'weighty',
        WEIGHTY.filter((id) => applying.has(id)),
      );
      const at = findings.findIndex(({ criterion }) => criterion === weighty);
      if (at === -1) findings.push(found(weighty, 'not_met'));
      else findings[at] = { ...found(weighty, 'not_met'), ...quoted(findings[at]) };
    }
    if (gradeOf(findings).grade === wanted) return findings;
  }
  throw new Error(`No second opinion came out ${wanted} for ${seed}.`);
}

function found(criterion: string, response: Response): Finding {
  return { criterion, response, comment: remarkOn(criterion).second, quotes: [], absentIn: [sectionOf(criterion)] };
}

/** The same place in the plan, and what the second auditor says of it. */
function inOtherWords(finding: Finding): Finding {
  return { ...finding, comment: remarkOn(finding.criterion).second, quotes: finding.quotes.slice(0, 1) };
}

function quoted(finding: Finding | undefined): Partial<Finding> {
  if (finding === undefined || finding.quotes.length === 0) return {};
  return { quotes: finding.quotes, absentIn: finding.absentIn };
}
