import { SAMPLE_LEAD } from './sample-partnership.ts';
import type { SampleWorld } from './sample-world.ts';

/** Whose the services are that actions name. */
const AGENCY_OF: Readonly<Record<string, string>> = {
  'Community paediatrics': 'health',
  'Early help': 'social_care',
  'Educational psychology': 'education',
  'Speech and language therapy': 'health',
};
/**
 * By agency, how quotes begin that show what is good and by which no child could be known, the best first. Which of them
 * stand behind an answer hangs on who graded the plan.
 */
const GOOD: Readonly<Record<string, readonly string[]>> = {
  education: ['30 minutes a week', 'Teaching assistant assessed', 'Ten seconds of waiting'],
  health: ['Hearing and sight were tested', 'Physiotherapy: assessment'],
  social_care: ['Four hours a week in term', 'A personal assistant'],
};

/** What the lead readies for services: whose each of them is, and for each agency a quote that shows how it is done well. */
export async function readyForServices({ client, as }: SampleWorld, halfTermId: string): Promise<void> {
  await as(SAMPLE_LEAD);
  const { named } = await client.outlets.choices();
  for (const { service } of named) {
    const agency = AGENCY_OF[service];
    if (agency === undefined) throw new Error(`Nobody knows whose service ${service} is.`);
    await client.outlets.placeService({ service, agency });
  }
  for (const [agency, begins] of Object.entries(GOOD)) {
    const { examples } = await client.outlets.examples({ agency, run: { from: halfTermId, to: halfTermId } });
    const best = begins.map((words) => examples.find(({ masked }) => masked.startsWith(words)));
    const good = best.find((one) => one !== undefined) ?? examples.find(({ masked }) => !masked.includes('['));
    if (good === undefined) throw new Error(`No quote shows how ${agency} does well.`);
    const { evidenceId, masked } = good;
    await client.outlets.tickExample({ evidenceId, masked, words: masked });
  }
}
