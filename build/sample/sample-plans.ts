import { blackthorn } from './content/blackthorn.ts';
import { brambling } from './content/brambling.ts';
import { cowslip } from './content/cowslip.ts';
import { fieldfare } from './content/fieldfare.ts';
import { goldcrest } from './content/goldcrest.ts';
import { larkspur } from './content/larkspur.ts';
import { mistle } from './content/mistle.ts';
import { plover } from './content/plover.ts';
import { sorrel } from './content/sorrel.ts';
import { teasel } from './content/teasel.ts';
import { whinchat } from './content/whinchat.ts';
import { yarrow } from './content/yarrow.ts';
import { composedPlans } from './composed/compose-plan.ts';
import type { PlanVersion, SamplePlan } from './plan-content.ts';

/** The plans that were written by hand, each a whole one: they feed the tests of the reader, too. */
export const SAMPLE_PLANS: readonly SamplePlan[] = [
  fieldfare,
  blackthorn,
  goldcrest,
  sorrel,
  teasel,
  brambling,
  cowslip,
  whinchat,
  larkspur,
  plover,
  mistle,
  yarrow,
];

/** Every fictional plan of the sample partnership: those composed of sentences, and those written by hand. */
export function everySamplePlan(): SamplePlan[] {
  return [...composedPlans(), ...SAMPLE_PLANS];
}

/** The file name of a version, as a council might have named it. */
export function fileNameOf(plan: SamplePlan, version: PlanVersion): string {
  const reference = plan.register.reference.replaceAll(/[^A-Za-z0-9]+/g, '-');
  const stage = version.stage.replaceAll('_', ' ');
  return `${reference} ${plan.register.initials} EHCP ${stage}.${version.format}`;
}
