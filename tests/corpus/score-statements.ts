import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { assessOutcome } from '../../electron/backend/understanding/statements/assess-outcome.ts';
import { assessProvision } from '../../electron/backend/understanding/statements/assess-provision.ts';

/**
 * Figures of the statement rules on the labelled sets: the development set, our own, a fresh and a telegraphic one with their
 * halves, and two more by people who had not seen the rules.
 */

const smartSchema = z.object({
  specific: z.boolean(),
  measurable: z.boolean(),
  achievable: z.boolean(),
  relevant: z.boolean(),
  timebound: z.boolean(),
});
const outcomeSchema = z.object({
  id: z.string(),
  half: z.string().optional(),
  text: z.string(),
  labels: z.object({ smart: smartSchema, isOutcomeNotProvision: z.boolean(), pfaAreas: z.array(z.string()) }),
});
const provisionSchema = z.object({
  id: z.string(),
  half: z.string().optional(),
  text: z.string(),
  labels: z.object({
    specific: z.boolean(),
    quantified: z.boolean(),
    vaguePhrases: z.array(z.string()),
    who: z.boolean(),
    frequency: z.boolean(),
    duration: z.boolean(),
  }),
});
const setSchema = z.object({ outcomes: z.array(outcomeSchema), provision: z.array(provisionSchema) });
type StatementSet = z.infer<typeof setSchema>;

export interface Miss {
  id: string;
  label: string;
  wanted: string;
  given: string;
  text: string;
  rule: string;
}

export interface StatementFigures {
  /** Macro F1 over both classes for truths, F1 for phrases and areas; 0 to 1. */
  figures: Record<string, number>;
  misses: Miss[];
}

const OUTCOME_LABELS = ['specific', 'measurable', 'achievable', 'relevant', 'timebound'] as const;
const PROVISION_LABELS = ['specific', 'quantified', 'who', 'frequency', 'duration'] as const;

export async function readStatements(name: string): Promise<StatementSet> {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), name);
  return setSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

export function halfOf(set: StatementSet, half: string): StatementSet {
  return {
    outcomes: set.outcomes.filter((each) => each.half === half),
    provision: set.provision.filter((each) => each.half === half),
  };
}

export function scoreStatements(set: StatementSet): StatementFigures {
  const pairs = new Map<string, [boolean, boolean][]>();
  const misses: Miss[] = [];
  const areas = { right: 0, given: 0, wanted: 0 };
  const phrases = { right: 0, given: 0, wanted: 0 };
  const note = (label: string, id: string, text: string, wanted: boolean, given: boolean, rule: string): void => {
    pairs.set(label, [...(pairs.get(label) ?? []), [wanted, given]]);
    if (wanted !== given) misses.push({ id, label, wanted: String(wanted), given: String(given), text, rule });
  };
  for (const { id, text, labels } of set.outcomes) {
    const { labels: given, reasons } = assessOutcome(text);
    note(
      'outcome',
      id,
      text,
      labels.isOutcomeNotProvision,
      given.isOutcomeNotProvision,
      reasons.isOutcomeNotProvision.rule,
    );
    for (const key of OUTCOME_LABELS)
      note(`smart.${key}`, id, text, labels.smart[key], given.smart[key], reasons[key].rule);
    areas.right += given.pfaAreas.filter((area) => labels.pfaAreas.includes(area)).length;
    areas.given += given.pfaAreas.length;
    areas.wanted += labels.pfaAreas.length;
    if (labels.pfaAreas.toSorted().join() !== given.pfaAreas.toSorted().join()) {
      const rule = reasons.pfaAreas.seen.map((seen) => seen.text).join('; ');
      misses.push({ id, label: 'pfaAreas', wanted: labels.pfaAreas.join(), given: given.pfaAreas.join(), text, rule });
    }
  }
  for (const { id, text, labels } of set.provision) {
    const { labels: given, reasons } = assessProvision(text);
    for (const key of PROVISION_LABELS) note(`prov.${key}`, id, text, labels[key], given[key], reasons[key].rule);
    const right = overlapping(text, given.vaguePhrases, labels.vaguePhrases);
    phrases.right += right;
    phrases.given += given.vaguePhrases.length;
    phrases.wanted += labels.vaguePhrases.length;
    if (right < Math.max(given.vaguePhrases.length, labels.vaguePhrases.length)) {
      const [wanted, shown] = [labels.vaguePhrases.join('; '), given.vaguePhrases.join('; ')];
      misses.push({ id, label: 'vaguePhrases', wanted, given: shown, text, rule: '' });
    }
  }
  const figures = Object.fromEntries([...pairs].map(([label, list]) => [label, macroF1(list)]));
  return { figures: { ...figures, pfaAreas: f1(areas), vaguePhrases: f1(phrases) }, misses };
}

