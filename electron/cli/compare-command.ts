import { parseArgs } from 'node:util';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { comparePlans } from '../backend/understanding/compare/compare-plans.ts';
import type { PlanComparison, PlanDifference, WordChange } from '../../shared/domain/plan-comparison.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';
import { createCommandPool, readPlanFile } from './read-plan-file.ts';

export const USAGE = `usage: goldthread compare DRAFT FINAL [--json]
  DRAFT, FINAL  two versions of one plan, PDF or Word
  --json        one line of JSON: {"differences": [{"section", "kind", "before", "after"}]}
`;

/**
 * `compare DRAFT FINAL`: what was added, removed and changed, as text for people or as JSON. Gives the exit code: 0 done,
 * 2 wrong usage, 3 a file that cannot be read, in which case nothing is written to standard output.
 */
export async function runCompare(args: readonly string[], io: CommandIo): Promise<number> {
  const usage = readUsage(args);
  if ('problem' in usage) {
    io.stderr(`${errorLine('USAGE', usage.problem)}${USAGE}`);
    return EXIT.usage;
  }
  const pool = createCommandPool();
  try {
    const files = [usage.draft, usage.final];
    const models: DocumentModel[] = [];
    for (const [index, read] of (await Promise.all(files.map((file) => readPlanFile(file, pool)))).entries()) {
      const file = files[index] ?? '';
      if ('failure' in read)
        io.stderr(errorLine(read.failure.code, `${file}: ${read.failure.message}`, read.failure.advice));
      else {
        models.push(read.model);
        for (const warning of read.model.warnings) io.stderr(`warning: ${file}: ${warning.message}\n`);
      }
    }
    const [draft, final] = models;
    if (draft === undefined || final === undefined) return EXIT.unreadable;
    const comparison = comparePlans(draft, final);
    io.stdout(usage.isJson ? toJson(comparison) : toText(comparison));
    return EXIT.done;
  } finally {
    await pool.close();
  }
}

function readUsage(args: readonly string[]): { draft: string; final: string; isJson: boolean } | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [draft, final, ...more] = positionals;
    if (draft === undefined || final === undefined) return { problem: 'Name the draft and the final.' };
    if (more.length > 0) return { problem: 'Name two files only: the draft, then the final.' };
    return { draft, final, isJson: values.json };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The shape that the manual promises to machines. */
function toJson({ differences }: PlanComparison): string {
  const told = differences.map(({ section, kind, before, after }) => ({ section, kind, before, after }));
  return `${JSON.stringify({ differences: told })}\n`;
}

function toText({ differences, moved, summary }: PlanComparison): string {
  const labels = new Map(builtInRubric().sections.map(({ id, label }) => [id, label]));
  const lines = [summary];
  if (differences.some(({ kind }) => kind === 'changed'))
    lines.push('Words between [- and -] went; those between {+ and +} came.');
  let section = '';
  for (const difference of differences) {
    if (difference.section !== section) {
      section = difference.section;
      lines.push('', [`Section ${section}`, labels.get(section)].filter((part) => part !== undefined).join(': '));
    }
    lines.push(`  ${lineOf(difference)}`);
  }
  if (moved.length > 0) lines.push('', 'Moved, in the same words');
  for (const { fromSection, toSection, text } of moved) {
    const where = fromSection === toSection ? fromSection : `${fromSection} to ${toSection}`;
    lines.push(`  ${where}: ${text}`);
  }
  return `${lines.join('\n')}\n`;
}

function lineOf({ kind, before, after, words, of }: PlanDifference): string {
  const context = of === null ? '' : ` (of: ${of})`;
  switch (kind) {
    case 'added':
      return `added: ${after}${context}`;
    case 'removed':
      return `removed: ${before}${context}`;
    case 'changed':
      return `changed: ${words.map(markWords).join('').replaceAll('-]{+', '-] {+').trimEnd()}${context}`;
    default:
      return assertNever(kind);
  }
}

/** The marks stand against the words, spaces outside. */
function markWords({ kind, text }: WordChange): string {
  if (kind === 'same') return text;
  const words = text.trim();
  const [open, close] = kind === 'added' ? ['{+', '+}'] : ['[-', '-]'];
  return words === '' ? text : text.replace(words, () => `${open}${words}${close}`);
}
