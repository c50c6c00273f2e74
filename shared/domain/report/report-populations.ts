/**
 * Which audited documents may be counted together. Drafts and finals answer different questions, and new and amended
 * plans differ (field brief, trend and small numbers), so no figure ever mixes them.
 */

export interface PopulationKey {
  id: string;
  /** "Final plans, new" */
  label: string;
  definition: string;
  /** Place in the report: finals before drafts, new before amended. */
  order: number;
}

interface PlanKind {
  id: string;
  planTypes: readonly string[];
  label: string;
  /** Completes "The final version of …". */
  definition: string;
}

/**
 * A reassessment leads to a plan written afresh from new advice, under the standards of a new one, so the two are
 * counted together. A plan that moved in was written by another council: it says nothing of this partnership's writing.
 */
const PLAN_KINDS: readonly PlanKind[] = [
  {
    id: 'new',
    planTypes: ['new', 'reassessment'],
    label: 'new',
    definition: 'new plans, and of plans written afresh after a reassessment',
  },
  {
    id: 'amended',
    planTypes: ['amended', 'reviewed'],
    label: 'amended',
    definition: 'plans that were reviewed or amended',
  },
  {
    id: 'transferred_in',
    planTypes: ['transferred_in'],
    label: 'transferred in',
    definition: 'plans written by another council and transferred in',
  },
];

/** The population of a document. A stage that says 'amended' wins over the plan type; an unknown plan type stands alone. */
export function populationOf(document: { planType: string; stage: string }): PopulationKey {
  const isDraft = document.stage === 'draft' || document.stage === 'amended_draft';
  const planType = document.stage.startsWith('amended_') ? 'amended' : document.planType;
  const found = PLAN_KINDS.findIndex((kind) => kind.planTypes.includes(planType));
  const words = planType.replaceAll('_', ' ');
  const kind = PLAN_KINDS[found] ?? { id: planType, label: words, definition: `plans of the kind “${words}”` };
  return {
    id: `${isDraft ? 'draft' : 'final'}-${kind.id}`,
    label: `${isDraft ? 'Draft' : 'Final'} plans, ${kind.label}`,
    definition: `The ${isDraft ? 'draft' : 'final'} version of ${kind.definition}.`,
    order: (isDraft ? 100 : 0) + (found === -1 ? PLAN_KINDS.length : found),
  };
}