/** Prints a table of every figure, one column for each set; with `isVerbose` what went wrong on all but the held-back half. */
export async function printStatementFigures(isVerbose: boolean): Promise<void> {
  const own = await readStatements('statements-own.json');
  const fresh = await readStatements('statements-fresh.json');
  const telegraphic = await readStatements('statements-telegraphic.json');
  const sets: [string, StatementSet][] = [
    ['dev', await readStatements('statements-dev.json')],
    ['own tuning', halfOf(own, 'tuning')],
    ['own held back', halfOf(own, 'held_back')],
    ['fresh tuning', halfOf(fresh, 'tuning')],
    ['fresh held back', halfOf(fresh, 'held_back')],
    ['earlier blind', await readStatements('statements-blind.json')],
    ['later blind', await readStatements('statements-later.json')],
    ['terse tuning', halfOf(telegraphic, 'tuning')],
    ['terse held back', halfOf(telegraphic, 'held_back')],
  ];
  const columns = sets
    .filter(([, set]) => set.outcomes.length + set.provision.length > 0)
    .map(([name, set]): [string, StatementFigures] => [name, scoreStatements(set)]);
  console.log(`\n${'STATEMENTS'.padEnd(20)}${columns.map(([name]) => name.padStart(17)).join('')}`);
  for (const label of Object.keys(columns[0]?.[1].figures ?? {})) {
    const shown = columns.map(([, { figures }]) => (100 * (figures[label] ?? 0)).toFixed(1).padStart(17));
    console.log(`${label.padEnd(20)}${shown.join('')}`);
  }
  if (!isVerbose) return;
  for (const [name, { misses }] of columns) {
    if (name.endsWith('held back')) continue;
    for (const { id, label, wanted, given, text, rule } of misses)
      console.log(`${id} ${label}: wanted ${wanted || '-'}, given ${given || '-'} [${rule}] ${text}`);
  }
}

function macroF1(pairs: readonly [boolean, boolean][]): number {
  const of = (value: boolean): number => {
    const right = pairs.filter(([wanted, given]) => wanted === value && given === value).length;
    const given = pairs.filter((pair) => pair[1] === value).length;
    const wanted = pairs.filter((pair) => pair[0] === value).length;
    return f1({ right, given, wanted });
  };
  return (of(true) + of(false)) / 2;
}

function f1({ right, given, wanted }: { right: number; given: number; wanted: number }): number {
  return given + wanted === 0 ? 1 : (2 * right) / (given + wanted);
}

/** Pairs of spans that overlap by at least half of the longer, one to one. */
function overlapping(text: string, given: readonly string[], wanted: readonly string[]): number {
  const left = wanted.map((phrase) => spanOf(text, phrase));
  let right = 0;
  for (const phrase of given) {
    const span = spanOf(text, phrase);
    const at = left.findIndex((other) => {
      const shared = Math.min(span.end, other.end) - Math.max(span.start, other.start);
      return shared >= Math.max(span.end - span.start, other.end - other.start) / 2;
    });
    if (at === -1) continue;
    left.splice(at, 1);
    right += 1;
  }
  return right;
}

function spanOf(text: string, phrase: string): { start: number; end: number } {
  const start = text.indexOf(phrase);
  return { start, end: start + phrase.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printStatementFigures(process.argv.includes('--verbose'));
