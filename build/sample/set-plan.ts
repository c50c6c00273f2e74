import type { Stage } from '../../shared/contract/plans.ts';
import type { LaidOutPlan } from './layout.ts';
import type { PlanContent, TemplateId } from './plan-content.ts';
import { layOutCards } from './templates/cards.ts';
import { layOutNumbered } from './templates/numbered.ts';
import { layOutParts } from './templates/parts.ts';
import { layOutRuled } from './templates/ruled.ts';

const TEMPLATES: Readonly<Record<TemplateId, (content: PlanContent, stage: Stage) => LaidOutPlan>> = {
  ruled: layOutRuled,
  parts: layOutParts,
  cards: layOutCards,
  numbered: layOutNumbered,
};

export const TEMPLATE_IDS: readonly TemplateId[] = ['ruled', 'parts', 'cards', 'numbered'];

/** Sets a content in a template. */
export function setPlan(content: PlanContent, stage: Stage, template: TemplateId): LaidOutPlan {
  return TEMPLATES[template](content, stage);
}
