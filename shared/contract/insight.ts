import { z } from 'zod';
import { INSIGHT_PARTS } from '../domain/insight/insight-blocks.ts';
import { insightFilterSchema } from '../domain/insight/insight-filter.ts';
import { DIVISIONS } from '../domain/report/divisions.ts';
import { reportBlockSchema } from '../domain/report/report-model.ts';
import { idSchema } from './ids.ts';
import { queryFor } from './meta.ts';

const count = z.int().min(0);

const partSchema = z.enum(INSIGHT_PARTS);

const choiceSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Settled plan versions that it would leave; null where the reader is not told how many there are. */
  plans: count.nullable(),
});

const insightSchema = z.strictObject({
  /**
   * Whose plans are counted: `whole` all that the caller may be told of; `own_teams` those of a manager's teams, as
   * supervision has them; `published` what the publishable editions that were frozen show, with what they hide hidden.
   */
  view: z.enum(['whole', 'own_teams', 'published']),
  /** The manager's own teams. */
  teams: z.array(z.string()),
  /** Parts that the caller may look at. */
  parts: z.array(partSchema),
  part: partSchema,
  /** As it was used: what was left open is filled in. */
  filter: insightFilterSchema,
  runName: z.string(),
  seriesLabel: z.string(),
  choices: z.strictObject({
    halfTerms: z.array(choiceSchema),
    series: z.array(choiceSchema),
    standards: z.array(choiceSchema),
    groups: z.array(z.strictObject({ id: z.enum(DIVISIONS), label: z.string(), values: z.array(choiceSchema) })),
  }),
  /** Plan versions counted, and of how many before they were narrowed by groups; null where it is what was published. */
  counted: z.strictObject({ plans: count, of: count, noun: z.string() }).nullable(),
  /** Settled plan versions that the caller was asked to audit and that nobody has opened to the panel yet. */
  heldBack: count,
  /** Said before the figures. */
  notes: z.array(z.string()),
  blocks: z.array(reportBlockSchema),
  /** Tables whose rows lead to the plans behind them. */
  leading: z.array(z.string()),
});
export type Insight = z.infer<typeof insightSchema>;

const MOST_PLANS = 500;

const plansBehindSchema = z.strictObject({
  /** All that stand behind the row; the list is cut at `limit`. */
  total: count,
  /** The most wanting first. */
  plans: z
    .array(
      z.strictObject({
        planId: idSchema,
        roundId: idSchema,
        documentId: idSchema,
        reference: z.string(),
        stage: z.string(),
        halfTerm: z.string(),
        grade: z.strictObject({ id: z.string(), label: z.string() }),
        gradeScale: z.array(z.strictObject({ id: z.string(), label: z.string(), order: z.int() })),
        /** What it adds to the row: 'Not met'; empty where that is its grade. */
        words: z.string(),
      }),
    )
    .max(MOST_PLANS),
});
export type PlansBehind = z.infer<typeof plansBehindSchema>;

export const insight = {
  /**
   * The report's figures as they stand now, of chosen plans. Only settled plans are counted; those that the caller was
   * asked to audit are left out until the panel has opened them, so that looking ends nothing. That the caller was told
   * is kept, as with a report.
   */
  figures: queryFor(['qa_lead', 'chair', 'locality_manager', 'board_reader'])
    .input(z.strictObject({ filter: insightFilterSchema, part: partSchema }))
    .output(insightSchema),
  /** The plans behind a row of a table, each with its grade: from then on their audits cannot be reopened. */
  plans: queryFor(['qa_lead', 'chair', 'locality_manager'])
    .input(
      z.strictObject({
        filter: insightFilterSchema,
        part: partSchema,
        tableId: z.string().max(200),
        rowId: z.string().max(200),
        limit: z.int().min(1).max(MOST_PLANS),
      }),
    )
    .output(plansBehindSchema),
};
