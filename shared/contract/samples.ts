import { z } from 'zod';
import { LEFT_OUT_REASONS } from '../domain/rounds/frame-words.ts';
import { LARGEST_SEED } from '../domain/rounds/sampling.ts';
import { STRATUM_KEYS } from '../domain/rounds/strata.ts';
import { refusal } from './errors.ts';
import { idSchema, isoTimeSchema, lineSchema, nameSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';
import { planTypeSchema } from './plans.ts';

/** Which plans of the register may be drawn. What is null or empty is not asked for. */
export const frameFilterSchema = z.strictObject({
  planTypes: z.array(planTypeSchema),
  ncYearFrom: z.int().nullable(),
  ncYearTo: z.int().nullable(),
  team: lineSchema.nullable(),
  locality: lineSchema.nullable(),
  isLookedAfter: z.boolean().nullable(),
  isLate: z.boolean().nullable(),
  /** Leaves out plans with a submitted audit in one of the last so many rounds. */
  notAuditedForRounds: z.int().min(0).max(100),
});
export type FrameFilter = z.infer<typeof frameFilterSchema>;

export const sampleInputSchema = z.strictObject({
  roundId: idSchema,
  method: z.enum(['random', 'stratified']),
  strataBy: z.array(z.enum(STRATUM_KEYS)).max(STRATUM_KEYS.length),
  allocation: z.enum(['proportional', 'equal']),
  filter: frameFilterSchema,
  size: z.int().min(1).max(5000),
});
export type SampleInput = z.infer<typeof sampleInputSchema>;

export const stratumSchema = z.strictObject({ stratum: z.string(), size: z.int(), drawn: z.int() });

/** Most references named for one reason; the count tells of the rest. */
export const LEFT_OUT_NAMED = 20;

/** Why plans of the register are not in the frame: the first thing asked for that they are not. */
export const leftOutCountSchema = z.strictObject({ reason: z.enum(LEFT_OUT_REASONS), count: z.int().min(1) });

export const leftOutSchema = leftOutCountSchema.extend({
  /** The first of them by reference. */
  references: z.array(z.string()),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

export const sampledPlanSchema = z.strictObject({
  planId: idSchema,
  reference: z.string(),
  initials: z.string(),
  planType: planTypeSchema,
  ncYear: z.int().nullable(),
  stratum: z.string(),
  origin: z.enum(['sampled', 'swapped_in', 'picked', 're_audit']),
  state: z.enum(['in', 'swapped_out', 'taken_out']),
  reason: z.string(),
  /** The reference of the plan that this one stands in for. */
  replaces: z.string().nullable(),
  /** Documents of its current cycle, which are there to be audited. */
  documents: z.int(),
});

export const sampleSchema = z.strictObject({
  roundId: idSchema,
  /** Null where the plans were all picked by hand. */
  draw: z
    .strictObject({
      method: z.enum(['random', 'stratified']),
      strataBy: z.array(z.enum(STRATUM_KEYS)),
      allocation: z.enum(['proportional', 'equal']),
      filter: frameFilterSchema,
      seed: z.int().min(0).max(LARGEST_SEED),
      size: z.int(),
      frameSize: z.int(),
      /** The rest of the register as it was then; null where it was drawn before that was kept. */
      leftOut: z.array(leftOutCountSchema).nullable(),
      /** SHA-256 of the frame as it was drawn from: references with their strata. */
      frameDigest: z.string(),
      drawnAt: isoTimeSchema,
      drawnBy: z.string(),
      strata: z.array(stratumSchema),
    })
    .nullable(),
  plans: z.array(sampledPlanSchema),
});
export type Sample = z.infer<typeof sampleSchema>;

const inRound = z.strictObject({ roundId: idSchema });
const maySee = ['qa_lead', 'chair'] as const;
const touches = ['samples', 'rounds', 'assignments', 'plans', 'trail'] as const;
const notInRound = { NOT_IN_ROUND: refusal('That plan is not in this round.') };
const reason = nameSchema;

export const samples = {
  get: queryFor(maySee).input(inRound).output(sampleSchema),
  /** What would be drawn from, before anything is: the frame by stratum, and what is left out. */
  preview: queryFor(['qa_lead'])
    .input(sampleInputSchema)
    .output(z.strictObject({ frameSize: z.int(), strata: z.array(stratumSchema), leftOut: z.array(leftOutSchema) })),
  /** Draws with the seed that is named, else with one by chance. Takes the place of an earlier draw. */
  draw: commandFor(['qa_lead'], touches)
    .input(sampleInputSchema.extend({ seed: z.int().min(0).max(LARGEST_SEED).nullable() }))
    .output(sampleSchema)
    .errors({
      SAMPLE_IN_USE: refusal('Plans of this round are assigned already.'),
      EMPTY_FRAME: refusal('No plan of the register is left to draw from.'),
    }),
  /** Draws again from the stored frame and seed, and says whether the same plans come out. */
  drawAgain: queryFor(maySee)
    .input(inRound)
    .output(z.strictObject({ isSame: z.boolean(), isFrameWhole: z.boolean() }))
    .errors({ NOT_DRAWN: refusal('The plans of this round were not drawn.') }),
  /** Takes a plan out and the next reserve of its stratum in. */
  swap: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ roundId: idSchema, planId: idSchema, reason }))
    .output(sampleSchema)
    .errors({
      ...notInRound,
      NO_RESERVE: refusal('The stratum of this plan has no reserve left.'),
      PLAN_ASSIGNED: refusal('This plan is being audited.'),
    }),
  /** Adds plans by hand. */
  pick: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ roundId: idSchema, planIds: z.array(idSchema).min(1).max(200), reason }))
    .output(sampleSchema),
  /** Takes a plan out with nothing in its place. */
  takeOut: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ roundId: idSchema, planId: idSchema, reason }))
    .output(sampleSchema)
    .errors({ ...notInRound, PLAN_ASSIGNED: refusal('This plan is being audited.') }),
  /** Brings back a plan that was swapped or taken out; whatever stands in for it leaves the round again. */
  bringBack: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ roundId: idSchema, planId: idSchema }))
    .output(sampleSchema)
    .errors({ ...notInRound, PLAN_ASSIGNED: refusal('The plan that stands in for it is being audited.') }),
};
