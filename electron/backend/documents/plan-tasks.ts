import { createHash } from 'node:crypto';
import { documentModelSchema, type DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Hint } from '../../../shared/domain/hint.ts';
import type { PlanComparison } from '../../../shared/domain/plan-comparison.ts';
import type { PlanFacts } from '../../../shared/domain/rubric/rubric.ts';
import { comparePlans } from '../understanding/compare/compare-plans.ts';
import { findHints } from '../understanding/hints/find-hints.ts';
import type { HintCriterion, HintOptions, SharedSentence } from '../understanding/hints/hint-rule.ts';
import { ownNames } from '../understanding/hints/own-names.ts';
import { planSentences, templateOf } from '../understanding/hints/plan-sentences.ts';

/** Work on plans that were read before: their models come as the JSON that is stored, so that only the worker reads it. */

export interface HintsTask {
  type: 'hints';
  model: string;
  /** The version that this one answers, to be compared with. */
  earlier: string | null;
  facts: PlanFacts;
  /** ISO date. */
  auditDate: string;
  criteria: readonly HintCriterion[];
  /** Names that the register has for the person. */
  names: readonly string[];
  /** Dates that the register has of the plan's cycle, and whether a lawful exception is recorded. */
  dates: NonNullable<HintOptions['dates']>;
  hasLawfulException: boolean;
  /** By digest, what other plans share; see `digestPlan`. */
  shared: ReadonlyMap<number, SharedSentence>;
  salt: string;
}

export interface CompareTask {
  type: 'compare';
  earlier: string;
  later: string;
}

export interface DigestTask {
  type: 'digest';
  model: string;
  names: readonly string[];
  salt: string;
}

/** What of a plan is kept to tell its sentences again: digests, no words. */
export interface PlanDigests {
  /** One whole number below 2^48 for each sentence, in no order. */
  sentences: Float64Array;
  /** Equal for plans made from one template. */
  template: number;
}

export function hintsFor({ model, earlier, facts, auditDate, shared, salt, ...known }: HintsTask): Hint[] {
  const plan = readModel(model);
  const { criteria, names, dates, hasLawfulException } = known;
  return findHints(plan, facts, auditDate, {
    criteria,
    names,
    dates,
    hasLawfulException,
    sharedSentence: (key) => shared.get(digestOf(key, salt)),
    ...(earlier === null ? {} : { differences: comparePlans(readModel(earlier), plan).differences }),
  });
}

export function comparisonOf({ earlier, later }: CompareTask): PlanComparison {
  return comparePlans(readModel(earlier), readModel(later));
}

export function digestPlan({ model, names, salt }: DigestTask): PlanDigests {
  const plan = readModel(model);
  const keys = planSentences(plan, ownNames(plan, names));
  return {
    sentences: Float64Array.from(keys, (key) => digestOf(key, salt)),
    template: digestOf(templateOf(plan), salt),
  };
}

/** Bytes of a digest: as many as a whole number can hold exactly. Two of a million sentences fall together once in 560 workspaces. */
const DIGEST_BYTES = 6;

/** A sentence's key as a number, under the salt of whoever compares. */
export function digestOf(key: string, salt: string): number {
  return createHash('sha256').update(salt).update(key).digest().readUIntBE(0, DIGEST_BYTES);
}

function readModel(json: string): DocumentModel {
  return documentModelSchema.parse(JSON.parse(json));
}
