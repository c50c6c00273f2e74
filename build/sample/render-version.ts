import { goldOf, type Gold } from './gold.ts';
import type { LaidOutPlan } from './layout.ts';
import type { PlanVersion } from './plan-content.ts';
import { renderDocx } from './render-docx.ts';
import { renderPdf } from './render-pdf.ts';
import { setPlan } from './set-plan.ts';

export interface RenderedVersion {
  readonly bytes: Uint8Array;
  readonly layout: LaidOutPlan;
  readonly gold: Gold;
}

/** Sets and draws one version of a plan, with what a perfect reader would find in it. */
export async function renderVersion(planId: string, version: PlanVersion): Promise<RenderedVersion> {
  const layout = setPlan(version.content, version.stage, version.template);
  const bytes = version.format === 'pdf' ? await renderPdf(layout) : await renderDocx(layout);
  return { bytes, layout, gold: goldOf(planId, version, layout) };
}
