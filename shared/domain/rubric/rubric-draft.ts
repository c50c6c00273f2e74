import { z } from 'zod';
import { criterionSchema, gradeSchema, type Rubric, rubricSchema, standardSchema } from './rubric.ts';

/**
 * Quality standards while they are being written: of the same form as published ones, but they may be at fault (a
 * standard without a criterion, a weight of nothing). What is at fault is said by rubric-faults.ts.
 */

const draftCriterionSchema = criterionSchema.extend({ weight: z.number() });
const draftStandardSchema = standardSchema.extend({
  weight: z.number(),
  criteria: z.array(draftCriterionSchema).max(100),
});
export const draftRubricSchema: z.ZodType<Rubric> = rubricSchema.extend({
  version: z.string().max(100),
  title: z.string().max(300),
  gradeScale: z.array(gradeSchema).max(12),
  standards: z.array(draftStandardSchema).max(100),
});

/** What a draft holds: the standards, and what is to be said of them as a version. */
export interface DraftContent {
  rubric: Rubric;
  /** ISO date from which new rounds use it; null while nobody has said. */
  effectiveFrom: string | null;
  /** What changed, and why, in the author's words. */
  note: string;
}

/** Keys that say something of the version they stand in, and nothing of the one that is made from it. */
const OF_THE_VERSION = new Set(['workedExamples', 'editable', 'status', 'effectiveFrom', 'changeNote']);

/**
 * The beginnings of a new version: the old one under the next number, without what was true of the old one alone (its
 * worked examples, its date and its note). `taken` are version numbers that stand already.
 */
export function draftFrom(rubric: Rubric, taken: readonly string[]): Rubric {
  const kept = Object.fromEntries(Object.entries(rubric).filter(([key]) => !OF_THE_VERSION.has(key)));
  const draft = draftRubricSchema.parse({ ...kept, version: nextVersion(rubric.version, taken) });
  return rubric['status'] === 'built_in'
    ? { ...draft, id: 'local-quality-standards', title: localTitle(draft.title) }
    : draft;
}

/** The standards as they are published and given away: with their date and their note, so that a copy tells its story. */
export function publishedFrom({ rubric, effectiveFrom, note }: DraftContent): Rubric {
  return { ...rubric, status: 'published', effectiveFrom, changeNote: note };
}

/** '1.0.0' to '1.1.0', '2' to '3', 'Spring' to 'Spring 2'; on from there while it is taken. */
export function nextVersion(version: string, taken: readonly string[]): string {
  const [, major, minor] = /^(\d+)\.(\d+)(?:\.\d+)?$/.exec(version) ?? [];
  let next = version;
  for (let step = 1; step === 1 || taken.includes(next); step += 1) {
    if (major !== undefined && minor !== undefined) next = `${major}.${Number(minor) + step}.0`;
    else if (/^\d{1,6}$/.test(version)) next = `${Number(version) + step}`;
    else next = `${version} ${step + 1}`.trim();
  }
  return next;
}

function localTitle(title: string): string {
  return title.replace(/\s*[–-]\s*built-in default$/u, ' – local version');
}
